import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { Update } from 'telegraf/types'
import type { Message } from '../../answer/message.ts'
import { channelSays } from '../wording.ts'
import { administratorsBy } from './administrators.ts'
import { createApi, type Api } from './client.ts'
import { deliver, say, type Sender } from './deliver.ts'
import { failureOf, growingPause } from './failure.ts'
import { downloadsFrom } from './download.ts'
import { createHandle } from './handle.ts'
import { createIntake, type Intake } from './intake.ts'
import { placeOfTalk } from './incoming.ts'
import type { Answer, Journal } from './journal.ts'
import { readPress } from './keyboard.ts'
import { ADMINISTRATOR_MENU, MENU } from './menu.ts'
import { createRegrets } from './regrets.ts'
import { createOutbox, TELEGRAM_LIMITS, type Delivery, type Outbox } from './outbox.ts'
import { ALLOWED_UPDATES, poll } from './poller.ts'
import { secretsOf, serveWebhook, type WebhookPlace } from './webhook.ts'

interface TelegramParts extends Omit<Sender, 'outbox' | 'api'> {
  readonly token: string
  readonly apiRoot: string
  /** An HTTP proxy on the way to it, where one is needed. */
  readonly proxy?: string | undefined
  /** Ends the taking in; turns in hand and answers not sent yet are finished first. */
  readonly stop: AbortSignal
  readonly answer: Answer
  readonly journal: Journal
  readonly perSecond: number
  /** Who sees the administrators' commands in the menu. */
  readonly administrators: readonly number[]
  /** Where updates come by webhook; polling where left out. */
  readonly webhook?: WebhookPlace | undefined
  /** Updates are being taken, and what an earlier process held has been taken over. */
  readonly onReady: (bot: RunningBot) => void
  /** Hears of every failure to keep or to answer something; all of them are tried again. */
  readonly onError: (error: unknown) => void
  readonly onTurn?: (outcomes: readonly string[], ms: number) => void
  /** A user has blocked the bot, or a group has put it out. */
  readonly onBlocked: (chat: number) => void
}

export interface RunningBot {
  readonly username: string
  /** What nobody asked for just now, to a talk by its key: waits for the answers before it. Never rejects. */
  readonly send: (talk: string, message: Message) => Promise<Delivery>
  /** Updates whose answer has not gone out yet. */
  readonly inHand: () => number
  /** Where a webhook listens. */
  readonly port?: number
}

const CALL_MS = 15_000
const DRAIN_MS = 10_000

/**
 * Runs the bot until `stop`. Gives the code where Telegram does not take the token; waits out everything else. Rejects
 * with Node's error where a webhook's address cannot be had. `beforeDrain` is waited for before the last is sent.
 */
export async function runTelegram(parts: TelegramParts, beforeDrain: () => Promise<unknown>): Promise<401 | 404 | undefined> {
  const { log, stop, webhook, token } = parts
  const api = createApi(token, parts.apiRoot, parts.proxy)
  const me = await untilReached((signal) => api('getMe', {}, signal), parts)
  if (me === undefined || typeof me === 'number') return me
  const outbox = createOutbox({ ...parts, limits: { ...TELEGRAM_LIMITS, overall: [parts.perSecond, 1000] } })
  const alone = webhook === undefined
  const regrets = createRegrets(({ place }) => say({ api, outbox }, place, channelSays.storeAway))
  const own = { ...parts, api, regrets, outbox, me, alone, worker: randomUUID(), isAdministrator: administratorsBy(api, log), fetchFile: downloadsFrom({ ...parts, api }) }
  const onArrival = (update: Update) => answerPress(update, api, outbox)
  const intake = createIntake({ ...own, handle: createHandle(own), onArrival })
  await untilReached((signal) => api('setMyCommands', { commands: MENU }, signal), parts)
  // Telegram refuses a chat that the bot has never been written to from; its menu comes with a later start.
  for (const id of parts.administrators) void untilReached((signal) => api('setMyCommands', { commands: ADMINISTRATOR_MENU, scope: { type: 'chat', chat_id: id } }, signal), parts)
  const server = webhook && (await serveWebhook(webhook, token, intake.takeIn, log))
  // A webhook of an earlier set-up would keep getUpdates from working. What waits is never dropped.
  await untilReached((signal) => (webhook ? setWebhook(api, webhook, token, signal) : api('deleteWebhook', { drop_pending_updates: false }, signal)), parts)
  const send: RunningBot['send'] = async (talk, message) => (await deliver(own, placeOfTalk(talk), [message], 'reminder')).sent
  // Not waited for: while the store is away, whoever writes is told so.
  const ready = intake.takeOver().then(() => {
    if (!stop.aborted) parts.onReady({ username: me.username, send, inHand: intake.inHand, ...(server ? { port: server.port } : {}) })
  })
  const watching = Promise.all([ready, intake.watch()])
  const refused = webhook ? await stopped(stop) : await poll({ api, intake, log, stop })
  await server?.stop()
  if (refused === undefined) await drained(intake, watching)
  return refused

  async function drained(taking: Intake, watched: Promise<unknown>): Promise<void> {
    await watched
    await taking.finish()
    await Promise.all([outbox.drain(DRAIN_MS), beforeDrain()])
    // What was sent last has yet to be marked so.
    for (let left = 100; taking.inHand() > 0 && left > 0; left -= 1) await pause(20)
  }
}

/** At once: until then the button turns its spinner, and after some seconds Telegram takes no answer. */
function answerPress(update: Update, api: Api, outbox: Outbox): void {
  if (!('callback_query' in update)) return
  const { callback_query: press } = update
  const voted = 'data' in press && readPress(press.data).action.startsWith('vote:')
  outbox.sendNow((signal) => api('answerCallbackQuery', { callback_query_id: press.id, ...(voted ? { text: channelSays.thanked } : {}) }, signal))
}

function setWebhook(api: Api, { url }: WebhookPlace, token: string, signal: AbortSignal): Promise<boolean> {
  const { path, secret } = secretsOf(token)
  return api('setWebhook', { url: `${url}${path}`, secret_token: secret, allowed_updates: ALLOWED_UPDATES, max_connections: 100, drop_pending_updates: false }, signal)
}

function stopped(stop: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => (stop.aborted ? resolve(undefined) : stop.addEventListener('abort', () => resolve(undefined), { once: true })))
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
