import type { Passage } from '../passages.ts'
import { quoteOf } from '../quote.ts'
import { bodyEnd, isOffice } from './bodies.ts'
import { sourceIn, type Found, type Setting } from './found.ts'

/**
 * Who has to do what.
 * "2. Sở Nội vụ: Phối hợp với …", "1. Công an tỉnh:" with a), b), c) below, "3. Phòng Nội vụ huyện phối hợp Công an huyện tham mưu …",
 * "5. Giao Công an huyện (…) có trách nhiệm kiểm tra …", "Đề nghị Ban Tuyên giáo Thành ủy: …", "Điều 15. Trách nhiệm của Sở Nội vụ".
 * Not: the aims of a plan, criteria ("Đối với tập thể …"), recipients.
 */
const CHAPTER = /to chuc thuc hien|phan cong|trach nhiem|nhiem vu cua|giao nhiem vu|to chuc trien khai/
const LEAD = /^(?:giao|đề nghị|yêu cầu|kính đề nghị|trách nhiệm của|nhiệm vụ của|phân công)\s+/iu
const LONGEST = 300

export function readDuties(setting: Setting): Found<'duties'>[] {
  return setting.passages.flatMap((passage) => (passage.zone === 'body' && CHAPTER.test(passage.above) && !passage.text.startsWith('|') ? dutiesOf(passage) : []))
}

function dutiesOf(passage: Passage): Found<'duties'>[] {
  const { text } = passage
  const own = doerAt(text)
  if (own) {
    const does = text.slice(own.end).replace(/^\s*(?:\([^()]*\))?\s*[:.;,–-]?\s*(?:có trách nhiệm|chịu trách nhiệm|có nhiệm vụ)?\s*:?\s*/iu, '')
    return does.length > 12 ? [duty(passage, own.who, does)] : []
  }
  const above = doerAbove(passage)
  return above && passage.children.length === 0 && text.length > 12 ? [duty(passage, above, text)] : []
}

function doerAt(text: string): { who: string; end: number } | undefined {
  const from = LEAD.exec(text)?.[0].length ?? 0
  const end = bodyEnd(text, from)
  if (end === undefined || !isOffice(text, from)) return undefined
  const bracket = /^\s?\([^()]{3,200}\)/u.exec(text.slice(end))?.[0] ?? ''
  return { who: text.slice(from, end).trim(), end: end + bracket.length }
}

function doerAbove(passage: Passage): string | undefined {
  for (let at = passage.parent; at; at = at.parent) {
    const doer = doerAt(at.text)
    if (doer && at.text.length - doer.end < 40) return doer.who
    if (CHAPTER.test(at.folded)) return undefined
  }
  return undefined
}

function duty(passage: Passage, who: string, does: string): Found<'duties'> {
  const flat = does.replace(/\s+/g, ' ').trim().replace(/[;.]+$/, '')
  const short = flat.length > LONGEST ? `${flat.slice(0, flat.lastIndexOf(' ', LONGEST))}…` : flat
  const start = Math.max(0, passage.text.indexOf(does.slice(0, 20)))
  return { fact: { who, does: short.charAt(0).toLowerCase() + short.slice(1), source: sourceIn(passage, quoteOf(passage.text, { start: 0, end: passage.text.length }, start, Math.min(passage.text.length, start + 200))) }, name: who, at: passage }
}
