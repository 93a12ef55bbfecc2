import { sql } from 'kysely'
import type { Backend } from './dialect.ts'
import { LEASE } from './reminders.ts'
import type { Db } from './tables.ts'
import type { Answered, Taken, Update } from './types.ts'

const TAKEN = 0
const ANSWERED = 1
const DONE = 2
/** Written into the statement, not bound: the index covers what is open only, and its condition must be recognised. */
const OPEN = sql.lit(DONE)
/** Updates adopted at once. */
const SOME = 200

export async function takeIn(db: Db, worker: string, updates: readonly Update[], now: number): Promise<Taken[]> {
  if (updates.length === 0) return []
  const rows = updates.map((one) => ({ ...one, state: TAKEN, worker, wake_at: now + LEASE, taken_at: now }))
  const fresh = await db
    .insertInto('updates')
    .values(rows)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .execute()
  const ids = new Set(fresh.map((row) => row.id))
  // One batch may hold an update twice: only the first of them is new.
  return inOrder(updates.filter((one) => ids.delete(one.id)))
}

export async function adopt({ db, shared }: Backend, worker: string, now: number): Promise<Taken[]> {
  const orphans = db.selectFrom('updates').select('id').where('state', '<', OPEN).where('wake_at', '<=', now).orderBy('id').limit(SOME)
  const rows = await db
    .updateTable('updates')
    .set({ worker, wake_at: now + LEASE })
    .where('id', 'in', shared ? orphans.forUpdate().skipLocked() : orphans)
    .returning(['id', 'chat', 'body', 'answer', 'state'])
    .execute()
  return inOrder(rows.map(({ id, chat, body, answer, state }) => ({ id, chat, body: body ?? '', ...(state === ANSWERED && answer !== null ? { answer } : {}) })))
}

export async function takeOver(db: Db, worker: string, now: number): Promise<void> {
  await db.updateTable('updates').set({ wake_at: now }).where('worker', '!=', worker).where('state', '<', OPEN).execute()
  await db.updateTable('reminders').set({ wake_at: now, claim: null }).where('claim', 'is not', null).execute()
}

/** For each of these updates, whether an earlier one of its chat waits for its answer. */
export async function haveEarlier(db: Db, updates: readonly { readonly chat: string; readonly update: number }[]): Promise<boolean[]> {
  const rows = await db
    .selectFrom('updates')
    .select(['chat', ({ fn }) => fn.min<number>('id').as('first')])
    .where('chat', 'in', [...new Set(updates.map(({ chat }) => chat))])
    .where('state', '<', OPEN)
    .where('state', '=', TAKEN)
    .groupBy('chat')
    .execute()
  const first = new Map(rows.map((row) => [row.chat, row.first]))
  return updates.map(({ chat, update }) => (first.get(chat) ?? update) < update)
}

/** False where one of the updates is another worker's by now, or answered. Runs in the transaction that keeps the sessions. */
export async function keepAnswers(trx: Db, answered: readonly Answered[]): Promise<boolean> {
  if (answered.length === 0) return true
  const rows = answered.map(({ update, worker, answer }) => sql`(cast(${update} as bigint), cast(${worker} as text), cast(${answer} as text))`)
  const result = await trx
    .with('given(id, worker, answer)', () => sql<{ id: number; worker: string; answer: string }>`(values ${sql.join(rows)})`)
    .updateTable('updates')
    .from('given')
    .set((row) => ({ state: ANSWERED, answer: row.ref('given.answer') }))
    .whereRef('updates.id', '=', 'given.id')
    .whereRef('updates.worker', '=', 'given.worker')
    .where('updates.state', '=', TAKEN)
    .executeTakeFirst()
  return result.numUpdatedRows === BigInt(answered.length)
}

export async function finish(db: Db, updates: readonly number[]): Promise<void> {
  if (updates.length === 0) return
  await db.updateTable('updates').set({ state: DONE, body: null, answer: null }).where('id', 'in', updates).execute()
}

/** Waits for no row: one that is being answered or finished just now needs no longer lease, and two that wait for each other's rows are a deadlock. */
export async function keepAlive({ db, shared }: Backend, worker: string, now: number): Promise<void> {
  const own = db.selectFrom('updates').select('id').where('worker', '=', worker).where('state', '<', OPEN)
  await db
    .updateTable('updates')
    .set({ wake_at: now + LEASE })
    .where('id', 'in', shared ? own.forUpdate().skipLocked() : own)
    .execute()
}

function inOrder(updates: readonly Taken[]): Taken[] {
  return [...updates].sort((a, b) => a.id - b.id)
}
