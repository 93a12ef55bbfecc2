import { inBatches, outcomeOf } from '../batches.ts'
import type { Backend } from './dialect.ts'
import type { Db } from './tables.ts'

/** Does work in a transaction; rejects, with all of it undone, where the work does. */
export type Commit = <T>(work: (trx: Db) => Promise<T>) => Promise<T>

/** As many pieces of work as go into one transaction. */
const MOST = 100
/** Rounds of events that a commit waits for company: fewer, larger ones cost the disk less. */
const ROUNDS = 2

/**
 * On a file every commit waits for the disk, and everything waits with it: what comes at the same moment, whatever it is,
 * shares one. Where a piece of it fails, each gets a transaction of its own after all.
 */
export function commitsTo({ db, shared }: Backend): Commit {
  const alone: Commit = (work) => db.transaction().execute(work)
  if (shared) return alone
  const together = inBatches<(trx: Db) => Promise<unknown>, () => Promise<unknown>>(MOST, async (batch) => {
    const settled: (() => Promise<unknown>)[] = []
    try {
      await alone(async (trx) => {
        for (const work of batch) {
          const result = await work(trx)
          settled.push(() => Promise.resolve(result))
        }
      })
      return settled
    } catch (error) {
      if (batch.length === 1) throw error
    }
    const own: (() => Promise<unknown>)[] = []
    for (const work of batch) own.push(await outcomeOf(alone(work)))
    return own
  }, ROUNDS)
  return async <T>(work: (trx: Db) => Promise<T>) => (await (await together(work))()) as T
}
