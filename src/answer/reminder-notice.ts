import type { Deadline, Knowledge, Plan } from '../knowledge/types.ts'
import type { Day } from '../language/day.ts'
import { formatDay, formatWeekday } from '../language/format.ts'
import { closedNote } from './deadline.ts'
import type { Block, Button, Message } from './message.ts'
import { headline, message, paragraph, quotesOf, reservations } from './parts.ts'
import { calendarAction, remindAction } from './reminder-actions.ts'
import { REMINDER, REMINDER_BUTTONS } from './reminder-wording.ts'
import { BUTTONS, DEADLINE, planName } from './wording.ts'

/** What a reminder says when its time has come. */
export type Notice =
  /** `late` where it should have come an hour or more ago. */
  | { readonly kind: 'ahead'; readonly deadline: Deadline; readonly lastDay: Day; readonly daysLeft: number; readonly late: boolean }
  /** Nobody could be told in time. */
  | { readonly kind: 'passed'; readonly deadline: Deadline; readonly lastDay: Day }
  | { readonly kind: 'moved'; readonly deadline: Deadline; readonly from: Day; readonly lastDay: Day; readonly daysLeft: number }
  /** The plan or the deadline is no longer in the knowledge, or has no day any more. */
  | { readonly kind: 'gone'; readonly from: Day }

export function composeNotice(notice: Notice, planId: string, knowledge: Knowledge, today: Day): Message {
  const plan = knowledge.plans.find((one) => one.id === planId)
  if (notice.kind === 'gone' || !plan) return message('help', [headline(REMINDER.removed(plan ? planName(plan) : REMINDER.aPlan, 'from' in notice ? formatDay(notice.from) : formatDay(notice.lastDay)))])
  const { deadline, lastDay } = notice
  const place = deadline.to && DEADLINE.place(deadline.to, deadline.via)
  const errand = REMINDER.errand(deadline.who, place)
  const blocks: Block[] = [headline(headlineOf(notice)), ...saidBeside(notice), ...(errand ? [paragraph(errand)] : [])]
  blocks.push(...closedNote(lastDay, today), ...reservations(plan, 'deadline', [deadline]), ...quotesOf(plan, [deadline]))
  return message('answered', blocks, { buttons: buttonsOf(plan, deadline, notice.kind === 'passed'), facts: [{ plan: plan.id, kind: 'deadline', id: deadline.id, lastDay }] })
}

function headlineOf(notice: Exclude<Notice, { kind: 'gone' }>): string {
  const { task } = notice.deadline
  const last = `${formatDay(notice.lastDay)} (${formatWeekday(notice.lastDay)})`
  switch (notice.kind) {
    case 'ahead':
      return REMINDER.ahead(notice.daysLeft, task, last)
    case 'passed':
      return REMINDER.passed(task, last)
    case 'moved':
      return REMINDER.moved(task, formatDay(notice.from), last, notice.daysLeft)
  }
}

function saidBeside(notice: Notice): Block[] {
  if (notice.kind === 'moved') return [{ type: 'note', text: REMINDER.movedFrom }]
  if (notice.kind === 'passed') return [{ type: 'note', text: REMINDER.passedWhy }]
  return notice.kind === 'ahead' && notice.late ? [{ type: 'note', text: REMINDER.late }] : []
}

function buttonsOf(plan: Plan, { id }: Deadline, passed: boolean): Button[][] {
  const papers: Button[] = plan.dossiers.length ? [{ label: BUTTONS.dossier, action: `ask:dossier:${plan.id}` }] : []
  if (passed) return [papers].filter((row) => row.length > 0)
  const change: Button[] = [{ label: REMINDER_BUTTONS.stop, action: remindAction({ plan: plan.id, deadline: id, before: [] }) }, { label: REMINDER_BUTTONS.calendar, action: calendarAction(plan.id, id) }]
  return [papers, change].filter((row) => row.length > 0)
}
