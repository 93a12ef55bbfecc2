import type { Day } from '../language/day.ts'
import type { Knowledge } from '../knowledge/types.ts'
import { lookup, rank } from '../lookup/lookup.ts'
import { preparedFor } from '../prepared.ts'
import { respond } from '../respond.ts'
import { freshSession } from '../session.ts'
import { understand } from '../understand/understand.ts'

const SHOWN = 8

/** Every step's result for one question, for whoever asks why an answer came out as it did. */
export function explain(question: string, knowledge: Knowledge, today: Day): string {
  const { understanding, index } = preparedFor(knowledge)
  const lines: string[] = [`question: ${question}`, `today:    ${today}`]
  for (const request of understand(question, understanding, today)) {
    const word = (at: number) => request.words[at]?.key ?? ''
    lines.push('', `request:  ${request.text}`)
    lines.push(`  words      ${request.words.map((one) => (one.loose ? `${one.folded}~` : one.key)).join(' ')}`)
    if (request.corrections.length) lines.push(`  mended     ${request.corrections.map(({ from, to }) => `${from} → ${to}`).join(', ')}`)
    lines.push(`  intents    ${request.intents.map(({ intent, weight }) => `${intent} ${weight}`).join(', ') || '(none)'}`)
    lines.push(`  content    ${request.content.map((at) => (request.explained.has(at) ? `(${word(at)})` : word(at))).join(' ') || '(none)'}`)
    const { plans, missing, elsewhere, award, kind, phase, time, self } = request
    lines.push(`  parts      ${JSON.stringify({ plans: plans?.value, missing, elsewhere, award, kind, phase, time, self })}`)
    for (const { entry, score, fit, coverage } of rank(request, index, undefined).slice(0, SHOWN)) {
      lines.push(`  fact       ${score.toFixed(3)}  fit ${fit.toFixed(2)}  cover ${coverage.toFixed(2)}  ${entry.plan.id} ${entry.kind}/${entry.item.id}`)
    }
    lines.push(`  finding    ${describe(lookup(request, index, undefined, today))}`)
  }
  const { messages } = respond({ text: question }, freshSession, knowledge, today)
  for (const { outcome, blocks } of messages) lines.push('', `answer:   ${outcome}`, ...blocks.map((block) => `  ${JSON.stringify(block)}`))
  return lines.join('\n')
}

function describe(finding: ReturnType<typeof lookup>): string {
  const plans = 'plan' in finding ? finding.plan.id : 'plans' in finding ? finding.plans.map((plan) => plan.id).join(', ') : ''
  return [finding.kind, plans].filter(Boolean).join(': ')
}
