import type { CallbackQuery, Message, Update, User } from 'telegraf/types'
import { isReminderTurn, type FileTurn } from '../../respond.ts'
import { printable } from '../printable.ts'
import { readPress } from './keyboard.ts'

/** Where an answer goes. In a group it is a reply to the person, or names them where there is nothing to reply to. */
export interface Place {
  readonly chat: number
  readonly thread?: number
  readonly replyTo?: number
  readonly mention?: User
}

/** Something said to the bot: words, a press, a file, or a thing without words (a picture, a voice). */
export interface Heard {
  readonly talk: string
  readonly place: Place
  readonly said: { readonly text: string } | { readonly action: string; readonly by?: string } | FileTurn | 'no-words'
  /** With a picture: the words stand below it. */
  readonly below?: 'no-words'
  /** The message that the answer takes the place of. */
  readonly editing?: number
  /** In a group, of a turn that concerns all of it: who asks. Its talk is then the group's own. */
  readonly asker?: number
}

export type Me = Pick<User, 'id' | 'username'>

/** Where a talk is, by its key. */
export function placeOfTalk(talk: string): Place {
  return { chat: Number(talk.split(':')[1]) }
}

/** What an update says to the bot, or undefined where it is not meant for it: in a group it is called by name, replied to, or given a command. */
export function heardUpdate(update: Update, me: Me): Heard | undefined {
  if ('message' in update) return forGroup(heardMessage(update.message, me), update.message.from)
  return 'callback_query' in update ? forGroup(heardPress(update.callback_query), update.callback_query.from) : undefined
}

/** One talk a person, in a group too; but its reminders are everybody's. */
function forGroup(heard: Heard | undefined, from: User | undefined): Heard | undefined {
  if (heard === undefined || heard.said === 'no-words' || 'file' in heard.said || heard.place.chat > 0 || !isReminderTurn(heard.said)) return heard
  return { ...heard, talk: `tg:${heard.place.chat}`, asker: from?.id ?? 0 }
}

function heardMessage(message: Message, me: Me): Heard | undefined {
  const { chat, from } = message
  if (chat.type === 'channel' || from === undefined || (from.is_bot && from.id !== ANONYMOUS_ADMINISTRATOR)) return undefined
  const words = 'text' in message ? message.text : 'caption' in message ? message.caption : undefined
  const hasThing = THINGS.some((thing) => thing in message)
  if (words === undefined && !hasThing) return undefined
  if (chat.type !== 'private' && !isMeant(message, words ?? '', me)) return undefined
  const file = fileOf(message)
  if (file) return { talk: keyOf(chat, from), place: placeOf(message), said: { file, ...(words === undefined ? {} : { text: withoutName(words, me) }) } }
  return {
    talk: keyOf(chat, from),
    place: placeOf(message),
    said: words === undefined ? 'no-words' : { text: withoutName(words, me) },
    ...(hasThing && words !== undefined ? { below: 'no-words' } : {}),
  }
}

/** A document; an animation comes as one too, and is none. */
function fileOf(message: Message): FileTurn['file'] | undefined {
  if (!('document' in message) || 'animation' in message) return undefined
  const { file_id, file_name = '', file_size = 0 } = message.document
  return { id: file_id, name: printable(file_name).trim(), size: file_size }
}

/** What a pressed button says; undefined where Telegram does not tell under which message it stood. */
function heardPress({ data, message, from }: CallbackQuery & { data?: string }): Heard | undefined {
  if (data === undefined || message === undefined) return undefined
  const { action, inPlace } = readPress(data)
  const { chat } = message
  const talk = keyOf(chat, from)
  const said = action.startsWith(SIGNED) ? { action, by: nameOfPerson(from) } : { action }
  // Telegram keeps nothing but the number of an old message.
  const old = message.date === 0
  const full = old ? undefined : (message as Message)
  const own = chat.type === 'private' || (full !== undefined && ownerOf(full) === from.id)
  const editing = inPlace && own && !old ? { editing: message.message_id } : {}
  if (chat.type === 'private') return { talk, said, place: { chat: chat.id }, ...editing }
  const thread = full === undefined ? {} : threadOf(full)
  const asked = own && full !== undefined && 'reply_to_message' in full ? full.reply_to_message?.message_id : undefined
  return { talk, said, place: { chat: chat.id, ...thread, ...(asked === undefined ? { mention: from } : { replyTo: asked }) }, ...editing }
}

export const ANONYMOUS_ADMINISTRATOR = 1087968824
/** What people send besides words; a message with none of these and no words is the group's own ("An joined"). */
const THINGS = [
  'photo', 'sticker', 'voice', 'video', 'video_note', 'audio', 'document', 'animation',
  'location', 'venue', 'contact', 'poll', 'dice', 'story', 'game',
] as const
const COMMAND = /^\/[a-z0-9_]+(?:@([a-z0-9_]+))?(?=\s|$)/i

/** What these buttons decide is kept with the name of who decided. */
const SIGNED = 'desk:'

function nameOfPerson({ first_name, last_name = '' }: User): string {
  return printable(`${first_name} ${last_name}`).trim()
}

/** One talk a person: in a group everybody has their own. */
function keyOf(chat: { readonly id: number; readonly type: string }, from: User | undefined): string {
  return chat.type === 'private' ? `tg:${chat.id}` : `tg:${chat.id}:${from?.id ?? 0}`
}

function isMeant(message: Message, words: string, me: Me): boolean {
  const command = COMMAND.exec(words)
  if (command !== null) return command[1] === undefined || command[1].toLowerCase() === me.username?.toLowerCase()
  if ('reply_to_message' in message && message.reply_to_message?.from?.id === me.id) return true
  return nameOf(me).test(words) || entitiesOf(message).some((entity) => entity.type === 'text_mention' && entity.user.id === me.id)
}

function withoutName(words: string, me: Me): string {
  const rest = words.includes('@') ? words.replace(nameOf(me), '') : words
  return rest.replace(/ {2,}/g, ' ').trim()
}

/** "@ten_bot", with the comma or colon behind it, also right after a command, but not within a longer name or an address. */
function nameOf({ username = '' }: Me): RegExp {
  return new RegExp(`(?<=^|[^a-z0-9_@.]|^/[a-z0-9_]+)@${username}(?![a-z0-9_])[,:]?`, 'gi')
}

function placeOf(message: Message): Place {
  return { chat: message.chat.id, ...threadOf(message), ...(message.chat.type === 'private' ? {} : { replyTo: message.message_id }) }
}

function threadOf(message: Message): { thread?: number } {
  return message.is_topic_message && message.message_thread_id !== undefined ? { thread: message.message_thread_id } : {}
}

/** Whose answer a message in a group is: of the person it replies to, or the one it names first. */
function ownerOf(message: Message): number | undefined {
  const asked = 'reply_to_message' in message ? message.reply_to_message?.from?.id : undefined
  return asked ?? entitiesOf(message).find((entity) => entity.type === 'text_mention')?.user.id
}

function entitiesOf(message: Message) {
  return 'entities' in message ? (message.entities ?? []) : 'caption_entities' in message ? (message.caption_entities ?? []) : []
}
