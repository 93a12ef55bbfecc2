import { checkKnowledge } from '../../knowledge/check-knowledge.ts'
import { planOf } from '../../knowledge/sources.ts'
import type { Plan } from '../../knowledge/types.ts'
import { clauseName } from '../../language/clause-name.ts'
import { accept, correct, drop, pendingFacts, type PendingFact } from '../files/pending.ts'
import { SECTION_WORDS } from '../files/plan-yml.ts'
import { fieldsOf, notKept, valueFrom, type Field } from './fields.ts'

/**
 * The walk through the facts of a plan that nobody has looked at: what is shown of each, what a decision makes of the
 * file's text, which comes next. Pure: the terminal and Telegram read and write the folder around it.
 */

/** A plan's folder: its name and its two files. */
export interface PlanTexts {
  readonly id: string
  readonly yaml: string
  readonly text: string
}

/** A fact as a person looks at it: its kind, its quotation, its fields. */
export interface Card {
  /** "deadlines/nop-ho-so" */
  readonly key: string
  /** "Thời hạn" */
  readonly kind: string
  readonly clause: string
  readonly clauseName: string
  readonly quote: string
  /** "Cần xem: …" */
  readonly doubts: readonly string[]
  readonly fields: readonly Field[]
}

export type Decision =
  /** `mark`: "Nông Thị Hạnh, 2026-02-01" */
  | { readonly kind: 'accept'; readonly mark: string }
  | { readonly kind: 'drop' }
  | { readonly kind: 'correct'; readonly field: string; readonly typed: string }

export type Decided =
  /** `told`: what of the typed value could not be kept. */
  | { readonly kind: 'done'; readonly yaml: string; readonly told?: string }
  /** Somebody else has decided on it meanwhile. */
  | { readonly kind: 'gone' }
  /** What was typed cannot be read as a value of this field. */
  | { readonly kind: 'unreadable' }
  /** The plan would be broken by it; why. */
  | { readonly kind: 'refused'; readonly reason: string }

export function cardsOf(yaml: string): Card[] {
  return pendingFacts(yaml).map(cardOf)
}

export const keyOf = ({ section, fact }: PendingFact) => `${section}/${fact.id}`

function cardOf(one: PendingFact): Card {
  const { section, fact, doubts } = one
  const { clause = '', quote = '' } = (fact['source'] ?? {}) as { clause?: string; quote?: string }
  return { key: keyOf(one), kind: SECTION_WORDS[section].split(':')[0] as string, clause, clauseName: clauseName(clause), quote, doubts, fields: fieldsOf(section, fact) }
}

/** What the decision makes of plan.yml; nothing is taken that would break the plan. */
export function decided(texts: PlanTexts, key: string, decision: Decision): Decided {
  const { yaml } = texts
  const one = pendingFacts(yaml).find((other) => keyOf(other) === key)
  if (!one) return { kind: 'gone' }
  const { section, fact } = one
  if (decision.kind === 'accept') return checked(texts, accept(yaml, section, fact.id, decision.mark))
  if (decision.kind === 'drop') return checked(texts, drop(yaml, section, fact.id))
  const { field, typed } = decision
  const before = planFrom(texts)
  const value = valueFrom(field, typed, fact[field], 'year' in before ? before.year : new Date().getFullYear())
  if (value === undefined) return { kind: 'unreadable' }
  const outcome = checked(texts, correct(yaml, section, fact.id, field, value))
  const told = notKept(field, typed, value)
  return outcome.kind === 'done' && told !== undefined ? { ...outcome, told } : outcome
}

function checked(texts: PlanTexts, yaml: string): Decided {
  const read = planFrom({ ...texts, yaml })
  return 'reason' in read ? { kind: 'refused', reason: read.reason } : { kind: 'done', yaml }
}

/** The plan, or the first thing that is wrong with it. */
export function planFrom({ id, yaml, text }: PlanTexts): Plan | { readonly reason: string } {
  const read = planOf(id, yaml, text)
  const [problem] = 'problems' in read ? read.problems : checkKnowledge([read.value])
  if (problem) return { reason: `${problem.message}. ${problem.hint}.` }
  return 'value' in read ? read.value.plan : { reason: '' }
}
