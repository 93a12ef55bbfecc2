import { fold } from '../language/normalise.ts'
import type { Clause } from '../knowledge/types.ts'

/** One clause, bullet or paragraph of a text with its own words and where it hangs. */
export interface Passage {
  readonly address: string
  readonly label: string
  readonly heading: string
  readonly text: string
  /** text without marks, lower case; offsets are the same. */
  readonly folded: string
  readonly parent: Passage | undefined
  readonly children: readonly Passage[]
  /** Folded headings of all that it stands under, nearest first; its own left out. */
  readonly above: string
  readonly zone: 'head' | 'body' | 'tail'
  /** Place in the whole text, and among those beside it. */
  readonly order: number
  readonly place: number
  /** Those beside it and itself, under the same parent or at the top. */
  readonly beside: readonly Passage[]
}

/** No clause is as long; what is beyond is read by nobody, so that a text of one sentence cannot cost the square of its length. */
const LONGEST = 20_000

/** All passages of a clause tree in the text's order. */
export function passagesOf(clauses: readonly Clause[]): Passage[] {
  const all: Passage[] = []
  const add = (clause: Clause, parent: Passage | undefined, zone: Passage['zone'], above: string, beside: Passage[]): Passage => {
    const children: Passage[] = []
    const text = clause.text.slice(0, LONGEST)
    const passage: Passage = { address: clause.address, label: clause.label, heading: clause.heading, text, folded: fold(text), parent, children, above, zone, order: all.length, place: beside.length, beside }
    all.push(passage)
    beside.push(passage)
    const headings = `${fold(headingWords(clause))} | ${above}`.slice(0, 600)
    for (const child of clause.children) add(child, passage, zone, headings, children)
    return passage
  }
  const roots: Passage[] = []
  for (const clause of clauses) add(clause, undefined, zoneOf(clause.address), '', roots)
  return all
}

/** What a clause says about those below it: its heading, and the sentence that opens a list. */
function headingWords(clause: Clause): string {
  return clause.children.length > 0 && clause.text.length < 300 ? clause.text : clause.heading
}

const zoneOf = (address: string) => (/^head(?:\(|$)/.test(address) ? 'head' : /^tail(?:\(|$)/.test(address) ? 'tail' : 'body')

/** A stretch of a passage: a sentence or a part of one between semicolons. Offsets in the passage's text. */
export interface Stretch {
  readonly start: number
  readonly end: number
}

/** "TP. Cần Thơ", "Q. Ninh Kiều": a full stop that ends no sentence. */
const SHORT_FORM = /(?:^|[\s(])(?:TP|Tp|TX|Tx|TT|Tt|Q|P|H|T|X|St|ThS|Ths|TS|PGS|GS|BS|KT|TM|TL|TUQ|\d{1,2})$/

/** The sentences of a text; with `parts` also cut at semicolons that stand in no bracket. */
export function stretchesOf(text: string, parts: boolean): Stretch[] {
  const found: Stretch[] = []
  let [start, depth] = [0, 0]
  const cut = (end: number) => {
    let from = start
    while (from < end && /\s/.test(text.charAt(from))) from++
    if (end > from) found.push({ start: from, end })
    start = end
  }
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at)
    if (sign === '(') depth++
    else if (sign === ')') depth = Math.max(0, depth - 1)
    else if (sign === ';' && depth === 0 && parts) cut(at + 1)
    else if ((sign === '.' || sign === '!' || sign === '?') && endsSentence(text, at)) {
      depth = 0
      cut(at + 1)
    }
  }
  cut(text.length)
  return found
}

function endsSentence(text: string, at: number): boolean {
  const next = /^["”’')\]]?\s+["“‘('[]?(\p{Lu}|\d|[-+])/u.exec(text.slice(at + 1, at + 8))
  return next !== null && !(text.charAt(at) === '.' && SHORT_FORM.test(text.slice(Math.max(0, at - 5), at)))
}

/** The stretch that holds this offset. */
export function stretchAt(stretches: readonly Stretch[], offset: number): Stretch | undefined {
  return stretches.find((one) => offset >= one.start && offset < one.end)
}
