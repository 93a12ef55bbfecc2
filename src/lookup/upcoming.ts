import { occurrences, timeOf } from '../knowledge/due.ts'
import type { Deadline, Plan } from '../knowledge/types.ts'
import { addDays, dayOf, lastDayOfMonth, yearOf, type Day } from '../language/day.ts'
import type { Request, TimeMention } from '../understand/request.ts'
import type { DatedDeadline, Finding } from './finding.ts'
import type { Match } from './match.ts'

/** "Sắp tới có hạn nào", "tháng 11 có hạn gì", "kỳ báo cáo tiếp theo": deadlines by the calendar, not by their name. */

/** No plan here reaches further. */
const HORIZON_DAYS = 5 * 366
/** A deadline is left out where the question names something it does not speak of. */
const SPOKEN_OF = 0.5

export function findUpcoming(request: Request, plans: readonly Plan[], matches: readonly Match[], today: Day): Finding | undefined {
  const asks = (intent: string) => request.intents.some((one) => one.intent === intent && one.weight === 1)
  const aDay = request.time?.kind === 'days' && request.time.from === request.time.to
  // "ký ngày mấy tháng 3"
  if (asks('identity')) return undefined
  const nothingElse = request.content.every((at) => request.explained.has(at))
  if (!asks('upcoming') && !(request.time && !aDay && (asks('deadline') || nothingElse))) return undefined
  const wanted = new Set(
    matches.filter(({ entry, coverage }) => entry.kind === 'deadline' && coverage >= SPOKEN_OF).map(({ entry }) => entry.item as Deadline),
  )
  if (!wanted.size) return undefined
  const span = request.time && !aDay ? spanOf(request.time, plans, today) : undefined
  const from = span?.from ?? today
  const to = span?.to ?? addDays(today, HORIZON_DAYS)
  const ahead = dated(plans, wanted, from, to)
  if (span && !ahead.length && to >= today) {
    const [next] = dated(plans, wanted, addDays(to, 1), addDays(to, HORIZON_DAYS))
    return { kind: 'upcoming', plans, span, ahead, ...(next && { next }) }
  }
  if (ahead.length || span) return { kind: 'upcoming', plans, ...(span && { span }), ahead }
  const last = dated(plans, wanted, '1990-01-01', today).at(-1)
  return { kind: 'upcoming', plans, ahead, ...(last && { last }) }
}

function dated(plans: readonly Plan[], wanted: ReadonlySet<Deadline>, from: Day, to: Day): DatedDeadline[] {
  return plans
    .flatMap((plan) =>
      plan.deadlines
        .filter((deadline) => wanted.has(deadline))
        .flatMap((deadline) => occurrences(deadline.due, from, to, timeOf(plan, deadline)).map(({ lastDay }) => ({ plan, deadline, lastDay }))),
    )
    .sort((a, b) => a.lastDay.localeCompare(b.lastDay))
}

/** A month without a year is one of the only plan's year; of several plans, of this year. */
function spanOf(time: TimeMention, plans: readonly Plan[], today: Day): { from: Day; to: Day; name: string } {
  if (time.kind === 'days') return time
  const years = plans.length === 1 ? (plans[0]?.years ?? [plans[0]?.year ?? yearOf(today)]) : [yearOf(today)]
  const year = time.year ?? (years.includes(yearOf(today)) ? yearOf(today) : (years[0] ?? yearOf(today)))
  const first = time.kind === 'month' ? time.month : time.quarter * 3 - 2
  const last = time.kind === 'month' ? time.month : time.quarter * 3
  const name = time.kind === 'month' ? `tháng ${time.month}/${year}` : `quý ${['I', 'II', 'III', 'IV'][time.quarter - 1]}/${year}`
  return { from: dayOf(year, first, 1) as Day, to: lastDayOfMonth(year, last), name }
}
