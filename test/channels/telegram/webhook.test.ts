import { mkdtempSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBotApi, type BotApi } from '../../bot-api/server.ts'
import { person } from '../../bot-api/world.ts'
import { freePort } from '../../store/backends.ts'
import { startProgram, type Program } from '../../program.ts'

const QUESTION = 'hạn nộp hồ sơ bắc quang'
let api: BotApi
let program: Program
let port: number
let metrics: number
let hook: { url: string; secret: string }

beforeAll(async () => {
  api = await startBotApi()
  ;[port, metrics] = [await freePort(), await freePort()]
  program = startProgram({
    env: { BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.root, DATA_DIR: mkdtempSync(join(tmpdir(), 'webhook-')), WEBHOOK_URL: `http://127.0.0.1:${port}`, WEBHOOK_PORT: String(port), METRICS_PORT: String(metrics) },
    args: ['--today', '2024-10-30'],
  })
  const { fields } = await api.next('setWebhook')
  hook = { url: fields.url, secret: fields.secret_token ?? '' }
  await program.says('đang chạy')
})
afterAll(async () => {
  program.kill('SIGKILL')
  await program.ended
  await api.stop()
})

const post = (body: string, secret = hook.secret, url = hook.url) => fetch(url, { method: 'POST', body, headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret } })
const page = async (at: number, path: string) => {
  const response = await fetch(`http://127.0.0.1:${at}${path}`)
  return { status: response.status, text: await response.text() }
}

describe('a webhook', () => {
  it('answers what Telegram brings, once, also when it is brought again', async () => {
    const { user, chat } = person(1)
    const update = api.text(user, chat, QUESTION)
    expect(await api.deliver(update)).toBe(200)
    expect((await api.next('sendMessage')).message.text).toContain('05/11/2024')
    expect(await api.deliver(update)).toBe(200)
    expect(await api.deliver(api.text(user, chat, 'hồ sơ gồm những gì'))).toBe(200)
    expect((await api.next('sendMessage')).message.text).toContain('Tờ trình')
  })

  it('answers one chat in the order in which its words came, however fast', async () => {
    const { user, chat } = person(2)
    const plans = ['bắc quang', 'sa pa 2020', 'cần thơ'].map((plan) => api.text(user, chat, `hạn nộp hồ sơ ${plan}`))
    const statuses: number[] = []
    for (const update of plans) statuses.push(await api.deliver(update))
    expect(statuses).toEqual([200, 200, 200])
    const answers: string[] = []
    for (let one = 0; one < plans.length; one += 1) answers.push((await api.next('sendMessage', (call) => call.ok && call.fields.chat_id === chat.id)).message.text ?? '')
    expect(answers.map((text) => /Bắc Quang|Cần Thơ|Sa Pa/.exec(text)?.[0])).toEqual(['Bắc Quang', 'Sa Pa', 'Cần Thơ'])
  })

  it('lies under a path that nobody guesses, and takes nothing without the secret', async () => {
    expect(new URL(hook.url).pathname).toMatch(/^\/telegram\/[\w-]{43}$/)
    expect((await post('{"update_id":1}', 'another-secret')).status).toBe(401)
    expect((await fetch(hook.url, { method: 'POST', body: '{"update_id":1}' })).status).toBe(401)
    expect((await post('{"update_id":1}', hook.secret, `http://127.0.0.1:${port}/telegram`)).status).toBe(404)
    expect(program.stderr).not.toContain(hook.secret)
  })

  it.each(['null', '', '[]', '{', '{"update_id":"1"}', '{"update_id":1,"message":{"text":5}}'])('refuses %s and lives on', async (body) => {
    expect((await post(body)).status).toBe(400)
    expect((await page(port, '/healthz')).status).toBe(200)
  })

  it('tells how it is: health and readiness beside it, the figures elsewhere', async () => {
    expect(await page(port, '/readyz')).toEqual({ status: 200, text: 'ok' })
    expect(await page(metrics, '/readyz')).toEqual({ status: 200, text: 'ok' })
    expect((await page(port, '/metrics')).status).toBe(404)
    const { status, text } = await page(metrics, '/metrics')
    expect(status).toBe(200)
    expect(text).toMatch(/^sotay_turn_seconds_count [2-9]/m)
    expect(text).toContain('sotay_messages_total{outcome="answered"}')
  })

  it('refuses more than a megabyte, announced or not', async () => {
    expect((await post(`{"update_id":1,"x":"${'x'.repeat(1024 * 1024)}"}`)).status).toBe(413)
    const { hostname, pathname } = new URL(hook.url)
    const status = await new Promise((resolve, reject) => {
      const sending = request({ hostname, port, path: pathname, method: 'POST', headers: { 'x-telegram-bot-api-secret-token': hook.secret } }, (response) => resolve(response.statusCode))
      sending.on('error', reject)
      for (let part = 0; part < 20; part += 1) sending.write('x'.repeat(100_000))
      sending.end()
    })
    expect(status).toBe(413)
  })
})
