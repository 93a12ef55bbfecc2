import { vocabularyFile } from '../../src/knowledge/schema.ts'
import type { Knowledge, Plan } from '../../src/knowledge/types.ts'

/** Knowledge of these plans alone. Each call gives other knowledge, as reading the folder anew does. */
export function knowledgeOf(...plans: readonly Plan[]): Knowledge {
  return { plans, vocabulary: vocabularyFile.parse({}), dictionary: [], version: plans.map((plan) => plan.version).join(' ') }
}
