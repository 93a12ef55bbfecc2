import type { Logger } from 'pino'
import type { Shown } from '../../answer/message.ts'
import type { FileBytes, MakeFile } from '../files.ts'
import { channelSays } from '../wording.ts'
import type { Api } from './client.ts'
import { failureOf } from './failure.ts'
import { CAPTION_LIMIT, htmlTexts } from './html.ts'
import type { Place } from './incoming.ts'
import { keyboardOf } from './keyboard.ts'
import type { Call, Delivery, Outbox, Rank } from './outbox.ts'
import { mention, piecesOf } from './pieces.ts'

export interface Sender {
  readonly api: Api
  readonly outbox: Outbox
  readonly makeFile: MakeFile
  /** A picture to stand above the words of a message, or undefined where it has nothing to draw. */
  readonly draw?: (message: Shown) => Promise<FileBytes | undefined>
  readonly log: Logger
}

/**
 * Puts messages into the outbox, in order; the first may take the place of a message that stands there already.
 * Settles once they are queued; `sent` tells what became of them.
 */
export async function deliver(sender: Sender, place: Place, messages: readonly Shown[], rank: Rank = 'answer', editing?: number): Promise<{ sent: Promise<Delivery> }> {
  const calls: Promise<Delivery>[] = []
  for (const [index, message] of messages.entries()) {
    calls.push(...(await deliverOne(sender, place, message, rank, index === 0 ? editing : undefined)))
  }
  return { sent: Promise.all(calls).then((deliveries) => deliveries.find((one) => one !== 'sent') ?? 'sent') }
}

/** One sentence of the channel's own. */
export function say({ api, outbox }: Pick<Sender, 'api' | 'outbox'>, place: Place, text: string): void {
  const [html = ''] = htmlTexts(piecesOf([{ type: 'text', text }]))
  void outbox.send(place.chat, 'answer', (signal) => api('sendMessage', { ...address(place), ...words(html) }, signal))
}

async function deliverOne(sender: Sender, place: Place, message: Shown, rank: Rank, editing?: number): Promise<Promise<Delivery>[]> {
  const { api, outbox } = sender
  const calls: Promise<Delivery>[] = []
  const send = (call: Call) => void calls.push(outbox.send(place.chat, rank, call))
  const keyboard = keyboardOf(message)
  const picture = await drawn(sender, message)
  const texts = htmlTexts([...(place.mention ? [mention(place.mention)] : []), ...piecesOf(message.blocks)], picture && CAPTION_LIMIT)
  if (texts.length === 0 && keyboard !== undefined) texts.push(channelSays.chooseBelow)
  for (const [index, html] of texts.entries()) {
    const markup = keyboard !== undefined && index === texts.length - 1 ? { reply_markup: keyboard } : {}
    const sendWords: Call = (signal) => api('sendMessage', { ...address(place), ...words(html), ...markup }, signal)
    if (index === 0 && picture !== undefined) {
      send((signal) => api('sendPhoto', { ...address(place), photo: upload(picture), caption: html, parse_mode: 'HTML', ...markup }, signal))
    } else if (index === 0 && editing !== undefined) {
      const edit: Call = (signal) => api('editMessageText', { chat_id: place.chat, message_id: editing, ...words(html), ...markup }, signal)
      send(insteadOr(edit, sendWords))
    } else send(sendWords)
  }
  for (const attachment of message.attachments) {
    try {
      const file = await sender.makeFile(attachment)
      send((signal) => api('sendDocument', { ...address(place), document: upload(file) }, signal))
    } catch (error) {
      sender.log.error({ err: error }, 'file not made')
      say(sender, place, channelSays.fileFailed(attachment.name))
    }
  }
  return calls
}

async function drawn({ draw, log }: Sender, message: Shown): Promise<FileBytes | undefined> {
  try {
    return await draw?.(message)
  } catch (error) {
    log.error({ err: error }, 'picture not drawn')
    return undefined
  }
}

/** Edits; where that message cannot be edited any more (deleted, too old), sends anew. */
function insteadOr(edit: Call, send: Call): Call {
  return async (signal) => {
    try {
      return await edit(signal)
    } catch (error) {
      if (failureOf(error).kind !== 'refused') throw error
      return await send(signal)
    }
  }
}

function words(html: string) {
  return { text: html, parse_mode: 'HTML' as const, link_preview_options: { is_disabled: true } }
}

function address({ chat, thread, replyTo }: Place) {
  return {
    chat_id: chat,
    ...(thread === undefined ? {} : { message_thread_id: thread }),
    ...(replyTo === undefined ? {} : { reply_parameters: { message_id: replyTo, allow_sending_without_reply: true } }),
  }
}

function upload({ name, bytes }: FileBytes) {
  // telegraf writes the name into a header as it stands.
  return { source: Buffer.from(bytes), filename: name.replace(/["\\/\r\n]/g, '_') }
}
