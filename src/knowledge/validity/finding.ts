import type { SourcedPlan } from '../sources.ts'
import type { Path } from '../yaml-file.ts'

/** What a rule found in one file: where, what, how to mend it. */
export interface Finding {
  readonly path: Path
  readonly message: string
  readonly hint: string
}

/** A rule over one plan. */
export type PlanRule = (plan: SourcedPlan) => Finding[]
