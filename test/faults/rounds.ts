import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import { planningFrom } from '../../src/reminders/plan.ts'
import { step } from '../../src/session.ts'
import { openFileStore } from '../../src/store/open.ts'
import type { Fault } from '../bot-api/faults.ts'
import { startBotApi, type BotApi } from '../bot-api/server.ts'
import { person } from '../bot-api/world.ts'
import { startProgram } from '../program.ts'
import { walkThrough, type Walk } from './walk.ts'

/** What came of it. Lost: an answer of a check that the bot had acknowledged and that was gone after the kill; a reminder that never came. */
export interface Figures {
  readonly kills: number
  readonly acknowledged: number
  readonly checksFinished: number
  readonly answersLost: number
  readonly reminders: number
  readonly remindersLost: number
  readonly remindersTwice: number
  readonly faults: number
  readonly updatesRepeated: number
}

const KNOWLEDGE = fileURLToPath(new URL('../../knowledge', import.meta.url))
const WALKERS = 8
const REMINDED_A_ROUND = 6
const LONGEST_ROUND_MS = 1500
const FAULTS: readonly (readonly ['sendMessage' | 'editMessageText' | 'getUpdates', Fault])[] = [
  ['sendMessage', { kind: 'error', code: 500, description: 'Internal Server Error' }],
  ['sendMessage', { kind: 'half' }],
  ['sendMessage', { kind: 'error', code: 429, description: 'Too Many Requests: retry after 1', retryAfter: 1 }],
  ['editMessageText', { kind: 'reset' }],
  ['editMessageText', { kind: 'page', code: 502 }],
  ['getUpdates', { kind: 'reset' }],
  ['getUpdates', { kind: 'half' }],
]

/** Starts the real program so many times on one folder, and kills it at a random moment, among checks, reminders and a Telegram that fails. */
export async function faultRounds(rounds: number, seed = 1): Promise<Figures> {
  const random = numbersFrom(seed)
  const api = await startBotApi()
  const dir = mkdtempSync(join(tmpdir(), 'faults-'))
  const walks = Array.from({ length: WALKERS }, (_, index) => walkThrough(api, index + 1))
  const reminded: string[] = []
  let [answersLost, faults, updatesRepeated] = [0, 0, 0]
  try {
    for (let round = 0; round < rounds; round += 1) {
      await remind(dir, api, reminded)
      const program = start(api, dir)
      await program.says('đang chạy')
      for (const walk of walks) walk.begin()
      for (let one = 0; one < 2; one += 1, faults += 1) api.fault(...(FAULTS[Math.floor(random() * FAULTS.length)] ?? FAULTS[0] as (typeof FAULTS)[number]))
      const repeated = api.sent[Math.floor(random() * api.sent.length)]
      if (repeated) api.push(repeated, repeated.update_id)
      updatesRepeated += repeated ? 1 : 0
      await pause(random() * LONGEST_ROUND_MS)
      program.kill('SIGKILL')
      await program.ended
      answersLost += await lostOf(dir, walks)
    }
    const last = start(api, dir)
    await last.says('đang chạy')
    await remindersSent(api, reminded)
    last.kill('SIGKILL')
    await last.ended
    answersLost += await lostOf(dir, walks)
  } finally {
    for (const walk of walks) walk.end()
    await api.stop()
    await rm(dir, { recursive: true, force: true })
  }
  const times = reminded.map((chat) => remindersTo(api, chat))
  const sum = (count: (walk: Walk) => number) => walks.reduce((all, walk) => all + count(walk), 0)
  return {
    kills: rounds + 1,
    acknowledged: sum((walk) => walk.acknowledged()),
    checksFinished: sum((walk) => walk.finished()),
    answersLost,
    reminders: reminded.length,
    remindersLost: times.filter((count) => count === 0).length,
    remindersTwice: times.filter((count) => count > 1).length,
    faults,
    updatesRepeated,
  }
}

function start(api: BotApi, dir: string) {
  return startProgram({ env: { BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.root, DATA_DIR: dir, LOG_LEVEL: 'error' }, args: ['--today', '2024-11-03'] })
}

/** Chats that wanted a reminder which falls due while the program is down. */
async function remind(dir: string, api: BotApi, reminded: string[]): Promise<void> {
  const knowledge = loadKnowledge(KNOWLEDGE)
  const clock = () => Date.parse('2024-11-02T12:00:00+07:00')
  const store = await openFileStore(dir, { planner: planningFrom(() => knowledge, clock), clock })
  for (let one = 0; one < REMINDED_A_ROUND; one += 1) {
    const { chat } = person(10_000 + reminded.length)
    api.world.chats.set(chat.id, chat)
    reminded.push(`tg:${chat.id}`)
    await step(store, `tg:${chat.id}`, (session) => ({ session: { ...session, subscriptions: [{ plan: 'bac-quang-2024', deadline: 'nop-ho-so', before: [1] }] } }))
  }
  await store.close()
}

/** Reads what is kept as the next start will: each walk must have at least the answers that were acknowledged to it. */
async function lostOf(dir: string, walks: readonly Walk[]): Promise<number> {
  const store = await openFileStore(dir, { planner: () => [] })
  let lost = 0
  for (const walk of walks) {
    const { session } = await store.load(walk.chat)
    lost += walk.missing(session.check)
  }
  await store.close()
  return lost
}

function remindersTo(api: BotApi, chat: string): number {
  return api.transcript.filter((call) => call.method === 'sendMessage' && (call.ok || call.error === 'fault: half') && `tg:${(call.fields as { chat_id: number }).chat_id}` === chat).length
}

async function remindersSent(api: BotApi, reminded: readonly string[]): Promise<void> {
  for (let left = 600; left > 0 && reminded.some((chat) => remindersTo(api, chat) === 0); left -= 1) await pause(100)
}

/** The same numbers between 0 and 1 for the same seed. */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}
