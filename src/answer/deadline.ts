import { lastDay, nextOccurrence, occurrences, timeOf } from '../knowledge/due.ts'
import type { Deadline, Plan } from '../knowledge/types.ts'
import { dayOf, daysBetween, yearOf, type Day } from '../language/day.ts'
import { formatDay, formatWeekday } from '../language/format.ts'
import { closedBecause } from '../language/holidays.ts'
import type { Finding } from '../lookup/finding.ts'
import { nextButtons } from './buttons.ts'
import { planStrip } from './deadline-strip.ts'
import { listing } from './listing.ts'
import type { Block, FactReference, Message } from './message.ts'
import { headline, message, paragraph, quotesOf, references, reservations } from './parts.ts'
import { impliedPlan } from './plan-line.ts'
import { periodLine } from './period.ts'
import { DEADLINE } from './wording.ts'

/** Deadlines in words: the day first, how far off it is, whom it goes to. */

/** "trước ngày 05/11/2024, tức chậm nhất hết ngày 04/11/2024 (thứ Hai)" */
export function dueText(deadline: Pick<Deadline, 'due' | 'period'>, plan: Plan): string {
  const { due } = deadline
  if ('every' in due) return DEADLINE.every(occurrences(due, '1990-01-01', '2100-12-31', timeOf(plan, deadline)).map((one) => formatDay(one.lastDay)), due.before ?? false)
  if ('before' in due) return DEADLINE.before(formatDay(due.before), dayWithName(lastDay(due) as Day))
  if ('by' in due) return DEADLINE.by(dayWithName(due.by))
  if ('on' in due) return DEADLINE.on(dayWithName(due.on))
  if ('from' in due) return DEADLINE.span(formatDay(due.from), dayWithName(due.to))
  if ('month' in due) return DEADLINE.month(Number(due.month.slice(5)), Number(due.month.slice(0, 4)), dayWithName(lastDay(due) as Day))
  if ('quarter' in due) return DEADLINE.quarter(Number(due.quarter.slice(6)), Number(due.quarter.slice(0, 4)), dayWithName(lastDay(due) as Day))
  if ('after' in due) return DEADLINE.after(due.after.days, due.after.working ?? false, due.after.event)
  return due.event
}

/** The last valid day that counts today: of the next time where it recurs, else of the last one. */
export function currentLastDay(deadline: Deadline, plan: Plan, today: Day): Day | undefined {
  const time = timeOf(plan, deadline)
  return nextOccurrence(deadline.due, today, time)?.lastDay ?? lastDay(deadline.due, time)
}

/** "còn 34 ngày", "hôm nay là ngày cuối", "đã qua 20 ngày"; empty where no day can be told. */
export function remaining(last: Day | undefined, today: Day): string {
  if (!last) return ''
  const days = daysBetween(today, last)
  if (days > 0) return DEADLINE.left(days)
  return days === 0 ? DEADLINE.lastDay : DEADLINE.past(-days)
}

/** How a plan would speak of what comes after its day. */
const LATENESS = /quá (?:thời )?hạn|chậm (?:nộp|gửi|muộn)|(?:nộp|gửi|báo cáo) (?:chậm|muộn)|sau thời hạn|không đúng (?:thời )?hạn/iu

export function composeDeadline(finding: Extract<Finding, { kind: 'deadline' }>, today: Day): Message {
  const { plan, periods, asksWhere, asksWho, day } = finding
  const deadlines = finding.inGeneral ? soonestFirst(finding.deadlines, plan, today) : finding.deadlines
  const several = deadlines.length + periods.length > 1
  const lines = [...periods.map(periodLine), ...deadlines.map((deadline) => deadlineLine(deadline, plan, today, several))]
  const [only] = deadlines
  const told = listing(lines, { plan, kind: 'deadline', inGeneral: false, whole: true })
  const judged = several || !only ? undefined : onThatDay(only, plan, day)
  const first = several || !only ? told.first : (judged ?? withPlace(only, lines[0] as string, asksWhere, asksWho))
  const unsaid = finding.late && !plan.clauses.some(({ fullText }) => LATENESS.test(fullText))
  // "nộp trễ có sao không": that the plan does not say it comes first, unless a day was named that is told to be late.
  const lead = unsaid && judged === undefined
  const blocks: Block[] = [headline(lead ? DEADLINE.lateUnsaid : first), ...(lead && !several ? [paragraph(first)] : []), ...(several ? [...planStrip(plan, deadlines, periods, today), ...told.blocks] : [])]
  if (!several && only) blocks.push(paragraph(errand(only)))
  if (unsaid && !lead) blocks.push({ type: 'note', text: DEADLINE.lateUnsaid })
  blocks.push(...impliedPlan(finding), ...deadlines.flatMap((deadline) => closedNote(currentLastDay(deadline, plan, today), today)), ...overNote(plan, today))
  blocks.push(...reservations(plan, 'deadline', deadlines), ...quotesOf(plan, [...periods, ...deadlines]))
  const ahead = deadlines.find((deadline) => (currentLastDay(deadline, plan, today) ?? '') >= today)
  return message('answered', blocks, { facts: [...references(plan, 'period', periods), ...deadlineFacts(plan, deadlines, today)], buttons: nextButtons(plan, 'deadline', ahead) })
}

/** Who does it and whom it goes to stand before the day where they are asked for. */
function withPlace({ who, to, via }: Deadline, line: string, asksWhere: boolean, asksWho: boolean): string {
  const asked = [asksWho && who, (asksWhere || asksWho) && to && DEADLINE.place(to, via)].filter(Boolean).join(' → ')
  return asked ? DEADLINE.where(asked, line) : line
}

/** What is still ahead, soonest first, then what is past; what has no day comes last. */
function soonestFirst(deadlines: readonly Deadline[], plan: Plan, today: Day): Deadline[] {
  const dayOf = (deadline: Deadline) => currentLastDay(deadline, plan, today) ?? LAST
  const past = (deadline: Deadline) => (dayOf(deadline) === LAST ? 2 : dayOf(deadline) < today ? 1 : 0)
  return [...deadlines].sort((a, b) => past(a) - past(b) || dayOf(a).localeCompare(dayOf(b)))
}

const LAST: Day = '9999-12-31'

/** "nộp ngày 5/11 có kịp không": that day against the last valid one; a year that was not said is the deadline's. */
function onThatDay(deadline: Deadline, plan: Plan, said: Extract<Finding, { kind: 'deadline' }>['day']): string | undefined {
  const last = lastDay(deadline.due, timeOf(plan, deadline))
  const day = said && last && dayOf(said.year ?? yearOf(last), said.month, said.day)
  if (!day || 'every' in deadline.due) return undefined
  const due = dueText(deadline, plan)
  return day <= last ? DEADLINE.inTime(formatDay(day), due) : DEADLINE.tooLate(formatDay(day), due)
}

export function deadlineLine(deadline: Deadline, plan: Plan, today: Day, named: boolean): string {
  const next = 'every' in deadline.due ? nextOccurrence(deadline.due, today, timeOf(plan, deadline)) : undefined
  const rest = remaining(currentLastDay(deadline, plan, today), today)
  const all = dueText(deadline, plan)
  const due = next ? DEADLINE.next(dayWithName(next.lastDay), rest, all) : all
  const left = next ? '' : rest
  return named ? DEADLINE.line(deadline.task, due, left) + addressee(deadline) : DEADLINE.value(due, left)
}

function errand(deadline: Deadline): string {
  return [deadline.task, deadline.who && DEADLINE.who(deadline.who), deadline.to && DEADLINE.to(deadline.to, deadline.via)].filter(Boolean).join('. ') + '.'
}

export function addressee(deadline: Deadline): string {
  return deadline.to ? ` → ${DEADLINE.place(deadline.to, deadline.via)}` : ''
}

/** A last day on which offices are closed is pointed out, not moved. */
export function closedNote(last: Day | undefined, today: Day): Block[] {
  const reason = last && last >= today ? closedBecause(last) : undefined
  return reason && last ? [{ type: 'note', text: DEADLINE.closed(formatDay(last), reason) }] : []
}

export function overNote(plan: Plan, today: Day): Block[] {
  const end = plan.periods.find((period) => period.whole)?.to
  return end && end < today ? [{ type: 'note', text: DEADLINE.over(formatDay(end)) }] : []
}

export function deadlineFacts(plan: Plan, deadlines: readonly Deadline[], today: Day): FactReference[] {
  return deadlines.map((deadline) => {
    const last = currentLastDay(deadline, plan, today)
    return { plan: plan.id, kind: 'deadline', id: deadline.id, ...(last && { lastDay: last }) }
  })
}

export function dayWithName(day: Day): string {
  return `${formatDay(day)} (${formatWeekday(day)})`
}
