import type { Deadline, Plan } from '../knowledge/types.ts'
import type { Intent } from '../understand/request.ts'
import type { Button } from './message.ts'
import { remindAction } from './reminder-actions.ts'
import { rows } from './parts.ts'
import { BUTTONS } from './wording.ts'

/** What one would ask next about the same plan; only what the plan has an answer to. */
const NEXT: readonly { intent: Intent & keyof typeof BUTTONS; has: (plan: Plan) => boolean }[] = [
  { intent: 'deadline', has: (plan) => plan.deadlines.length > 0 },
  { intent: 'dossier', has: (plan) => plan.dossiers.length > 0 },
  { intent: 'criteria', has: (plan) => plan.checks.some((check) => check.criteria.length > 0) },
  { intent: 'threshold', has: (plan) => plan.thresholds.length > 0 },
]

/** At most three questions to go on with, besides the reminder and the check. Actions: "ask:<intent>:<plan>". */
export function nextButtons(plan: Plan, answered: Intent, deadline?: Deadline): Button[][] {
  const buttons: Button[] = NEXT.filter(({ intent, has }) => intent !== answered && has(plan)).map(({ intent }) => askButton(intent, plan))
  const first: Button[] = []
  if (deadline) first.push({ label: BUTTONS.remind, action: remindAction({ plan: plan.id, deadline: deadline.id }) })
  if (plan.checks.length) buttons.push({ label: BUTTONS.check, action: `kt:${plan.id}` })
  return rows([...first, ...buttons])
}

export function askButton(intent: Intent & keyof typeof BUTTONS, plan: Plan): Button {
  return { label: BUTTONS[intent], action: `ask:${intent}:${plan.id}` }
}
