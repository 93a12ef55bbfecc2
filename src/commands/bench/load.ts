import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tsImport } from 'tsx/esm/api'
import type * as backends from '../../../test/store/backends.ts'
import { loadCases, loadKnowledge } from '../../knowledge/load.ts'
import { planningFrom } from '../../reminders/plan.ts'
import { respond } from '../../respond.ts'
import { freshSession, step } from '../../session.ts'
import { openFileStore, openServerStore } from '../../store/open.ts'
import type { Store, StoreOptions } from '../../store/types.ts'
import { readSwitches } from '../switches.ts'
import { loadEcho, loadProgram, type Load } from './load-run.ts'

const TODAY = '2024-10-01'
const SUBSCRIPTIONS = 100_000
const CHECKS = 10_000
const AT_ONCE = 50

/**
 * `bench load [--updates=N] [--quick]`: updates a second over the webhook with each store and number of processes, beside
 * a bare bot that echoes; what 100,000 subscriptions cost; the memory of 10,000 chats in checks. A PostgreSQL is started
 * for it, or that of TEST_DATABASE_URL is used.
 */
export async function benchLoad(args: readonly string[], knowledgeDir: string, write: (line: string) => void): Promise<number> {
  const { values } = readSwitches(args, { updates: { type: 'string' }, quick: { type: 'boolean' } })
  const updates = Number(values.updates ?? 3000)
  const knowledge = loadKnowledge(knowledgeDir)
  // Those answered in words: drawing a picture takes longer than all the rest.
  const isText = (text: string) => !respond({ text }, freshSession, knowledge, TODAY).messages.some(({ blocks }) => blocks.some(({ type }) => type === 'calendar' || type === 'verdicts'))
  const texts = loadCases(knowledgeDir).flatMap(({ cases }) => cases.questions.flatMap((row) => row.ask)).filter(isText)
  const { postgres } = (await tsImport('../../../test/store/backends.ts', import.meta.url)) as typeof backends
  const server = await postgres()
  const line = (name: string, { perSecond, p50, p99, memory }: Load) => write(`${name.padEnd(28)}${perSecond.toFixed(0).padStart(10)}${p50.toFixed(1).padStart(10)}${p99.toFixed(1).padStart(10)}${String(memory).padStart(10)}`)
  try {
    write(`${''.padEnd(28)}${'updates/s'.padStart(10)}${'p50 ms'.padStart(10)}${'p99 ms'.padStart(10)}${'MB'.padStart(10)}`)
    line('bare telegraf echo', await loadEcho(updates, texts))
    for (const processes of [1, 3]) line(`SQLite, ${processes} process(es)`, await loadProgram(processes, updates, {}, texts))
    for (const processes of [1, 3]) {
      const where = await server.fresh()
      if ('url' in where) line(`PostgreSQL, ${processes} process(es)`, await loadProgram(processes, updates, { DATABASE_URL: where.url }, texts))
    }
    if (values.quick) return 0
    const dir = mkdtempSync(join(tmpdir(), 'load-'))
    await many('SQLite', (options) => openFileStore(dir, options), knowledgeDir, write)
    rmSync(dir, { recursive: true })
    const where = await server.fresh()
    if ('url' in where) await many('PostgreSQL', (options) => openServerStore(where.url, options, () => undefined), knowledgeDir, write)
    return 0
  } finally {
    await server.stop()
  }
}

/** Many chats in checks, and the due among many subscriptions. */
async function many(name: string, open: (options: StoreOptions) => Promise<Store>, knowledgeDir: string, write: (line: string) => void): Promise<void> {
  const knowledge = loadKnowledge(knowledgeDir)
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
  write(`${name}: ${SUBSCRIPTIONS} subscriptions, 1,000 due: 60 found and claimed in ${Math.max(...times).toFixed(1)} ms at most`)
  await store.close()
}

async function inBatches(count: number, work: (number: number) => Promise<unknown>): Promise<void> {
  for (let from = 1; from <= count; from += AT_ONCE) await Promise.all(Array.from({ length: Math.min(AT_ONCE, count - from + 1) }, (_, index) => work(from + index)))
}
