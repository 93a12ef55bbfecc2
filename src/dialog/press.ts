import type { CheckAction } from '../answer/check-actions.ts'
import { composeLost } from '../answer/check-choose.ts'
import { composeRested, staleAnswer } from '../answer/check-question.ts'
import { CHECK } from '../answer/check-wording.ts'
import type { Question } from '../eligibility/types.ts'
import type { Knowledge } from '../knowledge/types.ts'
import type { Day } from '../language/day.ts'
import type { Reply } from '../turn.ts'
import type { Session } from '../session.ts'
import { edit, give, goBack, goOn, recap, restart, resume, stop, why, type Given, type Moment } from './moves.ts'
import { readRunning, showAgain, tokenOf, type Running } from './running.ts'

/** A pressed button of a check. One of another moment answers nothing: what became of it is said, and the check goes on where it stands. */
export function press(action: CheckAction, session: Session, knowledge: Knowledge, today: Day): Reply {
  const { check } = session
  if (!check) return { messages: [composeLost(CHECK.staleLost, titleOf(action.token, knowledge))], session }
  const running = readRunning(check, knowledge)
  if (!running) {
    const { check: _gone, ...rest } = session
    return { messages: [composeLost(CHECK.gone)], session: rest }
  }
  const stale = whyStale(action, running)
  if (stale && check.stage === 'done') return { messages: [composeRested(running.view, stale)], session }
  if (stale) return showAgain(session, running, today, [{ type: 'note', text: stale }])
  return act(action, { session, running, knowledge, today })
}

/** Undefined where the button belongs to this very moment. */
function whyStale({ verb, token, step, question }: CheckAction, { view, check, place }: Running): string | undefined {
  if (token !== view.token) return CHECK.staleReplaced(view.check.title)
  if (step === check.step && (verb !== 'answer' || (place.kind === 'question' && check.stage === 'asking' && place.question.mark === question))) return undefined
  if (verb === 'answer' && question !== undefined) return staleAnswer(view, question)
  return check.stage === 'done' ? CHECK.staleFinished : check.stage === 'paused' ? CHECK.stalePaused : CHECK.staleEarlier
}

function act({ verb, question: mark, value }: CheckAction, moment: Moment): Reply {
  const { running } = moment
  switch (verb) {
    case 'answer': {
      const given = running.place.kind === 'question' ? readValue(running.place.question, value) : undefined
      return given && running.place.kind === 'question' ? give(moment, running.place.question, given) : showAgain(moment.session, running, moment.today)
    }
    case 'edit':
      return edit(moment, running.view.form.questions.find((one) => one.mark === mark && running.view.answers[one.id]))
    case 'why':
      return why(moment)
    case 'back':
      return goBack(moment)
    case 'recap':
      return recap(moment)
    case 'restart':
      return restart(moment)
    case 'stop':
      return stop(moment)
    case 'go-on':
      return goOn(moment)
    case 'resume':
      return resume(moment)
    case 'show':
      return showAgain(moment.session, running, moment.today)
  }
}

function readValue({ input }: Question, value: string | undefined): Given | undefined {
  if (value === 'u') return { unknown: true }
  if (input.type === 'yes-no') return value === 'y' ? { value: true } : value === 'n' ? { value: false } : undefined
  const choice = input.type === 'choice' && value !== undefined && /^\d+$/.test(value) ? input.choices[Number(value)] : undefined
  return choice && { value: choice.id }
}

/** The check a button was of, where the knowledge still has it. */
function titleOf(token: string, knowledge: Knowledge): { id: string; title: string } | undefined {
  for (const plan of knowledge.plans) {
    for (const check of plan.checks) if (tokenOf(plan.id, check.id) === token) return { id: check.id, title: check.title }
  }
  return undefined
}
