import { asName, firstUpper } from './recase.ts'

/** Where a text holds: "huyện Bắc Quang" within "tỉnh Hà Giang". */
export interface Place {
  readonly name: string
  readonly within?: string
  /** True where neither head nor title names it and the text merely speaks of it most. */
  readonly guessed?: boolean
}

/** The words of a head that may name its place, capitals set right. */
interface HeadWords {
  readonly issuer: string
  readonly letterhead: string
  readonly dateline?: string
  readonly title: string
}

const KINDS = ['thành phố', 'thị xã', 'thị trấn', 'đặc khu', 'tỉnh', 'huyện', 'quận', 'phường', 'xã'] as const
const NAMED = /(?<!\p{L})(thành phố|thị xã|thị trấn|đặc khu|tỉnh|huyện|quận|phường|xã|TP\.?|TX\.?) ((?:\p{Lu}[\p{L}’'-]*)(?: (?!Ban|Công|Ủy|Sở|Phòng|Hội|Quyết|Kế|Về|Năm|Số|Căn|Quy|Đoàn|Mặt|Trường|Chi|Văn|Và)\p{Lu}[\p{L}’'-]*){0,3}|\d{1,2}(?!\d|\/))/gu
const RANK: Readonly<Record<string, number>> = { tỉnh: 0, 'thành phố': 1, 'thị xã': 2, huyện: 2, quận: 2, 'đặc khu': 3, 'thị trấn': 3, phường: 3, xã: 3 }

/**
 * The place of a text: its issuer's if that names one, else the one of the dateline, else the one its title or, most
 * often, its words name. Undefined where the text holds for the whole country.
 */
export function placeOf(text: string, { issuer, letterhead, dateline, title }: HeadWords): Place | undefined {
  const counts = new Map<string, number>()
  for (const match of text.slice(0, 300_000).matchAll(NAMED)) {
    const name = `${kindName(match[1] ?? '')} ${asName(match[2] ?? '')}`
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  // "UBND TỈNH X" over "SỞ Y TẾ" says where; over a school that dates from another place it does not.
  const above = nameIn(letterhead)
  const own = nameIn(issuer) ?? (above && (!dateline || bare(above).toLowerCase() === dateline.toLowerCase()) ? above : undefined) ?? ofDateline(dateline, counts, `${letterhead} ${issuer}`) ?? nameIn(title)
  const named = own ?? mostOf(counts, title)
  if (!named) return dateline && !/^Hà Nội$/u.test(dateline) ? { name: dateline } : undefined
  const rank = RANK[kindOf(named)] ?? 9
  const within = rank <= 0 ? undefined : [...counts].filter(([name]) => (RANK[kindOf(name)] ?? 9) < rank && (kindOf(name) === 'tỉnh' || rank > 2) && bare(name) !== bare(named)).sort((a, b) => b[1] - a[1])[0]?.[0]
  return { name: named, ...(within ? { within } : {}), ...(own ? {} : { guessed: true }) }
}

/** The name alone: "Bắc Quang" of "huyện Bắc Quang". */
export function bare(place: string): string {
  const kind = kindOf(place)
  return kind ? place.slice(kind.length + 1) : place
}

function nameIn(text: string): string | undefined {
  const found = [...text.matchAll(NAMED)].at(-1)
  return found ? `${kindName(found[1] ?? '')} ${asName(found[2] ?? '')}` : undefined
}

/** "Bắc Quang, ngày …": the kind of place that the text most often puts before this name; the issuer's own kind first. */
function ofDateline(dateline: string | undefined, counts: ReadonlyMap<string, number>, issuer: string): string | undefined {
  if (!dateline) return undefined
  const name = dateline.replace(/^(?:TP|TX)\.? /iu, '')
  const candidates = [...counts].filter(([one]) => bare(one).toLowerCase() === name.toLowerCase()).sort((a, b) => b[1] - a[1])
  const own = KINDS.find((kind) => new RegExp(`(?<!\\p{L})${kind}(?!\\p{L}| \\p{Lu})`, 'u').test(issuer.toLowerCase() === issuer ? issuer : issuer.replace(/^\p{Lu}/u, (first) => first.toLowerCase())))
  if (own && candidates.length === 0) return `${own} ${firstUpper(name)}`
  return candidates.find(([one]) => kindOf(one) === own)?.[0] ?? candidates[0]?.[0]
}

/** Named again and again, or a name that the title holds without its kind. */
const mostOf = (counts: ReadonlyMap<string, number>, title: string) => [...counts].filter(([name, count]) => count > 2 || title.includes(bare(name))).sort((a, b) => b[1] - a[1])[0]?.[0]
const kindOf = (place: string) => KINDS.find((kind) => place.startsWith(`${kind} `)) ?? ''
const kindName = (kind: string) => (/^TP/.test(kind) ? 'thành phố' : /^TX/.test(kind) ? 'thị xã' : kind)
