import { once } from '../knowledge/once.ts'
import type { Threshold } from '../knowledge/types.ts'
import { fold } from '../language/normalise.ts'
import { tokenise } from '../language/tokens.ts'
import { hasAny, phrase } from '../understand/phrase.ts'
import type { Request, Word } from '../understand/request.ts'
import { bagOf, holds, type Sought } from './bag.ts'
import type { FactIndex, IndexedEntry } from './fact-index.ts'
import type { Entry } from './facts.ts'

/** What exactly a question asks after, and whether a fact speaks of it: "mấy TRANG", "HỘI TRƯỜNG nào", "chỉ tiêu 19.3", "vì sao". */

export type Focused = 'held' | 'lacking' | 'none'

/** A fact that says nothing of what is asked after is hardly an answer, and none where it is to be counted. */
const LACKING = 0.5
const UNCOUNTED = 0.4

/** How much is left of a fact's worth by what the question word asks after. */
export function focusOf(things: readonly AskedAfter[], indexed: IndexedEntry): { readonly focus: Focused; readonly share: number } {
  if (!things.length) return { focus: 'none', share: 1 }
  const share = Math.max(...things.map((thing) => (thing.counted ? (counts(indexed, thing) ? 1 : UNCOUNTED) : Math.max(holds(indexed.label, thing), holds(indexed.quote, thing)) > 0 ? 1 : LACKING)))
  return { focus: share === 1 ? 'held' : 'lacking', share }
}

interface AskedAfter extends Sought {
  readonly counted: boolean
  /** A figure in front of it. */
  readonly figure: RegExp
}

/** What the question words ask after, each as one. */
export function askedAfter({ focus, words }: Request, { frequency }: FactIndex): AskedAfter[] {
  return focus.map(({ at, counted }) => {
    // "bao nhiêu xã bình yên": two words that stand side by side nowhere are no name, the first one is.
    const isName = frequency(at.map((place) => words[place]?.folded).join(' ')) > 0
    const thing = (isName || !counted ? at : at.slice(0, 1)).map((place) => words[place] as Word)
    const folded = thing.map((word) => word.folded).join(' ')
    return { counted, key: thing.map(({ key }) => key).join(' '), folded, loose: thing.some(({ loose }) => loose), figure: new RegExp(`(?:\\d|mot|hai|ba|so) (?:\\S+ ){0,3}?${folded}(?![a-z])`) }
  })
}

/** "mấy trang": a figure counts it by its name or unit ("01 xã", "mấy xã"); "lực lượng vũ trang" does not. */
function counts({ entry, label, quote }: IndexedEntry, thing: AskedAfter): boolean {
  if (label.folded.has(`may ${thing.folded}`) || label.folded.has(`nhieu ${thing.folded}`)) return true
  const first = thing.folded.split(' ')[0] as string
  if (label.folded.has(`may ${first}`) || label.folded.has(`nhieu ${first}`)) return Math.max(holds(label, thing), holds(quote, thing)) > 0
  if (thing.folded.includes(' ') && holds(label, thing)) return true
  // "mấy bộ" is not counted by what "cán bộ" have to reach.
  if (entry.kind === 'threshold') return holds(measured(entry.item), thing) > 0 || (entry.item.subject ?? '').split(/[,;]/).some((name) => fold(name.trim()).startsWith(fold(thing.folded)))
  if (!Math.max(holds(label, thing), holds(quote, thing))) return false
  return thing.figure.test(spelt(entry).text)
}

const measured = once(({ metric, unit }: Threshold) => bagOf(`${metric} . ${unit}`))
const spelt = once(({ quote, label }: Entry) => ({ text: fold(`${quote} ${label}`).replaceAll(/[^a-z\d]+/g, ' ') }))

/** Things asked for by their name: nothing answers that does not speak of them. "si thi": "chiến sĩ thi đua", and no other soldier; "dong tien": "lao động tiên tiến". */
const THINGS: ReadonlySet<string> = new Set(['email', 'mail', 'gmail', 'zalo', 'fax', 'hotline', 'website', 'web', 'link', 'dien thoai', 'dia chi', 'le phi', 'phi', 'mau don', 'tai khoan', 'le phat', 'le trao', 'le tong', 'le ki', 'le tuyen', 'buoi le', 'hoi nghi', 'ngay hoi', 'hoi thi', 'hoi thao', 'dai hoi', 'si thi', 'dong tien', 'huan chuong', 'huy chuong', 'niem chuong', 'anh hung'])

/** How often, and which way a figure goes: "báo cáo quý" is not the one at the end, "giảm bao nhiêu" no share of anything else. */
const QUALITIES: ReadonlySet<string> = new Set(['cao qui', '6 thang'])
const OTHER_GIAM: ReadonlySet<string> = new Set(['doc', 'sat', 'dinh', 'thi'])

/** Those things, as they must stand in a fact. */
export function thingsAsked({ words, content }: Request): string[] {
  return content.flatMap((at) => {
    const [one, next] = [words[at], words[at + 1]]
    // "19.3" is not "19.2".
    if (/^\d+$/.test(one?.key ?? '') && /^\d+$/.test(next?.key ?? '') && one?.at === (next?.at ?? 0) - 1) return [`${one?.key} ${next?.key}`]
    if (one?.folded === 'giam' && !OTHER_GIAM.has(next?.folded ?? '')) return ['giam']
    return [`${one?.folded} ${next?.folded}`, one?.folded ?? ''].filter((name) => THINGS.has(name) || QUALITIES.has(name)).slice(0, 1)
  })
}

export function lacksThing(things: readonly string[], { entry, label, quote }: IndexedEntry): boolean {
  // That a plan names no day of a report is an answer for a report of any kind.
  return things.some((thing) => !(entry.kind === 'silent' && QUALITIES.has(thing)) && !label.folded.has(thing) && !quote.folded.has(thing))
}

const NAMES_DAY = /^(?:ngày|tuần|tháng) /iu
/** "ngày toàn dân phòng cháy chữa cháy" is a statement's own name. */
export function namesDay({ words }: Request, name: string): boolean {
  return NAMES_DAY.test(name) && tokenise(name).every(({ folded }) => words.some((word) => word.folded === folded))
}

/** "ngày 26/6 là ngày gì" */
export function saysDay(says: string, { day, month }: NonNullable<Request['day']>): boolean {
  return Array.from(says.matchAll(/(?<!\d)(\d{1,2})\/(\d{1,2})(?!\d)/gu)).some(([, one, other]) => Number(one) === day && Number(other) === month)
}

const WHY = ['vì sao', 'tại sao', 'để làm gì', 'nhằm gì', 'nhằm mục đích gì', 'lý do gì'].map(phrase)

export function asksWhy({ words }: Request): boolean {
  return hasAny(words, WHY)
}
