import { sql } from 'kysely'
import { inBatches } from '../batches.ts'
import type { Backend } from './dialect.ts'
import type { Db } from './tables.ts'

/** As many as are written to the disk together. */
const MOST = 100

/**
 * Runs pieces of work, each as a whole: unless it gives "kept", all it did is undone. On a file, where every commit
 * waits for the disk and everything waits with it, those that come at the same time share a commit.
 */
export function keeping<K, T extends string>({ db, shared }: Backend, work: (trx: Db, one: K) => Promise<T>): (one: K) => Promise<T> {
  if (shared) return (one) => alone(db, (trx) => work(trx, one))
  const together = inBatches<K, T | Failed>(MOST, (batch) =>
    db.transaction().execute(async (trx) => {
      const outcomes: (T | Failed)[] = []
      for (const one of batch) outcomes.push(await undoable(trx, () => work(trx, one)))
      return outcomes
    }),
  )
  return async (one) => {
    const outcome = await together(one)
    if (typeof outcome === 'object') throw outcome.error
    return outcome
  }
}

interface Failed { readonly error: unknown }

/** A piece that fails spoils no other; where the whole transaction is gone with it, all of them fail. */
async function undoable<T extends string>(trx: Db, work: () => Promise<T>): Promise<T | Failed> {
  await sql`savepoint piece`.execute(trx)
  const outcome = await work().catch((error: unknown): Failed => ({ error }))
  if (outcome !== 'kept') await sql`rollback to piece`.execute(trx).catch((error: unknown) => Promise.reject(typeof outcome === 'object' ? outcome.error as Error : error as Error))
  await sql`release piece`.execute(trx)
  return outcome
}

async function alone<T extends string>(db: Db, work: (trx: Db) => Promise<T>): Promise<T> {
  const undone = new Error('undone')
  let outcome: T | undefined
  return await db
    .transaction()
    .execute(async (trx) => {
      outcome = await work(trx)
      if (outcome !== 'kept') throw undone
      return outcome
    })
    .catch((error: unknown) => {
      if (error === undone && outcome !== undefined) return outcome
      throw error
    })
}
