import type { ProposedPlan } from '../../src/intake/propose/plan.ts'

/** A proposed plan's facts as short lines that a person can check against the text. */
export function factLines(plan: ProposedPlan) {
  return {
    head: [plan.kind, plan.number?.text, plan.issuer, plan.place.name, plan.place.within, plan.year, plan.issued?.on ?? plan.issued?.month, plan.signer?.name].map((part) => part ?? '-').join(' | '),
    periods: (plan.periods ?? []).map((one) => `${one.from}..${one.to}${one.whole ? ' whole' : ` ${one.name}`}`),
    deadlines: (plan.deadlines ?? []).map((one) => `${dueLine(one.due as Record<string, unknown>)}${one.to ? ` -> ${one.to}` : ''}${one.via ? ` (${one.via})` : ''}`),
    papers: (plan.dossiers ?? []).flatMap((one) => one.papers.map((paper) => `${paper.name}${paper.form ? ` [${paper.form}]` : ''}${paper.state ? ` ${paper.state}` : ''}${paper.if_any ? ' ?' : ''}${paper.only_for ? ` <${paper.only_for}>` : ''}`)),
    sets: (plan.dossiers ?? []).flatMap((one) => (one.sets ?? []).map((set) => `${set.award ? `${set.award} ` : ''}${set.count}${set.state ? ` ${set.state}` : ''}`)),
    thresholds: (plan.thresholds ?? []).map((one) => `${one.comparison} ${one.value}${one.upper === undefined ? '' : `-${one.upper_excluded ? '<' : ''}${one.upper}`} ${one.unit}`),
    quotas: (plan.awards ?? []).flatMap((one) => (one.quota ? [`${one.quota.groups ?? '-'}/${one.quota.persons ?? '-'} ${one.name}`] : [])),
  }
}

function dueLine(due: Record<string, unknown>): string {
  if (typeof due['every'] === 'string') return `${due['before'] === true ? 'before ' : ''}every ${due['every'].replace('FREQ=YEARLY;', '').replace('FREQ=MONTHLY;', 'month ').replace('BYMONTH=', '').replace('BYMONTHDAY=', '')}`
  if (typeof due['after'] === 'object' && due['after'] !== null) {
    const { days, working, event } = due['after'] as { days: number; working?: boolean; event: string }
    return `${days}${working ? ' working' : ''} days: ${event}`
  }
  if (typeof due['from'] === 'string') return `${due['from']}..${String(due['to'])}`
  return Object.entries(due).map(([key, value]) => `${key} ${String(value)}`).join(' ')
}
