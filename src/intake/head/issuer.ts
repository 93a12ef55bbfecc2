import { findBody } from '../recognise/bodies.ts'
import { isKindOfText } from '../../knowledge/zones.ts'
import type { Passage } from '../passages.ts'

const MOTTO = /cộng h[oò][aà] xã hội|độc lập\s*[-–]|đảng cộng sản việt nam/iu
const HEAD_WORD = /^(?:TIỂU BAN|ỦY BAN|UBND|HỘI ĐỒNG|HĐND|BAN |SỞ |BỘ |PHÒNG |CÔNG AN|BỘ CHỈ HUY|HỘI |LIÊN ĐOÀN|ĐẢNG|TỈNH|HUYỆN|THÀNH|THỊ|QUẬN|ĐOÀN|MẶT TRẬN|QUỐC HỘI|CHÍNH PHỦ|THỦ TƯỚNG|TRƯỜNG|CỤC|CHI CỤC|TỔNG|VĂN PHÒNG|XÃ|PHƯỜNG|BCH|BCĐ|TRUNG TÂM|VIỆN|CÔNG TY|KHO BẠC|CỤM|KHỐI|UỶ BAN)/u
const WHOLE_LINE = /^(?:[^\p{Ll}]{4,90})$/u
const PLACE_LINE = /^(?:TỈNH|THÀNH PHỐ|HUYỆN|THỊ XÃ|QUẬN|XÃ|PHƯỜNG|THỊ TRẤN|ĐẶC KHU|TP\.?|VIỆT NAM|CỦA )/u
const KIND_WORD = /^(?:KẾ HOẠCH|QUYẾT ĐỊNH|THÔNG TƯ|HƯỚNG DẪN|QUY |NGHỊ |CHỈ THỊ|LUẬT|CHƯƠNG TRÌNH|ĐỀ ÁN|CÔNG VĂN|THÔNG BÁO|V\/V|VỀ )/u
const META = /^Cơ quan ban hành\s*:?\s*(.{4,80})$/iu
const ACTS = /^\s*(?:\([^)]*\)\s*)?(?:xây dựng|ban hành|phát động|tổ chức|triển khai|thông báo|hướng dẫn|quy định|đề ra)(?!\p{L})/iu

/** Who issues the text, as printed: the letterhead, else who "xây dựng kế hoạch", else who signs. Empty where none is named. */
export function issuerOf(opening: readonly Passage[], passages: readonly Passage[]): string {
  return letterhead(opening) ?? acting(opening) ?? signing(passages) ?? meta(opening) ?? performing(passages) ?? ''
}

/** The lines of the letterhead, motto and number out. */
export function letterheadOf(opening: readonly Passage[]): string[] {
  const stop = opening.findIndex((passage) => /^số\s*:/iu.test(passage.text) || isKindOfText(passage.text))
  const lines = opening.slice(0, stop < 0 ? 12 : stop + 1).map((passage) => passage.text.replace(/\s*(?:CỘNG H[OÒ][AÀ] XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập\s*[-–].*)\s*$/iu, '').trim()).filter((text) => WHOLE_LINE.test(text) && !MOTTO.test(text) && !/^SỐ\s*:/u.test(text) && !/^[-\s]+$/.test(text))
  const from = lines.findIndex((text) => HEAD_WORD.test(text))
  if (from < 0) return []
  // "BAN CHỈ ĐẠO PHONG TRÀO" / '"TDĐKXDĐSVH" TỈNH …', "BỘ LAO ĐỘNG - THƯƠNG BINH" / "VÀ XÃ HỘI": a line that names no office goes on.
  return lines.slice(from).reduce<string[]>((kept, line) => (kept.length > 0 && !HEAD_WORD.test(line) && !PLACE_LINE.test(line) && !KIND_WORD.test(line) ? [...kept.slice(0, -1), `${kept.at(-1)} ${line}`] : [...kept, line]), [])
}

function letterhead(opening: readonly Passage[]): string | undefined {
  const [first, second, third] = letterheadOf(opening)
  if (!first) return undefined
  if (second && PLACE_LINE.test(second)) return third && HEAD_WORD.test(third) && !PLACE_LINE.test(third) ? third : `${first} ${second}`
  if (second && /^(?:BCH|BAN CHẤP HÀNH|BAN THƯỜNG VỤ) /u.test(second) && /^(?:ĐOÀN|HỘI|LIÊN ĐOÀN|ĐẢNG)/u.test(first)) return `${first} ${second.replace(/^(?:BCH|BAN CHẤP HÀNH|BAN THƯỜNG VỤ) /u, '')}`
  if (!second || !HEAD_WORD.test(second)) return first
  // A department names the body above it where that says which one is meant.
  return /^(?:PHÒNG|BAN|TIỂU BAN|ĐỘI|VĂN PHÒNG|TRUNG TÂM)/u.test(second) && !/^(?:UBND|ỦY BAN|UỶ BAN|HĐND|HỘI ĐỒNG)/u.test(first) ? `${second} - ${first}` : second
}

function acting(opening: readonly Passage[]): string | undefined {
  for (const passage of [...opening].reverse()) {
    for (let body = findBody(passage.text, 0, passage.text.length); body; body = findBody(passage.text, body.end, passage.text.length)) {
      const owned = /(?:của|về|do|theo)\s$/iu.test(passage.text.slice(0, body.start))
      if (!owned && ACTS.test(passage.text.slice(body.end))) return passage.text.slice(body.start, body.end).replace(/^.*, (?=\p{Lu}\p{Ll}+ \p{L}+ \p{L}+)/u, '')
    }
  }
  return undefined
}

function signing(passages: readonly Passage[]): string | undefined {
  const line = passages.find((passage) => passage.zone === 'tail' && /^T\/?M\.?\s?\p{Lu}{2}/u.test(passage.text))
  return line?.text.replace(/^T\/?M\.?\s?/u, '').split(/\s(?=CHỦ TỊCH|TRƯỞNG BAN|KT\.)/u)[0]
}

/** The sheet of a procedure: "Cơ quan thực hiện: Ủy ban nhân dân cấp xã". */
function performing(passages: readonly Passage[]): string | undefined {
  const at = passages.find((passage) => /^(?:\d+\.\s*)?(?:cơ quan (?:trực tiếp )?(?:thực hiện|có thẩm quyền quyết định|giải quyết)|thẩm quyền (?:giải quyết|quyết định))/iu.test(passage.text))
  const said = at && (at.text.split(/:\s+/)[1] ?? at.children[0]?.text)
  return said && said.length < 160 ? said.replace(/[.;].*$/, '') : undefined
}

function meta(opening: readonly Passage[]): string | undefined {
  return opening.map((passage) => META.exec(passage.text)?.[1]).find((one) => one !== undefined)
}
