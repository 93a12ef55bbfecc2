import { dayInVietnam } from '../language/day.ts'
import { freshSession, type Session } from '../session.ts'
import { reminderOf } from './reminder-rows.ts'
import { changeSession } from './reminders.ts'
import { sessionOf } from './sessions.ts'
import type { Db } from './tables.ts'
import type { ChatData } from './types.ts'

/** Telegram sends an update again for a day at most; after two its id is of no more use. */
const UPDATES_KEPT = 2 * 24 * 60 * 60 * 1000
const BY_CHAT = ['sessions', 'sessions_aside', 'subscribers', 'reminders', 'reminders_sent', 'open_updates'] as const

export async function dataOf(db: Db, chat: string): Promise<ChatData> {
  const kept = await db.selectFrom('sessions').select('body').where('chat', '=', chat).executeTakeFirst()
  const session = kept && sessionOf(kept.body)
  const reminders = await db.selectFrom('reminders').selectAll().where('chat', '=', chat).execute()
  return { ...(session ? { session } : {}), reminders: reminders.map(reminderOf), sent: await sentTo(db, chat) }
}

export async function forget(db: Db, chat: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    for (const table of BY_CHAT) await trx.deleteFrom(table).where('chat', '=', chat).execute()
  })
}

/** `before` and `now` in milliseconds. */
export async function cleanUp(db: Db, before: number, now: number): Promise<void> {
  const waiting = db.selectFrom('reminders').select('chat').where('wake_at', 'is not', null)
  await db.deleteFrom('sessions').where('saved_at', '<', before).where('chat', 'not in', waiting).execute()
  const orphans = db.selectFrom('sessions').select('chat')
  await db.deleteFrom('reminders').where('wake_at', 'is', null).where('chat', 'not in', orphans).execute()
  await db.deleteFrom('subscribers').where('chat', 'not in', orphans).execute()
  for (const { chat } of await db.selectFrom('sessions').select('chat').where('saved_at', '<', before).execute()) {
    await db.transaction().execute((trx) => changeSession(trx, chat, onlyReminders))
  }
  await db.deleteFrom('sessions_aside').where('kept_at', '<', before).execute()
  await db.deleteFrom('reminders_sent').where('sent_at', '<', before).execute()
  for (const table of ['open_updates', 'seen'] as const) await db.deleteFrom(table).where('taken_at', '<', Math.max(before, now - UPDATES_KEPT)).execute()
  await db.deleteFrom('questions').where('day', '<', dayInVietnam(new Date(before))).execute()
}

function onlyReminders({ subscriptions, remindAt }: Session): Session {
  return { ...freshSession, ...(subscriptions ? { subscriptions } : {}), ...(remindAt === undefined ? {} : { remindAt }) }
}

async function sentTo(db: Db, chat: string): Promise<number> {
  const { rows } = await db.selectFrom('reminders_sent').select(({ fn }) => fn.countAll<number>().as('rows')).where('chat', '=', chat).executeTakeFirstOrThrow()
  return rows
}
