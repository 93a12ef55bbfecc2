import { inBatches } from '../batches.ts'
import type { Backend } from './dialect.ts'
import type { Db } from './tables.ts'

/** As many as are written to the disk together. */
const MOST = 100

/**
 * Runs work on things that are kept: unless it gives "kept", all it did is undone. On a file, where every commit waits for
 * the disk and everything waits with it, those that come at the same moment are worked on together; where that is not
 * kept or fails, each by itself after all.
 */
export function keeping<K, T extends string>({ db, shared }: Backend, work: (trx: Db, together: readonly K[]) => Promise<T>): (one: K) => Promise<T> {
  const attempt = (together: readonly K[]) => allOrNothing(db, (trx) => work(trx, together))
  const alone = (one: K) => attempt([one])
  if (shared) return alone
  const together = inBatches<K, () => Promise<T>>(MOST, async (batch) => {
    const outcome = batch.length === 1 ? undefined : await attempt(batch).catch(() => undefined)
    if (outcome === 'kept') return batch.map(() => () => Promise.resolve(outcome))
    const settled = []
    for (const one of batch) settled.push(await alone(one).then((each) => () => Promise.resolve(each), (error: unknown) => () => Promise.reject(error as Error)))
    return settled
  })
  return async (one) => await (await together(one))()
}

async function allOrNothing<T extends string>(db: Db, work: (trx: Db) => Promise<T>): Promise<T> {
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
