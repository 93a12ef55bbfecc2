import { once } from '../knowledge/once.ts'
import type { Audience } from '../knowledge/types.ts'
import { ownWords, type Request, type Word } from '../understand/request.ts'
import { hasAny, phrase } from '../understand/phrase.ts'
import { bagOf, holds } from './bag.ts'
import type { Rule } from './finding.ts'
import type { Match } from './match.ts'

/** Who asks "có được khen không" tells what is in doubt: the one standard, rule or exclusion that speaks of it goes before the check. */

/** Share of what was told that a rule must speak of, and of how many of its words where that is less. */
const ENOUGH = 0.4
const LESS = 0.2
const WORDS = 3
/** Names of an exclusion this short stand for too much else. */
const LETTERS = 6

export function ruleFor(request: Request, matches: readonly Match[]): Rule | undefined {
  const found = ruleMatch(request, matches)
  return found && ruleOf(found)
}

/** The best of them; whoever is left out by name goes first. */
export function ruleMatch(request: Request, matches: readonly Match[]): Match | undefined {
  const { words } = request
  const told = toldBy(request, matches)
  const named = (match: Match) => match.entry.kind === 'audience' && Boolean(match.entry.item.excluded) && hasAny(words, namesOf(match.entry.item))
  return matches.filter((match) => named(match) || (match.about && isRule(match) && speaksOf(match, told))).sort((a, b) => Number(named(b)) - Number(named(a)) || b.coverage - a.coverage || b.score - a.score)[0]
}

function speaksOf({ label, coverage }: Match, told: readonly Word[]): boolean {
  const held = told.filter((word) => holds(label, word) > 0).length
  return held > 0 && (coverage >= ENOUGH || (held >= WORDS && coverage >= LESS))
}

/** What is told of the case, beyond who it is: "trường tôi có được khen không" tells nothing. */
export function toldBy(request: Request, matches: readonly Match[]): readonly Word[] {
  const { words, checks } = request
  const who = bagOf(
    matches
      .flatMap(({ entry }) => {
        if (entry.kind === 'criteria' && checks.includes(entry.item.id)) return [entry.item.subject.name, ...(entry.item.subject.words ?? [])]
        return entry.kind === 'audience' && !entry.item.excluded ? [entry.item.who] : []
      })
      .join(' . '),
  )
  return ownWords(request)
    .filter((at) => !isOneself(words, at))
    .map((at) => words[at] as Word)
    .filter((word) => !ANY_PLAN.has(word.folded) && holds(who, word) === 0)
}

/** What every such plan is about: "an ninh trật tự", "bảo vệ an ninh Tổ quốc". */
const ANY_PLAN: ReadonlySet<string> = new Set('khen an ninh trat tu to quoc bao ve phong trao thi dua'.split(' '))

/** "bản thân" */
function isOneself(words: readonly Word[], at: number): boolean {
  return (words[at]?.folded === 'than' && words[at - 1]?.folded === 'ban') || (words[at]?.folded === 'ban' && words[at + 1]?.folded === 'than')
}

const namesOf = once(({ words }: Audience) => (words ?? []).filter((word) => word.length >= LETTERS).map(phrase))

function isRule({ entry }: Match): boolean {
  return entry.kind === 'criterion' || (entry.kind === 'statement' && entry.item.topic === 'rule') || (entry.kind === 'audience' && Boolean(entry.item.excluded))
}

function ruleOf({ entry }: Match): Rule | undefined {
  if (entry.kind === 'criterion' || entry.kind === 'statement') return { plan: entry.plan, says: entry.item.says, source: entry.item.source }
  return entry.kind === 'audience' ? { plan: entry.plan, excluded: entry.item.who, source: entry.item.source } : undefined
}
