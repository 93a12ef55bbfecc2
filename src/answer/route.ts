import type { Route } from '../knowledge/types.ts'
import type { Finding } from '../lookup/finding.ts'
import { nextButtons } from './buttons.ts'
import { DEADLINE } from './wording.ts'
import { FACTS } from './facts-wording.ts'
import type { Block, Message } from './message.ts'
import { headline, list, message, quotesOf, references, reservations } from './parts.ts'
import { impliedPlan } from './plan-line.ts'

/** The way that papers take: its stations in the first line, then step by step; several ways one below the other. */

export function composeRoute(finding: Extract<Finding, { kind: 'route' }>): Message {
  const { plan, routes } = finding
  const [first, ...others] = routes.map((route): [string, Block] => [FACTS.route(route.name, stations(route)), stepsOf(route)])
  const steps = routes.flatMap((route) => route.steps)
  const blocks: Block[] = [
    ...(first ? [headline(first[0]), ...impliedPlan(finding), first[1]] : []),
    ...others.flatMap(([name, list]): Block[] => [{ type: 'heading', text: name }, list]),
    ...reservations(plan, 'route', routes),
    ...quotesOf(plan, steps.map((step) => ({ id: step.who, source: step.source }))),
  ]
  return message('answered', blocks, { facts: references(plan, 'route', routes), buttons: nextButtons(plan, 'route') })
}

/** Who has it in hand, one after the other, and where the last one sends it. */
function stations({ steps }: Route): string[] {
  const whos = steps.map((step) => step.who)
  const { to, via } = steps.at(-1) ?? {}
  return [...new Set([...whos, ...(to && !whos.includes(to) ? [DEADLINE.place(to, via)] : [])])]
}

function stepsOf({ steps }: Route): Block {
  return list(steps.map((step) => FACTS.step(step.who, step.does, step.to, step.via)), steps.length > 1)
}
