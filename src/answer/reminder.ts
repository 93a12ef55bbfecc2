import { lastDay, nextOccurrence, timeOf } from '../knowledge/due.ts'
import type { Deadline, Knowledge, Plan } from '../knowledge/types.ts'
import { addDays, type Day } from '../language/day.ts'
import { formatDay, formatWeekday, shorten } from '../language/format.ts'
import { closedNote, currentLastDay, dueText, remaining } from './deadline.ts'
import type { Attachment, Block, Button, Message } from './message.ts'
import { headline, list, message, paragraph } from './parts.ts'
import { calendarAction, DAYS_BEFORE, HOURS_ACTION, hourAction, LIST_ACTION, pageAction, remindAction, STOP_ALL_ACTION, STOP_ALL_SURE_ACTION, type Target } from './reminder-actions.ts'
import { REMINDER, REMINDER_BUTTONS } from './reminder-wording.ts'
import { DEADLINE, planName } from './wording.ts'

/** What a chat sees while it sets, lists and drops reminders. */

/** What a chat has asked for so far; `at` in minutes after midnight. */
export interface Wishes { readonly all: readonly Wish[]; readonly at: number }
interface Wish extends Target { readonly before: readonly number[] }

const PAGE = 8
const LISTED = 10
const HOURS = [6, 7, 7.5, 8, 9, 14, 17, 20].map((hour) => hour * 60)

/** When to be reminded of a deadline or a plan: chosen by buttons, those chosen marked. */
export function composeSetting(plan: Plan, deadline: Deadline | undefined, wishes: Wishes, today: Day): Message {
  const target: Target = { plan: plan.id, ...(deadline && { deadline: deadline.id }) }
  const chosen = wishes.all.find((one) => one.plan === target.plan && one.deadline === target.deadline)?.before ?? []
  const offered = offeredDays(plan, deadline, today)
  const ahead = deadline ? [] : deadlinesAhead(plan, today)
  const blocks: Block[] = [headline(chosen.length ? REMINDER.set(chosen, wishes.at) : offered.length ? REMINDER.ask : refusal(plan, deadline, today))]
  blocks.push(paragraph(deadline ? lineOf(plan, deadline, today) : `${REMINDER.wholePlan(planName(plan))}:`))
  if (ahead.length) blocks.push(list(ahead.slice(0, LISTED).map((one) => lineOf(plan, one, today))))
  if (chosen.length && deadline) blocks.push(...nextNote(plan, deadline, chosen, today))
  if (deadline) blocks.push(...closedNote(currentLastDay(deadline, plan, today), today))
  return message('choose', blocks, { buttons: [...dayButtons(target, chosen, offered), ...furtherButtons(plan, deadline, chosen.length > 0)] })
}

/** All that a chat has asked for, `page` counted from 0; `lead` says what was just done. */
export function composeList({ all, at }: Wishes, knowledge: Knowledge, today: Day, page = 0, lead?: string): Message {
  if (all.length === 0) return composeNone(knowledge, today, lead)
  const from = page * PAGE < all.length ? page * PAGE : 0
  const shown = all.slice(from, from + PAGE)
  const blocks: Block[] = [headline(lead ?? REMINDER.list(all.length, at))]
  blocks.push(list(shown.map((one) => itemOf(one, knowledge, today)), true), paragraph(REMINDER.hourHint))
  const buttons = shown.map((one, index): Button[] => [
    { label: REMINDER_BUTTONS.change(index + 1), action: remindAction({ plan: one.plan, deadline: one.deadline }) },
    // Nothing of one deadline of a followed plan: there is nothing left to drop.
    ...(one.before.length ? [{ label: REMINDER_BUTTONS.remove(index + 1), action: remindAction({ ...one, before: [] }) }] : []),
  ])
  if (from + PAGE < all.length) buttons.push([{ label: REMINDER_BUTTONS.more, action: pageAction(from / PAGE + 1) }])
  buttons.push([{ label: REMINDER_BUTTONS.hour, action: HOURS_ACTION }, { label: REMINDER_BUTTONS.stopAll, action: STOP_ALL_ACTION }])
  return message('choose', blocks, { buttons })
}

function composeNone(knowledge: Knowledge, today: Day, lead = REMINDER.none as string): Message {
  const plans = knowledge.plans.filter((plan) => deadlinesAhead(plan, today).length > 0)
  const buttons = plans.map((plan): Button[] => [{ label: REMINDER_BUTTONS.plan(planName(plan)), action: remindAction({ plan: plan.id }) }])
  return message('choose', [headline(lead), paragraph(REMINDER.howTo)], { buttons })
}

export function composeHours(): Message {
  const buttons = HOURS.map((at): Button => ({ label: `${Math.floor(at / 60)}h${at % 60 ? String(at % 60) : ''}`, action: hourAction(at) }))
  return message('choose', [headline(REMINDER.hours), paragraph(REMINDER.hoursTyped)], { buttons: [buttons.slice(0, 4), buttons.slice(4)] })
}

export function composeSure(count: number): Message {
  const buttons: Button[][] = [[{ label: REMINDER_BUTTONS.sure, action: STOP_ALL_SURE_ACTION }, { label: REMINDER_BUTTONS.list, action: LIST_ACTION }]]
  return message('choose', [headline(REMINDER.sure(count))], { buttons })
}

/** The calendar file of one deadline, or of all of a plan that lie ahead (of all there are where none does). */
export function composeCalendar(plan: Plan, deadline: Deadline | undefined, today: Day): Message {
  const ahead = deadlinesAhead(plan, today)
  const dated = plan.deadlines.filter((one) => currentLastDay(one, plan, today) !== undefined)
  const wanted = deadline ? dated.filter((one) => one === deadline) : ahead.length ? ahead : dated
  if (wanted.length === 0) return message('not-stated', [headline(REMINDER.noDay)])
  const name = `${deadline ? `${deadline.id}-` : ''}${plan.id}.ics`
  const file: Attachment = { name, type: 'text/calendar; charset=utf-8', content: { kind: 'calendar', plan: plan.id, deadlines: wanted.map((one) => one.id) } }
  return message('help', [headline(REMINDER.calendar), list(wanted.slice(0, LISTED).map((one) => lineOf(plan, one, today)))], { attachments: [file] })
}

/** Deadlines with a last valid day that has not passed, soonest first. */
export function deadlinesAhead(plan: Plan, today: Day): Deadline[] {
  return plan.deadlines
    .flatMap((deadline) => {
      const next = nextOccurrence(deadline.due, today, timeOf(plan, deadline))
      return next ? [{ deadline, day: next.lastDay }] : []
    })
    .sort((a, b) => (a.day < b.day ? -1 : 1))
    .map(({ deadline }) => deadline)
}

/** Days before that still lie ahead; all of them for a plan, or a deadline that comes again. */
function offeredDays(plan: Plan, deadline: Deadline | undefined, today: Day): readonly number[] {
  if (!deadline) return deadlinesAhead(plan, today).length ? DAYS_BEFORE : []
  const time = timeOf(plan, deadline)
  const next = nextOccurrence(deadline.due, today, time)
  if (!next) return []
  const again = nextOccurrence(deadline.due, addDays(next.lastDay, 1), time) !== undefined
  return again ? DAYS_BEFORE : DAYS_BEFORE.filter((days) => addDays(next.lastDay, -days) > today)
}

function refusal(plan: Plan, deadline: Deadline | undefined, today: Day): string {
  if (!deadline) return REMINDER.nothingAhead(planName(plan))
  return currentLastDay(deadline, plan, today) ? REMINDER.tooLate : REMINDER.noDay
}

function nextNote(plan: Plan, deadline: Deadline, before: readonly number[], today: Day): Block[] {
  const time = timeOf(plan, deadline)
  for (let next = nextOccurrence(deadline.due, today, time); next; next = nextOccurrence(deadline.due, addDays(next.lastDay, 1), time)) {
    const { lastDay: last } = next
    const day = before.map((days) => addDays(last, -days)).filter((one) => one > today).sort()[0]
    if (day) return [paragraph(REMINDER.next(`${formatWeekday(day)}, ${formatDay(day)}`))]
  }
  return [{ type: 'note', text: REMINDER.noneLeft }]
}

/** Every button sets what it shows: pressed twice, or late, it does no harm. */
function dayButtons(target: Target, chosen: readonly number[], offered: readonly number[]): Button[][] {
  const usual = offered.filter((days) => days > 0)
  const first: Button[] = chosen.length === 0 && usual.length > 1 ? [{ label: REMINDER_BUTTONS.several(usual), action: remindAction({ ...target, before: usual }) }] : []
  const days = offered.map((one): Button => {
    const isChosen = chosen.includes(one)
    return { label: REMINDER_BUTTONS.day(one, isChosen), action: remindAction({ ...target, before: DAYS_BEFORE.filter((day) => (day === one ? !isChosen : chosen.includes(day))) }) }
  })
  return [first, days].filter((row) => row.length > 0)
}

function furtherButtons(plan: Plan, deadline: Deadline | undefined, isSet: boolean): Button[][] {
  const stop: Button[] = isSet ? [{ label: REMINDER_BUTTONS.stop, action: remindAction({ plan: plan.id, ...(deadline && { deadline: deadline.id }), before: [] }) }] : []
  const dated = !deadline || lastDay(deadline.due, timeOf(plan, deadline)) !== undefined
  const file: Button = { label: deadline ? REMINDER_BUTTONS.calendar : REMINDER_BUTTONS.calendarAll, action: calendarAction(plan.id, deadline?.id) }
  const whole: Button[] = deadline ? [{ label: REMINDER_BUTTONS.wholePlan, action: remindAction({ plan: plan.id }) }] : []
  return [dated ? [...stop, file] : stop, [...whole, { label: REMINDER_BUTTONS.list, action: LIST_ACTION }]].filter((row) => row.length > 0)
}

function itemOf(wish: Wish, knowledge: Knowledge, today: Day): string {
  const plan = knowledge.plans.find((one) => one.id === wish.plan)
  if (!plan) return REMINDER.item(wish.plan, REMINDER.gone, wish.before)
  const deadline = plan.deadlines.find((one) => one.id === wish.deadline)
  const what = deadline ? lineOf(plan, deadline, today) : wish.deadline === undefined ? 'mọi hạn có ngày' : REMINDER.gone
  return REMINDER.item(planName(plan), what.replace(/\.$/, ''), wish.before)
}

/** "Gửi hồ sơ: trước ngày 05/11/2024, tức chậm nhất hết ngày 04/11/2024 (thứ Hai) – còn 5 ngày" */
function lineOf(plan: Plan, deadline: Deadline, today: Day): string {
  const day = currentLastDay(deadline, plan, today)
  const due = 'every' in deadline.due && day ? DEADLINE.by(`${formatDay(day)} (${formatWeekday(day)})`) : dueText(deadline, plan)
  return shorten(DEADLINE.line(deadline.task, due, remaining(day, today)), 300)
}
