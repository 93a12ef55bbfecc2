import type { Message } from '../../answer/message.ts'
import type { MakeFile } from '../files.ts'
import { plainText } from '../text.ts'

/** A message of `chat --jsonl`: field names are a promise to scripts. Files come whole, as base64. */
export async function jsonMessage(message: Message, makeFile: MakeFile): Promise<object> {
  const files = await Promise.all(message.attachments.map(makeFile))
  return {
    text: plainText(message),
    buttons: message.buttons.map((row) => row.map(({ label, action }) => ({ label, action }))),
    citations: message.citations.map(({ plan, clause, quote }) => ({ plan, clause, quote })),
    ...(message.check === undefined ? {} : { check: message.check }),
    ...(files.length === 0
      ? {}
      : { files: files.map(({ name, type, bytes }) => ({ name, type, base64: Buffer.from(bytes).toString('base64') })) }),
  }
}
