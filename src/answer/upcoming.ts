import type { Deadline, Plan } from '../knowledge/types.ts'
import type { Day } from '../language/day.ts'
import type { Finding } from '../lookup/finding.ts'
import { nextButtons, planButtons } from './buttons.ts'
import { addressee, dayWithName, deadlineFacts, deadlineLine, dueText, remaining } from './deadline.ts'
import { upcomingStrip } from './deadline-strip.ts'
import { FACTS, LISTED } from './facts-wording.ts'
import { shownOf } from './listing.ts'
import type { Block, Button, FactReference, Message } from './message.ts'
import { headline, list, message, paragraph, quotesOf, reservations } from './parts.ts'
import { BUTTONS, DEADLINE, planName } from './wording.ts'

/** Deadlines by the calendar: the nearest first, or those of a month, with whose they are. */

type Upcoming = Extract<Finding, { kind: 'upcoming' }>

export function composeUpcoming(finding: Upcoming, today: Day, whole: boolean): Message {
  const { last, next, span, plans } = finding
  const ahead = finding.ahead.slice(0, shownOf(finding.ahead.length, whole))
  if (!ahead.length) {
    const first = headline(span ? DEADLINE.noneIn(span.name, plans.map(planName)) : DEADLINE.noneAhead(plans.map(planName)))
    if (next) return message('not-stated', [first, paragraph(DEADLINE.following(deadlineLine(next.deadline, next.plan, today, true))), ...quotesOf(next.plan, [next.deadline])], { buttons: buttonsFor(plans, next.deadline) })
    if (!last) return message('not-stated', [first], { buttons: buttonsFor(plans) })
    const line = deadlineLine(last.deadline, last.plan, today, true)
    return message('answered', [first, paragraph(DEADLINE.lastWas(line)), ...quotesOf(last.plan, [last.deadline])], { facts: deadlineFacts(last.plan, [last.deadline], today), buttons: buttonsFor(plans) })
  }
  const many = new Set(plans).size > 1
  const lines = ahead.map(({ plan, deadline, lastDay: day }) => [many ? `${planName(plan)}: ` : '', DEADLINE.line(deadline.task, dueOn(deadline, plan, day), remaining(day, today)), addressee(deadline)].join(''))
  const facts = ahead.map(({ plan, deadline, lastDay: day }): FactReference => ({ plan: plan.id, kind: 'deadline', id: deadline.id, lastDay: day }))
  const blocks: Block[] = firstLines(lines, span?.name, upcomingStrip(finding, today))
  for (const [deadline, plan] of new Map(ahead.map((one) => [one.deadline, one.plan]))) blocks.push(...reservations({ ...plan, excerpt: false }, 'deadline', [deadline]), ...quotesOf(plan, [deadline]))
  const hidden = finding.ahead.length - ahead.length
  const more = hidden ? [[{ label: BUTTONS.all(LISTED.all('deadline', finding.ahead.length)), action: 'all:upcoming' }]] : []
  return message('answered', blocks, { facts, buttons: [...more, ...buttonsFor(plans, ahead[0]?.deadline)] })
}

/** Each line once: the nearest leads, those of a named time stand together where they fit. */
function firstLines(lines: readonly string[], span: string | undefined, strip: readonly Block[]): Block[] {
  const [first, ...rest] = lines as readonly [string, ...string[]]
  if (span === undefined) return [headline(rest.length ? DEADLINE.nearest(first) : first), ...strip, ...(rest.length ? [paragraph(DEADLINE.then), list(rest)] : [])]
  const all = `${DEADLINE.inSpan(span, lines.length)}: ${FACTS.together(lines)}`
  return FACTS.fits(all) || rest.length === 0 ? [headline(FACTS.one(all)), ...strip] : [headline(`${DEADLINE.inSpan(span, lines.length)}:`), ...strip, list(lines)]
}

function buttonsFor(plans: readonly Plan[], deadline?: Deadline): Button[][] {
  const [plan, ...others] = new Set(plans)
  return plan && others.length === 0 ? nextButtons(plan, 'upcoming', deadline) : planButtons()
}

/** One occurrence of a recurring deadline by its own day; any other as it is written. */
function dueOn(deadline: Deadline, plan: Plan, day: Day): string {
  return 'every' in deadline.due ? DEADLINE.by(dayWithName(day)) : dueText(deadline, plan)
}
