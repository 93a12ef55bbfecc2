import type { Plan } from '../knowledge/types.ts'
import type { Block } from './message.ts'
import { impliedLine } from './wording.ts'

/** A plan that nobody named is spoken back. */
export function impliedPlan({ plan, implied }: { readonly plan: Plan; readonly implied: boolean }): Block[] {
  return implied ? [{ type: 'note', text: impliedLine(plan) }] : []
}
