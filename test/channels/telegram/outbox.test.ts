import { pino } from 'pino'
import { TelegramError } from 'telegraf'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createOutbox, type Call, type Delivery, type Outbox, type Rank } from '../../../src/channels/telegram/outbox.ts'

/** Seconds pass only when a test says so; every pause here is in that time. */
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => void vi.useRealTimers())

const seconds = (n: number) => vi.advanceTimersByTimeAsync(n * 1000)
const fails = (code: number, description = 'x', retry_after?: number) =>
  Promise.reject(new TelegramError({ error_code: code, description, ...(retry_after === undefined ? {} : { parameters: { retry_after } }) }))

interface Went { readonly chat: number; readonly what: string; readonly at: number }

/** An outbox with a record of every call that went out; `answers` are given to the calls in their order, then all succeed. */
function outboxWith(...answers: (() => Promise<unknown>)[]) {
  const went: Went[] = []
  const blocked: number[] = []
  const outbox: Outbox = createOutbox({ log: pino({ level: 'silent' }), onBlocked: (chat) => void blocked.push(chat) })
  const send = (chat: number, what: string, rank: Rank = 'answer'): Promise<Delivery> => {
    const call: Call = () => {
      went.push({ chat, what, at: performance.now() / 1000 })
      return answers.shift()?.() ?? Promise.resolve(true)
    }
    return outbox.send(chat, rank, call)
  }
  return { outbox, send, went, blocked, names: () => went.map(({ what }) => what) }
}

const mostWithin = (went: readonly Went[], span: number) => Math.max(...went.map(({ at }) => went.filter((one) => one.at >= at && one.at < at + span).length))
const numbered = (count: number) => Array.from({ length: count }, (_, index) => index + 1)

describe('what goes out', () => {
  it('keeps to 30 a second in all', async () => {
    const { send, went } = outboxWith()
    for (const chat of numbered(120)) void send(chat, 'x')
    await seconds(5)
    expect(went.length).toBe(120)
    expect(mostWithin(went, 1)).toBeLessThanOrEqual(30)
  })

  it('keeps to one a second in a chat after a small burst, in order', async () => {
    const { send, went, names } = outboxWith()
    for (const n of numbered(12)) void send(7, String(n))
    await seconds(12)
    expect(names()).toEqual(numbered(12).map(String))
    expect(mostWithin(went, 10)).toBeLessThanOrEqual(12)
    expect(mostWithin(went, 1)).toBeLessThanOrEqual(3)
  })

  it('keeps to twenty a minute in a group', async () => {
    const { send, went } = outboxWith()
    for (const n of numbered(45)) void send(-100, String(n))
    await seconds(150)
    expect(went.length).toBe(45)
    expect(mostWithin(went, 60)).toBeLessThanOrEqual(20)
  })

  it('sends answers before reminders, whoever came first', async () => {
    const { send, names } = outboxWith()
    for (const chat of numbered(60)) void send(chat, 'reminder', 'reminder')
    void send(99, 'answer')
    void send(60, 'answer')
    await seconds(5)
    // The first second's worth was on its way already.
    expect(names().slice(28, 30)).toEqual(['answer', 'answer'])
    expect(names().length).toBe(62)
  })
})

describe('when Telegram asks to wait', () => {
  it('one chat waits as long as it was told, the others go on', async () => {
    const { send, went } = outboxWith(() => fails(429, 'Too Many Requests', 9))
    const first = send(1, 'one')
    await seconds(1)
    void send(2, 'two')
    await seconds(1)
    expect(went.map(({ chat }) => chat)).toEqual([1, 2])
    await seconds(8)
    expect(went[2]).toMatchObject({ chat: 1, what: 'one' })
    expect(went[2]?.at).toBeGreaterThanOrEqual((went[0]?.at ?? 0) + 9)
    expect(await first).toBe('sent')
  })

  it('all wait where a second chat is told so as well', async () => {
    const { send, went } = outboxWith(() => fails(429, 'x', 5), () => fails(429, 'x', 5))
    void send(1, 'one')
    void send(2, 'two')
    await seconds(1)
    void send(3, 'three')
    await seconds(3)
    expect(went.length).toBe(2)
    await seconds(3)
    expect(went.length).toBe(5)
  })
})

describe('when a call fails', () => {
  it('tries again with growing pauses, what follows in the chat behind it', async () => {
    const { send, went, names } = outboxWith(() => fails(502), () => Promise.reject(new Error('socket hang up')), () => fails(500))
    const first = send(1, 'one')
    void send(1, 'two')
    await seconds(30)
    expect(names()).toEqual(['one', 'one', 'one', 'one', 'two'])
    const pauses = went.slice(1, 4).map(({ at }, index) => at - (went[index]?.at ?? 0))
    expect(pauses).toEqual([...pauses].sort((a, b) => a - b))
    expect(await first).toBe('sent')
  })

  it('gives up in the end, and the next one goes', async () => {
    const { send, names } = outboxWith(...numbered(8).map(() => () => fails(503)))
    const first = send(1, 'one')
    const second = send(1, 'two')
    await seconds(300)
    expect(await first).toBe('lost')
    expect(await second).toBe('sent')
    expect(names().filter((name) => name === 'one').length).toBe(8)
  })

  it('says who has blocked the bot', async () => {
    const { send, blocked } = outboxWith(() => fails(403, 'Forbidden: bot was blocked by the user'))
    expect(await send(5, 'one')).toBe('blocked')
    expect(blocked).toEqual([5])
  })

  it('drops what Telegram refuses, without a second try', async () => {
    const { send, names } = outboxWith(() => fails(400, 'Bad Request: chat not found'))
    expect(await send(1, 'one')).toBe('refused')
    expect(await send(1, 'two')).toBe('sent')
    expect(names()).toEqual(['one', 'two'])
  })

  it('takes a text that stands there already for sent', async () => {
    const { send } = outboxWith(() => fails(400, 'Bad Request: message is not modified: …'))
    expect(await send(1, 'one')).toBe('sent')
  })
})

describe('at the end', () => {
  it('sends what waits first', async () => {
    const { outbox, send, names } = outboxWith()
    for (const n of numbered(5)) void send(1, String(n))
    const drained = outbox.drain(10_000)
    await seconds(4)
    await drained
    expect(names().length).toBe(5)
  })

  it('leaves what cannot go in time', async () => {
    const { outbox, send } = outboxWith(() => fails(429, 'x', 60))
    const late = send(1, 'one')
    const drained = outbox.drain(10_000)
    await seconds(11)
    await drained
    expect(await late).toBe('lost')
  })
})
