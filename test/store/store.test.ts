import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { Migrator, sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { plannerFor } from '../../src/reminders/plan.ts'
import { freshSession, step, type Session } from '../../src/session.ts'
import { openPostgres, openSqlite } from '../../src/store/dialect.ts'
import { migrations } from '../../src/store/migrations.ts'
import type { Store } from '../../src/store/types.ts'
import type { Knowledge } from '../../src/knowledge/types.ts'
import { at, knowledgeWith } from '../reminders/sample.ts'
import { postgres, sqlite, type Database } from './backends.ts'
import { openStore, type Where } from './where.ts'

const plan = 'suoi-mo-2024'
const start = at('2024-10-01')
const minute = 60_000

describe.each([['SQLite', sqlite], ['PostgreSQL', postgres]] as const)('%s', (_name, begin) => {
  let database: Database
  let where: Where
  let store: Store
  let now: number
  let knowledge: Knowledge
  const open = () => openStore(where, { planner: (...args) => plannerFor(knowledge, now)(...args), clock: () => now })
  const keep = (chat: string, change: Partial<Session>) => step(store, chat, (session) => ({ session: { ...session, ...change } }))

  beforeAll(async () => {
    database = await begin()
  })
  afterAll(() => database.stop())
  beforeEach(async () => {
    where = await database.fresh()
    now = start
    knowledge = knowledgeWith({ han: { before: '2024-11-05' }, bao: { every: 'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=15' } })
    store = await open()
    return () => store.close()
  })

  describe('sessions', () => {
    it('begin fresh and are there again after the store was closed', async () => {
      expect(await store.load('tg:1')).toEqual({ session: freshSession, revision: 0 })
      const waiting = { question: 'hạn nộp hồ sơ?', mark: 'a1' }
      await keep('tg:1', { waiting, last: 'Hòa “x” \u0000 😀' })
      await store.close()
      store = await open()
      expect((await store.load('tg:1')).session).toEqual({ ...freshSession, waiting, last: 'Hòa “x” \u0000 😀' })
    })

    it('are not overwritten by who has read them before', async () => {
      await keep('tg:1', { plan })
      const mine = await store.load('tg:1')
      await keep('tg:1', { last: 'another' })
      expect(await store.save('tg:1', mine, { ...mine.session, last: 'mine' })).toBe(false)
      expect((await store.load('tg:1')).session).toMatchObject({ plan, last: 'another' })
    })

    it('that were deleted meanwhile are not brought back', async () => {
      await keep('tg:1', { plan })
      const mine = await store.load('tg:1')
      await store.forget('tg:1')
      now += 1
      await keep('tg:1', { last: 'new life' })
      expect(await store.save('tg:1', mine, { ...mine.session, last: 'mine' })).toBe(false)
      expect((await store.load('tg:1')).session).toEqual({ ...freshSession, last: 'new life' })
    })

    it('of two processes lose no step', async () => {
      const workers = [1, 2].map(() => output(['count', '25']))
      await Promise.all(workers)
      expect((await store.load('tg:1')).session.last).toBe('50')
    })

    it('survive a kill with every step that was acknowledged', async () => {
      for (const lines of [3, 12]) {
        const { child, read } = launch(['count', '100000'])
        const told = await read(lines)
        child.kill('SIGKILL')
        await once(child, 'exit')
        await store.close()
        store = await open()
        expect(Number((await store.load('tg:1')).session.last)).toBeGreaterThanOrEqual(Number(told.at(-1)))
      }
    })

    it('of another version start fresh, keep their reminders, and the old one is put aside', async () => {
      const subscriptions = [{ plan, deadline: 'han', before: [7] }]
      await keep('tg:1', { version: 99 as never, last: 'x', subscriptions, remindAt: 450 })
      expect((await store.load('tg:1')).session).toEqual({ ...freshSession, subscriptions, remindAt: 450 })
      await keep('tg:1', { plan })
      expect((await store.load('tg:1')).session).toMatchObject({ plan, remindAt: 450 })
      expect(await store.remindersOf('tg:1')).toHaveLength(1)
    })
  })

  describe('reminders', () => {
    const subscribe = (chat: string, before = [7, 3, 1]) => keep(chat, { subscriptions: [{ plan, deadline: 'han', before }] })

    it('follow what a chat wants', async () => {
      await keep('tg:1', { subscriptions: [{ plan, before: [7] }] })
      expect(await store.remindersOf('tg:1')).toMatchObject([
        { deadline: 'han', lastDay: '2024-11-04', daysBefore: 7, dueAt: at('2024-10-28') },
        { deadline: 'bao', lastDay: '2024-12-15', dueAt: at('2024-12-08') },
      ])
      await keep('tg:1', { subscriptions: [{ plan, deadline: 'han', before: [1, 0] }], remindAt: 420 })
      expect(await store.remindersOf('tg:1')).toMatchObject([{ deadline: 'han', before: [1, 0], at: 420, dueAt: at('2024-11-03', '07:00') }])
      await keep('tg:1', { subscriptions: [] })
      expect(await store.remindersOf('tg:1')).toEqual([])
    })

    it('are claimed when due, longest due first, and by nobody else', async () => {
      await subscribe('tg:late')
      await keep('tg:later', { subscriptions: [{ plan, deadline: 'han', before: [3] }] })
      expect(await store.claimReminders(10)).toEqual([])
      now = at('2024-11-02')
      expect((await store.claimReminders(10)).map((one) => one.reminder.chat)).toEqual(['tg:late', 'tg:later'])
      expect(await store.claimReminders(10)).toEqual([])
    })

    it('are moved on once sent', async () => {
      await subscribe('tg:1')
      now = at('2024-10-28')
      const [claimed] = await store.claimReminders(1)
      if (!claimed) throw new Error('nothing due')
      await store.settleReminder(claimed, { ...claimed.reminder, daysBefore: 3, dueAt: at('2024-11-01') })
      expect(await store.remindersOf('tg:1')).toMatchObject([{ daysBefore: 3, dueAt: at('2024-11-01') }])
      expect(await store.claimReminders(1)).toEqual([])
      now = at('2024-11-01')
      expect(await store.claimReminders(1)).toHaveLength(1)
      expect((await store.dataOf('tg:1')).sent).toBe(1)
    })

    it('of a process that died go to another within a minute; those of a living one do not', async () => {
      await subscribe('tg:1')
      now = at('2024-10-28')
      const [claimed] = await store.claimReminders(1)
      if (!claimed) throw new Error('nothing due')
      now += 40_000
      await store.keepClaims([claimed.claim])
      now += 40_000
      expect(await store.claimReminders(1)).toEqual([])
      now += 20_000
      const [taken] = await store.claimReminders(1)
      expect(taken?.reminder.chat).toBe('tg:1')
      await store.settleReminder(claimed, { ...claimed.reminder, dueAt: at('2024-11-01') })
      expect(await store.remindersOf('tg:1')).toMatchObject([{ dueAt: at('2024-10-28') }])
    })

    it('come back after a failed sending, each time with what was tried', async () => {
      await subscribe('tg:1')
      now = at('2024-10-28')
      const [first] = await store.claimReminders(1)
      if (!first) throw new Error('nothing due')
      await store.postponeReminder(first, 5 * minute)
      now += 4 * minute
      expect(await store.claimReminders(1)).toEqual([])
      now += minute
      expect(await store.claimReminders(1)).toMatchObject([{ attempts: 1, reminder: { dueAt: at('2024-10-28') } }])
    })

    it('end for a chat that can no longer be written to, and may be wanted again', async () => {
      await subscribe('tg:1')
      await store.endReminders('tg:1')
      expect(await store.remindersOf('tg:1')).toEqual([])
      expect((await store.load('tg:1')).session.subscriptions).toEqual([])
      await subscribe('tg:1')
      expect(await store.remindersOf('tg:1')).toHaveLength(1)
    })

    it('move with the knowledge, once, and only when their plan changed', async () => {
      for (const chat of ['tg:1', 'tg:2', 'tg:3']) await subscribe(chat)
      expect(await store.replan(new Map([[plan, '1']]))).toBe(3)
      expect(await store.replan(new Map([[plan, '1']]))).toBe(0)
      knowledge = knowledgeWith({ han: { by: '2024-11-20' } }, '2')
      now = at('2024-10-02', '12:00')
      expect(await store.replan(new Map([[plan, '2']]))).toBe(3)
      expect(await store.remindersOf('tg:2')).toMatchObject([{ lastDay: '2024-11-20', movedFrom: '2024-11-04', dueAt: now }])
      expect(await store.replan(new Map())).toBe(3)
    })

    it('go out once among three processes', async () => {
      for (let i = 0; i < 60; i += 1) await subscribe(`tg:${i}`)
      now = at('2024-10-28')
      const sent = (await Promise.all([1, 2, 3].map(() => output(['claim', ''])))).flat()
      expect(sent.sort()).toEqual(Array.from({ length: 60 }, (_, i) => `tg:${i}`).sort())
    })
  })

  describe('updates', () => {
    const update = (id: number, chat = 'tg:1') => ({ id, chat, body: `{"update_id":${id}}` })
    const ids = (updates: readonly { id: number }[]) => updates.map((one) => one.id)

    it('are new once, also after a restart', async () => {
      expect(ids(await store.takeIn('a', [update(12), update(11), update(12)]))).toEqual([11, 12])
      await store.finish([11])
      await store.close()
      store = await open()
      expect(ids(await store.takeIn('b', [update(11), update(12), update(13)]))).toEqual([13])
    })

    it('that an earlier version has handled are not new, and those it left open are taken up', async () => {
      await store.close()
      where = await database.fresh()
      const { db } = 'dir' in where ? openSqlite(where.dir) : await openPostgres(where.url, () => undefined)
      const earlier = new Migrator({ db, provider: { getMigrations: () => Promise.resolve(migrations) } })
      expect((await earlier.migrateTo('0002-probe')).error).toBeUndefined()
      await sql`insert into updates (id, chat, body, answer, state, worker, wake_at, taken_at) values (1, 'tg:1', null, null, 2, 'a', ${now}, ${now}), (2, 'tg:1', 'B', 'A', 1, 'a', ${now}, ${now}), (3, 'tg:1', 'C', null, 0, 'a', ${now}, ${now})`.execute(db)
      await db.destroy()
      store = await open()
      expect(ids(await store.takeIn('b', [1, 2, 3, 4].map((id) => update(id))))).toEqual([4])
      expect(await store.adopt('b')).toEqual([{ id: 2, chat: 'tg:1', body: 'B', answer: 'A' }, { id: 3, chat: 'tg:1', body: 'C' }])
    })

    it('are new to one of two processes', async () => {
      const taken = (await Promise.all([1, 2].map(() => output(['take', '40'])))).flat()
      expect(taken.map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1))
    })

    it('of a dead process go to another, with the answer where there is one', async () => {
      await store.takeIn('a', [update(1), update(2), update(3)])
      expect(await store.answer('tg:1', await store.load('tg:1'), { ...freshSession, plan }, { worker: 'a', update: 1, answer: 'A' })).toBe('kept')
      await store.finish([3])
      now += 50_000
      expect(await store.adopt('b')).toEqual([{ ...update(1), answer: 'A' }, update(2)])
      expect(await store.adopt('c')).toEqual([])
      expect(await store.answer('tg:1', await store.load('tg:1'), freshSession, { worker: 'a', update: 2, answer: 'B' })).toBe('lost')
      expect((await store.load('tg:1')).session.plan).toBe(plan)
    })

    it('stay with a worker that keeps alive', async () => {
      await store.takeIn('a', [update(1)])
      now += 40_000
      await store.keepAlive('a')
      now += 40_000
      expect(await store.adopt('b')).toEqual([])
    })

    it('are answered once: neither twice nor on a stale session', async () => {
      await store.takeIn('a', [update(1)])
      const before = await store.load('tg:1')
      await keep('tg:1', { last: 'x' })
      const answered = { worker: 'a', update: 1, answer: 'A' }
      expect(await store.answer('tg:1', before, freshSession, answered)).toBe('stale')
      expect(await store.answer('tg:1', await store.load('tg:1'), { ...freshSession, last: 'y' }, answered)).toBe('kept')
      expect(await store.answer('tg:1', await store.load('tg:1'), { ...freshSession, last: 'z' }, answered)).toBe('lost')
      expect((await store.load('tg:1')).session.last).toBe('y')
    })

    it('answered at one moment are kept each for itself: what one undoes or breaks is its own', async () => {
      const ids = Array.from({ length: 30 }, (_, i) => i + 1)
      await store.takeIn('a', [...ids, 31].map((id) => update(id, `tg:${id}`)))
      await keep('tg:7', { last: 'x' })
      const unwritable = { ...freshSession, last: 31n as never }
      const answers = ids.map((id) => store.answer(`tg:${id}`, { session: freshSession, revision: 0 }, { ...freshSession, last: String(id) }, { worker: id === 9 ? 'b' : 'a', update: id, answer: 'A' }))
      const broken = store.answer('tg:31', { session: freshSession, revision: 0 }, unwritable, { worker: 'a', update: 31, answer: 'B' }).catch(() => 'failed')
      expect((await Promise.all(answers)).map((outcome, index) => (outcome === 'kept' ? '' : `${outcome} ${index + 1}`)).join('')).toBe('stale 7lost 9')
      expect(await broken).toBe('failed')
      expect(await Promise.all(ids.map(async (id) => (await store.load(`tg:${id}`)).session.last))).toEqual(ids.map((id) => (id === 7 ? 'x' : id === 9 ? undefined : String(id))))
      expect((await store.load('tg:31')).revision).toBe(0)
      now += 60_000
      expect((await store.adopt('c')).map(({ id, answer }) => (answer === undefined ? id : 0)).filter(Boolean)).toEqual([7, 9, 31])
    })

    it('of a living worker are marked as sent while it tells that it lives, and neither waits for the other', async () => {
      const ids = Array.from({ length: 300 }, (_, i) => i + 1)
      await store.takeIn('a', ids.map((id) => update(id)))
      const backwards = [...ids].reverse()
      const work = [0, 1, 2].flatMap((part) => [store.finish(backwards.slice(part * 100, part * 100 + 100)), store.keepAlive('a')])
      expect((await Promise.allSettled(work)).filter(({ status }) => status === 'rejected')).toEqual([])
      now += 60_000
      expect(await store.adopt('b')).toEqual([])
    })

    it('know whether an earlier one of their chat still waits', async () => {
      await store.takeIn('a', [update(1), update(2), update(1_000_000_000_000, 'tg:2')])
      expect(await store.hasEarlier('tg:1', 2)).toBe(true)
      expect(await store.hasEarlier('tg:2', 1_000_000_000_000)).toBe(false)
      await store.answer('tg:1', await store.load('tg:1'), freshSession, { worker: 'a', update: 1, answer: '' })
      expect(await store.hasEarlier('tg:1', 2)).toBe(false)
    })
  })

  describe('questions', () => {
    const asked = (id: string, text: string, outcome: string, milliseconds = 2, day = '2024-10-01') => ({ id, day, text, outcome, milliseconds })

    it('give a table of days', async () => {
      await store.recordQuestions([asked('a', 'hạn nộp', 'answered', 3.4), asked('b', 'giá vàng', 'not-found', 9), asked('c', 'hồ sơ', 'answered', 1, '2024-10-02')])
      await store.recordQuestions([asked('a', 'hạn nộp', 'answered')])
      await store.vote('a', true)
      await store.vote('a', true)
      await store.vote('b', false)
      await store.vote('nobody', true)
      expect(await store.statistics('2024-10-01')).toEqual([
        { day: '2024-10-02', questions: 1, answered: 1, good: 0, bad: 0, slowest: { text: 'hồ sơ', milliseconds: 1 } },
        { day: '2024-10-01', questions: 2, answered: 1, good: 2, bad: 1, slowest: { text: 'giá vàng', milliseconds: 9 } },
      ])
    })

    it('without an answer are grouped by their words, most asked first', async () => {
      const texts = ['Giá vàng hôm nay?', 'gia vang hom nay', 'lương tối thiểu', 'GIÁ VÀNG, hôm nay']
      await store.recordQuestions(texts.map((text, i) => asked(String(i), text, 'not-found')))
      await store.recordQuestions([asked('x', 'hạn nộp', 'answered')])
      const open = await store.openQuestions('2024-10-01', 10)
      expect(open.map((one) => one.asked)).toEqual([3, 1])
      expect(open[1]).toEqual({ text: 'lương tối thiểu', asked: 1, last: '2024-10-01' })
    })
  })

  describe('privacy', () => {
    const fill = async (chat: string) => {
      await keep(chat, { plan, subscriptions: [{ plan, before: [7] }] })
      await store.takeIn('a', [{ id: chat.length, chat, body: '{}' }])
    }

    it('shows what is kept of a chat and deletes all of it, and nothing else', async () => {
      await fill('tg:1')
      await fill('tg:22')
      expect(await store.dataOf('tg:1')).toMatchObject({ session: { plan }, sent: 0, reminders: [{ plan }, { plan }] })
      await store.forget('tg:1')
      expect(await store.dataOf('tg:1')).toEqual({ reminders: [], sent: 0 })
      expect(await store.dataOf('tg:22')).toMatchObject({ session: { plan } })
      expect(await store.replan(new Map([[plan, '2']]))).toBe(1)
      now += minute
      expect((await store.adopt('b')).map(({ chat }) => chat)).toEqual(['tg:22'])
    })

    it('keeps nothing past its time but what a reminder needs', async () => {
      await fill('tg:1')
      await keep('tg:22', { plan, last: 'x', subscriptions: [{ plan, deadline: 'nothing', before: [1] }] })
      await store.recordQuestions([{ id: 'q', day: '2024-10-01', text: 'x', outcome: 'answered', milliseconds: 1 }])
      now = at('2024-10-20')
      await store.cleanUp(at('2024-10-15'))
      expect(await store.dataOf('tg:1')).toMatchObject({ session: { subscriptions: [{ plan }] }, reminders: [{}, {}] })
      expect((await store.load('tg:1')).session.plan).toBeUndefined()
      expect(await store.dataOf('tg:22')).toEqual({ reminders: [], sent: 0 })
      expect(await store.statistics('2024-01-01')).toEqual([])
      expect(await store.adopt('b')).toEqual([])
      expect(await store.takeIn('b', [{ id: 'tg:1'.length, chat: 'tg:1', body: '{}' }])).toHaveLength(1)
    })
  })

  function launch(args: readonly string[]) {
    const program = ['--import', 'tsx/esm', join(import.meta.dirname, 'worker.ts'), JSON.stringify(where), ...args]
    const child = spawn(process.execPath, program, { env: { ...process.env, NOW: String(now) }, stdio: ['ignore', 'pipe', 'inherit'] })
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
    const read = async (count: number) => {
      const got: string[] = []
      while (got.length < count) {
        const line = await lines.next()
        if (line.done) break
        got.push(line.value)
      }
      return got
    }
    return { child, read }
  }

  async function output(args: readonly string[]): Promise<string[]> {
    const { child, read } = launch(args)
    const [lines, [code]] = await Promise.all([read(Infinity), once(child, 'exit') as Promise<[number]>])
    expect(code).toBe(0)
    return lines
  }
})
