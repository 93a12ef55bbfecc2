import { once } from '../../knowledge/once.ts'
import { learnMarks } from '../../language/syllable-model.ts'
import { abbreviationsIn } from './abbreviations.ts'
import { createAlike } from './alike.ts'
import { cover, missing, weigh, type Weighed } from './coverage.ts'
import { readQuestion, type Question } from './question.ts'
import { createRanking, type Ranking } from './ranking.ts'
import { ASKING, STOP_WORDS } from './stop-words.ts'
import { lineOf, linesOf, termsOf } from './terms.ts'

/** Text that can be found. Each line of `text` counts as one place, read together with the title. */
export interface SearchDocument {
  readonly id: string
  readonly title?: string
  readonly text: string
}

export interface Hit {
  readonly id: string
  /** Comparable within one search only. */
  readonly score: number
  /** Share of what the question is about that stands in the document, 0 to 1; rare words weigh more, neighbouring pairs half. */
  readonly coverage: number
  /** Words of the question, as typed, that stand nowhere in the document. */
  readonly missing: readonly string[]
  /** The document's line that covers most of the question, cleaned; the first of several. */
  readonly line: string
}

export interface Search {
  /** Best first, at most `limit`. Marks, tone placement, i and y, abbreviations may be typed any way. Never throws. */
  search(query: string, limit: number): Hit[]
  /** Words of the question, as typed, that stand in no document, in whatever way they may be said. */
  unknown(query: string): string[]
}

/** How much one line that covers the whole question adds to a document's score. */
const LINE = 0.4
/** Hits that are looked at line by line. */
const LOOKED_AT = 50

/** A line of a document, the title's terms among its own; none where the document has but one. */
interface IndexedLine {
  readonly text: string
  readonly terms: ReadonlySet<string> | undefined
}

/**
 * @param documents ids must differ.
 * @param alike phrases that mean one thing, abbreviations among them: [["an ninh Tổ quốc", "ANTQ"]]. Abbreviations that the documents
 * themselves bring in are learnt.
 */
export function buildSearch(documents: readonly SearchDocument[], alike: readonly (readonly string[])[] = []): Search {
  const ranking = createRanking()
  const linesById = new Map<string, readonly IndexedLine[]>()
  const read = [...ASKING, ...STOP_WORDS, ...alike.flat()].map(lineOf)
  const abbreviations = read.flatMap(abbreviationsIn)
  const stretches = read.map(({ tokens }) => tokens)
  for (const document of documents) {
    const own = readDocument(document)
    ranking.add(document.id, own.places)
    linesById.set(document.id, own.lines)
    abbreviations.push(...own.abbreviations)
    stretches.push(...own.stretches)
  }
  const restorer = learnMarks(stretches)
  const ways = createAlike([...alike, ...abbreviations])
  const ask = (query: string) => readQuestion(query, restorer, ways)
  return {
    search: (query, limit) => find(ask(query), limit, ranking, linesById),
    unknown: (query) => missing(ask(query).matters, (term) => ranking.frequency(term) > 0),
  }
}

/** What is found of a document, read once however often it is searched among others. */
const readDocument = once(({ title = '', text }: SearchDocument) => {
  const [titleLines, textLines] = [linesOf(title), linesOf(text)]
  const titleTerms = titleLines.flatMap(termsOf)
  const lines = textLines.map((line) => ({ text: line.text, terms: termsOf(line) }))
  const read = [...titleLines, ...textLines]
  return {
    places: [...titleTerms, ...lines.flatMap(({ terms }) => terms)],
    lines: lines.map(({ text: printed, terms }): IndexedLine => ({ text: printed, terms: lines.length > 1 ? new Set([...titleTerms, ...terms].flat()) : undefined })),
    abbreviations: read.flatMap(abbreviationsIn),
    stretches: read.map(({ tokens }) => tokens),
  }
})

function find({ terms, matters }: Question, limit: number, ranking: Ranking, linesById: ReadonlyMap<string, readonly IndexedLine[]>): Hit[] {
  const weighed = weigh(matters, (term) => {
    const frequency = ranking.frequency(term)
    return Math.log(1 + (linesById.size - frequency + 0.5) / (frequency + 0.5))
  })
  return ranking
    .rank(terms)
    .slice(0, Math.max(limit, LOOKED_AT))
    .map(({ id, score, matched }) => {
      const best = bestLine(linesById.get(id) ?? [], weighed, matched)
      return { id, score: score * (1 + LINE * best.share), ...best }
    })
    .sort((a, b) => b.score - a.score)
    .slice(0, limit)
    .map(({ id, score, coverage, line, matched }) => ({ id, score, coverage, missing: missing(weighed, (term) => matched.has(term)), line }))
}

function bestLine(lines: readonly IndexedLine[], weighed: readonly Weighed[], matched: ReadonlySet<string>) {
  const whole = cover(weighed, (term) => matched.has(term))
  let best = { share: 0, line: lines[0]?.text ?? '' }
  for (const { text, terms } of lines) {
    const { share } = terms ? cover(whole.covered, (term) => terms.has(term)) : whole
    if (share > best.share) best = { share, line: text }
  }
  return { ...best, coverage: whole.share, matched }
}
