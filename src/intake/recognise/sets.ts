import type { Dossier } from '../../knowledge/types.ts'
import { stretchesOf, type Passage } from '../passages.ts'
import { quoteOf } from '../quote.ts'
import { COUNT, readCount } from './counts.ts'
import { sourceIn } from './found.ts'
import { stateOf } from './states.ts'

/**
 * How many sets of papers.
 * "Số lượng hồ sơ: 02 bộ (bản chính)", "Bằng khen 03 bộ; Giấy khen 01 bộ (bản chính, dấu đỏ)", "lập thành 02 (hai) bộ",
 * "01 bộ bản chính và 01 bộ (bản pdf)", "nộp 01 bộ hồ sơ", "02 bộ đối với Cờ thi đua, 01 bộ đối với Bằng khen".
 * Not: "Bộ Công an", "bộ tiêu chí", "02 bộ máy tính", "10 bộ quần áo", "cán bộ".
 */
type SetRow = Omit<NonNullable<Dossier['sets']>[number], 'id' | 'review'>

const SETS = new RegExp(String.raw`(?<![\p{L}\p{N}/.,])(${COUNT}) ?(?:\([^()]{1,20}\) )?bộ(?! (?:tiêu|câu|máy|tranh|quần|sách|bàn|phim|phận|tài liệu tuyên|dụng|đồ|ấm|loa|đề|chỉ số|ảnh|cờ|trang phục|cột))(?![\p{L}])`, 'gu')
const ABOUT_PAPERS = /hồ sơ|số lượng|bằng khen|giấy khen|bản chính|bản sao|lập thành|danh hiệu|cờ thi đua/iu
const NAME = '(?:bằng khen|giấy khen|cờ thi đua|huân chương|huy chương|danh hiệu|chiến sĩ thi đua|tập thể lao động|lao động tiên tiến|(?<=(?:khen thưởng|hồ sơ|danh hiệu|^|[;,] ?) ?)cấp (?:nhà nước|bộ|tỉnh|thành phố|huyện|xã|cơ sở))[^,;:.()]{0,60}'
const AWARD = new RegExp(`${NAME}(?:, ${NAME})*|gửi [^,;:.()]{3,40}[^,;:.()]{0,60}`, 'iu')
/** Behind the count: "02 bộ (bản chính) đối với Cờ thi đua", "01 bộ cho hồ sơ đề nghị tặng Bằng khen", "01 bộ đối với cá nhân". */
const BEHIND = new RegExp(String.raw`^(?: hồ sơ)?(?: ?\([^()]{3,70}\)|,? bản \p{L}+)? (?:dành )?(?:đối với|cho) (?:(?:các|hồ sơ|đề nghị|xét|tặng|hình thức|khen thưởng|trường hợp) )*((?:${NAME}|(?:tập thể|cá nhân)(?!\p{L}))(?:, ${NAME})*)`, 'iu')

/** The sets a passage states; none where it speaks of other things that come in sets. */
export function setsOf(passage: Passage): SetRow[] {
  if (!passage.text.includes('bộ')) return []
  const about = `${passage.text} ${passage.above}`
  if (!ABOUT_PAPERS.test(passage.text) && !/ho so|so luong/.test(about)) return []
  return stretchesOf(passage.text, false).flatMap((sentence) => {
    const said = passage.text.slice(sentence.start, sentence.end)
    const outer = said.replace(/(bộ[^()]{0,12}\()([^()]*\d[^()]*bộ[^()]*)(?=\))/gu, (_, opening: string, inner: string) => opening + inner.replaceAll('bộ', 'b.'))
    const matches = [...outer.matchAll(SETS)]
    const behind = matches.map((match, at) => awardBehind(said, match.index + match[0].length, matches[at + 1]?.index ?? said.length))
    const endOf = (at: number) => behind[at]?.end ?? (matches[at]?.index ?? 0) + (matches[at]?.[0].length ?? 0)
    const sharedNote = matches.length > 1 ? noteAfter(said, endOf(matches.length - 1)) : undefined
    return matches.flatMap((match, at) => {
      const count = readCount(match[1] ?? '')
      if (!Number.isInteger(count) || count < 1 || count > 50) return []
      const before = said.slice(at === 0 ? 0 : endOf(at - 1), match.index)
      const end = match.index + match[0].length
      const own = noteAfter(said, end) ?? noteAfter(said, endOf(at))
      // "(bản chính, dấu đỏ)" at the end of a list of awards is said of all of them.
      const apart = /riêng (?:đối với |với )?([^,;.]{4,60}?)(?: gửi| nộp| lập| là|,|$)/iu.exec(before)?.[1]
      const note = own ?? apart ?? (matches.every((one, place) => behind[place] ?? AWARD.test(said.slice(0, one.index))) ? sharedNote : undefined)
      // "02 bộ (01 bộ bản chính gửi …, 01 bộ lưu)": they differ.
      const state = note && !/\d bộ/u.test(note) ? stateOf(note) : undefined
      // "Hồ sơ đề nghị tặng Cờ thi đua, Bằng khen … (02 bộ), gồm:" says it of the whole dossier.
      const award = behind[at]?.award ?? (matches.length === 1 && /^(?:mỗi )?hồ sơ /iu.test(said) && /^[^:]*(?:gồm|bao gồm)/iu.test(said.slice(end)) ? undefined : awardIn(before))
      const quote = quoteOf(passage.text, sentence, sentence.start + match.index, sentence.start + end)
      return [{ ...(award ? { award } : {}), count, ...(state ? { state } : {}), ...(note && !/^bản (?:chính|sao|pdf)$/iu.test(note) ? { note } : {}), source: sourceIn(passage, quote) }]
    })
  })
}

/** The award a count names behind itself, and where its words end; `until` the next count. */
function awardBehind(said: string, from: number, until: number): { award: string; end: number } | undefined {
  const match = BEHIND.exec(said.slice(from, until))
  const award = match?.[1]?.replace(/\s*(?:và|lập|gửi|nộp|kèm)(?:\s.*)?$/iu, '').trim()
  return match && award ? { award: award.charAt(0).toUpperCase() + award.slice(1), end: from + match[0].length - (match[1]?.length ?? 0) + award.length } : undefined
}

function awardIn(before: string): string | undefined {
  const found = AWARD.exec(before)?.[0].replace(/\s*(?:là|lập|gồm|:|thành)\s*$/iu, '').trim()
  return found && !/^gửi/iu.test(found) ? found.charAt(0).toUpperCase() + found.slice(1) : found && /^gửi/iu.test(found) ? undefined : found
}

/** "(bản chính, dấu đỏ)", "bản chính", "bản pdf" behind the count. */
function noteAfter(said: string, end: number): string | undefined {
  const rest = said.slice(end, end + 90)
  const bracket = /^(?: hồ sơ)? ?\(([^()]{3,70})\)/u.exec(rest)?.[1]
  const plain = /^(?: hồ sơ)?,? ?(?:là |gồm )?(bản (?:chính|gốc|sao|giấy|pdf|mềm|điện tử))/iu.exec(rest)?.[1]
  return (bracket ?? plain)?.trim()
}
