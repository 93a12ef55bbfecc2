import { tokenise } from '../language/tokens.ts'
import type { Word } from './request.ts'

/** A phrase to look for, syllable by syllable. */
export interface Phrase {
  readonly keys: readonly string[]
  readonly folded: readonly string[]
}

/** Reads "hạn chót" once, to be compared with many questions. */
export function phrase(text: string): Phrase {
  const tokens = tokenise(text)
  return { keys: tokens.map((token) => token.key), folded: tokens.map((token) => token.folded) }
}

/** True where the word is that syllable: mark for mark, or without marks where the word is loose. */
export function isSyllable(word: Word, key: string, folded: string): boolean {
  return word.key === key || (word.loose && word.folded === folded)
}

/** The indexes at which the phrase begins among the words. */
export function findPhrase(words: readonly Word[], sought: Phrase): number[] {
  const found: number[] = []
  const length = sought.keys.length
  if (length === 0) return found
  for (let start = 0; start + length <= words.length; start++) {
    let same = true
    for (let i = 0; same && i < length; i++) same = isSyllable(words[start + i] as Word, sought.keys[i] as string, sought.folded[i] as string)
    if (same) found.push(start)
  }
  return found
}
