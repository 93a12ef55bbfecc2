import type { TelegramUpdate } from '@gramio/types'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import { planningFrom } from '../../src/reminders/plan.ts'
import { step } from '../../src/session.ts'
import { startBotApi, type BotApi } from '../bot-api/server.ts'
import { person } from '../bot-api/world.ts'
import { questionOf, walkThrough } from '../faults/walk.ts'
import { startProgram, type Program } from '../program.ts'
import { at } from '../reminders/sample.ts'
import { freePort, postgres, type Database } from '../store/backends.ts'
import { openStore } from '../store/where.ts'
import { KNOWLEDGE } from './here.ts'

const REPLICAS = 3
const REMINDED = 12
const ANSWERS = 4
let api: BotApi
let database: Database
const programs: Program[] = []
const hooks: { url: string; secret: string }[] = []

beforeAll(async () => {
  ;[api, database] = await Promise.all([startBotApi(), postgres()])
  const where = await database.fresh()
  const knowledge = loadKnowledge(KNOWLEDGE)
  const clock = () => at('2024-11-02', '12:00')
  const store = await openStore(where, { planner: planningFrom(() => knowledge, clock), clock })
  for (let chat = 100; chat < 100 + REMINDED; chat += 1) {
    api.world.chats.set(chat, person(chat).chat)
    await step(store, `tg:${chat}`, (session) => ({ session: { ...session, remindAt: 0, subscriptions: [{ plan: 'bac-quang-2024', deadline: 'nop-ho-so', before: [1] }] } }))
  }
  await store.close()
  const url = 'url' in where ? where.url : ''
  for (let replica = 0; replica < REPLICAS; replica += 1) {
    const port = await freePort()
    programs.push(startProgram({ env: { BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.root, DATABASE_URL: url, WEBHOOK_URL: `http://127.0.0.1:${port}`, WEBHOOK_PORT: String(port) }, args: ['--today', '2024-11-03'] }))
    const { fields } = await api.next('setWebhook')
    hooks.push({ url: fields.url, secret: fields.secret_token ?? '' })
  }
  await Promise.all(programs.map((program) => program.says('đang chạy')))
})
afterAll(async () => {
  for (const program of programs) {
    program.kill('SIGKILL')
    await program.ended
  }
  await api.stop()
  await database.stop()
})

it('three replicas on one database: no step of a check is lost or doubled, each reminder comes once', async () => {
  let turn = 0
  const bring = async (update: TelegramUpdate) => {
    const { url, secret } = hooks[(turn += 1) % REPLICAS] as (typeof hooks)[number]
    const headers = { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret }
    expect((await fetch(url, { method: 'POST', headers, body: JSON.stringify(update) })).status).toBe(200)
  }
  const brought: Promise<void>[] = []
  // Each update comes twice, to two of the three.
  const walks = [1, 2, 3, 4].map((id) => walkThrough(api, id, (update) => void brought.push(bring(update), bring(update))))
  for (const walk of walks) walk.begin()
  const answers = (call: { fields: { chat_id: number }; ok: boolean }) => call.ok && call.fields.chat_id >= 100
  const reminded: number[] = []
  for (let one = 0; one < REMINDED; one += 1) reminded.push((await api.next('sendMessage', answers)).fields.chat_id)
  for (const walk of walks) {
    await api.next('editMessageText', (call) => `tg:${call.fields.chat_id}` === walk.chat && (questionOf(call.message)?.step ?? 0) > ANSWERS)
    walk.end()
  }
  await Promise.all(brought)
  expect([...reminded].sort()).toEqual([...new Set(reminded)].sort())
  for (const { chat } of walks) {
    const steps = api.transcript.filter((call) => call.ok && (call.method === 'sendMessage' || call.method === 'editMessageText') && `tg:${(call.fields as { chat_id: number }).chat_id}` === chat).map((call) => questionOf(call.message)?.step)
    expect(steps.slice(0, ANSWERS + 1)).toEqual(Array.from({ length: ANSWERS + 1 }, (_, index) => index + 1))
  }
})

it('what a killed replica held is answered by another', async () => {
  const asker = person(50)
  api.fault('sendMessage', { kind: 'hang' })
  const [{ url, secret }] = hooks as [(typeof hooks)[number]]
  const update = api.text(asker.user, asker.chat, 'hạn nộp hồ sơ bắc quang')
  const answered = new Promise<string>((resolve) => api.onCall((call) => {
    if (call.method === 'sendMessage' && call.ok && (call.fields as { chat_id: number }).chat_id === asker.chat.id) resolve(call.message.text ?? '')
  }))
  await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': secret }, body: JSON.stringify(update) })
  await api.next('sendMessage', (call) => !call.ok && call.fields.chat_id === asker.chat.id)
  programs[0]?.kill('SIGKILL')
  await programs[0]?.ended
  expect(await answered).toContain('05/11/2024')
}, 120_000)
