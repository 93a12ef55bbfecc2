import type { Finding } from '../lookup/finding.ts'
import type { Intent } from '../understand/request.ts'
import { nextButtons } from './buttons.ts'
import { FACTS, type ListedKind } from './facts-wording.ts'
import { listing } from './listing.ts'
import type { Block, Message } from './message.ts'
import { headline, list, message, paragraph, quotesOf, references, reservations, type Cited } from './parts.ts'
import { impliedPlan } from './plan-line.ts'

/** Answers that list facts: the values in the first lines, each said once, then the plan's words. */

const SHORT = 24

type Of<K extends Finding['kind']> = Extract<Finding, { kind: K }>

export function composeThreshold(finding: Of<'threshold'>, whole: boolean): Message {
  return listed(finding, 'threshold', finding.thresholds, FACTS.threshold, { whole })
}

export function composeQuota(finding: Of<'quota'>, whole: boolean): Message {
  const quotas = finding.awards.flatMap((award) => (award.quota ? [{ ...award, source: award.quota.source, says: `${award.name}: ${award.quota.says}` }] : []))
  const counted = quotas.some(({ quota }) => quota?.groups !== undefined || quota?.persons !== undefined)
  return { ...listed(finding, 'quota', quotas, (one) => one.says, { whole }), outcome: counted ? 'answered' : 'not-stated' }
}

export function composeAudience(finding: Of<'audience'>, whole: boolean): Message {
  const { audiences, inGeneral } = finding
  const prefixed = !inGeneral || audiences.length === 1
  return listed(finding, 'audience', audiences, (one) => (one.excluded ? FACTS.excluded(one.who) : prefixed ? FACTS.included(one.who) : one.who), { whole, ...(!prefixed && { title: { before: '', alone: FACTS.includedAll } }) })
}

/** Of one body its duties; of several, who they are and what each has to do. */
export function composeDuty(finding: Of<'duty'>, whole: boolean): Message {
  const { duties, inGeneral } = finding
  const whos = [...new Set(duties.map((duty) => duty.who))]
  const [only] = whos
  if (only && whos.length === 1 && duties.length > 1) return listed(finding, 'duty', duties, (duty) => duty.does, { whole, title: FACTS.dutiesOf(only, duties.length) })
  return listed(finding, 'duty', duties, (duty) => FACTS.duty(duty.who, duty.does), { whole, ...(inGeneral && { title: { before: '', alone: FACTS.dutiesFor(whos, duties.length) } }) })
}

export function composeStatement(finding: Of<'statement'>, whole: boolean): Message {
  // A short one ("19/8.") says little without its name.
  const several = finding.statements.length > 1
  return listed(finding, 'statement', finding.statements, (one) => (several || one.says.length < SHORT ? FACTS.named(one.name, one.says) : one.says), { whole })
}

/** What the plan stands on; texts it only points to come after, where it was asked in general. */
export function composeBasis(finding: Of<'basis'>, whole: boolean): Message {
  const { plan, bases, inGeneral } = finding
  const line = (basis: (typeof bases)[number]) => (basis.about ? `${basis.name} – ${basis.about}` : basis.name)
  const own = bases.filter((basis) => basis.role === 'basis')
  if (!inGeneral || own.length === 0) return listed(finding, 'basis', bases, line, { whole })
  const named = bases.filter((basis) => basis.role !== 'basis')
  const told = [own.map(line), own.map((basis) => basis.name)].map(FACTS.bases).find(FACTS.fits)
  const blocks: Block[] = [
    headline(told ?? FACTS.basesOf(own.length)),
    ...impliedPlan(finding),
    ...(told ? [] : [list(own.map(line))]),
    ...(named.length ? [paragraph(FACTS.alsoNamed(named.map(line)))] : []),
    ...reservations(plan, 'basis', bases),
    ...quotesOf(plan, [...own, ...named]),
  ]
  return message('answered', blocks, { facts: references(plan, 'basis', [...own, ...named]), buttons: nextButtons(plan, 'basis') })
}

interface Manner {
  readonly whole: boolean
  readonly title?: { readonly before: string; readonly alone: string }
}

function listed<T extends Cited>(finding: Of<'threshold' | 'quota' | 'audience' | 'duty' | 'statement' | 'basis'>, kind: ListedKind & Intent, facts: readonly T[], line: (fact: T) => string, { whole, title }: Manner): Message {
  const { plan, inGeneral } = finding
  const { first, blocks, shown, more } = listing(facts.map(line), { plan, kind, inGeneral, whole, ...(title && { title }) })
  const told = facts.slice(0, shown)
  const of = kind === 'quota' ? 'award' : kind
  const all = [headline(first), ...impliedPlan(finding), ...blocks, ...reservations(plan, of, told), ...quotesOf(plan, told)]
  return message('answered', all, { facts: references(plan, of, told), buttons: [...more.map((button) => [button]), ...nextButtons(plan, kind)] })
}
