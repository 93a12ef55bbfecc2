import type { Statement } from '../../knowledge/types.ts'
import { stretchesOf, type Passage } from '../passages.ts'
import { quoteOf } from '../quote.ts'
import { sourceIn, type Found, type Setting } from './found.ts'

/**
 * What else people ask for: slogan, theme, funding, rewards, aims, scope, standing body, rules, contents, recipients.
 * "3. Khẩu hiệu thi đua", "Chủ đề của phong trào thi đua: “…”", "III. KINH PHÍ THỰC HIỆN", "3. Tiền thưởng: …", "1. Phạm vi: …",
 * "là cơ quan Thường trực phong trào", "sẽ không xem xét khen thưởng …", "chỉ xem xét khen thưởng một lần".
 * Not: a heading alone, a chapter of several subjects.
 */
type Topic = Statement['topic']

const BY_HEADING: readonly (readonly [Topic, RegExp, string])[] = [
  ['slogan', /^khẩu hiệu/iu, 'Khẩu hiệu thi đua'],
  ['theme', /^(?:chủ đề|tên gọi|phương châm)/iu, 'Chủ đề'],
  ['funding', /^(?:[\p{L} ]{0,20})?(?:kinh phí|nguồn kinh phí)/iu, 'Kinh phí'],
  ['reward', /^(?:tiền thưởng|mức (?:tiền )?thưởng|chế độ khen thưởng|quyền lợi|giải thưởng|cơ cấu giải)/iu, 'Tiền thưởng'],
  ['scope', /^phạm vi/iu, 'Phạm vi'],
  ['aim', /^(?:mục đích|yêu cầu|mục tiêu)(?!\p{L})/iu, 'Mục đích, yêu cầu'],
  ['content', /^(?:nội dung|nhiệm vụ trọng tâm|giải pháp|hình thức (?:tổ chức|thi|dự thi)|cách thức|trình tự thực hiện|lệ phí|phí|kết quả thực hiện|nguyên tắc)/iu, 'Nội dung'],
]
const RULES: readonly (readonly [Topic, RegExp, string])[] = [
  ['rule', /(?:sẽ |chỉ |)không (?:xem xét|xét|khen thưởng|trình|tiếp nhận|giải quyết|nhận)(?: [\p{L},]+){2,}/iu, 'Trường hợp không xét'],
  ['rule', /chỉ (?:xem xét|xét|khen thưởng|đề nghị|tiếp nhận)(?: [\p{L},]+){2,}/iu, 'Điều kiện xét'],
  ['rule', /(?:là (?:một trong những )?(?:căn cứ|cơ sở|điều kiện|tiêu chí)) (?:để )?(?:xét|bình xét|đánh giá|xem xét)/iu, 'Căn cứ xét khen thưởng'],
  ['rule', /(?:quan tâm|ưu tiên|chú trọng)(?: [\p{L},]+){0,6} (?:khen thưởng|đề nghị|xét|tập thể nhỏ|người lao động trực tiếp)/iu, 'Ưu tiên khi xét'],
]
const STANDING = /(?:là|làm|giao) (?:cơ quan|đơn vị|đầu mối)(?: [Tt]hường trực| đầu mối| chủ trì)|cơ quan [Tt]hường trực/iu
const LONGEST = 400
const MOST_OF_A_TOPIC = 12

export function readStatements(setting: Setting): Found<'statements'>[] {
  const counts = new Map<string, number>()
  const found = setting.passages.flatMap((passage) => (passage.zone === 'head' || passage.text.startsWith('|') ? [] : [...headed(passage), ...rulesIn(passage)]))
  return [...found, ...standingBody(setting.passages), ...recipients(setting.passages)].filter(({ fact }) => {
    const count = (counts.get(fact.topic) ?? 0) + 1
    counts.set(fact.topic, count)
    return count <= MOST_OF_A_TOPIC
  })
}

/** The words under a heading of one of these topics, or behind its colon. */
function headed(passage: Passage): Found<'statements'>[] {
  if (passage.zone === 'tail') return []
  const colon = passage.text.indexOf(': ')
  const inline = colon > 0 && colon < 90 ? BY_HEADING.find(([, pattern]) => pattern.test(passage.text.slice(0, colon))) : undefined
  if (inline) return [statement(passage, inline[0], passage.text.slice(0, colon), passage.text.slice(colon + 2), colon + 2)]
  const above = passage.parent
  if (!above || passage.text.length < 25 || above.text.length > 120) return []
  const topic = BY_HEADING.find(([, pattern]) => pattern.test(above.text))
  if (!topic || (topic[0] === 'content' && passage.children.length === 0 && passage.text.length < 60)) return []
  return [statement(passage, topic[0], titleOf(above.text), passage.text, 0)]
}

const titleOf = (text: string) => {
  const flat = text.replace(/[:.;]+\s*$/, '')
  return /\p{Ll}/u.test(flat) ? flat : flat.charAt(0) + flat.slice(1).toLowerCase()
}

function statement(passage: Passage, topic: Topic, name: string, said: string, from: number): Found<'statements'> {
  const flat = said.replace(/\s+/g, ' ').trim()
  const says = flat.length > LONGEST ? `${flat.slice(0, flat.lastIndexOf(' ', LONGEST))}…` : flat
  const title = name.trim().replace(/[:.]+$/, '')
  return { fact: { topic, name: title, says, source: sourceIn(passage, quoteOf(passage.text, { start: 0, end: passage.text.length }, from, Math.min(passage.text.length, from + 220))) }, name: `${title} ${topic === 'content' || topic === 'aim' ? passage.label : ''}`, at: passage }
}

function rulesIn(passage: Passage): Found<'statements'>[] {
  return stretchesOf(passage.text, false).flatMap((sentence): Found<'statements'>[] => {
    const said = passage.text.slice(sentence.start, sentence.end)
    const rule = RULES.find(([, pattern]) => pattern.test(said))
    if (!rule || !/khen|hồ sơ|thi đua|danh hiệu|đăng ký|dự thi|bài/iu.test(said)) return []
    const at = sentence.start + (rule[1].exec(said)?.index ?? 0)
    const says = said.length > LONGEST ? `${said.slice(0, said.lastIndexOf(' ', LONGEST))}…` : said
    return [{ fact: { topic: rule[0], name: rule[2], says, source: sourceIn(passage, quoteOf(passage.text, sentence, at, Math.min(sentence.end, at + 60))) }, name: rule[2], at: passage }]
  })
}

function standingBody(passages: readonly Passage[]): Found<'statements'>[] {
  const at = passages.find((passage) => passage.zone === 'body' && STANDING.test(passage.text))
  const match = at && STANDING.exec(at.text)
  if (!at || !match) return []
  const sentence = stretchesOf(at.text, false).find((one) => match.index >= one.start && match.index < one.end) ?? { start: 0, end: at.text.length }
  const said = at.text.slice(sentence.start, Math.min(sentence.end, match.index + 160)).trim()
  return [{ fact: { topic: 'standing-body', name: 'Cơ quan thường trực', says: said, source: sourceIn(at, quoteOf(at.text, sentence, match.index, Math.min(sentence.end, match.index + match[0].length))) }, name: 'co quan thuong truc', at }]
}

function recipients(passages: readonly Passage[]): Found<'statements'>[] {
  const heading = passages.find((passage) => passage.zone === 'tail' && /^nơi nhận/iu.test(passage.text))
  if (!heading) return []
  const rows = passages.filter((passage) => passage.order > heading.order && passage.zone === 'tail' && passage.label !== '')
  const [first] = rows
  if (!first) return []
  const says = rows.map((row) => row.text.replace(/[;,.]+$/, '')).filter((row) => !/^lưu/iu.test(row)).join('; ')
  return says ? [{ fact: { topic: 'recipients', name: 'Nơi nhận', says: says.slice(0, LONGEST * 2), source: sourceIn(first, first.text) }, name: 'noi nhan', at: first }] : []
}
