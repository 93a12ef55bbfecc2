import { findTimes, type FoundTime } from '../language/dates.ts'
import { dayOf, lastDayOfMonth, type Day } from '../language/day.ts'

/** Days, months and quarters of facts held against those that their quotes name. */

/**
 * The first of these days, months ("2026-07") or quarters ("2026-Q3") that no quote names although the quotes name days or
 * months, with what they name; undefined where all is well. A quote without a day proves none and contradicts none.
 */
export function contradicted(values: readonly string[], quotes: readonly string[]): { value: string; quoted: string } | undefined {
  const named = quotes.flatMap((quote) => findTimes(quote).map((time) => ({ time, said: quote.slice(time.start, time.end) })))
  for (const value of values) {
    const telling = named.filter(({ time }) => !time.bare && (time.name.kind === 'day' || (value.length < 10 && time.name.kind !== 'year')))
    if (telling.length > 0 && named.every(({ time }) => time.name.kind !== 'cycle') && !named.some(({ time }) => names(time, value))) return { value, quoted: telling.map(({ said }) => said).join(', ') }
  }
  return undefined
}

/** Of a period only a quote with both ends tells: "ngày 10 tháng 02 năm 2026" alone is no end of the year 2026. */
export function contradictedEnds(ends: readonly string[], quotes: readonly string[]): { value: string; quoted: string } | undefined {
  return quotes.some((quote) => findTimes(quote).some(({ link }) => link === 'to')) ? contradicted(ends, quotes) : undefined
}

/** Whether the time is this day or begins or ends with it; for a month or quarter, whether it lies in it. */
function names(time: FoundTime, value: string): boolean {
  const span = spanOf(time, typeof time.year === 'number' ? time.year : Number(value.slice(0, 4)))
  return span !== undefined && [span.from, span.to].some((day) => (value.length === 10 ? day === value : day.startsWith(value) || quarterOf(day) === value))
}

const quarterOf = (day: string) => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`

function spanOf({ name }: FoundTime, year: number): { from: Day; to: Day } | undefined {
  const months = (first: number, count: number) => ({ from: dayOf(year, first, 1) as Day, to: lastDayOfMonth(year, first + count - 1) })
  if (name.kind === 'month') return months(name.month, 1)
  if (name.kind === 'quarter') return months(name.quarter * 3 - 2, 3)
  if (name.kind === 'year') return months(1, 12)
  const day = name.kind === 'day' ? dayOf(year, name.month, name.day) : undefined
  return day && { from: day, to: day }
}
