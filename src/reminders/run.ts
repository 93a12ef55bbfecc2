import { setTimeout as pause } from 'node:timers/promises'
import { composeNotice } from '../answer/reminder-notice.ts'
import type { Message } from '../answer/message.ts'
import type { Knowledge } from '../knowledge/types.ts'
import { dayInVietnam } from '../language/day.ts'
import type { Store } from '../store/types.ts'
import { afterNotice, noticeOf } from './plan.ts'
import type { Claimed } from './types.ts'

/** What became of a message; "lost" where it may go out later. */
export type Sent = 'sent' | 'blocked' | 'refused' | 'lost'

export interface ReminderParts {
  readonly store: Pick<Store, 'claimReminders' | 'keepClaims' | 'settleReminder' | 'postponeReminder' | 'endReminders' | 'replan'>
  /** Never rejects. */
  readonly send: (chat: string, message: Message) => Promise<Sent>
  readonly knowledge: () => Knowledge
  /** Milliseconds; the system's own where left out. */
  readonly clock?: () => number
  /** Ends the claiming; what has been claimed is sent first. */
  readonly signal: AbortSignal
  /** Hears of a store that is away; the work goes on by itself. */
  readonly onError: (error: unknown) => void
}

const TICK = 5_000
/** In flight at once: more than a few seconds' worth would only wait in the queue of what goes out. */
const MOST = 60
const HEARTBEAT = 15_000
const FIRST_PAUSE = 60_000
const LONGEST_PAUSE = 60 * 60_000

/** Sends every reminder when it is due, until `signal`: at least once, and by one process of many. */
export async function runReminders(parts: ReminderParts): Promise<void> {
  const { store, knowledge, signal, onError } = parts
  const flying = new Map<Claimed, Promise<void>>()
  const heartbeat = setInterval(() => void store.keepClaims([...new Set(Array.from(flying.keys(), (one) => one.claim))]).catch(onError), HEARTBEAT)
  let planned: Knowledge | undefined
  while (!signal.aborted) {
    try {
      const current = knowledge()
      if (current !== planned) await store.replan(new Map(current.plans.map((plan) => [plan.id, plan.version])))
      planned = current
      for (const claimed of await store.claimReminders(MOST - flying.size)) {
        flying.set(claimed, remind(claimed, parts).catch(onError).finally(() => flying.delete(claimed)))
      }
    } catch (error) {
      onError(error)
    }
    await nextRound(flying, signal)
  }
  await Promise.all(flying.values())
  clearInterval(heartbeat)
}

/** Soon where there is more to claim than could be taken, else after a tick. */
async function nextRound(flying: ReadonlyMap<Claimed, Promise<void>>, signal: AbortSignal): Promise<void> {
  if (flying.size >= MOST) return await Promise.race(flying.values())
  await pause(TICK, undefined, { signal }).catch(() => undefined)
}

/** One claimed reminder: said, and moved on to what comes next. Rejects where the store is away; the claim then runs out by itself. */
async function remind(claimed: Claimed, { store, send, knowledge, clock = Date.now }: ReminderParts): Promise<void> {
  const { reminder, attempts } = claimed
  const now = clock()
  const current = knowledge()
  const notice = noticeOf(reminder, current, now)
  const sent = notice ? await send(reminder.chat, composeNotice(notice, reminder.plan, current, dayInVietnam(new Date(now)))) : 'sent'
  switch (sent) {
    // What Telegram will never take is not tried again either.
    case 'sent':
    case 'refused':
      return await store.settleReminder(claimed, afterNotice(reminder, current, now))
    case 'blocked':
      return await store.endReminders(reminder.chat)
    case 'lost':
      return await store.postponeReminder(claimed, Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** attempts))
  }
}
