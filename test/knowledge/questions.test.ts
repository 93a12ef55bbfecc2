import { describe, expect, it } from 'vitest'
import { plainText } from '../../src/channels/text.ts'
import { loadCases, loadKnowledge } from '../../src/knowledge/load.ts'
import type { CasesFile } from '../../src/knowledge/types.ts'
import type { Message } from '../../src/answer/message.ts'
import { dayOf, type Day } from '../../src/language/day.ts'
import { respond } from '../../src/respond.ts'
import { freshSession } from '../../src/session.ts'

/** Every question row of every cases.yml, in each of its wordings, through respond(), told whole as a script gets it. */

type Row = CasesFile['questions'][number]

const knowledge = loadKnowledge('knowledge')
const TODAY = dayOf(2024, 10, 1) as Day
const squeeze = (text: string) => text.normalize('NFC').toLowerCase().replaceAll(/[*_]/g, '').replaceAll(/\s+/g, ' ')

function answersTo(row: Row, wording: string): readonly Message[] {
  const today = row.today ?? TODAY
  const before = (row.after ?? []).reduce((session, text) => respond({ text }, session, knowledge, today).session, freshSession)
  return respond({ text: wording, whole: true }, before, knowledge, today).messages
}

/** What a reader would find wrong, a line each. */
function wrongWith(row: Row, own: string | undefined, messages: readonly Message[]): string[] {
  const outcome = (messages.find((message) => message.outcome === 'answered') ?? messages[0])?.outcome
  const citations = messages.flatMap((message) => message.citations)
  const text = squeeze([...messages.map(plainText), ...citations.map((citation) => citation.quote)].join('\n'))
  const facts = new Set(messages.flatMap((message) => message.facts.map((fact) => `${fact.kind}/${fact.id}`)))
  const answered = row.outcome === 'answered' || row.outcome === 'passages'
  const plans = row.plans ?? (answered && own ? [own] : undefined)
  const cited = new Set(citations.map((citation) => citation.plan))
  // A passage that holds the value is as good an answer as a fact.
  const fits = answered ? outcome === 'answered' || outcome === 'passages' : outcome === row.outcome
  return [
    ...(fits ? [] : [`outcome ${outcome}, wanted ${row.outcome}`]),
    ...(row.says ?? []).filter((part) => !text.includes(squeeze(part))).map((part) => `lacks "${part}"`),
    ...(row.never ?? []).filter((part) => text.includes(squeeze(part))).map((part) => `says "${part}"`),
    ...(outcome === 'passages' ? [] : (row.facts ?? []).filter((fact) => !facts.has(fact)).map((fact) => `does not rest on ${fact}`)),
    ...(plans ?? []).filter((plan) => !cited.has(plan)).map((plan) => `does not cite ${plan}`),
    ...(plans ? [...cited].filter((plan) => !plans.includes(plan)).map((plan) => `cites ${plan}`) : []),
  ]
}

for (const { plan, cases } of loadCases('knowledge')) {
  describe(`questions of ${plan ?? 'all plans'}`, () => {
    for (const row of cases.questions) {
      const answered = (wording: string) => () => {
        const messages = answersTo(row, wording)
        expect(wrongWith(row, plan, messages), messages.map(plainText).join('\n').slice(0, 400)).toEqual([])
      }
      const open = new Set(row.open)
      for (const wording of row.ask) {
        if (open.has(wording)) it.fails(`not yet: ${wording}`, answered(wording))
        else it(wording, answered(wording))
      }
    }
  })
}
