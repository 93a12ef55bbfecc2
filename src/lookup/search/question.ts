import type { MarkRestorer } from '../../language/syllable-model.ts'
import type { Alike } from './alike.ts'
import { lineOf, places, termsAt } from './terms.ts'

/** A question as it is searched for. */
export interface Question {
  /** Each term with how much it counts: 1 as asked, once more for each time it is said again, ALIKE for another way to say it. */
  readonly terms: ReadonlyMap<string, number>
  readonly matters: readonly Matter[]
}

/** Something the question is about, for telling how much of it a document covers. */
export interface Matter {
  /** As typed: "hồ sơ", "05/11/2024". */
  readonly text: string
  readonly term: string
  readonly pair: boolean
  /** Where the document says it otherwise: the words of one of these, all there, do as well. */
  readonly instead: readonly (readonly string[])[]
}

/** Another way to say a thing counts less than the asked one: at full weight abbreviations spelt out drown the rest of the question. */
const ALIKE = 0.3

/** Words of a question that are read; what is pasted in beyond them is not what is asked. */
const READ_AT_MOST = 150

export function readQuestion(text: string, restorer: MarkRestorer, alike: Alike): Question {
  const whole = lineOf(text)
  const line = { ...whole, tokens: whole.tokens.slice(0, READ_AT_MOST) }
  const asked = places(line, restorer.restore(line.tokens))
  const terms = new Map<string, number>()
  for (const term of asked.flatMap(termsAt)) terms.set(term, (terms.get(term) ?? 0) + 1)
  const stretches = alike(asked)
  for (const term of stretches.flatMap(({ others }) => others.flatMap((way) => way.terms))) if (!terms.has(term)) terms.set(term, ALIKE)
  const matters = asked.flatMap((place, index): Matter[] => {
    const instead = stretches.filter(({ from, to }) => index >= from && index < to).flatMap(({ others }) => others.map(({ words }) => words))
    const word = place.stop ? [] : [{ text: place.token.text, term: place.term, pair: false, instead }]
    if (place.pair === undefined || !place.pairTells) return word
    const start = asked[index - 1]?.token.start ?? place.token.start
    return [...word, { text: line.text.slice(start, place.token.end), term: place.pair, pair: true, instead }]
  })
  return { terms, matters }
}
