import { fileURLToPath } from 'node:url'
import { Readable } from 'node:stream'
import type { InOut } from '../../src/commands/lines.ts'

/** The project's own knowledge. */
export const KNOWLEDGE = fileURLToPath(new URL('../../knowledge', import.meta.url))

/** Streams of a command: this input, and what it wrote. */
export function streams(input = ''): InOut & { written: () => string; lines: () => unknown[] } {
  let text = ''
  return {
    input: Readable.from([input]),
    write: (part) => void (text += part),
    written: () => text,
    lines: () => text.trim().split('\n').map((line) => JSON.parse(line) as unknown),
  }
}
