import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startBotApi, type BotApi } from '../bot-api/server.ts'
import { person } from '../bot-api/world.ts'
import { startProgram, type Program } from '../program.ts'
import { freePort, ownServer } from '../store/backends.ts'
import { smallDisk, type SmallDisk } from './small-disk.ts'

const QUESTION = 'hạn nộp hồ sơ bắc quang'
const NEXT = 'hồ sơ gồm những gì'
let api: BotApi
let program: Program
let metrics: number

beforeEach(async () => {
  api = await startBotApi()
  metrics = await freePort()
})
afterEach(async () => {
  program.kill('SIGKILL')
  await program.ended
  await api.stop()
})

const start = (env: Record<string, string>) => (program = startProgram({ env: { BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.root, LOG_LEVEL: 'info', METRICS_PORT: String(metrics), ...env }, args: ['--today', '2024-10-30'] }))
const answerTo = async ({ chat }: ReturnType<typeof person>) => (await api.next('sendMessage', (call) => call.ok && call.fields.chat_id === chat.id)).message.text ?? ''
/** Cut off between Telegram's answer and its own note of it, the program may say an answer once more. */
const answerOtherThan = async (told: string, one: ReturnType<typeof person>) => {
  let text = await answerTo(one)
  while (text === told) text = await answerTo(one)
  return text
}
const says = ({ user, chat }: ReturnType<typeof person>, text: string) => api.text(user, chat, text)
const linesWith = (words: string) => program.stderr.split('\n').filter((line) => line.includes(words)).length
const errors = () => program.stderr.split('\n').filter((line) => /"level":(?:50|60)/.test(line))

/** What a load balancer is told: whether the process lives, whether it can do its work. */
const health = async () => Object.fromEntries(await Promise.all(['healthz', 'readyz'].map(async (path) => [path, (await fetch(`http://127.0.0.1:${metrics}/${path}`)).status] as const)))
const READY = { healthz: 200, readyz: 200 }
const AWAY = { healthz: 200, readyz: 503 }

/** The store is away while the program runs: each who writes is told once, the log gets one line, and all are answered when it is back. */
async function awayAndBack(goAway: () => void | Promise<void>, comeBack: () => void | Promise<void>, reason: string): Promise<void> {
  const [an, binh] = [person(1), person(2)]
  says(an, QUESTION)
  const first = await answerTo(an)
  expect(first).toContain('05/11/2024')
  const [linesBefore, errorsBefore] = [linesWith('Chưa dùng được'), errors().length]
  await goAway()
  says(an, NEXT)
  says(binh, QUESTION)
  for (const one of [an, binh]) expect(await answerOtherThan(first, one)).toMatch(/chưa ghi được dữ liệu[^]*không cần gửi lại/)
  // Tried again and again meanwhile: a second one of the same person is not told anew.
  says(an, 'nộp ở đâu')
  await api.next('getUpdates')
  await program.complains(reason)
  expect(await health()).toEqual(AWAY)
  await comeBack()
  expect(await answerOtherThan(first, an)).toContain('Tờ trình')
  expect(await answerTo(an)).toContain('Công an huyện')
  expect(await answerTo(binh)).toContain('05/11/2024')
  await program.complains('đã dùng lại được')
  expect(await health()).toEqual(READY)
  expect(linesWith('Chưa dùng được') - linesBefore).toBe(1)
  expect(errors().slice(errorsBefore)).toEqual([expect.stringContaining('the store is away')])
}

/** The store is away before the program starts: it says so, answers nobody yet but tells them, and goes on by itself. */
async function awayAtStart(comeBack: () => void | Promise<void>, reason: RegExp): Promise<void> {
  const an = person(1)
  await program.complains('Chưa dùng được')
  expect(program.stderr).toMatch(reason)
  says(an, QUESTION)
  expect(await answerTo(an)).toContain('chưa ghi được dữ liệu')
  expect(await health()).toEqual(AWAY)
  await comeBack()
  expect(await answerTo(an)).toContain('05/11/2024')
  await program.says('đang chạy')
  expect(await health()).toEqual(READY)
  expect(linesWith('Chưa dùng được')).toBe(1)
  expect(errors()).toHaveLength(1)
}

const disk = smallDisk()
disk?.remove()

describe.skipIf(disk === undefined)('a small disk (skipped where nothing can be mounted)', () => {
  let small: SmallDisk
  beforeEach(() => {
    const made = smallDisk()
    if (!made) throw new Error('cannot mount any more')
    small = made
    return () => small.remove()
  })

  it('that fills up while the program runs', async () => {
    await start({ DATA_DIR: small.dir }).says('đang chạy')
    await awayAndBack(small.fill, small.free, 'hết chỗ trên đĩa')
  })

  it('that is full at the start', async () => {
    small.fill()
    start({ DATA_DIR: small.dir })
    await awayAtStart(small.free, /DATA_DIR\): hết chỗ trên đĩa/)
  })

  it('that may only be read at the start', async () => {
    small.lock()
    start({ DATA_DIR: join(small.dir, 'data') })
    await awayAtStart(small.unlock, /DATA_DIR\): không được phép ghi/)
  })
})

describe('a PostgreSQL', () => {
  it('that is away at the start, and away again in between', async () => {
    const server = await ownServer()
    try {
      await server.goAway()
      start({ DATABASE_URL: server.url })
      await awayAtStart(server.comeBack, /PostgreSQL 127\.0\.0\.1:\d+\/postgres \(DATABASE_URL\): máy chủ không trả lời/)
      expect(program.stderr).not.toContain('postgres:postgres')
      program.kill('SIGKILL')
      await program.ended
      await start({ DATABASE_URL: server.url }).says('đang chạy')
      await awayAndBack(server.goAway, server.comeBack, 'máy chủ không trả lời')
    } finally {
      program.kill('SIGKILL')
      await program.ended
      await server.stop()
    }
  })
})

it('a file in place of the data folder: what is wrong with which setting, exit code 1', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'outage-'))
  writeFileSync(join(dir, 'data'), '')
  expect(await start({ DATA_DIR: join(dir, 'data') }).ended).toBe(1)
  expect(program.stderr).toMatch(/^Không dùng được thư mục dữ liệu .* \(cài đặt DATA_DIR\): đây không phải là một thư mục\.\n$/)
  rmSync(dir, { recursive: true })
})
