import { findTimes } from '../../language/dates.ts'
import { yearOf } from '../../language/day.ts'
import type { Due } from '../../knowledge/types.ts'
import { stretchAt, stretchesOf, type Passage, type Stretch } from '../passages.ts'
import { quoteOf } from '../quote.ts'
import { addresseeFor } from './addressee.ts'
import { boundOf, readDues, type ReadDue } from './dues.ts'
import { sourceIn, type Found, type Setting } from './found.ts'
import { taskOf } from './tasks.ts'

/**
 * Deadlines that name a day, a month or a quarter. What counts as one is told in dues.ts; here it gets its task, its
 * addressee and its quote. Not deadlines, although they name days: the time of the whole plan or of a phase
 * ("Thời gian thi đua: từ … đến …", "Đợt 1: …", "Thời gian: 100 ngày, từ …" under "ĐỐI TƯỢNG VÀ THỜI GIAN"), the quarter of
 * a standard ("hoàn thành xuất sắc nhiệm vụ trong quý III"), from when a text holds, an office's founding, when a fund is counted.
 */
const NO_DEADLINE = /(?<!\p{L})(?:co hieu luc|het hieu luc|hieu luc thi hanh|thoi diem tinh|tinh den ngay|chuyen tiep|nghi huu|duoc hoi to)(?!\p{L})/u
const TIME_OF_PLAN = /(?<!\p{L})(?:thoi gian (?:thi dua|thuc hien|to chuc (?:phong trao|dot)|phat dong|cua dot|trien khai)|dot \d|giai doan|dot thi dua (?:duoc|bat dau|thuc hien)|phong trao thi dua (?:duoc|bat dau|thuc hien)|bat dau tu|phat dong tu|moc thoi gian tinh|nien han)(?!\p{L})/u
const BARE_TIME = /^thoi gian ?:[\s\d,()]*(?:(?:ngay|thang|tuan)(?: lam viec)?[\s,()]*)?$/
const HEADS_TIME = /(?:doi tuong|pham vi)[^|]*thoi gian|thoi gian[^|]*(?:doi tuong|pham vi)|^thoi gian(?: thuc hien| thi dua)?\W*(?:\||$)/
const STANDARD = /tieu chuan|dieu kien/
const YEARLY = /(?<!\p{L})(?:(?:hang|moi) nam|dinh ky nam|hang nam)(?!\p{L})/u
/** No sentence a person wrote names more. */
const MOST_IN_SENTENCE = 40

export function readDays(setting: Setting): Found<'deadlines'>[] {
  return setting.passages.flatMap((passage) => (passage.zone === 'head' || passage.text.startsWith('|') || isAddressList(passage) ? [] : daysOf(passage, setting)))
}

/** "Nơi nhận" and signatures name no deadlines. */
const isAddressList = (passage: Passage) => passage.zone === 'tail' && (passage.label !== '' || passage.text.length < 40)

function daysOf(passage: Passage, setting: Setting): Found<'deadlines'>[] {
  const { text, folded } = passage
  if (!/\d|quy [iv]/.test(folded)) return []
  const found: Found<'deadlines'>[] = []
  for (const sentence of stretchesOf(text, false)) {
    const said = folded.slice(sentence.start, sentence.end)
    if (NO_DEADLINE.test(said)) continue
    const yearly = YEARLY.test(said) && !/(?<!\p{L})nam \d{4}/u.test(said)
    const dues = timeline(text, sentence, setting) ?? readDues(text, folded, sentence.start, sentence.end, { year: setting.year, lasting: setting.lasting, yearly, target: /%|phan dau/.test(said), ...(setting.issued ? { issued: setting.issued } : {}) })
    const parts = stretchesOf(text.slice(sentence.start, sentence.end), true).map((part) => ({ start: part.start + sentence.start, end: part.end + sentence.start }))
    for (const [at, due] of dues.slice(0, MOST_IN_SENTENCE).entries()) {
      if (isTimeOfStandard(due.due, passage, said) || isTimeOfPlan(due.due, passage, folded.slice(sentence.start, due.start))) continue
      const stretch = partFor(parts, due, passage) ?? sentence
      const earlier = dues[at - 1]
      const read = deadlineOf(passage, { sentence, stretch }, due, earlier && earlier.end > stretch.start ? earlier : undefined)
      found.push(earlier || /^Riêng /u.test(text.slice(sentence.start, sentence.end)) ? exceptionOf(found.at(-1), read) : read)
    }
  }
  return found
}

/** "riêng ngành Giáo dục trước ngày …", "trường hợp đặc biệt không quá …": another day for what was said before. */
function exceptionOf(before: Found<'deadlines'> | undefined, found: Found<'deadlines'>): Found<'deadlines'> {
  if (!before) return found
  if (!/^(?:riêng|trường hợp|đối với|với) /iu.test(found.fact.task)) return found.fact.to || !/^(?:gửi|nộp)/iu.test(found.fact.task) ? found : { ...found, fact: { ...(before.fact.to ? { to: before.fact.to } : {}), ...(before.fact.via ? { via: before.fact.via } : {}), ...found.fact } }
  const task = `${before.fact.task} (${found.fact.task.charAt(0).toLowerCase()}${found.fact.task.slice(1)})`
  const { to, via } = before.fact
  return { ...found, name: task, fact: { ...(to ? { to } : {}), ...(via ? { via } : {}), ...found.fact, task } }
}

/** "Tháng 11/2025: Xây dựng, ban hành kế hoạch.": a time, a colon, what is done then. */
function timeline(text: string, sentence: Stretch, setting: Setting): ReadDue[] | undefined {
  const [time] = findTimes(text.slice(sentence.start, sentence.start + 60))
  if (sentence.start !== 0 || !time || !/^(?:(?:trong|vào|từ) )?$/iu.test(text.slice(0, time.start)) || !/^\s?:\s/.test(text.slice(time.end))) return undefined
  const [from, to] = [boundOf(time, 'first', setting), boundOf(time, 'last', setting)]
  if (!from || !to || typeof time.year === 'string') return undefined
  const due: Due = time.name.kind === 'month' ? { month: from.slice(0, 7) } : time.name.kind === 'quarter' ? { quarter: `${yearOf(from)}-Q${time.name.quarter}` } : { on: from }
  return time.name.kind === 'year' ? undefined : [{ due, start: 0, end: time.end }]
}

function isTimeOfStandard(due: Due, passage: Passage, said: string): boolean {
  return ('month' in due || 'quarter' in due) && STANDARD.test(passage.above) && !/(?<!\p{L})(?:gui|nop|bao cao|dang ky|trinh)(?!\p{L})/u.test(said)
}

function isTimeOfPlan(due: Due, passage: Passage, before: string): boolean {
  const about = `${before} ${passage.folded.slice(0, 40)} ${passage.above.split('|').slice(0, 2).join(' ')}`
  const ofPlan = TIME_OF_PLAN.test(about) || (BARE_TIME.test(before) && HEADS_TIME.test(passage.above))
  return 'from' in due && ofPlan
}

/** A part that is nothing but the time ("; chậm nhất ngày 15/12") belongs to the part before it. */
function partFor(parts: readonly Stretch[], due: ReadDue, passage: Passage): Stretch | undefined {
  const part = stretchAt(parts, due.start)
  const before = part && parts[parts.indexOf(part) - 1]
  return part && before && due.start - part.start < 3 && !/\p{L}{3}/u.test(passage.text.slice(due.end, part.end)) ? { start: before.start, end: part.end } : part
}

function deadlineOf(passage: Passage, { sentence, stretch }: { sentence: Stretch; stretch: Stretch }, due: ReadDue, earlier: ReadDue | undefined): Found<'deadlines'> {
  const { text } = passage
  const linked = earlier !== undefined && /^[\s,;]*(?:và|hoặc)?\s*$/u.test(text.slice(earlier.end, due.start))
  const from = earlier && !linked ? earlier.end : stretch.start
  const { task, who } = taskOf(passage, stretch, from, linked ? earlier.start : due.start, due.end)
  const quote = quoteOf(text, stretch, outOfBracket(text, stretch.start, due.start), due.end)
  return {
    fact: { task, ...(who ? { who } : {}), ...addresseeOf(text, sentence, stretch, due, task), due: due.due, source: sourceIn(passage, quote) },
    name: task,
    at: passage,
    ...(due.doubt ? { doubt: due.doubt } : {}),
  }
}

/** A few words before the day, and before a bracket that they would cut: "gửi về Ban Chỉ đạo (qua …) trước ngày". */
function outOfBracket(text: string, least: number, due: number): number {
  let [at, depth] = [due, 0]
  for (; at > least && (due - at < 50 || depth > 0); at--) {
    const sign = text.charAt(at - 1)
    if (sign === ')') depth++
    else if (sign === '(') {
      if (depth === 0 && due - at > 3) break
      depth = Math.max(0, depth - 1)
    }
  }
  return at
}

/** "Gửi văn bản trong quý III; báo cáo … về Sở Nội vụ": what is sent without an address goes where the next thing goes. */
function addresseeOf(text: string, sentence: Stretch, stretch: Stretch, due: ReadDue, task: string): { to?: string; via?: string } {
  const own = addresseeFor(text, stretch.start, stretch.end, due.start)
  if (own.to || !/^(?:gửi|nộp|báo cáo)/iu.test(task)) return own
  return { ...addresseeFor(text, stretch.end, sentence.end, stretch.end), ...own }
}
