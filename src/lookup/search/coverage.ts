import type { Matter } from './question.ts'

/** How much of a question stands in a text. */
export interface Coverage {
  /** 0 to 1; rare words weigh more, a neighbouring pair half a word. */
  readonly share: number
  /** What is there. */
  readonly covered: readonly Weighed[]
}

export interface Weighed extends Matter {
  /** Share of the whole question. */
  readonly weight: number
}

/** A neighbouring pair weighs half a word: people say things in another order. */
const PAIR = 0.5

/** @param rarity how much a term tells, above 0. */
export function weigh(matters: readonly Matter[], rarity: (term: string) => number): Weighed[] {
  const weights = matters.map(({ term, pair }) => rarity(term) * (pair ? PAIR : 1))
  const all = weights.reduce((sum, weight) => sum + weight, 0)
  return matters.map((matter, index) => ({ ...matter, weight: (weights[index] ?? 0) / all }))
}

/** @param has whether a term stands in the text. */
export function cover(matters: readonly Weighed[], has: (term: string) => boolean): Coverage {
  const covered = matters.filter((matter) => isCovered(matter, has))
  return { share: covered.reduce((sum, { weight }) => sum + weight, 0), covered }
}

/** The words that are not there, as typed, each once. */
export function missing(matters: readonly Matter[], has: (term: string) => boolean): string[] {
  return [...new Set(matters.filter((matter) => !matter.pair && !isCovered(matter, has)).map(({ text }) => text))]
}

function isCovered({ term, instead }: Matter, has: (term: string) => boolean): boolean {
  return has(term) || instead.some((words) => words.every(has))
}
