import type { Judged, Rule } from './types.ts'

/** How criteria combine: three values, and "leaves the combination". */

export type Truth = boolean | 'void' | undefined
export type States = ReadonlyMap<string, Judged>

/** All of nothing is void as well. */
export function combine(rule: Rule, states: States): Truth {
  if (typeof rule === 'string') {
    const state = states.get(rule)?.state
    return state === 'met' ? true : state === 'unmet' ? false : state === 'unknown' ? undefined : 'void'
  }
  const decides = 'any' in rule
  const parts = partsOf(rule).map((part) => combine(part, states)).filter((part) => part !== 'void')
  if (parts.length === 0) return 'void'
  if (parts.includes(decides)) return decides
  return parts.includes(undefined) ? undefined : !decides
}

/** Unknown criteria on which the rule hangs, also below an outermost `all` that has failed already. */
export function hanging(rule: Rule, states: States, past = true): string[] {
  const truth = combine(rule, states)
  if (truth !== undefined && !(past && truth === false && isAll(rule))) return []
  return typeof rule === 'string' ? [rule] : partsOf(rule).flatMap((part) => hanging(part, states, past && isAll(rule)))
}

/** The unmet criteria that make the rule fail; one of several that suffice is none while another may still do. */
export function failing(rule: Rule, states: States): string[] {
  if (combine(rule, states) !== false) return []
  return typeof rule === 'string' ? [rule] : partsOf(rule).flatMap((part) => failing(part, states))
}

interface Outcomes { readonly met: boolean; readonly unmet: boolean }

/**
 * Criteria whose answers, still missing (`open`), may decide the rule. Beside a "không rõ" that keeps an `any` from
 * failing, what could only fail is not worth asking. `past`: also below an outermost `all` that has failed already.
 */
export function worthAsking(rule: Rule, states: States, open: (id: string) => boolean, past: boolean, wanted: Outcomes = { met: true, unmet: true }): string[] {
  const truth = combine(rule, states)
  if (past && truth === false && isAll(rule)) return rule.all.flatMap((part) => worthAsking(part, states, open, past))
  if (truth !== undefined) return []
  const possible = outcomes(rule, states, open)
  const left = { met: wanted.met && possible.met, unmet: wanted.unmet && possible.unmet }
  if (!left.met && !left.unmet) return []
  return typeof rule === 'string' ? [rule] : partsOf(rule).flatMap((part) => worthAsking(part, states, open, past && isAll(rule), left))
}

function outcomes(rule: Rule, states: States, open: (id: string) => boolean): Outcomes {
  const truth = combine(rule, states)
  if (truth === 'void') return { met: true, unmet: false }
  if (truth !== undefined) return { met: truth, unmet: !truth }
  if (typeof rule === 'string') return { met: open(rule), unmet: open(rule) }
  const parts = partsOf(rule).map((part) => ({ ...outcomes(part, states, open), void: combine(part, states) === 'void' })).filter((part) => !part.void)
  return isAll(rule)
    ? { met: parts.every((part) => part.met), unmet: parts.some((part) => part.unmet) }
    : { met: parts.some((part) => part.met), unmet: parts.every((part) => part.unmet) }
}

function isAll(rule: Rule): rule is { readonly all: readonly Rule[] } {
  return typeof rule !== 'string' && 'all' in rule
}

function partsOf(rule: Exclude<Rule, string>): readonly Rule[] {
  return 'any' in rule ? rule.any : rule.all
}
