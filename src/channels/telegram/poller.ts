import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Api } from './client.ts'
import { failureOf, growingPause } from './failure.ts'
import type { TakeIn } from './intake.ts'

/** Kinds of updates that are asked for; others never arrive. */
const ALLOWED_UPDATES = ['message', 'callback_query'] as const

interface PollerParts {
  readonly api: Api
  readonly takeIn: TakeIn
  readonly log: Logger
  /** Ends the polling; what was taken in by then is finished and confirmed first. */
  readonly stop: AbortSignal
}

/** Seconds that Telegram holds an empty answer back; a call that lasts much longer hangs. */
const HOLD_S = 25
/** Most updates asked for at once; since unconfirmed ones come again, also the most that are in work at a time. */
const AT_ONCE = 100
/** How long new updates wait for a slow one before them. */
const SLOW_MS = 1000

/** Polls until `stop`. Gives the code where Telegram does not take the token; every other failure is waited out. */
export async function poll({ api, takeIn, log, stop }: PollerParts): Promise<401 | 404 | undefined> {
  const inWork = new Map<number, Promise<void>>()
  let next = 0
  let failures = 0
  // The first one not done yet: Telegram forgets only what lies before it, so a crash loses nothing.
  const offset = () => Math.min(next, ...inWork.keys())
  const getUpdates = (holdS: number, limit: number, signal: AbortSignal) =>
    api('getUpdates', { offset: offset(), limit, timeout: holdS, allowed_updates: ALLOWED_UPDATES }, timed(signal, holdS))

  while (!stop.aborted) {
    try {
      const updates = await getUpdates(inWork.size > 0 ? 0 : HOLD_S, AT_ONCE, stop)
      failures = 0
      for (const update of updates) {
        if (inWork.has(update.update_id)) continue
        const work = takeIn(update).finally(() => inWork.delete(update.update_id))
        inWork.set(update.update_id, work)
      }
      // Not the highest ever seen: after a quiet week Telegram counts from anywhere.
      next = (updates.at(-1)?.update_id ?? next - 1) + 1
      await doneOrSlow(inWork.values())
    } catch (error) {
      if (stop.aborted) break
      const failure = failureOf(error)
      if (failure.kind === 'token') return failure.code
      failures += 1
      log.warn({ err: error, failures }, failure.kind === 'conflict' ? 'another process polls with this token' : 'Telegram not reached, will try again')
      await pause(failure.kind === 'flood' ? failure.pauseMs : growingPause(failures), undefined, { signal: stop }).catch(() => undefined)
    }
  }
  await Promise.all(inWork.values())
  // Without this last word Telegram would send the final updates to the next start again.
  if (next > 0) await getUpdates(0, 1, AbortSignal.timeout(3000)).catch((error: unknown) => log.debug({ err: error }, 'last updates not confirmed'))
  return undefined
}

function timed(signal: AbortSignal, holdS: number): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout((holdS + 10) * 1000)])
}

async function doneOrSlow(work: Iterable<Promise<void>>): Promise<void> {
  const done = new AbortController()
  await Promise.race([Promise.all(work), pause(SLOW_MS, undefined, { signal: done.signal }).catch(() => undefined)])
  done.abort()
}
