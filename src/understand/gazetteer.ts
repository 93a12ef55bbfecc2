import type { Knowledge, Plan } from '../knowledge/types.ts'
import { fold } from '../language/normalise.ts'
import { phrase, phraseFinder, type Finder, type Phrase } from './phrase.ts'

/** The names that plans and places go by, read from the knowledge once. */

export interface Named {
  readonly phrase: Phrase
  readonly name: string
  readonly plans: readonly string[]
  /** Plans of the place this one lies in, or that lie in it: offered where there is none for the place itself. */
  readonly near: readonly string[]
}

export interface Gazetteer {
  /** Longest names first, so that "Bắc Quang Hà Giang" is read before "Hà Giang". */
  readonly places: readonly Named[]
  /** Places that a plan is for, and those that none is for. */
  readonly planned: Finder<Named>
  readonly unplanned: Finder<Named>
  readonly names: Finder<Named>
  readonly topics: Finder<Named>
  /** Topics that are known by their letters. */
  readonly longTopics: Finder<Named>
  readonly kinds: readonly Phrase[]
  readonly plans: readonly Plan[]
}

export function readGazetteer(knowledge: Knowledge): Gazetteer {
  const kinds = knowledge.vocabulary.place_kinds
  const openings = kinds.map((kind) => ({ length: kind.length + 1, folded: `${fold(kind)} ` }))
  const bare = (name: string) => {
    let [left, folded] = [name, fold(name)]
    for (const opening of openings) {
      if (!folded.startsWith(opening.folded)) continue
      left = left.slice(opening.length)
      folded = fold(left)
    }
    return left
  }
  const places = new Map<string, Named>()
  const add = (text: string, named: Omit<Named, 'phrase'>) => {
    const id = text.toLowerCase()
    const before = places.get(id)
    places.set(id, {
      phrase: phrase(text),
      name: before?.name ?? named.name,
      plans: [...new Set([...(before?.plans ?? []), ...named.plans])],
      near: [...new Set([...(before?.near ?? []), ...named.near])],
    })
  }
  const placeOf = new Map(knowledge.plans.map((plan) => [plan.id, fold(bare(plan.place.name))]))
  const plansOf = (name: string) => {
    const place = fold(bare(name))
    return [...placeOf].flatMap(([id, one]) => (one === place ? [id] : []))
  }
  for (const plan of knowledge.plans) {
    for (const text of [bare(plan.place.name), ...plan.place.aliases]) add(text, { name: plan.place.name, plans: [plan.id], near: [] })
    if (plan.place.within) add(bare(plan.place.within), { name: plan.place.within, plans: plansOf(plan.place.within), near: [plan.id] })
  }
  for (const place of knowledge.vocabulary.places) {
    // A plan of a province reaches into its districts; a plan of a district does not reach out.
    const own = plansOf(place.name)
    const around = place.within ? plansOf(place.within) : []
    for (const text of [bare(place.name), ...place.aliases]) add(text, { name: place.name, plans: own.length ? own : around, near: [] })
  }
  const named = (list: (plan: Plan) => readonly string[]) =>
    knowledge.plans.flatMap((plan) => list(plan).map((text): Named => ({ phrase: phrase(text), name: text, plans: [plan.id], near: [] })))
  const longestFirst = (all: Named[]) => all.sort((a, b) => b.phrase.keys.length - a.phrase.keys.length || b.plans.length - a.plans.length)
  const allPlaces = longestFirst([...places.values()])
  const topics = named((plan) => plan.topics)
  return {
    places: allPlaces,
    planned: phraseFinder(allPlaces.filter((place) => place.plans.length > 0)),
    unplanned: phraseFinder(allPlaces.filter((place) => place.plans.length === 0)),
    names: phraseFinder(longestFirst(named((plan) => [...plan.names, ...(plan.signer ? [plan.signer.name] : [])]))),
    topics: phraseFinder(topics),
    longTopics: phraseFinder(topics.filter(isLong)),
    kinds: kinds.map(phrase),
    plans: knowledge.plans,
  }
}

/** Letters alone tell it. */
function isLong({ phrase: { folded } }: Named): boolean {
  return folded.length > 1
}
