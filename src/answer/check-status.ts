import type { Judged } from '../eligibility/types.ts'
import { showAnswer } from './check-values.ts'
import type { CheckView } from './check-view.ts'
import type { CheckStatus } from './message.ts'

/** The verdict and every criterion that applies, for programs. */
export function checkStatus({ check, plan, evaluation }: CheckView): CheckStatus {
  const criteria = evaluation.criteria.flatMap((one) => {
    const verdict = verdictOf(one)
    return verdict ? [{ id: one.question.id, verdict, answer: one.answer ? showAnswer(one.question, one.answer) : '', quote: one.question.source.quote }] : []
  })
  return { id: check.id, plan: plan.id, verdict: evaluation.verdict, criteria }
}

/** A question that only steers is told where it is not known. */
export function verdictOf({ state, answer }: Judged): 'met' | 'unmet' | 'unknown' | undefined {
  if (state === 'void') return undefined
  if (state === 'steers') return answer && 'unknown' in answer ? 'unknown' : undefined
  return state
}
