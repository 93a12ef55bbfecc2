import type { Answers, Evaluation, Form, Question } from '../eligibility/types.ts'
import type { Check, Plan } from '../knowledge/types.ts'
import { checkAction, type CheckVerb } from './check-actions.ts'
import { CHECK_BUTTONS } from './check-wording.ts'
import type { Button } from './message.ts'

/** A check under way, as its messages need it. */
export interface CheckView {
  readonly plan: Plan
  readonly check: Check
  readonly form: Form
  readonly answers: Answers
  readonly evaluation: Evaluation
  /** Eight letters and digits that stand for plan and check in buttons. */
  readonly token: string
  readonly step: number
}

/** A button of this moment of the check. */
export function checkButton(view: CheckView, verb: CheckVerb, label: string, question?: Question, value?: string): Button {
  const { token, step } = view
  return { label, action: checkAction({ verb, token, step, ...(question && { question: question.mark }), ...(value !== undefined && { value }) }) }
}

type Named = Exclude<keyof typeof CHECK_BUTTONS, 'other' | 'another' | 'keep' | 'result' | 'stopHere' | 'edit' | 'goOn'>

/** The moves that are named alike everywhere. */
export function moveButton(view: CheckView, verb: Named): Button {
  return checkButton(view, verb, CHECK_BUTTONS[verb])
}

export function questionOf(view: CheckView, id: string): Question | undefined {
  return view.form.questions.find((question) => question.id === id)
}

/** The questions answered so far that count, in order. */
export function answeredQuestions(view: CheckView): Question[] {
  return view.evaluation.criteria.filter((one) => one.answer && one.state !== 'void').map((one) => one.question)
}
