import { stretchesOf, type Passage } from '../passages.ts'
import { quoteOf } from '../quote.ts'
import { sourceIn, type Found, type Setting } from './found.ts'

/**
 * Texts that a plan stands on, and texts it points to.
 * "Căn cứ Nghị định số 98/2023/NĐ-CP ngày 31 tháng 12 năm 2023 của Chính phủ quy định chi tiết …;", "Thực hiện Kế hoạch số 66/KH-BCĐ
 * ngày 08/4/2024 của Ban Chỉ đạo 138 tỉnh về phát động …", in the body: "theo Thông tư số 124/2021/TT-BCA".
 * Not: "Quyết định này", "kế hoạch công tác", a number of its own ("Số: 214/KH-UBND").
 */
const KINDS = 'Luật|Bộ luật|Pháp lệnh|Nghị quyết|Nghị định|Quyết định|Thông tư liên tịch|Thông tư|Chỉ thị|Kế hoạch|Chương trình|Hướng dẫn|Công văn|Thông báo|Kết luận|Quy định|Quy chế|Đề án|Văn bản|Hiến pháp|Điều lệ'
const NUMBERED = new RegExp(String.raw`(?:${KINDS})(?: số)? ?\d{1,5}[a-z]?(?:\s?[/-]\s?[\p{L}\d]+(?:-[\p{L}\d]+)*){1,3}(?:,? ngày \d{1,2}(?:\/\d{1,2}\/\d{4}| tháng \d{1,2} năm \d{4}))?(?: của [^,;.()“”]{3,90}?)?(?=,|;|\.(?:\s|$)|\)|$| về | quy định | hướng dẫn | ban hành | sửa đổi | gắn | được | đạt | tổ chức | triển khai | phê duyệt | thực hiện| trên địa bàn| là |:| và )`, 'gu')
const LAW = new RegExp(String.raw`(?:Luật|Bộ luật|Pháp lệnh) [\p{Lu}][^;.:()]{4,110}?(?= ngày | năm \d{4}|;|\.(?:\s|$)|$| quy định| số)(?: (?:ngày \d{1,2} tháng \d{1,2} )?năm \d{4})?`, 'gu')
const ABOUT = /^,? (?:về(?: việc)?|quy định(?: chi tiết)?|hướng dẫn|ban hành|phê duyệt|sửa đổi|triển khai|tổ chức|gắn) (.{6,200}?)(?:;|\.(?:\s|$)|$)/iu
/** "…, Ủy ban nhân dân xã Vân Thủy ban hành Kế hoạch … như sau:": what the issuer does with it is no part of its name. */
const ISSUES = /,\s(?:Ủy ban|UBND|Ban Chỉ đạo|Hội đồng|Sở|Bộ|Công an|Huyện|Thành|Tỉnh|Thị|Đảng|Liên đoàn|Hội)\s[^,]{0,80}?\s?(?:ban hành|xây dựng|phát động|hướng dẫn|tổ chức|triển khai|báo cáo).*$/u

export function readBases(setting: Setting): Found<'bases'>[] {
  const seen = new Set<string>()
  return setting.passages.flatMap((passage) => (passage.text.startsWith('|') ? [] : basesIn(passage))).filter((found) => {
    const key = (/\d[\d/]*\s?[/-]\s?[\p{L}\d/-]+/u.exec(found.fact.name)?.[0] ?? found.fact.name).replace(/\s/g, '').toLowerCase()
    return seen.has(key) ? false : seen.add(key)
  })
}

function basesIn(passage: Passage): Found<'bases'>[] {
  const { text } = passage
  const opening = passage.zone === 'head'
  const matches = [...text.matchAll(NUMBERED), ...(opening ? text.matchAll(LAW) : [])].sort((a, b) => a.index - b.index)
  return matches.flatMap((match, at): Found<'bases'>[] => {
    const before = text.slice(Math.max(0, match.index - 24), match.index)
    if (matches.some((other, place) => place < at && match.index < other.index + other[0].length) || /số hiệu|^\s*số:?\s*$/iu.test(before)) return []
    const end = match.index + match[0].length
    const sentence = stretchesOf(text, true).find((one) => match.index >= one.start && match.index < one.end) ?? { start: 0, end: text.length }
    const about = opening ? ABOUT.exec(text.slice(end, end + 260))?.[1]?.replace(ISSUES, '') : undefined
    // The law that is passed, the plan that is announced: its own name stands in its own title.
    if (opening && !/căn cứ|thực hiện|theo|xét|triển khai|quy định|hướng dẫn|;\s*$/iu.test(text.slice(0, match.index)) && match.index === 0) return []
    const name = match[0].replace(/\s+/g, ' ').trim()
    return [{ fact: { name, ...(about ? { about: about.trim() } : {}), role: opening ? 'basis' : 'reference', source: sourceIn(passage, quoteOf(text, sentence, match.index, end)) }, name, at: passage }]
  })
}
