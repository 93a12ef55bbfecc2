import type { Award } from '../../knowledge/types.ts'
import { stretchesOf, type Passage, type Stretch } from '../passages.ts'
import { quoteOf } from '../quote.ts'
import { COUNT, readCount } from './counts.ts'
import { sourceIn } from './found.ts'

/**
 * How many groups and persons may be awarded or put forward.
 * "không quá 01 tập thể, 03 cá nhân", "tối đa 15 tập thể và 30 cá nhân", "Số lượng khen thưởng: 10 tập thể và 20 cá nhân",
 * "mỗi đơn vị đề nghị 02 (hai) tập thể, 05 (năm) cá nhân", "Mỗi xã lựa chọn 01 khu dân cư", "Cờ thi đua không quá 20% số tập thể".
 * Not: "ít nhất 03 tập thể được công nhận" (a target), "Hội đồng gồm 05 cá nhân", "đã có 10 tập thể được khen".
 */
export interface Quota {
  readonly quota: NonNullable<Award['quota']>
  readonly at: Passage
  /** Where it stands in the passage. */
  readonly within: Stretch
}

const BRACKET = String.raw`(?:\([^()]{1,16}\) )?`
const GROUP = '(?:tập thể|đơn vị|cơ quan|khu dân cư|thôn|gia đình|doanh nghiệp|mô hình|hộ|tổ|làng|câu lạc bộ)'
const PERSON = '(?:cá nhân|người|sinh viên|học sinh|đoàn viên|hội viên|cán bộ|công chức|viên chức|giáo viên|đồng chí|thanh niên|chiến s[ĩỹ])'
const GROUPS = new RegExp(String.raw`(?<![\p{L}\p{N}/.,])(${COUNT}) ?${BRACKET}${GROUP}(?! \p{L}* ?trở lên)(?!\p{L})`, 'giu')
const PERSONS = new RegExp(String.raw`(?<![\p{L}\p{N}/.,])(${COUNT}) ?${BRACKET}${PERSON}(?!\p{L})`, 'giu')
const PAIR = new RegExp(String.raw`${COUNT} ?${BRACKET}tập thể[^.;]{0,60}?${COUNT} ?${BRACKET}cá nhân|${COUNT} ?${BRACKET}cá nhân[^.;]{0,60}?${COUNT} ?${BRACKET}tập thể`, 'iu')
const LIMIT = '(?:không quá|tối đa|nhiều nhất|không vượt quá|không vượt)'
const LIMITED = new RegExp(String.raw`${LIMIT} ${COUNT} ?${BRACKET}(?:tập thể|cá nhân|đơn vị|người)`, 'iu')
const PUT_FORWARD = new RegExp(String.raw`(?:đề nghị|giới thiệu|lựa chọn|xét chọn|bình chọn|cử|xét tặng|chọn)(?: \p{L}+){0,4} (?:${LIMIT} )?${COUNT} ?${BRACKET}(?:${GROUP}|${PERSON})`, 'iu')
const NUMBERED = new RegExp(String.raw`(?:${LIMIT}|là|:|chọn|thiệu|nghị) ${COUNT} ?${BRACKET}(?!bộ|bản|ngày|trang|giải|lần|tháng|năm|đồng|triệu)\p{L}|${LIMIT} ${COUNT} ?%`, 'iu')
const SHARE = /(?:số lượng|tỷ lệ|tỉ lệ|số người|số cá nhân|số tập thể)[^.;%]{0,60}(?:cờ thi đua|bằng khen|giấy khen|danh hiệu|chiến s[ĩỹ] thi đua|lao động tiên tiến|khen thưởng)[^.;]{0,80}(?:không quá|tối đa|không vượt)[^.;]{0,12}%/iu
const HEADED = /(?:số lượng|chỉ tiêu (?:giới thiệu|khen|xét)|cơ cấu|tỷ lệ khen|tỉ lệ khen)/iu
const CONTEXT = /khen|tặng|đề nghị|xét|số lượng|cơ cấu|suất|trình|danh hiệu|biểu dương|tôn vinh|giới thiệu|chỉ tiêu|chọn/iu
const REPORTED = /(?:đã (?:có|khen|được|tặng)|năm (?:trước|20\d\d) (?:có|đã)|hội đồng gồm|tổ (?:giúp việc|công tác)[^.;]{0,30}gồm|ít nhất|tối thiểu|trở lên)/iu
const AWARD = /bằng khen|giấy khen|cờ thi đua|huân chương|danh hiệu|giải thưởng/iu

/** The quotas a text states: one a passage, or one for each award that a passage names. */
export function readQuotas(passages: readonly Passage[]): Quota[] {
  return passages.flatMap((passage) => (passage.zone === 'head' || passage.text.startsWith('|') || !/\d|một|hai|ba/u.test(passage.text) ? [] : quotasOf(passage)))
}

function quotasOf(passage: Passage): Quota[] {
  const { text } = passage
  const headed = HEADED.test(passage.heading.slice(0, 60)) || HEADED.test(passage.parent?.text.slice(0, 90) ?? '') || /^số lượng/iu.test(text)
  const parts = stretchesOf(text, true).filter((part) => isQuota(text.slice(part.start, part.end), headed))
  if (parts.length === 0 || !(CONTEXT.test(text) || /khen thuong|so luong/.test(passage.above))) return []
  const named = parts.filter((part) => AWARD.test(text.slice(part.start, part.end)))
  return named.length > 1 ? parts.map((part) => quotaOf(passage, [part])) : [quotaOf(passage, parts)]
}

function isQuota(said: string, headed: boolean): boolean {
  if (REPORTED.test(said)) return false
  return PAIR.test(said) || LIMITED.test(said) || PUT_FORWARD.test(said) || SHARE.test(said) || (headed && NUMBERED.test(said))
}

function quotaOf(passage: Passage, parts: readonly Stretch[]): Quota {
  const { text } = passage
  const [first, last] = [parts[0] as Stretch, parts.at(-1) as Stretch]
  // "tổng số không quá 20 cá nhân; mỗi đơn vị giới thiệu 01": the number is that of all.
  const overall = parts.filter((part) => !/^\s*mỗi/iu.test(text.slice(part.start, part.end)))
  const counted = overall.length === 1 && overall[0] ? text.slice(overall[0].start, overall[0].end) : text.slice(first.start, last.end)
  const [groups, persons] = [countIn(counted, GROUPS), countIn(counted, PERSONS)]
  const numbers = parts.length === 1 || overall.length === 1 ? { ...(groups === undefined ? {} : { groups }), ...(persons === undefined ? {} : { persons }) } : {}
  const says = parts.map((part) => phraseOf(text.slice(part.start, part.end), parts.length > 1)).join('; ')
  const source = sourceIn(passage, quoteOf(text, first, first.start, Math.min(first.end, first.start + 200)))
  return { quota: { says, ...numbers, source }, at: passage, within: { start: first.start, end: last.end } }
}

/** The number where the words name one alone: "01 tập thể tiêu biểu và 02 tập thể khác" has none. */
function countIn(said: string, pattern: RegExp): number | undefined {
  const found = [...said.matchAll(pattern)].map((match) => readCount(match[1] ?? ''))
  return found.length === 1 && Number.isInteger(found[0]) ? found[0] : undefined
}

/** "10 tập thể và 20 cá nhân", with whom it is for where there are several. */
function phraseOf(said: string, whole: boolean): string {
  const flat = said.trim().replace(/[.;,]+$/, '')
  const match = whole ? null : new RegExp(String.raw`(?:${LIMIT} )?(?:${PAIR.source}|${COUNT} ?${BRACKET}(?:${GROUP}|${PERSON})(?:[^,;.]{0,40}))`, 'iu').exec(flat)
  if (!match) return flat
  const each = /(?:^|[\s:(])(mỗi [^,:;.]{3,60}?)(?= (?:được |chỉ |đề nghị|xét|không|tối|lựa|giới|chọn|bình))/iu.exec(flat)?.[1]
  return `${each ? `${each}: ` : ''}${match[0].trim()}`
}
