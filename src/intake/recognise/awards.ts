import type { Award } from '../../knowledge/types.ts'
import { fold } from '../../language/normalise.ts'
import type { Passage } from '../passages.ts'
import { quoteOf } from '../quote.ts'
import { findBody } from './bodies.ts'
import { sourceIn, type Found, type Setting } from './found.ts'
import { readQuotas, type Quota } from './quotas.ts'

/**
 * Awards that a text gives, who decides them, and their quotas.
 * "- Bằng khen Bộ Công an:", "1. Bằng khen của Chủ tịch Ủy ban nhân dân thành phố", "Giấy khen của Chủ tịch UBND huyện, UBND xã",
 * "xét tặng danh hiệu “Chiến sĩ thi đua cơ sở”", "Cờ thi đua của Chính phủ", "trình Chủ tịch UBND tỉnh tặng Bằng khen".
 * Not: "đã được tặng Bằng khen của …" (a condition), "bản sao bằng khen" (a paper), "các hình thức khen thưởng khác".
 */
const NAMES = String.raw`(?:Bằng khen|Giấy khen|Thư khen|Cờ (?:thi đua|đơn vị)|Huân chương|Huy chương|Kỷ niệm chương|Giải thưởng(?: [“"][^”"]{2,60}[”"])?|(?:[Dd]anh hiệu )?[“"][^”"]{4,60}[”"]|(?:[Dd]anh hiệu )(?:Chiến sĩ thi đua|Chiến sỹ thi đua|Lao động tiên tiến|Tập thể lao động|Anh hùng|Đơn vị quyết thắng|Gia đình văn hóa)|Chiến sĩ thi đua|Chiến sỹ thi đua|Lao động tiên tiến|Tập thể lao động (?:xuất sắc|tiên tiến)|Đơn vị (?:quyết thắng|tiên tiến))`
const AWARD = new RegExp(String.raw`(?<!\p{L})${NAMES}((?: (?:của|cấp|toàn quốc|cơ sở|xuất sắc|hạng|tặng|tỉnh|bộ|Bộ|UBND|Ủy ban|Chủ tịch|Chính phủ|Thủ tướng))[^,;.:()“”]{0,80}(?:, (?:phường|xã|thị trấn|đặc khu|huyện|ban|ngành|tỉnh|đơn vị|tổ chức|địa phương|đoàn thể trung ương)(?=[,:;.\s]|$)){0,4}(?:, (?:Chủ nhiệm|Bộ trưởng) [^,;.:()“”]{3,60})?)?`, 'gu')
const LISTED = new RegExp(`^(?:\\d+ )?(?:Tiêu chuẩn |Điều kiện )?(?:xét tặng )?(?:Tặng |Danh hiệu |Hình thức )?["“]?${NAMES}`, 'u')
const CONDITION = /(?:đã|từng|lần|đang|có|các|những|bản sao|bản chụp|hoặc được|người được|người có) (?:được )?(?:tặng |nhận |đề nghị |trao )?(?:thưởng )?$|(?:đã|từng) [^,;.]{0,30}$|bản (?:sao|chụp)[^;.]{0,40}$/iu
/** In a standard: what one must have been given before. */
const GIVEN = /(?:được (?:tặng|công nhận|trao)|đạt|lần(?: liên tục| liên tiếp)?)(?: (?:danh hiệu|được|tặng|thưởng))* ?$/iu
/** "những cá nhân có ba lần liên tục được tặng …", "(từ Bằng khen … trở lên)": others had it before, or it bounds a class. */
const BEFOREHAND = /(?:lần|năm) (?:liên tục|liên tiếp|trở lên)? ?(?:được (?:tặng|công nhận|tặng thưởng)|đạt)(?: danh hiệu)? ?$|\(từ $/iu
const GIVING = /(?:tặng|trao|xét|đề nghị|trình|khen thưởng|hình thức)[^.;]{0,100}$/iu
const STOP = /\s(?:cho|để|theo|khi|sau|trong|thì|do|được|và|hoặc|giao|là|với|đối|có|tại|xem|từ|vào|phải|nếu|bằng|kèm|về|đã|sẽ|gửi|nộp|trình|trở lên|nhận|thực hiện|năm \d|không quá|tối đa|gồm|các (?:loại|hạng|hình thức))(?:\s.*)?$/u

interface Mention { readonly name: string; readonly at: Passage; readonly start: number; readonly end: number; readonly listed: boolean }

export function readAwards(setting: Setting): Found<'awards'>[] {
  const mentions = setting.passages.flatMap((passage) => (passage.zone === 'body' ? mentionsIn(passage) : passage.zone === 'head' && passage.text.includes(setting.title.slice(6, 50)) && passage.text.length < 500 ? inTitle(passage) : []))
  const byKey = new Map<string, Mention[]>()
  for (const mention of mentions) byKey.set(keyOf(mention.name), [...(byKey.get(keyOf(mention.name)) ?? []), mention])
  const named = [...byKey.values()].filter((group) => group.some((one) => one.listed) || hasGiver(group[0]?.name ?? ''))
  const groups = named.filter((group) => !isBare(group) || (group.some((one) => one.listed) && named.every((other) => other === group || !sameForm(group, other))))
  const awards = groups.map((group) => foundOf(group.find((one) => one.listed) ?? (group[0] as Mention)))
  return withQuotas(awards, readQuotas(setting.passages), groups)
}

/** "Bằng khen lập 02 bộ": no award of its own beside "Bằng khen của Chủ tịch …". */
const BARE = /^(?:Bằng khen|Giấy khen|Thư khen|Cờ thi đua|Huân chương|Huy chương|Kỷ niệm chương|Giải thưởng|Danh hiệu)$/u
const isBare = (group: readonly Mention[]) => BARE.test(group[0]?.name ?? '')
const sameForm = (one: readonly Mention[], other: readonly Mention[]) => (one[0]?.name.slice(0, 4) ?? '') === other[0]?.name.slice(0, 4)

function mentionsIn(passage: Passage): Mention[] {
  const { text } = passage
  return [...text.matchAll(AWARD)].flatMap((match) => {
    const before = text.slice(0, match.index)
    const listed = match.index < 34 && LISTED.test(text) && text.length < 300
    if (CONDITION.test(before) || BEFOREHAND.test(before) || (!listed && GIVEN.test(before) && /tieu chuan|dieu kien/.test(`${passage.folded.slice(0, 60)} ${passage.above}`)) || (!listed && !GIVING.test(before) && match[1] === undefined)) return []
    if (/^[“"]|danh hiệu/iu.test(match[0]) && !/(?:tặng|xét|phong|công nhận|danh hiệu)[^.;]{0,40}$/iu.test(before) && !listed) return []
    return namesOf(match[0]).map((name) => ({ name: BARE.test(name) ? withGiver(name, text, match.index) : name, at: passage, start: match.index, end: match.index + match[0].length, listed }))
  })
}

/** "Quy chế xét tặng Giấy khen …", "xét tặng Giải thưởng “Lá xanh”": a text that is about one award. */
function inTitle(passage: Passage): Mention[] {
  return [...passage.text.matchAll(AWARD)].filter((match) => !/^[“"]/.test(match[0]) && /(?:tặng|trao|xét)[^.;]{0,40}$/iu.test(passage.text.slice(0, match.index))).flatMap((match) => namesOf(match[0]).map((name) => ({ name, at: passage, start: match.index, end: match.index + match[0].length, listed: true })))
}

/** "Ủy ban nhân dân quận tặng Giấy khen", "trình Chủ tịch Ủy ban nhân dân tỉnh tặng Bằng khen": whose it is stands before. */
function withGiver(name: string, text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 160), at)
  const giving = /,?\s(?:xem xét,? |xét,? |quyết định )*tặng(?: thưởng)? $/u.exec(before)
  if (!giving) return name
  const giver = before.slice(0, giving.index)
  for (let body = findBody(giver, 0, giver.length); body; body = findBody(giver, body.end, giver.length)) {
    if (body.end >= giver.length) return `${name} của ${giver.slice(body.start, body.end).replace(/^.*, (?=\p{Lu})/u, '')}`
  }
  return name
}

/** "Giấy khen của Chủ tịch UBND huyện, UBND xã, thị trấn" names two; the words after the giver are out. */
function namesOf(said: string): string[] {
  const name = said.replace(/^[“"']?\d+\. /u, '').replace(STOP, '').replace(/^danh hiệu /iu, 'Danh hiệu ').replace(/[\s,:;-]+$/u, '').replace(/^([^“"]*)["”]$/u, '$1').replace(/ của của /u, ' của ')
  return name.length < 8 || /^(?:Bằng khen|Giấy khen)(?: của)?$/u.test(name) ? (/^(?:Bằng khen|Giấy khen)$/u.test(name) ? [name] : []) : [name]
}

/** "Ủy ban nhân dân" and "UBND", with and without "Chủ tịch" and "các", are one giver. */
function keyOf(name: string): string {
  return fold(name.replace(/(tỉnh|thành phố|huyện|thị xã|quận|xã|phường)((?: \p{Lu}[\p{L}]*)+)/gu, '$1')).replace(/uy ban nhan dan/g, 'ubnd').replace(/\b(?:cua|chu tich|cac|danh hiệu|danh hieu)\b/g, ' ').replace(/thanh pho/g, 'tp').replace(/[^a-z0-9]+/g, ' ').trim()
}

const hasGiver = (name: string) => /^(?:Bằng khen|Giấy khen|Thư khen|Cờ|Huân|Huy|Kỷ|Danh hiệu|Chiến|Tập thể|Lao động)/u.test(name) && !/^(?:Bằng khen|Giấy khen)$/u.test(name)

const FORMS: readonly (readonly [Award['form'], RegExp])[] = [['bang-khen', /^bằng khen/iu], ['giay-khen', /^giấy khen/iu], ['danh-hieu', /danh hiệu|chiến s[ĩỹ]|lao động|đơn vị|anh hùng|gia đình|^[“"]/iu]]

function foundOf(mention: Mention): Found<'awards'> {
  const { name, at } = mention
  const giver = / của (?:các )?((?:Chủ tịch|Giám đốc|Thủ tướng|Bộ trưởng|Bộ|Trưởng|UBND|Ủy ban|Chính phủ|Thủ trưởng|Hiệu trưởng|Ban)[^“”]{2,80})$/u.exec(name)?.[1]
  return {
    fact: { name, form: FORMS.find(([, pattern]) => pattern.test(name))?.[0] ?? 'khac', ...(giver ? { decided_by: giver } : {}), source: sourceIn(at, quoteOf(at.text, { start: 0, end: at.text.length }, mention.start, mention.end)) },
    name,
    at,
  }
}

/** A quota belongs to the award whose clause it stands in; one that stands in none, to the only award there is. */
function withQuotas(awards: readonly Found<'awards'>[], quotas: readonly Quota[], groups: readonly (readonly Mention[])[]): Found<'awards'>[] {
  const result = [...awards]
  for (const { quota, at, within } of quotas) {
    const here = groups.findIndex((group) => group.some((one) => one.at === at && one.start < within.end && one.end > within.start))
    const index = here >= 0 ? here : awardAbove(at, groups)
    const place = index >= 0 ? index : awards.length === 1 ? 0 : -1
    const award = result[place]
    if (award && !award.fact.quota) result[place] = { ...award, fact: { ...award.fact, quota } }
    else if (!award) result.push({ fact: { name: 'Đề nghị khen thưởng', form: 'khac', quota, source: quota.source }, name: `so luong khen thuong ${at.address}`, at, doubt: 'Không rõ số lượng này thuộc hình thức khen thưởng nào.' })
  }
  return result
}

function awardAbove(at: Passage, groups: readonly (readonly Mention[])[]): number {
  for (let above = at.parent; above; above = above.parent) {
    const index = groups.findIndex((group) => group.some((one) => one.listed && one.at === above))
    if (index >= 0) return index
  }
  // "1. … được tặng Giấy khen của Hiệu trưởng. 2. Mỗi khoa đề nghị không quá 10 …"
  for (const before of at.beside.slice(Math.max(0, at.place - 4), at.place).reverse()) {
    const index = groups.findIndex((group) => group.some((one) => one.at === before))
    if (index >= 0) return index
  }
  return -1
}
