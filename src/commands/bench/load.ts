import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tsImport } from 'tsx/esm/api'
import type * as backends from '../../../test/store/backends.ts'
import { loadCases, loadKnowledge } from '../../knowledge/load.ts'
import type { Knowledge } from '../../knowledge/types.ts'
import { planningFrom } from '../../reminders/plan.ts'
import { respond } from '../../respond.ts'
import { freshSession, step } from '../../session.ts'
import { openFileStore, openServerStore } from '../../store/open.ts'
import type { Store, StoreOptions } from '../../store/types.ts'
import { readSwitches } from '../switches.ts'
import { loadEcho, loadProgram, type Load, type Loaded } from './load-run.ts'

const TODAY = '2024-10-01'
const SUBSCRIPTIONS = 100_000
const CHECKS = 10_000
const AT_ONCE = 50
const WARM_UP = 200
/** Of known questions; the median counts. */
const ROUNDS = 9

/**
 * `bench load [--updates=N] [--quick]`: updates a second over the webhook with each store and number of processes, one of
 * them turn by turn with a bare bot that echoes: questions that nobody asked before, then all of them over and over, in
 * several rounds; the memory of 10,000 chats in checks; what 100,000 subscriptions cost. A PostgreSQL is started for it, or that of TEST_DATABASE_URL is used.
 */
export async function benchLoad(args: readonly string[], knowledgeDir: string, write: (line: string) => void): Promise<number> {
  const { values } = readSwitches(args, { updates: { type: 'string' }, quick: { type: 'boolean' } })
  const updates = Number(values.updates ?? 2000)
  const knowledge = loadKnowledge(knowledgeDir)
  // Those answered in words: drawing a picture takes longer than all the rest.
  const isText = (text: string) => !respond({ text }, freshSession, knowledge, TODAY).messages.some(({ blocks }) => blocks.some(({ type }) => type === 'calendar' || type === 'verdicts'))
  const texts = loadCases(knowledgeDir).flatMap(({ cases }) => cases.questions.flatMap((row) => row.ask)).filter(isText)
  const { postgres } = (await tsImport('../../../test/store/backends.ts', import.meta.url)) as typeof backends
  const server = await postgres()
  const url = async () => {
    const where = await server.fresh()
    return 'url' in where ? where.url : ''
  }
  try {
    write(`${texts.length} questions, 100 on their way at a time`)
    write(`${''.padEnd(42)}${'updates/s'.padStart(10)}${'p50 ms'.padStart(10)}${'p99 ms'.padStart(10)}${'MB'.padStart(10)}`)
    await underLoad([['SQLite, 1 process', await loadProgram(1, {})], ['bare telegraf echo', await loadEcho()]], texts, updates, write)
    await underLoad([['SQLite, 3 processes', await loadProgram(3, {})]], texts, updates, write)
    for (const processes of [1, 3]) await underLoad([[`PostgreSQL, ${processes} process(es)`, await loadProgram(processes, { DATABASE_URL: await url() })]], texts, updates, write)
    if (values.quick) return 0
    await manyChecks(await loadProgram(1, {}), write)
    const dir = mkdtempSync(join(tmpdir(), 'load-'))
    await manyReminders('SQLite', (options) => openFileStore(dir, options), knowledge, write)
    rmSync(dir, { recursive: true })
    const where = await url()
    await manyReminders('PostgreSQL', (options) => openServerStore(where, options, () => undefined), knowledge, write)
    return 0
  } finally {
    await server.stop()
  }
}

/** Those that stand together take turns, so that a machine that grows slower or faster does so for all. */
async function underLoad(bots: readonly (readonly [name: string, loaded: Loaded])[], texts: readonly string[], updates: number, write: (line: string) => void): Promise<void> {
  for (const [, loaded] of bots) await loaded.round(WARM_UP, (number) => `/trogiup ${number}`)
  const line = async (what: string, rounds: readonly (readonly Load[])[]) => {
    for (const [at, [name, loaded]] of bots.entries()) {
      const own = (figure: keyof Load) => median(rounds.map((round) => round[at]?.[figure] ?? 0))
      const share = median(rounds.map((round) => (round[0]?.perSecond ?? 0) / (round[at]?.perSecond ?? 1)))
      const beside = at === 0 ? '' : `   the first has ${Math.round(100 * share)} % of it`
      write(`${`${name}, ${what}`.padEnd(42)}${own('perSecond').toFixed(0).padStart(10)}${own('p50').toFixed(1).padStart(10)}${own('p99').toFixed(1).padStart(10)}${String((await loaded.memory()).most).padStart(10)}${beside}`)
    }
  }
  const round = async (count: number) => {
    const loads: Load[] = []
    for (const [, loaded] of bots) loads.push(await loaded.round(count, (number) => texts[number % texts.length] ?? ''))
    return loads
  }
  await line('new', [await round(texts.length)])
  const known: Load[][] = []
  for (let left = ROUNDS; left > 0; left -= 1) known.push(await round(updates))
  await line('known', known)
  for (const [, loaded] of bots) loaded.stop()
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[numbers.length >> 1] ?? 0
}

/** Each chat begins a check and answers its first question; then all of them are open. */
async function manyChecks(loaded: Loaded, write: (line: string) => void): Promise<void> {
  const first = 1_000_000
  const before = await loaded.memory()
  for (const words of ['/start kt_bq24-xa-thi-tran', 'rồi']) await loaded.round(CHECKS, () => words, (number) => first + number)
  const { now, most } = await loaded.memory()
  write(`SQLite, 1 process: ${CHECKS} chats in checks: ${now} MB, ${most} MB at most, ${before.now} MB before`)
  loaded.stop()
}

/** The due among many subscriptions. */
async function manyReminders(name: string, open: (options: StoreOptions) => Promise<Store>, knowledge: Knowledge, write: (line: string) => void): Promise<void> {
  let now = Date.parse(`${TODAY}T06:00:00+07:00`)
  const clock = () => now
  const store = await open({ planner: planningFrom(() => knowledge, clock), clock })
  const before = process.memoryUsage().rss
  await inBatches(CHECKS, (chat) =>
    step(store, `tg:-${chat}`, (session) => {
      const begun = respond({ text: '/start kt_bq24-xa-thi-tran' }, session.check ? freshSession : session, knowledge, TODAY)
      return respond({ text: 'rồi' }, begun.session, knowledge, TODAY)
    }),
  )
  const { rss } = process.memoryUsage()
  write(`${name}: ${CHECKS} chats in checks: ${Math.round(rss / 1048576)} MB in all, ${Math.round((rss - before) / 1048576)} MB more than before`)
  // One in a hundred is due at the first of the days before, the rest later or never in this run.
  await inBatches(SUBSCRIPTIONS, (chat) =>
    step(store, `tg:${chat}`, (session) => ({ session: { ...session, subscriptions: [{ plan: 'bac-quang-2024', deadline: 'nop-ho-so', before: [chat % 100 === 0 ? 7 : 1] }] } })),
  )
  now = Date.parse('2024-10-28T08:00:30+07:00')
  const times: number[] = []
  for (let claims = 0; claims < 10; claims += 1) {
    const started = performance.now()
    await store.claimReminders(60)
    times.push(performance.now() - started)
  }
  times.sort((a, b) => a - b)
  write(`${name}: ${SUBSCRIPTIONS} subscriptions, 1,000 due: 60 found and claimed in ${times[5]?.toFixed(1)} ms (median of 10), ${times[9]?.toFixed(1)} ms at most`)
  await store.close()
}

async function inBatches(count: number, work: (number: number) => Promise<unknown>): Promise<void> {
  for (let from = 1; from <= count; from += AT_ONCE) await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - from + 1) }, (_, index) => work(from + index)))
}
