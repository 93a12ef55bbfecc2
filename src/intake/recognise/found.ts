import type { Day } from '../../language/day.ts'
import type { PlanFile, Source } from '../../knowledge/types.ts'
import type { Passage } from '../passages.ts'

/** The kinds of facts that rules read out of a text. */
export type FactKind = 'periods' | 'deadlines' | 'dossiers' | 'thresholds' | 'awards' | 'routes' | 'audiences' | 'duties' | 'bases' | 'statements' | 'not_modelled' | 'checks'
type Fact<K extends FactKind> = PlanFile[K][number]

/** A fact before it has an id: what it is called after, where it was found, and what a person should look at. */
export interface Found<K extends FactKind> {
  readonly fact: Omit<Fact<K>, 'id' | 'review'>
  /** Words its id is made of. */
  readonly name: string
  readonly at: Passage
  readonly doubt?: string
  /** Of a figure: the one award it is asked for ("Bằng khen"), the column of a table it stands in ("Khối 1"). */
  readonly award?: string
  readonly column?: string
}

/** What is known of the whole text before its clauses are read. */
export interface Setting {
  readonly passages: readonly Passage[]
  readonly year: number
  /** A circular or a regulation: what it asks for, it asks for every year. */
  readonly lasting: boolean
  readonly issued?: Day
  /** "Ủy ban nhân dân tỉnh X": who speaks. */
  readonly issuer: string
  readonly title: string
}

/** The place of words in a passage, as a fact cites it. */
export function sourceIn(at: Passage, quote: string): Source {
  return { clause: at.address, quote }
}
