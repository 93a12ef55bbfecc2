import { describe, expect, it } from 'vitest'
import { loadCases, loadKnowledge } from '../../src/knowledge/load.ts'
import type { CasesFile, Check } from '../../src/knowledge/types.ts'
import { formatNumber } from '../../src/language/format.ts'
import { newTalk, statusOf } from '../talk.ts'

/** Every `checks` and `edges` row of every cases.yml, typed answer by answer through respond(). */

const knowledge = loadKnowledge('knowledge')
const TODAY = '2024-10-01'
const LONGEST = 60

type Row = CasesFile['checks'][number]

/** Plays a check to its end; `answer` is what is typed to a criterion, undefined where it should not have been asked. */
function play(check: string, answer: (criterion: string) => string | undefined, stop: (asked: readonly string[]) => boolean, today: Row['today'] = TODAY) {
  const talk = newTalk(knowledge, today)
  const asked: string[] = []
  let status = statusOf(talk.take({ action: `kt:${check}` }))
  for (let turn = 0; turn < LONGEST && status; turn++) {
    if ('verdict' in status) {
      if (!talk.messages.some((message) => message.buttons.flat().some((button) => button.action.startsWith('check:go-on:')))) return status
      status = statusOf(talk.type(stop(asked) ? 'dừng' : 'đi tiếp'))
      continue
    }
    const { criterion } = status
    const text = answer(criterion)
    if (text === undefined) throw new Error(`asks "${criterion}", to which the row has no answer`)
    if (asked.at(-1) === criterion) throw new Error(`"${asked.length && answer(criterion)}" was not read as an answer to "${criterion}"`)
    asked.push(criterion)
    status = statusOf(talk.type(text))
  }
  throw new Error('the check does not end')
}

function wrongWith(row: Row): string[] {
  const status = play(row.check, (criterion) => row.answers[criterion], (asked) => Object.keys(row.answers).every((id) => asked.includes(id)), row.today)
  const wrong = status.verdict === row.verdict ? [] : [`verdict ${status.verdict}, wanted ${row.verdict}`]
  for (const verdict of ['met', 'unmet', 'unknown'] as const) {
    for (const id of row[verdict] ?? []) {
      const found = status.criteria.find((one) => one.id === id)?.verdict
      if (found !== verdict) wrong.push(`${id} is ${found ?? 'not told'}, wanted ${verdict}`)
    }
  }
  return wrong
}

describe.each(loadCases('knowledge').filter(({ cases }) => cases.checks.length > 0))('checks of $plan', ({ cases }) => {
  it.each(cases.checks)('$check: $name', (row) => {
    expect(wrongWith(row)).toEqual([])
  })
})

describe.each(loadCases('knowledge').filter(({ cases }) => cases.edges.length > 0))('edges of $plan', ({ cases }) => {
  it.each(cases.edges)('$check: $threshold at $value', ({ threshold, check: id, value, met }) => {
    const check = knowledge.plans.flatMap((plan) => plan.checks).find((one) => one.id === id) as Check
    const criterion = check.criteria.find((one) => 'passes' in one && typeof one.passes === 'object' && 'threshold' in one.passes && one.passes.threshold === threshold)?.id ?? threshold
    const status = play(id, (asked) => (asked === criterion ? formatNumber(value) : 'không rõ'), () => true)
    expect(status.criteria.find((one) => one.id === criterion)?.verdict).toBe(met ? 'met' : 'unmet')
  })
})

it('has a row for every check of the plans, with each verdict a check can have', () => {
  const rows = loadCases('knowledge').flatMap(({ cases }) => cases.checks)
  const lacking = knowledge.plans.flatMap((plan) => plan.checks).flatMap((check) => {
    const verdicts = new Set(rows.filter((row) => row.check === check.id).map((row) => row.verdict))
    const wanted = ['not-eligible', 'unknown', ...(check.open_ended === undefined ? ['eligible'] : [])] as const
    return wanted.filter((verdict) => !verdicts.has(verdict as Row['verdict'])).map((verdict) => `${check.id}: ${verdict}`)
  })
  expect(lacking).toEqual([])
})
