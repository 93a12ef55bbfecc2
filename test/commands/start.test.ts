import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest'
import { startBotApi, type BotApi } from '../bot-api/server.ts'
import { person } from '../bot-api/world.ts'
import { startProgram, type Program } from '../program.ts'

const QUESTION = 'hạn nộp hồ sơ bắc quang'

describe('without a token', () => {
  it('says how to connect Telegram, answers line by line, and ends with the input', async () => {
    const program = startProgram({ input: `${QUESTION}\nhồ sơ gồm những gì\n` })
    expect(await program.ended).toBe(0)
    expect(program.stdout.split('\n')[0]).toContain('BOT_TOKEN')
    expect(program.stdout).toContain('05/11/2024')
    expect(program.stdout).toContain('Tờ trình')
    expect(program.stdout).not.toContain('\u001b')
    expect(program.stderr).toBe('')
  })
})

describe('a setting or a folder that cannot be used', () => {
  it.each([
    ['a token that is none', { envFile: '# bot\nBOT_TOKEN="Mã của tôi"\n' }, /^Cài đặt BOT_TOKEN \(tệp \.env, dòng 2\).*\n$/],
    ['a root that is none', { env: { TELEGRAM_API_ROOT: 'api.telegram.org' } }, /^Cài đặt TELEGRAM_API_ROOT không đúng.*\n$/],
    ['a missing knowledge folder', { env: { KNOWLEDGE_DIR: '/no/such/folder' } }, /\/no\/such\/folder/],
    ['an unknown command', { args: ['trò chuyện'] }, /^Không có lệnh “trò chuyện”/],
  ])('%s: what is wrong, no stack, exit code 1', async (_name, given, wrong) => {
    const program = startProgram({ input: '', ...given })
    expect(await program.ended).toBe(1)
    expect(program.stderr).toMatch(wrong)
    expect(program.stderr).not.toMatch(/Mã của tôi|^\s+at /m)
  })
})

describe('a plan that cannot be used', () => {
  it('is left out, loudly, and the others answer', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'knowledge-'))
    onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
    cpSync('knowledge', dir, { recursive: true })
    const plan = join(dir, 'plans', 'sa-pa-2022', 'plan.yml')
    writeFileSync(plan, readFileSync(plan, 'utf8').replace('year: 2022', 'nam: 2022'))
    const program = startProgram({ args: ['ask', `--knowledge=${dir}`, QUESTION] })
    expect(await program.ended).toBe(0)
    expect(program.stdout).toContain('05/11/2024')
    expect(program.stderr).toMatch(/^CHÚ Ý: kế hoạch sa-pa-2022 có lỗi nên bị để ngoài, chương trình KHÔNG trả lời từ đó[^]*sa-pa-2022\/plan\.yml:\d+: .*khóa lạ: "nam"[^]*npm run validate/)
    expect(await startProgram({ args: ['validate', `--knowledge=${dir}`] }).ended).toBe(1)
  })
})

describe('with a token', () => {
  let api: BotApi
  let program: Program

  beforeEach(async () => void (api = await startBotApi()))
  afterEach(async () => {
    program.kill('SIGKILL')
    await api.stop()
  })
  const start = (env: Record<string, string> = {}) => (program = startProgram({ env: { BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.root, ...env } }))

  it('ends with one clear line where Telegram does not take the token', async () => {
    api.refuseToken()
    expect(await start().ended).toBe(1)
    expect(program.stderr.trim().split('\n')).toEqual([expect.stringContaining('Telegram không nhận BOT_TOKEN')])
    expect(program.stderr + program.stdout).not.toContain(api.token)
  })

  it('ends so as well when the token is taken back later', async () => {
    await start().says('đang chạy')
    api.refuseToken()
    api.text(person(1).user, person(1).chat, QUESTION)
    expect(await program.ended).toBe(1)
    expect(program.stderr).toContain('Telegram không nhận BOT_TOKEN')
  })

  it('waits for a Telegram that is away, and never writes the token down', async () => {
    api.fault('getMe', { kind: 'reset' })
    api.fault('deleteWebhook', { kind: 'page', code: 502 })
    await start({ LOG_LEVEL: 'debug' }).says('đang chạy')
    api.fault('getUpdates', { kind: 'half' }, 2)
    const { user, chat } = person(1)
    api.text(user, chat, QUESTION)
    expect((await api.next('sendMessage')).message.text).toContain('05/11/2024')
    await api.next('getUpdates', (call) => call.error !== undefined)
    expect(program.stderr).toContain('getMe')
    expect(program.stderr).not.toContain(api.token.split(':')[1])
  })

  it('takes down a webhook that an earlier set-up left, and keeps what waits', async () => {
    const { user, chat } = person(1)
    api.text(user, chat, QUESTION)
    await fetch(`${api.root}/bot${api.token}/setWebhook`, { method: 'POST', body: new URLSearchParams({ url: 'https://old.example/hook' }) })
    start()
    expect((await api.next('sendMessage')).message.text).toContain('05/11/2024')
  })

  it.each(['SIGTERM', 'SIGINT'] as const)('on %s sends what it has in hand, confirms it and ends with 0', async (signal) => {
    await start().says('đang chạy')
    const { user, chat } = person(1)
    api.fault('sendMessage', { kind: 'error', code: 429, description: 'Too Many Requests: retry after 1', retryAfter: 1 })
    const { update_id } = api.text(user, chat, QUESTION)
    await api.next('sendMessage', (call) => !call.ok)
    program.kill(signal)
    expect((await api.next('sendMessage', (call) => call.ok)).message.text).toContain('05/11/2024')
    expect(await program.ended).toBe(0)
    expect(api.updates.unconfirmed()).not.toContain(update_id)
    expect(program.stderr).not.toMatch(/"level":(50|60)/)
  })
})
