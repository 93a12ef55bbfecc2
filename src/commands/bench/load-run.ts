import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Agent, request } from 'node:http'
import { startLoadTelegram, type LoadTelegram } from './load-telegram.ts'

/** What one round gave; milliseconds from an update's arrival to its answer's. */
export interface Load {
  readonly perSecond: number
  readonly p50: number
  readonly p99: number
}

interface Target { readonly url: string; readonly secret: string; readonly child: ChildProcess }

/** A program under load: `words` of so many updates, each of another chat unless `chats` names them. */
export interface Loaded {
  round(count: number, words: (number: number) => string, chats?: (number: number) => number): Promise<Load>
  /** Megabytes that its largest process holds at this moment, and the most it ever held. */
  memory(): Promise<{ readonly now: number; readonly most: number }>
  stop(): void
}

const TSX = import.meta.resolve('tsx/esm')
const PROGRAM = fileURLToPath(new URL('../../launch.js', import.meta.url))
const ECHO = fileURLToPath(new URL('../../../test/load/echo.ts', import.meta.url))
/** Updates on their way at a time, as Telegram's max_connections. */
const AT_ONCE = 100
const AGAIN_MS = 50
const TOKEN = '1:load-of-this-machine'

/** The program as so many processes on one store; `environment` names the store. */
export async function loadProgram(processes: number, environment: Record<string, string>): Promise<Loaded> {
  const telegram = await startLoadTelegram()
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'load-'))
  const targets: Target[] = []
  for (let one = 0; one < processes; one += 1) {
    const port = await freePort()
    const env = { PATH: process.env.PATH ?? '', NODE_OPTIONS: process.env.NODE_OPTIONS ?? '', BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: telegram.root, DATA_DIR, LOG_LEVEL: 'error', SEND_PER_SECOND: '10000', WEBHOOK_URL: `http://127.0.0.1:${port}`, WEBHOOK_PORT: String(port), ...environment }
    const child = spawn(process.execPath, [PROGRAM, 'start', '--today', '2024-10-01'], { cwd: DATA_DIR, env, stdio: ['ignore', 'pipe', 'inherit'] })
    await heard(child, 'đang chạy')
    const hook = telegram.hook()
    targets.push({ url: hook?.url ?? '', secret: hook?.secret ?? '', child })
  }
  return drive(telegram, targets)
}

/** The bare bot that echoes. */
export async function loadEcho(): Promise<Loaded> {
  const telegram = await startLoadTelegram()
  const port = await freePort()
  const child = spawn(process.execPath, ['--import', TSX, ECHO, telegram.root, String(port)], { stdio: ['ignore', 'pipe', 'inherit'] })
  await heard(child, 'ready')
  return drive(telegram, [{ url: `http://127.0.0.1:${port}/hook`, secret: '', child }])
}

let lastUpdate = Date.now()

function drive(telegram: LoadTelegram, targets: readonly Target[]): Loaded {
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
  return {
    async memory() {
      const all = await Promise.all(targets.map(({ child }) => memoryOf(child)))
      return { now: Math.max(...all.map(({ now }) => now)), most: Math.max(...all.map(({ most }) => most)) }
    },
    stop() {
      for (const { child } of targets) child.kill('SIGKILL')
      agent.destroy()
      telegram.stop()
    },
    async round(count, words, chats) {
      const began = new Map<number, number>()
      const times: number[] = []
      const start = performance.now()
      await new Promise<void>((done) => {
        let next = 0
        const more = () => {
          if (next >= count) return
          const number = next
          next += 1
          const id = (lastUpdate += 1)
          const chat = chats?.(number) ?? id
          const from = { id: chat, is_bot: false, first_name: 'An' }
          const update = { update_id: id, message: { message_id: 1, date: 1, chat: { id: chat, type: 'private', first_name: 'An' }, from, text: words(number) } }
          began.set(chat, performance.now())
          post(agent, targets[number % targets.length] as Target, JSON.stringify(update))
        }
        telegram.onAnswer = (chat) => {
          const at = began.get(chat)
          if (at === undefined) return
          began.delete(chat)
          times.push(performance.now() - at)
          if (times.length === count) done()
          else more()
        }
        for (let one = 0; one < AT_ONCE; one += 1) more()
      })
      const seconds = (performance.now() - start) / 1000
      times.sort((a, b) => a - b)
      return { perSecond: count / seconds, p50: times[Math.floor(count * 0.5)] ?? 0, p99: times[Math.floor(count * 0.99)] ?? 0 }
    },
  }
}

/** Brought again where it was not taken, as Telegram does. */
function post(agent: Agent, target: Target, body: string): void {
  const { url, secret } = target
  const again = () => void setTimeout(() => post(agent, target, body), AGAIN_MS)
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...(secret === '' ? {} : { 'x-telegram-bot-api-secret-token': secret }) }
  const sending = request(url, { agent, method: 'POST', headers }, (response) => {
    response.resume()
    if (response.statusCode !== 200) again()
  })
  sending.on('error', () => {
    if (target.child.exitCode === null && !target.child.killed) again()
  })
  sending.end(body)
}

function heard(child: ChildProcess, words: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      if (text.includes(words)) resolve()
    })
    child.on('close', (code) => reject(new Error(`ended with ${String(code)}`)))
  })
}

async function memoryOf({ pid }: ChildProcess): Promise<{ now: number; most: number }> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  const megabytes = (name: string) => Math.round(Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024)
  return { now: megabytes('VmRSS'), most: megabytes('VmHWM') }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((listening) => probe.listen(0, '127.0.0.1', listening))
  const address = probe.address()
  await new Promise((closed) => probe.close(closed))
  return typeof address === 'object' && address !== null ? address.port : 0
}
