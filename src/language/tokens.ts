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

/** The syllables and numbers of a cleaned text, in order. Punctuation ends a token and is left out. */
export function tokenise(text: string): Token[] {
  return Array.from(text.matchAll(WORD), (match) => {
    const word = match[0]
    const key = syllableKey(word)
    return { text: word, key, folded: fold(key).replace(/(\p{L})[1-5]$/u, '$1'), start: match.index, end: match.index + word.length }
  })
}
