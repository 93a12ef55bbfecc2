import { mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { startBotApi } from '../bot-api/server.ts'
import { person } from '../bot-api/world.ts'
import { startProgram } from '../program.ts'

const newFolder = () => mkdtempSync(join(tmpdir(), 'so-tay-web-'))

/** The started program, once its page is there. */
async function start(env: Readonly<Record<string, string>> = {}, args: readonly string[] = ['web']) {
  const program = startProgram({ args: [...args, '--today', '2024-10-30'], env: { WEB_PORT: '0', DATA_DIR: newFolder(), ...env } })
  await program.says('Trang web:')
  const address = /http:\S+\//.exec(program.stdout)?.[0] ?? ''
  const post = async (turn: object, cookie = '') => {
    const response = await fetch(`${address}api/turn`, { method: 'POST', headers: { 'content-type': 'application/json', 'x-so-tay': '1', origin: new URL(address).origin, ...(cookie && { cookie }) }, body: JSON.stringify(turn) })
    return { text: await response.text(), cookie: response.headers.get('set-cookie')?.split(';')[0] }
  }
  const ask = (text: string, cookie?: string) => post({ id: 'abcdefgh', text }, cookie)
  const press = (action: string, cookie?: string) => post({ id: 'ijklmnop', action }, cookie)
  const stop = async () => {
    program.kill('SIGTERM')
    return await program.ended
  }
  return { program, address, ask, press, stop }
}

describe('web', () => {
  it('serves the page on this machine alone unless told otherwise, and stops when it is told to', async () => {
    const { program, address, ask, stop } = await start()
    expect(program.stdout).toMatch(/http:\/\/127\.0\.0\.1:\d+\/ \(chỉ máy này mở được; đặt WEB_HOST=0\.0\.0\.0/)
    expect((await fetch(address)).status).toBe(200)
    expect((await ask('hạn nộp hồ sơ bắc quang')).text).toContain('05/11/2024')
    expect(await stop()).toBe(0)
    const lines = program.stderr.trim().split('\n').map((line) => JSON.parse(line) as { msg: string })
    expect(lines.map((line) => line.msg)).toEqual(['turn'])
    expect(program.stderr).not.toContain('bắc quang')
  })

  it('makes a secret of its own with the first start and keeps it to itself: cookies outlive a restart', async () => {
    const dir = newFolder()
    const first = await start({ DATA_DIR: dir })
    const { cookie } = await first.ask('xin chào')
    await first.stop()
    expect(statSync(join(dir, 'web-secret')).mode & 0o777).toBe(0o600)
    expect(first.program.stdout + first.program.stderr).not.toContain(readFileSync(join(dir, 'web-secret'), 'utf8').trim())
    const second = await start({ DATA_DIR: dir })
    expect((await second.ask('xin chào', cookie)).cookie).toBeUndefined()
    await second.stop()
    const other = await start()
    expect((await other.ask('xin chào', cookie)).cookie).toBeDefined()
    await other.stop()
  })

  it('runs beside the bot where both are set', async () => {
    const api = await startBotApi()
    const { program, ask, press, stop } = await start({ BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.root, ADMIN_IDS: '1' }, ['start'])
    await program.says('đang chạy')
    const { user, chat } = person(1)
    api.text(user, chat, 'hạn nộp hồ sơ bắc quang')
    expect((await api.next('sendMessage', (call) => call.fields.chat_id === chat.id)).message.text).toContain('05/11/2024')
    const asked = await ask('lương tối thiểu vùng là bao nhiêu')
    const [vote = ''] = /vote:[\da-f-]{36}:n/.exec(asked.text) ?? []
    expect((await press(vote, asked.cookie)).text).toContain('Cảm ơn')
    // The page's questions are counted with the others, and may be taught a word for.
    api.text(user, chat, '/thongke')
    expect((await api.next('sendMessage', (call) => call.fields.chat_id === chat.id)).message.text).toMatch(/: 2 câu hỏi, trả lời được 50%[^]*👍 0 👎 1/)
    api.text(user, chat, '/chuatraloi')
    expect((await api.next('sendMessage', (call) => call.fields.chat_id === chat.id)).message.text).toContain('“lương tối thiểu vùng là bao nhiêu”')
    expect(await stop()).toBe(0)
    await api.stop()
  })

  it('stands under the path that is set', async () => {
    const { address, stop } = await start({ WEB_BASE_PATH: '/so-tay/' })
    expect(new URL(address).pathname).toBe('/so-tay/')
    expect((await fetch(address)).status).toBe(200)
    await stop()
  })
})

describe('a setting that cannot be used', () => {
  const short = newFolder()
  writeFileSync(join(short, 'web-secret'), 'abc')
  it.each([
    ['a port that is none', { WEB_PORT: '80a' }, /^Cài đặt WEB_PORT không đúng/],
    ['a port beyond the last', { WEB_PORT: '65536' }, /^Cài đặt WEB_PORT không đúng/],
    ['a secret that is guessed', { WEB_SECRET: 'bi-mat-ngan' }, /^Cài đặt WEB_SECRET không đúng/],
    ['a path that is none', { WEB_BASE_PATH: 'so tay' }, /^Cài đặt WEB_BASE_PATH không đúng/],
    ['a proxy that is none', { TRUST_PROXY: '10.0.0.0/33' }, /^Cài đặt TRUST_PROXY không đúng/],
    ['a way to Telegram that is none', { HTTPS_PROXY: 'proxy:3128' }, /^Cài đặt HTTPS_PROXY không đúng/],
    ['an address that is not here', { WEB_HOST: '192.0.2.1' }, /^Không mở được trang web ở 192\.0\.2\.1/],
    ['a folder that cannot be written', { DATA_DIR: join(short, 'web-secret', 'below') }, /^Không dùng được thư mục dữ liệu/],
    ['a kept secret that broke off', { DATA_DIR: short }, /quá ngắn/],
  ])('%s: one line, exit code 1', async (_name, env, wrong) => {
    const program = startProgram({ args: ['web'], env: { WEB_PORT: '0', DATA_DIR: newFolder(), ...env } })
    expect(await program.ended).toBe(1)
    expect(program.stderr).toMatch(wrong)
    expect(program.stderr.trim().split('\n')).toHaveLength(1)
    expect(program.stderr).not.toContain('bi-mat-ngan')
  })

  it('a port in use: says so', async () => {
    const first = await start()
    const second = startProgram({ args: ['web'], env: { WEB_PORT: new URL(first.address).port, DATA_DIR: newFolder() } })
    expect(await second.ended).toBe(1)
    expect(second.stderr).toMatch(/EADDRINUSE.*đang có chương trình khác dùng/)
    await first.stop()
  })
})
