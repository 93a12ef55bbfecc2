import type { APIMethodParams, APIMethods } from '@gramio/types'
import * as z from 'zod'
import { parseHtml, type Parsed } from './html.ts'

/** What each method takes. Telegram ignores a field that it does not know; here it is refused, since nobody would notice. */

const int = z.union([z.int(), z.string().regex(/^-?\d+$/).transform(Number)])
const bool = z.union([z.boolean(), z.enum(['true', 'false']).transform((text) => text === 'true')])
/** An object comes as JSON, in a form or an upload as JSON text. */
const json = <T extends z.ZodType>(shape: T) =>
  z.preprocess((value) => {
    if (typeof value !== 'string') return value
    try {
      return JSON.parse(value) as unknown
    } catch {
      return value
    }
  }, shape)

const wellFormed = z.string().refine((text) => text.isWellFormed(), 'strings must be encoded in UTF-8')
const upload = z.instanceof(File, { error: 'no file in the request' })

const button = z.strictObject({
  text: wellFormed.refine((text) => text.trim() !== '', 'text buttons are unallowed to be empty'),
  callback_data: z.string().refine((data) => Buffer.byteLength(data) >= 1 && Buffer.byteLength(data) <= 64, 'BUTTON_DATA_INVALID').optional(),
  url: z.url().optional(),
}).refine((one) => (one.callback_data === undefined) !== (one.url === undefined), 'a button does exactly one thing')
const replyMarkup = json(z.strictObject({
  inline_keyboard: z.array(z.array(button).min(1).max(8)).refine((rows) => rows.flat().length <= 100, 'reply markup is too long'),
}))
const replyParameters = json(z.strictObject({ message_id: z.int(), allow_sending_without_reply: z.boolean().optional() }))

const where = { chat_id: int, message_thread_id: int.optional(), disable_notification: bool.optional(), reply_parameters: replyParameters.optional(), reply_markup: replyMarkup.optional() }
const parseMode = z.literal('HTML').optional()
const preview = json(z.strictObject({ is_disabled: bool })).optional()
const caption = { caption: wellFormed.optional(), parse_mode: parseMode }

export const METHODS = {
  getMe: z.strictObject({}),
  getUpdates: z.strictObject({ offset: int.optional(), limit: int.pipe(z.int().min(1).max(100)).optional(), timeout: int.pipe(z.int().min(0)).optional(), allowed_updates: json(z.array(z.string())).optional() }),
  setWebhook: z.strictObject({ url: z.url(), secret_token: z.string().regex(/^[\w-]{1,256}$/).optional(), allowed_updates: json(z.array(z.string())).optional(), max_connections: int.optional(), drop_pending_updates: bool.optional() }),
  deleteWebhook: z.strictObject({ drop_pending_updates: bool.optional() }),
  getWebhookInfo: z.strictObject({}),
  setMyCommands: z.strictObject({ commands: json(z.array(z.strictObject({ command: z.string().regex(/^[a-z0-9_]{1,32}$/, 'BOT_COMMAND_INVALID'), description: z.string().min(1).max(256) })).max(100)), scope: json(z.strictObject({ type: z.literal('chat'), chat_id: int })).optional() }),
  sendMessage: z.strictObject({ ...where, text: wellFormed, parse_mode: parseMode, link_preview_options: preview }),
  editMessageText: z.strictObject({ chat_id: int, message_id: int, text: wellFormed, parse_mode: parseMode, link_preview_options: preview, reply_markup: replyMarkup.optional() }),
  sendPhoto: z.strictObject({ ...where, ...caption, photo: upload }),
  sendDocument: z.strictObject({ ...where, ...caption, document: upload }),
  getFile: z.strictObject({ file_id: z.string() }),
  getChatMember: z.strictObject({ chat_id: int, user_id: int }),
  answerCallbackQuery: z.strictObject({ callback_query_id: z.string(), text: wellFormed.pipe(z.string().max(200)).optional(), show_alert: bool.optional() }),
} satisfies Partial<{ [M in keyof Known]: z.ZodType<Partial<Record<keyof Known[M], unknown>>> }>

/** Every name above is one of the current Bot API, and every field one of its method's. */
type Known = { [M in keyof APIMethods]: NonNullable<APIMethodParams<M>> }

export type Method = keyof typeof METHODS
export type Fields<M extends Method = Method> = z.infer<(typeof METHODS)[M]>

/** The text as seen, within its limit. @throws Error as Telegram words it. */
export function seen(text: string, parseModeOf: 'HTML' | undefined, limit: number, what: 'message' | 'message caption'): Parsed {
  const parsed = parseModeOf === 'HTML' ? parseHtml(text) : { text: text.trim(), entities: [] }
  if (what === 'message' && !/[\p{L}\p{N}\p{P}\p{S}]/u.test(parsed.text)) throw new Error('Bad Request: message text is empty')
  if (parsed.text.length > limit) throw new Error(`Bad Request: ${what} is too long`)
  if (parsed.entities.length > 100) throw new Error('Bad Request: more entities than are shown')
  return parsed
}
