import type { Check } from '../../knowledge/types.ts'
import { fold } from '../../language/normalise.ts'
import { stretchesOf, type Passage } from '../passages.ts'
import { quoteOf } from '../quote.ts'
import { sourceIn, type Found, type Setting } from './found.ts'

/**
 * Standards of an award, by subject, as a check of yes-or-no questions.
 * "2.1. Đối với tập thể" with "- Hoàn thành …", "- Đối với cá nhân là nhân dân, nông dân đạt các tiêu chuẩn sau:" with "+ …",
 * "Tiêu chuẩn khen thưởng: Tặng cho tập thể, cá nhân có thành tích xuất sắc", "Điều 5. Tiêu chuẩn danh hiệu …" with a), b).
 * The numbers in them are thresholds of their own (amounts.ts) and are asked as numbers there.
 * Not: "tiêu chuẩn An toàn về an ninh, trật tự" as a term, a list of papers, quotas.
 */
const STANDARD = /tieu chuan|dieu kien|tieu chi/
const NOT_HERE = /ho so|thanh phan|so luong|thoi gian|to chuc thuc hien|kinh phi|trach nhiem|noi nhan|co so vat chat|noi dung thi dua|muc dich/
const OPENER = /^(?:\d+\.? )?(?:(?:tiêu chuẩn|điều kiện|tiêu chí)[^.;]{0,160}|(?:đối với|với) [^.;]{3,220}|(?:tập thể|cá nhân)(?: [^.;:]{0,120})?|[^.;]{4,160}(?:đạt|có|bảo đảm|đáp ứng) (?:đủ )?(?:các )?(?:tiêu chuẩn|điều kiện|tiêu chí)[^.;]{0,40})\s*[:.]?$/iu
const NOT_CRITERION = /^(?:số lượng|lưu ý|hồ sơ (?:đề nghị|gồm|thủ tục)|thời gian|căn cứ vào|ubnd [^.]{0,40}(?:căn cứ|chỉ xem xét)|trên cơ sở|tờ trình|sẽ có|tiền thưởng)/iu
const MOST = 20
/** A point of this length is asked as one question, longer ones part by part. */
const ONE_QUESTION = 230

export function readCriteria(setting: Setting): Found<'checks'>[] {
  return setting.passages.flatMap((passage) => checkOf(passage) ?? [])
}

function checkOf(passage: Passage): Found<'checks'> | undefined {
  if (passage.zone !== 'body') return undefined
  const about = `${passage.folded} | ${passage.above}`
  if (!STANDARD.test(about) || NOT_HERE.test(passage.folded.slice(0, 80)) || NOT_HERE.test(passage.above.split('|')[0] ?? '')) return undefined
  const rows = rowsOf(passage)
  if (rows.length === 0) return undefined
  const subject = subjectOf(passage)
  if (!subject) return undefined
  const criteria = rows.slice(0, MOST).flatMap((row, at) => criterion(row, at))
  const title = `${awardAbove(passage) ?? 'Khen thưởng'}: ${subject.name}`
  const source = sourceIn(passage, quoteOf(passage.text, { start: 0, end: passage.text.length }, 0, Math.min(200, passage.text.length)))
  return { fact: { title, subject, criteria, source }, name: title, at: passage }
}

/** The points below an opener; or, where it has none, its own words behind the colon. */
function rowsOf(passage: Passage): Passage[] {
  const leaves = passage.children.filter((child) => child.children.length === 0 && child.text.length > 14 && !child.text.startsWith('|') && !NOT_CRITERION.test(child.text) && !OPENER.test(child.text))
  // "* Nhân dân và cán bộ xã, thị trấn." with dashes below it, under "Tiêu chuẩn khen thưởng".
  const group = passage.label === '*' && passage.text.length < 220 && /tieu chuan|dieu kien|doi voi/.test(passage.above)
  const opens = group || OPENER.test(passage.text) || (passage.text.endsWith(':') && STANDARD.test(passage.folded))
  if (opens && leaves.length > 0) return leaves
  const inline = /^(?:đối với|tiêu chuẩn)[^:]{3,160}: ?(?=.{20})/iu.test(passage.text) && passage.children.length === 0
  return inline && !NOT_CRITERION.test(passage.text) ? [passage] : []
}

function criterion(row: Passage, at: number): Check['criteria'] {
  const opening = /^(?:đối với|tiêu chuẩn)[^:]{3,160}: ?/iu.exec(row.text)?.[0].length ?? 0
  const parts = row.text.length <= ONE_QUESTION ? [{ start: 0, end: row.text.length }] : stretchesOf(row.text, true)
  return parts.slice(0, 6).flatMap((part, place): Check['criteria'] => {
    const start = Math.max(part.start, place === 0 ? opening : part.start)
    const says = row.text.slice(start, part.end).trim().replace(/[;.]+$/, '')
    if (says.length < 10) return []
    const short = says.length > 300 ? `${says.slice(0, says.lastIndexOf(' ', 300))}…` : says
    return [{ id: `tc-${at + 1}${place > 0 ? `-${place + 1}` : ''}`, type: 'yes-no', passes: true, says: short, ask: `Có đáp ứng không: ${short.charAt(0).toLowerCase()}${short.slice(1)}?`, source: sourceIn(row, quoteOf(row.text, { start, end: part.end }, start, Math.min(part.end, start + 220))) }]
  })
}

function subjectOf(passage: Passage): Check['subject'] | undefined {
  for (let at: Passage | undefined = passage; at; at = at.parent) {
    const named = /^(?:tiêu chuẩn )?(?:đối với|với) (.{3,200}?)(?: (?:phải |cần |có kế hoạch .*)?(?:đạt|có|đáp ứng|bảo đảm) (?:đủ |được )?(?:các )?(?:tiêu chuẩn|điều kiện|tiêu chí).*)?\s*[:.]?$/iu.exec(at.text.slice(0, at.text.indexOf(': ') > 0 ? at.text.indexOf(': ') : at.text.length))?.[1] ?? (at.label === '*' && at.text.length < 220 ? at.text.replace(/[:.]\s*$/, '') : undefined) ?? (/^(?:tập thể|cá nhân|nhân dân|hộ gia đình|cán bộ|thôn|đơn vị|xã|mô hình)[^:;]{0,160}$/iu.exec(at.text.replace(/[:.]\s*$/, ''))?.[0] || undefined)
    if (named) return { kind: kindOf(named, at), name: named.replace(/^(?:cá nhân|tập thể) là (?:các )?/iu, '').trim() }
    if (STANDARD.test(fold(at.heading)) && at !== passage) break
  }
  const both = /tập thể, cá nhân|tập thể và cá nhân/iu.test(passage.text)
  return both || STANDARD.test(passage.folded.slice(0, 60)) ? { kind: /cá nhân|chiến s[ĩỹ]|người/iu.test(passage.text) && !both ? 'ca-nhan' : 'tap-the', name: both ? 'tập thể, cá nhân' : 'đối tượng được xét' } : undefined
}

function kindOf(name: string, at: Passage): 'tap-the' | 'ca-nhan' {
  if (/cá nhân|cán bộ|công chức|chiến s[ĩỹ]|người|nông dân|nhân dân(?! và cán bộ)|quần chúng|học sinh|hội viên|đoàn viên/iu.test(name) && !/^tập thể|^nhân dân và cán bộ/iu.test(name)) return 'ca-nhan'
  return /ca nhan/.test(at.above.split('|')[0] ?? '') && !/tập thể/iu.test(name) ? 'ca-nhan' : 'tap-the'
}

function awardAbove(passage: Passage): string | undefined {
  for (let at: Passage | undefined = passage; at; at = at.parent) {
    const award = /(?:Bằng khen|Giấy khen|Cờ thi đua|Huân chương|[Dd]anh hiệu)[^:;.]{0,90}/u.exec(at.text.slice(0, 160))?.[0]
    if (award) return award.trim()
  }
  return undefined
}
