import type { Award } from '../../knowledge/types.ts'
import { stretchesOf, type Passage } from '../passages.ts'
import { quoteOf } from '../quote.ts'
import { COUNT, readCount } from './counts.ts'
import { sourceIn } from './found.ts'

/**
 * How many groups and persons may be awarded or put forward.
 * "không quá 01 tập thể, 03 cá nhân", "tối đa 15 tập thể và 30 cá nhân", "Số lượng khen thưởng: 10 tập thể và 20 cá nhân",
 * "mỗi đơn vị đề nghị 02 (hai) tập thể, 05 (năm) cá nhân", "01 Cờ, 05 Bằng khen cho tập thể" (said in words only).
 * Not: "ít nhất 03 tập thể được công nhận" (a target), "Hội đồng gồm 05 cá nhân", "đã có 10 tập thể được khen".
 */
export interface Quota {
  readonly quota: NonNullable<Award['quota']>
  readonly at: Passage
}

const LIMIT = String.raw`(?:không quá|tối đa|nhiều nhất|không vượt quá|khoảng|là|gồm|có|:)?`
const GROUPS = new RegExp(String.raw`(?<![\p{L}\p{N}/.,])(${COUNT}) ?(?:\([^()]{1,16}\) )?(?:tập thể|đơn vị|cơ quan)(?! \p{L}* ?(?:trở lên))`, 'giu')
const PERSONS = new RegExp(String.raw`(?<![\p{L}\p{N}/.,])(${COUNT}) ?(?:\([^()]{1,16}\) )?(?:cá nhân|người)`, 'giu')
const PAIR = new RegExp(String.raw`${COUNT} ?(?:\([^()]{1,16}\) )?tập thể[^.;]{0,60}?${LIMIT} ?${COUNT} ?(?:\([^()]{1,16}\) )?cá nhân|${COUNT} ?(?:\([^()]{1,16}\) )?cá nhân[^.;]{0,60}?${COUNT} ?(?:\([^()]{1,16}\) )?tập thể`, 'iu')
const LIMITED = new RegExp(String.raw`(?:không quá|tối đa|nhiều nhất|không vượt quá) ${COUNT} ?(?:\([^()]{1,16}\) )?(?:tập thể|cá nhân|đơn vị|người)`, 'iu')
const SHARE = /(?:số lượng|tỷ lệ|tỉ lệ)[^.;%]{0,60}(?:cờ thi đua|bằng khen|giấy khen|danh hiệu|chiến s[ĩỹ] thi đua|lao động tiên tiến)[^.;]{0,60}(?:không quá|tối đa|không vượt)[^.;]{0,12}%/iu
const CONTEXT = /khen|tặng|đề nghị|xét|số lượng|cơ cấu|suất|trình|danh hiệu|biểu dương|tôn vinh|giới thiệu|chỉ tiêu/iu
const REPORTED = /(?:đã (?:có|khen|được|tặng)|năm (?:trước|20\d\d) (?:có|đã)|hội đồng gồm|tổ (?:giúp việc|công tác)[^.;]{0,30}gồm|ít nhất|tối thiểu|trở lên)/iu

/** The quotas a text states, one a passage. */
export function readQuotas(passages: readonly Passage[]): Quota[] {
  return passages.flatMap((passage) => (passage.zone === 'head' || passage.text.startsWith('|') ? [] : (quotaOf(passage) ?? [])))
}

function quotaOf(passage: Passage): Quota | undefined {
  const { text } = passage
  const about = `${text} ${passage.above}`
  const parts = stretchesOf(text, true).filter((part) => {
    const said = text.slice(part.start, part.end)
    return (PAIR.test(said) || LIMITED.test(said) || SHARE.test(said) || (/^số lượng/iu.test(text) && (countIn(said, GROUPS) ?? countIn(said, PERSONS)) !== undefined)) && !REPORTED.test(said)
  })
  const [first] = parts
  const last = parts.at(-1)
  if (!first || !last || !(CONTEXT.test(about) || /khen thuong|so luong/.test(passage.above))) return undefined
  const said = text.slice(first.start, last.end)
  // "tổng số không quá 20 cá nhân; mỗi đơn vị giới thiệu 01": the number is that of all.
  const overall = parts.filter((part) => !/^\s*mỗi/iu.test(text.slice(part.start, part.end)))
  const counted = overall.length === 1 && overall[0] ? text.slice(overall[0].start, overall[0].end) : said
  const [groups, persons] = [countIn(counted, GROUPS), countIn(counted, PERSONS)]
  const numbers = parts.length === 1 || overall.length === 1 ? { ...(groups === undefined ? {} : { groups }), ...(persons === undefined ? {} : { persons }) } : {}
  const says = parts.map((part) => phraseOf(text.slice(part.start, part.end), parts.length > 1)).join('; ')
  const source = sourceIn(passage, quoteOf(text, first, first.start, Math.min(first.end, first.start + 200)))
  return { quota: { says, ...numbers, source }, at: passage }
}

/** The number where the words name one alone: "01 tập thể tiêu biểu và 02 tập thể khác" has none. */
function countIn(said: string, pattern: RegExp): number | undefined {
  const found = [...said.matchAll(pattern)].map((match) => readCount(match[1] ?? ''))
  return found.length === 1 && Number.isInteger(found[0]) ? found[0] : undefined
}

/** "10 tập thể và 20 cá nhân", with whom it is for where there are several. */
function phraseOf(said: string, whole: boolean): string {
  const flat = said.trim().replace(/[.;,]+$/, '')
  if (whole) return flat
  const match = new RegExp(String.raw`(?:không quá |tối đa |nhiều nhất |không vượt quá )?(?:${PAIR.source}|${COUNT} ?(?:\([^()]{1,16}\) )?(?:tập thể|cá nhân|đơn vị|người))`, 'iu').exec(flat)
  const each = /(?:^|[\s:(])(mỗi [^,:;.]{3,60}?)(?= (?:được |chỉ |đề nghị|xét|không|tối|lựa|giới|chọn|bình))/iu.exec(flat)?.[1]
  return `${each ? `${each}: ` : ''}${match?.[0] ?? flat}`
}
