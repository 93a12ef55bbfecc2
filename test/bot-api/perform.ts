import type { TelegramChat, TelegramMessage } from '@gramio/types'
import { seen, type Fields, type Method } from './methods.ts'
import { BOT, messageKey, type World } from './world.ts'

/** A refusal as Telegram gives it. */
export function refusal(code: number, description: string, parameters?: object): Error {
  return Object.assign(new Error(description), { code, parameters })
}

/** Polling and webhooks are the server's own matter. */
export type Performed = Exclude<Method, 'getUpdates' | 'setWebhook' | 'deleteWebhook' | 'getWebhookInfo'>
type Sent = Fields<'sendMessage'> | Fields<'sendPhoto'> | Fields<'sendDocument'>

/** Does what a call asks for and gives its result. @throws refusals. */
export function perform(world: World, method: Performed, fields: Fields): unknown {
  switch (method) {
    case 'getMe':
      return { ...BOT, can_join_groups: true, can_read_all_group_messages: false, supports_inline_queries: false }
    case 'sendMessage': {
      const { text, parse_mode } = fields as Fields<'sendMessage'>
      return send(world, fields as Sent, withSeen(seen(text, parse_mode, 4096, 'message'), 'text'))
    }
    case 'sendPhoto':
    case 'sendDocument': {
      const sent = fields as Fields<'sendPhoto'> & Fields<'sendDocument'>
      const words = sent.caption === undefined ? {} : withSeen(seen(sent.caption, sent.parse_mode, 1024, 'message caption'), 'caption')
      const file = sent.photo ?? sent.document
      const known = { file_id: `file-${file.name}`, file_unique_id: file.name, file_size: file.size }
      return send(world, sent, { ...words, ...(method === 'sendPhoto' ? { photo: [{ ...known, width: 800, height: 400 }] } : { document: { ...known, file_name: file.name, mime_type: file.type } }) })
    }
    case 'editMessageText':
      return edit(world, fields as Fields<'editMessageText'>)
    case 'answerCallbackQuery': {
      const { callback_query_id } = fields as Fields<'answerCallbackQuery'>
      if (!world.pressed.delete(callback_query_id)) throw refusal(400, 'Bad Request: query is too old and response timeout expired or query ID is invalid')
      return true
    }
    case 'getFile': {
      const { file_id } = fields as Fields<'getFile'>
      const bytes = world.files.get(file_id)
      if (bytes === undefined) throw refusal(400, 'Bad Request: wrong file_id or the file is temporarily unavailable')
      if (bytes.length > 20 * 1024 * 1024) throw refusal(400, 'Bad Request: file is too big')
      return { file_id, file_unique_id: file_id, file_size: bytes.length, file_path: `documents/${file_id}` }
    }
    case 'getChatMember': {
      const { chat_id, user_id } = fields as Fields<'getChatMember'>
      return { status: world.administrators.has(messageKey(chat_id, user_id)) ? 'administrator' : 'member', user: { id: user_id, is_bot: false, first_name: `Người ${user_id}` } }
    }
    case 'setMyCommands': {
      const { scope } = fields as Fields<'setMyCommands'>
      if (scope && !world.chats.has(scope.chat_id)) throw refusal(400, 'Bad Request: chat not found')
      return true
    }
  }
}

function withSeen({ text, entities }: ReturnType<typeof seen>, field: 'text' | 'caption') {
  const listed = entities.flatMap(({ type, href, text: part }) => {
    const offset = text.indexOf(part)
    return type === 'text_mention' ? [{ type, offset, length: part.length, user: { id: Number(href?.split('=')[1]), is_bot: false, first_name: part } }] : [{ type, offset, length: part.length }]
  })
  return { [field]: text, ...(listed.length === 0 ? {} : { [field === 'text' ? 'entities' : 'caption_entities']: listed }) }
}

function reachable(world: World, chat: number): TelegramChat {
  if (world.blocked.has(chat)) throw refusal(403, 'Forbidden: bot was blocked by the user')
  const known = world.chats.get(chat)
  if (known === undefined) throw refusal(400, 'Bad Request: chat not found')
  return known
}

function send(world: World, fields: Sent, content: object): TelegramMessage {
  const chat = reachable(world, fields.chat_id)
  const answered = fields.reply_parameters && world.messages.get(messageKey(chat.id, fields.reply_parameters.message_id))
  if (fields.reply_parameters && !answered && !fields.reply_parameters.allow_sending_without_reply) throw refusal(400, 'Bad Request: message to be replied not found')
  return world.keep({
    from: BOT,
    chat,
    ...(answered ? { reply_to_message: answered } : {}),
    ...(fields.message_thread_id === undefined ? {} : { message_thread_id: fields.message_thread_id, is_topic_message: true }),
    ...content,
    ...(fields.reply_markup ? { reply_markup: fields.reply_markup } : {}),
  })
}

function edit(world: World, { chat_id, message_id, text, parse_mode, reply_markup }: Fields<'editMessageText'>): TelegramMessage {
  reachable(world, chat_id)
  const before = world.messages.get(messageKey(chat_id, message_id))
  if (before === undefined) throw refusal(400, 'Bad Request: message to edit not found')
  if (before.from?.id !== BOT.id || before.text === undefined) throw refusal(400, "Bad Request: message can't be edited")
  const { message_id: kept, date, from, chat, reply_to_message } = before
  const after = { message_id: kept, date, from, chat, reply_to_message, ...withSeen(seen(text, parse_mode, 4096, 'message'), 'text'), ...(reply_markup ? { reply_markup: reply_markup } : {}) } as TelegramMessage
  if (after.text === before.text && JSON.stringify(after.reply_markup) === JSON.stringify(before.reply_markup)) {
    throw refusal(400, 'Bad Request: message is not modified: specified new message content and reply markup are exactly the same')
  }
  world.messages.set(messageKey(chat_id, message_id), after)
  return after
}
