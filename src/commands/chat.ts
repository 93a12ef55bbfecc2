import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { z } from 'zod'
import type { FileBytes, MakeFile } from '../channels/files.ts'
import { jsonMessage } from '../channels/terminal/json-message.ts'
import { runTerminal } from '../channels/terminal/terminal.ts'
import { channelSays } from '../channels/wording.ts'
import { dayInVietnam, type Day } from '../language/day.ts'
import type { Talk } from '../respond.ts'
import { sessionsInMemory } from '../store/memory.ts'
import { assembleTalk, readKnowledge } from './assemble.ts'
import { filesFrom } from './files.ts'
import { jsonLines, type InOut } from './lines.ts'
import { daySwitch, readSwitches } from './switches.ts'
import { says } from './wording.ts'

const turnLine = z
  .object(
    { chat: z.string(says.badLine.chat), text: z.string(says.badLine.turn).optional(), press: z.string(says.badLine.turn).optional() },
    says.badLine.json,
  )
  .refine(({ text, press }) => (text === undefined) !== (press === undefined), says.badLine.turn)

/** `chat [--jsonl] [--today=DAY] [--knowledge=DIR] [--data=DIR]`: the talk in the terminal, or one JSON turn a line in and its answer out. */
export async function chat(args: readonly string[], knowledgeDir: string, io: InOut): Promise<void> {
  const { values } = readSwitches(args, {
    jsonl: { type: 'boolean' },
    today: { type: 'string' },
    knowledge: { type: 'string' },
    data: { type: 'string' },
  })
  const here = openHere(values.knowledge ?? knowledgeDir, daySwitch(values.today))
  if (!values.jsonl) return await chatHere(here, io)
  const { talk, makeFile } = here
  await jsonLines(io, turnLine, async ({ chat, text, press }) => {
    try {
      const { messages } = await talk(chat, press === undefined ? { text: text ?? '' } : { action: press })
      return { chat, messages: await Promise.all(messages.map((message) => jsonMessage(message, makeFile))) }
    } catch (error) {
      reportError(error)
      return { chat, error: channelSays.failed }
    }
  })
}

/** A talk with one person in front of this process: colours and a prompt on a terminal, line by line where the input is a pipe. */
export async function chatHere({ talk, makeFile }: Here, { input, write }: InOut): Promise<void> {
  const output = process.stdout
  const atScreen = process.stdin.isTTY && output.isTTY
  if (atScreen) write(`${channelSays.leaveWith}\n\n`)
  await runTerminal({
    talk,
    makeFile,
    keepFile,
    input,
    write,
    reportError,
    ...(atScreen ? { screen: { output, colours: output.hasColors(), width: Math.min(output.columns, 100) } } : {}),
  })
}

/** Sessions of this process alone; the day is fixed where one is given. */
export function openHere(knowledgeDir: string, today?: Day): Here {
  const read = readKnowledge(knowledgeDir)
  const knowledge = () => read
  const talk = assembleTalk({ knowledge, sessions: sessionsInMemory(), today: () => today ?? dayInVietnam(new Date()) })
  return { talk, makeFile: filesFrom(knowledge) }
}

interface Here {
  readonly talk: Talk
  readonly makeFile: MakeFile
}

async function keepFile({ name, bytes }: FileBytes): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'so-tay-thi-dua-')), basename(name))
  await writeFile(path, bytes)
  return path
}

function reportError(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
}
