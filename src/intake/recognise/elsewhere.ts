import { stretchesOf, type Passage } from '../passages.ts'
import { quoteOf } from '../quote.ts'
import type { NotModelled } from '../../knowledge/types.ts'
import { readBases } from './bases.ts'
import { sourceIn, type Found, type Setting } from './found.ts'

/**
 * What a text leaves to other texts.
 * "Hồ sơ … thực hiện theo đúng Quy định …; Quyết định số 50/2017/QĐ-UBND", "Số lượng khen thưởng: Sẽ có văn bản hướng dẫn cụ thể sau",
 * "Tiền thưởng: Thực hiện theo quy định hiện hành", "theo tiêu chí riêng của từng cơ quan", "số lượng cụ thể do UBND tỉnh phân bổ".
 * Not: "theo quy định của pháp luật" in a duty, "theo mẫu số 08 Nghị định …" (the form of a paper).
 */
type Kind = NotModelled['kinds'][number]

const LEFT = /(?:thực hiện|áp dụng|được thực hiện|tiến hành|theo đúng|căn cứ)[^.;]{0,40}(?:theo|tại|vào)(?: đúng| các)? (?:quy định|hướng dẫn|điều \d|khoản \d|quyết định|nghị định|thông tư|luật|tiêu chí riêng|văn bản|kế hoạch|mục)|(?:sẽ )?có (?:văn bản )?hướng dẫn(?: cụ thể| riêng| chi tiết)?(?: sau| riêng)|theo (?:tiêu chí riêng|quy định hiện hành|quy định chung)|số lượng(?: cụ thể)? (?:do|theo) [^.;]{4,60} (?:phân bổ|giao|quyết định|quy định)|(?:quy định|hướng dẫn) tại (?:điều|khoản|mục|phụ lục)/iu
const SUBJECTS: readonly (readonly [Kind, RegExp, string])[] = [
  ['quota', /số lượng|phân bổ|cơ cấu|tỷ lệ khen/iu, 'Số lượng khen thưởng'],
  ['reward', /tiền thưởng|mức thưởng/iu, 'Tiền thưởng'],
  ['sets', /số bộ|bộ hồ sơ/iu, 'Số bộ hồ sơ'],
  ['dossier', /hồ sơ|thủ tục/iu, 'Hồ sơ, thủ tục'],
  ['criteria', /tiêu chuẩn|tiêu chí|điều kiện/iu, 'Tiêu chuẩn, tiêu chí'],
  ['award', /hình thức khen|giấy khen|bằng khen|danh hiệu/iu, 'Hình thức khen thưởng'],
  ['deadline', /thời gian|thời hạn|báo cáo/iu, 'Thời hạn'],
]
const STRONG = /^(?:số lượng|tiền thưởng|mức thưởng|hồ sơ|tiêu chuẩn|tiêu chí|điều kiện|thủ tục|trình tự|quy trình|hình thức|thẩm quyền|giấy khen|bằng khen|đối tượng|thời gian)/iu

export function readElsewhere(setting: Setting): Found<'not_modelled'>[] {
  return setting.passages.flatMap((passage) => (passage.zone === 'body' && !passage.text.startsWith('|') ? leftBy(passage, setting) : []))
}

function leftBy(passage: Passage, setting: Setting): Found<'not_modelled'>[] {
  for (const sentence of stretchesOf(passage.text, false)) {
    const said = passage.text.slice(sentence.start, sentence.end)
    const match = LEFT.exec(said)
    if (!match || !(STRONG.test(said) || STRONG.test(passage.heading) || STRONG.test(passage.parent?.text ?? ''))) continue
    const about = STRONG.test(said) ? said.slice(0, match.index + match[0].length) : `${passage.heading} ${passage.parent?.text ?? ''}`
    const subjects = SUBJECTS.filter(([, pattern]) => pattern.test(about.slice(0, 160)))
    const [first] = subjects
    if (!first) continue
    const texts = readBases({ ...setting, passages: [passage] }).map((base) => base.fact.name)
    const says = `${first[2]}: văn bản này không quy định chi tiết mà ghi “${said.length > 220 ? `${said.slice(0, said.lastIndexOf(' ', 220))}…` : said}”`
    return [{ fact: { kinds: [first[0]], says, texts, source: sourceIn(passage, quoteOf(passage.text, sentence, sentence.start + match.index, sentence.start + match.index + match[0].length)) }, name: first[2], at: passage }]
  }
  return []
}
