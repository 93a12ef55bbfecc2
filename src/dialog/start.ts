import { composeChoice, composeLost, composeNoChecks } from '../answer/check-choose.ts'
import { openingOf } from '../answer/check-question.ts'
import { showAnswer } from '../answer/check-values.ts'
import { answeredQuestions, moveButton } from '../answer/check-view.ts'
import { CHECK, CHOOSE } from '../answer/check-wording.ts'
import type { Block, Button } from '../answer/message.ts'
import { paragraph } from '../answer/parts.ts'
import type { Answer, Question } from '../eligibility/types.ts'
import type { Knowledge } from '../knowledge/types.ts'
import type { Day } from '../language/day.ts'
import { preparedFor } from '../prepared.ts'
import type { Reply } from '../turn.ts'
import type { CheckSession, CheckWish, Session } from '../session.ts'
import type { Request } from '../understand/request.ts'
import { understand } from '../understand/understand.ts'
import { namedIn, readChoice } from './choose.ts'
import { findCheck, readSubject, type Found } from './find.ts'
import { narrow } from './narrow.ts'
import { readRunning, showPlace, withCheck, type Running } from './running.ts'

/** How a check begins: from a command, a button, a link, or words that say more or less of what is wanted. */

/** What a question says of the check it wants; `plans`: those it may be of, where the talk knows better than the words. */
export function wishOf(request: Request, plans = request.plans?.value): CheckWish {
  const { kind, award, text } = request
  return { ...(plans && { plans }), ...(kind && { kind }), ...(award && { award }), ...(text && { text }) }
}

/** What was typed behind /kiemtra. */
export function readWish(text: string, knowledge: Knowledge, today: Day): CheckWish {
  const [request] = understand(text, preparedFor(knowledge).understanding, today)
  return text.trim() && request ? wishOf(request) : {}
}

/** Starts the one check that is meant, or asks for what is still open. A check that was left half-way is taken up again. */
export function startCheck(wish: CheckWish, session: Session, knowledge: Knowledge, today: Day, lead: readonly Block[] = []): Reply {
  const narrowed = narrow(wish, knowledge)
  switch (narrowed.kind) {
    case 'none':
      return { messages: [composeNoChecks()], session }
    case 'one':
      return open(narrowed.found, wish, session, knowledge, today, lead)
    case 'several': {
      const kept = paused(session)
      const running = kept.check && readRunning(kept.check, knowledge)
      const goOn: Button[][] = running && kept.check?.stage === 'paused' && answeredQuestions(running.view).length > 0 ? [[{ ...moveButton(running.view, 'resume'), label: CHOOSE.goOn(running.view.check.title) }]] : []
      return { messages: [composeChoice(narrowed.choice, lead, goOn)], session: { ...kept, ...(wish.plans?.length === 1 && { plan: wish.plans[0] as string }), wish, choosing: true } }
    }
  }
}

/** While another check is being chosen, typed words do not answer the one under way. */
function paused(session: Session): Session {
  if (session.check?.stage !== 'asking') return session
  return { ...session, check: { ...session.check, stage: 'paused', step: session.check.step + 1 } }
}

function open({ plan, check }: Found, wish: CheckWish, session: Session, knowledge: Knowledge, today: Day, lead: readonly Block[]): Reply {
  const before = session.check
  const step = (before?.step ?? 0) + 1
  const again = before?.plan === plan.id && before.check === check.id ? readRunning({ ...before, stage: 'asking', step }, knowledge) : undefined
  if (again && isHalfWay(again)) {
    const blocks = [...lead, paragraph(CHECK.takenUp(answeredQuestions(again.view).length))]
    return { messages: [withRestart(showPlace(again, today, blocks), again)], session: withPlan(withCheck(session, again), plan.id) }
  }
  const fresh: CheckSession = { plan: plan.id, check: check.id, version: plan.version, answers: {}, stage: 'asking', step }
  const opened = readRunning(fresh, knowledge)
  if (!opened) return { messages: [composeLost(CHECK.gone)], session }
  const told = toldAlready(opened, wish, knowledge)
  const running = (told && readRunning({ ...fresh, answers: { [told.question.id]: told.answer } }, knowledge)) ?? opened
  const noted = told ? [paragraph(CHECK.noted(showAnswer(told.question, told.answer)))] : []
  return { messages: [showPlace(running, today, [...lead, ...openingOf(running.view, today), ...noted])], session: withPlan(withCheck(session, running), plan.id) }
}

/** "phường em có được khen không": which of the groups it is, is not asked again. */
function toldAlready({ place }: Running, { text }: CheckWish, knowledge: Knowledge): { question: Question; answer: Answer } | undefined {
  if (place.kind !== 'question' || place.question.input.type !== 'choice' || !text) return undefined
  const { question } = place
  const { choices } = place.question.input
  const named = namedIn(text, choices, preparedFor(knowledge).understanding)
  const choice = named.length === 1 ? choices[named[0] as number] : undefined
  return choice && { question, answer: { value: choice.id, mark: question.mark } }
}

function isHalfWay({ view, place }: Running): boolean {
  return place.kind === 'question' && answeredQuestions(view).length > 0
}

function withRestart(message: Reply['messages'][number], { view }: Running): Reply['messages'][number] {
  return { ...message, buttons: [...message.buttons, [moveButton(view, 'restart')]] }
}

/** Questions in between are about this plan. */
function withPlan(session: Session, plan: string): Session {
  return { ...session, plan }
}

/** A pressed choice of plan, kind or check; of an older list it is said to be stale, and the choice is offered again. */
export function pick(mark: string, index: number, session: Session, knowledge: Knowledge, today: Day): Reply {
  const narrowed = session.wish && narrow(session.wish, knowledge)
  const option = narrowed?.kind === 'several' && narrowed.choice.mark === mark ? narrowed.options[index] : undefined
  if (option) return startCheck(option.wish, session, knowledge, today)
  if (session.wish) return startCheck(session.wish, session, knowledge, today, [{ type: 'note', text: CHECK.staleChoice }])
  return { messages: [composeLost(CHECK.staleChoice)], session }
}

/** A typed choice ("Bắc Quang", "2", "cá nhân"); undefined where the text names none of what is offered. */
export function pickTyped(text: string, session: Session, knowledge: Knowledge, today: Day): Reply | undefined {
  const narrowed = session.choosing && session.wish && narrow(session.wish, knowledge)
  if (!narrowed || narrowed.kind !== 'several') return undefined
  const read = readChoice(text, narrowed.options, '', preparedFor(knowledge).understanding)
  if (read && 'unclear' in read && (read.unclear === 'several' || read.unclear === 'range')) return startCheck(session.wish ?? {}, session, knowledge, today, [{ type: 'note', text: CHECK.again[read.unclear] }])
  const [only, ...more] = read && 'unclear' in read && read.unclear === 'words' && asksNothing(text, knowledge, today) ? namedIn(text, narrowed.options, preparedFor(knowledge).understanding) : []
  const option = read && 'value' in read ? narrowed.options[read.value] : only !== undefined && more.length === 0 ? narrowed.options[only] : undefined
  if (option) return startCheck(option.wish, session, knowledge, today)
  return namesSubject(text, knowledge, today) ? startCheck({ ...session.wish, text }, session, knowledge, today) : undefined
}

/** "mô hình", "cán bộ xã": who is to be checked, though another choice was offered first; not "hồ sơ cho cán bộ", "kiểm tra cán bộ ở Sa Pa". */
function namesSubject(text: string, knowledge: Knowledge, today: Day): boolean {
  const [request] = understand(text, preparedFor(knowledge).understanding, today)
  return request?.plans === undefined && readSubject(text, knowledge).found.length > 0 && asksNothing(text, knowledge, today)
}

function asksNothing(text: string, knowledge: Knowledge, today: Day): boolean {
  return understand(text, preparedFor(knowledge).understanding, today)[0]?.intents.every(({ weight }) => weight < 0.6) === true
}

/** The choice again, after words that name none of what is offered and ask nothing; undefined where none was offered. */
export function chooseAgain(session: Session, knowledge: Knowledge, today: Day): Reply | undefined {
  if (!session.choosing || !session.wish) return undefined
  return startCheck(session.wish, session, knowledge, today, [{ type: 'note', text: CHECK.chooseAgain }])
}

/** "kt:", "kt:<plan>", "kt:<check>", and what stands behind "/start kt_". */
export function startById(id: string, session: Session, knowledge: Knowledge, today: Day): Reply {
  if (findCheck(knowledge, id)) return startCheck({ check: id }, session, knowledge, today)
  if (knowledge.plans.some((plan) => plan.id === id)) return startCheck({ plans: [id] }, session, knowledge, today)
  return startCheck({}, session, knowledge, today, id ? [{ type: 'note', text: CHECK.staleLost }] : [])
}
