import type { Passage } from '../passages.ts'
import { bodyEnd, findBody, isOffice } from './bodies.ts'
import { HAS_VERB } from './verbs.ts'

const LEAD_IN = /^(?:bước \d+\s*:|giao|đề nghị|yêu cầu|kính đề nghị|phân công|riêng|đối với) /iu
const OWNED = /(?<!\p{L})(?:của|về|đến|tới|cho|qua|tại|với|thuộc|gửi|trình|do|từ|báo cáo|đăng ký|trong|theo|nộp|tham mưu|và|là|cùng|giữa|ở|đôn đốc|hướng dẫn|chỉ đạo|kiểm tra|phối hợp|đối với|chủ trì|đến các|tại các|tổ chức|thành lập|họp|mời) ?$/iu
const SUBJECT_OF = /^\s*,? (?:(?:có trách nhiệm|cần|phải|sẽ|chịu trách nhiệm|chủ động|khẩn trương|kịp thời|tiếp tục|thường xuyên|nghiêm túc|tự|cụ thể hóa và|có) )?(?=\p{L})/u

/** "Các thôn, trường học báo cáo", "Giáo viên nộp": who the stretch opens with, an office or not. */
function whoOpens(text: string, bare: string, start: number, end: number): string | undefined {
  const from = start + (LEAD_IN.exec(bare.slice(start, start + 30))?.[0].length ?? 0)
  const to = bodyEnd(bare, from)
  if (to === undefined || to > end || to - from < 4) return undefined
  const named = SUBJECT_OF.exec(bare.slice(to, to + 160).replace(/ {2,}/g, ' '))
  return named && HAS_VERB.test(bare.slice(to, to + 200).replace(/ {2,}/g, ' ').slice(named[0].length, named[0].length + 40)) ? text.slice(listStart(text, start, from), to).trim() : undefined
}

/** The office or unit that stands as the subject: named, not behind "của" or "về", and followed by a verb. */
export function whoIn(text: string, bare: string, start: number, end: number): string | undefined {
  const lead = LEAD_IN.exec(bare.slice(start, start + 30))
  const opening = whoOpens(text, bare, start, end)
  if (opening) return opening
  for (let body = findBody(bare, start + (lead?.[0].length ?? 0), end); body; body = findBody(bare, body.end, end)) {
    const subject = body.start === start + (lead?.[0].length ?? 0) || !OWNED.test(bare.slice(Math.max(start, body.start - 12), body.start))
    const next = bare.slice(body.end, body.end + 160).replace(/ {2,}/g, ' ')
    const named = SUBJECT_OF.exec(next)
    if (subject && named && HAS_VERB.test(next.slice(named[0].length, named[0].length + 40))) return text.slice(listStart(text, start, body.start), body.end).trim()
  }
  return undefined
}

/** "Các cơ quan …; các doanh nghiệp; cơ sở giáo dục (…); Ban Chỉ đạo các xã": the list before it is of the same doers. */
function listStart(text: string, stretch: number, at: number): number {
  if (stretch !== at || !/;\s*$/.test(text.slice(0, at))) return at
  const parts = text.slice(0, at).split(';').slice(0, -1)
  const offices = parts.every((part) => part.length < 140 && bodyEnd(part.trimStart(), 0) !== undefined)
  return offices ? 0 : at
}

/** The office that the passage opens with: "Giao Công an huyện … Thẩm định …". */
export function whoFirst(passage: Passage): string | undefined {
  const end = bodyEnd(passage.text, LEAD_IN.exec(passage.text)?.[0].length ?? 0)
  if (end !== undefined && /^(?:\s?\([^()]*\))?:/u.test(passage.text.slice(end))) return passage.text.slice(LEAD_IN.exec(passage.text)?.[0].length ?? 0, end)
  return whoIn(passage.text, passage.text.replace(/\([^()]*\)?/g, (bracket) => ' '.repeat(bracket.length)), 0, Math.min(160, passage.text.length))
}

/** The office whose duties these are: "3. Thủ trưởng cơ quan, đơn vị, địa phương" above "c) Gửi văn bản …". */
export function whoAbove(passage: Passage): string | undefined {
  for (let at = passage.parent; at; at = at.parent) {
    const heading = at.text.slice(0, 200)
    const from = LEAD_IN.exec(heading)?.[0].length ?? 0
    const end = bodyEnd(heading, from)
    if (end !== undefined && isOffice(heading, from) && /^(?:\s?\([^)]*\))?\s*(?:[:.;]|có trách nhiệm|$)/u.test(heading.slice(end))) return heading.slice(from, end).trim()
  }
  return undefined
}
