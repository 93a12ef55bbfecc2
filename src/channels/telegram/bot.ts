import type { UserFromGetMe } from 'telegraf/types'
import { Telegraf } from 'telegraf'
import type { Talk } from '../../respond.ts'
import { channelSays } from '../wording.ts'
import { deliver, say, type Sender } from './deliver.ts'
import { heardUpdate, type Heard } from './incoming.ts'

export interface BotParts extends Sender {
  readonly token: string
  readonly me: UserFromGetMe
  readonly talk: Talk
}

const TURN_MS = 30_000

/** telegraf's update contexts around one talk: an update in, answers into the outbox. Its handleUpdate never rejects. */
export function createBot(parts: BotParts): Telegraf {
  const { api, me, outbox, log } = parts
  const bot = new Telegraf(parts.token, { handlerTimeout: TURN_MS })
  bot.botInfo = me

  bot.on('callback_query', (context, next) => {
    // At once: until then the button turns its spinner, and after some seconds Telegram takes no answer.
    outbox.sendNow((signal) => api('answerCallbackQuery', { callback_query_id: context.callbackQuery.id }, signal))
    return next()
  })
  bot.use((context) => answer(heardUpdate(context.update, me), context.update.update_id))
  bot.catch((error, context) => {
    log.error({ err: error, update: context.update.update_id }, 'turn failed')
    const heard = heardUpdate(context.update, me)
    if (heard !== undefined) say(parts, heard.place, channelSays.failed)
  })
  return bot

  async function answer(heard: Heard | undefined, update: number): Promise<void> {
    if (heard === undefined) return
    const started = performance.now()
    const { place, said } = heard
    if (said === 'no-words' || heard.below !== undefined) say(parts, place, channelSays.onlyWords)
    const { messages } = said === 'no-words' ? { messages: [] } : await parts.talk(heard.talk, said)
    await deliver(parts, place, messages, 'answer', heard.editing)
    log.info({ update, outcomes: messages.map((message) => message.outcome), ms: Math.round(performance.now() - started) }, 'turn')
  }
}
