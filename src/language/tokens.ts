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
  const tokens: Token[] = []
  // Knowledge is tokenised at every start: a loop takes half the time of matchAll.
  WORD.lastIndex = 0
  for (let match = WORD.exec(text); match; match = WORD.exec(text)) {
    const [word] = match
    const { key, folded } = spelling(word)
    tokens.push({ text: word, key, folded, start: match.index, end: match.index + word.length })
  }
  return tokens
}
