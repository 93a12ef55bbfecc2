import type { Plan } from '../knowledge/types.ts'
import { capitalise } from '../language/format.ts'
import type { Intent } from '../understand/request.ts'
import type { Block, Button } from './message.ts'
import { list, paragraph } from './parts.ts'
import { FACTS, LISTED, type ListedKind } from './facts-wording.ts'
import { BUTTONS } from './wording.ts'

/** Several values on a small screen: each is said once, the first lines say what is asked, and of many the rest is a button away. */

/** More than this is too long to read at once … */
const MANY = 7
/** … and so many are shown of it. */
const SHOWN = 5

/** How many of these lines are shown at once. */
export function shownOf(count: number, whole: boolean): number {
  return whole || count <= MANY ? count : SHOWN
}

export interface Listing {
  readonly first: string
  /** What stands below the first line. */
  readonly blocks: readonly Block[]
  /** How many of the lines are shown, counted from the first. */
  readonly shown: number
  readonly more: readonly Button[]
}

interface Manner {
  readonly plan: Plan
  readonly kind: ListedKind & Intent
  /** Asked for all there is, and not for one in particular: the first line then counts. */
  readonly inGeneral: boolean
  /** Nothing is left for a button. */
  readonly whole: boolean
  /** What all values have in common, before them where they fit into one line, and instead of them where they do not. */
  readonly title?: { readonly before: string; readonly alone: string }
}

/** Lines that fit into the first line stand there alone; else the best one does, or their count, and the others below. */
export function listing(lines: readonly string[], { plan, kind, inGeneral, whole, title }: Manner): Listing {
  const all = capitalise(`${title?.before ?? ''}${FACTS.together(lines)}`)
  if (FACTS.fits(all)) return { first: all, blocks: [], shown: lines.length, more: [] }
  const best = lines[0] as string
  const shown = shownOf(lines.length, whole)
  const hidden = lines.length - shown
  const counts = inGeneral || title !== undefined
  const leads = !counts && FACTS.fits(best)
  const first = counts ? (title?.alone ?? LISTED.count(kind, lines.length)) : FACTS.one(capitalise(best))
  const below = lines.slice(leads ? 1 : 0, shown)
  return {
    first,
    blocks: [...(leads ? [paragraph(LISTED.besides)] : []), list(below.map(capitalise)), ...(hidden ? [paragraph(LISTED.andMore(kind, hidden))] : [])],
    shown,
    more: hidden ? [{ label: BUTTONS.all(LISTED.all(kind, lines.length)), action: `all:${kind}:${plan.id}` }] : [],
  }
}
