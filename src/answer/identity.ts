import type { Plan } from '../knowledge/types.ts'
import { formatDay } from '../language/format.ts'
import type { Finding, IdentityPart } from '../lookup/finding.ts'
import { nextButtons } from './buttons.ts'
import { IDENTITY } from './facts-wording.ts'
import type { Message } from './message.ts'
import { headline, message, paragraph, quotesOf, reservations, type Cited } from './parts.ts'
import { impliedPlan } from './plan-line.ts'

/** A plan's number, day, signer, issuer and title: what was asked for first, and that it is blank where it is. */

const PARTS: readonly IdentityPart[] = ['number', 'day', 'signer', 'issuer', 'title']

export function composeIdentity(finding: Extract<Finding, { kind: 'identity' }>): Message {
  const { plan, asks } = finding
  // The role is told with the name.
  const told = new Set<IdentityPart>([...asks, ...(asks.includes('role') ? (['signer'] as const) : [])])
  const rest = PARTS.filter((part) => !told.has(part) && (asks.length > 0 || part !== 'title'))
  const first = asks.length ? asks.filter((part) => part !== 'signer' || !asks.includes('role')).map((part) => sentence(plan, part)).join(' ') : IDENTITY.whole(plan)
  const sources = ([...asks, ...rest] as const).flatMap((part): Cited[] => {
    const source = sourceOf(plan, part)
    return source ? [{ id: part, source }] : []
  })
  const blank = asks.length > 0 && asks.every((part) => isBlank(plan, part) || (part === 'signer' && asks.includes('role') && !plan.signer?.role))
  const blocks = [
    headline(first),
    ...impliedPlan(finding),
    paragraph(rest.map((part) => sentence(plan, part)).join(' ')),
    ...reservations(plan, 'plan', [{ id: plan.id, source: { clause: 'head', quote: '' } }]),
    ...quotesOf(plan, sources),
  ]
  return message(blank ? 'not-stated' : 'answered', blocks, { facts: [{ plan: plan.id, kind: 'identity', id: 'identity' }], buttons: nextButtons(plan, 'identity') })
}

function sentence({ number, issued, signer, issuer, title }: Plan, part: IdentityPart): string {
  switch (part) {
    case 'number':
      return number ? IDENTITY.number(number.text) : IDENTITY.noNumber
    case 'day':
      return issued?.on ? IDENTITY.day(formatDay(issued.on)) : issued?.month ? IDENTITY.month(issued.month) : IDENTITY.noDay
    case 'signer':
      return IDENTITY.signer(signer?.name, signer?.role)
    case 'role':
      return IDENTITY.role(signer?.role, signer?.name)
    case 'issuer':
      return IDENTITY.issuer(issuer)
    case 'title':
      return IDENTITY.title(title)
  }
}

function isBlank({ number, issued, signer }: Plan, part: IdentityPart): boolean {
  return (part === 'number' && !number) || (part === 'day' && !issued) || (part === 'signer' && !signer) || (part === 'role' && !signer?.role)
}

function sourceOf({ number, issued, signer }: Plan, part: IdentityPart): Cited['source'] | undefined {
  return part === 'number' ? number?.source : part === 'day' ? issued?.source : part === 'signer' || part === 'role' ? signer?.source : undefined
}
