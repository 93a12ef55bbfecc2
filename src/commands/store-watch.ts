import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Store } from '../store/types.ts'

/** A store that may be away, at first or at any time. */
export interface WatchedStore {
  /** Rejects with what is wrong while the store is away. */
  readonly store: Store
  /** True of a failure that came out of the store: it has been logged, once an outage. */
  readonly isKnown: (error: unknown) => boolean
  /** Settles once the store has been opened, or with `stop`. */
  readonly opened: Promise<void>
}

interface WatchParts {
  readonly first: Store | { readonly error: unknown }
  readonly open: () => Promise<Store>
  /** Once an outage, and once it is over. */
  readonly onAway: (error: unknown) => void
  readonly onBack: () => void
  readonly log: Logger
  readonly stop: AbortSignal
}

const METHODS: Readonly<Record<keyof Store, true>> = {
  load: true, save: true, answer: true, takeIn: true, adopt: true, takeOver: true, hasEarlier: true, finish: true, keepAlive: true,
  claimReminders: true, keepClaims: true, settleReminder: true, postponeReminder: true, endReminders: true, replan: true, remindersOf: true,
  recordQuestions: true, vote: true, statistics: true, openQuestions: true, dataOf: true, forget: true, cleanUp: true, ready: true, close: true,
}
const FIRST_PAUSE = 500
const LONGEST_PAUSE = 30_000
/** An outage that comes back within so many milliseconds is the same one: a disk with a few bytes left takes some rows and not others. */
const SAME_OUTAGE = 60_000

/**
 * Everybody who works on a store finds out by himself when it is away, hundreds of times in one outage. Here they are
 * one line when it begins and one when it is over; a failure of another kind is a line of its own.
 */
export function watchStore({ first, open, onAway, onBack, log, stop }: WatchParts): WatchedStore {
  const known = new WeakSet<object>()
  let inner = 'error' in first ? undefined : first
  let away: { readonly error: unknown } | undefined
  let checking: Promise<void> | undefined
  let endedAt = -Infinity
  let tries = 0
  let isTold = false
  let tellOpened = () => {}
  const opened = new Promise<void>((tell) => (tellOpened = tell))
  stop.addEventListener('abort', tellOpened)

  function begin(error: unknown): void {
    away = { error }
    isTold = false
    if (performance.now() - endedAt > SAME_OUTAGE) {
      tries = 0
      tell(error)
    }
    void comeBack(performance.now())
  }

  function tell(error: unknown): void {
    isTold = true
    log.error({ err: error }, 'the store is away; every call is tried again')
    onAway(error)
  }

  async function comeBack(since: number): Promise<void> {
    while (!stop.aborted) {
      await pause(Math.min(FIRST_PAUSE * 2 ** tries, LONGEST_PAUSE), undefined, { signal: stop }).catch(() => undefined)
      tries += 1
      try {
        await (inner ? inner.ready() : open().then((store) => (inner = store)))
      } catch (error) {
        log.debug({ err: error, tries }, 'the store is still away')
        if (!isTold) tell(error)
        continue
      }
      away = undefined
      tellOpened()
      if (isTold) {
        log.info({ seconds: Math.round((performance.now() - since) / 1000) }, 'the store is back')
        onBack()
      }
      endedAt = performance.now()
      return
    }
  }

  /** Away is what can take no row at this moment; anything else is an error of its own. */
  async function check(error: unknown): Promise<void> {
    const probed = await inner?.ready().then(() => undefined, (reason: unknown) => ({ reason }))
    if (probed === undefined) log.error({ err: error }, 'the store refused something')
    else begin(probed.reason)
  }

  function failed(error: unknown): void {
    if (typeof error === 'object' && error !== null) known.add(error)
    if (away || checking || stop.aborted) return
    checking = check(error).finally(() => (checking = undefined))
  }

  const watched = (name: keyof Store) => async (...given: unknown[]) => {
    try {
      if (!inner || (away && name === 'ready')) throw new Error('the store is away', { cause: away?.error })
      return await (inner[name] as (...given: unknown[]) => Promise<unknown>)(...given)
    } catch (error) {
      failed(error)
      throw error
    }
  }
  if ('error' in first) begin(first.error)
  else tellOpened()
  return {
    store: { ...(Object.fromEntries(Object.keys(METHODS).map((name) => [name, watched(name as keyof Store)])) as unknown as Store), close: async () => await inner?.close() },
    isKnown: (error) => typeof error === 'object' && error !== null && known.has(error),
    opened,
  }
}
