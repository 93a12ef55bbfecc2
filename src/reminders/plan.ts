import { addDays, daysBetween, dayInVietnam, type Day } from '../language/day.ts'
import { lastDay, nextOccurrence, occurrences, timeOf, type Span } from '../knowledge/due.ts'
import type { Deadline, Knowledge } from '../knowledge/types.ts'
import { REMIND_AT, type Session } from '../session.ts'
import type { Notice } from '../answer/reminder-notice.ts'
import type { Planner, Reminder } from './types.ts'

/** Which deadline a chat is told of next, and when. Pure; instants are milliseconds. */

/** What a deadline's reminder needs of the knowledge. */
interface Facts { readonly deadline: Deadline; readonly time: Span }

type Next = Pick<Reminder, 'lastDay' | 'daysBefore' | 'dueAt'>

const MINUTE = 60_000
/** A change is told at once until then, and from the chat's hour on the next day after it. */
const EVENING = 21 * 60

/** A planner over one state of the knowledge and one moment; what it has worked out for one chat serves the next. */
export function plannerFor(knowledge: Knowledge, now: number): Planner {
  const next = remembering(
    ({ plan, deadline, before, at }: Reminder) => JSON.stringify([plan, deadline, before, at]),
    (row) => nextReminder(factsOf(knowledge, row.plan, row.deadline), row.before, row.at, now),
  )
  const stillDue = remembering(
    ({ plan, deadline, day }: { plan: string; deadline: string; day: Day }) => `${plan} ${deadline} ${day}`,
    ({ plan, deadline, day }) => comesOn(factsOf(knowledge, plan, deadline), day),
  )
  const today = dayInVietnam(new Date(now))
  return (chat, session, rows) => {
    const old = new Map(rows.map((row) => [`${row.plan} ${row.deadline}`, row]))
    return wanted(chat, session, knowledge, rows).map((row): Reminder => {
      const before = old.get(`${row.plan} ${row.deadline}`)
      const from = before?.movedFrom ?? before?.lastDay
      const planned = { ...row, ...next(row) }
      if (!before || from === undefined) return planned
      if (stillDue({ ...row, day: from })) return before.movedFrom === undefined && sameWish(before, row) ? before : planned
      if (from < today && (planned.lastDay ?? from) < today) return planned
      const dueAt = before.movedFrom === undefined ? noticeTime(row.at, now) : before.dueAt
      return { ...row, ...(planned.lastDay === undefined ? {} : { lastDay: planned.lastDay }), movedFrom: from, ...(dueAt === undefined ? {} : { dueAt }) }
    })
  }
}

/** The planner of this moment, kept for a second: planning a whole plan's subscribers works everything out once. */
export function planningFrom(knowledge: () => Knowledge, clock: () => number): Planner {
  let made = { knowledge: undefined as Knowledge | undefined, at: 0, planner: plannerFor(knowledge(), clock()) }
  return (...args) => {
    const at = clock()
    if (made.knowledge !== knowledge() || Math.abs(at - made.at) > 1000) made = { knowledge: knowledge(), at, planner: plannerFor(knowledge(), at) }
    return made.planner(...args)
  }
}

/**
 * The next reminder after an instant: the earliest of `before` that lies ahead, of the first time the deadline comes
 * that has one. Without one left, the last valid day alone; without a day in the knowledge, nothing.
 */
export function nextReminder(facts: Facts | undefined, before: readonly number[], at: number, now: number): Next {
  if (!facts) return {}
  const { deadline, time } = facts
  const today = dayInVietnam(new Date(now))
  const end = lastDay(deadline.due, time)
  if (end === undefined) return {}
  for (const { lastDay } of occurrences(deadline.due, today, end, time)) {
    const instants = before.map((days) => ({ lastDay, daysBefore: days, dueAt: instantInVietnam(addDays(lastDay, -days), at) }))
    const ahead = instants.filter(({ dueAt }) => dueAt > now).sort((a, b) => a.dueAt - b.dueAt)[0]
    if (ahead) return ahead
  }
  return { lastDay: nextOccurrence(deadline.due, today, time)?.lastDay ?? end }
}

/** Undefined where there is nothing to say: the row is only to be moved on. */
export function noticeOf(row: Reminder, knowledge: Knowledge, now: number): Notice | undefined {
  const facts = factsOf(knowledge, row.plan, row.deadline)
  const today = dayInVietnam(new Date(now))
  const from = row.movedFrom ?? (row.lastDay !== undefined && !comesOn(facts, row.lastDay) ? row.lastDay : undefined)
  if (from !== undefined) {
    const day = nextReminder(facts, row.before, row.at, now).lastDay
    if (!facts || day === undefined) return { kind: 'gone', from }
    return { kind: 'moved', deadline: facts.deadline, from, lastDay: day, daysLeft: daysBetween(today, day) }
  }
  if (!facts || row.lastDay === undefined || row.dueAt === undefined) return undefined
  const daysLeft = daysBetween(today, row.lastDay)
  if (daysLeft < 0) return { kind: 'passed', deadline: facts.deadline, lastDay: row.lastDay }
  return { kind: 'ahead', deadline: facts.deadline, lastDay: row.lastDay, daysLeft, late: now - row.dueAt >= 60 * MINUTE }
}

/** The row once what was due at `now` has been said. */
export function afterNotice(row: Reminder, knowledge: Knowledge, now: number): Reminder {
  const { chat, plan, deadline, before, at } = row
  const facts = factsOf(knowledge, plan, deadline)
  return { chat, plan, deadline, before, at, ...nextReminder(facts, before, at, now) }
}

/** An instant in milliseconds; `at` in minutes after midnight. Vietnam has no summer time. */
export function instantInVietnam(day: Day, at: number): number {
  return Date.parse(`${day}T00:00:00+07:00`) + at * MINUTE
}

/** One row a deadline: those of a followed plan, and those asked for by themselves, whose own setting counts. */
function wanted(chat: string, session: Session, knowledge: Knowledge, rows: readonly Reminder[]): Reminder[] {
  const found = new Map<string, Reminder>()
  const subscriptions = [...(session.subscriptions ?? [])].sort((a, b) => Number(a.deadline !== undefined) - Number(b.deadline !== undefined))
  for (const { plan, deadline, before } of subscriptions) {
    for (const one of deadline === undefined ? deadlinesOf(plan, knowledge, rows) : [deadline]) {
      if (before.length === 0) found.delete(`${plan} ${one}`)
      else found.set(`${plan} ${one}`, { chat, plan, deadline: one, before, at: session.remindAt ?? REMIND_AT })
    }
  }
  return [...found.values()]
}

/** Those with a day, and those that had one when a row was made: they may have to be told of as gone. */
function deadlinesOf(plan: string, knowledge: Knowledge, rows: readonly Reminder[]): string[] {
  const now = knowledge.plans.find((one) => one.id === plan)
  const dated = now?.deadlines.filter((one) => lastDay(one.due, timeOf(now, one)) !== undefined).map((one) => one.id) ?? []
  return [...new Set([...dated, ...rows.filter((row) => row.plan === plan).map((row) => row.deadline)])]
}

function comesOn(facts: Facts | undefined, day: Day): boolean {
  return facts !== undefined && occurrences(facts.deadline.due, day, day, facts.time).length > 0
}

function noticeTime(at: number, now: number): number {
  const today = dayInVietnam(new Date(now))
  if (now <= instantInVietnam(today, at)) return instantInVietnam(today, at)
  return now < instantInVietnam(today, Math.max(at, EVENING)) ? now : instantInVietnam(addDays(today, 1), at)
}

function factsOf(knowledge: Knowledge, planId: string, id: string): Facts | undefined {
  const plan = knowledge.plans.find((one) => one.id === planId)
  const deadline = plan?.deadlines.find((one) => one.id === id)
  return plan && deadline ? { deadline, time: timeOf(plan, deadline) } : undefined
}

function sameWish(one: Reminder, other: Reminder): boolean {
  return one.at === other.at && String(one.before) === String(other.before)
}

function remembering<T, V>(keyOf: (of: T) => string, work: (of: T) => V): (of: T) => V {
  const known = new Map<string, V>()
  return (of) => {
    const key = keyOf(of)
    const found = known.get(key) ?? work(of)
    known.set(key, found)
    return found
  }
}
