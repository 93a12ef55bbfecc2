import { findTimes, type FoundTime } from '../../language/dates.ts'
import { dayOf, lastDayOfMonth, yearOf, type Day } from '../../language/day.ts'
import type { Due } from '../../knowledge/types.ts'

/**
 * When something is due, read from a day or month and the words before it.
 * "trước ngày 05/11/2024", "(trước ngày 15 tháng 12)", "chậm nhất là ngày", "đến hết ngày", "hạn cuối:", "không quá 15/02",
 * "trước ngày 10/12 hằng năm", "trước ngày 01/6 và 15/11 hằng năm", "ngày 15 tháng cuối quý", "trong quý III năm 2024",
 * "từ ngày 08 đến ngày 10 tháng 12 năm 2025", "trước 17 giờ ngày 15/11", "xong trong tháng 10".
 * Not: "ngày 08/4/2024" after a document's number, "có hiệu lực từ ngày", "tính đến ngày", "(03/02/1930 - 03/02/2025)",
 * "đã nộp trước ngày", "ban hành trước ngày", "2/3 số hộ".
 */
export interface ReadDue {
  readonly due: Due
  /** From the first word of the trigger to the end of the time, in the passage's text. */
  readonly start: number
  readonly end: number
  /** What to look at, where the year had to be taken from elsewhere. */
  readonly doubt?: string
}

export interface Calendar {
  readonly year: number
  readonly lasting: boolean
  /** Words of the same sentence say "hằng năm": its days come every year. */
  readonly yearly: boolean
  /** The sentence sets a target ("đến hết năm 2025 có 70% …"): a bare year in it is no deadline. */
  readonly target?: boolean
  /** The day the text was issued: a day without a year does not lie before it. */
  readonly issued?: Day
}

type Manner = 'before' | 'by' | 'on' | 'in'

const CLOCK = String.raw`(?:\d{1,2}\s?(?:gio|h|g)\s?(?:\d{1,2}\s?(?:phut|p)?)?,?\s?(?:cua\s)?(?:ngay\s)?)?`
const TRIGGERS: readonly (readonly [Manner, RegExp])[] = [
  ['by', new RegExp(String.raw`(?<!\p{L})(?:truoc|cham nhat|muon nhat)(?: la| vao| den)?\s\d{1,2}\s?(?:gio|h|g)\s?(?:\d{1,2}\s?(?:phut|p)?)?,?\s?(?:cua\s)?$`, 'u')],
  ['before', /(?<!\p{L})(?:(?:cham nhat|muon nhat|xong|hoan thanh|han cuoi|han|thoi han|thoi gian)(?: la)?:? )?truoc(?: thoi diem| thoi han)?:? ?$/u],
  ['by', new RegExp(String.raw`(?<!\p{L})(?:cham nhat|muon nhat|khong (?:duoc )?(?:qua|muon hon|cham hon|tre hon|sau)|tre nhat|han (?:cuoi(?: cung)?|chot|nop|gui|nhan|dang ky|bao cao)[^.;,:()]{0,40}|thoi han(?: cuoi(?: cung)?| nop| gui| nhan| hoan thanh| bao cao| dang ky)?[^.;,:()]{0,40}|ket thuc(?: nhan| tiep nhan)?[^.;,:()]{0,30}|den het|cho den het|het|truoc va trong|thoi gian hoan thanh|hoan thanh)\s?(?:la|vao|den|den het|het|trong|:|truoc)?\s?(?:het\s)?:?\s?${CLOCK}$`, 'u')],
  ['by', /(?<!\p{L})(?:tu nay|ke tu nay|tu ngay (?:ky|phat dong|ban hanh)|gui|nop|dang ky|nhan ho so|tiep nhan)[^.;()]{0,60} (?:den|toi) ?$/u],
  ['in', /(?<!\p{L})(?:trong|xong trong|vao|trong khoang|khoang|vao dip|dau|cuoi|giua|trong cac)(?: dau| cuoi| giua| khoang)? ?$/u],
  ['on', /(?<!\p{L})(?:vao|dinh ky(?: vao)?|truoc hoac vao|dung|(?<!nhan )dip) ?$/u],
]
/** What lies behind or is counted, told with its marks: "tính đến" and no "tỉnh", "đã" and no "Đà Nẵng". */
const HISTORY = /(?<!\p{L})(?:đã(?: \p{L}+){1,4}|(?:phát sinh|xảy ra|có hiệu lực|thi hành|hiệu lực|(?<!học )sinh|nhập ngũ|tham gia cách mạng|kể từ)|(?:tính|số liệu|cập nhật số liệu|hoạt động|áp dụng|công tác|tuyển dụng|liên tục)(?= (?:từ|đến|kể từ|vào)(?!\p{L}))) ?(?:trước|đến|đến hết|từ|kể từ|vào|trong)?(?: ngày)? ?$/iu
/** "các văn bản ban hành trước ngày …" tells of the past, "phải được phê duyệt trước ngày …" sets a day. */
const DONE = /(?<!\p{L})(?:ban hành|phê duyệt|công nhận|thành lập|ký kết)(?: (?:trước|đến|đến hết|từ|kể từ|vào|trong))?(?: ngày)? ?$/iu
const ORDERED = /(?<!\p{L})(?:phải|xong|hoàn thành|bảo đảm|đảm bảo|gửi|trình|chậm nhất)(?!\p{L})/iu
const DOCUMENT = /\d\s?\/\s?[\p{L}\d-]+(?:\s?\/\s?[\p{L}\d-]+)*,?(?: ngay)? ?$/u

/** The dues a stretch names, in order; lists ("15/6 và 15/12") give one each. */
export function readDues(text: string, folded: string, from: number, to: number, calendar: Calendar): ReadDue[] {
  const times = findTimes(text).filter((time) => time.start >= from && time.end <= to)
  const found: ReadDue[] = []
  let last: { manner: Manner; start: number } | undefined
  for (let at = 0; at < times.length; at++) {
    const time = times[at] as FoundTime
    const linked = time.link === 'and' && last && found.length > 0
    const before = folded.slice(Math.max(from, time.start - 90), time.start)
    if (isWholeYear(times, at, calendar)) {
      at++
      last = undefined
      continue
    }
    const range = rangeAt(times, at, before, calendar)
    if (range) {
      found.push({ due: range.due, start: time.start - 3, end: range.end })
      at++
      last = undefined
      continue
    }
    const trigger = linked ? last : isShare(time, folded) ? undefined : triggerOf(before, time, from, text.slice(from, to))
    if (!trigger) {
      last = undefined
      continue
    }
    const read = dueOf(time, trigger.manner, calendar)
    // "vào đầu tháng 11 hằng năm" names no last day of its own.
    const vague = read && 'every' in read.due && time.name.kind !== 'day' && /(?<!\p{L})(?:dau|giua|dip|khoang) $/u.test(before)
    const due = vague ? { due: { event: text.slice(trigger.start, time.end).replace(/^(?:vào|trong) /iu, '') } } : read
    if (due) found.push({ ...due, start: linked ? time.start : trigger.start, end: time.end })
    last = due ? trigger : undefined
  }
  return found
}

/** "không quá 1/3 tổng số thành viên": a share, no day. */
const isShare = (time: FoundTime, folded: string) => time.bare && /^\s(?:tong |so |thanh vien|dai bieu|so phieu|can bo|hoi vien|dien tich|chi tieu)/.test(folded.slice(time.end, time.end + 16))

function triggerOf(before: string, time: FoundTime, from: number, said: string): { manner: Manner; start: number } | undefined {
  const ahead = said.slice(Math.max(0, time.start - from - before.length), time.start - from)
  if (HISTORY.test(ahead) || DOCUMENT.test(before) || (DONE.test(ahead) && !ORDERED.test(said))) return undefined
  if (time.name.kind === 'cycle') {
    const manner: Manner = /(?<!\p{L})truoc ?$/u.test(before) ? 'before' : 'by'
    const start = time.start - (/(?:(?:cham nhat|truoc|dinh ky|vao|la) ?){1,3}$/.exec(before)?.[0].length ?? 0)
    return { manner, start }
  }
  // "hoàn thành trong tháng 8/2025": the month, not a last day.
  const within = (time.name.kind === 'month' || time.name.kind === 'quarter') && /(?<!\p{L})trong(?: dau| cuoi| giua)? $/u.exec(before)
  if (within) return { manner: 'in', start: time.start - within[0].length }
  for (const [manner, pattern] of TRIGGERS) {
    const match = pattern.exec(before)
    if (!match) continue
    if (manner === 'in' && time.name.kind === 'day') continue
    if (manner === 'on' && time.name.kind !== 'day') continue
    if (time.bare && manner !== 'before' && manner !== 'by') continue
    return { manner, start: Math.max(from, time.start - (before.length - match.index)) }
  }
  return undefined
}

/** "từ ngày 08 đến ngày 10 tháng 12 năm 2025": both ends named and joined. */
function rangeAt(times: readonly FoundTime[], at: number, before: string, calendar: Calendar): { due: Due; end: number } | undefined {
  const [first, second] = [times[at] as FoundTime, times[at + 1]]
  if (second?.link !== 'to' || !/(?<!\p{L})(?:tu|bat dau tu|ke tu|thoi gian|:|\() ?$/u.test(before) || /co hieu luc (?:ke )?tu $/.test(before)) return undefined
  const [from, to] = [boundOf(first, 'first', calendar), boundOf(second, 'last', calendar)]
  if (!from || !to || from >= to || Math.abs(yearOf(from) - calendar.year) > 6) return undefined
  return { due: { from, to }, end: second.end }
}

/** "theo từng năm từ ngày 01/01 đến hết ngày 31/12": the year itself. */
function isWholeYear(times: readonly FoundTime[], at: number, calendar: Calendar): boolean {
  const [first, second] = [times[at], times[at + 1]]
  return first !== undefined && second?.link === 'to' && boundOf(first, 'first', calendar)?.endsWith('-01-01') === true && boundOf(second, 'last', calendar)?.endsWith('-12-31') === true
}

/** The first or last day of what is named; undefined where it names no single stretch of time. */
export function boundOf(time: FoundTime, side: 'first' | 'last', calendar: Pick<Calendar, 'year'>): Day | undefined {
  const year = typeof time.year === 'number' ? time.year : time.year === 'next' ? calendar.year + 1 : calendar.year
  const { name } = time
  if (name.kind === 'day') return dayOf(year, name.month, name.day)
  if (name.kind === 'month') return side === 'first' ? dayOf(year, name.month, 1) : lastDayOfMonth(year, name.month)
  if (name.kind === 'quarter') return side === 'first' ? dayOf(year, name.quarter * 3 - 2, 1) : lastDayOfMonth(year, name.quarter * 3)
  if (name.kind === 'year' && typeof time.year === 'number') return side === 'first' ? dayOf(year, 1, 1) : dayOf(year, 12, 31)
  return undefined
}

function dueOf(time: FoundTime, manner: Manner, calendar: Calendar): Pick<ReadDue, 'due' | 'doubt'> | undefined {
  const { name } = time
  if (name.kind === 'year') return manner === 'in' || typeof time.year !== 'number' || calendar.target ? undefined : { due: { by: `${time.year}-12-31` as Day } }
  const before = manner === 'before' ? { before: true } : {}
  if (name.kind === 'cycle') return { due: { every: cycleRule(name.day, name.months), ...before } }
  const everyYear = time.year === 'every' || (time.year === 'next' && (calendar.lasting || calendar.yearly)) || (time.year === undefined && (calendar.yearly || calendar.lasting))
  if (everyYear) return { due: { every: yearlyRule(name), ...(name.kind === 'day' ? before : {}) } }
  const year = typeof time.year === 'number' ? time.year : laterYear(time, calendar)
  const doubt = typeof time.year === 'number' ? {} : { doubt: `Văn bản không ghi năm của hạn này; đang hiểu là năm ${year}.` }
  if (name.kind === 'month') return { due: manner === 'in' ? { month: `${year}-${String(name.month).padStart(2, '0')}` } : edge(manner, dayOf(year, name.month, 1), lastDayOfMonth(year, name.month)), ...doubt }
  if (name.kind === 'quarter') return { due: { quarter: `${year}-Q${name.quarter}` }, ...doubt }
  const day = dayOf(year, name.month, name.day)
  return day && { due: edge(manner, day, day), ...doubt }
}

/** The plan's year; the next one where its day would lie before the text was issued, or where "năm sau" is said. */
function laterYear(time: FoundTime, calendar: Calendar): number {
  if (time.year === 'next') return calendar.year + 1
  const last = boundOf(time, 'last', calendar)
  if (!last || !calendar.issued || last >= calendar.issued || yearOf(calendar.issued) < calendar.year) return calendar.year
  // A school year's text of April speaks of the June that comes.
  const inYear = boundOf(time, 'last', { year: yearOf(calendar.issued) })
  return yearOf(calendar.issued) + (inYear && inYear < calendar.issued ? 1 : 0)
}

/** "trước tháng 10" ends with September; "chậm nhất tháng 10" with October. */
function edge(manner: Manner, first: Day | undefined, last: Day): Due {
  if (manner === 'before') return { before: first ?? last }
  return manner === 'on' ? { on: last } : { by: last }
}

function cycleRule(day: number, months: readonly number[]): string {
  return months.length === 12 ? `FREQ=MONTHLY;BYMONTHDAY=${day}` : `FREQ=YEARLY;BYMONTH=${months.join(',')};BYMONTHDAY=${day}`
}

function yearlyRule(name: Exclude<FoundTime['name'], { kind: 'year' | 'cycle' }>): string {
  const month = name.kind === 'quarter' ? name.quarter * 3 : name.month
  return `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=${name.kind === 'day' ? name.day : -1}`
}
