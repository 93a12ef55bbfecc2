import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Message } from '../../src/answer/message.ts'
import { plainText } from '../../src/channels/text.ts'
import type { Knowledge } from '../../src/knowledge/types.ts'
import { planningFrom } from '../../src/reminders/plan.ts'
import { runReminders, type Sent } from '../../src/reminders/run.ts'
import { step, type Subscription } from '../../src/session.ts'
import { openFileStore } from '../../src/store/open.ts'
import type { Store } from '../../src/store/types.ts'
import { at, knowledgeWith } from './sample.ts'

const plan = 'suoi-mo-2024'
let store: Store
let now: number
let knowledge: Knowledge
let outcome: Sent
let sent: { chat: string; text: string; message: Message }[]
let errors: unknown[]

beforeEach(async () => {
  const dir = await mkdtemp(join(tmpdir(), 'reminders-'))
  now = at('2024-10-01')
  knowledge = knowledgeWith({ han: { before: '2024-11-05' } })
  outcome = 'sent'
  sent = []
  errors = []
  store = await openFileStore(dir, { planner: planningFrom(() => knowledge, () => now), clock: () => now })
  return async () => {
    await store.close()
    await rm(dir, { recursive: true })
  }
})

const subscribe = (chat: string, subscription: Partial<Subscription> = {}) =>
  step(store, chat, (session) => ({ session: { ...session, subscriptions: [{ plan, deadline: 'han', before: [7, 3, 1], ...subscription }] } }))

/** One round of the runner at an instant: what goes out. */
async function round(instant: number): Promise<string[]> {
  now = instant
  sent = []
  const end = new AbortController()
  const send = (chat: string, message: Message) => {
    sent.push({ chat, text: plainText(message), message })
    return Promise.resolve(outcome)
  }
  const running = runReminders({ store, send, knowledge: () => knowledge, clock: () => now, signal: end.signal, onError: (error) => errors.push(error) })
  end.abort()
  await running
  return sent.map((one) => one.text)
}

describe('the runner', () => {
  it('sends what is due, once, with the plan’s own words', async () => {
    await subscribe('tg:1')
    await subscribe('tg:2', { before: [1] })
    expect(await round(at('2024-10-28', '07:59'))).toEqual([])
    const [text] = await round(at('2024-10-28'))
    expect(text).toMatch(/^🔔 Còn 7 ngày: Việc han – chậm nhất hết ngày 04\/11\/2024 \(thứ Hai\)\./)
    expect(text).toContain('Công an huyện (qua Đội Tham mưu)')
    expect(text).toContain('“gửi trước ngày đã nêu về Công an huyện”')
    expect(sent.map((one) => one.chat)).toEqual(['tg:1'])
    expect(await round(at('2024-10-28', '08:01'))).toEqual([])
    expect(await round(at('2024-11-01'))).toHaveLength(1)
    expect(await round(at('2024-11-03'))).toHaveLength(2)
    expect(await round(at('2024-12-31'))).toEqual([])
  })

  it('tells after an outage that it is late, and once', async () => {
    await subscribe('tg:1')
    const [text, ...more] = await round(at('2024-11-02', '11:00'))
    expect(text).toContain('Còn 2 ngày')
    expect(text).toContain('Nhắc muộn')
    expect(more).toEqual([])
    expect(await round(at('2024-11-02', '11:05'))).toEqual([])
  })

  it('says that a deadline has passed where nobody could be told in time', async () => {
    await subscribe('tg:1')
    const [text] = await round(at('2024-11-20'))
    expect(text).toMatch(/^🔔 Đã qua hạn/)
    expect(text).not.toContain('Còn')
    expect(await round(at('2024-11-21'))).toEqual([])
  })

  it('tells once that the knowledge has moved a day, then reminds by the new one', async () => {
    await subscribe('tg:1')
    await round(at('2024-10-02'))
    knowledge = knowledgeWith({ han: { by: '2024-11-15' } }, '2')
    const [text] = await round(at('2024-10-02', '10:00'))
    expect(text).toMatch(/^🔔 Hạn đã thay đổi: Việc han – trước đây là ngày 04\/11\/2024, nay chậm nhất hết ngày 15\/11\/2024/)
    expect(await round(at('2024-10-02', '11:00'))).toEqual([])
    expect(await round(at('2024-11-03'))).toEqual([])
    expect((await round(at('2024-11-08')))[0]).toContain('Còn 7 ngày')
  })

  it('tells of a deadline that the knowledge has dropped', async () => {
    await subscribe('tg:1')
    await round(at('2024-10-02'))
    knowledge = knowledgeWith({}, '2')
    expect((await round(at('2024-10-02', '10:00')))[0]).toContain('ngày 04/11/2024')
    expect(await round(at('2024-11-03'))).toEqual([])
  })

  it('tries again what did not go out, after pauses that grow', async () => {
    await subscribe('tg:1')
    outcome = 'lost'
    expect(await round(at('2024-10-28', '08:00'))).toHaveLength(1)
    expect(await round(at('2024-10-28', '08:00'))).toEqual([])
    expect(await round(at('2024-10-28', '08:01'))).toHaveLength(1)
    expect(await round(at('2024-10-28', '08:02'))).toEqual([])
    outcome = 'sent'
    expect((await round(at('2024-10-28', '08:03')))[0]).toContain('Còn 7 ngày')
    expect(await round(at('2024-10-28', '09:03'))).toEqual([])
  })

  it('moves on from what Telegram will never take, and ends for a chat that is closed', async () => {
    await subscribe('tg:1')
    await subscribe('tg:2')
    outcome = 'refused'
    expect(await round(at('2024-10-28'))).toHaveLength(2)
    outcome = 'blocked'
    expect(await round(at('2024-11-01'))).toHaveLength(2)
    expect(await store.remindersOf('tg:1')).toEqual([])
    expect((await store.load('tg:1')).session.subscriptions).toEqual([])
  })

  it('carries on past many at once', async () => {
    for (let i = 0; i < 130; i += 1) await subscribe(`tg:${i}`)
    const chats = new Set<string>()
    for (let i = 0; i < 3; i += 1) {
      await round(at('2024-10-28', `08:0${i}`))
      for (const one of sent) chats.add(one.chat)
    }
    expect(chats.size).toBe(130)
  })

  it('survives a store that is away', async () => {
    const away = { ...store, claimReminders: () => store.claimReminders(1) }
    await store.close()
    const end = new AbortController()
    const running = runReminders({ store: away, send: () => Promise.resolve('sent'), knowledge: () => knowledge, clock: () => now, signal: end.signal, onError: (error) => errors.push(error) })
    end.abort()
    await running
    expect(errors).toHaveLength(1)
  })
})
