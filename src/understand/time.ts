import { addDays, dayOf, lastDayOfMonth, monthOf, weekdayOf, yearOf, type Day } from '../language/day.ts'
import { findTimes } from '../language/dates.ts'
import type { Token } from '../language/tokens.ts'
import { findPhrase, phrase, type Phrase } from './phrase.ts'
import type { Request, TimeMention, Word } from './request.ts'

/** Times in a question: "tháng 11", "quý 3/2024", "tuần tới", "20/10", "năm nay". */

export interface TimeReading {
  readonly time?: TimeMention
  readonly day?: NonNullable<Request['day']>
  /** "hôm nay 20/8/2025": the day the question is asked on. */
  readonly asOf?: Day
  readonly years: readonly { readonly year: number; readonly index: number; readonly relative?: true }[]
  readonly used: ReadonlySet<number>
}

const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, 'môt5': 1, mot: 1, hai: 2, ba: 3, 'bôn1': 4, bon: 4, 'tư': 4 }
const MONTH = phrase('tháng')
const QUARTER = phrase('quý')
const RELATIVE: readonly { name: string; phrase: Phrase; span: (today: Day) => readonly [Day, Day] }[] = [
  relative('hôm nay', (today) => [today, today]),
  relative('ngày mai', (today) => [addDays(today, 1), addDays(today, 1)]),
  relative('tuần này', (today) => week(today, 0)),
  relative('tuần sau', (today) => week(today, 7)),
  relative('tuần tới', (today) => week(today, 7)),
  relative('tháng này', (today) => month(today, 0)),
  relative('tháng sau', (today) => month(today, 1)),
  relative('tháng tới', (today) => month(today, 1)),
  relative('quý này', (today) => quarter(today, 0)),
  relative('quý sau', (today) => quarter(today, 1)),
  relative('quý tới', (today) => quarter(today, 1)),
]
const YEARS = [
  { phrase: phrase('năm nay'), shift: 0 },
  { phrase: phrase('năm ngoái'), shift: -1 },
  { phrase: phrase('năm trước'), shift: -1 },
  { phrase: phrase('năm sau'), shift: 1 },
  { phrase: phrase('năm tới'), shift: 1 },
  { phrase: phrase('sang năm'), shift: 1 },
] as const

/**
 * `text` is the cleaned question, for figures with strokes. A year inside the number of a document ("36/2021/QĐ-UBND"),
 * or in a range ("2021-2025"), is no year of a plan.
 */
export function readTime(text: string, words: readonly Word[], tokens: readonly Token[], today: Day): TimeReading {
  const used = new Set<number>()
  const take = (start: number, length: number) => {
    for (let i = 0; i < length; i++) used.add(start + i)
  }
  let time: TimeMention | undefined
  for (const { name, phrase: sought, span } of RELATIVE) {
    for (const start of findPhrase(words, sought)) {
      const [from, to] = span(today)
      time ??= { kind: 'days', from, to, name }
      take(start, sought.keys.length)
    }
  }
  const years: { year: number; index: number; relative?: true }[] = []
  for (const { phrase: sought, shift } of YEARS) {
    for (const start of findPhrase(words, sought)) {
      // "đợt 70 năm nay xét mấy lần" speaks of seventy years.
      if (/^\d+$/.test(words[start - 1]?.key ?? '')) continue
      years.push({ year: yearOf(today) + shift, index: start + 1, ...(shift === 0 ? {} : { relative: true as const }) })
      take(start, 2)
    }
  }
  words.forEach((word, index) => {
    if (!/^20[0-4]\d$/.test(word.key) || !isPlainYear(text, word.key)) return
    years.push({ year: Number(word.key), index })
    used.add(index)
    if (words[index - 1]?.folded === 'nam') used.add(index - 1)
  })
  for (const start of findPhrase(words, MONTH)) {
    const month = Number(words[start + 1]?.key)
    if (used.has(start) || !(month >= 1 && month <= 12)) continue
    take(start, 2)
    time ??= { kind: 'month', month, ...yearIn(years) }
  }
  words.forEach((word, index) => {
    const month = Number(/^th?(\d{1,2})$/.exec(word.folded)?.[1])
    if (!(month >= 1 && month <= 12)) return
    used.add(index)
    time ??= { kind: 'month', month, ...yearIn(years) }
  })
  for (const start of findPhrase(words, QUARTER)) {
    const word = words[start + 1]?.key ?? ''
    const quarter = ROMAN[word] ?? Number(word)
    if (used.has(start) || !(quarter >= 1 && quarter <= 4)) continue
    take(start, 2)
    time ??= { kind: 'quarter', quarter, ...yearIn(years) }
  }
  const days = findTimes(text).filter(({ name, bare, end }) => name.kind === 'day' && !(bare && SHARE.test(text.slice(end))))
  words.forEach((word, index) => {
    const token = tokens[word.at]
    if (token && days.some(({ start, end }) => token.start >= start && token.end <= end)) used.add(index)
  })
  const [first, ...others] = days
  const day = first?.name.kind === 'day' && !others.length ? { day: first.name.day, month: first.name.month, ...(typeof first.year === 'number' && { year: first.year }) } : undefined
  const asOf = day?.year !== undefined && TODAY.test(text) ? dayOf(day.year, day.month, day.day) : undefined
  if (asOf) return { asOf, years: years.filter(({ year }) => year !== day?.year), used }
  const ofDay = time?.kind === 'month' && time.month === day?.month
  return { ...(time && !ofDay && { time }), ...(day && { day }), years, used }
}

/** "2/3 số hộ" is a share, no day. */
const SHARE = /^\s*(?:số|so|tổng|tong|hộ|ho|thành viên|thanh vien|xã|xa|đơn vị|don vi)(?!\p{L})/iu
/** Said before a day that is given in figures. */
const TODAY = /(?:hôm|hom|bữa|bua|bây giờ|bay gio)?\s*nay(?:\s+(?:là|la|mới|moi|đã|da|ngày|ngay)){0,3}\s+\d/iu

function yearIn(years: readonly { year: number }[]): { year?: number } {
  return years[0] ? { year: years[0].year } : {}
}

function isPlainYear(text: string, year: string): boolean {
  // Months and days before a stroke are dates, whose year counts: "11/2024", "05/11/2024".
  const document = new RegExp(`(?<![\\d/])\\d{2,4}\\s?/\\s?${year}\\s?/|${year}\\s?[-–]\\s?20\\d\\d|20\\d\\d\\s?[-–]\\s?${year}|(?<!\\d)(?:1[3-9]|[2-9]\\d|\\d{3,})/${year}(?!\\d)`, 'u')
  return !document.test(text)
}

function relative(name: string, span: (today: Day) => readonly [Day, Day]) {
  return { name, phrase: phrase(name), span }
}

function week(today: Day, later: number): [Day, Day] {
  const monday = addDays(today, later - ((weekdayOf(today) + 6) % 7))
  return [monday, addDays(monday, 6)]
}

function month(today: Day, later: number): [Day, Day] {
  const count = yearOf(today) * 12 + monthOf(today) - 1 + later
  const year = Math.floor(count / 12)
  return [dayOf(year, (count % 12) + 1, 1) as Day, lastDayOfMonth(year, (count % 12) + 1)]
}

function quarter(today: Day, later: number): [Day, Day] {
  const count = yearOf(today) * 4 + Math.floor((monthOf(today) - 1) / 3) + later
  const first = (count % 4) * 3 + 1
  return [dayOf(Math.floor(count / 4), first, 1) as Day, lastDayOfMonth(Math.floor(count / 4), first + 2)]
}
