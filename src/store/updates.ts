import { sql } from 'kysely'
import type { Backend } from './dialect.ts'
import { overRows } from './over-rows.ts'
import { LEASE } from './reminders.ts'
import type { Db } from './tables.ts'
import type { Answered, Taken, Update } from './types.ts'

const TAKEN = 0
const ANSWERED = 1
/** Updates adopted at once. */
const SOME = 200

const see = overRows((db, rows: readonly (readonly [id: number, takenAt: number])[]) =>
  db
    .insertInto('seen')
    .values(rows.map(([id, taken_at]) => ({ id, taken_at })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('id'),
)

const open = overRows((db, rows: readonly (readonly [id: number, chat: string, body: string, worker: string, wakeAt: number, takenAt: number])[]) =>
  db.insertInto('open_updates').values(rows.map(([id, chat, body, worker, wake_at, taken_at]) => ({ id, chat, body, worker, wake_at, taken_at, state: sql.lit(TAKEN) }))),
)

/** Runs in a transaction. In the order of their ids: two processes that are given the same ones would else wait for each other. */
export async function takeIn(trx: Db, worker: string, given: readonly Update[], now: number): Promise<Taken[]> {
  if (given.length === 0) return []
  const updates = inOrder(given)
  const unseen = await see(trx, updates.map(({ id }) => [id, now]))
  const ids = new Set(unseen.rows.map((row) => row.id))
  // One batch may hold an update twice: only the first of them is new.
  const fresh = updates.filter((one) => ids.delete(one.id))
  if (fresh.length > 0) await open(trx, fresh.map(({ id, chat, body }) => [id, chat, body, worker, now + LEASE, now]))
  return fresh
}

export async function adopt({ db, shared }: Backend, worker: string, now: number): Promise<Taken[]> {
  const orphans = db.selectFrom('open_updates').select('id').where('wake_at', '<=', now).orderBy('id').limit(SOME)
  const rows = await db
    .updateTable('open_updates')
    .set({ worker, wake_at: now + LEASE })
    .where('id', 'in', shared ? orphans.forUpdate().skipLocked() : orphans)
    .returning(['id', 'chat', 'body', 'answer', 'state'])
    .execute()
  return inOrder(rows.map(({ id, chat, body, answer, state }) => ({ id, chat, body, ...(state === ANSWERED && answer !== null ? { answer } : {}) })))
}

export async function takeOver(db: Db, worker: string, now: number): Promise<void> {
  await db.updateTable('open_updates').set({ wake_at: now }).where('worker', '!=', worker).execute()
  await db.updateTable('reminders').set({ wake_at: now, claim: null }).where('claim', 'is not', null).execute()
}

const earliest = overRows((db, chats: readonly (readonly [chat: string])[]) =>
  db
    .selectFrom('open_updates')
    .select(['chat', ({ fn }) => fn.min<number>('id').as('first')])
    .where('chat', 'in', chats.flat())
    .where('state', '=', sql.lit(TAKEN))
    .groupBy('chat'),
)

/** For each of these updates, whether an earlier one of its chat waits for its answer. */
export async function haveEarlier(db: Db, updates: readonly { readonly chat: string; readonly update: number }[]): Promise<boolean[]> {
  const { rows } = await earliest(db, Array.from(new Set(updates.map(({ chat }) => chat)), (chat) => [chat]))
  const first = new Map(rows.map((row) => [row.chat, row.first]))
  return updates.map(({ chat, update }) => (first.get(chat) ?? update) < update)
}

const markAnswered = overRows((db, rows: readonly (readonly [update: number, worker: string, answer: string])[]) =>
  db
    .with('given(id, worker, answer)', () => {
      const given = rows.map(([update, worker, answer]) => sql`(cast(${update} as bigint), cast(${worker} as text), cast(${answer} as text))`)
      return sql<{ id: number; worker: string; answer: string }>`(values ${sql.join(given)})`
    })
    .updateTable('open_updates')
    .from('given')
    .set((row) => ({ state: sql.lit(ANSWERED), answer: row.ref('given.answer') }))
    .whereRef('open_updates.id', '=', 'given.id')
    .whereRef('open_updates.worker', '=', 'given.worker')
    .where('open_updates.state', '=', sql.lit(TAKEN)),
)

/** False where one of the updates is another worker's by now, or answered. Runs in the transaction that keeps the sessions. */
export async function keepAnswers(trx: Db, answered: readonly Answered[]): Promise<boolean> {
  if (answered.length === 0) return true
  const { numAffectedRows } = await markAnswered(trx, answered.map(({ update, worker, answer }) => [update, worker, answer]))
  return numAffectedRows === BigInt(answered.length)
}

const drop = overRows((db, ids: readonly (readonly [id: number])[]) => db.deleteFrom('open_updates').where('id', 'in', ids.flat()))

export async function finish(db: Db, updates: readonly number[]): Promise<void> {
  if (updates.length === 0) return
  await drop(db, updates.map((id) => [id]))
}

/** Waits for no row: one that is being answered or finished just now needs no longer lease, and two that wait for each other's rows are a deadlock. */
export async function keepAlive({ db, shared }: Backend, worker: string, now: number): Promise<void> {
  const own = db.selectFrom('open_updates').select('id').where('worker', '=', worker)
  await db
    .updateTable('open_updates')
    .set({ wake_at: now + LEASE })
    .where('id', 'in', shared ? own.forUpdate().skipLocked() : own)
    .execute()
}

function inOrder(updates: readonly Taken[]): Taken[] {
  return [...updates].sort((a, b) => a.id - b.id)
}
