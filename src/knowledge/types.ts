import type * as z from 'zod'
import type { check, criterion } from './schema-checks.ts'
import type * as facts from './schema-facts.ts'
import type { casesFile, dictionaryFile, planFile, vocabularyFile } from './schema.ts'

/** Types of the knowledge, inferred from the schema once; plus what loading derives from plan.md. */

export type { Requirement } from './schema-checks.ts'
export type PlanFile = z.infer<typeof planFile>
export type CasesFile = z.infer<typeof casesFile>
export type Vocabulary = z.infer<typeof vocabularyFile>
export type DictionaryEntry = z.infer<typeof dictionaryFile>['entries'][number]
export type Source = z.infer<typeof facts.source>
export type Due = z.infer<typeof facts.due>
export type Deadline = z.infer<typeof facts.deadline>
export type Period = z.infer<typeof facts.period>
export type Paper = z.infer<typeof facts.paper>
export type Dossier = z.infer<typeof facts.dossier>
export type Threshold = z.infer<typeof facts.threshold>
export type Award = z.infer<typeof facts.award>
export type Route = z.infer<typeof facts.route>
export type Audience = z.infer<typeof facts.audience>
export type Duty = z.infer<typeof facts.duty>
export type Basis = z.infer<typeof facts.basis>
export type Statement = z.infer<typeof facts.statement>
export type NotModelled = z.infer<typeof facts.notModelled>
export type Check = z.infer<typeof check>
export type Criterion = z.infer<typeof criterion>

/** One clause of a plan: mục, khoản, điểm, or an unnumbered paragraph below one. */
export interface Clause {
  /** "V.3.2", "IV.1.c", "Điều 5.2.a"; "head" before the first numbered clause, "tail" from the closing words on. */
  readonly address: string
  /** As printed: "3.2.", "a)", "-"; empty for head and tail. */
  readonly label: string
  /** The heading's words where the clause opens with one, else the first words of its text. */
  readonly heading: string
  /** Its own words, broken lines joined, marks of emphasis out; not those of the clauses below it. */
  readonly text: string
  /** Its own words and those of all clauses below it: where a quote of this clause must stand. */
  readonly fullText: string
  readonly children: readonly Clause[]
  /** 1-based lines of plan.md. */
  readonly line: number
}

/** A plan as used: its facts, its clauses, its text. */
export interface Plan extends PlanFile {
  readonly clauses: readonly Clause[]
  /** True where the text ends in "[...]": an excerpt, and answers from it say so. */
  readonly excerpt: boolean
  /** Changes with plan.yml and plan.md: stored answers carry it. */
  readonly version: string
}

export interface Knowledge {
  readonly plans: readonly Plan[]
  readonly vocabulary: Vocabulary
  /** What administrators taught the bot: said one way, understood as another. */
  readonly dictionary: readonly DictionaryEntry[]
  /** Changes with any file of it. */
  readonly version: string
}
