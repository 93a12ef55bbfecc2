import { setTimeout as pause } from 'node:timers/promises'
import type { Update } from 'telegraf/types'
import { inOrder } from '../in-order.ts'
import { inBatches } from '../../batches.ts'
import { growingPause } from './failure.ts'
import type { Handle } from './handle.ts'
import { heardUpdate, type Heard, type Me } from './incoming.ts'
import type { Entry, Journal } from './journal.ts'
import type { Regrets } from './regrets.ts'

/** True once the update is safely kept; false while it cannot be, and then it has to come again. Never rejects. */
export type TakeIn = (update: Update) => Promise<boolean>

export interface Intake {
  readonly takeIn: TakeIn
  /** Updates whose answer has not gone out yet. */
  readonly inHand: () => number
  /** Settles when there is room for more. */
  readonly room: () => Promise<void>
  /** Where no other process is at work: frees what the one before held. To be waited for before reminders are claimed. */
  readonly takeOver: () => Promise<void>
  /** Takes up what dead processes left, and tells them that this one lives, until `stop`. */
  readonly watch: () => Promise<void>
  /** Settles when no turn is under way; what could not be answered is left to the next start. */
  readonly finish: () => Promise<void>
}

interface IntakeParts {
  readonly worker: string
  readonly journal: Journal
  readonly me: Me
  readonly handle: Handle
  /** Hears of what was said before it is kept: a press wants its answer at once. */
  readonly onArrival: (update: Update) => void
  readonly regrets: Regrets
  /** True where no other process takes updates of this bot. */
  readonly alone: boolean
  /** Hears of every failure; all of them are tried again. */
  readonly onError: (error: unknown) => void
  readonly stop: AbortSignal
}

/** What came in, as it is kept and as it was heard. */
interface Arrived { readonly entry: Entry; readonly heard: Heard }

const BATCH = 100
/** As many undelivered as fit into memory easily; the rest waits with Telegram. */
const MOST = 1000
const ADOPT_MS = 5000

/** Each update once, those of one talk in order, those of many side by side. For a poller and a webhook alike. */
export function createIntake(parts: IntakeParts): Intake {
  const { worker, journal, handle, onError, stop } = parts
  const ordered = inOrder()
  const hand = new Set<number>()
  const turns = new Set<Promise<void>>()
  const roomWanted: (() => void)[] = []
  const keep = inBatches<Arrived, true>(BATCH, async (batch) => {
    const fresh = await journal.takeIn(worker, batch.map(({ entry }) => entry))
    // Of an update that came twice the first is kept.
    const said = new Map(batch.toReversed().map(({ entry, heard }) => [entry.id, heard]))
    for (const entry of fresh) begin(entry, said.get(entry.id))
    return batch.map(() => true)
  })
  const finished = inBatches<number, undefined>(BATCH, async (ids) => {
    for (let tries = 1; ; tries += 1) {
      try {
        await journal.finish(ids)
        return []
      } catch (error) {
        onError(error)
        if (stop.aborted && tries > 3) throw error
        await pause(growingPause(tries))
      }
    }
  })

  function begin(entry: Entry, heard?: Heard): void {
    if (hand.has(entry.id)) return
    hand.add(entry.id)
    const turn = ordered(entry.chat, () => handle(entry, heard))
      .then(
        ({ sent }) => void sent.then((isSent) => (isSent ? finished(entry.id) : undefined)).catch(() => undefined).finally(() => release(entry.id)),
        (error: unknown) => {
          onError(error)
          release(entry.id)
        },
      )
      .finally(() => turns.delete(turn))
    turns.add(turn)
  }

  /** Does something `once`, or again and again until `stop`; where the store is away after growing pauses. */
  async function persistently(work: () => Promise<void>, once: boolean): Promise<void> {
    for (let failures = 0; !stop.aborted; ) {
      try {
        await work()
        if (once) return
        failures = 0
      } catch (error) {
        onError(error)
        failures += 1
      }
      await pause(failures > 0 ? growingPause(failures) : ADOPT_MS, undefined, { signal: stop }).catch(() => undefined)
    }
  }

  function release(id: number): void {
    hand.delete(id)
    if (hand.size < MOST) for (const resume of roomWanted.splice(0)) resume()
  }

  return {
    inHand: () => hand.size,
    room: async () => (hand.size < MOST ? undefined : await new Promise((resume) => roomWanted.push(resume))),
    async takeIn(update) {
      const heard = heardUpdate(update, parts.me)
      parts.onArrival(update)
      if (heard === undefined) return true
      try {
        return await keep({ heard, entry: { id: update.update_id, chat: heard.talk, body: JSON.stringify(heard) } })
      } catch (error) {
        onError(error)
        parts.regrets.say(heard)
        return false
      }
    },
    takeOver: () => (parts.alone ? persistently(() => journal.takeOver(worker), true) : Promise.resolve()),
    watch: () =>
      persistently(async () => {
        if (hand.size > 0) await journal.keepAlive(worker)
        for (const entry of await journal.adopt(worker)) begin(entry)
      }, false),
    async finish() {
      while (turns.size > 0) await Promise.all(turns)
    },
  }
}
