import { fork } from 'node:child_process'
import { pino } from 'pino'
import type { WebParts } from '../../channels/web/parts.ts'
import { serveWeb } from '../../channels/web/serve.ts'
import { loadCases, loadKnowledge } from '../../knowledge/load.ts'
import type { Knowledge } from '../../knowledge/types.ts'
import type { Day } from '../../language/day.ts'
import { pictureOf } from '../../pictures/picture.ts'
import { drawStrip } from '../../pictures/strip.ts'
import { respond, type Talk } from '../../respond.ts'
import { freshSession, type Session } from '../../session.ts'
import { sessionsInMemory } from '../../store/memory.ts'
import { assembleTalk } from '../assemble.ts'
import type { Load, Loaded } from './web-load.ts'

const TODAY: Day = '2024-10-30'
const SESSIONS = 200
const NO_LIMITS = { turns: { count: 1e9, seconds: 1 }, requests: { count: 1e9, seconds: 1 }, newTalks: { count: 1e9, seconds: 1 }, openTalks: 100_000 }

/** The page over loopback: turns a second and their times with 200 sessions, the page until it is complete, a picture. */
export async function benchWeb(knowledgeDir: string, write: (line: string) => void): Promise<number> {
  const knowledge = loadKnowledge(knowledgeDir)
  const questions = loadCases(knowledgeDir).flatMap(({ cases }) => cases.questions.flatMap((row) => row.ask))
  const talk = assembleTalk({ knowledge: () => knowledge, sessions: sessionsInMemory(), today: () => TODAY })
  const greeting = respond({ text: 'xin chào' }, freshSession, knowledge, TODAY)
  for (const [name, answer] of [['questions', talk], ['a greeting known beforehand, for the server alone', () => Promise.resolve(greeting)]] as const) {
    await serving(answer, async (origin) => {
      const load = (turns: number, pauseMs: number) => run({ origin, questions, sessions: SESSIONS, turns, pauseMs })
      await load(2, 0)
      const { times, elapsedMs } = await load(15, 0)
      write(`${SESSIONS} sessions, ${name}, one after another: ${(times.length / (elapsedMs / 1000)).toFixed(0)} turns a second, median ${at(times, 0.5)} ms, 99th percentile ${at(times, 0.99)} ms`)
      const paced = await load(4, 2000)
      write(`${SESSIONS} sessions, ${name}, 2 s between two: median ${at(paced.times, 0.5)} ms, 99th percentile ${at(paced.times, 0.99)} ms`)
    })
  }
  await serving(talk, async (origin) => {
    const pages = await timed(20, () => wholePage(origin))
    write(`page and everything it asks for, fetched: median ${at(pages, 0.5)} ms, slowest ${at(pages, 1)} ms`)
    const shown = await inBrowser(origin)
    write(shown.length === 0 ? 'page in a browser: not measured, no Chromium here' : `page complete in an open Chromium, nothing kept from before: median ${at(shown, 0.5)} ms, slowest ${at(shown, 1)} ms`)
  })
  for (const [name, say] of [['deadlines', ['/hannop cần thơ']], ['a finished check', ['/start kt_sp20-nong-dan', 'không', 'dừng']]] as const) {
    const message = lastMessage(knowledge, say)
    const pictures = await timed(20, () => pictureOf(message))
    write(`picture of ${name}: median ${at(pictures, 0.5)} ms, slowest ${at(pictures, 1)} ms`)
  }
  return 0
}

async function serving(talk: Talk, work: (origin: string) => Promise<void>): Promise<void> {
  const server = await serveWeb(partsOf(talk), { host: '127.0.0.1', port: 0 })
  await work(`http://127.0.0.1:${server.port}`).finally(() => server.stop())
}

function partsOf(talk: Talk): WebParts {
  return {
    talk,
    makeFile: () => Promise.reject(new Error('no files here')),
    drawStrip,
    readClause: () => undefined,
    forget: () => Promise.resolve(),
    secret: 'known to everybody, and good for a bench',
    basePath: '',
    trustedProxies: [],
    log: pino({ level: 'silent' }),
    limits: NO_LIMITS,
  }
}

function run(load: Load): Promise<Loaded> {
  return new Promise((resolve, reject) => {
    const readers = fork(new URL('./web-load.ts', import.meta.url), { execArgv: ['--import', import.meta.resolve('tsx/esm')] })
    readers.once('message', (loaded: Loaded) => resolve(loaded))
    readers.once('error', reject)
    readers.once('exit', (code) => reject(new Error(`the readers ended with ${code}`)))
    readers.send(load)
  })
}

/** As a browser does: the page, then all that it names, then what the style sheet names. */
async function wholePage(origin: string): Promise<void> {
  const read = async (path: string) => await (await fetch(`${origin}/${path}`)).text()
  const named = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] as string)
  const html = await read('')
  const texts = await Promise.all([...new Set(named(html, /(?:href|src)="([^"#]+)"/g))].map(read))
  await Promise.all([...new Set(texts.flatMap((text) => named(text, /url\(([^)]+)\)/g)))].map(read))
}

async function inBrowser(origin: string): Promise<number[]> {
  try {
    const { chromium } = await import('playwright-core')
    const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'] })
    const page = await browser.newPage()
    // As at a first visit: nothing is kept between two loads, only the browser itself is open already.
    await (await page.context().newCDPSession(page)).send('Network.setCacheDisabled', { cacheDisabled: true })
    const times: number[] = []
    for (let visit = 0; visit < 12; visit += 1) {
      await page.goto(origin, { waitUntil: 'load' })
      times.push(await page.evaluate<number>('performance.getEntriesByType("navigation")[0].loadEventStart'))
    }
    await browser.close()
    return times.slice(2)
  } catch {
    return []
  }
}

function lastMessage(knowledge: Knowledge, say: readonly string[]) {
  let session: Session = freshSession
  let messages: ReturnType<typeof respond>['messages'] = []
  for (const text of say) ({ messages, session } = respond({ text }, session, knowledge, TODAY))
  const last = messages.at(-1)
  if (!last) throw new Error('nothing was answered')
  return last
}

async function timed(times: number, work: () => Promise<unknown>): Promise<number[]> {
  const taken: number[] = []
  for (let time = 0; time < times; time += 1) {
    const start = performance.now()
    await work()
    taken.push(performance.now() - start)
  }
  return taken
}

function at(times: readonly number[], share: number): string {
  const sorted = [...times].sort((a, b) => a - b)
  return (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] as number).toFixed(1)
}
