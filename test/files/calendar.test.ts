import rrule from 'rrule'
import { convertIcsCalendar, type IcsCalendar } from 'ts-ics'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendarFile } from '../../src/files/calendar.ts'
import type { Due, Plan } from '../../src/knowledge/types.ts'
import { knowledgeWith } from '../reminders/sample.ts'

const madeAt = new Date('2024-10-01T03:04:05Z')
const planOf = (deadlines: Record<string, Due>, change: Partial<Plan> = {}): Plan => ({ ...(knowledgeWith(deadlines).plans[0] as Plan), ...change })
const text = (plan: Plan, ids = plan.deadlines.map((one) => one.id)) => new TextDecoder().decode(calendarFile(plan, ids, madeAt))
const day = (date: Date | undefined) => date?.toISOString().slice(0, 10)

/** Read by another library than the one that wrote it. */
function events(plan: Plan, ids?: string[]) {
  const calendar: IcsCalendar = convertIcsCalendar(undefined, text(plan, ids))
  return (calendar.events ?? []).map((event) => ({
    uid: event.uid,
    from: [event.start.type, day(event.start.date)],
    until: [event.end?.type, day(event.end?.date)],
    rule: event.recurrenceRule,
    event,
  }))
}

describe.each(['UTC', 'Asia/Ho_Chi_Minh', 'America/New_York'])('a calendar file made in %s', (zone) => {
  const before = process.env.TZ
  beforeAll(() => void (process.env.TZ = zone))
  afterAll(() => {
    if (before === undefined) delete process.env.TZ
    else process.env.TZ = before
  })

  it('has the last valid day as a whole day', () => {
    expect(events(planOf({ han: { before: '2024-11-05' } }))).toMatchObject([{ uid: 'han.suoi-mo-2024@so-tay-thi-dua', from: ['DATE', '2024-11-04'], until: ['DATE', '2024-11-05'] }])
    expect(events(planOf({ han: { quarter: '2024-Q3' } }))).toMatchObject([{ from: ['DATE', '2024-09-30'], until: ['DATE', '2024-10-01'] }])
  })

  it('shows days that the plan counts from and to, both of them', () => {
    expect(events(planOf({ han: { from: '2025-12-08', to: '2025-12-10' } }))).toMatchObject([{ from: ['DATE', '2025-12-08'], until: ['DATE', '2025-12-11'] }])
  })

  it('lets a recurring deadline come again on its days, up to the end of the plan', () => {
    const file = text(planOf({ han: { every: 'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=15' } }))
    expect(file).toContain('DTSTART;VALUE=DATE:20240315')
    const rule = /^RRULE:(.*)$/m.exec(file)?.[1]?.trim() ?? ''
    const days = new rrule.RRule({ ...rrule.RRule.parseString(rule), dtstart: new Date('2024-03-15T00:00:00Z') }).all()
    expect(days.map(day)).toEqual(['2024-03-15', '2024-06-15', '2024-09-15', '2024-12-15'])
  })

  it('counts a recurring deadline from where the plan does, whatever the interval', () => {
    const plan = planOf({ han: { every: 'FREQ=MONTHLY;INTERVAL=4;BYMONTHDAY=-1;COUNT=2' } })
    const [event] = events(plan)
    expect(event).toMatchObject({ from: ['DATE', '2024-01-31'], rule: { frequency: 'MONTHLY', interval: 4 } })
    expect(day(event?.rule?.until?.date)).toBe('2024-05-31')
  })

  it('has one event a time where each is a "trước ngày"', () => {
    const plan = planOf({ han: { every: 'FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=1', before: true } })
    expect(events(plan).map((event) => [event.uid, event.from[1], event.rule])).toEqual([
      ['2024-05-31.han.suoi-mo-2024@so-tay-thi-dua', '2024-05-31', undefined],
      ['2024-11-30.han.suoi-mo-2024@so-tay-thi-dua', '2024-11-30', undefined],
    ])
  })

  it('rings 7, 3 and 1 days before the last day, at eight', () => {
    const alarmsOf = (due: Due) => events(planOf({ han: due }))[0]?.event.alarms?.map(({ trigger }) => (trigger.type === 'relative' ? hours(trigger.value) : undefined))
    expect(alarmsOf({ by: '2024-11-05' })).toEqual([7, 3, 1].map((days) => 8 - days * 24))
    expect(alarmsOf({ from: '2025-12-08', to: '2025-12-10' })).toEqual([7, 3, 1].map((days) => 8 + (2 - days) * 24))
  })

  it('says in the entry what, where and on what ground, word for word', () => {
    const quote = 'Hồ sơ đề nghị khen thưởng gửi trước ngày 05/11/2024; về Công an huyện, qua Đội \\ Tham mưu'
    const plan = planOf({ han: { before: '2024-11-05' } })
    const deadlines = plan.deadlines.map((one) => ({ ...one, source: { clause: 'V.3.2', quote } }))
    const [found] = events({ ...plan, deadlines })
    expect(found?.event.summary).toBe('Hạn: Việc han (huyện Suối Mơ 2024)')
    expect(found?.event.location).toBe('Công an huyện (qua Đội Tham mưu)')
    expect(found?.event.description).toBe(`Gửi về: Công an huyện (qua Đội Tham mưu).\nKế hoạch huyện Suối Mơ năm 2024, mục V, khoản 3.2: “${quote}”`)
  })

  it('is the same file on every machine', () => {
    expect(text(planOf({ han: { before: '2024-11-05' } }))).toContain('DTSTAMP:20241001T030405Z')
  })
})

it('holds the deadlines asked for that have a day, in the plan’s order', () => {
  const plan = planOf({ a: { by: '2024-11-05' }, b: { event: 'khi tổng kết' }, c: { by: '2024-01-05' }, d: { month: '2024-08' } })
  expect(events(plan, ['d', 'b', 'a']).map((event) => event.uid.split('.')[0])).toEqual(['a', 'd'])
})

it('folds by octets, never inside a letter, and ends its lines as the standard says', () => {
  const plan = planOf({ han: { by: '2024-11-05' } })
  const long = { ...plan, deadlines: plan.deadlines.map((one) => ({ ...one, task: 'Gửi hồ sơ đề nghị khen thưởng phong trào “Toàn dân bảo vệ an ninh Tổ quốc” 😀 '.repeat(6).trim() })) }
  const bytes = Buffer.from(calendarFile(long, ['han'], madeAt))
  const lines = bytes.toString('latin1').split('\r\n')
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(75)
  expect(bytes.toString('latin1').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  for (const line of lines) expect(() => new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(line, 'latin1'))).not.toThrow()
  expect(events(long)[0]?.event.summary).toContain(long.deadlines[0]?.task)
})

function hours(duration: { before?: boolean; weeks?: number; days?: number; hours?: number }): number {
  return (duration.before ? -1 : 1) * ((duration.weeks ?? 0) * 168 + (duration.days ?? 0) * 24 + (duration.hours ?? 0))
}
