import { fold } from './normalise.ts'

/** Days, months, quarters and recurring days named in Vietnamese text, typed with marks or without. */

export type TimeName =
  /** "ngày 05/11/2024", "5 tháng 11", "20/4". */
  | { readonly kind: 'day'; readonly day: number; readonly month: number }
  /** "tháng 11". */
  | { readonly kind: 'month'; readonly month: number }
  /** "quý III", "Quí IV-2025". */
  | { readonly kind: 'quarter'; readonly quarter: number }
  /** "năm 2025". */
  | { readonly kind: 'year' }
  /** "ngày 15 tháng cuối quý", "ngày 20 hằng tháng", "ngày 15 các tháng 3, 6, 9, 12". A day of -1 is the last of the month. */
  | { readonly kind: 'cycle'; readonly day: number; readonly months: readonly number[] }

export interface FoundTime {
  readonly name: TimeName
  /** As said; "every": "hằng năm"; "next": "năm sau", "năm liền kề"; undefined where none is said. */
  readonly year?: number | 'every' | 'next'
  /** Two numbers and a slash and nothing that says "day": may as well be the fraction of "2/3 số hộ". */
  readonly bare: boolean
  /** How it goes on from the time found before it: "từ … đến …", "01/6 và 15/11". */
  readonly link?: 'to' | 'and'
  /** Offsets in the text that was given (UTF-16 units, end excluded); "ngày" belongs to it. */
  readonly start: number
  readonly end: number
}

type Draft = { name: TimeName | { kind: 'lone'; day: number }; year?: number | 'every' | 'next'; bare: boolean; link?: 'to' | 'and'; start: number; end: number }
type Reader = readonly [pattern: RegExp, read: (groups: Record<string, string | undefined>) => Pick<Draft, 'name'> & { bare?: boolean; year?: string } | undefined]

const BEFORE = String.raw`(?<![\p{L}\p{N}]|[\p{N}][/.,-])`
const DAY = String.raw`(?<word>(?:ngay|mung|mong)\s{1,3})?`
const YEAR = String.raw`(?:(?:\s{0,3},?\s{0,3}(?:cua\s)?nam\s{0,3}|\s{0,3}[/-]\s{0,3}|\s{1,3})(?<year>(?:19|20)\d\d)(?![\p{L}\p{N}]))?`
const EACH = String.raw`(?:hang|moi)`
const ALL_MONTHS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 }

/** Tried in this order at every place; of two that overlap the one that starts first, then the longer, is kept. */
const READERS: readonly Reader[] = [
  // "ngày 15 các tháng 3, 6, 9 và 12", "ngày 15 tháng 6 và tháng 12"
  [
    re(String.raw`${BEFORE}(?:ngay\s{1,3})(?<day>\d{1,2})\s{1,3}(?:cua\s{1,3})?(?:cac\s{1,3})?thang\s{1,3}(?<months>\d{1,2}(?:\s{0,3}(?:,|va)\s{0,3}(?:thang\s{1,3})?\d{1,2}(?!\d|\s{0,2}[/.-]\d)){1,11})`),
    ({ day, months }) => cycle(Number(day), (months?.match(/\d+/g) ?? []).map(Number)),
  ],
  // "ngày 15 tháng cuối quý", "ngày 05 của tháng đầu quý sau"
  [
    re(String.raw`${BEFORE}(?:ngay\s{1,3})?(?<day>\d{1,2}|cuoi(?:\scung)?)\s{1,3}(?:cua\s{1,3})?thang\s{1,3}(?<which>cuoi|dau)(?:\s(?:cung|tien))?\s{1,3}(?:cua\s)?(?:${EACH}\s)?qu[yi](?![\p{L}\p{N}])`),
    ({ day, which }) => cycle(/\d/.test(day ?? '') ? Number(day) : -1, which === 'cuoi' ? [3, 6, 9, 12] : [1, 4, 7, 10]),
  ],
  // "ngày 20 hằng tháng", "ngày cuối cùng của tháng"
  [re(String.raw`${BEFORE}ngay\s{1,3}(?<day>\d{1,2})\s{1,3}(?:cua\s{1,3})?(?:${EACH}\sthang|thang\s(?:sau|ke tiep|tiep theo|lien ke))(?![\p{L}\p{N}])`), ({ day }) => cycle(Number(day), ALL_MONTHS)],
  [re(String.raw`${BEFORE}ngay\scuoi(?:\scung)?\s(?:cua\s)?(?:${EACH}\s)?thang(?!\s{0,3}\d)(?![\p{L}\p{N}])`), () => cycle(-1, ALL_MONTHS)],
  // "ngày 5 tháng 11 năm 2024"; "6 tháng 1 lần" and "6 tháng 1 năm" are no days
  [
    re(String.raw`${BEFORE}${DAY}(?<day>\d{1,2})\s{0,3}thang\s{0,3}(?<month>\d{1,2})(?!\d)(?!\s{1,3}(?:lan|nam(?!\s{0,3}\d))(?<!ngay.{1,24}))${YEAR}`),
    ({ day, month, year }) => aDay(day, month, year, false),
  ],
  // "05/11/2024", "05-11-2024", "ngày 20/4", "20/4"
  [
    re(String.raw`${BEFORE}${DAY}(?<day>\d{1,2})\s{0,2}(?<sign>[/.-])\s{0,2}(?<month>\d{1,2})\s{0,2}\k<sign>\s{0,2}(?<year>(?:19|20)\d\d|\d\d)(?![\p{L}\p{N}]|[/-][\p{L}\p{N}])`),
    ({ day, month, year }) => aDay(day, month, year, false),
  ],
  [
    re(String.raw`${BEFORE}${DAY}(?<day>\d{1,2})/(?<month>\d{1,2})(?![\p{L}\p{N}]|\s{0,2}[/-]\s{0,2}[\p{L}\p{N}])(?:\s{1,3}nam\s{1,3}(?<year>(?:19|20)\d\d)(?!\d))?`),
    ({ word, day, month, year }) => aDay(day, month, year, !word && !year),
  ],
  [re(String.raw`${BEFORE}(?<word>ngay\s{1,3})(?<day>\d{1,2})\.(?<month>\d{1,2})(?![\p{L}\p{N}]|[/.-][\p{L}\p{N}])`), ({ day, month }) => aDay(day, month, undefined, false)],
  [re(String.raw`${BEFORE}(?<!(?<!\d)\d{1,2}\s{1,2})thang\s{0,3}(?<month>\d{1,2})(?![\p{L}\p{N}]|[.]\d)${YEAR}`), ({ month, year }) => (isMonth(month) ? { name: { kind: 'month', month: Number(month) }, year } : undefined)],
  [
    re(String.raw`${BEFORE}qu[yi]\s{0,3}(?<quarter>iv|i{1,3}|[1-4])(?![\p{L}\p{N}])${YEAR}`),
    ({ quarter, year }) => ({ name: { kind: 'quarter', quarter: ROMAN[quarter ?? ''] ?? Number(quarter) }, year }),
  ],
  [re(String.raw`${BEFORE}nam\s{1,3}(?<year>(?:19|20)\d\d)(?![\p{L}\p{N}]|\s{0,2}[-–]\s{0,2}\d)`), ({ year }) => ({ name: { kind: 'year' }, year })],
  // "ngày 08" of "từ ngày 08 đến ngày 10 tháng 12": kept only where a day follows that lends it a month
  [re(String.raw`${BEFORE}ngay\s{1,3}(?<day>\d{1,2})(?![\p{L}\p{N}]|\s{0,2}[/.]\s{0,2}\d|\s{0,3}(?:thang|%))`), ({ day }) => (isDay(Number(day), 1) ? { name: { kind: 'lone', day: Number(day) } } : undefined)],
]

const MONTHLY = /(?:bao cao|dinh ky|hang|moi|^|[:,(])\s?thang[\s:,(]{1,3}(?:(?:truoc|gui|cham nhat|vao|nop)\s){0,2}$/u
const AND = /^\s{0,3}(?:,|va|hoac|;|&)\s{0,3}(?:truoc\s{1,3})?$/
const TO = /^\s{0,3}(?:den|toi|cho den|den het|-|–|—)\s{0,3}(?:het\s{1,3})?$/
const YEARLY = new RegExp(String.raw`^\s{0,3}(?:cua\s)?${EACH}\snam(?![\p{L}\p{N}])`, 'u')
const NEXT_YEAR = /^\s{0,3}(?:cua\s)?nam\s(?:sau|toi|tiep theo|ke tiep|lien ke|lien sau)(?![\p{L}\p{N}])/u

/** The times a cleaned text names, in order of place. Impossible days (31/02) and the numbers of documents are left out. */
export function findTimes(text: string): FoundTime[] {
  const folded = fold(text)
  if (!/\d|qu[yi]\s{0,3}i|ngay cuoi/.test(folded)) return []
  const drafts = withoutOverlaps(READERS.flatMap(([pattern, read]) => Array.from(folded.matchAll(pattern), (match) => draftOf(match, read)).filter((one) => one !== undefined)))
  for (const [i, draft] of drafts.entries()) {
    const after = folded.slice(draft.end, draft.end + 40)
    const suffix = YEARLY.exec(after) ?? NEXT_YEAR.exec(after)
    if (suffix && draft.year === undefined) {
      draft.year = YEARLY.test(after) ? 'every' : 'next'
      draft.bare = false
      draft.end += suffix[0].length
    }
    const before = drafts[i - 1]
    const between = before ? folded.slice(before.end, draft.start) : 'x'
    if (before && TO.test(between)) draft.link = 'to'
    else if (before && AND.test(between)) draft.link = 'and'
  }
  lendBackwards(drafts)
  for (const draft of drafts) {
    // "báo cáo tháng (trước ngày 20)": the day of every month.
    if (draft.name.kind === 'lone' && MONTHLY.test(folded.slice(Math.max(0, draft.start - 40), draft.start))) draft.name = { kind: 'cycle', day: draft.name.day, months: ALL_MONTHS }
  }
  return drafts.filter((draft): draft is FoundTime & Draft => draft.name.kind !== 'lone')
}

/** "ngày 08 đến ngày 10 tháng 12 năm 2025", "01/6 và 15/11 hằng năm": month and year are said once, at the end. */
function lendBackwards(drafts: Draft[]): void {
  for (let i = drafts.length - 2; i >= 0; i--) {
    const [draft, next] = [drafts[i] as Draft, drafts[i + 1] as Draft]
    if (!next.link) continue
    if (draft.name.kind === 'lone' && next.name.kind === 'day' && isDay(draft.name.day, next.name.month)) draft.name = { kind: 'day', day: draft.name.day, month: next.name.month }
    if (draft.name.kind === 'lone' || draft.name.kind === 'cycle' || draft.name.kind === 'year') continue
    draft.bare &&= next.bare
    if (draft.year !== undefined || next.year === undefined) continue
    const wraps = next.link === 'to' && typeof next.year === 'number' && monthOf(draft.name) > monthOf(next.name)
    draft.year = wraps ? (next.year as number) - 1 : next.year
  }
}

function monthOf(name: Draft['name']): number {
  if (name.kind === 'day' || name.kind === 'month') return name.month
  return name.kind === 'quarter' ? name.quarter * 3 : 0
}

function draftOf(match: RegExpExecArray, read: Reader[1]): Draft | undefined {
  const found = read(match.groups ?? {})
  if (!found) return undefined
  const year = found.year === undefined ? undefined : Number(found.year) + (found.year.length === 2 ? 2000 : 0)
  return { name: found.name, bare: found.bare ?? false, ...(year === undefined ? {} : { year }), start: match.index, end: match.index + match[0].length }
}

function withoutOverlaps(drafts: Draft[]): Draft[] {
  const kept: Draft[] = []
  for (const draft of drafts.sort((a, b) => a.start - b.start || b.end - a.end)) {
    if ((kept.at(-1)?.end ?? 0) <= draft.start) kept.push(draft)
  }
  return kept
}

function aDay(day: string | undefined, month: string | undefined, year: string | undefined, bare: boolean) {
  const [d, m] = [Number(day), Number(month)]
  return isDay(d, m) ? ({ name: { kind: 'day', day: d, month: m }, bare, ...(year ? { year } : {}) } as const) : undefined
}

function cycle(day: number, months: readonly number[]) {
  // "ngày 31 các tháng 3, 6, 9, 12" can only mean their last days.
  const named = day === 31 && months !== ALL_MONTHS && months.some((month) => isDay(31, month)) && months.every(isMonth) ? -1 : day
  const exists = months === ALL_MONTHS ? isDay(Math.max(named, 1), 1) : months.every((month) => isDay(Math.max(named, 1), month))
  return (named === -1 || named > 0) && exists ? ({ name: { kind: 'cycle', day: named, months } } as const) : undefined
}

const isMonth = (month: string | number | undefined) => Number(month) >= 1 && Number(month) <= 12
const isDay = (day: number, month: number) => month >= 1 && month <= 12 && day >= 1 && day <= ([4, 6, 9, 11].includes(month) ? 30 : month === 2 ? 29 : 31)

function re(source: string): RegExp {
  return new RegExp(source, 'gu')
}
