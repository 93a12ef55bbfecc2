import { findTimes } from '../../language/dates.ts'
import { dayOf, type Day } from '../../language/day.ts'
import type { Source } from '../../knowledge/types.ts'
import type { Passage } from '../passages.ts'
import { issuerOf, letterheadOf } from './issuer.ts'
import { placeOf, type Place } from './place.ts'
import { casingOf, firstUpper } from './recase.ts'
import { signerOf, type Signer } from './signer.ts'
import { titleOf } from './title.ts'

/** What the head and the end of a text say of the text itself. */
export interface Head {
  readonly title: string
  readonly kind: string
  readonly issuer: string
  readonly place: Place
  readonly year: number
  /** "giai đoạn 2025 - 2027" of the title. */
  readonly span?: readonly [number, number]
  readonly number?: { readonly text: string; readonly source: Source }
  readonly issued?: { readonly on?: Day; readonly month?: string; readonly source: Source }
  readonly signer?: Signer
  /** It holds until it is changed: a circular, a regulation, a law. */
  readonly lasting: boolean
  readonly doubts: readonly string[]
}

const NUMBER = /^(?:Luật |Nghị quyết )?[Ss][ốỐ](?: hiệu)?\s*:?\s*(\d{1,5}[a-z]?)\s*([/-])\s*((?:\d{4}\s?\/\s?)?\p{Lu}[\p{L}\d]*(?:\s?[-/]\s?[\p{L}\d]+)*)/u
const DATELINE = /^([\p{Lu}][\p{L}.\s’'-]{1,40}?),?\s*(?:ngày\s*(\d{1,2}|[.…_\s]*)\s*)?tháng\s*(\d{1,2}|[.…_\s]*)\s*năm\s*(\d{4})\.?$/iu
/** "(Ban hành kèm theo Quyết định số 140/QĐ-… ngày 10 tháng 9 năm 2021 của …)": the regulation that stands without its decision. */
const ATTACHED = /kèm theo (?:Quyết định|Nghị quyết|Thông tư|Kế hoạch|Công văn|Văn bản)(?: liên tịch)? số\s*:?\s*(\d{1,5}[a-z]?\s*[/-]\s*[\p{L}\d/-]+),?\s*(ngày\s*(\d{1,2})(?:\s*tháng\s*|\/)(\d{1,2})(?:\s*năm\s*|\/)(\d{4}))?/iu
const META_DAY = /^Ngày ban hành\s*:?\s*(\d{1,2})\/(\d{1,2})\/(\d{4})/iu
const KIND_CODES: Readonly<Record<string, string>> = { KH: 'Kế hoạch', QĐ: 'Quyết định', TT: 'Thông tư', HD: 'Hướng dẫn', NQ: 'Nghị quyết', NĐ: 'Nghị định', CT: 'Chỉ thị', CTr: 'Chương trình', TB: 'Thông báo', QC: 'Quy chế', ĐA: 'Đề án', TTLT: 'Thông tư liên tịch', QH: 'Luật', TL: 'Thể lệ' }
const LASTING = /^(?:thông tư|thông tư liên tịch|luật|nghị định|quy chế|quy định|điều lệ|bộ luật|pháp lệnh|nghị quyết|quyết định|hướng dẫn|thủ tục hành chính|quy trình|bộ tiêu chí)/iu

/** Reads the head of a text. `thisYear` stands where no year can be found, and a doubt says so. */
export function readHead(passages: readonly Passage[], text: string, thisYear: number): Head {
  const doubts: string[] = []
  const first = passages.findIndex((passage) => passage.zone === 'body')
  const opening = passages.slice(0, first < 0 ? passages.length : first).filter((passage) => passage.text !== '')
  const number = numberIn(opening)
  const issued = issuedIn(opening)
  const { title, kind } = titleOf(opening, passages)
  const recase = casingOf(text)
  const named = recase(title)
  const rawIssuer = recase(issuerOf(opening, passages)).replace(/ - \p{Ll}/u, (dash) => dash.toUpperCase())
  const dateline = issued?.place && recase(issued.place)
  const place = placeOf(text, { issuer: rawIssuer, letterhead: recase(letterheadOf(opening).join(' ')), ...(dateline ? { dateline } : {}), title: named })
  const span = spanOf(named)
  const found = yearFrom(named, issued?.year, number?.text, text)
  const year = span && (found === undefined || found < span[0]) ? span[0] : (found ?? thisYear)
  if (!title) doubts.push('Không tìm thấy tên văn bản.')
  if (!rawIssuer) doubts.push('Không tìm thấy cơ quan ban hành.')
  if (!found && !span) doubts.push(`Không tìm thấy năm của văn bản; đang ghi năm ${thisYear}.`)
  if (!place) doubts.push('Văn bản không ghi địa bàn; đang ghi "cả nước".')
  const kindName = firstUpper((kind ?? kindOfNumber(number?.text) ?? (opening.some((one) => /^V\/v /iu.test(one.text)) ? 'Công văn' : kindOfSelf(text))).toLowerCase())
  const signer = signerOf(passages, recase)
  return {
    title: named || 'Văn bản chưa rõ tên',
    kind: kindName,
    issuer: withPlace(rawIssuer || 'Chưa rõ cơ quan ban hành', place),
    place: place ? { name: place.name, ...(place.within ? { within: place.within } : {}) } : { name: 'cả nước' },
    year,
    ...(span ? { span } : {}),
    ...(number ? { number: { text: number.text, source: { clause: number.at.address, quote: number.quote } } } : {}),
    ...(issued?.date ? { issued: { ...issued.date, source: { clause: issued.at.address, quote: issued.at.text } } } : {}),
    ...(signer ? { signer } : {}),
    lasting: span !== undefined || (LASTING.test(kindName) || passages.filter((passage) => passage.label.startsWith('Điều ')).length > 2) && yearsOf(named).length === 0,
    doubts,
  }
}

/** "giai đoạn 2025 - 2027": what has no year in it comes every year. */
function spanOf(title: string): readonly [number, number] | undefined {
  const match = /(?:giai đoạn|các năm|từ năm) (20\d\d)\s?(?:[-–]|đến(?: năm)?)\s?(20\d\d)/iu.exec(title)
  const [from, to] = [Number(match?.[1]), Number(match?.[2])]
  return match && from < to && to - from < 20 ? [from, to] : undefined
}

function numberIn(opening: readonly Passage[]) {
  for (const at of opening) {
    const match = NUMBER.exec(at.text)
    if (!match || /^số\s*:?\s*\//iu.test(at.text)) continue
    const text = `${match[1]}${match[2]}${match[3]}`.replace(/\s+/g, '')
    return { text, at, quote: match[0].trim() }
  }
  const at = opening.find((one) => ATTACHED.test(one.text))
  const match = at && ATTACHED.exec(at.text)
  return at && match?.[1] ? { text: match[1].replace(/\s+/g, ''), at, quote: match[0].trim() } : undefined
}

function issuedIn(opening: readonly Passage[]): { at: Passage; place?: string; year?: number; date?: { on?: Day; month?: string } } | undefined {
  for (const at of opening) {
    // "Số: 1452/QĐ-UBND   Hải An, ngày … năm 2023" on one line.
    const match = DATELINE.exec(at.text.replace(/^số\s*:?\s*[^\s,]+\s+(?=\p{Lu})/iu, ''))
    if (!match) continue
    const [, place = '', day = '', month = '', year = ''] = match
    const on = dayOf(Number(year), Number(month), Number(day))
    const date = on ? { on } : Number(month) >= 1 && Number(month) <= 12 ? { month: `${year}-${month.trim().padStart(2, '0')}` } : undefined
    return { at, place: place.trim(), year: Number(year), ...(date ? { date } : {}) }
  }
  for (const at of opening) {
    const match = META_DAY.exec(at.text)
    const on = match && dayOf(Number(match[3]), Number(match[2]), Number(match[1]))
    if (on) return { at, year: Number(match[3]), date: { on } }
  }
  for (const at of opening) {
    const match = ATTACHED.exec(at.text)
    const on = match?.[2] && dayOf(Number(match[5]), Number(match[4]), Number(match[3]))
    if (on) return { at, year: Number(match[5]), date: { on } }
  }
  return undefined
}

function yearFrom(title: string, issued: number | undefined, number: string | undefined, text: string): number | undefined {
  const named = yearsOf(title)
  if (named.length > 0 && !/giai đoạn/iu.test(title)) return named.at(-1)
  if (issued) return issued
  const ofNumber = /\/(20\d\d)\//.exec(number ?? '')?.[1]
  if (ofNumber) return Number(ofNumber)
  const counts = new Map<number, number>()
  for (const time of findTimes(text.slice(0, 60_000))) if (typeof time.year === 'number' && time.year >= 1990) counts.set(time.year, (counts.get(time.year) ?? 0) + 1)
  return named.at(-1) ?? [...counts].filter(([, count]) => count > 1).sort((a, b) => b[1] - a[1] || b[0] - a[0])[0]?.[0]
}

function kindOfNumber(number: string | undefined): string | undefined {
  const code = /[/-](\p{Lu}[\p{L}]*)\d*(?:-|$|\/)/u.exec(number ?? '')?.[1]
  return code ? KIND_CODES[code] : undefined
}

/** "Ban Chỉ đạo 138 huyện" with its place: "… huyện Bắc Quang". */
function withPlace(issuer: string, place: Place | undefined): string {
  if (!place || place.guessed || /(?<!\p{L})(?:Việt Nam|Trung ương|Quốc hội|Chính phủ)$/u.test(issuer) || /^Bộ |^Quốc hội|^Chính phủ|^Thủ tướng/u.test(issuer)) return issuer
  if (!/^\p{Ll}/u.test(place.name)) return issuer
  const [kind, name] = [place.name.replace(/\s\p{Lu}.*$/u, ''), place.name.replace(/^[\p{Ll}\s]+/u, '')]
  if (issuer.toLowerCase().includes(name.toLowerCase())) return issuer
  return issuer.toLowerCase().endsWith(kind) ? `${issuer} ${name}` : issuer.startsWith('Chưa rõ') ? issuer : `${issuer} ${place.name}`
}

/** "Luật này", "Thông tư này": what a chapter without its head calls the text it belongs to. */
function kindOfSelf(text: string): string {
  const counts = new Map<string, number>()
  for (const [, kind = ''] of text.slice(0, 300_000).matchAll(/(?<!\p{L})(Luật|Thông tư|Nghị định|Nghị quyết|Quy chế|Quy định|Kế hoạch|Hướng dẫn|Quyết định|Chỉ thị|Điều lệ|Thể lệ) này(?!\p{L})/gu)) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'Văn bản'
}

/** The years a title names for its own matter: not those of "… Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024", "… Luật Thi đua, khen thưởng năm 2022". */
function yearsOf(title: string): number[] {
  return [...title.matchAll(/(?<!tháng \d{1,2}\s*)năm (?:học )?(20\d\d)/giu)].filter((match) => !/(?:Luật|Bộ luật|Pháp lệnh|Nghị định|Nghị quyết|Quyết định|Thông tư|Chỉ thị) [^,;]{0,60}(?:, [^,;]{0,30})?$/u.test(title.slice(0, match.index))).map((match) => Number(match[1]))
}
