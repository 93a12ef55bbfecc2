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
  for (let start = 0; start + length <= words.length; start++) if (standsAt(words, start, sought)) found.push(start)
  return found
}

/** True where one of the phrases stands among the words. */
export function hasAny(words: readonly Word[], phrases: readonly Phrase[]): boolean {
  return phrases.some((sought) => findPhrase(words, sought).length > 0)
}

/** The indexes of all words that belong to one of the phrases. */
export function indexesOf(words: readonly Word[], phrases: readonly Phrase[]): number[] {
  return phrases.flatMap((sought) => findPhrase(words, sought).flatMap((start) => sought.keys.map((_, i) => start + i)))
}

function standsAt(words: readonly Word[], start: number, { keys, folded }: Phrase): boolean {
  if (start + keys.length > words.length) return false
  for (let i = 0; i < keys.length; i++) if (!isSyllable(words[start + i] as Word, keys[i] as string, folded[i] as string)) return false
  return true
}

/** Where one of many phrases stands among the words; `end` is excluded. */
export interface Hit<T> {
  readonly item: T
  readonly start: number
  readonly end: number
}

interface Placed<T> {
  readonly item: T
  readonly order: number
}

export type Finder<T> = (words: readonly Word[]) => Hit<T>[]

/**
 * What findPhrase gives for each item, in the order of the items. The items are sorted once by what they begin with: a
 * question is compared with the few that its words may begin, not with hundreds.
 */
export function phraseFinder<T extends { readonly phrase: Phrase }>(items: readonly T[]): Finder<T> {
  const [byKey, byFolded] = [new Map<string, Placed<T>[]>(), new Map<string, Placed<T>[]>()]
  for (const [order, item] of items.entries()) {
    const [key, folded] = [item.phrase.keys[0], item.phrase.folded[0]]
    if (key === undefined || folded === undefined) continue
    byKey.set(key, [...(byKey.get(key) ?? []), { item, order }])
    byFolded.set(folded, [...(byFolded.get(folded) ?? []), { item, order }])
  }
  return (words) => {
    const hits: (Hit<T> & Placed<T>)[] = []
    for (const [start, word] of words.entries()) {
      for (const { item, order } of (word.loose ? byFolded.get(word.folded) : byKey.get(word.key)) ?? []) {
        if (standsAt(words, start, item.phrase)) hits.push({ item, start, end: start + item.phrase.keys.length, order })
      }
    }
    return hits.sort((a, b) => a.order - b.order || a.start - b.start)
  }
}
