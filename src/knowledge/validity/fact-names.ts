import type { Plan } from '../types.ts'

type Ids = readonly { readonly id: string }[]

/** Kinds of facts as cases and notes name them: "deadline/nop-ho-so". */
const KINDS: Readonly<Record<string, (plan: Plan) => Ids>> = {
  period: (plan) => plan.periods,
  deadline: (plan) => plan.deadlines,
  dossier: (plan) => plan.dossiers,
  paper: (plan) => plan.dossiers.flatMap((dossier) => dossier.papers),
  sets: (plan) => plan.dossiers.flatMap((dossier) => dossier.sets ?? []),
  threshold: (plan) => plan.thresholds,
  award: (plan) => plan.awards,
  route: (plan) => plan.routes,
  audience: (plan) => plan.audiences,
  duty: (plan) => plan.duties,
  basis: (plan) => plan.bases,
  statement: (plan) => plan.statements,
  'not-modelled': (plan) => plan.not_modelled,
  silent: (plan) => plan.not_modelled,
  note: (plan) => plan.notes,
  check: (plan) => plan.checks,
  criterion: (plan) => plan.checks.flatMap((check) => check.criteria),
  plan: (plan) => [plan, ...['number', 'issued', 'signer', 'place', 'year', 'title', 'issuer'].map((id) => ({ id }))],
}

/** Whether the plan has the fact of this name. */
export function hasFact(plan: Plan, name: string): boolean {
  const [kind = '', id] = name.split('/', 2)
  return KINDS[kind]?.(plan).some((fact) => fact.id === id) ?? false
}
