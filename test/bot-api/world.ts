import type { TelegramCallbackQuery, TelegramChat, TelegramInlineKeyboardMarkup as Keyboard, TelegramMessage, TelegramUpdate, TelegramUser } from '@gramio/types'

/** People, chats and what was said in them, as Telegram knows them. */

export const BOT: TelegramUser & { is_bot: true; username: string } = { id: 700_100, is_bot: true, first_name: 'Sổ tay thi đua', username: 'so_tay_test_bot' }

export interface World {
  readonly messages: Map<string, TelegramMessage>
  readonly chats: Map<number, TelegramChat>
  /** What people sent, by file_id. */
  readonly files: Map<string, Uint8Array>
  /** Chats whose user has blocked the bot, or whose group has put it out. */
  readonly blocked: Set<number>
  /** Who administers a group, as messageKey(group, user). */
  readonly administrators: Set<string>
  /** Presses that wait for their answer. */
  readonly pressed: Set<string>
  /** Keeps a message under a new number. */
  keep(message: Omit<TelegramMessage, 'message_id' | 'date'>): TelegramMessage
  /** What a person writes or sends: an update without its number. */
  says(from: TelegramUser, chat: TelegramChat, content: Partial<TelegramMessage>): NewUpdate
  /** A document that a person sends. */
  sends(from: TelegramUser, chat: TelegramChat, name: string, bytes: Uint8Array, more?: Partial<TelegramMessage>): NewUpdate
  /** A press of the button with this label, or of raw data, under a message of the bot. */
  presses(from: TelegramUser, message: TelegramMessage, button: { label: string } | { data: string }): NewUpdate
}
export type NewUpdate = Omit<TelegramUpdate, 'update_id'>

export const messageKey = (chat: number, message: number) => `${chat}/${message}`

/** A person and their private chat. */
export function person(id: number, first_name = `Người ${id}`): { user: TelegramUser; chat: TelegramChat } {
  return { user: { id, is_bot: false, first_name, language_code: 'vi' }, chat: { id, type: 'private', first_name } }
}

export function group(id: number): TelegramChat {
  return { id: -Math.abs(id), type: 'supergroup', title: `Nhóm ${id}` }
}

export function createWorld(): World {
  let lastMessage = 0
  let lastPress = 0
  const world: World = {
    messages: new Map(),
    chats: new Map(),
    files: new Map(),
    blocked: new Set(),
    administrators: new Set(),
    pressed: new Set(),
    keep(message) {
      lastMessage += 1
      const kept = { ...message, message_id: lastMessage, date: 1_730_000_000 + lastMessage }
      world.messages.set(messageKey(kept.chat.id, lastMessage), kept)
      return kept
    },
    says(from, chat, content) {
      world.chats.set(chat.id, chat)
      const entities = content.entities ?? commandEntity(content.text)
      return { message: world.keep({ from, chat, ...content, ...(entities === undefined ? {} : { entities }) }) }
    },
    sends(from, chat, file_name, bytes, more = {}) {
      const file_id = `sent-${world.files.size + 1}`
      world.files.set(file_id, bytes)
      return world.says(from, chat, { document: { file_id, file_unique_id: file_id, file_name, file_size: bytes.length }, ...more })
    },
    presses(from, message, button) {
      const buttons = (message.reply_markup as Keyboard | undefined)?.inline_keyboard.flat() ?? []
      const data = 'data' in button ? button.data : buttons.find((one) => one.text === button.label)?.callback_data
      if (data === undefined) throw new Error(`no button among: ${buttons.map((one) => one.text).join(' | ')}`)
      lastPress += 1
      const id = `press-${lastPress}`
      world.pressed.add(id)
      const query: TelegramCallbackQuery = { id, from, message, chat_instance: String(message.chat.id), data }
      return { callback_query: query }
    },
  }
  return world
}

function commandEntity(text: string | undefined): TelegramMessage['entities'] {
  const command = /^\/[a-z0-9_]+(@\w+)?/i.exec(text ?? '')?.[0]
  return command === undefined ? undefined : [{ type: 'bot_command', offset: 0, length: command.length }]
}
