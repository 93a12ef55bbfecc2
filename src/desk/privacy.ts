import { say } from '../answer/absent.ts'
import type { Message } from '../answer/message.ts'
import { headline, list, message, paragraph } from '../answer/parts.ts'
import { formatDay, formatNumber } from '../language/format.ts'
import { toDay } from '../language/day.ts'
import type { Turn } from '../respond.ts'
import type { ChatData, Store } from '../store/types.ts'
import { commandOf, type Special } from './special.ts'
import { DESK } from './wording.ts'

const FORGET_ACTION = 'forget:yes'

/** /xoadulieu shows what is kept of a chat; its button deletes it. Undefined for every other turn. */
export async function privacyTurn(chat: string, turn: Turn, store: Pick<Store, 'dataOf' | 'forget'>): Promise<Special | undefined> {
  if ('action' in turn) {
    if (turn.action !== FORGET_ACTION) return undefined
    await store.forget(chat)
    return { messages: [say(DESK.forgotten)], forgotten: true }
  }
  if (commandOf(turn.text)?.[0] !== 'xoadulieu') return undefined
  return { messages: [composeKept(await store.dataOf(chat))] }
}

function composeKept({ session, reminders, sent }: ChatData): Message {
  const kept = [
    DESK.keptNumber,
    session?.plan === undefined ? '' : DESK.keptPlan(session.plan),
    session?.last === undefined ? '' : DESK.keptLast(session.last),
    session?.check === undefined ? '' : DESK.keptCheck(Object.values(session.check.answers).map((answer) => valueText('value' in answer ? answer.value : undefined))),
    session?.desk === undefined ? '' : DESK.keptTask,
    session?.subscriptions?.length ? DESK.keptReminders(session.subscriptions.length, reminders.filter((one) => one.dueAt !== undefined).length) : '',
    sent > 0 ? DESK.keptSent(sent) : '',
  ].filter((line) => line !== '')
  return message('help', [headline(DESK.kept), list(kept), paragraph(DESK.keptWhy)], { buttons: [[{ label: DESK.forget, action: FORGET_ACTION }]] })
}

function valueText(value: boolean | number | string | undefined): string {
  if (value === undefined) return DESK.unknown
  if (typeof value === 'boolean') return value ? DESK.yes : DESK.no
  if (typeof value === 'number') return formatNumber(value)
  const day = toDay(value)
  return day === undefined ? value : formatDay(day)
}
