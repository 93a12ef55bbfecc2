import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import * as z from 'zod'
import { fromJson } from '../json.ts'
import { says } from './wording.ts'

/** What a command reads and writes; the real ones are the process's own streams. */
export interface InOut {
  readonly input: Readable
  readonly write: (text: string) => void
}

/**
 * One JSON object a line in, one JSON object a line out, in order. A line that cannot be read is answered by
 * `{"error": …}` (and its "chat", where it has one) and the next is taken. Ends with the input.
 */
export async function jsonLines<T>({ input, write }: InOut, shape: z.ZodType<T>, answer: (line: T) => Promise<object> | object): Promise<void> {
  for await (const line of createInterface({ input, crlfDelay: Infinity })) {
    write(`${JSON.stringify(await answerLine(line, shape, answer))}\n`)
  }
}

async function answerLine<T>(line: string, shape: z.ZodType<T>, answer: (line: T) => Promise<object> | object): Promise<object> {
  const value = fromJson(line.replace(/^\ufeff/, ''))
  const read = shape.safeParse(value)
  if (read.success) return await answer(read.data)
  const chat = z.object({ chat: z.string() }).safeParse(value)
  return { ...(chat.success ? chat.data : {}), error: read.error.issues[0]?.message ?? says.badLine.json }
}
