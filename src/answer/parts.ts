import { clauseName } from '../language/clause-name.ts'
import type { Plan, Source } from '../knowledge/types.ts'
import type { Block, Button, Citation, FactReference, Message, Outcome } from './message.ts'
import { NOTES, planName } from './wording.ts'

/** Pieces that every answer is put together from. */

/** Anything with an id, a source and a reviewer's mark. */
export interface Cited {
  readonly id: string
  readonly source: Source
  readonly also?: readonly Source[] | undefined
  readonly review?: string | undefined
}

export function cite(plan: Plan, source: Source): Citation {
  return { plan: plan.id, planName: planName(plan), clause: source.clause, clauseName: clauseName(source.clause), quote: source.quote }
}

/** The quotations of some facts, those of one clause together; one that stands inside another is not repeated. */
export function quotesOf(plan: Plan, facts: readonly Cited[]): Block[] {
  const byClause = new Map<string, Map<string, Source>>()
  for (const source of facts.flatMap((fact) => [fact.source, ...(fact.also ?? [])])) {
    const quotes = byClause.get(source.clause) ?? new Map<string, Source>()
    byClause.set(source.clause, quotes.set(source.quote, source))
  }
  return [...byClause.values()].flatMap((quotes) => {
    const whole = [...quotes.values()].filter(({ quote }) => ![...quotes.keys()].some((other) => other !== quote && other.includes(quote)))
    return whole.map((source, at): Block => ({ type: 'quote', citation: cite(plan, source), ...(at < whole.length - 1 && { continued: true }) }))
  })
}

/** What has to be said beside these facts: a slip of the plan, an excerpt, facts that no person has looked at yet. */
export function reservations(plan: Plan, kind: string, facts: readonly Cited[]): Block[] {
  const ids = new Set(facts.map((fact) => `${kind}/${fact.id}`))
  const notes = plan.notes.filter((note) => note.on.some((on) => ids.has(on))).map((note) => note.says)
  if (facts.some((fact) => fact.review === 'pending')) notes.push(NOTES.unreviewed)
  if (plan.excerpt) notes.push(NOTES.excerpt)
  return notes.map((text) => ({ type: 'note', text }))
}

export function references(plan: Plan, kind: string, facts: readonly { readonly id: string }[]): FactReference[] {
  return facts.map(({ id }) => ({ plan: plan.id, kind, id }))
}

/** A message; its citations are those of its quotations. */
export function message(outcome: Outcome, blocks: readonly Block[], more: Partial<Pick<Message, 'buttons' | 'facts' | 'choices' | 'attachments' | 'citations'>> = {}): Message {
  const quoted = blocks.flatMap((block) => (block.type === 'quote' ? [block.citation] : []))
  return { outcome, blocks, buttons: more.buttons ?? [], citations: more.citations ?? quoted, facts: more.facts ?? [], choices: more.choices ?? [], attachments: more.attachments ?? [] }
}

export const headline = (text: string): Block => ({ type: 'headline', text })
export const paragraph = (text: string): Block => ({ type: 'text', text })
export const list = (items: readonly string[], ordered = false): Block => ({ type: 'list', items, ordered })

/** Buttons two a row, as they fit on a phone. */
export function rows(buttons: readonly Button[]): Button[][] {
  const result: Button[][] = []
  for (let i = 0; i < buttons.length; i += 2) result.push(buttons.slice(i, i + 2))
  return result
}
