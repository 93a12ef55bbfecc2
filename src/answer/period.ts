import type { Period } from '../knowledge/types.ts'
import { daysBetween, lastDayOfMonth, monthOf, yearOf, type Day } from '../language/day.ts'
import { formatDay } from '../language/format.ts'
import type { Finding } from '../lookup/finding.ts'
import { nextButtons } from './buttons.ts'
import { FACTS } from './facts-wording.ts'
import type { Block, Message } from './message.ts'
import { headline, list, message, quotesOf, references, reservations } from './parts.ts'
import { impliedPlan } from './plan-line.ts'
import { DEADLINE } from './wording.ts'

/** The time of a plan and of its phases: from when to when, and whether it is over. */

export function composePeriod(finding: Extract<Finding, { kind: 'period' }>, today: Day): Message {
  const { plan, periods, asksEnd } = finding
  const lines = periods.map((period) => (asksEnd ? DEADLINE.periodFirst(stateOf(period, today, true), periodLine(period)) : DEADLINE.periodIs(periodLine(period), stateOf(period, today, false))))
  const together = FACTS.together(lines)
  const fits = FACTS.fits(together)
  const [first, ...rest] = lines
  const blocks: Block[] = [headline(fits ? together : (first ?? '')), ...impliedPlan(finding), ...(fits ? [] : [list(rest)]), ...reservations(plan, 'period', periods), ...quotesOf(plan, periods)]
  return message('answered', blocks, { facts: references(plan, 'period', periods), buttons: nextButtons(plan, 'period') })
}

/** A time that the plan gives in months or as a year is told so, not by days that it does not name. */
export function periodLine({ name, from, to, source }: Period): string {
  const wholeMonths = from.endsWith('-01') && to === lastDayOfMonth(yearOf(to), monthOf(to)) && !/ngày/iu.test(source.quote)
  if (!wholeMonths) return DEADLINE.period(name, formatDay(from), formatDay(to))
  if (from.slice(0, 4) === to.slice(0, 4) && monthOf(from) === 1 && monthOf(to) === 12) return DEADLINE.year(name, from.slice(0, 4))
  return DEADLINE.months(name, formatDay(from).slice(3), formatDay(to).slice(3))
}

/** "còn 32 ngày", "đã kết thúc 13 ngày"; without `exact` a time that is over is only said to be. */
function stateOf({ from, to }: Period, today: Day, exact: boolean): string {
  if (today < from) return DEADLINE.begins(daysBetween(today, from))
  if (today > to) return DEADLINE.ended(exact ? daysBetween(to, today) : undefined)
  return today === to ? DEADLINE.endsToday : DEADLINE.left(daysBetween(today, to))
}
