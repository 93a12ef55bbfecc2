import { once } from '../knowledge/once.ts'
import type { Audience } from '../knowledge/types.ts'
import type { Request } from '../understand/request.ts'
import { findPhrase, phrase } from '../understand/phrase.ts'
import type { Rule } from './finding.ts'
import type { Match } from './match.ts'

/** Who asks "có được khen không" tells what is in doubt: the one standard, rule or exclusion that speaks of it goes before the check. */

/** Share of what was told that a rule must speak of. */
const ENOUGH = 0.4
/** Names of an exclusion this short stand for too much else. */
const LETTERS = 6

export function ruleFor({ words }: Request, matches: readonly Match[]): Rule | undefined {
  const named = (match: Match) => match.entry.kind === 'audience' && Boolean(match.entry.item.excluded) && namesOf(match.entry.item).some((name) => findPhrase(words, name).length > 0)
  const found = matches.filter((match) => named(match) || (match.about && match.coverage >= ENOUGH && isRule(match))).sort((a, b) => Number(named(b)) - Number(named(a)) || b.coverage - a.coverage || b.score - a.score)[0]
  return found && ruleOf(found)
}

const namesOf = once(({ words }: Audience) => (words ?? []).filter((word) => word.length >= LETTERS).map(phrase))

function isRule({ entry }: Match): boolean {
  return entry.kind === 'criterion' || (entry.kind === 'statement' && entry.item.topic === 'rule') || (entry.kind === 'audience' && Boolean(entry.item.excluded))
}

function ruleOf({ entry }: Match): Rule | undefined {
  if (entry.kind === 'criterion' || entry.kind === 'statement') return { plan: entry.plan, says: entry.item.says, source: entry.item.source }
  return entry.kind === 'audience' ? { plan: entry.plan, excluded: entry.item.who, source: entry.item.source } : undefined
}
