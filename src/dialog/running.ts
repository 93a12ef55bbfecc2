import { composePaused, composeResult } from '../answer/check-result.ts'
import { composeOffer, composeQuestion, updatedBlocks } from '../answer/check-question.ts'
import { answeredQuestions, questionOf, type CheckView } from '../answer/check-view.ts'
import type { Block, Message } from '../answer/message.ts'
import { stillValid } from '../eligibility/answers.ts'
import { evaluate } from '../eligibility/evaluate.ts'
import { formOf, shortHash } from '../eligibility/form.ts'
import type { Question } from '../eligibility/types.ts'
import type { Knowledge } from '../knowledge/types.ts'
import type { Day } from '../language/day.ts'
import type { Reply } from '../turn.ts'
import type { CheckSession, Session } from '../session.ts'

/** A check under way, put together from its session: only answers are kept, the rest is derived anew at every turn. */
export interface Running {
  readonly view: CheckView
  /** With answers to reworded questions taken out. */
  readonly check: CheckSession
  readonly place: Place
  /** Questions that are asked again because the plan was changed. */
  readonly changed: readonly Question[]
}

type Place =
  | { readonly kind: 'question'; readonly question: Question; readonly editing: boolean }
  /** Failing is certain, and whether to go on is open; `left` more questions at most. */
  | { readonly kind: 'offer'; readonly left: number }
  | { readonly kind: 'result' }

export function tokenOf(plan: string, check: string): string {
  return shortHash(`${plan}/${check}`)
}

/** Undefined where plan or check are gone from the knowledge. */
export function readRunning(session: CheckSession, knowledge: Knowledge): Running | undefined {
  const plan = knowledge.plans.find((one) => one.id === session.plan)
  const check = plan?.checks.find((one) => one.id === session.check)
  if (!plan || !check) return undefined
  const form = formOf(check, plan)
  const { answers, changed } = stillValid(form, session.answers)
  const evaluation = evaluate(form, answers, session.goOn)
  const view: CheckView = { plan, check, form, answers, evaluation, token: tokenOf(plan.id, check.id), step: session.step }
  return { view, check: { ...session, answers, version: plan.version }, place: placeOf(view, session), changed }
}

function placeOf(view: CheckView, { at, goOn, stage }: CheckSession): Place {
  const { form, answers, evaluation } = view
  const edited = at === undefined ? undefined : evaluation.criteria.find((one) => one.question.id === at && one.state !== 'void')
  if (edited) return { kind: 'question', question: edited.question, editing: true }
  if (stage === 'done' && evaluation.certain) return { kind: 'result' }
  const next = evaluation.next === undefined ? undefined : questionOf(view, evaluation.next)
  if (next) return { kind: 'question', question: next, editing: false }
  if (evaluation.verdict === 'not-eligible' && !goOn) {
    const ahead = evaluate(form, answers, true)
    if (ahead.next !== undefined) return { kind: 'offer', left: ahead.path.length - answeredQuestions(view).length }
  }
  return { kind: 'result' }
}

/** Where the check stands, as a message. */
export function showPlace({ view, check, place }: Running, today: Day, lead: readonly Block[] = []): Message {
  if (check.stage === 'paused') return composePaused(view, lead)
  switch (place.kind) {
    case 'question':
      return composeQuestion(view, place.question, lead, place.editing)
    case 'offer':
      return composeOffer(view, place.left, lead)
    case 'result':
      return composeResult(view, today, lead)
  }
}

/** The same place shown again: buttons of the same question stay good. */
export function showAgain(session: Session, running: Running, today: Day, lead: readonly Block[] = []): Reply {
  return { messages: [showPlace(running, today, [...lead, ...updatedBlocks(running.changed)])], session: withCheck(session, running) }
}

export function withCheck(session: Session, { check, place }: Running): Session {
  const { wish: _wish, choosing: _choosing, check: _before, ...rest } = session
  const { asked: _asked, ...kept } = check
  const stage = check.stage === 'paused' ? 'paused' : place.kind === 'result' ? 'done' : 'asking'
  return { ...rest, check: { ...kept, stage, ...(stage === 'asking' && place.kind === 'question' && { asked: place.question.mark }) } }
}
