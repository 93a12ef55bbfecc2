import type { Day } from '../language/day.ts'
import type { Source } from '../knowledge/types.ts'

/** A check as it is asked and judged: what was written as a criterion and what stands as a target are one thing here. */

/** `mark` is that of the question when it was answered: an answer to a criterion that was changed since is asked again. */
export type Answer = { readonly unknown: true; readonly mark: string } | { readonly value: boolean | number | string; readonly mark: string }
/** By question id. */
export type Answers = Readonly<Record<string, Answer>>

export interface Choice { readonly id: string; readonly label: string; readonly words: readonly string[] }

export type Input =
  | { readonly type: 'yes-no' }
  | { readonly type: 'choice'; readonly choices: readonly Choice[] }
  /** "n năm liên tục" is a whole number of years. */
  | { readonly type: 'number'; readonly unit: string; readonly min: number; readonly max: number; readonly whole: boolean }
  | { readonly type: 'date' }

export interface Limits { readonly atLeast?: number; readonly moreThan?: number; readonly atMost?: number; readonly lessThan?: number; readonly exactly?: number }

/** What passes. A day passes from `from` to `last`, both included. */
export type Test =
  | { readonly type: 'is'; readonly value: boolean }
  | { readonly type: 'one-of'; readonly ids: readonly string[] }
  | { readonly type: 'limits'; readonly limits: Limits }
  | { readonly type: 'days'; readonly from?: Day; readonly last?: Day }

/** The answer of another question that must hold before this one counts. */
export interface When { readonly question: string; readonly values: readonly (boolean | string)[] }

export interface Question {
  readonly id: string
  readonly says: string
  readonly ask: string
  readonly input: Input
  /** Without one it decides nothing and only steers the `when` of others. */
  readonly test?: Test
  readonly when?: When
  readonly source: Source
  readonly also: readonly Source[]
  readonly findOut?: string
  readonly example?: string
  /** A target of a unit, written as a threshold. */
  readonly target: boolean
  /** Changes with anything that may change the answer or its worth. */
  readonly mark: string
}

export type Rule = string | { readonly all: readonly Rule[] } | { readonly any: readonly Rule[] }

/** A check made ready to be asked. */
export interface Form {
  readonly questions: readonly Question[]
  readonly rule: Rule
  /** Why the best verdict is "unknown" all the same. */
  readonly openEnded?: string
  /** Targets are all wanted, also once one is missed. */
  readonly allWanted: boolean
}

/** How far a figure is from its limit: `short` where it misses it, else what it has to spare. Never negative; in the question's unit. */
export interface Distance { readonly by: number; readonly short: boolean }

/** `void`: its `when` is not fulfilled; it leaves the combination. `steers`: it decides nothing itself. */
export type State = 'met' | 'unmet' | 'unknown' | 'void' | 'steers'

export interface Judged {
  readonly question: Question
  readonly state: State
  /** The answer that counts; none where it is missing or void. */
  readonly answer?: Answer
  readonly distance?: Distance
  /** The question whose "không rõ" keeps it from being asked. */
  readonly waitsFor?: string
}

export type Verdict = 'eligible' | 'not-eligible' | 'unknown'

export interface Evaluation {
  readonly verdict: Verdict
  /** True where no answer that is still missing can change the verdict. */
  readonly certain: boolean
  readonly criteria: readonly Judged[]
  /** Unmet criteria that make the verdict "not eligible"; one of several that suffice only when all of them fail. */
  readonly failing: readonly string[]
  /** Unknown criteria on which the verdict hangs, or would hang if nothing had failed. */
  readonly open: readonly string[]
  /** The question to ask now; none where nothing is left that can matter. */
  readonly next?: string
  /** Questions of this talk in order: answered ones that count, and those that may still be asked. */
  readonly path: readonly string[]
}
