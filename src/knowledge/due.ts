import { addDays, dayOf, lastDayOfMonth, monthOf, yearOf, type Day } from '../language/day.ts'
import { ruleDays } from './rule.ts'
import type { Deadline, Due, PlanFile } from './types.ts'

/** When a deadline falls, in days: the one place that turns "trước ngày", months, quarters and rules into last valid days. */

/** Days from one to the other, both included. */
export interface Span { readonly from: Day; readonly to: Day }

/** One time a deadline comes. `from`: where it has a first day too ("từ ngày 8 đến ngày 10", "trong quý III"). */
export interface Occurrence { readonly from?: Day; readonly lastDay: Day }

type PlanTime = Pick<PlanFile, 'periods' | 'year' | 'years'>

/**
 * The time in which a deadline's rule holds: its own phase, else the plan's whole period, else the calendar years of the
 * plan. A movement that ends on 30 November still owes its fourth quarter's report of December.
 */
export function timeOf(plan: PlanTime, deadline?: Pick<Deadline, 'period' | 'due'>): Span {
  const phase = plan.periods.find((one) => one.id === deadline?.period)
  if (phase) return { from: phase.from, to: phase.to }
  const whole = plan.periods.find((one) => one.whole)
  if (whole) return { from: whole.from, to: deadline && 'every' in deadline.due ? endOfTerm(deadline.due.every, whole.to) : whole.to }
  const years = plan.years?.length ? plan.years : [plan.year]
  return { from: dayOf(Math.min(...years), 1, 1) as Day, to: dayOf(Math.max(...years), 12, 31) as Day }
}

/** The last day of the calendar month, quarter, half or whole year, as the rule comes round, in which this day lies. */
function endOfTerm(rule: string, day: Day): Day {
  if (/FREQ=WEEKLY/.test(rule)) return day
  const named = /BYMONTH=([\d,]+)/.exec(rule)?.[1]?.split(',').length
  const length = named ? Math.ceil(12 / named) : /FREQ=MONTHLY/.test(rule) ? Number(/INTERVAL=(\d+)/.exec(rule)?.[1] ?? 1) : 12
  return lastDayOfMonth(yearOf(day), Math.min(12, Math.ceil(monthOf(day) / length) * length))
}

/**
 * The last valid day, of the last time where the deadline recurs: "trước ngày 05/11" gives the 4th. Undefined where no
 * day can be told: counted from an event, or recurring without a time in which the rule holds.
 */
export function lastDay(due: Due, time?: Span): Day | undefined {
  if ('every' in due) return time && recurring(due, time, time).at(-1)?.lastDay
  return once(due)?.lastDay
}

/** Every time the deadline comes whose last valid day lies from `from` to `to`, both included, in order. `time` bounds a recurring one: see timeOf. */
export function occurrences(due: Due, from: Day, to: Day, time?: Span): Occurrence[] {
  const all = 'every' in due ? recurring(due, { from, to }, time ?? { from, to }) : [once(due)]
  return all.filter((one): one is Occurrence => one !== undefined && one.lastDay >= from && one.lastDay <= to)
}

/** The first time whose last valid day is today or later; undefined where all have passed or no day can be told. */
export function nextOccurrence(due: Due, today: Day, time?: Span): Occurrence | undefined {
  const end = 'every' in due ? time?.to : once(due)?.lastDay
  return end === undefined ? undefined : occurrences(due, today, end, time)[0]
}

function once(due: Exclude<Due, { every: string }>): Occurrence | undefined {
  if ('before' in due) return { lastDay: addDays(due.before, -1) }
  if ('by' in due) return { lastDay: due.by }
  if ('on' in due) return { lastDay: due.on }
  if ('from' in due) return { from: due.from, lastDay: due.to }
  if ('month' in due) return months(Number(due.month.slice(0, 4)), Number(due.month.slice(5)), 1)
  if ('quarter' in due) return months(Number(due.quarter.slice(0, 4)), Number(due.quarter.slice(6)) * 3 - 2, 3)
  return undefined
}

function months(year: number, first: number, count: number): Occurrence {
  return { from: dayOf(year, first, 1), lastDay: lastDayOfMonth(year, first + count - 1) }
}

/** A day later is asked for than wanted, as a rule of "trước ngày" names the day after the last valid one. */
function recurring(due: Extract<Due, { every: string }>, wanted: Span, time: Span): Occurrence[] {
  const from = wanted.from > time.from ? wanted.from : time.from
  const after = addDays(wanted.to, 1)
  const to = after < time.to ? after : time.to
  if (from > to) return []
  return ruleDays(due.every, time.from, from, to).map((day) => ({ lastDay: due.before ? addDays(day, -1) : day }))
}
