import type { Bag, TermSet } from './bag.ts'

/** Many bags in little room: each term once, each bag as the numbers of its terms. Plain data, to be kept on disk. */
export interface PackedBags {
  readonly terms: readonly string[]
  /** Two a bag, keys and folded; numbers in order. */
  readonly sets: readonly Int32Array[]
}

export function pack(bags: readonly Bag[]): PackedBags {
  const numbers = new Map<string, number>()
  const numberOf = (term: string): number => {
    const known = numbers.get(term) ?? numbers.size
    numbers.set(term, known)
    return known
  }
  const sets = bags.flatMap(({ keys, folded }) => [keys, folded]).map((set) => Int32Array.from(set, numberOf).sort())
  return { terms: [...numbers.keys()], sets }
}

/** The bags that were packed, in their order. */
export function unpack({ terms, sets }: PackedBags): Bag[] {
  const numbers = new Map(terms.map((term, number) => [term, number]))
  const made = sets.map((set) => new PackedTerms(numbers, terms, set))
  return made.flatMap((keys, at) => (at % 2 === 0 ? [{ keys, folded: made[at + 1] as TermSet }] : []))
}

class PackedTerms implements TermSet {
  readonly #numbers: ReadonlyMap<string, number>
  readonly #terms: readonly string[]
  readonly #set: Int32Array

  constructor(numbers: ReadonlyMap<string, number>, terms: readonly string[], set: Int32Array) {
    this.#numbers = numbers
    this.#terms = terms
    this.#set = set
  }

  get size(): number {
    return this.#set.length
  }

  has(term: string): boolean {
    const number = this.#numbers.get(term)
    if (number === undefined) return false
    let low = 0
    let high = this.#set.length - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const found = this.#set[middle] as number
      if (found === number) return true
      if (found < number) low = middle + 1
      else high = middle - 1
    }
    return false
  }

  *[Symbol.iterator](): Generator<string> {
    for (const number of this.#set) yield this.#terms[number] as string
  }
}
