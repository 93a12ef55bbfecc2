import { composeCalendar, composeHours, composeList, composeSetting, composeSure, type Wishes } from '../answer/reminder.ts'
import { HOURS_ACTION, LIST_ACTION, readCalendarAction, readRemindAction, STOP_ALL_ACTION, STOP_ALL_SURE_ACTION, type RemindAction, type Target } from '../answer/reminder-actions.ts'
import { REMINDER } from '../answer/reminder-wording.ts'
import { say } from '../answer/absent.ts'
import type { Message } from '../answer/message.ts'
import type { Knowledge } from '../knowledge/types.ts'
import { clean, fold } from '../language/normalise.ts'
import type { Day } from '../language/day.ts'
import { preparedFor } from '../prepared.ts'
import type { Reply, Turn } from '../turn.ts'
import { REMIND_AT, type Session, type Subscription } from '../session.ts'
import { understand } from '../understand/understand.ts'

/** Subscriptions a chat may have: enough for anybody, and a bound for its session. */
const MOST = 40
const ACTIONS: readonly string[] = [LIST_ACTION, HOURS_ACTION, STOP_ALL_ACTION]

/**
 * One turn about reminders or calendar files: a button of theirs, or /nhacviec. Undefined where the turn is about
 * something else. What changes is the session's subscriptions and hour alone; the store makes reminders of them.
 */
export function reminderTurn(turn: Turn, session: Session, knowledge: Knowledge, today: Day): Reply | undefined {
  if (!isReminderTurn(turn)) return undefined
  const moment: Moment = { session, knowledge, today }
  if (turn.unreachable) return unchanged(moment, insteadOfReminding(turn, moment))
  if ('text' in turn) return command(turn.text.replace(COMMAND, '').trim(), moment, turn.member ?? false)
  return pressed(turn.action, moment, turn.member ?? false)
}

/** True where a turn is about a whole chat and not the person who speaks: in a group its reminders are everybody's. */
export function isReminderTurn(turn: Turn): boolean {
  if ('text' in turn) return COMMAND.test(turn.text)
  const [verb = ''] = turn.action.split(':')
  return verb === 'remind' || verb === 'calendar' || ACTIONS.includes(verb)
}

interface Moment { readonly session: Session; readonly knowledge: Knowledge; readonly today: Day }

const COMMAND = /^\s*\/nhacviec(?:@\w+)?(?=\s|$)/i
const STOP = /^(?:xoa|tat|huy|bo|thoi|dung|ngung)(?: nhac)?(?: (?:het|tat ca|ca))?$/

function pressed(action: string, moment: Moment, member: boolean): Reply {
  const { session, knowledge, today } = moment
  const known = targetsOf(session, knowledge)
  const calendar = readCalendarAction(action, known)
  if (calendar) return unchanged(moment, calendarOf(calendar, moment))
  const [verb, value] = action.split(':')
  if (verb === LIST_ACTION) return unchanged(moment, composeList(wishesOf(session), knowledge, today, Number(value) || 0))
  if (member) return unchanged(moment, say(REMINDER.administrators))
  if (action === STOP_ALL_ACTION) return unchanged(moment, composeSure(session.subscriptions?.length ?? 0))
  if (action === STOP_ALL_SURE_ACTION) return stopAll(moment)
  if (verb === HOURS_ACTION) return value === undefined ? unchanged(moment, composeHours()) : setHour(Number(value), moment)
  const wish = readRemindAction(action, known)
  if (!wish) return unchanged(moment, composeList(wishesOf(session), knowledge, today, 0, REMINDER.gone))
  return wish.before === undefined ? unchanged(moment, settingOf(wish, moment)) : set(wish, wish.before, moment)
}

/** "/nhacviec", "/nhacviec 7h30", "/nhacviec tắt", "/nhacviec Bắc Quang". */
function command(words: string, moment: Moment, member: boolean): Reply {
  const { session, knowledge, today } = moment
  const typed = fold(clean(words)).trim()
  if (typed === '') return unchanged(moment, composeList(wishesOf(session), knowledge, today))
  if (member) return unchanged(moment, say(REMINDER.administrators))
  if (STOP.test(typed)) return stopAll(moment)
  const at = readHour(typed)
  if (at !== undefined) return setHour(at, moment)
  const [request] = understand(words, preparedFor(knowledge).understanding, today)
  const plans = request?.plans?.value ?? []
  const [plan] = plans
  if (plan !== undefined && plans.length === 1) return unchanged(moment, settingOf({ plan }, moment))
  const narrowed = plans.length > 1 ? { ...knowledge, plans: knowledge.plans.filter((one) => plans.includes(one.id)) } : knowledge
  return unchanged(moment, composeList(wishesOf(plans.length > 1 ? { ...session, subscriptions: [] } : session), narrowed, today, 0, /^\d/.test(typed) ? REMINDER.badHour : undefined))
}

function set({ plan, deadline }: RemindAction, before: readonly number[], moment: Moment): Reply {
  const { session, knowledge, today } = moment
  // With a plan that is followed no more goes what was left out of it.
  const dropped = ({ before: days }: Subscription) => deadline === undefined && before.length === 0 && days.length === 0
  const others = (session.subscriptions ?? []).filter((one) => one.plan !== plan || (one.deadline !== deadline && !dropped(one)))
  const isFollowed = deadline !== undefined && others.some((one) => one.plan === plan && one.deadline === undefined)
  // Nothing of a deadline whose plan is followed is a wish too, and has to be kept.
  const wanted: Subscription[] = before.length > 0 || isFollowed ? [{ plan, ...(deadline === undefined ? {} : { deadline }), before }] : []
  if (others.length + wanted.length > MOST) return unchanged(moment, composeList(wishesOf(session), knowledge, today, 0, REMINDER.full(MOST)))
  const changed: Session = { ...session, subscriptions: [...others, ...wanted] }
  if (before.length === 0) return { messages: [composeList(wishesOf(changed), knowledge, today, 0, REMINDER.stopped)], session: changed }
  return { messages: [settingOf({ plan, ...(deadline === undefined ? {} : { deadline }) }, { ...moment, session: changed })], session: changed }
}

function settingOf({ plan: planId, deadline: id }: Target, { session, knowledge, today }: Moment): Message {
  const plan = knowledge.plans.find((one) => one.id === planId)
  const deadline = plan?.deadlines.find((one) => one.id === id)
  if (!plan || (id !== undefined && !deadline)) return composeList(wishesOf(session), knowledge, today, 0, REMINDER.gone)
  return composeSetting(plan, deadline, wishesOf(session), today)
}

function calendarOf({ plan: planId, deadline: id }: Target, { session, knowledge, today }: Moment): Message {
  const plan = knowledge.plans.find((one) => one.id === planId)
  const deadline = plan?.deadlines.find((one) => one.id === id)
  return !plan || (id !== undefined && !deadline) ? composeList(wishesOf(session), knowledge, today, 0, REMINDER.gone) : composeCalendar(plan, deadline, today)
}

/** What cannot be promised is not offered: a calendar's own alarms do the same. */
function insteadOfReminding(turn: Turn, moment: Moment): Message {
  const known = targetsOf(moment.session, moment.knowledge)
  const calendar = 'action' in turn ? readCalendarAction(turn.action, known) : undefined
  const wish = 'action' in turn ? readRemindAction(turn.action, known) : undefined
  const file = calendar ?? wish
  if (!file) return say(REMINDER.unreachable)
  const message = calendarOf(file, moment)
  return calendar ? message : { ...message, blocks: [...message.blocks, { type: 'note', text: REMINDER.unreachableFile }] }
}

function setHour(at: number, moment: Moment): Reply {
  const { session, knowledge, today } = moment
  if (!Number.isInteger(at) || at < 0 || at >= 24 * 60) return unchanged(moment, composeList(wishesOf(session), knowledge, today, 0, REMINDER.badHour))
  const changed: Session = { ...session, remindAt: at }
  return { messages: [composeList(wishesOf(changed), knowledge, today, 0, REMINDER.hourSet(at))], session: changed }
}

function stopAll({ session, knowledge, today }: Moment): Reply {
  const changed: Session = { ...session, subscriptions: [] }
  return { messages: [composeList(wishesOf(changed), knowledge, today, 0, REMINDER.allStopped)], session: changed }
}

/** Minutes after midnight: "7h30", "7:30", "7 gio ruoi", "luc 5h chieu"; NaN where it is an hour that no clock has. */
function readHour(folded: string): number | undefined {
  const match = /^(?:luc |vao )?(\d{1,2}) ?(?:h|g|gio|:)(?: ?(\d{1,2}|ruoi))?(?: ?(?:p|phut))?(?: (sang|trua|chieu|toi|dem))?$/.exec(folded)
  if (!match?.[1]) return undefined
  const minutes = match[2] === undefined ? 0 : match[2] === 'ruoi' ? 30 : Number(match[2])
  const hour = Number(match[1])
  const afternoon = hour < 12 && (match[3] === 'chieu' || match[3] === 'toi' || (match[3] === 'trua' && hour < 4)) ? 12 : 0
  return hour < 24 && minutes < 60 ? (hour + afternoon) * 60 + minutes : NaN
}

function wishesOf({ subscriptions = [], remindAt = REMIND_AT }: Session): Wishes {
  return { all: subscriptions, at: remindAt }
}

function targetsOf({ subscriptions = [] }: Session, { plans }: Knowledge): Target[] {
  return [...subscriptions, ...plans.flatMap((plan): Target[] => [{ plan: plan.id }, ...plan.deadlines.map((one) => ({ plan: plan.id, deadline: one.id }))])]
}

function unchanged({ session }: Moment, message: Message): Reply {
  return { messages: [message], session }
}
