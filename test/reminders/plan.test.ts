import { describe, expect, it } from 'vitest'
import { dayInVietnam, type Day } from '../../src/language/day.ts'
import { afterNotice, noticeOf, plannerFor } from '../../src/reminders/plan.ts'
import type { Reminder } from '../../src/reminders/types.ts'
import { freshSession, type Session, type Subscription } from '../../src/session.ts'
import type { Due, Knowledge } from '../../src/knowledge/types.ts'
import { at, knowledgeWith } from './sample.ts'

const plan = 'suoi-mo-2024'
const following = (subscription: Partial<Subscription>, remindAt?: number): Session => ({
  ...freshSession,
  subscriptions: [{ plan, before: [7, 3, 1], ...subscription }],
  ...(remindAt === undefined ? {} : { remindAt }),
})
const rowsFor = (session: Session, knowledge: Knowledge, now: number, rows: readonly Reminder[] = []) => plannerFor(knowledge, now)('tg:1', session, rows)

/** Plays a chat through time, as the runner does: what is due is said and the row moved on. Each line: when, and what. */
function play(session: Session, due: Due, start: number, end: Day): string[] {
  const knowledge = knowledgeWith({ han: due })
  const said: string[] = []
  for (let [row] = rowsFor(session, knowledge, start); row?.dueAt !== undefined && row.dueAt <= at(end, '23:59'); ) {
    const notice = noticeOf(row, knowledge, row.dueAt)
    const clock = new Date(row.dueAt + 7 * 3600_000).toISOString().slice(11, 16)
    said.push(`${dayInVietnam(new Date(row.dueAt))} ${clock} ${notice?.kind === 'ahead' ? notice.daysLeft : notice?.kind}`)
    row = afterNotice(row, knowledge, row.dueAt)
  }
  return said
}

describe('reminders', () => {
  it('come 7, 3 and 1 days before the last valid day, at eight', () => {
    const said = play(following({ deadline: 'han' }), { before: '2024-11-05' }, at('2024-10-01'), '2024-12-31')
    expect(said).toEqual(['2024-10-28 08:00 7', '2024-11-01 08:00 3', '2024-11-03 08:00 1'])
  })

  it('come on the day itself where wanted, at the hour the chat has chosen', () => {
    const said = play(following({ deadline: 'han', before: [1, 0] }, 6 * 60 + 30), { by: '2024-11-05' }, at('2024-10-01'), '2024-12-31')
    expect(said).toEqual(['2024-11-04 06:30 1', '2024-11-05 06:30 0'])
  })

  it('come again with a deadline that comes again, and end with it', () => {
    const quarterly = { every: 'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=15' }
    const said = play(following({ deadline: 'han', before: [3, 1] }), quarterly, at('2024-06-13', '09:00'), '2025-12-31')
    expect(said).toEqual(['2024-06-14 08:00 1', '2024-09-12 08:00 3', '2024-09-14 08:00 1', '2024-12-12 08:00 3', '2024-12-14 08:00 1'])
  })

  it('begin with the first that lies ahead', () => {
    const said = (time: string) => play(following({ deadline: 'han' }), { before: '2024-11-05' }, at('2024-11-01', time), '2024-12-31')
    expect(said('07:59')).toEqual(['2024-11-01 08:00 3', '2024-11-03 08:00 1'])
    expect(said('08:00')).toEqual(['2024-11-03 08:00 1'])
  })

  it('are none for a deadline that is past or has no day', () => {
    expect(play(following({ deadline: 'han' }), { before: '2024-11-05' }, at('2024-11-05'), '2025-12-31')).toEqual([])
    expect(play(following({ deadline: 'han' }), { event: 'sau khi kết thúc đợt thi đua' }, at('2024-01-01'), '2025-12-31')).toEqual([])
  })

  it('of a followed plan are those of all its deadlines; one asked for by itself keeps its own days', () => {
    const knowledge = knowledgeWith({ a: { by: '2024-11-05' }, b: { by: '2024-12-05' }, c: { event: 'khi tổng kết' } })
    const session: Session = { ...freshSession, subscriptions: [{ plan, deadline: 'b', before: [0] }, { plan, before: [7] }] }
    const rows = rowsFor(session, knowledge, at('2024-10-01'))
    expect(rows.map((row) => [row.deadline, row.lastDay, row.daysBefore])).toEqual([['a', '2024-11-05', 7], ['b', '2024-12-05', 0]])
  })
})

describe('after an outage', () => {
  const knowledge = knowledgeWith({ han: { before: '2024-11-05' } })
  const [row] = rowsFor(following({ deadline: 'han' }), knowledge, at('2024-10-01')) as [Reminder]

  it('one reminder comes, says it is late and counts from today', () => {
    const now = at('2024-11-02', '10:00')
    expect(noticeOf(row, knowledge, now)).toMatchObject({ kind: 'ahead', daysLeft: 2, late: true })
    expect(afterNotice(row, knowledge, now)).toMatchObject({ daysBefore: 1, dueAt: at('2024-11-03') })
  })

  it('nothing is late within the hour', () => {
    expect(noticeOf(row, knowledge, at('2024-10-28', '08:50'))).toMatchObject({ kind: 'ahead', daysLeft: 7, late: false })
  })

  it('a deadline that has passed meanwhile is never told as if it lay ahead', () => {
    const now = at('2024-11-05', '00:10')
    expect(noticeOf(row, knowledge, now)).toMatchObject({ kind: 'passed', lastDay: '2024-11-04' })
    expect(afterNotice(row, knowledge, now).dueAt).toBeUndefined()
  })
})

describe('changed knowledge', () => {
  const session = following({ deadline: 'han' })
  const old = knowledgeWith({ han: { before: '2024-11-05' } })
  const later = knowledgeWith({ han: { by: '2024-11-15' } })
  const rows = rowsFor(session, old, at('2024-10-01'))
  const noon = at('2024-10-30', '12:00')

  it('leaves a reminder as it is where its day stays', () => {
    expect(rowsFor(session, knowledgeWith({ han: { by: '2024-11-04' } }), noon, rows)).toEqual(rows)
  })

  it('moves it and says so once, by day at once', () => {
    const moved = rowsFor(session, later, noon, rows)
    expect(moved).toMatchObject([{ lastDay: '2024-11-15', movedFrom: '2024-11-04', dueAt: noon }])
    expect(rowsFor(session, later, noon + 60_000, moved)).toEqual(moved)
    expect(noticeOf(moved[0] as Reminder, later, noon)).toMatchObject({ kind: 'moved', from: '2024-11-04', lastDay: '2024-11-15', daysLeft: 16 })
    const told = afterNotice(moved[0] as Reminder, later, noon)
    expect(told).toMatchObject({ lastDay: '2024-11-15', daysBefore: 7, dueAt: at('2024-11-08') })
    expect(told.movedFrom).toBeUndefined()
  })

  it('waits for the chat’s hour at night', () => {
    expect(rowsFor(session, later, at('2024-10-30', '03:00'), rows)).toMatchObject([{ dueAt: at('2024-10-30') }])
    expect(rowsFor(session, later, at('2024-10-30', '22:00'), rows)).toMatchObject([{ dueAt: at('2024-10-31') }])
  })

  it('says nothing of a change that was taken back before it was told', () => {
    const moved = rowsFor(session, later, noon, rows)
    expect(rowsFor(session, old, noon, moved)).toMatchObject([{ lastDay: '2024-11-04', daysBefore: 3, dueAt: at('2024-11-01') }])
  })

  it('tells of a deadline that is gone, and of one that was put off after its day', () => {
    const gone = rowsFor(session, knowledgeWith({}), noon, rows)
    expect(noticeOf(gone[0] as Reminder, knowledgeWith({}), noon)).toEqual({ kind: 'gone', from: '2024-11-04' })
    const put = rowsFor(session, later, at('2024-11-06', '09:00'), rows)
    expect(put).toMatchObject([{ movedFrom: '2024-11-04', lastDay: '2024-11-15' }])
  })

  it('is silent on what has long passed', () => {
    expect(rowsFor(session, knowledgeWith({}), at('2025-03-01'), rows).map((row) => row.dueAt)).toEqual([undefined])
    expect(rowsFor(session, knowledgeWith({ han: { by: '2024-10-20' } }), at('2025-03-01'), rows).map((row) => row.dueAt)).toEqual([undefined])
  })

  it('adds the new deadline of a followed plan without a word', () => {
    const whole = following({ before: [7] })
    const grown = knowledgeWith({ han: { before: '2024-11-05' }, moi: { by: '2024-12-20' } })
    expect(rowsFor(whole, grown, noon, rowsFor(whole, old, noon))).toMatchObject([{ deadline: 'han' }, { deadline: 'moi', lastDay: '2024-12-20', dueAt: at('2024-12-13') }])
  })

  it('is noticed by the sender even before anything was planned anew', () => {
    expect(noticeOf(rows[0] as Reminder, later, at('2024-10-28'))).toMatchObject({ kind: 'moved', from: '2024-11-04', lastDay: '2024-11-15' })
  })
})
