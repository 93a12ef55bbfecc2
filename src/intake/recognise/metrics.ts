/** What a figure measures, in words: the noun phrase around it and the question that asks for it. */

const SEPARATOR = /[;()]|\.(?:\s|$)|,? trong đó|,? riêng|, (?:đạt|hoàn thành|bảo đảm|đảm bảo|không|phấn đấu|trong khi|góp phần|nhằm|để|tăng|giảm|duy trì|tổ chức|xây dựng|thực hiện|tiếp tục|bằng|với|trong (?:thời gian|năm))(?= )|:(?= )|(?:^|,? )và (?=(?:(?!số )\p{L}+ ){0,8}\d{1,3}(?:[.,]\d)?(?: ?%| \p{Ll}))|[,;] (?=(?:(?:có|từ|ít nhất|tối thiểu|trên|đạt|và|hơn|bằng|được) ){0,3}\d{1,3}(?:[.,]\d)?(?: ?%| \p{Ll}))| (?:hoặc có|bằng nhiều hình thức|nhằm|so với|, góp)(?= )/u
const LONGEST = 220
const PREDICATE = /(?<!\p{L}|hoặc )(?:được(?! ủy quyền| giao| phân công| uỷ quyền)|đạt|có(?! thẩm quyền| liên quan| điều kiện)|tham gia|xếp loại|hoàn thành|thực hiện|đăng ký|ký cam kết|bị|giữ vững|chấp hành|phân loại)(?!\p{L})/u

/** The words behind a figure up to where the sentence turns to something else. */
export function phraseAfter(text: string, from: number, end: number): string {
  const rest = text.slice(from, Math.min(end, from + 260)).replace(/^\s*(?:trở (?:lên|xuống))?\s*(?:\([^()]{1,80}\)\s*)?/u, '')
  const cut = SEPARATOR.exec(rest)?.index ?? rest.length
  return tidied(rest.slice(0, cut))
}

/** The words before a figure back to where the sentence turned to it: "Tỷ lệ hộ đạt gia đình văn hóa đạt". */
export function phraseBefore(text: string, start: number, at: number): string {
  const from = Math.max(start, at - 200)
  const before = text.slice(from > start ? text.indexOf(' ', from) + 1 : from, at)
  const cut = Math.max(...[';', '. ', '(', ': ', ' - '].map((sign) => before.lastIndexOf(sign) + (before.includes(sign) ? sign.length : 0)), 0)
  const comma = before.lastIndexOf(', ')
  const behindComma = comma > cut && before.length - comma > 25 ? withoutFiller(before.slice(comma + 2)) : ''
  const words = behindComma.length > 14 ? behindComma : withoutFiller(before.slice(cut))
  // "Hội đồng chỉ xét khi đạt tỷ lệ phiếu đồng ý từ 90%": what is counted is named by itself.
  const share = words.search(/(?<=(?:khi|nếu|phải|có|đạt|được) )(?:tỷ|tỉ) lệ /u)
  return share > 0 ? words.slice(share) : words
}

/** "tỷ lệ hộ nghèo phấn đấu đạt": the words that lead over to the figure are no part of what it measures. */
function withoutFiller(words: string): string {
  return tidied(words.replace(/(?:\s|^)(?:hướng tới|phấn đấu|đạt|có|từ|ít nhất|tối thiểu|trên|hơn|là|còn|không (?:được |để |bị |được chiếm |được khác biệt )?(?:quá|vượt quá)|vượt quá|vượt|tối đa|dưới|nhỏ hơn|lớn hơn|bảo đảm|đảm bảo|phải|ở mức|giữ|duy trì|và|khoảng|chiếm|cơ bản|hằng năm|hàng năm|[≥≤<>=\s])+$/u, ''))
}

/** The noun of a metric, its predicate taken off: "khu dân cư, xã, thị trấn … được công nhận" gives what stands before "được". */
export function nounOf(metric: string): string {
  const at = PREDICATE.exec(metric)?.index ?? -1
  return at > 3 ? metric.slice(0, at).trim() : metric
}

export const hasPredicate = (metric: string) => (PREDICATE.exec(metric)?.index ?? -1) >= 0
export const startsWithPredicate = (metric: string) => PREDICATE.exec(metric)?.index === 0 || /^(?:trở|đăng|xuất sắc|loại|khá|tốt|mức)/u.test(metric)
export const predicateOf = (metric: string) => metric.slice(PREDICATE.exec(metric)?.index ?? metric.length)

/** The question for a figure of this unit. */
export function askFor(metric: string, unit: string): string {
  if (unit === '%') return /^tỷ lệ|^tỉ lệ/iu.test(metric) ? `${metric.charAt(0).toUpperCase()}${metric.slice(1)} là bao nhiêu %?` : `Bao nhiêu % ${metric}?`
  return metric.startsWith(unit) ? `Bao nhiêu ${metric}?` : `${metric.charAt(0).toUpperCase()}${metric.slice(1)}: bao nhiêu ${unit}?`
}

export function tidied(phrase: string): string {
  const flat = phrase.replace(/\s+/g, ' ').replace(/^[\s,;:.–-]+|[\s,;:.(–-]+$/gu, '').replace(/^(?:trong đó,? )?(?:có (?=\p{Ll}))?(?:giảm (?=tỷ|tỉ|số))?(?:tổng )?(?:số (?=\p{Ll}))?/iu, '').replace(/ (?:xuống|còn)$/u, '').replace(/^((?:(?!khá|tốt|bình|giỏi|sắc|mức|loại|cấp|huyện|tỉnh|xã|trường|thôn bản)[\p{L},]+ ){1,6}?)trở lên (?=có|được|đạt|ký|tham|hoàn|thực|đăng)/u, '$1')
  const short = flat.length > LONGEST ? flat.slice(0, flat.lastIndexOf(' ', LONGEST)) : flat
  return /^\p{Lu}(?!\p{Lu})/u.test(short) && !/^(?:Công an|Nhân dân|Đảng|Ủy ban|Ban|Hội|Tổ|Mặt trận)/u.test(short) ? short.charAt(0).toLowerCase() + short.slice(1) : short
}
