import { fold, syllableKey } from './normalise.ts'

/** One run of letters and digits. `start` and `end` are offsets in the text that was given (UTF-16 units, end excluded). */
export interface Token {
  readonly text: string
  /** One spelling per syllable, marks kept: see syllableKey. */
  readonly key: string
  /** Without marks, lower case. */
  readonly folded: string
  readonly start: number
  readonly end: number
}

const WORD = /[\p{L}\p{M}\p{N}]+/gu

// The few thousand syllables of the language come again and again; longer runs of noise are not worth keeping.
const KEPT = 20_000
const spellings = new Map<string, Pick<Token, 'key' | 'folded'>>()

function spelling(word: string): Pick<Token, 'key' | 'folded'> {
  const kept = spellings.get(word)
  if (kept) return kept
  const made = { key: syllableKey(word), folded: syllableKey(fold(word)) }
  if (spellings.size < KEPT && word.length <= 8) spellings.set(word, made)
  return made
}

/** The syllables and numbers of a cleaned text, in order. Punctuation ends a token and is left out. */
export function tokenise(text: string): Token[] {
  return Array.from(text.matchAll(WORD), (match) => {
    const word = match[0]
    const { key, folded } = spelling(word)
    return { text: word, key, folded, start: match.index, end: match.index + word.length }
  })
}
