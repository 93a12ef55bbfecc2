import type { Answer, Distance, Limits, Question, Test } from './types.ts'

/** One answer held against one criterion. */

/** Undefined where the answer is missing, "không rõ", or of a kind that the question no longer takes. */
export function judge(question: Question, answer: Answer | undefined): 'met' | 'unmet' | undefined {
  if (!question.test || !answer || 'unknown' in answer || !fits(question, answer)) return undefined
  return passes(question.test, answer.value) ? 'met' : 'unmet'
}

/** True where the answer can be one to this question as it stands now: its kind, choices and range. */
export function fits({ input }: Question, answer: Answer): boolean {
  if ('unknown' in answer) return true
  const { value } = answer
  switch (input.type) {
    case 'yes-no':
      return typeof value === 'boolean'
    case 'choice':
      return input.choices.some((choice) => choice.id === value)
    case 'number':
      return typeof value === 'number' && value >= input.min && value <= input.max && (!input.whole || Number.isInteger(value))
    case 'date':
      return typeof value === 'string'
  }
}

function passes(test: Test, value: boolean | number | string): boolean {
  switch (test.type) {
    case 'is':
      return value === test.value
    case 'one-of':
      return test.ids.includes(String(value))
    case 'limits':
      return distance(test.limits, Number(value))?.short !== true
    case 'days':
      return (!test.from || String(value) >= test.from) && (!test.last || String(value) <= test.last)
  }
}

/** How far the figure is from the limit it misses, else from the nearest it keeps; undefined without limits. */
export function distance(limits: Limits, value: number): Distance | undefined {
  const room = [
    limits.atLeast !== undefined && { by: value - limits.atLeast, open: false },
    limits.moreThan !== undefined && { by: value - limits.moreThan, open: true },
    limits.atMost !== undefined && { by: limits.atMost - value, open: false },
    limits.lessThan !== undefined && { by: limits.lessThan - value, open: true },
    limits.exactly !== undefined && { by: -Math.abs(value - limits.exactly), open: false },
  ].filter((one) => one !== false)
  const [nearest] = room.sort((a, b) => a.by - b.by || Number(b.open) - Number(a.open))
  if (!nearest) return undefined
  // 95 - 92.6 is not quite 2.4 in binary.
  return { by: Math.abs(Number(nearest.by.toFixed(9))), short: nearest.open ? nearest.by <= 0 : nearest.by < 0 }
}
