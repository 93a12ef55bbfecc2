import type { Award } from '../knowledge/types.ts'
import type { Finding } from '../lookup/finding.ts'
import { nextButtons } from './buttons.ts'
import { FACTS } from './facts-wording.ts'
import type { Block, Message } from './message.ts'
import { headline, list, message, paragraph, quotesOf, references, reservations } from './parts.ts'
import { impliedPlan } from './plan-line.ts'
import { ABSENT } from './wording.ts'

/** Awards: their names, or who decides or puts forward where that is asked; and that a plan names no form of its own. */

type AwardFinding = Extract<Finding, { kind: 'award' }>

export function composeAward(finding: AwardFinding): Message {
  const { plan, awards, leaves } = finding
  const [left] = finding.inGeneral ? leaves : []
  const lines = awards.map((award) => lineOf(award, finding.asks))
  const blocks: Block[] = [...firstLines(finding, lines, left?.says), ...reservations(plan, 'award', awards), ...quotesOf(plan, [...(left ? [left] : []), ...awards])]
  return message('answered', blocks, { facts: references(plan, 'award', awards), buttons: nextButtons(plan, 'award') })
}

function firstLines(finding: AwardFinding, lines: readonly string[], left: string | undefined): Block[] {
  const { awards, asks, leaves } = finding
  if (left !== undefined) return [headline(ABSENT.leaves(left)), ...impliedPlan(finding), ...(leaves[0]?.texts.length ? [paragraph(ABSENT.texts(leaves[0].texts))] : []), list(lines)]
  const [only] = lines
  const together = FACTS.together(lines)
  const fits = FACTS.fits(together) && (asks !== undefined || lines.length === 1)
  if (fits || only === undefined) return [headline(together), ...impliedPlan(finding)]
  const first = lines.length === 1 ? FACTS.one(only) : FACTS.awards(awards.map((award) => award.name))
  return [headline(first), ...impliedPlan(finding), list(lines)]
}

function lineOf({ name, decided_by, proposed_by, discretion }: Award, asks: AwardFinding['asks']): string {
  if (asks === 'decided') return FACTS.decided(decided_by, name, proposed_by)
  if (asks === 'proposed') return FACTS.proposed(proposed_by, name, decided_by)
  return FACTS.award(name, decided_by, proposed_by, discretion)
}
