import { PENDING } from '../propose/plan.ts'
import type { Fact, StandsStill } from './compare.ts'

/**
 * A fact that a person has looked at, some quote of which is gone from the new text: its parts that stand stay as they
 * are, the others give way to the new reading, and the whole is to be looked at again.
 */
export function renewed(old: Fact, now: Fact, stands: StandsStill): Fact {
  const keys = stands(old['source']) ? Object.keys(old) : [...Object.keys(now), ...Object.keys(old).filter((key) => isSourcedList(old[key]) || key === 'words')]
  const parts = [...new Set(keys)].map((key) => [key, partOf(key, old, now, stands)] as const)
  return { ...Object.fromEntries(parts.filter(([, part]) => part !== undefined)), id: old.id, review: PENDING }
}

function partOf(key: string, old: Fact, now: Fact, stands: StandsStill): unknown {
  const [before, after] = [old[key], now[key]]
  if (isSourcedList(before)) return listOf(before.filter(stands), Array.isArray(after) ? after : [])
  return before !== undefined && (key === 'words' || stands(old['source'])) && stands(before) ? before : after
}

/** In the order of the new text; what a person has added stands at the end. */
function listOf(kept: readonly unknown[], now: readonly unknown[]): unknown[] | undefined {
  const same = (one: unknown) => kept.find((other) => idOf(other) === idOf(one) || quoteOf(other) === quoteOf(one))
  const ordered = [...new Set([...now.map((one) => same(one) ?? one), ...kept])]
  return ordered.length > 0 ? ordered : undefined
}

const isSourcedList = (value: unknown): value is readonly unknown[] => Array.isArray(value) && value.some((one) => quoteOf(one) !== undefined)
const idOf = (one: unknown) => (one as { id?: string }).id ?? one

/** Of a paper or a set, or of a source itself. */
function quoteOf(one: unknown): string | undefined {
  const { source, quote } = (typeof one === 'object' && one !== null ? one : {}) as { source?: { quote: string }; quote?: string }
  return source?.quote ?? quote
}
