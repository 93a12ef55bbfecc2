import { randomUUID } from 'node:crypto'
import type { Claimed, Planner, Reminder } from '../reminders/types.ts'
import type { Session } from '../session.ts'
import type { Backend } from './dialect.ts'
import { columnsOf, idOf, reminderOf } from './reminder-rows.ts'
import { planChat, sessionOf } from './sessions.ts'
import type { Db } from './tables.ts'

/** How long a claim or a worker holds without a sign of life; what a killed process held is taken up after it. */
export const LEASE = 45_000
/** Chats planned anew in one go: short enough that turns of other chats get in between. */
const CHATS = 100

export async function claim({ db, shared }: Backend, limit: number, now: number): Promise<Claimed[]> {
  const name = randomUUID()
  const due = db
    .selectFrom('reminders')
    .select(['chat', 'plan', 'deadline'])
    .where('wake_at', '<=', now)
    .orderBy('wake_at')
    .limit(limit)
  const rows = await db
    .updateTable('reminders')
    .set({ claim: name, wake_at: now + LEASE })
    .where((row) => row(row.refTuple('chat', 'plan', 'deadline'), 'in', (shared ? due.forUpdate().skipLocked() : due).$asTuple('chat', 'plan', 'deadline')))
    .returningAll()
    .execute()
  return rows
    .map((row) => ({ reminder: reminderOf(row), claim: name, attempts: row.attempts }))
    .sort((a, b) => (a.reminder.dueAt ?? 0) - (b.reminder.dueAt ?? 0))
}

/** Waits for no row: see keepAlive of updates. */
export async function keepClaims({ db, shared }: Backend, claims: readonly string[], now: number): Promise<void> {
  if (claims.length === 0) return
  const held = db.selectFrom('reminders').select(['chat', 'plan', 'deadline']).where('claim', 'in', claims)
  await db
    .updateTable('reminders')
    .set({ wake_at: now + LEASE })
    .where((row) => row(row.refTuple('chat', 'plan', 'deadline'), 'in', (shared ? held.forUpdate().skipLocked() : held).$asTuple('chat', 'plan', 'deadline')))
    .execute()
}

export async function settle(db: Db, { reminder, claim }: Claimed, next: Reminder, now: number): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const moved = await trx
      .updateTable('reminders')
      .set({ ...columnsOf(next), wake_at: next.dueAt ?? null, claim: null, attempts: 0 })
      .where((row) => row.and({ ...idOf(reminder), claim }))
      .executeTakeFirst()
    if (moved.numUpdatedRows === 0n) return
    const { last_day, days_before } = columnsOf(reminder)
    await trx.insertInto('reminders_sent').values({ ...idOf(reminder), last_day, days_before, sent_at: now }).execute()
  })
}

export async function postpone(db: Db, { reminder, claim, attempts }: Claimed, until: number): Promise<void> {
  await db
    .updateTable('reminders')
    .set({ claim: null, wake_at: until, attempts: attempts + 1 })
    .where((row) => row.and({ ...idOf(reminder), claim }))
    .execute()
}

export async function end(db: Db, chat: string): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await changeSession(trx, chat, (session) => ({ ...session, subscriptions: [] }))
    await trx.deleteFrom('reminders').where('chat', '=', chat).execute()
    await trx.deleteFrom('subscribers').where('chat', '=', chat).execute()
  })
}

/** Plans anew for every subscriber of a plan whose version is another than the one planned from; gone plans count as changed. */
export async function replan({ db, shared }: Backend, versions: ReadonlyMap<string, string>, planner: Planner): Promise<number> {
  const planned = new Map((await db.selectFrom('planned').selectAll().execute()).map((row) => [row.plan, row.version]))
  let chats = 0
  for (const plan of new Set([...planned.keys(), ...versions.keys()])) {
    const version = versions.get(plan)
    if (version === planned.get(plan)) continue
    for (let from = ''; ; ) {
      const some = await subscribersAfter(db, plan, from)
      const last = some.at(-1)
      if (last === undefined) break
      await db.transaction().execute(async (trx) => {
        for (const chat of some) await planAnew({ db: trx, shared }, chat, planner)
      })
      chats += some.length
      from = last
    }
    await rememberPlanned(db, plan, version)
  }
  return chats
}

async function subscribersAfter(db: Db, plan: string, from: string): Promise<string[]> {
  const rows = await db.selectFrom('subscribers').select('chat').where('plan', '=', plan).where('chat', '>', from).orderBy('chat').limit(CHATS).execute()
  return rows.map((row) => row.chat)
}

async function planAnew({ db, shared }: { db: Db; shared: boolean }, chat: string, planner: Planner): Promise<void> {
  const found = db.selectFrom('sessions').select('body').where('chat', '=', chat)
  const row = await (shared ? found.forUpdate() : found).executeTakeFirst()
  const session = row && sessionOf(row.body)
  if (session) await planChat(db, chat, session, planner)
}

async function rememberPlanned(db: Db, plan: string, version: string | undefined): Promise<void> {
  if (version === undefined) await db.deleteFrom('planned').where('plan', '=', plan).execute()
  else await db.insertInto('planned').values({ plan, version }).onConflict((conflict) => conflict.column('plan').doUpdateSet({ version })).execute()
}

/** A change from outside the talk; the higher revision makes a step that is under way decide anew. */
export async function changeSession(trx: Db, chat: string, change: (session: Session) => Session): Promise<void> {
  const raised = await trx
    .updateTable('sessions')
    .set((row) => ({ revision: row('revision', '+', 1) }))
    .where('chat', '=', chat)
    .returning('body')
    .executeTakeFirst()
  const session = raised && sessionOf(raised.body)
  if (session) await trx.updateTable('sessions').set({ body: JSON.stringify(change(session)) }).where('chat', '=', chat).execute()
}
