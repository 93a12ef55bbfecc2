import type { Due } from '../../knowledge/types.ts'
import { fold } from '../../language/normalise.ts'
import { stretchesOf, type Passage, type Stretch } from '../passages.ts'
import { quoteOf } from '../quote.ts'
import { addresseeFor } from './addressee.ts'
import { findBody } from './bodies.ts'
import { sourceIn, type Found, type Setting } from './found.ts'
import { COUNT as NUMBER, readCount } from './counts.ts'
import { NOTHING, taskOf } from './tasks.ts'

/**
 * Deadlines counted from something that happens.
 * "trong thời hạn 10 ngày kể từ ngày nhận đủ hồ sơ", "25 ngày làm việc", "sau 15 ngày kể từ ngày phát động",
 * "chậm nhất 05 ngày làm việc sau khi kết thúc đợt", "trước 10 ngày so với ngày tổ chức", "chậm nhất 10 ngày trước ngày khai mạc",
 * "Thời hạn giải quyết: 20 ngày làm việc".
 * Not: "nghỉ không quá 12 ngày", "trong thời hạn 12 tháng kể từ ngày bị kỷ luật không được xét", "công tác đủ 05 năm".
 */
const COUNT = String.raw`(${NUMBER})(?: ?\([^)]{1,30}\))? (ngày làm việc|ngày(?! làm việc)|tuần|tháng|giờ làm việc|giờ(?! làm việc))`
const FROM = String.raw`,? ?(?:\([^)]{1,60}\) ?)?(?:(?:được )?(?:kể|tính) ?từ|từ|sau|tính đến) ?(?:khi|ngày|thời điểm)?`
const LIMIT = '(?:trong(?: thời hạn| vòng| thời gian)?|thời hạn[^.;:]{0,60}:?|không quá|chậm nhất|muộn nhất|tối đa|sau|trước ít nhất)(?: là| tối đa| không quá| sau| trong)*:?'
const COUNTED = new RegExp(`(?<!\\p{L})(?:${LIMIT} )${COUNT}${FROM} (?=\\p{L})`, 'giu')
const AHEAD = new RegExp(`(?<!\\p{L})(?:(?:trước|chậm nhất(?: là)?|ít nhất|tối thiểu)(?: ít nhất| tối thiểu)? ${COUNT},? (?:so với|tính đến|trước)(?: khi| ngày)? (?=\\p{L})|trước (?:khi|ngày) ([^,;.()\\d]{4,70}) (?:ít nhất |tối thiểu |chậm nhất )?${COUNT})`, 'giu')
/** "Khi có quyết định khen thưởng, trong thời hạn 05 (năm) ngày làm việc, …" */
const EVENT_FIRST = new RegExp(`(?:^|[.;] ?)(?:(?:ngay )?sau khi|kể từ khi|từ khi|khi) ([^,;.]{4,90}), ?(?:chậm nhất|trong(?: thời hạn| vòng| thời gian)?|không quá)(?: là| không quá| tối đa)* ${COUNT}(?!,? ?(?:kể|tính) ?từ)`, 'giu')
/** "Trong thời hạn 03 ngày làm việc, Bộ phận Tiếp nhận kiểm tra hồ sơ": from when, the text does not say. */
const BARE = new RegExp(`(?<!\\p{L})(?:trong (?:thời hạn|vòng)|chậm nhất(?: là)?(?: trong)?)(?: không quá| tối đa)? ${COUNT}(?!\\p{L}|,? ?(?:kể|tính|từ|sau|trước|so|đầu|cuối))`, 'giu')
const EVENT_BEFORE = /(?:^|[.;] ?)(?:(?:ngay )?sau khi|kể từ khi|từ khi|khi) [^,;.]{4,90}, ?$/iu
const UNSAID = 'thời điểm mà văn bản không ghi rõ'
const STATED = new RegExp(`^(?:[^:.]{0,60}(?:thời hạn|thời gian)(?: (?:giải quyết|thẩm định|xem xét|trả kết quả|xử lý|thực hiện))+[^:.]{0,60}[:.] ?)?(?:(?:trong thời hạn|tối đa|không quá|là) )*${COUNT}`, 'iu')
const HANDLING = /(?:thoi han|thoi gian) (?:giai quyet|tham dinh|xem xet|tra ket qua|xu ly|thuc hien thu tuc)/
const NO_DEADLINE = /không được (?:xét|đề nghị|khen|nhận)|chưa (?:được )?xét|bị (?:kỷ luật|xử lý|khởi tố)|có giá trị|bảo lưu|hết hiệu lực|nghỉ (?:phép|hưu|việc|lễ|tết|thai)|thử việc|tạm (?:giữ|giam|đình chỉ)|phạt tù|cải tạo|đóng bảo hiểm|có hiệu lực|được cấp trong|cấp (?:không|chưa) quá|còn (?:hạn|hiệu lực|giá trị)/iu

export function readDurations(setting: Setting): Found<'deadlines'>[] {
  return setting.passages.flatMap((passage) => (passage.zone === 'head' || !/\d|mười|ngày|tháng/.test(passage.text) ? [] : durationsOf(passage)))
}

function durationsOf(passage: Passage): Found<'deadlines'>[] {
  const found: Found<'deadlines'>[] = []
  for (const sentence of stretchesOf(passage.text, true)) {
    const said = passage.text.slice(sentence.start, sentence.end)
    if (NO_DEADLINE.test(said)) continue
    const before = found.length
    for (const match of said.matchAll(COUNTED)) found.push(counted(passage, sentence, match, 1))
    for (const match of said.matchAll(AHEAD)) found.push(counted(passage, sentence, match, -1))
    if (found.length === before) for (const match of said.matchAll(BARE)) if (!EVENT_BEFORE.test(said.slice(0, match.index))) found.push(deadline(passage, sentence, sentence.start + match.index, sentence.start + match.index + match[0].length, dueAfter(readCount(match[1] ?? ''), match[2] ?? '', UNSAID, match[0])))
    for (const match of said.matchAll(EVENT_FIRST)) found.push(deadline(passage, sentence, sentence.start + match.index, sentence.start + match.index + match[0].length, dueAfter(readCount(match[2] ?? ''), match[3] ?? '', match[1] ?? '', match[0])))
  }
  if (found.length === 0) {
    const stated = statedFor(passage)
    if (stated) found.push(stated)
  }
  return found
}

function counted(passage: Passage, sentence: Stretch, match: RegExpExecArray, sign: 1 | -1): Found<'deadlines'> {
  const [count = '', unit = ''] = match[3] === undefined ? [match[1], match[2]] : [match[4], match[5]]
  const start = sentence.start + match.index
  const eventFrom = start + match[0].length
  const eventEnd = match[3] === undefined ? endOfEvent(passage.text, eventFrom, sentence.end) : eventFrom
  const opening = /(khi|ngày|thời điểm) ?$/iu.exec(match[0])?.[1] ?? ''
  const event = match[3] === undefined ? `${opening} ${passage.text.slice(eventFrom, eventEnd)}`.trim() : match[3].trim()
  const due = dueAfter(readCount(count) * sign, unit, event, passage.text.slice(start, eventEnd))
  return deadline(passage, sentence, start, eventEnd, due)
}

function dueAfter(count: number, unit: string, event: string, said: string): Due {
  const kind = unit.toLowerCase()
  if (kind.startsWith('ngày')) return { after: { days: count, ...(kind.includes('làm việc') ? { working: true } : {}), event } }
  return kind === 'tuần' ? { after: { days: count * 7, event } } : { event: said }
}

/** "kể từ ngày nhận đủ hồ sơ hợp lệ, Sở Nội vụ thẩm định …": up to the comma, or to who then acts. */
function endOfEvent(text: string, from: number, end: number): number {
  const rest = text.slice(from, Math.min(end, from + 140))
  const stop = from + (/[,;.()]|\s(?:phải|có trách nhiệm|thì|để|gửi về|về)\s/u.exec(rest)?.index ?? rest.length)
  const body = findBody(text, from + 12, stop)
  const owned = body && /(?:của|do|từ|tại|cho|gửi|trình|đến|với|tới)\s$/u.test(text.slice(0, body.start))
  return body && !owned && body.start - from > 12 ? body.start - 1 : stop
}

function deadline(passage: Passage, sentence: Stretch, start: number, end: number, due: Due): Found<'deadlines'> {
  const read = taskOf(passage, sentence, sentence.start, start, end)
  // "1.4. Thời hạn giải quyết: 90 ngày kể từ …" says what for in its heading.
  const handling = read.task === NOTHING && HANDLING.test(passage.folded.slice(0, 90)) ? passage.heading : undefined
  const { task, who } = handling ? { ...read, task: handling } : read
  const { text } = passage
  return { fact: { task, ...(who ? { who } : {}), ...addresseeFor(text, sentence.start, sentence.end, start), due, source: sourceIn(passage, quoteOf(text, sentence, start, end)) }, name: task, at: passage }
}

/** "4. Thời hạn giải quyết: 25 ngày làm việc", or the heading alone and the days below it. */
function statedFor(passage: Passage): Found<'deadlines'> | undefined {
  const own = HANDLING.test(passage.folded.slice(0, 90))
  const above = passage.parent && HANDLING.test(fold(passage.parent.text).slice(0, 90)) && passage.parent.text.length < 90
  if (!own && !above) return undefined
  const match = STATED.exec(passage.text)
  if (!match?.[1] || !match[2]) return undefined
  const title = own ? passage.heading : (passage.parent?.heading ?? passage.heading)
  const said = `${match[1]} ${match[2]}`
  const days = match[2].toLowerCase().startsWith('ngày')
  const from = new RegExp(`^${FROM} (?=\\p{L})`, 'iu').exec(passage.text.slice(match[0].length))
  const eventFrom = match[0].length + (from?.[0].length ?? 0)
  const opening = /(khi|ngày|thời điểm) ?$/iu.exec(from?.[0] ?? '')?.[1] ?? ''
  const due: Due = from ? dueAfter(readCount(match[1]), match[2], `${opening} ${passage.text.slice(eventFrom, endOfEvent(passage.text, eventFrom, passage.text.length))}`.trim(), said) : dueAfter(readCount(match[1]), match[2], UNSAID, said)
  return { fact: { task: title.replace(/[:.…]\s*$/, '').slice(0, 90), due, source: sourceIn(passage, quoteOf(passage.text, { start: 0, end: passage.text.length }, 0, match[0].length)) }, name: title, at: passage, ...(days ? {} : { doubt: 'Thời hạn không tính bằng ngày.' }) }
}
