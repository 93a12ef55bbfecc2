import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Api } from './client.ts'
import { failureOf, growingPause } from './failure.ts'
import type { Intake } from './intake.ts'

/** Kinds of updates that are asked for; others never arrive. */
export const ALLOWED_UPDATES = ['message', 'callback_query'] as const

interface PollerParts {
  readonly api: Api
  readonly intake: Pick<Intake, 'takeIn' | 'room'>
  readonly log: Logger
  /** Ends the polling; what was kept by then is confirmed first. */
  readonly stop: AbortSignal
}

/** Seconds that Telegram holds an empty answer back; a call that lasts much longer hangs. */
const HOLD_S = 25
const AT_ONCE = 100
/** What cannot be kept is tried again after four seconds at the latest: somebody waits for the answer. */
const SLOWEST = 4

/** Polls until `stop`. Gives the code where Telegram does not take the token; every other failure is waited out. */
export async function poll({ api, intake, log, stop }: PollerParts): Promise<401 | 404 | undefined> {
  // The first one not kept yet: Telegram forgets only what lies before it, so a crash loses nothing.
  let next = 0
  let failures = 0
  const getUpdates = (holdS: number, limit: number, signal: AbortSignal) =>
    api('getUpdates', { offset: next, limit, timeout: holdS, allowed_updates: ALLOWED_UPDATES }, timed(signal, holdS))
  const rest = (ms: number) => pause(ms, undefined, { signal: stop }).catch(() => undefined)

  while (!stop.aborted) {
    try {
      await intake.room()
      const updates = await getUpdates(HOLD_S, AT_ONCE, stop)
      const kept = await Promise.all(updates.map(intake.takeIn))
      const first = kept.indexOf(false)
      // Not the highest ever seen: after a quiet week Telegram counts from anywhere.
      next = (first === -1 ? (updates.at(-1)?.update_id ?? next - 1) + 1 : updates[first]?.update_id) ?? next
      failures = first === -1 ? 0 : failures + 1
      if (first !== -1) await rest(growingPause(Math.min(failures, SLOWEST)))
    } catch (error) {
      if (stop.aborted) break
      const failure = failureOf(error)
      if (failure.kind === 'token') return failure.code
      failures += 1
      log.warn({ err: error, failures }, failure.kind === 'conflict' ? 'another process polls with this token' : 'Telegram not reached, will try again')
      await rest(failure.kind === 'flood' ? failure.pauseMs : growingPause(failures))
    }
  }
  // Without this last word Telegram would send the final updates to the next start again.
  if (next > 0) await getUpdates(0, 1, AbortSignal.timeout(3000)).catch((error: unknown) => log.debug({ err: error }, 'last updates not confirmed'))
  return undefined
}

function timed(signal: AbortSignal, holdS: number): AbortSignal {
  return AbortSignal.any([signal, AbortSignal.timeout((holdS + 10) * 1000)])
}
