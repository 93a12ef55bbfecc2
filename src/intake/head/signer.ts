import type { Source } from '../../knowledge/types.ts'
import type { Passage } from '../passages.ts'

export interface Signer {
  readonly name: string
  readonly role?: string
  readonly source: Source
}

const NAME = /^(?:(?:PGS|GS|TS|ThS|BS|Đại tá|Thượng tá|Trung tá|Thiếu tướng|Đại úy|Trung tướng)\.?\s*)*(\p{Lu}\p{Ll}*(?: \p{Lu}\p{Ll}+){1,4})$/u
const SIGNING = /^(?:TM|KT|TL|TUQ|Q)\.\s?\p{Lu}{2}|^(?:PHÓ |QUYỀN )?(?:CHỦ TỊCH|GIÁM ĐỐC|BỘ TRƯỞNG|THỨ TRƯỞNG|TRƯỞNG |BÍ THƯ|HIỆU TRƯỞNG|TỔNG |THỦ TƯỚNG|CHỦ NHIỆM|CHÁNH |(?:CỤC|VỤ|VIỆN|ĐỘI|TRẠM|TỔ|ĐỒN|CHI CỤC|CHỈ HUY|CỤM|KHỐI) TRƯỞNG|TƯ LỆNH|CHÍNH ỦY|HIỆU PHÓ|ĐẠI DIỆN)/u
const META = /^Người ký\s*:?\s*(\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}*){1,4})/u
/** Official titles keep their capitals: "Phó Chủ tịch UBND huyện". */
function roleWords(role: string): string {
  const titled = role.toLowerCase().replace(/ubnd|hđnd|mttq/g, (short) => short.toUpperCase()).replace(/(?<!\p{L})(?:chủ tịch|giám đốc|bộ trưởng|thứ trưởng|thủ tướng|trưởng (?:ban|phòng|tiểu ban)|bí thư|hiệu trưởng|tổng thư ký|chủ nhiệm|(?:cục|vụ|viện) trưởng|chánh văn phòng)/gu, (title) => title.charAt(0).toUpperCase() + title.slice(1))
  const full = /^kt\. ?/i.test(titled) ? titled.replace(/^kt\. ?/i, 'KT. ') : titled
  return full.charAt(0).toUpperCase() + full.slice(1)
}

const NOISE = /^\(?(?:đã ký|\[?signature\]?|ký tên)/iu

/** Who signed, with the role as printed above the name. */
export function signerOf(passages: readonly Passage[], recase: (text: string) => string): Signer | undefined {
  const tail = passages.filter((passage) => passage.text !== '' && passage.label === '' && passage.zone === 'tail')
  // A text without closing words has its signature at the end of its last clause.
  const last = tail.length > 0 ? tail : passages.filter((passage) => passage.text !== '' && passage.label === '').slice(-8)
  const from = last.findIndex((passage) => SIGNING.test(passage.text))
  const lines = from < 0 ? [] : last.slice(from, from + 8)
  for (const [at, passage] of lines.entries()) {
    const own = NAME.exec(passage.text.trim())?.[1]
    const glued = /^(\P{Ll}{6,80}?)\s+(\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}*){1,4})$/u.exec(passage.text)
    const name = own ?? glued?.[2]
    if (!name || NOISE.test(passage.text)) continue
    const roles = [...lines.slice(0, at).map((one) => one.text), ...(glued?.[1] ? [glued[1]] : [])].filter((text) => SIGNING.test(text) && !/^TM\./u.test(text))
    return { name, ...(roles.length > 0 ? { role: roles.map((role) => roleWords(recase(role))).join(', ') } : {}), source: { clause: passage.address, quote: passage.text } }
  }
  const meta = passages.slice(0, 30).find((passage) => passage.zone === 'head' && META.test(passage.text))
  const name = meta && META.exec(meta.text)?.[1]
  return meta && name ? { name, source: { clause: meta.address, quote: meta.text } } : undefined
}
