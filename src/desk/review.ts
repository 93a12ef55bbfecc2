import { say } from '../answer/absent.ts'
import type { Block, Button, Message } from '../answer/message.ts'
import { headline, list, message, paragraph, rows } from '../answer/parts.ts'
import { planName } from '../answer/wording.ts'
import { markOf } from '../dialog/memory.ts'
import type { Field } from '../intake/review/fields.ts'
import { decideIn } from '../intake/review/folder.ts'
import type { Card, Decided, Decision } from '../intake/review/walk.ts'
import { dayInVietnam } from '../language/day.ts'
import { draftByMark, draftOf, type Draft } from './drafts.ts'
import { PLAN } from './plan-wording.ts'
import type { Special } from './special.ts'

/** The walk through a draft plan in Telegram. A button names plan and fact by marks: what it finds is looked up in the files as they are now. */

const FACT = /^desk:fact:(\w+):(\w+):(ok|fix|field|drop|later|back)(?::(\d+))?$/
const SEE = /^desk:see:(\w+)$/

/** A press under a card or on the way to one; undefined where it is another button. */
export function reviewPress(action: string, by: string | undefined, dir: string): Special | undefined {
  const seen = SEE.exec(action)?.[1]
  const [, mark = seen, factMark, verb, index] = FACT.exec(action) ?? []
  if (mark === undefined) return undefined
  const draft = draftByMark(dir, mark)
  if (!draft) return { messages: [say(PLAN.goneDraft)] }
  if (verb === undefined) return { messages: [cardMessage(draft, draft.cards[0])], task: 'none' }
  const card = draft.cards.find(({ key }) => markOf(key) === factMark)
  if (!card) return { messages: [cardMessage(draft, draft.cards[0], PLAN.decidedAlready)], task: 'none' }
  return pressed(verb, Number(index), draft, card, by, dir)
}

function pressed(verb: string, index: number, draft: Draft, card: Card, by: string | undefined, dir: string): Special {
  const next = draft.cards[draft.cards.indexOf(card) + 1]
  switch (verb) {
    case 'ok': {
      const day = dayInVietnam(new Date())
      return afterDecision(draft, card, { kind: 'accept', mark: by === undefined ? day : `${by}, ${day}` }, next, PLAN.accepted, dir)
    }
    case 'drop':
      return afterDecision(draft, card, { kind: 'drop' }, next, PLAN.droppedFact, dir)
    case 'later':
      return { messages: [cardMessage(draft, next, PLAN.postponed)], task: 'none' }
    case 'fix':
      return { messages: [askField(draft, card)], task: 'none' }
    case 'field': {
      const field = card.fields.filter(({ editable }) => editable)[index]
      return field === undefined ? { messages: [cardMessage(draft, card)] } : askValue(draft, card, field)
    }
    default:
      return { messages: [cardMessage(draft, card)], task: 'none' }
  }
}

function afterDecision(draft: Draft, card: Card, decision: Decision, next: Card | undefined, said: string, dir: string): Special {
  const outcome = decideIn(dir, draft.id, card.key, decision)
  const now = draftOf(dir, draft.id)
  if (!now) return { messages: [say(PLAN.goneDraft)], task: 'none' }
  if (outcome.kind === 'done' || outcome.kind === 'gone') return { messages: [cardMessage(now, now.cards.find(({ key }) => key === next?.key), outcome.kind === 'gone' ? PLAN.decidedAlready : said)], task: 'none' }
  return { messages: [cardMessage(now, card, whyNot(outcome))], task: 'none' }
}

/** The typed value of a field. */
export function reviewValue(typed: string, task: { plan: string; fact: string; field: string }, dir: string): Special {
  const outcome = decideIn(dir, task.plan, task.fact, { kind: 'correct', field: task.field, typed })
  const draft = draftOf(dir, task.plan)
  if (!draft) return { messages: [say(PLAN.goneDraft)], task: 'none' }
  const card = draft.cards.find(({ key }) => key === task.fact)
  if (outcome.kind === 'gone' || !card) return { messages: [cardMessage(draft, draft.cards[0], PLAN.decidedAlready)], task: 'none' }
  if (outcome.kind === 'done') return { messages: [cardMessage(draft, card, [outcome.told, PLAN.corrected].filter((one) => one !== undefined).join(' '))], task: 'none' }
  const field = card.fields.find(({ key }) => key === task.field)
  return { messages: [valueMessage(draft, card, field, [{ type: 'note', text: whyNot(outcome) }])] }
}

function whyNot(outcome: Exclude<Decided, { kind: 'done' | 'gone' }>): string {
  return outcome.kind === 'unreadable' ? PLAN.unreadable : PLAN.breaks(outcome.reason)
}

/** A card with its buttons; without a card what is left of the round. `said`: what became of the one before. */
function cardMessage(draft: Draft, card: Card | undefined, said?: string): Message {
  const { cards, plan } = draft
  const before = said === undefined ? [] : [paragraph(said)]
  if ('reason' in plan) return message('choose', [...before, headline(PLAN.broken(plan.reason))])
  if (!card) {
    if (cards.length === 0) return message('choose', [...before, headline(PLAN.finished(plan.title))])
    return message('choose', [...before, headline(PLAN.endOfRound(cards.length))], { buttons: [[{ label: PLAN.walk(cards.length), action: seeAction(draft.id) }]] })
  }
  const quote: Block = { type: 'quote', citation: { plan: plan.id, planName: planName(plan), clause: card.clause, clauseName: card.clauseName, quote: card.quote } }
  const fields = card.fields.flatMap(({ label, shown }) => (typeof shown === 'string' ? [`${label}: ${shown}`] : [`${label}:`, ...shown.map((line) => `– ${line}`)]))
  const button = (label: string, verb: string): Button => ({ label, action: factAction(draft, card, verb) })
  const buttons = [[button(PLAN.accept, 'ok'), button(PLAN.correct, 'fix')], [button(PLAN.drop, 'drop'), button(PLAN.later, 'later')]]
  return message('choose', [...before, headline(PLAN.card(card.kind, cards.length)), ...(card.quote === '' ? [] : [quote]), ...card.doubts.map(paragraph), list(fields)], { buttons })
}

function askField(draft: Draft, card: Card): Message {
  const fields = card.fields.filter(({ editable }) => editable)
  if (fields.length === 0) return cardMessage(draft, card, PLAN.nothingToCorrect)
  const buttons = fields.map(({ label }, index): Button => ({ label, action: `${factAction(draft, card, 'field')}:${index}` }))
  const shown = fields.map((field) => `${field.label}: ${lineOf(field)}`)
  return message('choose', [headline(PLAN.whichField), list(shown)], { buttons: [...rows(buttons), [{ label: PLAN.back, action: factAction(draft, card, 'back') }]] })
}

function askValue(draft: Draft, card: Card, field: Field): Special {
  return { messages: [valueMessage(draft, card, field, [])], task: { kind: 'value', plan: draft.id, fact: card.key, field: field.key } }
}

function valueMessage(draft: Draft, card: Card, field: Field | undefined, before: readonly Block[]): Message {
  const back: Button = { label: PLAN.back, action: factAction(draft, card, 'back') }
  return message('choose', [...before, headline(field ? PLAN.newValue(field.label, lineOf(field)) : PLAN.whichField), paragraph(field?.key === 'due' ? PLAN.newDueHow : PLAN.newValueHow)], { buttons: [[back]] })
}

const lineOf = ({ shown }: Field) => (typeof shown === 'string' ? shown : shown.join('; '))

export function seeAction(id: string): string {
  return `desk:see:${markOf(id)}`
}

function factAction({ id }: Draft, { key }: Card, verb: string): string {
  return `desk:fact:${markOf(id)}:${markOf(key)}:${verb}`
}
