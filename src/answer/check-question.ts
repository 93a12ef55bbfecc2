import type { Question } from '../eligibility/types.ts'
import type { Day } from '../language/day.ts'
import { shorten } from '../language/format.ts'
import type { Unclear } from '../language/replies.ts'
import { startAction } from './check-actions.ts'
import { checkStatus } from './check-status.ts'
import { besides, limitText, showAnswer, yesNoLabels } from './check-values.ts'
import { answeredQuestions, checkButton, moveButton, questionOf, type CheckView } from './check-view.ts'
import { CHECK, CHECK_BUTTONS } from './check-wording.ts'
import { currentLastDay, deadlineLine } from './deadline.ts'
import type { Block, Button, Message } from './message.ts'
import { cite, headline, list, message, paragraph, references, reservations, rows } from './parts.ts'
import { planName } from './wording.ts'

/** The messages of a check under way: a question, why it is asked, what was answered, and that failing is certain. */

/** `lead`: what is said before the question. `editing`: an earlier answer is being changed. */
export function composeQuestion(view: CheckView, question: Question, lead: readonly Block[] = [], editing = false): Message {
  const { path } = view.evaluation
  const at = path.indexOf(question.id)
  const step = at < 0 ? 1 : at + 1
  const of = Math.max(path.length, step)
  const before = view.answers[question.id]
  const hint = hintOf(question)
  const blocks: Block[] = [
    ...lead,
    { type: 'progress', step, of },
    headline(question.ask),
    ...(hint ? [paragraph(hint)] : []),
    ...(editing && before ? [paragraph(CHECK.before(showAnswer(question, before)))] : []),
  ]
  const keep = editing && before ? [checkButton(view, 'resume', CHECK_BUTTONS.keep)] : []
  const moves = [...keep, moveButton(view, 'why'), ...(step > 1 ? [moveButton(view, 'back')] : []), ...(answeredQuestions(view).length ? [moveButton(view, 'recap')] : []), moveButton(view, 'stop')]
  return {
    ...checkMessage(view, blocks, [...answerButtons(view, question), ...rows(moves)]),
    check: { id: view.check.id, plan: view.plan.id, criterion: question.id, step, of },
    ...(question.input.type === 'number' && { awaits: 'number' as const }),
  }
}

/** What is said when a check opens: what was understood, whose criteria they are, and a deadline that has passed. */
export function openingOf(view: CheckView, today: Day): Block[] {
  const { plan, check } = view
  const dossier = plan.dossiers.find((one) => one.id === check.dossier)
  const due = plan.deadlines.find((one) => one.id === (dossier?.deadline ?? check.deadlines?.[0]))
  const last = due && currentLastDay(due, plan, today)
  return [
    paragraph(CHECK.opening(check.title, planName(plan))),
    ...(check.intro ? [paragraph(check.intro)] : []),
    ...reservations(plan, 'check', [check]),
    paragraph(CHECK.manner(view.evaluation.path.length)),
    ...(due && last && last < today ? [{ type: 'note' as const, text: CHECK.pastAlready(deadlineLine(due, plan, today, true)) }] : []),
  ]
}

export function whyBlocks(view: CheckView, question: Question): Block[] {
  const limit = limitText(question)
  const says = !question.test ? CHECK.whySteers : question.target ? CHECK.whyTarget(question.says) : CHECK.why(question.says)
  return [
    paragraph([says, limit && CHECK.whyLimit(limit), question.findOut && CHECK.findOut(question.findOut)].filter(Boolean).join(' ')),
    ...[question.source, ...question.also].map((source): Block => ({ type: 'quote', citation: cite(view.plan, source) })),
  ]
}

/** Why a reply was not taken, with an example of one that would be. */
export function againBlocks(question: Question, unclear: Unclear | 'no-reply'): Block[] {
  const said = unclear === 'no-reply' ? CHECK.againPlain : CHECK.again[unclear]
  return [{ type: 'note', text: `${said} ${CHECK.againExample(exampleOf(question))}` }]
}

/** Of a yes-or-no question both answers: one alone would lead. */
function exampleOf(question: Question): string {
  const { input } = question
  if (question.example && input.type !== 'yes-no') return question.example
  switch (input.type) {
    case 'yes-no':
      return yesNoLabels(question.ask).map((label) => `“${label}”`).join(' / ')
    case 'choice':
      return `“${input.choices[0]?.label ?? ''}”`
    case 'number':
      return input.unit === '%' ? '95,5' : `${Math.max(input.min, 1)} ${input.unit}`
    case 'date':
      return '05/01/2024'
  }
}

function hintOf(question: Question): string | undefined {
  const { input } = question
  if (input.type === 'number') return CHECK.figure(input.unit, input.min, input.max, question.example)
  return input.type === 'date' ? CHECK.date(question.example) : undefined
}

function answerButtons(view: CheckView, question: Question): Button[][] {
  const answer = (label: string, value: string) => checkButton(view, 'answer', shorten(label, 60), question, value)
  const unknown = answer(CHECK.unknown, 'u')
  const { input } = question
  if (input.type === 'yes-no') {
    const [yes, no] = yesNoLabels(question.ask)
    return [[answer(yes, 'y'), answer(no, 'n'), unknown]]
  }
  return [...(input.type === 'choice' ? input.choices.map((choice, index) => [answer(choice.label, String(index))]) : []), [unknown]]
}

/** Failing is certain: said at once, with the choice to stop or to go on. `left`: how many more questions there may be. */
export function composeOffer(view: CheckView, left: number, lead: readonly Block[] = []): Message {
  const failed = view.evaluation.criteria.filter((one) => view.evaluation.failing.includes(one.question.id))
  const says = failed.map((one) => `${one.question.says} (${[showAnswer(one.question, one.answer), besides(one)].filter(Boolean).join('; ')})`)
  const quotes = failed.map((one): Block => ({ type: 'quote', citation: cite(view.plan, one.question.source) }))
  const blocks: Block[] = [headline(CHECK.failing(says, failed.every((one) => one.question.target))), ...lead, ...quotes, paragraph(CHECK.goOnOrStop(left))]
  const buttons = [[checkButton(view, 'stop', CHECK_BUTTONS.stopHere), checkButton(view, 'go-on', CHECK_BUTTONS.goOn)], [moveButton(view, 'back'), moveButton(view, 'recap')]]
  return { ...checkMessage(view, blocks, buttons), check: checkStatus(view) }
}

/** Every answer so far, each with a button to change it. */
export function composeRecap(view: CheckView, lead: readonly Block[] = []): Message {
  const answered = answeredQuestions(view)
  const lines = answered.map((question) => CHECK.recapLine(question.ask, showAnswer(question, view.answers[question.id])))
  const edits = answered.map((question, index) => [checkButton(view, 'edit', CHECK.recapButton(index + 1, showAnswer(question, view.answers[question.id])), question)])
  const blocks: Block[] = [...lead, headline(CHECK.recap(answered.length)), ...(lines.length ? [list(lines, true)] : [])]
  return checkMessage(view, blocks, [...edits, [checkButton(view, 'show', CHECK_BUTTONS.back), moveButton(view, 'restart')]])
}

/** A check that is done, after an old button of it: its result is a button away. */
export function composeRested(view: CheckView, text: string): Message {
  return checkMessage(view, [headline(text)], [[checkButton(view, 'show', CHECK_BUTTONS.result), moveButton(view, 'restart')], [otherButton()]])
}

/** The questions whose answers fell with the old wording of the plan. */
export function updatedBlocks(questions: readonly Question[]): Block[] {
  return questions.length ? [{ type: 'note', text: CHECK.updated(questions.map((question) => question.says)) }] : []
}

export function staleAnswer(view: CheckView, mark: string): string {
  const question = view.form.questions.find((one) => one.mark === mark)
  if (!question) return CHECK.staleChanged
  const answer = view.answers[question.id]
  return answer && questionOf(view, question.id) ? CHECK.staleAnswered(question.ask, showAnswer(question, answer)) : CHECK.staleEarlier
}

export function otherButton(): Button {
  return { label: CHECK_BUTTONS.other, action: startAction() }
}

export function checkMessage(view: CheckView, blocks: readonly Block[], buttons: readonly (readonly Button[])[]): Message {
  return message('check', blocks, { buttons: buttons.map((row) => [...row]), facts: references(view.plan, 'check', [view.check]) })
}
