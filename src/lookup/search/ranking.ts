import MiniSearch from 'minisearch'
import { isSyllable } from '../../language/spelling-syllable.ts'

/** MiniSearch, fed with terms of our own. */
export interface Ranking {
  /** @param places the terms that end at each place of the document, in order. */
  add(id: string, places: readonly (readonly string[])[]): void
  /** Number of documents that have the term as it is. */
  frequency(term: string): number
  /** Documents with at least one of the terms, best first. `matched` are those of the terms that the document has as they are. */
  rank(terms: ReadonlyMap<string, number>): { readonly id: string; readonly score: number; readonly matched: ReadonlySet<string> }[]
}

export function createRanking(): Ranking {
  const index = new MiniSearch<{ id: string; body: string }>({ fields: ['body'], tokenize: (body) => body.split('\n'), processTerm: (numbered) => numbered.split('\t').slice(1) })
  const seen = new Map<string, { documents: number; last: string }>()
  const has = (term: string) => seen.has(term)
  // A word that no document has may be a slip or a part; one that reads as a syllable is another word ("hôn" is not "hơn").
  const isSlip = (term: string) => !has(term) && /^[a-z]{4,12}$/.test(term) && !isSyllable(term)
  return {
    add(id, places) {
      for (const terms of places) {
        for (const term of terms) {
          const entry = seen.get(term)
          if (!entry) seen.set(term, { documents: 1, last: id })
          else if (entry.last !== id) {
            entry.documents += 1
            entry.last = id
          }
        }
      }
      // MiniSearch takes the number of different tokens for a field's length: numbered, they give the length in syllables,
      // which ranks better than counting each different pair as well.
      index.add({ id, body: places.map((terms, place) => terms.reduce((joined, term) => `${joined}\t${term}`, String(place))).join('\n') })
    },
    frequency: (term) => seen.get(term)?.documents ?? 0,
    rank(terms) {
      const found = index.search([...terms.keys()].join('\n'), {
        tokenize: (joined) => joined.split('\n'),
        processTerm: (term) => term,
        boostTerm: (term) => terms.get(term) ?? 1,
        fuzzy: (term) => (isSlip(term) ? 1 : false),
        prefix: isSlip,
      })
      // It multiplies by the number of terms found, which favours long documents once pairs are terms: divided out again.
      return found
        .map(({ id, score, queryTerms }) => ({ id: id as string, score: score / Math.max(1, queryTerms.length), matched: new Set(queryTerms.filter(has)) }))
        .sort((a, b) => b.score - a.score)
    },
  }
}
