import { createInterface } from 'node:readline'
import type { Readable, Writable } from 'node:stream'
import type { Attachment } from '../../answer/message.ts'
import type { Talk, Turn } from '../../respond.ts'
import type { FileBytes, MakeFile } from '../files.ts'
import { channelSays } from '../wording.ts'
import { paintBlocks, paintButtons, type Look } from './paint.ts'

export interface Terminal {
  readonly talk: Talk
  readonly makeFile: MakeFile
  /** Puts a file where its reader finds it; gives the path to show. */
  readonly keepFile: (file: FileBytes) => Promise<string>
  readonly input: Readable
  readonly write: (text: string) => void
  readonly reportError: (error: unknown) => void
  /** Left out where nobody sits in front of it: then there is no prompt, no colour and no goodbye. */
  readonly screen?: Look & { readonly output: Writable }
}

const LEAVE = /^\/(thoat|thoát|exit|quit)$/iu
const CHAT = 'terminal'

/** Talks line by line until the input ends, /thoat or Ctrl-C. A turn that fails is one sentence, and the talk goes on. */
export async function runTerminal(terminal: Terminal): Promise<void> {
  const { screen, write } = terminal
  const look = screen ?? { colours: false }
  const lines = createInterface({ input: terminal.input, crlfDelay: Infinity, ...(screen ? { output: screen.output, prompt: '› ' } : {}) })
  // Ctrl-C leaves like Ctrl-D does; without this it would take the process down in mid-answer.
  lines.on('SIGINT', () => lines.close())
  let actions: ReadonlyMap<string, string> = new Map()
  if (screen) lines.prompt()
  for await (const line of lines) {
    const text = line.trim()
    if (LEAVE.test(text)) break
    const action = actions.get(text)
    try {
      actions = await say(terminal, look, action === undefined ? { text } : { action })
    } catch (error) {
      terminal.reportError(error)
      write(`${channelSays.failed}\n`)
    }
    if (screen) lines.prompt()
  }
  lines.close()
  if (screen) write(`\n${channelSays.goodbye}\n`)
}

/** Writes the answer; gives what may be typed for each of its buttons. */
async function say(terminal: Terminal, look: Look, turn: Turn): Promise<ReadonlyMap<string, string>> {
  const { messages } = await terminal.talk(CHAT, turn)
  const actions = new Map<string, string>()
  let count = 0
  for (const message of messages) {
    const rows = message.buttons.map((row) =>
      row.map(({ label, action }) => {
        count += 1
        const key = message.awaits === 'number' ? `#${count}` : String(count)
        actions.set(key, action).set(`#${count}`, action)
        return { key, label }
      }),
    )
    const files = await Promise.all(message.attachments.map((attachment) => fileLine(terminal, attachment)))
    const parts = [paintBlocks(message.blocks, look), ...files, rows.map((row) => paintButtons(row, look)).join('\n')]
    terminal.write(`${parts.filter((part) => part !== '').join('\n\n')}\n\n`)
  }
  return actions
}

async function fileLine(terminal: Terminal, attachment: Attachment): Promise<string> {
  try {
    return channelSays.fileKept(await terminal.keepFile(await terminal.makeFile(attachment)))
  } catch (error) {
    terminal.reportError(error)
    return channelSays.fileFailed(attachment.name)
  }
}
