import type { Knowledge } from './knowledge/types.ts'
import { prepareLookup, type LookupIndex } from './lookup/lookup.ts'
import { prepare, type Understanding } from './understand/understand.ts'

/** What is read from the knowledge once and used for every question. */
export interface Prepared {
  readonly understanding: Understanding
  readonly index: LookupIndex
}

const prepared = new WeakMap<Knowledge['plans'], Prepared>()

/** The same plans give the same; changed knowledge has another list of plans and is read anew. A word for the dictionary changes nothing here. */
export function preparedFor(knowledge: Knowledge): Prepared {
  let found = prepared.get(knowledge.plans)
  if (!found) prepared.set(knowledge.plans, (found = { understanding: prepare(knowledge), index: prepareLookup(knowledge) }))
  return found
}
