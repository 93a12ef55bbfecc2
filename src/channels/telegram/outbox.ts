import { setMaxListeners } from 'node:events'
import type { Logger } from 'pino'
import { failureOf, growingPause } from './failure.ts'
import { allOf, rateOf, type Rate } from './rate.ts'

/** Answers go before reminders. */
export type Rank = 'answer' | 'reminder'
export type Call = (signal: AbortSignal) => Promise<unknown>
/** What became of a call: blocked is 403, refused another 4xx, lost after the last try or when the program ends. */
export type Delivery = 'sent' | 'blocked' | 'refused' | 'lost'

/** The one way out to Telegram. Calls of one chat go one after another, those of many side by side, all within Telegram's limits. */
export interface Outbox {
  /** Never rejects. */
  send(chat: number, rank: Rank, call: Call): Promise<Delivery>
  /** Past the queue, for what is worth nothing later: the answer to a press. */
  sendNow(call: Call): void
  /** Settles when all is sent, or after `ms`; then what is left is lost. */
  drain(ms: number): Promise<void>
}

export interface Limits {
  readonly overall: readonly [count: number, ms: number]
  readonly chat: readonly [count: number, ms: number]
  readonly group: readonly [count: number, ms: number]
}

/** Telegram: about 30 a second in all, 1 a second in a chat with a small burst, 20 a minute in a group. */
export const TELEGRAM_LIMITS: Limits = { overall: [28, 1000], chat: [3, 3000], group: [20, 60_000] }

interface OutboxParts {
  readonly log: Logger
  readonly onBlocked: (chat: number) => void
  readonly limits?: Limits
}

interface Parcel {
  readonly call: Call
  readonly settle: (delivery: Delivery) => void
  tries: number
}

interface Lane {
  readonly chat: number
  readonly waiting: Record<Rank, Parcel[]>
  readonly rate: Rate
  busy: boolean
  floodUntil: number
  awayUntil: number
  timer?: NodeJS.Timeout
}

const MOST_TRIES = 8

export function createOutbox({ log, onBlocked, limits = TELEGRAM_LIMITS }: OutboxParts): Outbox {
  const lanes = new Map<number, Lane>()
  const ready: Record<Rank, Set<Lane>> = { answer: new Set(), reminder: new Set() }
  const overall = rateOf(...limits.overall)
  const longest = Math.max(limits.chat[1], limits.group[1])
  const open = new Set<Promise<unknown>>()
  const ending = new AbortController()
  // As many calls as are on their way listen to it.
  setMaxListeners(0, ending.signal)
  let floodUntil = 0
  let pumpTimer: NodeJS.Timeout | undefined

  function laneOf(chat: number): Lane {
    const known = lanes.get(chat)
    if (known !== undefined) return known
    const perChat = rateOf(...limits.chat)
    const rate = chat < 0 ? allOf(perChat, rateOf(...limits.group)) : perChat
    const lane: Lane = { chat, waiting: { answer: [], reminder: [] }, rate, busy: false, floodUntil: 0, awayUntil: 0 }
    lanes.set(chat, lane)
    return lane
  }

  /** Puts a lane among those that may send, now or when its limits allow. */
  function schedule(lane: Lane): void {
    clearTimeout(lane.timer)
    ready.answer.delete(lane)
    ready.reminder.delete(lane)
    if (lane.busy) return
    if (lane.waiting.answer.length + lane.waiting.reminder.length === 0) {
      // Its count of recent calls is kept for as long as it matters.
      lane.timer = setTimeout(() => lanes.delete(lane.chat), lane.chat < 0 ? longest : limits.chat[1]).unref()
      return
    }
    const wait = Math.max(lane.rate.wait(), lane.floodUntil - performance.now(), lane.awayUntil - performance.now())
    if (wait > 0) {
      lane.timer = setTimeout(() => schedule(lane), wait)
      return
    }
    ready[lane.waiting.answer.length > 0 ? 'answer' : 'reminder'].add(lane)
    pump()
  }

  /** Sends for as many lanes as the limit for all allows, answers first, the longest ready first. */
  function pump(): void {
    for (;;) {
      const [lane] = ready.answer.size > 0 ? ready.answer : ready.reminder
      if (lane === undefined) return
      const wait = Math.max(overall.wait(), floodUntil - performance.now())
      if (wait > 0) {
        clearTimeout(pumpTimer)
        pumpTimer = setTimeout(pump, wait)
        return
      }
      ready.answer.delete(lane)
      ready.reminder.delete(lane)
      void post(lane)
    }
  }

  async function post(lane: Lane): Promise<void> {
    const queue = lane.waiting.answer.length > 0 ? lane.waiting.answer : lane.waiting.reminder
    const parcel = queue.shift()
    if (parcel === undefined) return
    lane.busy = true
    lane.rate.take()
    overall.take()
    const delivery = await tryOnce(lane, parcel)
    if (delivery === undefined && !ending.signal.aborted) queue.unshift(parcel)
    else parcel.settle(delivery ?? 'lost')
    lane.busy = false
    schedule(lane)
  }

  /** Undefined where it is to be tried again, after the pauses set here. */
  async function tryOnce(lane: Lane, parcel: Parcel): Promise<Delivery | undefined> {
    try {
      await parcel.call(ending.signal)
      return 'sent'
    } catch (error) {
      const failure = failureOf(error)
      switch (failure.kind) {
        case 'flood': {
          const until = performance.now() + failure.pauseMs
          // One chat alone has had too much; a second one at the same time means that all have.
          if ([...lanes.values()].some((other) => other !== lane && other.floodUntil > performance.now())) floodUntil = until
          lane.floodUntil = until
          log.warn({ pauseMs: failure.pauseMs, whole: floodUntil === until }, 'Telegram asks to wait')
          return undefined
        }
        case 'away':
          parcel.tries += 1
          if (parcel.tries < MOST_TRIES) {
            lane.awayUntil = performance.now() + growingPause(parcel.tries)
            log.debug({ err: error, tries: parcel.tries }, 'not sent, will try again')
            return undefined
          }
          log.error({ err: error, tries: parcel.tries }, 'not sent, given up')
          return 'lost'
        case 'blocked':
          onBlocked(lane.chat)
          return 'blocked'
        case 'harmless':
          return 'sent'
        case 'token':
        case 'conflict':
        case 'refused':
          log.error({ err: error }, 'Telegram refused a message')
          return 'refused'
      }
    }
  }

  function track<T>(work: Promise<T>): Promise<T> {
    open.add(work)
    return work.finally(() => open.delete(work))
  }

  return {
    send: (chat, rank, call) =>
      track(
        new Promise((settle) => {
          const lane = laneOf(chat)
          lane.waiting[rank].push({ call, settle, tries: 0 })
          schedule(lane)
        }),
      ),
    sendNow: (call) =>
      void track(
        call(ending.signal).catch((error: unknown) => {
          if (failureOf(error).kind !== 'harmless') log.warn({ err: error }, 'a press was not answered')
        }),
      ),
    async drain(ms) {
      const limit = setTimeout(() => {
        log.error({ left: open.size }, 'ended with messages not sent')
        ending.abort()
        for (const lane of lanes.values()) {
          for (const parcel of [...lane.waiting.answer.splice(0), ...lane.waiting.reminder.splice(0)]) parcel.settle('lost')
        }
      }, ms)
      while (open.size > 0) await Promise.allSettled(open)
      clearTimeout(limit)
    },
  }
}
