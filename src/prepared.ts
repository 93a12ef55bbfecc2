import type { Knowledge } from './knowledge/types.ts'
import { prepareLookup, type LookupIndex } from './lookup/lookup.ts'
import { prepare, type Understanding } from './understand/understand.ts'

/** What is read from the knowledge once and used for every question. */
export interface Prepared {
  readonly understanding: Understanding
  readonly index: LookupIndex
}

const prepared = new WeakMap<Knowledge, Prepared>()

/** The same knowledge gives the same; changed knowledge is another object and is read anew. */
export function preparedFor(knowledge: Knowledge): Prepared {
  let found = prepared.get(knowledge)
  if (!found) prepared.set(knowledge, (found = { understanding: prepare(knowledge), index: prepareLookup(knowledge) }))
  return found
}
