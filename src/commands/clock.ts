import { setTimeout as pause } from 'node:timers/promises'
import { daysBetween, dayInVietnam, type Day } from '../language/day.ts'
import type { Store } from '../store/types.ts'

const DAY = 24 * 60 * 60 * 1000
const CLEAN_EVERY = DAY / 4
const AGAIN_AFTER = 60_000

/** The clock of a program that is told what day it is: that day, at this time of day. The system's own where none is given. */
export function clockOf(fixed: Day | undefined): () => number {
  if (fixed === undefined) return Date.now
  const shift = daysBetween(dayInVietnam(new Date()), fixed) * DAY
  return () => Date.now() + shift
}

/** Deletes what is older than so many days, now and every few hours, until `stop`. */
export async function keepClean(store: Pick<Store, 'cleanUp'>, days: number, clock: () => number, stop: AbortSignal, onError: (error: unknown) => void): Promise<void> {
  while (!stop.aborted) {
    const isClean = await store.cleanUp(clock() - days * DAY).then(() => true, (error: unknown) => void onError(error))
    await pause(isClean ? CLEAN_EVERY : AGAIN_AFTER, undefined, { signal: stop, ref: false }).catch(() => undefined)
  }
}
