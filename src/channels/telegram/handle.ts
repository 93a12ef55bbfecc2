import { setTimeout as pause } from 'node:timers/promises'
import type { Message, Shown } from '../../answer/message.ts'
import type { FetchFile } from '../../respond.ts'
import { channelSays } from '../wording.ts'
import type { IsAdministrator } from './administrators.ts'
import { deliver, say, type Sender } from './deliver.ts'
import { growingPause } from './failure.ts'
import type { Heard } from './incoming.ts'
import type { Answer, Entry, Journal } from './journal.ts'
import type { Regrets } from './regrets.ts'

/**
 * Settles when the turn is over and its answers are in the outbox; `sent` once they have gone out, false where that is left to
 * another start. `heard`: what the entry says, where that is known already.
 */
export type Handle = (entry: Entry, heard?: Heard) => Promise<{ readonly sent: Promise<boolean> }>

export interface HandleParts extends Sender {
  readonly worker: string
  readonly journal: Pick<Journal, 'hasEarlier'>
  readonly answer: Answer
  readonly isAdministrator: IsAdministrator
  readonly fetchFile: FetchFile
  readonly regrets: Regrets
  /** True where no other process takes updates of this bot: then nobody else has an earlier one. */
  readonly alone: boolean
  /** Hears of every failure; all of them are tried again. */
  readonly onError: (error: unknown) => void
  readonly stop: AbortSignal
  readonly onTurn?: (outcomes: readonly string[], ms: number) => void
}

/** Somebody waits for the answer: the pauses grow to four seconds and no further. */
const SLOWEST = 4
const EARLIER_MS = 20
const LONGEST_EARLIER_MS = 500

/** One update: answered where it has not been, and its answer sent until it has arrived. */
export function createHandle(parts: HandleParts): Handle {
  const { log, stop } = parts
  return async (entry, heard = JSON.parse(entry.body) as Heard) => {
    const messages = entry.answer === undefined ? await turnOf(entry, heard) : (JSON.parse(entry.answer) as readonly Shown[])
    if (messages === undefined) return { sent: Promise.resolve(false) }
    const { sent } = await deliver(parts, heard.place, messages, 'answer', heard.editing)
    return { sent: untilSent(sent, heard, messages) }
  }

  async function turnOf(entry: Entry, heard: Heard): Promise<readonly Message[] | undefined> {
    const { said, talk, place } = heard
    if (said === 'no-words' || heard.below !== undefined) say(parts, place, channelSays.onlyWords)
    if (said === 'no-words') return []
    if (!parts.alone) await earlierAnswered(entry)
    const member = heard.asker !== undefined && !(await parts.isAdministrator(place.chat, heard.asker))
    const meanwhile = { fetchFile: parts.fetchFile, stop, tell: (message: Message) => void deliver(parts, place, [message]) }
    const started = performance.now()
    for (let tries = 1; !stop.aborted || tries === 1; tries += 1) {
      try {
        const messages = await parts.answer(talk, { ...said, ...(member ? { member } : {}) }, { worker: parts.worker, update: entry.id }, meanwhile)
        parts.regrets.over(talk)
        const [outcomes, ms] = [messages?.map((message) => message.outcome) ?? [], Math.round(performance.now() - started)]
        parts.onTurn?.(outcomes, performance.now() - started)
        log.info({ update: entry.id, outcomes, ms }, 'turn')
        return messages
      } catch (error) {
        parts.onError(error)
        parts.regrets.say(heard)
        await pause(growingPause(Math.min(tries, SLOWEST)), undefined, { signal: stop }).catch(() => undefined)
      }
    }
    return undefined
  }

  /** Another process may be at work on the same chat, or have died over it: then its work comes free within a minute. */
  async function earlierAnswered({ chat, id }: Entry): Promise<void> {
    for (let wait = EARLIER_MS; !stop.aborted; wait = Math.min(wait * 2, LONGEST_EARLIER_MS)) {
      if (!(await parts.journal.hasEarlier(chat, id).catch(() => true))) return
      await pause(wait, undefined, { signal: stop }).catch(() => undefined)
    }
  }

  async function untilSent(first: Promise<string>, { place, editing }: Heard, messages: readonly Shown[]): Promise<boolean> {
    let delivery = await first
    for (let tries = 6; delivery === 'lost'; tries += 1) {
      if (stop.aborted) return false
      await pause(growingPause(tries), undefined, { signal: stop }).catch(() => undefined)
      if (stop.aborted) return false
      delivery = await (await deliver(parts, place, messages, 'answer', editing)).sent
    }
    return true
  }
}
