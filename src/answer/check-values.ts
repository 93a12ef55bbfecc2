import { distanceWords, limitWords, CHECK } from './check-wording.ts'
import type { Answer, Judged, Limits, Question, Test } from '../eligibility/types.ts'
import { formatDay, formatNumber } from '../language/format.ts'
import type { Day } from '../language/day.ts'
import { isNegativelyPut } from '../language/replies.ts'

/** Answers, limits and distances as they are shown. */

/** "95,5%", "3 hộ" */
export function amount(value: number, unit: string): string {
  return unit === '%' ? `${formatNumber(value)}%` : `${formatNumber(value)} ${unit}`
}

/** How far off, in words of the unit: "2,5 điểm %", "1 hộ". */
function difference(value: number, unit: string): string {
  return unit === '%' ? `${formatNumber(value)} điểm %` : amount(value, unit)
}

/** The two answers to a yes-or-no question, as its own words have them: "Rồi" and "Chưa" to "… chưa ạ?" */
export function yesNoLabels(ask: string): readonly [yes: string, no: string] {
  const end = ask.toLowerCase().replace(/[\s?!.]*$/u, '').replace(/\sạ$/u, '')
  if (isNegativelyPut(ask) || /(?:đúng|phải) không$/u.test(end)) return CHECK.rightWrong
  if (/(?<!\p{L})có phải(?!\p{L}).*không$/u.test(end)) return CHECK.soNotSo
  return /(?<!\p{L})chưa$/u.test(end) ? CHECK.doneNotYet : CHECK.yesNo
}

export function showAnswer(question: Question, answer: Answer | undefined): string {
  if (!answer) return CHECK.noAnswer
  if ('unknown' in answer) return CHECK.unknown
  const { value } = answer
  const { input } = question
  switch (input.type) {
    case 'yes-no':
      return yesNoLabels(question.ask)[value === true ? 0 : 1]
    case 'choice':
      return input.choices.find((choice) => choice.id === value)?.label ?? String(value)
    case 'number':
      return amount(Number(value), input.unit)
    case 'date':
      return formatDay(String(value) as Day)
  }
}

/** What the answer had to be: "từ 95% trở lên"; undefined where a plain yes or no is all. */
export function limitText(question: Question): string | undefined {
  const { test, input } = question
  if (!test) return undefined
  switch (test.type) {
    case 'is':
      return undefined
    case 'one-of':
      return input.type === 'choice' ? CHECK.oneOf(test.ids.map((id) => input.choices.find((choice) => choice.id === id)?.label ?? id)) : undefined
    case 'limits':
      return input.type === 'number' ? limitsText(test.limits, input.unit) : undefined
    case 'days':
      return daysText(test)
  }
}

function limitsText({ atLeast, moreThan, atMost, lessThan, exactly }: Limits, unit: string): string {
  const parts = [
    atLeast !== undefined && atMost !== undefined && limitWords.between(amount(atLeast, unit), amount(atMost, unit)),
    atLeast !== undefined && atMost === undefined && limitWords.atLeast(amount(atLeast, unit)),
    moreThan !== undefined && limitWords.moreThan(amount(moreThan, unit)),
    atMost !== undefined && atLeast === undefined && limitWords.atMost(amount(atMost, unit)),
    lessThan !== undefined && limitWords.lessThan(amount(lessThan, unit)),
    exactly !== undefined && limitWords.exactly(amount(exactly, unit)),
  ]
  return parts.filter((part) => part !== false).join(', ')
}

function daysText({ from, last }: Extract<Test, { type: 'days' }>): string | undefined {
  return [from && limitWords.from(formatDay(from)), last && limitWords.until(formatDay(last))].filter(Boolean).join(', ') || undefined
}

/** "cần từ 95% trở lên, thiếu 2,5 điểm %" beside the answer; empty where there is no limit to tell. */
export function besides(one: Judged): string {
  const { question, distance, answer, state } = one
  const limit = limitText(question)
  if (!limit || !answer || 'unknown' in answer) return ''
  const far = distance && question.test?.type === 'limits' && question.input.type === 'number' ? distanceText(question.test.limits, Number(answer.value), distance, question.input.unit) : ''
  // A choice that passes needs no word of what would have passed.
  if (!far && state === 'met') return ''
  return [CHECK.needs(limit), far].filter(Boolean).join(', ')
}

function distanceText(limits: Limits, value: number, { by, short }: { by: number; short: boolean }, unit: string): string {
  const low = limits.atLeast ?? limits.moreThan ?? limits.exactly
  const below = low !== undefined && value <= low
  if (short) {
    if (by === 0) return below ? distanceWords.needsMore : distanceWords.needsLess
    return below ? distanceWords.short(difference(by, unit)) : distanceWords.over(difference(by, unit))
  }
  if (by === 0) return distanceWords.exact
  const high = limits.atMost ?? limits.lessThan
  return high !== undefined && (low === undefined || high - value < value - low) ? distanceWords.under(difference(by, unit)) : distanceWords.above(difference(by, unit))
}
