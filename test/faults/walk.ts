import type { TelegramInlineKeyboardMarkup, TelegramMessage, TelegramUpdate } from '@gramio/types'
import type { CheckSession } from '../../src/session.ts'
import type { BotApi, Call } from '../bot-api/server.ts'
import { person } from '../bot-api/world.ts'

/** A person who goes through one check after another by its buttons, pressing as soon as the next question stands there. */
export interface Walk {
  readonly chat: string
  begin(): void
  end(): void
  /** Answers after which the bot has shown the next question or the result. */
  acknowledged(): number
  finished(): number
  /** How many of the acknowledged answers a stored check is without. */
  missing(check: CheckSession | undefined): number
}

const START = '/start kt_bq24-xa-thi-tran'

/** `hand` gets each update, where the bot is not to fetch it by itself. */
export function walkThrough(api: BotApi, id: number, hand: (update: TelegramUpdate) => void = () => undefined): Walk {
  const { user, chat } = person(id)
  let hasBegun = false
  let shown = 0
  let pressed = 0
  let acknowledged = 0
  let finished = 0
  const stop = api.onCall((call: Call) => {
    if (!call.ok || (call.method !== 'sendMessage' && call.method !== 'editMessageText' && call.method !== 'sendPhoto') || call.message.chat?.id !== chat.id) return
    const question = questionOf(call.message)
    // What was sent before a kill may come again.
    if (question ? question.step <= shown : pressed !== shown || shown === 0) return
    if (pressed > 0 && pressed === shown) acknowledged += 1
    if (question === undefined) {
      finished += 1
      pressed = -1
      hand(api.text(user, chat, START))
      return
    }
    shown = question.step
    pressed = shown
    hand(api.press(user, call.message, { data: question.data }))
  })
  return {
    chat: `tg:${id}`,
    begin() {
      if (!hasBegun) hand(api.text(user, chat, START))
      hasBegun = true
    },
    end: stop,
    acknowledged: () => acknowledged,
    finished: () => finished,
    missing: (check) => Math.max(0, shown - (check?.step ?? 0)),
  }
}

/** The step of the question in a message, and what its first answer carries. */
export function questionOf(message: TelegramMessage): { step: number; data: string } | undefined {
  const buttons = (message.reply_markup as TelegramInlineKeyboardMarkup | undefined)?.inline_keyboard.flat() ?? []
  const data = buttons.map((button) => button.callback_data ?? '').find((one) => /^~?check:answer:/.test(one))
  return data === undefined ? undefined : { step: Number.parseInt(data.split(':')[3] ?? '', 36), data }
}
