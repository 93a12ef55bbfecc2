import { clean } from '../../language/normalise.ts'
import { isSyllable } from '../../language/spelling-syllable.ts'
import { tokenise, type Token } from '../../language/tokens.ts'
import { STOP_WORDS } from './stop-words.ts'

/** Text to terms: syllables, neighbouring pairs of them, numbers and document numbers whole and in parts. */

/** A cleaned text with its tokens. */
export interface Line {
  readonly text: string
  readonly tokens: readonly Token[]
}

/** The terms that end at one token. */
export interface Place {
  readonly token: Token
  /** What the token itself is looked up by, unless it is a stop word. */
  readonly term: string
  readonly stop: boolean
  /** With the token before it; two stop words make none. */
  readonly pair: string | undefined
  /** False where one half of the pair is a stop word. */
  readonly pairTells: boolean
  /** "98/2023/nd/cp" at its last part, "5/11/2024" and "5/11" for a day however it is written. */
  readonly whole: readonly string[]
}

const STOPS: ReadonlySet<string> = new Set(STOP_WORDS.flatMap((word) => tokenise(word).map((token) => termOf(token, token.key))))

/** The term of one token: a syllable by its key, a number without leading zeros, anything else (NĐ, UBND, email) without marks. */
function termOf({ folded }: Token, key: string): string {
  if (/^\d+$/.test(folded)) return folded.replace(/^0+(?=\d)/, '')
  return isSyllable(folded) ? key : folded
}

export function lineOf(text: string): Line {
  const cleaned = clean(text)
  return { text: cleaned, tokens: tokenise(cleaned) }
}

/** `keys` stand for those of the tokens, where marks were put back. */
export function places(line: Line, keys?: readonly string[]): Place[] {
  const terms = line.tokens.map((token, index) => termOf(token, keys?.[index] ?? token.key))
  const stops = terms.map((term) => STOPS.has(term))
  return line.tokens.map((token, index) => ({
    token,
    term: terms[index] as string,
    stop: stops[index] === true,
    pair: index === 0 || (stops[index] && stops[index - 1]) ? undefined : `${terms[index - 1]} ${terms[index]}`,
    pairTells: !stops[index] && !stops[index - 1],
    whole: wholeAt(index, line, terms),
  }))
}

/** The terms that end at each place of a line. */
export function termsOf(line: Line): string[][] {
  return places(line).map(termsAt)
}

/** All that is found at one place. */
export function termsAt({ term, stop, pair, whole }: Place): string[] {
  const terms = stop ? [] : [term]
  if (pair !== undefined) terms.push(pair)
  terms.push(...whole)
  return terms
}

/** The lines that hold something. */
export function linesOf(text: string): Line[] {
  return text.split(/\r\n?|\n/).map(lineOf).filter(({ tokens }) => tokens.length > 0)
}

const NONE: readonly string[] = []

function wholeAt(index: number, line: Line, terms: readonly string[]): readonly string[] {
  if (isHeld(line.tokens[index - 1], line.tokens[index], line.text)) return numberEndingAt(index, line, terms)
  return isNumber(terms[index]) ? dayEndingAt(index, terms) : NONE
}

/** "98/2023/NĐ-CP", "05-11-2024": parts held together by a stroke, a dot or a hyphen, a number among them. */
function numberEndingAt(index: number, { text, tokens }: Line, terms: readonly string[]): string[] {
  if (isHeld(tokens[index], tokens[index + 1], text)) return []
  let first = index - 1
  while (index - first < 8 && isHeld(tokens[first - 1], tokens[first], text)) first -= 1
  const parts = terms.slice(first, index + 1)
  const numbers = parts.filter(isNumber).length
  if (numbers === 0) return []
  return [parts.join('/'), ...(numbers === 3 && parts.length === 3 ? [parts.slice(0, 2).join('/')] : [])]
}

function isHeld(left: Token | undefined, right: Token | undefined, text: string): boolean {
  return left !== undefined && right !== undefined && right.start - left.end === 1 && '/.-'.includes(text.charAt(left.end))
}

/** "5 tháng 11", "5 tháng 11 năm 2024". */
function dayEndingAt(index: number, terms: readonly string[]): string[] {
  if (isDayAndMonth(index, terms)) return [`${terms[index - 2]}/${terms[index]}`]
  return terms[index - 1] === 'năm' && isDayAndMonth(index - 2, terms) ? [`${terms[index - 4]}/${terms[index - 2]}/${terms[index]}`] : []
}

function isDayAndMonth(index: number, terms: readonly string[]): boolean {
  return terms[index - 1] === 'thang1' && isNumber(terms[index]) && isNumber(terms[index - 2])
}

function isNumber(term: string | undefined): boolean {
  return term !== undefined && /^\d+$/.test(term)
}
