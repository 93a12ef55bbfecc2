import { distance, fits, judge } from './judge.ts'
import { combine, failing, hanging, worthAsking } from './rules.ts'
import type { Answers, Evaluation, Form, Judged, Question } from './types.ts'

/**
 * The verdict that these answers give, and the question to ask next. A missing answer is never a no; "không rõ" stays
 * unknown; a criterion whose `when` is not fulfilled leaves the combination. Questions that can no longer matter are
 * not asked, unless `goOn`: then failing being certain ends nothing. Reads nothing but its arguments.
 */
export function evaluate(form: Form, answers: Answers, goOn = false): Evaluation {
  const table: Table = new Map(form.questions.map((question) => [question.id, { question, answer: counted(question, answers) }]))
  const criteria = form.questions.map((question) => judged(question, table))
  const states = new Map(criteria.map((one) => [one.question.id, one]))
  const root = combine(form.rule, states)
  const now = new Set<string>()
  const perhaps = new Set<string>()
  const mayChange = (id: string) => openBehind(id, table).length > 0
  for (const id of worthAsking(form.rule, states, mayChange, goOn || form.allWanted)) {
    const behind = openBehind(id, table)
    now.add(behind.at(-1) as string)
    for (const one of behind) perhaps.add(one)
  }
  const next = form.questions.find((question) => now.has(question.id))?.id
  const answered = criteria.filter((one) => one.answer && one.state !== 'void').map((one) => one.question.id)
  const path = form.questions.map((question) => question.id).filter((id) => perhaps.has(id) || answered.includes(id))
  const verdict = root === undefined || root === 'void' ? 'unknown' : root ? (form.openEnded === undefined ? 'eligible' : 'unknown') : 'not-eligible'
  return {
    verdict,
    certain: root !== undefined || next === undefined,
    criteria,
    failing: failing(form.rule, states),
    open: hanging(form.rule, states),
    path,
    ...(next !== undefined && { next }),
  }
}

type Entry = { readonly question: Question; readonly answer: Answers[string] | undefined }
type Table = ReadonlyMap<string, Entry>

/** Answers given to another wording, or out of what is taken now, do not count. */
function counted(question: Question, answers: Answers): Answers[string] | undefined {
  const answer = answers[question.id]
  return answer && answer.mark === question.mark && fits(question, answer) ? answer : undefined
}

/** Whether a question applies: true, false, undefined while the answer it hangs on is not known. */
function applies(question: Question, table: Table, seen: readonly string[] = []): boolean | undefined {
  const { when } = question
  if (!when) return true
  const above = table.get(when.question)
  // Knowledge that is checked has no circle; in one nothing can be known.
  if (!above || seen.includes(question.id)) return undefined
  const outer = applies(above.question, table, [...seen, question.id])
  if (outer !== true) return outer
  if (!above.answer || 'unknown' in above.answer) return undefined
  const { value } = above.answer
  return when.values.some((one) => one === value)
}

function judged(question: Question, table: Table): Judged {
  const answer = table.get(question.id)?.answer
  const counts = applies(question, table)
  if (counts === false) return { question, state: 'void' }
  if (counts === undefined) {
    const waitsFor = notKnownAbove(question, table)
    return { question, state: question.test ? 'unknown' : 'steers', ...(waitsFor && { waitsFor }) }
  }
  const said = answer && { answer }
  if (!question.test) return { question, state: 'steers', ...said }
  const far = question.test.type === 'limits' && answer && 'value' in answer ? distance(question.test.limits, Number(answer.value)) : undefined
  return { question, state: judge(question, answer) ?? 'unknown', ...said, ...(far && { distance: far }) }
}

/** The question up its chain of `when` that was answered with "không rõ". */
function notKnownAbove(question: Question, table: Table): string | undefined {
  const seen = new Set<string>()
  for (let above = table.get(question.when?.question ?? ''); above && !seen.has(above.question.id); above = table.get(above.question.when?.question ?? '')) {
    seen.add(above.question.id)
    if (above.answer && 'unknown' in above.answer) return above.question.id
  }
  return undefined
}

/** What may be asked for a criterion's sake: itself, and before it what its `when` hangs on; the last one now. Empty where its answer is given, or can no longer count. */
function openBehind(id: string, table: Table, seen: readonly string[] = []): string[] {
  const entry = table.get(id)
  if (!entry || seen.includes(id)) return []
  const { question, answer } = entry
  const counts = applies(question, table)
  if (counts === true) return answer ? [] : [id]
  if (counts === false || !question.when) return []
  const above = openBehind(question.when.question, table, [...seen, id])
  return above.length > 0 ? [id, ...above] : []
}
