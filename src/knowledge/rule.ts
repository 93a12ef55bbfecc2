import rrule from 'rrule'
import { toDay, type Day } from '../language/day.ts'

const { RRule } = rrule

const FREQUENCIES: readonly number[] = [RRule.YEARLY, RRule.MONTHLY, RRule.WEEKLY]
/** Long enough for the rarest day there is, a 29 February. */
const TRIAL = { from: '2020-01-01', to: '2028-12-31' } as const

const midnight = (day: Day) => new Date(`${day}T00:00:00Z`)

/**
 * The days an RFC 5545 RRULE names from one day to another, both included, in order. Counting (INTERVAL, COUNT) starts
 * on `start`. Throws an Error where the rule cannot be read; knowledge that was loaded holds only rules that can.
 */
export function ruleDays(rule: string, start: Day, from: Day, to: Day): Day[] {
  const parsed = RRule.parseString(rule)
  if (parsed.freq === undefined || !FREQUENCIES.includes(parsed.freq)) throw new Error(`no calendar frequency in "${rule}"`)
  const end = midnight(to)
  // Without an end the library looks for a rule that never matches up to the year 9999.
  const until = parsed.until && parsed.until < end ? parsed.until : end
  const days = new RRule({ ...parsed, dtstart: midnight(start), until, tzid: null, byhour: null, byminute: null, bysecond: null })
  return days.between(midnight(from), end, true).map((at) => toDay(at.toISOString().slice(0, 10)) as Day)
}

/** True where the rule can be read, counts in weeks or more, carries no DTSTART of its own and ever names a day. */
export function isRule(text: string): boolean {
  try {
    return !/DTSTART|TZID|BYHOUR|BYMINUTE|BYSECOND/i.test(text) && ruleDays(text, TRIAL.from, TRIAL.from, TRIAL.to).length > 0
  } catch {
    return false
  }
}
