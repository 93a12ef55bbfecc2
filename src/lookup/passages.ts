import { once } from '../knowledge/once.ts'
import type { Clause, Knowledge, Plan } from '../knowledge/types.ts'
import type { Request } from '../understand/request.ts'
import { alikeIn } from './fact-index.ts'
import type { FoundPassage } from './finding.ts'
import { buildSearch, type Search } from './search/search.ts'

/** The plans' own words, for what no fact was written out for: found by search, told only where they speak of nearly everything asked. */

export interface PassageIndex {
  readonly passages: ReadonlyMap<string, Omit<FoundPassage, 'line'>>
  /** Built when it is first asked for: most questions are answered by facts. */
  readonly search: () => Search
}

/** Least share of the question's matter that a passage must speak of. */
const ENOUGH = 0.8
/** Passages this near to the best are told too, at most so many. */
const CLOSE = 0.9
const MOST = 2
const LOOKED_AT = 40
/** Letters: what is shorter is a heading, and says nothing of what stands under it. */
const A_HEADING = 40
const SENTENCE_END = /([.;:])\s+(?=\p{Lu}|[-+])/gu

export function indexPassages({ plans, vocabulary }: Pick<Knowledge, 'plans' | 'vocabulary'>): PassageIndex {
  const all = plans.flatMap(passagesOf)
  let search: Search | undefined
  return {
    passages: new Map(all.map(({ document, plan, clause }) => [document.id, { plan, clause }])),
    search: () => (search ??= buildSearch(all.map(({ document }) => document), alikeIn(vocabulary))),
  }
}

/** The same documents for the same plan: search has read them before. */
const passagesOf = once((plan: Plan) =>
  clausesBelow(plan.clauses, []).map(({ clause, above }, at) => {
    // A sentence is a place of its own: the best one is told first.
    const document = { id: `${plan.id} ${at}`, title: above.join('. '), text: clause.text.replaceAll(SENTENCE_END, '$1\n') }
    return { document, plan, clause }
  }),
)

export function findPassages(request: Request, { passages, search }: PassageIndex, scope: readonly Plan[]): FoundPassage[] {
  const query = request.content.map((at) => request.words[at]?.text).join(' ')
  if (!request.content.some((at) => !request.explained.has(at))) return []
  const hits = search().search(query, LOOKED_AT).flatMap((hit) => {
    const found = passages.get(hit.id)
    return found && scope.includes(found.plan) && hit.coverage >= ENOUGH && found.clause.text.length >= A_HEADING ? [{ ...hit, found: { ...found, line: hit.line } }] : []
  })
  const best = hits[0]?.score ?? 0
  return hits.filter((hit) => hit.score >= CLOSE * best).slice(0, MOST).map((hit) => hit.found)
}

/** Every clause with words of its own, with the headings it stands under. */
function clausesBelow(clauses: readonly Clause[], above: readonly string[]): { clause: Clause; above: readonly string[] }[] {
  return clauses.flatMap((clause) => [...(clause.text ? [{ clause, above }] : []), ...clausesBelow(clause.children, [...above, clause.heading])])
}
