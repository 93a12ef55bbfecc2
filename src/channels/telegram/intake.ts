import type { Logger } from 'pino'
import type { Update } from 'telegraf/types'
import { inOrder } from '../in-order.ts'
import { talkKeyOf } from './incoming.ts'

/** Settles, and never rejects, when the update is safely taken in: its turn is over, its answers are in the outbox. */
export type TakeIn = (update: Update) => Promise<void>

/** Telegram sends an update again until it is confirmed, and a webhook may have it twice: so many are remembered. */
const REMEMBERED = 10_000

/** Each update once, those of one talk in order, those of many side by side. For a poller and a webhook alike. */
export function createIntake(handle: (update: Update) => Promise<void>, log: Logger): TakeIn {
  const ordered = inOrder()
  const taken = new Map<number, Promise<void>>()
  return (update) => {
    const known = taken.get(update.update_id)
    if (known !== undefined) return known
    const work = ordered(talkKeyOf(update), () => handle(update)).catch((error: unknown) => {
      log.error({ err: error, update: update.update_id }, 'update failed')
    })
    taken.set(update.update_id, work)
    for (const oldest of taken.keys()) {
      if (taken.size <= REMEMBERED) break
      taken.delete(oldest)
    }
    return work
  }
}
