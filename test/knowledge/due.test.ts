import { describe, expect, it } from 'vitest'
import { lastDay, nextOccurrence, occurrences, timeOf } from '../../src/knowledge/due.ts'
import { isRule } from '../../src/knowledge/rule.ts'
import type { Period } from '../../src/knowledge/types.ts'

const year2022 = { from: '2022-01-01', to: '2022-12-31' } as const
const quarterly = { every: 'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=15' }
const period = (id: string, from: Period['from'], to: Period['to'], whole?: boolean): Period =>
  ({ id, name: id, from, to, whole, source: { clause: 'I', quote: 'x' } })

describe('the last valid day', () => {
  it.each([
    ['trước ngày 05/11/2024', { before: '2024-11-05' }, '2024-11-04'],
    ['trước ngày 01/3, leap year', { before: '2024-03-01' }, '2024-02-29'],
    ['trước ngày 01/01', { before: '2025-01-01' }, '2024-12-31'],
    ['chậm nhất ngày', { by: '2024-11-05' }, '2024-11-05'],
    ['vào ngày', { on: '2024-11-05' }, '2024-11-05'],
    ['từ ngày … đến ngày', { from: '2025-12-08', to: '2025-12-10' }, '2025-12-10'],
    ['trong tháng 02/2024', { month: '2024-02' }, '2024-02-29'],
    ['trong tháng 12', { month: '2024-12' }, '2024-12-31'],
    ['trong quý III năm 2024', { quarter: '2024-Q3' }, '2024-09-30'],
    ['quý IV', { quarter: '2025-Q4' }, '2025-12-31'],
  ] as const)('%s', (_words, due, day) => {
    expect(lastDay(due)).toBe(day)
  })

  it('is that of the last time where the deadline recurs', () => {
    expect(lastDay(quarterly, year2022)).toBe('2022-12-15')
    expect(lastDay(quarterly)).toBeUndefined()
  })

  it('cannot be told of an event', () => {
    expect(lastDay({ after: { days: 10, event: 'ngày nhận' } })).toBeUndefined()
    expect(lastDay({ event: 'sau khi kết thúc đợt thi đua' }, year2022)).toBeUndefined()
  })
})

describe('the times a deadline comes', () => {
  it('are the days of its rule inside the plan’s time', () => {
    expect(occurrences(quarterly, '2022-02-01', '2022-10-01', year2022).map((one) => one.lastDay)).toEqual(['2022-03-15', '2022-06-15', '2022-09-15'])
    expect(occurrences(quarterly, '2022-12-16', '2024-12-31', year2022)).toEqual([])
  })

  it('end a day earlier where each is a "trước ngày"', () => {
    const before = { every: 'FREQ=YEARLY;BYMONTH=6,11;BYMONTHDAY=1,15;BYSETPOS=1,-1', before: true }
    expect(occurrences(before, '2022-05-31', '2022-11-14', year2022).map((one) => one.lastDay)).toEqual(['2022-05-31', '2022-11-14'])
  })

  it('count an interval from the start of the plan’s time, wherever one looks', () => {
    const time = { from: '2024-08-19', to: '2025-08-19' } as const
    expect(occurrences({ every: 'FREQ=MONTHLY;INTERVAL=6;BYMONTHDAY=-1' }, '2025-01-01', '2025-12-31', time).map((one) => one.lastDay)).toEqual(['2025-02-28'])
  })

  it('have a first day for a month, a quarter and a span', () => {
    expect(occurrences({ quarter: '2024-Q3' }, '2024-01-01', '2024-12-31')).toEqual([{ from: '2024-07-01', lastDay: '2024-09-30' }])
    expect(occurrences({ month: '2024-08' }, '2024-01-01', '2024-12-31')).toEqual([{ from: '2024-08-01', lastDay: '2024-08-31' }])
    expect(occurrences({ month: '2024-08' }, '2024-09-01', '2024-12-31')).toEqual([])
  })

  it('start with the next one: today still counts', () => {
    expect(nextOccurrence(quarterly, '2022-06-15', year2022)?.lastDay).toBe('2022-06-15')
    expect(nextOccurrence(quarterly, '2022-06-16', year2022)?.lastDay).toBe('2022-09-15')
    expect(nextOccurrence(quarterly, '2022-12-16', year2022)).toBeUndefined()
    expect(nextOccurrence({ before: '2024-11-05' }, '2024-11-04')?.lastDay).toBe('2024-11-04')
    expect(nextOccurrence({ before: '2024-11-05' }, '2024-11-05')).toBeUndefined()
  })
})

describe('the time a rule holds in', () => {
  const phases = [period('dot-1', '2024-08-19', '2025-02-03'), period('ca-dot', '2024-08-19', '2025-08-19', true)]
  it('is the deadline’s phase, the plan’s whole period, or its years', () => {
    expect(timeOf({ year: 2024, periods: phases }, { period: 'dot-1', due: quarterly })).toEqual({ from: '2024-08-19', to: '2025-02-03' })
    expect(timeOf({ year: 2024, periods: phases })).toEqual({ from: '2024-08-19', to: '2025-08-19' })
    expect(timeOf({ year: 2022, periods: [] })).toEqual(year2022)
    expect(timeOf({ year: 2021, years: [2021, 2025], periods: [] })).toEqual({ from: '2021-01-01', to: '2025-12-31' })
  })
})

describe('a term that the movement’s end cuts short', () => {
  it.each([
    ['a quarter', quarterly.every, '2026-11-30', '2026-12-15'],
    ['a quarter that is reported on already', quarterly.every, '2026-09-30', '2026-09-15'],
    ['a month', 'FREQ=MONTHLY;BYMONTHDAY=20', '2026-11-08', '2026-11-20'],
    ['a year', 'FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=10', '2026-11-30', '2026-12-10'],
    ['a half-year', 'FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=10', '2026-05-30', '2026-06-10'],
    ['no week', 'FREQ=WEEKLY;BYDAY=FR', '2026-11-08', '2026-11-06'],
  ] as const)('is still reported on: %s', (_name, every, end, last) => {
    const plan = { year: 2026, periods: [period('ca-dot', '2026-01-15', end, true)] }
    expect(lastDay({ every }, timeOf(plan, { due: { every } }))).toBe(last)
  })
})

it.each([
  ['FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=15', true],
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29', true],
  ['FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', false],
  ['FREQ=YEARLY;BYMONTH=13', false],
  ['FREQ=HOURLY', false],
  ['FREQ=DAILY;BYHOUR=8', false],
  ['DTSTART=20240101T000000Z;FREQ=YEARLY', false],
  ['mỗi quý', false],
  ['', false],
])('reads a recurrence rule or refuses it: %s', (rule, good) => {
  expect(isRule(rule)).toBe(good)
})
