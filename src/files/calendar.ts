import ICAL from 'ical.js'
import { planName } from '../answer/wording.ts'
import { lastDay, occurrences, timeOf, type Occurrence } from '../knowledge/due.ts'
import type { Deadline, Plan } from '../knowledge/types.ts'
import { clauseName } from '../language/clause-name.ts'
import { addDays, type Day } from '../language/day.ts'
import { REMIND_AT } from '../session.ts'
import { calendarWording } from './calendar-wording.ts'

/** Days before the last one on which the calendar itself rings, at the hour reminders come. */
const ALARMS = [7, 3, 1]
/** RFC 5545 counts the blank that opens a continued line among its 75 octets; the library does not. */
const OCTETS = 74

/**
 * The deadlines of a plan as an iCalendar file (UTF-8), in the plan's order; ids without a day are left out. Days are
 * whole days without a zone: they mean the same on every machine. `madeAt` is the moment the file is made.
 */
export function calendarFile(plan: Plan, ids: readonly string[], madeAt: Date): Uint8Array {
  const calendar = new ICAL.Component('vcalendar')
  calendar.addPropertyWithValue('prodid', '-//So tay thi dua//VI')
  calendar.addPropertyWithValue('version', '2.0')
  calendar.addPropertyWithValue('calscale', 'GREGORIAN')
  calendar.addPropertyWithValue('method', 'PUBLISH')
  calendar.addPropertyWithValue('x-wr-calname', planName(plan))
  const stamp = ICAL.Time.fromJSDate(madeAt, true)
  for (const deadline of plan.deadlines.filter(({ id }) => ids.includes(id))) {
    for (const event of eventsOf(plan, deadline)) calendar.addSubcomponent(eventComponent(plan, deadline, event, stamp))
  }
  ICAL.foldLength = OCTETS
  return new TextEncoder().encode(`${calendar.toString()}\r\n`)
}

interface CalendarEvent {
  readonly uid: string
  readonly from: Day
  readonly to: Day
  /** Further times of the same event, the last of them at `until`. */
  readonly rule?: { readonly text: string; readonly until: Day }
}

/** One event, with a rule where the deadline recurs; one a time where each time ends a day before the rule's. */
function eventsOf(plan: Plan, deadline: Deadline): CalendarEvent[] {
  const { id, due } = deadline
  const time = timeOf(plan, deadline)
  const end = lastDay(due, time)
  if (end === undefined) return []
  const times = 'every' in due ? occurrences(due, addDays(time.from, -1), end, time) : occurrences(due, end, end)
  const first = times[0]
  const last = times.at(-1)
  if (!first || !last) return []
  const uid = `${id}.${plan.id}@so-tay-thi-dua`
  if (!('every' in due)) return [{ uid, ...daysOf(first, 'from' in due) }]
  if (due.before) return times.map((one) => ({ uid: `${one.lastDay}.${uid}`, ...daysOf(one, false) }))
  return [{ uid, ...daysOf(first, false), rule: { text: due.every, until: last.lastDay } }]
}

/** A span that the plan gives in days is shown whole; of a month or a quarter the last day is what counts. */
function daysOf({ from, lastDay }: Occurrence, whole: boolean): { from: Day; to: Day } {
  return { from: (whole ? from : undefined) ?? lastDay, to: lastDay }
}

function eventComponent(plan: Plan, deadline: Deadline, { uid, from, to, rule }: CalendarEvent, stamp: ICAL.Time): ICAL.Component {
  const event = new ICAL.Component('vevent')
  event.addPropertyWithValue('uid', uid)
  event.addPropertyWithValue('dtstamp', stamp)
  event.addPropertyWithValue('dtstart', ICAL.Time.fromDateString(from))
  event.addPropertyWithValue('dtend', ICAL.Time.fromDateString(addDays(to, 1)))
  if (rule) {
    const recurrence = ICAL.Recur.fromString(rule.text)
    recurrence.count = null
    recurrence.until = ICAL.Time.fromDateString(rule.until)
    event.addPropertyWithValue('rrule', recurrence)
  }
  const summary = calendarWording.summary(deadline.task, plan.place.name, plan.year)
  event.addPropertyWithValue('summary', summary)
  event.addPropertyWithValue('description', descriptionOf(plan, deadline))
  if (deadline.to !== undefined) event.addPropertyWithValue('location', calendarWording.place(deadline.to, deadline.via))
  event.addPropertyWithValue('transp', 'TRANSPARENT')
  for (const days of ALARMS) event.addSubcomponent(alarm(addDays(to, -days), from, summary))
  return event
}

function descriptionOf(plan: Plan, deadline: Deadline): string {
  const { who, to, via, source } = deadline
  const lines = [who && calendarWording.who(who), to && calendarWording.to(calendarWording.place(to, via)), calendarWording.source(planName(plan), clauseName(source.clause), source.quote)]
  return lines.filter(Boolean).join('\n')
}

/** Rings at the reminders' hour of a day; told from the event's first midnight, wherever the reader's clock stands. */
function alarm(day: Day, from: Day, text: string): ICAL.Component {
  const alarm = new ICAL.Component('valarm')
  const minutes = (Date.parse(day) - Date.parse(from)) / 60_000 + REMIND_AT
  alarm.addPropertyWithValue('action', 'DISPLAY')
  alarm.addPropertyWithValue('description', text)
  alarm.addPropertyWithValue('trigger', ICAL.Duration.fromSeconds(minutes * 60))
  return alarm
}
