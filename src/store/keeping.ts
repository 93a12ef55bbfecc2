import { inBatches, outcomeOf } from '../batches.ts'
import type { Commit } from './commits.ts'
import type { Db } from './tables.ts'

/** As many as are worked on together. */
const MOST = 100

/**
 * Runs work on things that are kept: unless it gives "kept", all it did is undone. On a file those that come at the same
 * moment are worked on together; where that is not kept or fails, each by itself after all. On a server each holds its
 * own rows alone: two that wait for each other's are a deadlock.
 */
export function keeping<K, T extends string>(commit: Commit, shared: boolean, work: (trx: Db, together: readonly K[]) => Promise<T>): (one: K) => Promise<T> {
  const attempt = (together: readonly K[]) => allOrNothing(commit, (trx) => work(trx, together))
  if (shared) return (one) => attempt([one])
  const together = inBatches<K, () => Promise<T>>(MOST, async (batch) => {
    const outcome = batch.length === 1 ? undefined : await attempt(batch).catch(() => undefined)
    if (outcome === 'kept') return batch.map(() => () => Promise.resolve(outcome))
    return await Promise.all(batch.map((one) => outcomeOf(attempt([one]))))
  })
  return async (one) => await (await together(one))()
}

async function allOrNothing<T extends string>(commit: Commit, work: (trx: Db) => Promise<T>): Promise<T> {
  const undone = new Error('undone')
  let outcome: T | undefined
  return await commit(async (trx) => {
    outcome = await work(trx)
    if (outcome !== 'kept') throw undone
    return outcome
  }).catch((error: unknown) => {
    if (error === undone && outcome !== undefined) return outcome
    throw error
  })
}
