import { occurrences, timeOf } from '../knowledge/due.ts'
import type { Deadline, Period, Plan } from '../knowledge/types.ts'
import type { Day } from '../language/day.ts'
import { capitalise } from '../language/format.ts'
import type { Finding } from '../lookup/finding.ts'
import type { Block, CalendarEntry } from './message.ts'
import { planName } from './wording.ts'

/** Deadlines to look at rather than to read: a strip of months beside the list in words, for who can draw it. */

/** Every time that these deadlines and phases of one plan come, past ones too. */
export function planStrip(plan: Plan, deadlines: readonly Deadline[], periods: readonly Period[], today: Day): Block[] {
  const phases = periods.map(({ name, from, to }): CalendarEntry => ({ label: capitalise(name), from, lastDay: to, plan: planName(plan) }))
  return strip([...phases, ...deadlines.flatMap((deadline) => entriesOf(plan, deadline))], today)
}

/** The deadlines of an answer on what lies ahead. Asked of a single plan as a whole, its past ones stand among them. */
export function upcomingStrip({ plans, ahead, span }: Extract<Finding, { kind: 'upcoming' }>, today: Day): Block[] {
  const [plan, ...others] = new Set(plans)
  if (plan && others.length === 0 && span === undefined) {
    const all = plan.deadlines.flatMap((deadline) => entriesOf(plan, deadline))
    if (all.filter((entry) => entry.lastDay >= today).length === ahead.length) return strip(all, today)
  }
  return strip(ahead.flatMap((one) => entriesOf(one.plan, one.deadline).filter((entry) => entry.lastDay === one.lastDay)), today)
}

function entriesOf(plan: Plan, deadline: Deadline): CalendarEntry[] {
  const times = occurrences(deadline.due, '1990-01-01', '2100-12-31', timeOf(plan, deadline))
  return times.map(({ from, lastDay }) => ({ label: capitalise(deadline.task), ...(from && { from }), lastDay, plan: planName(plan) }))
}

/** One day alone is told faster in words. Plan by plan, in the order in which they come. */
function strip(entries: readonly CalendarEntry[], today: Day): Block[] {
  if (new Set(entries.map((entry) => entry.lastDay)).size < 2) return []
  const byDay = [...entries].sort((a, b) => (a.from ?? a.lastDay).localeCompare(b.from ?? b.lastDay) || a.lastDay.localeCompare(b.lastDay))
  const plans = [...new Set(byDay.map((entry) => entry.plan))]
  return [{ type: 'calendar', today, inWords: true, entries: plans.flatMap((plan) => byDay.filter((entry) => entry.plan === plan)) }]
}
