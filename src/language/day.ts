import { addDays as plusDays } from 'date-fns/addDays'
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays'
import { formatISO } from 'date-fns/formatISO'
import { isValid } from 'date-fns/isValid'
import { parseISO } from 'date-fns/parseISO'

/** A day in Asia/Ho_Chi_Minh, ISO 8601: "2024-11-05". It has no time and no zone. */
export type Day = `${number}-${number}-${number}`

/** The day, or undefined where the text is no ISO day of the calendar ("2024-02-30"). */
export function toDay(text: string): Day | undefined {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isValid(parseISO(text)) ? (text as Day) : undefined
}

/** The day of these numbers (month 1 to 12), or undefined where the calendar has none. */
export function dayOf(year: number, month: number, day: number): Day | undefined {
  const padded = (value: number, width: number) => String(value).padStart(width, '0')
  return toDay(`${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`)
}

/** The day n days later; earlier where n is negative. */
export function addDays(day: Day, n: number): Day {
  return formatISO(plusDays(parseISO(day), n), { representation: 'date' }) as Day
}

/** Whole days from one to the other: 1 from today to tomorrow, negative where `to` lies before. */
export function daysBetween(from: Day, to: Day): number {
  return differenceInCalendarDays(parseISO(to), parseISO(from))
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}

/** 1 to 12. */
export function monthOf(day: Day): number {
  return Number(day.slice(5, 7))
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: Day): number {
  return parseISO(day).getDay()
}

/** The last day of a month (1 to 12). */
export function lastDayOfMonth(year: number, month: number): Day {
  const next = month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1)
  return addDays(next as Day, -1)
}

const IN_VIETNAM = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh', year: 'numeric', month: '2-digit', day: '2-digit' })

/** The day that this instant falls on in Vietnam. */
export function dayInVietnam(instant: Date): Day {
  return IN_VIETNAM.format(instant) as Day
}
