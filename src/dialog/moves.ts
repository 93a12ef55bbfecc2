import { composeRecap, openingOf, updatedBlocks, whyBlocks } from '../answer/check-question.ts'
import { showAnswer } from '../answer/check-values.ts'
import { answeredQuestions, questionOf } from '../answer/check-view.ts'
import { CHECK } from '../answer/check-wording.ts'
import type { Block } from '../answer/message.ts'
import { paragraph } from '../answer/parts.ts'
import { withAnswer } from '../eligibility/answers.ts'
import type { Answer, Question } from '../eligibility/types.ts'
import type { Knowledge } from '../knowledge/types.ts'
import type { Day } from '../language/day.ts'
import { tokenise } from '../language/tokens.ts'
import { preparedFor } from '../prepared.ts'
import type { Reply } from '../turn.ts'
import type { CheckSession, Session } from '../session.ts'
import type { Correction } from './corrections.ts'
import { readReply } from './reply.ts'
import { readRunning, showAgain, showPlace, withCheck, type Running } from './running.ts'

/** What can be done with a check under way, whether by a button or by a word. */

export interface Moment {
  readonly session: Session
  readonly running: Running
  readonly knowledge: Knowledge
  readonly today: Day
}

/** An answer as it was read, without the mark of its question. */
export type Given = { readonly unknown: true } | { readonly value: boolean | number | string }

/** Puts an answer in, says how it was understood, and goes on to what is asked next. */
export function give(moment: Moment, question: Question, given: Given): Reply {
  const { check, view } = moment.running
  const answer: Answer = { ...given, mark: question.mark }
  const answers = withAnswer(view.form, check.answers, question.id, answer)
  // A verdict comes first, and tells the answer itself.
  const noted = (next: Running) => (next.place.kind === 'question' ? [paragraph(CHECK.noted(showAnswer(question, answer)))] : [])
  return goTo(moment, { ...withoutAt(check), answers }, noted)
}

/** To the answer before the place where the check stands, to give it anew. */
export function goBack(moment: Moment): Reply {
  const before = lastAnswered(moment.running)
  if (before === undefined) return showAgain(moment.session, moment.running, moment.today, [paragraph(CHECK.firstAlready)])
  return goTo(moment, { ...moment.running.check, at: before.id, stage: 'asking' })
}

/** The question answered last before the place where the check stands. */
function lastAnswered({ place, view }: Running): Question | undefined {
  const { path } = view.evaluation
  const here = place.kind === 'question' ? path.indexOf(place.question.id) : path.length
  const id = path.slice(0, here).findLast((one) => view.answers[one] !== undefined)
  return id === undefined ? undefined : questionOf(view, id)
}

/** Puts right what was answered before, the last answer or the one of that number; one that cannot be read is asked for again. */
export function correct(moment: Moment, { number, value }: Correction): Reply {
  const { view } = moment.running
  const question = number === undefined ? (spokenOf(moment, value) ?? lastAnswered(moment.running)) : answeredQuestions(view)[number - 1]
  if (!question) return number === undefined ? goBack(moment) : editNumber(moment, number)
  const given = (to: Question) => {
    const read = value === '' ? undefined : readReply(to, value, moment.today, preparedFor(moment.knowledge).understanding)
    return read && !('unclear' in read) ? give(moment, to, read) : undefined
  }
  // What stands may be what was tried to be answered: "hai hộ thôi", and then "à nhầm, ba hộ".
  const { place } = moment.running
  const stands = number === undefined && place.kind === 'question' ? place : undefined
  return given(question) ?? (stands && given(stands.question)) ?? (stands?.editing ? showAgain(moment.session, moment.running, moment.today) : edit(moment, question))
}

/** After the verdict any answer may be meant: of those that can be read so, the one whose question has most of the words, and has them alone. */
function spokenOf({ running: { view, place }, knowledge, today }: Moment, value: string): Question | undefined {
  if (place.kind !== 'result') return undefined
  const pairs = pairsOf(value)
  const ranked = answeredQuestions(view)
    .filter((question) => {
      const read = readReply(question, value, today, preparedFor(knowledge).understanding)
      return read !== undefined && !('unclear' in read)
    })
    .map((question) => ({ question, shared: [...pairsOf(`${question.ask} ${question.says}`)].filter((pair) => pairs.has(pair)).length }))
    .sort((a, b) => b.shared - a.shared)
  const [first, second] = ranked
  return first && first.shared > (second?.shared ?? 0) ? first.question : undefined
}

function pairsOf(text: string): ReadonlySet<string> {
  const words = tokenise(text).map(({ folded }) => folded)
  return new Set(words.slice(1).map((word, at) => `${words[at]} ${word}`))
}

/** Why the current question is asked, in the plan's words; then the question again. */
export function why({ session, running, today }: Moment): Reply {
  const blocks = running.place.kind === 'question' ? whyBlocks(running.view, running.place.question) : []
  return showAgain(session, running, today, blocks)
}

export function recap({ session, running }: Moment, lead: readonly Block[] = []): Reply {
  return { messages: [composeRecap(running.view, [...lead, ...updatedBlocks(running.changed)])], session: withCheck(session, running) }
}

export function edit(moment: Moment, question: Question | undefined, lead: readonly Block[] = []): Reply {
  if (!question) return recap(moment, lead)
  return goTo(moment, { ...moment.running.check, at: question.id, stage: 'asking' })
}

/** The answer of that number in the recap, from 1. */
export function editNumber(moment: Moment, number: number): Reply {
  return edit(moment, answeredQuestions(moment.running.view)[number - 1], [paragraph(CHECK.noSuchAnswer(number))])
}

export function restart(moment: Moment): Reply {
  const { goOn: _goOn, ...check } = withoutAt(moment.running.check)
  const next: CheckSession = { ...check, answers: {}, stage: 'asking' }
  return goTo(moment, next, ({ view }) => [paragraph(CHECK.restarted), ...openingOf(view, moment.today)])
}

/** Rests the check; where the verdict is certain already, that is its result. */
export function stop(moment: Moment): Reply {
  const check = withoutAt(moment.running.check)
  return goTo(moment, { ...check, stage: moment.running.view.evaluation.certain ? 'done' : 'paused' })
}

export function goOn(moment: Moment): Reply {
  return goTo(moment, { ...moment.running.check, goOn: true, stage: 'asking' })
}

/** Takes up again what rests; an answer that was about to be changed stays as it was. */
export function resume(moment: Moment): Reply {
  const { check } = moment.running
  if (check.stage !== 'paused' && check.at === undefined) return showAgain(moment.session, moment.running, moment.today)
  return goTo(moment, { ...withoutAt(check), stage: 'asking' })
}

/** The check moved on by one step: kept, and shown where it stands now. Buttons of the step before are stale from here on. */
function goTo({ session, knowledge, today, running: { changed } }: Moment, next: CheckSession, leadTo: (next: Running) => readonly Block[] = () => []): Reply {
  const running = readRunning({ ...next, step: next.step + 1 }, knowledge)
  if (!running) return { messages: [], session }
  return { messages: [showPlace(running, today, [...leadTo(running), ...updatedBlocks(changed)])], session: withCheck(session, running) }
}

function withoutAt(check: CheckSession): CheckSession {
  const { at: _at, ...rest } = check
  return rest
}
