import { readCheckAction, readPickAction } from '../answer/check-actions.ts'
import { composeLost } from '../answer/check-choose.ts'
import { againBlocks } from '../answer/check-question.ts'
import { CHECK } from '../answer/check-wording.ts'
import { say } from '../answer/absent.ts'
import type { Block, Message } from '../answer/message.ts'
import { TALK } from '../answer/wording.ts'
import type { Knowledge } from '../knowledge/types.ts'
import type { Day } from '../language/day.ts'
import { fold } from '../language/normalise.ts'
import { readUnknown, readYesNo } from '../language/replies.ts'
import { preparedFor } from '../prepared.ts'
import type { Reply, Turn } from '../turn.ts'
import type { CheckSession, Session } from '../session.ts'
import { asksVerdict, plainOf, readControl, type Control } from './controls.ts'
import { readCorrection } from './corrections.ts'
import { readSubject } from './find.ts'
import { correct, editNumber, give, goBack, goOn, recap, restart, resume, stop, why, type Moment } from './moves.ts'
import { press } from './press.ts'
import { readReply } from './reply.ts'
import { readRunning, showAgain, showPlace, type Running } from './running.ts'
import { pick, pickTyped, readWish, startById, startCheck } from './start.ts'

/** More characters than this are no reply to a question. */
const LONGEST_REPLY = 200

/** One turn of a check; undefined where the turn is none of a check, and is to be answered as any other. */
export function checkTurn(turn: Turn, session: Session, knowledge: Knowledge, today: Day): Reply | undefined {
  if ('action' in turn) return pressed(turn.action, session, knowledge, today)
  const text = turn.text.trim()
  const command = /^\/kiemtra(?:@\w+)?(?:\s+([\s\S]*))?$/i.exec(text)
  if (command) return startCheck(readWish(command[1] ?? '', knowledge, today), session, knowledge, today)
  const link = /^\/start(?:@\w+)?\s+kt_([a-z0-9-]{1,61})$/i.exec(text)
  if (link?.[1]) return startById(link[1], session, knowledge, today)
  if (text.length > LONGEST_REPLY) return undefined
  if (session.check?.stage === 'asking') return typed(text, session, session.check, knowledge, today)
  if (session.choosing && readControl(text)?.verb === 'stop') return stopChoosing(session)
  return pickTyped(text, session, knowledge, today) ?? resting(text, session, knowledge, today)
}

function stopChoosing({ wish: _wish, choosing: _choosing, ...session }: Session): Reply {
  return { messages: [say(TALK.cancelled)], session }
}

function pressed(action: string, session: Session, knowledge: Knowledge, today: Day): Reply | undefined {
  if (action.startsWith('kt:')) return startById(action.slice('kt:'.length), session, knowledge, today)
  if (!action.startsWith('check:')) return undefined
  const picked = readPickAction(action)
  if (picked) return pick(picked.mark, picked.index, session, knowledge, today)
  const read = readCheckAction(action)
  return read ? press(read, session, knowledge, today) : { messages: [composeLost(CHECK.staleLost)], session }
}

/** What was typed while a question stands: a word that steers, or an answer to it. */
function typed(text: string, session: Session, check: CheckSession, knowledge: Knowledge, today: Day): Reply | undefined {
  const running = readRunning(check, knowledge)
  const control = readControl(text)
  if (!running) {
    if (!control && !readYesNo(text, '')) return undefined
    const { check: _gone, ...rest } = session
    return { messages: [composeLost(CHECK.gone)], session: rest }
  }
  const moment: Moment = { session, running, knowledge, today }
  if (control) return steer(control, moment)
  const correction = readCorrection(text)
  if (correction) return correct(moment, correction)
  const { place } = running
  const other = otherSubject(text, moment)
  if (other) return other
  if (place.kind === 'offer') return offered(text, moment)
  if (place.kind !== 'question') return undefined
  const read = readReply(place.question, text, today, preparedFor(knowledge).understanding)
  if (!read) return undefined
  // The question was reworded since it was shown: the reply was to other words.
  if (check.asked !== place.question.mark) return showAgain(session, running, today)
  return 'unclear' in read ? showAgain(session, running, today, againBlocks(place.question, read.unclear)) : give(moment, place.question, read)
}

function steer(control: Control, moment: Moment): Reply {
  switch (control.verb) {
    case 'edit':
      return editNumber(moment, control.number)
    case 'back':
      return goBack(moment)
    case 'stop':
      return stop(moment)
    case 'restart':
      return restart(moment)
    case 'why':
      return why(moment)
    case 'recap':
      return recap(moment)
    case 'again':
      return showAgain(moment.session, moment.running, moment.today)
    case 'result':
      return stop(moment)
    case 'go-on':
      return moment.running.place.kind === 'offer' ? goOn(moment) : resume(moment)
  }
}

const OTHER = /^(?:(?:the|vay) )?con (.+?)(?: (?:thi )?(?:sao|the nao|nhu the nao))?(?: a| nhi| vay)?$/

/** "sai rồi, chị là cá nhân mà", where a unit is being checked and the question speaks of no person. */
function namesOtherKind(plain: string, kind: 'tap-the' | 'ca-nhan', { place }: Running): boolean {
  const other = kind === 'tap-the' ? 'ca nhan' : 'tap the'
  const asked = place.kind === 'question' ? fold(`${place.question.ask} ${place.question.says}`) : ''
  return place.kind !== 'result' && !asked.includes(other) && new RegExp(`(?:^| )(?:la|cho|phan|ban than|hoi) (?:[a-z]+ ){0,2}?${other}(?: |$)`).test(plain)
}

/** "em hỏi cho cá nhân thôi", "đổi sang cá nhân giúp mình", "làm lại cho tập thể" */
const SWITCH = /(?:^| )(?:(?:kiem tra|hoi|lam lai|xem)(?: (?:lai|tu dau))?(?: (?:cho|phan))?(?: (?:ca|rieng))? (?:ca nhan|tap the|don vi|co quan|thon|xa|phuong|cong an)|(?:doi|chuyen|qua) sang)(?: |$)/

/** "còn cá nhân thì sao", said in a check of a unit: that check is begun, or its choice; this one rests. */
function otherSubject(text: string, { session, running, knowledge, today }: Moment): Reply | undefined {
  const plain = plainOf(text)
  const { view } = running
  if ((!OTHER.test(plain) && !SWITCH.test(plain) && !namesOtherKind(plain, view.check.subject.kind, running)) || readUnknown(text)) return undefined
  const { found, kind } = readSubject(text, knowledge)
  const others = found.filter(({ plan, check }) => plan === view.plan && check !== view.check)
  if (others.length === 0 && (kind === undefined || kind === view.check.subject.kind)) return undefined
  return startCheck({ plans: [view.plan.id], ...(kind && { kind }), text }, session, knowledge, today)
}

/** "có" goes on and "không" stops, once failing is certain. */
function offered(text: string, moment: Moment): Reply | undefined {
  // Between stopping and going on an unmarked "dung" stops.
  if (/^dung[\s.!a]*$/iu.test(text)) return stop(moment)
  const read = readYesNo(text, '')
  if (!read) return undefined
  if ('value' in read) return read.value ? goOn(moment) : stop(moment)
  return showAgain(moment.session, moment.running, moment.today, [{ type: 'note', text: CHECK.offerAgain }])
}

/** A check that rests or is done hears only words that take it up again. */
function resting(text: string, session: Session, knowledge: Knowledge, today: Day): Reply | undefined {
  const isDone = session.check?.stage === 'done'
  const control = session.check && (asksVerdict(text) ? ({ verb: 'result' } as const) : readControl(text))
  const correction = isDone ? readCorrection(text) : undefined
  const running = session.check && (control ?? correction) && readRunning(session.check, knowledge)
  if (!running) return undefined
  const moment: Moment = { session, running, knowledge, today }
  if (correction) return correct(moment, correction)
  switch (control?.verb) {
    case 'go-on':
      return running.check.stage === 'paused' ? resume(moment) : undefined
    case 'restart':
      return restart(moment)
    case 'recap':
      return recap(moment)
    case 'edit':
      return editNumber(moment, control.number)
    case 'why':
    case 'result':
      return showAgain(session, running, today)
    case 'back':
    case 'stop':
    case 'again':
    case undefined:
      return undefined
  }
}

/** The question that waits, to stand below the answer to a plain question asked in between; undefined where none waits. */
export function resumeCheck(session: Session, knowledge: Knowledge, today: Day, lead: readonly Block[] = []): Message | undefined {
  const running = session.check?.stage === 'asking' ? readRunning(session.check, knowledge) : undefined
  return running && showPlace(running, today, lead)
}

/** The question again, with an example, after words that are neither an answer nor a question with one here. */
export function askAgain(session: Session, knowledge: Knowledge, today: Day): Message | undefined {
  const running = session.check?.stage === 'asking' ? readRunning(session.check, knowledge) : undefined
  if (!running) return undefined
  const { place } = running
  return showPlace(running, today, place.kind === 'question' ? againBlocks(place.question, 'no-reply') : [])
}
