import { fold } from '../language/normalise.ts'
import { isSyllable } from '../language/spelling-syllable.ts'
import { applyCorrections, type Correction } from '../language/spelling.ts'
import { tokenise, type Token } from '../language/tokens.ts'
import type { Lexicon } from './lexicon.ts'
import type { Word } from './request.ts'

/** Share of syllables with a mark from which a text counts as typed with marks. Running Vietnamese has about two thirds. */
const MARKED_SHARE = 0.3

/** No abbreviation is written in more tokens. */
const MOST_TOKENS = 3

export interface Reading {
  /** The text with its slips mended. */
  readonly text: string
  readonly words: readonly Word[]
  readonly tokens: readonly Token[]
  readonly corrections: readonly Correction[]
}

/** The words of a cleaned question: slips mended, abbreviations written out ("antq" as an ninh tổ quốc), marks put back where none were typed. */
export function readWords(typed: string, lexicon: Lexicon): Reading {
  // "sapa70", "bq2024"
  const apart = typed.replace(/(?<!\p{L})(\p{L}{3,}(?=\d{2,4}(?!\d))|\p{L}{2}(?=20[0-4]\d(?!\d)))(\d{2,4})(?![\p{L}\d])/gu, '$1 $2')
  const corrections = lexicon.speller.correct(tokenise(apart))
  const text = applyCorrections(apart, corrections)
  const tokens = tokenise(text)
  const likely = lexicon.marks.restore(tokens)
  const folded = tokens.map((token) => fold(token.text))
  const letters = tokens.filter((token) => /\p{L}/u.test(token.text))
  const marked = letters.filter(hasMark).length >= letters.length * MARKED_SHARE
  const words: Word[] = []
  let next = 0
  for (const [at, token] of tokens.entries()) {
    if (at < next) continue
    const short = abbreviationAt(tokens, folded, at, lexicon)
    // "ca" is also cá/cả/ca: an abbreviation in lower case counts only where it is no word that fits its neighbours.
    if (short && (short.length > 1 || !isOrdinaryWord(token, tokens[at - 1], tokens[at + 1], lexicon))) {
      for (const syllable of short.long) words.push({ text: syllable.text, key: syllable.key, folded: syllable.folded, loose: false, at })
      next = at + short.length
      continue
    }
    const known = lexicon.keys.has(token.key) && !lacksTone(token)
    const loose = hasMark(token) ? !known : !marked || !known
    words.push({ text: token.text, key: loose ? (likely[at] as string) : token.key, folded: token.folded, loose, at })
  }
  return { text, words, tokens, corrections }
}

/** "đk" alone may be đăng ký or điều kiện; "đk thi đua" is not: the longest row of tokens that is an abbreviation. */
function abbreviationAt(tokens: readonly Token[], folded: readonly string[], at: number, { abbreviations, markedAbbreviations }: Lexicon): { long: readonly Token[]; length: number } | undefined {
  for (let length = MOST_TOKENS; length > 0; length--) {
    const long = at + length <= tokens.length ? abbreviations.get(folded.slice(at, at + length).join(' ')) : undefined
    if (!long) continue
    const row = tokens.slice(at, at + length)
    // "Cà Mau" is no "CA Mau".
    if (row.every((token) => !hasTone(token)) || markedAbbreviations.has(row.map((token) => token.text.toLowerCase()).join(' '))) return { long, length }
  }
  return undefined
}

/** Marks other than the stroke of đ. */
function hasTone(token: Token): boolean {
  return /[\u0300-\u036f]/.test(token.text.normalize('NFD'))
}

function hasMark(token: Token): boolean {
  return token.key !== token.folded
}

/** A syllable that ends in a stop always bears a tone: "thoat" was typed without its mark. */
function lacksTone(token: Token): boolean {
  return !hasMark(token) && /[aeiouy](?:c|ch|p|t)$/.test(token.folded)
}

function isOrdinaryWord(token: Token, before: Token | undefined, after: Token | undefined, { pairs }: Lexicon): boolean {
  if (!isSyllable(token.folded)) return false
  if (token.text === token.text.toUpperCase() && token.text.length > 1) return false
  return (before !== undefined && pairs.has(`${before.folded} ${token.folded}`)) || (after !== undefined && pairs.has(`${token.folded} ${after.folded}`))
}
