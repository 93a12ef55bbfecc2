import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import { planningFrom } from '../../src/reminders/plan.ts'
import { step } from '../../src/session.ts'
import { startBotApi, type BotApi } from '../bot-api/server.ts'
import { person } from '../bot-api/world.ts'
import { startProgram } from '../program.ts'
import { freePort, postgres, sqlite } from '../store/backends.ts'
import { openStore, type Where } from '../store/where.ts'
import { createPostman } from './postman.ts'
import { randomFrom } from './random.ts'
import { addFaults, faultsSeen } from './troubles.ts'
import { walkThrough, type Walk } from './walk.ts'

/**
 * What came of it. Lost: an answer of a check that the bot had acknowledged and that was gone after the kill; a
 * reminder that never came; a question that was taken in and never answered. A reminder may come twice where the
 * process died, or its line broke, before it knew that the first had arrived: twice without either is a fault.
 */
export interface Figures {
  readonly kills: number
  readonly acknowledged: number
  readonly checksFinished: number
  readonly answersLost: number
  readonly reminders: number
  readonly remindersLost: number
  readonly remindersTwice: number
  readonly remindersTwiceForNothing: number
  readonly questions: number
  readonly questionsLost: number
  readonly broughtTwice: number
  readonly overtaken: number
  /** How often which fault met a call. */
  readonly faults: Readonly<Record<string, number>>
}

export type Kind = 'SQLite' | 'PostgreSQL'

const KNOWLEDGE = fileURLToPath(new URL('../../knowledge', import.meta.url))
const WALKERS = 20
const REMINDED_A_ROUND = 4
const FIRST_REMINDED = 10_000
const FIRST_ASKER = 20_000
/** A kill comes after up to so many of the bot's calls: how far it gets is not left to the machine's speed. */
const MOST_CALLS = 60
const LONGEST_ROUND_MS = 4000
const SPLIT_SECOND_MS = 50
/** What a killed process held comes free within a minute; then it still has to be sent. */
const PATIENCE_S = 120

/**
 * Starts the real program so many times on one store, and kills it at a random moment, among checks, reminders and a
 * Telegram that fails. It polls with SQLite; with PostgreSQL updates are brought to its webhook, some twice, some late.
 */
export async function faultRounds(kind: Kind, rounds: number, seed = 1): Promise<Figures> {
  const random = randomFrom(seed)
  const api = await startBotApi()
  const database = await (kind === 'SQLite' ? sqlite() : postgres())
  const where = await database.fresh()
  const port = kind === 'SQLite' ? undefined : await freePort()
  const postman = createPostman(api, random, port !== undefined)
  const walks = Array.from({ length: WALKERS }, (_, index) => walkThrough(api, index + 1, postman.bring))
  const lives = livesOfReminders(api)
  let answersLost = 0
  try {
    for (let round = 0; round < rounds; round += 1) {
      await remind(where, api, round)
      const program = start(api, where, port)
      await program.says('đang chạy')
      for (const walk of walks) walk.begin()
      addFaults(api, round, random)
      postman.askTwo(person(FIRST_ASKER + round))
      await Promise.race([calls(api, Math.ceil(random() * MOST_CALLS)), pause(LONGEST_ROUND_MS)])
      await pause(random() * SPLIT_SECOND_MS)
      program.kill('SIGKILL')
      await program.ended
      // What it sent at its last moment belongs to its own life.
      await Promise.race([api.emptied(), pause(LONGEST_ROUND_MS)])
      lives.next()
      answersLost += await lostOf(where, walks)
    }
    const last = start(api, where, port)
    await last.says('đang chạy')
    const missing = () => remindedChats(rounds).some((chat) => lives.of(chat).length === 0) || postman.unanswered() > 0 || walks.every((walk) => walk.acknowledged() === 0)
    for (let left = PATIENCE_S * 10; left > 0 && missing(); left -= 1) await pause(100)
    last.kill('SIGKILL')
    await last.ended
    answersLost += await lostOf(where, walks)
  } finally {
    postman.stop()
    for (const walk of walks) walk.end()
    await api.stop()
    await database.stop()
  }
  const times = remindedChats(rounds).map(lives.of)
  const sum = (count: (walk: Walk) => number) => walks.reduce((all, walk) => all + count(walk), 0)
  return {
    kills: rounds + 1,
    acknowledged: sum((walk) => walk.acknowledged()),
    checksFinished: sum((walk) => walk.finished()),
    answersLost,
    reminders: times.length,
    remindersLost: times.filter((sent) => sent.length === 0).length,
    remindersTwice: times.filter((sent) => sent.length > 1).length,
    remindersTwiceForNothing: times.filter((sent) => sent.some(({ life, heard }, index) => heard && sent.slice(index + 1).some((later) => later.life === life))).length,
    questions: postman.asked(),
    questionsLost: postman.unanswered(),
    broughtTwice: postman.broughtTwice(),
    overtaken: postman.overtaken(),
    faults: faultsSeen(api),
  }
}

function start(api: BotApi, where: Where, port: number | undefined) {
  const store: Record<string, string> = 'dir' in where ? { DATA_DIR: where.dir } : { DATABASE_URL: where.url }
  const webhook: Record<string, string> = port === undefined ? {} : { WEBHOOK_URL: `http://127.0.0.1:${port}`, WEBHOOK_PORT: String(port) }
  return startProgram({ env: { BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.root, LOG_LEVEL: 'error', ...store, ...webhook }, args: ['--today', '2024-11-03'] })
}

async function calls(api: BotApi, count: number): Promise<void> {
  await new Promise<void>((come) => {
    let left = count
    const stop = api.onCall(() => {
      left -= 1
      if (left > 0) return
      stop()
      come()
    })
  })
}

function remindedChats(rounds: number): number[] {
  return Array.from({ length: rounds * REMINDED_A_ROUND }, (_, index) => FIRST_REMINDED + index)
}

/** Chats that wanted a reminder which falls due while the program is down. */
async function remind(where: Where, api: BotApi, round: number): Promise<void> {
  const knowledge = loadKnowledge(KNOWLEDGE)
  const clock = () => Date.parse('2024-11-02T12:00:00+07:00')
  const store = await openStore(where, { planner: planningFrom(() => knowledge, clock), clock })
  for (let one = 0; one < REMINDED_A_ROUND; one += 1) {
    const { chat } = person(FIRST_REMINDED + round * REMINDED_A_ROUND + one)
    api.world.chats.set(chat.id, chat)
    // At midnight, so that it is due at whatever hour this runs.
    await step(store, `tg:${chat.id}`, (session) => ({ session: { ...session, remindAt: 0, subscriptions: [{ plan: 'bac-quang-2024', deadline: 'nop-ho-so', before: [1] }] } }))
  }
  await store.close()
}

/** Reads what is kept as the next start will: each walk must have at least the answers that were acknowledged to it. */
async function lostOf(where: Where, walks: readonly Walk[]): Promise<number> {
  const store = await openStore(where, { planner: () => [] })
  let lost = 0
  for (const walk of walks) lost += walk.missing((await store.load(walk.chat)).session.check)
  await store.close()
  return lost
}

/** In which lives of the program a reminder came, and whether its sender heard that it had arrived. */
function livesOfReminders(api: BotApi) {
  const sent = new Map<number, { readonly life: number; readonly heard: boolean }[]>()
  let life = 0
  api.onCall((call) => {
    if (call.method !== 'sendMessage' || !(call.ok || call.error === 'fault: half')) return
    const { chat_id: chat } = call.fields as { chat_id: number }
    if (chat >= FIRST_REMINDED && chat < FIRST_ASKER) sent.set(chat, [...(sent.get(chat) ?? []), { life, heard: call.ok }])
  })
  return { next: () => void (life += 1), of: (chat: number) => sent.get(chat) ?? [] }
}

