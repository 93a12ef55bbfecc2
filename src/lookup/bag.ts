import { tokenise, type Token } from '../language/tokens.ts'

/** Texts as bags of words, to ask whether a word stands in them. */

/** The syllables and neighbouring pairs of a text, with marks and without. */
export interface Bag {
  readonly keys: TermSet
  readonly folded: TermSet
}
/** What is asked of a set of them. */
export type TermSet = Pick<ReadonlySet<string>, 'has' | 'size' | typeof Symbol.iterator>

/** A word as it is looked for. `loose`: its marks were not typed. */
export interface Sought {
  readonly key: string
  readonly folded: string
  readonly loose: boolean
}

const LETTERS_ONLY = 0.75

/** `read`: the bags of its parts; whoever reads many texts that say the same hands in one for all. */
export function bagOf(text: string, read = new Map<string, Bag>()): Bag {
  // Not at the stop inside "19.2".
  const parts = text.split(/[;:()]|\.(?!\d)/u).map((part) => {
    const bag = read.get(part) ?? bagOfPart(part)
    read.set(part, bag)
    return bag
  })
  return unionOf(parts)
}

function bagOfPart(part: string): Bag {
  const keys = new Set<string>()
  const folded = new Set<string>()
  let before: Token | undefined
  for (const token of tokenise(part)) {
    keys.add(token.key)
    folded.add(token.folded)
    if (before) {
      keys.add(`${before.key} ${token.key}`)
      folded.add(`${before.folded} ${token.folded}`)
    }
    before = token
  }
  return { keys, folded }
}

export function unionOf(bags: readonly Bag[]): Bag {
  const keys = new Set<string>()
  const folded = new Set<string>()
  for (const bag of bags) {
    for (const key of bag.keys) keys.add(key)
    for (const term of bag.folded) folded.add(term)
  }
  return { keys, folded }
}

/** 1 where the bag has the term mark for mark, less where only its letters agree and its marks were not typed. */
export function holds(bag: Bag, term: Sought): number {
  if (bag.keys.has(term.key)) return 1
  return term.loose && bag.folded.has(term.folded) ? LETTERS_ONLY : 0
}

/** Adds to a text what else its words are called. */
export function widening(alike: readonly (readonly string[])[]): (text: string) => string {
  const byFirst = new Map<string, { phrase: string; group: readonly string[] }[]>()
  for (const group of alike) {
    for (const text of group) {
      const phrase = joined(text)
      const first = phrase.split(' ', 1)[0] as string
      byFirst.set(first, [...(byFirst.get(first) ?? []), { phrase: ` ${phrase} `, group }])
    }
  }
  return (text) => {
    const words = joined(text)
    const folded = ` ${words} `
    const groups = new Set([...new Set(words.split(' '))].flatMap((word) => byFirst.get(word) ?? []).flatMap(({ phrase, group }) => (folded.includes(phrase) ? [group] : [])))
    return [text, ...[...groups].flat()].join(' . ')
  }
}

function joined(text: string): string {
  return tokenise(text).map((token) => token.folded).join(' ')
}
