import { setTimeout as pause } from 'node:timers/promises'
import type { Message } from '../../answer/message.ts'
import { createBot, type BotParts } from './bot.ts'
import { createApi } from './client.ts'
import { deliver } from './deliver.ts'
import { failureOf, growingPause } from './failure.ts'
import { createIntake } from './intake.ts'
import { placeOfTalk } from './incoming.ts'
import { MENU } from './menu.ts'
import { createOutbox, type Delivery, type Limits } from './outbox.ts'
import { poll } from './poller.ts'

interface TelegramParts extends Omit<BotParts, 'me' | 'outbox' | 'api'> {
  readonly apiRoot: string
  /** An HTTP proxy on the way to it, where one is needed. */
  readonly proxy?: string | undefined
  /** Ends the polling; turns in hand and answers not sent yet are finished first. */
  readonly stop: AbortSignal
  readonly onReady: (bot: RunningBot) => void
  /** A user has blocked the bot, or a group has put it out. */
  readonly onBlocked: (chat: number) => void
  readonly limits?: Limits
}

export interface RunningBot {
  readonly username: string
  /** What nobody asked for just now, to a talk by its key: waits for the answers before it. Never rejects. */
  readonly send: (talk: string, message: Message) => Promise<Delivery>
}

const CALL_MS = 15_000
const DRAIN_MS = 10_000

/** Runs the bot by long polling until `stop`. Gives the code where Telegram does not take the token; waits out everything else. */
export async function runTelegram(parts: TelegramParts): Promise<401 | 404 | undefined> {
  const { log, stop } = parts
  const api = createApi(parts.token, parts.apiRoot, parts.proxy)
  const me = await untilReached((signal) => api('getMe', {}, signal), parts)
  if (me === undefined || typeof me === 'number') return me
  const outbox = createOutbox(parts)
  const sender = { ...parts, api, outbox }
  const bot = createBot({ ...sender, me })
  // A webhook of an earlier set-up would keep getUpdates from working. What waits is never dropped.
  await untilReached((signal) => api('deleteWebhook', { drop_pending_updates: false }, signal), parts)
  await untilReached((signal) => api('setMyCommands', { commands: MENU }, signal), parts)
  if (!stop.aborted) parts.onReady({ username: me.username, send: async (talk, message) => (await deliver(sender, placeOfTalk(talk), [message], 'reminder')).sent })
  const takeIn = createIntake((update) => bot.handleUpdate(update), log)
  const refused = await poll({ api, takeIn, log, stop })
  await outbox.drain(DRAIN_MS)
  return refused
}

/** Tries again until Telegram answers. Gives the code where it does not take the token, undefined where it refuses or `stop` comes first. */
async function untilReached<T>(call: (signal: AbortSignal) => Promise<T>, { log, stop }: Pick<TelegramParts, 'log' | 'stop'>): Promise<T | 401 | 404 | undefined> {
  for (let tries = 1; !stop.aborted; tries += 1) {
    try {
      return await call(AbortSignal.any([stop, AbortSignal.timeout(CALL_MS)]))
    } catch (error) {
      if (stop.aborted) break
      const failure = failureOf(error)
      if (failure.kind === 'token') return failure.code
      log.warn({ err: error, tries }, 'Telegram not ready')
      if (failure.kind !== 'away' && failure.kind !== 'flood') return undefined
      await pause(failure.kind === 'flood' ? failure.pauseMs : growingPause(tries), undefined, { signal: stop }).catch(() => undefined)
    }
  }
  return undefined
}
