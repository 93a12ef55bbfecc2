import type { Clause, Plan } from '../knowledge/types.ts'
import { clauseName } from '../language/clause-name.ts'
import { planName } from './wording.ts'

/** A clause with all that stands below it, a line each in the plan's order; `depth` counts from 0, the clause itself. */
export function wholeClause(plan: Plan, clause: Clause) {
  return { planName: planName(plan), clauseName: clauseName(clause.address), lines: linesOf(clause, 0) }
}

function linesOf({ label, text, children }: Clause, depth: number): { label: string; text: string; depth: number }[] {
  const own = label === '' && text === '' ? [] : [{ label: label === '*' ? '' : label, text, depth }]
  return [...own, ...children.flatMap((child) => linesOf(child, depth + 1))]
}
