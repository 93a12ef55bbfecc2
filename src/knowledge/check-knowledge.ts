import { once } from './once.ts'
import type { Problem } from './problem.ts'
import type { SourcedCases, SourcedPlan } from './sources.ts'
import { casesFindings, thresholdsWithoutEdges } from './validity/cases.ts'
import { days } from './validity/days.ts'
import type { Finding } from './validity/finding.ts'
import { ids, repeatedChecks } from './validity/ids.ts'
import { sharedNames } from './validity/places.ts'
import { quotes } from './validity/quotes.ts'
import { references } from './validity/references.ts'
import { values } from './validity/values.ts'

const PLAN_RULES = [ids, quotes, days, references, values]

/** What is wrong with plans that fit the schema: quotes, ids, references, values, names. Empty where all is well. */
export function checkKnowledge(plans: readonly SourcedPlan[]): Problem[] {
  return [
    ...plans.flatMap(ownProblems),
    ...[...repeatedChecks(plans), ...sharedNames(plans)].map(({ plan, finding }) => problemIn(plan, finding)),
  ]
}

/** A plan that is held while others change is proved once. */
const ownProblems = once((plan: SourcedPlan): readonly Problem[] => PLAN_RULES.flatMap((rule) => rule(plan)).map((finding) => problemIn(plan, finding)))

/** What is wrong with the cases: names that are nowhere, thresholds that no row tries. For validation; a bot runs without cases. */
export function checkCases(cases: readonly SourcedCases[], plans: readonly SourcedPlan[]): Problem[] {
  const known = plans.map(({ plan }) => plan)
  return [
    ...cases.flatMap((file) => casesFindings(file, known).map((finding) => problemIn(file, finding))),
    ...plans.flatMap((plan) => {
      const edges = cases.filter((file) => file.plan === undefined || file.plan === plan.plan.id).flatMap((file) => file.cases.edges)
      return thresholdsWithoutEdges(plan, edges).map((finding) => problemIn(plan, finding))
    }),
  ]
}

function problemIn({ file, lineOf }: Pick<SourcedPlan, 'file' | 'lineOf'>, { path, message, hint }: Finding): Problem {
  return { file, line: lineOf(path), message, hint }
}
