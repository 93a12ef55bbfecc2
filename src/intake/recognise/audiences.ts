import type { Passage } from '../passages.ts'
import { quoteOf } from '../quote.ts'
import { sourceIn, type Found, type Setting } from './found.ts'

/**
 * Who a text is for and who is left out.
 * "2. Đối tượng thi đua" with "- Tập thể: …", "- Cá nhân: …" below it; "1. Đối tượng thi đua: Lực lượng tham gia …";
 * "Điều 2. Đối tượng áp dụng"; "Đối tượng thực hiện: cá nhân, tổ chức"; "(trừ cơ sở giáo dục tiểu học, mầm non)"; "không áp dụng đối với …".
 * Not: "đúng đối tượng, đúng thành tích", "các đối tượng chính sách", criteria under "Đối tượng và tiêu chuẩn".
 */
type Kind = 'tap-the' | 'ca-nhan' | 'chung'

const HEADING = /^(?:phạm vi(?:,| và) |mục đích, )?(?:các )?đối tượng(?:(?:,| và) phạm vi| (?:thi đua|áp dụng|tham gia|thực hiện|dự thi|khen thưởng|xét|xét tặng|được|tham dự|điều chỉnh)[^.:;]{0,60}|,[^.:;]{0,60})?\s*(?:[:.]|$)|^(?:thành phần|đối tượng) (?:tham gia|dự thi)|^áp dụng đối với/iu
const OWN = /^(tập thể|cá nhân|tổ chức|hộ gia đình|các đơn vị|cán bộ|đối với tập thể|đối với cá nhân)\s*(?:gồm|bao gồm|là)?\s*[:：]\s*(.+)$/iu
const EXCEPT = /\((trừ [^()]{5,160})\)|(?:^|[,;.] )((?:không (?:áp dụng|xét|xem xét|bao gồm)(?: khen thưởng| thi đua)?|trừ|ngoại trừ) (?:đối với |cho |các |những |trường hợp )[^;.()]{5,180})|((?:cá nhân|tập thể|người) không thuộc [^;.()]{5,160})/iu
const OTHER_TOPIC = /^(?:tiêu chuẩn|điều kiện|hồ sơ|thời gian|hình thức|số lượng|nguyên tắc)/iu

export function readAudiences(setting: Setting): Found<'audiences'>[] {
  const found = setting.passages.flatMap((passage) => (passage.zone !== 'body' || passage.text.startsWith('|') ? [] : [...namedIn(passage), ...excludedIn(passage)]))
  return found.slice(0, 24)
}

function namedIn(passage: Passage): Found<'audiences'>[] {
  if (!underHeading(passage)) return []
  const own = OWN.exec(passage.text)
  if (own?.[1] && own[2]) return [audience(passage, kindOf(own[1]), own[2])]
  const colon = HEADING.test(passage.text) ? passage.text.indexOf(':') : -1
  if (colon > 0 && passage.text.length - colon > 8) return [audience(passage, kindOf(passage.text.slice(colon)), passage.text.slice(colon + 1))]
  if (HEADING.test(passage.text) && passage.text.length < 90) return []
  return passage.children.length === 0 && passage.text.length > 12 ? [audience(passage, kindOf(passage.text), passage.text)] : []
}

function underHeading(passage: Passage): boolean {
  for (let at: Passage | undefined = passage; at; at = at.parent) {
    if (OTHER_TOPIC.test(at.text)) return false
    if (HEADING.test(at.text) && at.text.length < 400) return !(at !== passage && at.children.slice(0, 50).some((child) => OTHER_TOPIC.test(child.text)))
  }
  return false
}

function audience(passage: Passage, kind: Kind, said: string): Found<'audiences'> {
  const who = said.replace(/\s+/g, ' ').trim().replace(/[;,.]+$/, '')
  const short = who.length > 400 ? `${who.slice(0, who.lastIndexOf(' ', 400))}…` : who
  return { fact: { kind, who: short, source: sourceIn(passage, quoteOf(passage.text, { start: 0, end: passage.text.length }, 0, Math.min(passage.text.length, 200))) }, name: kind === 'chung' ? `doi tuong ${short}` : kind, at: passage }
}

function excludedIn(passage: Passage): Found<'audiences'>[] {
  const match = EXCEPT.exec(passage.text)
  if (!match || (match[3] && !underHeading(passage))) return []
  const said = (match[1] ?? match[2] ?? match[3] ?? '').trim()
  const who = said.replace(/^(?:trừ|ngoại trừ|không (?:áp dụng|xét|xem xét|bao gồm)(?: khen thưởng| thi đua)?)(?: đối với| cho)?\s*/iu, '').replace(/^(?:cá nhân|tập thể|người) không thuộc/iu, 'Thuộc')
  const start = passage.text.indexOf(said)
  return [{ fact: { kind: kindOf(said), who: who.charAt(0).toUpperCase() + who.slice(1), excluded: true, source: sourceIn(passage, quoteOf(passage.text, { start: 0, end: passage.text.length }, start, start + said.length)) }, name: `ngoai ${who}`, at: passage }]
}

function kindOf(text: string): Kind {
  const groups = /tập thể|đơn vị|cơ quan|tổ chức|doanh nghiệp|cơ sở giáo dục|xã, |thôn/iu.test(text)
  const persons = /cá nhân|cán bộ|công chức|người|chiến s[ĩỹ]|hội viên|đoàn viên|học sinh|nhân dân|công dân/iu.test(text)
  if (/^(?:đối với )?tập thể|^:? ?các (?:đơn vị|cơ quan|tập thể)/iu.test(text)) return 'tap-the'
  if (/^(?:đối với )?cá nhân|^cán bộ/iu.test(text)) return 'ca-nhan'
  return groups === persons ? 'chung' : groups ? 'tap-the' : 'ca-nhan'
}
