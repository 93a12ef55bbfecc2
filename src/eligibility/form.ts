import { createHash } from 'node:crypto'
import { lastDay, timeOf } from '../knowledge/due.ts'
import type { Check, Criterion, Plan, Requirement, Threshold } from '../knowledge/types.ts'
import type { Form, Input, Limits, Question, Rule, Test, When } from './types.ts'

/** Largest figure taken where a threshold says none; a percentage ends at 100. */
const MANY = 1_000_000
const LONGEST_ROW_OF_YEARS = 80

/** A check of a plan made ready to be asked: criteria first, then targets. Thresholds that do not exist decide nothing. */
export function formOf(check: Check, plan: Plan): Form {
  const thresholds = new Map(plan.thresholds.map((one) => [one.id, one]))
  const questions = [
    ...check.criteria.map((criterion) => criterionQuestion(criterion, plan, thresholds)),
    ...(check.targets ?? []).flatMap((id) => targetQuestion(thresholds.get(id))),
  ]
  return {
    questions,
    rule: ruleOf(check.requires, questions),
    ...(check.open_ended !== undefined && { openEnded: check.open_ended }),
    allWanted: (check.targets ?? []).length > 0,
  }
}

/** What the plan asks for, and every target besides. */
function ruleOf(requires: Requirement | undefined, questions: readonly Question[]): Rule {
  const wanted = questions.filter((question) => question.test && (requires === undefined || question.target)).map((question) => question.id)
  return requires === undefined ? { all: wanted } : { all: [requires, ...wanted] }
}

function criterionQuestion(criterion: Criterion, plan: Plan, thresholds: ReadonlyMap<string, Threshold>): Question {
  const input = inputOf(criterion)
  const test = testOf(criterion, plan, thresholds)
  const when = criterion.when && whenOf(criterion.when)
  const { id, says, ask, source } = criterion
  return {
    id,
    says,
    ask,
    source,
    input,
    also: criterion.also ?? [],
    target: false,
    ...(test && { test }),
    ...(when && { when }),
    ...(criterion.find_out !== undefined && { findOut: criterion.find_out }),
    ...(criterion.example !== undefined && { example: criterion.example }),
    mark: markOf([says, ask, source, input, test, when]),
  }
}

function targetQuestion(threshold: Threshold | undefined): Question[] {
  if (!threshold) return []
  const { id, ask, source, unit } = threshold
  const input: Input = { type: 'number', unit, min: 0, max: threshold.max ?? (unit === '%' ? 100 : MANY), whole: false }
  const test: Test = { type: 'limits', limits: limitsOf(threshold) }
  return [{ id, says: threshold.metric, ask, source, also: threshold.also ?? [], input, test, target: true, mark: markOf([threshold.metric, ask, source, input, test]) }]
}

function whenOf({ criterion, is }: NonNullable<Criterion['when']>): When {
  return { question: criterion, values: Array.isArray(is) ? is : [is] }
}

function inputOf(criterion: Criterion): Input {
  switch (criterion.type) {
    case 'yes-no':
    case 'date':
      return { type: criterion.type }
    case 'choice':
      return { type: 'choice', choices: criterion.choices.map(({ id, label, words }) => ({ id, label, words: words ?? [] })) }
    case 'number':
      return { type: 'number', unit: criterion.unit, min: criterion.min, max: criterion.max, whole: criterion.whole ?? false }
    case 'years':
      return { type: 'number', unit: 'năm', min: 0, max: LONGEST_ROW_OF_YEARS, whole: true }
  }
}

function testOf(criterion: Criterion, plan: Plan, thresholds: ReadonlyMap<string, Threshold>): Test | undefined {
  switch (criterion.type) {
    case 'yes-no':
      return criterion.passes === undefined ? undefined : { type: 'is', value: criterion.passes }
    case 'choice':
      return criterion.passes && { type: 'one-of', ids: criterion.passes }
    case 'number':
    case 'years': {
      if (!criterion.passes) return undefined
      const limits = 'threshold' in criterion.passes ? limitsOf(thresholds.get(criterion.passes.threshold)) : written(criterion.passes)
      return { type: 'limits', limits }
    }
    case 'date':
      return criterion.passes && daysOf(criterion.passes, plan)
  }
}

type Written = { at_least?: number | undefined; more_than?: number | undefined; at_most?: number | undefined; less_than?: number | undefined; exactly?: number | undefined }

function written({ at_least, more_than, at_most, less_than, exactly }: Written): Limits {
  return {
    ...(at_least !== undefined && { atLeast: at_least }),
    ...(more_than !== undefined && { moreThan: more_than }),
    ...(at_most !== undefined && { atMost: at_most }),
    ...(less_than !== undefined && { lessThan: less_than }),
    ...(exactly !== undefined && { exactly }),
  }
}

function limitsOf(threshold: Threshold | undefined): Limits {
  if (!threshold) return {}
  const { comparison, value, upper, upper_excluded: below, more_is_better: open } = threshold
  return comparison === 'between' ? written({ at_least: value, [below ? 'less_than' : 'at_most']: open ? undefined : upper }) : written({ [comparison]: value })
}

function daysOf(passes: NonNullable<Extract<Criterion, { type: 'date' }>['passes']>, plan: Plan): Test {
  const deadline = plan.deadlines.find((one) => one.id === passes.deadline)
  const ends = [passes.before && lastDay({ before: passes.before }), passes.by, deadline && lastDay(deadline.due, timeOf(plan, deadline))].filter((day) => day !== undefined).sort()
  return { type: 'days', ...(passes.from && { from: passes.from }), ...(ends[0] && { last: ends[0] }) }
}

function markOf(parts: readonly unknown[]): string {
  return shortHash(JSON.stringify(parts))
}

/** Eight letters and digits that change with the text: for marks that go into buttons. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8)
}
