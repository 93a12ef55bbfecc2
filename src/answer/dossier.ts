import type { Dossier, Plan } from '../knowledge/types.ts'
import type { Day } from '../language/day.ts'
import type { Finding } from '../lookup/finding.ts'
import { nextButtons } from './buttons.ts'
import { currentLastDay, dueText, remaining } from './deadline.ts'
import type { Block, Message } from './message.ts'
import { headline, message, paragraph, quotesOf, references, reservations } from './parts.ts'
import { impliedPlan } from './plan-line.ts'
import { DEADLINE, DOSSIER } from './wording.ts'

/** Papers, sets and where they go. */

type DossierFinding = Extract<Finding, { kind: 'dossier' }>

export function composeDossier(finding: DossierFinding, today: Day): Message {
  const { plan, dossiers, aspect } = finding
  const blocks = dossiers.flatMap((dossier) => dossierBlocks(finding, dossier, today))
  const [first, ...rest] = blocks
  const shown = [first as Block, ...impliedPlan(finding), ...rest, ...reservations(plan, 'dossier', dossiers)]
  return message('answered', shown, { facts: references(plan, 'dossier', dossiers), buttons: nextButtons(plan, aspect === 'papers' ? 'dossier' : aspect) })
}

export function composePaper(finding: Extract<Finding, { kind: 'paper' }>): Message {
  const { plan, dossier, papers } = finding
  const lines = papers.map((paper) => DOSSIER.isAsked(paper, dossier))
  const blocks = [headline(lines[0] as string), ...lines.slice(1).map(paragraph), ...impliedPlan(finding), ...reservations(plan, 'dossier', [dossier]), ...quotesOf(plan, papers)]
  return message('answered', blocks, { facts: references(plan, 'dossier', [dossier]), buttons: nextButtons(plan, 'sets') })
}

function dossierBlocks({ plan, aspect, award }: DossierFinding, dossier: Dossier, today: Day): Block[] {
  const sets = setsOf(plan, dossier, award)
  const said = sets.length ? DOSSIER.sets(sets) : ''
  const place = dossier.to ? DOSSIER.to(dossier.to, dossier.via) : ''
  const due = dueLine(plan, dossier, today)
  const setQuotes = quotesOf(plan, sets)
  switch (aspect) {
    case 'sets':
      return [headline(`${said}.`), paragraph(DOSSIER.handed(dossier, place)), ...setQuotes]
    case 'addressee':
      return [headline(`${place}.`), ...(due ? [paragraph(due)] : []), ...quotesOf(plan, [handing(plan, dossier) ?? stepTo(plan, dossier) ?? dossier])]
    case 'papers': {
      const items = dossier.papers.map(DOSSIER.paper)
      const after = [place, due].filter(Boolean).map(paragraph)
      const deadline = handing(plan, dossier)
      const quotes = quotesOf(plan, [...dossier.papers, dossier, ...sets, ...(deadline ? [deadline] : [])])
      return [headline(DOSSIER.papers(dossier, said)), { type: 'checklist', items }, ...after, ...quotes]
    }
  }
}

/** The rows for the award that was named, or all. */
function setsOf(plan: Plan, dossier: Dossier, award: DossierFinding['award']): NonNullable<Dossier['sets']> {
  const sets = dossier.sets ?? []
  if (!award) return sets
  const own = sets.filter((set) => !set.awards?.length || set.awards.some((id) => plan.awards.find((one) => one.id === id)?.form === award))
  return own.length ? own : sets
}

/** The deadline of handing it in, whose words name the addressee. */
function handing(plan: Plan, dossier: Dossier) {
  return plan.deadlines.find((one) => one.id === dossier.deadline)
}

/** The step of a route that brings it there, where no deadline says so. */
function stepTo(plan: Plan, { id, to }: Dossier) {
  const step = plan.routes.flatMap(({ steps }) => steps).find((one) => one.to === to)
  return step && { id, source: step.source }
}

function dueLine(plan: Plan, dossier: Dossier, today: Day): string {
  const deadline = handing(plan, dossier)
  return deadline ? DEADLINE.line('Hạn', dueText(deadline, plan), remaining(currentLastDay(deadline, plan, today), today)) : ''
}
