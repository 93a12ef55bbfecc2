import { isKindOfText } from '../../knowledge/zones.ts'
import { isDangling } from '../../knowledge/broken.ts'
import type { Passage } from '../passages.ts'

const KIND_LINE = /^(?:(?:DỰ THẢO )?(KẾ HOẠCH|QUYẾT ĐỊNH|QUY CHẾ|QUY ĐỊNH|HƯỚNG DẪN|THÔNG BÁO|CHƯƠNG TRÌNH|ĐỀ ÁN|THÔNG TƯ LIÊN TỊCH|THÔNG TƯ|NGHỊ ĐỊNH|NGHỊ QUYẾT|CHỈ THỊ|CÔNG VĂN|BÁO CÁO|LUẬT|BỘ LUẬT|PHÁP LỆNH|ĐIỀU LỆ|THỂ LỆ|PHƯƠNG ÁN|QUY TRÌNH|BỘ TIÊU CHÍ|THỦ TỤC HÀNH CHÍNH|TỜ TRÌNH|KẾT LUẬN))(?:\s*[.:]?|\s+(\S.*))?$/u
const ENDS = /^(?:căn cứ|thực hiện|xét |theo |để |nhằm |kính gửi|\(?(?:ban hành )?kèm theo|quyết định\s*:|chủ tịch |bộ trưởng |thủ tướng|giám đốc|ủy ban nhân dân [^.]{0,60}(?:ban hành|xây dựng)|hội đồng nhân dân|quốc hội ban hành|số\s*:|[\p{Lu}][\p{L}\s]{1,30}, ngày|điều \d|phần |chương |\|)/iu
/** "ỦY BAN NHÂN DÂN TỈNH …" below the title: who decides, the bases follow. */
const AUTHORITY = /^(?:(?:CHỦ TỊCH|THƯỜNG TRỰC) )?(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND|HỘI ĐỒNG NHÂN DÂN|HĐND|CHÍNH PHỦ|THỦ TƯỚNG|BỘ TRƯỞNG|TỔNG |GIÁM ĐỐC|HIỆU TRƯỞNG|BAN |HỘI ĐỒNG|TRƯỞNG |CỤC TRƯỞNG)[^\p{Ll}]*$/u
const PROCEDURE = /^(?:\d+\.\s*)?(?:tên )?thủ tục(?: hành chính)?\s*:?\s+(?!hành chính)\S.{12,240}$/iu
/** Right below "KẾ HOẠCH", "Thực hiện phong trào …", "Theo dõi …", "Xét tặng …" are titles where they cite no text. */
const FIRST_ENDS = new RegExp(ENDS.source.replace('thực hiện|xét |theo |để |nhằm |', '(?:thực hiện|theo|xét)(?: [^,;.]{0,40})? (?:số \\d|đề nghị|Kế hoạch|Quyết định|Nghị quyết|Chỉ thị|Công văn|Luật|Nghị định|Thông tư)|để |nhằm |'), 'iu')
const CAPITALS = /^[^\p{Ll}]{6,}$/u
const META = /^(?:Kế hoạch|Quyết định|Thông tư|Nghị định|Luật|Hướng dẫn|Chỉ thị|Nghị quyết|Công văn|Chương trình) (?:số )?\d[^ ]*\/[^ ]+(?: năm \d{4})? (.{8,})$/iu
const SUBJECT = /^(?:V\/v|Về việc|Trích yếu)\s*:?\s*(.{8,})$/iu
const MASTHEAD = /cộng h[oò][aà] xã hội|độc lập\s*[-–]|^số|^ủy ban nhân dân$|^trang chủ|đăng nhập|^ngày (?:ban hành|có hiệu lực)|^(?:loại văn bản|cơ quan ban hành|người ký|lĩnh vực|tình trạng)/iu
const LONGEST = 420

/** The name of a text and the kind it calls itself; empty where neither can be told. */
export function titleOf(opening: readonly Passage[], passages: readonly Passage[]): { title: string; kind?: string } {
  for (const [at, passage] of opening.entries()) {
    const match = KIND_LINE.exec(passage.text)
    if (!match || (!isKindOfText(passage.text) && !/^(?:THỂ LỆ|PHƯƠNG ÁN|QUY TRÌNH|BỘ TIÊU CHÍ|THỦ TỤC|TỜ TRÌNH|KẾT LUẬN|BỘ LUẬT|PHÁP LỆNH)/u.test(passage.text) && !match[2])) continue
    const rest = match[2] ? [match[2]] : []
    const lines = [...rest, ...titleLines(opening.slice(at + 1).map((one) => one.text))]
    if (lines.length > 0) return { title: tidy(lines.join(' ')), kind: match[1] ?? '' }
  }
  const procedure = opening.find((passage) => PROCEDURE.test(passage.text))
  if (procedure) return { title: tidy(procedure.text.replace(/^\d+\.\s*/, '')), kind: 'Thủ tục hành chính' }
  const named = (pattern: RegExp) => opening.map((passage) => pattern.exec(passage.text)?.[1]).find((one) => one !== undefined)
  const meta = named(SUBJECT) ?? named(META)?.replace(/ do \p{Lu}[^;]{3,80} ban hành$/u, '')
  if (meta) return { title: tidy(meta) }
  const plain = opening.find((passage) => passage.text.length > 12 && passage.text.length < 300 && !MASTHEAD.test(passage.text) && !ENDS.test(passage.text))
  const heading = passages.find((passage) => passage.zone === 'body' && passage.text.length > 6)
  const title = plain?.text ?? heading?.heading ?? ''
  return { title: tidy(title), ...(/thủ tục/iu.test(title) ? { kind: 'Thủ tục hành chính' } : {}) }
}

function titleLines(texts: readonly string[]): string[] {
  const lines: string[] = []
  for (const text of texts) {
    if ((lines.length === 0 ? FIRST_ENDS : ENDS).test(text) || (lines.length > 0 && AUTHORITY.test(text) && !isDangling(lines.at(-1)?.toLowerCase() ?? '')) || (lines.length > 0 && CAPITALS.test(text) && !CAPITALS.test(lines.at(-1) ?? '')) || lines.join(' ').length + text.length > LONGEST || lines.length >= 4 || (lines.length > 0 && /[.;:]$/.test(lines.at(-1) ?? ''))) break
    lines.push(text)
  }
  return lines
}

function tidy(title: string): string {
  const flat = title.replace(/\s+/g, ' ').replace(/^\d+\. /, '').replace(/^(?:về việc|v\/v|về|tên thủ tục\s*:)\s+/iu, '').replace(/^\((.*)\)$/u, '$1').replace(/[\s.:;_–-]+$/u, '').trim()
  return flat.charAt(0).toUpperCase() + flat.slice(1)
}
