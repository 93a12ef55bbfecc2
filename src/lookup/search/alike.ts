import { isSyllable } from '../../language/spelling-syllable.ts'
import { lineOf, places, termsAt, type Place } from './terms.ts'

/** Phrases that mean one thing, abbreviations among them: asked by one, found by the others. */

/** A stretch of a question, and the other ways to say it. `to` is excluded. */
interface Stretch {
  readonly from: number
  readonly to: number
  readonly others: readonly Way[]
}

/** One way to say it: the words that must all be there, and all terms it is found by. */
interface Way {
  readonly words: readonly string[]
  readonly terms: readonly string[]
}

/** Finds the stretches of a question that have other ways to be said; a longer one hides those inside it. */
export type Alike = (question: readonly Place[]) => Stretch[]

/** @param groups each a list of phrases for one thing: ["an ninh Tổ quốc", "ANTQ"]. */
export function createAlike(groups: Iterable<readonly string[]>): Alike {
  const phrases = new Map<string, Map<string, Way>>()
  let longest = 0
  for (const group of groups) {
    const ways = group.map((phrase) => {
      const found = places(lineOf(phrase))
      longest = Math.max(longest, found.length)
      return { key: keyOf(found), words: found.filter(({ stop }) => !stop).map(({ term }) => term), terms: found.flatMap(termsAt) }
    })
    for (const { key } of ways) {
      const others = phrases.get(key) ?? new Map<string, Way>()
      for (const way of ways) if (way.key !== key && way.words.length > 0) others.set(way.key, way)
      if (key) phrases.set(key, others)
    }
  }
  return (question) => stretches(question, phrases, longest)
}

/** "CA" is Công an where it stands in capitals; a small "ca" is the word. */
function keyOf(found: readonly Place[]): string {
  return found.map(({ token, term }) => (/^\p{Lu}{2,}$/u.test(token.text) && isSyllable(token.folded) ? token.text : term)).join(' ')
}

function stretches(question: readonly Place[], phrases: ReadonlyMap<string, ReadonlyMap<string, Way>>, longest: number): Stretch[] {
  const found: Stretch[] = []
  let from = 0
  while (from < question.length) {
    let to = Math.min(question.length, from + longest)
    while (to > from && !phrases.has(keyOf(question.slice(from, to)))) to -= 1
    const others = phrases.get(keyOf(question.slice(from, to)))
    if (others && to > from) found.push({ from, to, others: [...others.values()] })
    from = Math.max(to, from + 1)
  }
  return found
}
