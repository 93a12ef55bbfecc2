import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import * as z from 'zod'
import type { FileBytes, MakeFile } from '../channels/files.ts'
import { jsonMessage } from '../channels/terminal/json-message.ts'
import { runTerminal } from '../channels/terminal/terminal.ts'
import { channelSays } from '../channels/wording.ts'
import { dayInVietnam, type Day } from '../language/day.ts'
import type { Knowledge } from '../knowledge/types.ts'
import type { Talk } from '../respond.ts'
import type { Sessions } from '../session.ts'
import { sessionsInMemory } from '../store/memory.ts'
import { assembleTalk, readKnowledge } from './assemble.ts'
import { clockOf } from './clock.ts'
import { filesFrom } from './files.ts'
import { jsonLines, type InOut } from './lines.ts'
import { problem } from './problem.ts'
import { reasonOf } from './store-reason.ts'
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
  const here = await openHere(values.knowledge ?? knowledgeDir, daySwitch(values.today), values.data)
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

/** Sessions are kept in a file under `data` where that is given, else by this process alone; the day is fixed where one is given. */
export async function openHere(knowledgeDir: string, today?: Day, data?: string): Promise<Here> {
  const read = readKnowledge(knowledgeDir)
  const knowledge = () => read
  const sessions = data === undefined ? sessionsInMemory() : await keptIn(data, knowledge, clockOf(today))
  const talk = assembleTalk({ knowledge, sessions, today: () => today ?? dayInVietnam(new Date()) })
  return { talk, makeFile: filesFrom(knowledge) }
}

async function keptIn(dir: string, knowledge: () => Knowledge, clock: () => number): Promise<Sessions> {
  try {
    const [{ openFileStore }, { planningFrom }] = await Promise.all([import('../store/open.ts'), import('../reminders/plan.ts')])
    return await openFileStore(dir, { planner: planningFrom(knowledge, clock), clock })
  } catch (error) {
    throw problem(says.dataRefused(dir, reasonOf(error)))
  }
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
