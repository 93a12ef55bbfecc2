import { formatDay } from '../language/format.ts'
import type { Check, Plan } from '../knowledge/types.ts'
import type { Finding } from '../lookup/finding.ts'
import { nextButtons } from './buttons.ts'
import { periodLine } from './deadline.ts'
import type { Block, Message } from './message.ts'
import { headline, list, message, paragraph, quotesOf, references, reservations, rows, type Cited } from './parts.ts'
import { impliedPlan } from './plan-line.ts'
import { BUTTONS, FACTS } from './wording.ts'

/** Answers that list facts: the values in the first line, each on its own line below where there are several, then the plan's words. */

type Of<K extends Finding['kind']> = Extract<Finding, { kind: K }>

export function composePeriod(finding: Of<'period'>): Message {
  return listed(finding, 'period', finding.periods, periodLine)
}

export function composeThreshold(finding: Of<'threshold'>): Message {
  return listed(finding, 'threshold', finding.thresholds, FACTS.threshold)
}

export function composeAward(finding: Of<'award'>): Message {
  const { plan, awards } = finding
  const lines = awards.map((award) => FACTS.award(award.name, award.decided_by, award.proposed_by, award.discretion))
  const first = awards.length > 1 ? FACTS.awards(awards.map((award) => award.name)) : FACTS.one(lines[0] as string)
  const blocks: Block[] = [headline(first), ...impliedPlan(finding), ...(awards.length > 1 || first !== lines[0] ? [list(lines)] : []), ...reservations(plan, 'award', awards), ...quotesOf(plan, awards)]
  return message('answered', blocks, { facts: references(plan, 'award', awards), buttons: nextButtons(plan, 'award') })
}

export function composeQuota(finding: Of<'quota'>): Message {
  const quotas = finding.awards.flatMap((award) => (award.quota ? [{ ...award, source: award.quota.source, says: `${award.name}: ${award.quota.says}` }] : []))
  const counted = quotas.some(({ quota }) => quota?.groups !== undefined || quota?.persons !== undefined)
  return { ...listed(finding, 'award', quotas, (one) => one.says), outcome: counted ? 'answered' : 'not-stated' }
}

export function composeAudience(finding: Of<'audience'>): Message {
  return listed(finding, 'audience', finding.audiences, (one) => (one.excluded ? FACTS.excluded(one.who) : FACTS.included(one.who)))
}

export function composeDuty(finding: Of<'duty'>): Message {
  return listed(finding, 'duty', finding.duties, (duty) => FACTS.duty(duty.who, duty.does))
}

export function composeBasis(finding: Of<'basis'>): Message {
  return listed(finding, 'basis', finding.bases, (basis) => (basis.about ? `${basis.name} – ${basis.about}` : basis.name))
}

export function composeStatement(finding: Of<'statement'>): Message {
  const several = finding.statements.length > 1
  return listed(finding, 'statement', finding.statements, (one) => (several ? FACTS.named(one.name, one.says) : one.says))
}

export function composeRoute(finding: Of<'route'>): Message {
  const { plan, routes } = finding
  const steps = routes.flatMap((route) => route.steps)
  const blocks: Block[] = [
    ...routes.map((route) => headline(FACTS.route(route.name, [...new Set(route.steps.map((step) => step.who))]))),
    ...impliedPlan(finding),
    list(steps.map((step) => FACTS.step(step.who, step.does, step.to, step.via)), true),
    ...reservations(plan, 'route', routes),
    ...quotesOf(plan, steps.map((step) => ({ id: step.who, source: step.source }))),
  ]
  return message('answered', blocks, { facts: references(plan, 'route', routes), buttons: nextButtons(plan, 'route') })
}

/** One check's criteria in full; of several, their subjects to choose from and the criteria of each. */
export function composeCriteria(finding: Of<'criteria'>): Message {
  const { plan, checks, focus } = finding
  // A question that only steers others is no standard.
  const shown = (check: Check) => check.criteria.filter((one) => (focus ? focus.includes(one.id) : 'passes' in one && one.passes !== undefined))
  const [only] = checks
  const first = checks.length === 1 && only ? (focus ? FACTS.several(shown(only).map((one) => one.says)) : FACTS.criteria(only.title, shown(only).map((one) => one.says))) : FACTS.criteriaOf(checks.map((check) => check.title))
  const bodies = checks.flatMap((check): Block[] => [{ type: 'heading', text: check.title }, list(shown(check).map((one) => one.says)), ...(check.intro ? [paragraph(check.intro)] : [])])
  const quotes = quotesOf(plan, checks.flatMap((check) => shown(check)))
  const buttons = rows(checks.slice(0, 4).map((check) => ({ label: `${BUTTONS.check}: ${check.subject.name}`.slice(0, 60), action: `kt:${check.id}` })))
  return message('answered', [headline(first), ...impliedPlan(finding), ...bodies, ...reservations(plan, 'check', checks), ...quotes], { facts: references(plan, 'check', checks), buttons })
}

export function composeIdentity(finding: Of<'identity'>): Message {
  const { plan } = finding
  const blocks: Block[] = [headline(identityLine(plan)), ...impliedPlan(finding), paragraph(FACTS.issuer(plan.issuer)), paragraph(FACTS.title(plan.title))]
  const sources: Cited[] = [plan.number, plan.issued, plan.signer].flatMap((part) => (part ? [{ id: part.source.clause, source: part.source }] : []))
  const blank = (finding.asks === 'number' && !plan.number) || (finding.asks === 'day' && !plan.issued) || (finding.asks === 'signer' && !plan.signer)
  return message(blank ? 'not-stated' : 'answered', [...blocks, ...reservations(plan, 'plan', [{ id: plan.id, source: { clause: 'head', quote: '' } }]), ...quotesOf(plan, sources)], { facts: [{ plan: plan.id, kind: 'identity', id: 'identity' }], buttons: nextButtons(plan, 'identity') })
}

function identityLine(plan: Plan): string {
  const number = plan.number ? FACTS.number(plan.number.text) : `${plan.kind} ${plan.place.name}: ${FACTS.noNumber}`
  const issued = plan.issued?.on ? FACTS.issued(formatDay(plan.issued.on)) : plan.issued?.month ? FACTS.issuedMonth(plan.issued.month) : FACTS.noDate
  return FACTS.one([number, issued, ...(plan.signer ? [FACTS.signer(plan.signer.name, plan.signer.role)] : [])].join('; ') + '.')
}

function listed<T extends Cited>(finding: { plan: Plan; implied: boolean }, kind: 'period' | 'threshold' | 'award' | 'audience' | 'duty' | 'basis' | 'statement', facts: readonly T[], line: (fact: T) => string): Message {
  const { plan } = finding
  const lines = facts.map(line)
  const blocks: Block[] = [headline(FACTS.several(lines)), ...impliedPlan(finding)]
  // A first line that had to be cut, or holds several values, is told again in full.
  if (lines.length > 1 || FACTS.several(lines) !== lines[0]) blocks.push(list(lines))
  blocks.push(...reservations(plan, kind, facts), ...quotesOf(plan, facts))
  return message('answered', blocks, { facts: references(plan, kind, facts), buttons: nextButtons(plan, kind) })
}
