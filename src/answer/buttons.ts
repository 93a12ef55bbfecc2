import type { Deadline, Plan } from '../knowledge/types.ts'
import type { Intent } from '../understand/request.ts'
import type { Button } from './message.ts'
import { remindAction } from './reminder-actions.ts'
import { rows } from './parts.ts'
import { BUTTONS } from './wording.ts'

/** What one would ask next about the same plan. */

type Offered = 'deadline' | 'dossier' | 'addressee' | 'criteria' | 'threshold' | 'quota' | 'award' | 'route' | 'duty' | 'audience'

/** Only what the plan has an answer to is offered. */
const HAS: Readonly<Record<Offered, (plan: Plan) => boolean>> = {
  deadline: (plan) => plan.deadlines.length > 0,
  dossier: (plan) => plan.dossiers.length > 0,
  addressee: (plan) => plan.dossiers.some((dossier) => dossier.to),
  criteria: (plan) => plan.checks.some((check) => check.criteria.length > 0),
  threshold: (plan) => plan.thresholds.length > 0,
  quota: (plan) => plan.awards.some((award) => award.quota),
  award: (plan) => plan.awards.some((award) => award.form !== 'khac'),
  route: (plan) => plan.routes.length > 0,
  duty: (plan) => plan.duties.length > 0,
  audience: (plan) => plan.audiences.length > 0,
}

const USUAL: readonly Offered[] = ['deadline', 'dossier', 'criteria', 'threshold']

/** After some answers other questions come sooner to mind than the usual ones. */
const AFTER: Readonly<Partial<Record<Intent, readonly Offered[]>>> = {
  sets: ['dossier', 'deadline', 'addressee'],
  addressee: ['deadline', 'dossier', 'route'],
  dossier: ['deadline', 'criteria', 'route'],
  criteria: ['dossier', 'deadline', 'award'],
  quota: ['criteria', 'dossier', 'deadline'],
  award: ['criteria', 'quota', 'dossier', 'route'],
  route: ['deadline', 'dossier', 'criteria'],
  audience: ['criteria', 'award', 'deadline'],
  duty: ['deadline', 'route', 'dossier'],
  identity: ['deadline', 'criteria', 'threshold', 'duty'],
  basis: ['deadline', 'criteria', 'duty'],
}
const MOST = 3

/** At most three questions to go on with, besides the reminder and the check. Actions: "ask:<intent>:<plan>". */
export function nextButtons(plan: Plan, answered: Intent, deadline?: Deadline): Button[][] {
  const said: Intent = answered === 'upcoming' ? 'deadline' : answered
  const wanted = [...new Set([...(AFTER[answered] ?? []), ...USUAL])].filter((intent) => intent !== said && HAS[intent](plan))
  const buttons: Button[] = wanted.slice(0, MOST).map((intent) => ({ label: BUTTONS[intent], action: `ask:${intent}:${plan.id}` }))
  const first: Button[] = deadline ? [{ label: BUTTONS.remind, action: remindAction({ plan: plan.id, deadline: deadline.id }) }] : []
  if (plan.checks.length) buttons.push({ label: BUTTONS.check, action: `kt:${plan.id}` })
  return rows([...first, ...buttons])
}

/** Where several plans were spoken of: which there are. */
export function planButtons(): Button[][] {
  return [[{ label: BUTTONS.plans, action: 'plans' }]]
}
