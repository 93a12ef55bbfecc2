import { tokenise } from '../language/tokens.ts'

/** Texts as bags of words, to ask whether a word stands in them. */

/** The syllables and neighbouring pairs of a text, with marks and without. */
export interface Bag {
  readonly keys: ReadonlySet<string>
  readonly folded: ReadonlySet<string>
}

/** A word as it is looked for. `loose`: its marks were not typed. */
export interface Sought {
  readonly key: string
  readonly folded: string
  readonly loose: boolean
}

const LETTERS_ONLY = 0.75

export function bagOf(text: string): Bag {
  const keys = new Set<string>()
  const folded = new Set<string>()
  // Not at the stop inside "19.2".
  for (const part of text.split(/[;:()]|\.(?!\d)/u)) {
    const tokens = tokenise(part)
    tokens.forEach((token, i) => {
      keys.add(token.key)
      folded.add(token.folded)
      const next = tokens[i + 1]
      if (!next) return
      keys.add(`${token.key} ${next.key}`)
      folded.add(`${token.folded} ${next.folded}`)
    })
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
