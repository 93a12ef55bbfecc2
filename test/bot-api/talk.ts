import type { TelegramInlineKeyboardMarkup as Keyboard, TelegramMessage } from '@gramio/types'
import type { BotApi } from './server.ts'
import type { person } from './world.ts'

/** One person's private talk with the bot: each step gives the answer to it, whether it came anew or in place of an older message. */
export function talkWith(api: BotApi, { user, chat }: ReturnType<typeof person>) {
  let read = api.transcript.length
  const find = (): TelegramMessage | undefined => {
    const at = api.transcript.findIndex(({ method, ok, fields }, index) => index >= read && ok && ANSWERS.includes(method) && (fields as { chat_id: number }).chat_id === chat.id)
    if (at < 0) return undefined
    read = at + 1
    return api.transcript[at]?.message
  }
  async function next(): Promise<TelegramMessage> {
    const there = find()
    if (there) return there
    return await new Promise((resolve, reject) => {
      const impatient = setTimeout(() => reject(new Error(`nothing was said to ${chat.id}`)), PATIENCE_MS)
      const end = api.onCall(() => {
        const message = find()
        if (!message) return
        clearTimeout(impatient)
        end()
        resolve(message)
      })
    })
  }
  return {
    next,
    say(text: string): Promise<TelegramMessage> {
      api.text(user, chat, text)
      return next()
    },
    /** By the words on the button. */
    press(message: TelegramMessage, label: string): Promise<TelegramMessage> {
      api.press(user, message, { label })
      return next()
    },
    /** A document; two answers come to an administrator's: that it is being read, and what became of it. */
    send(name: string, bytes: Uint8Array, caption?: string): Promise<TelegramMessage> {
      api.document(user, chat, name, bytes, caption === undefined ? {} : { caption })
      return next()
    },
  }
}

const ANSWERS: readonly string[] = ['sendMessage', 'editMessageText', 'sendPhoto']
const PATIENCE_MS = 55_000

export const labelsOf = (message: TelegramMessage): string[] => (message.reply_markup as Keyboard | undefined)?.inline_keyboard.flat().map(({ text }) => text) ?? []
