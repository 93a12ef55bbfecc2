import { planFile } from '../../knowledge/schema.ts'
import { plain } from '../../knowledge/plain.ts'
import { allClauses } from '../../knowledge/proof.ts'
import { contradicted, contradictedEnds } from '../../knowledge/quoted-days.ts'
import type { Clause, Due, Source } from '../../knowledge/types.ts'
import { daysOf } from '../../knowledge/validity/days.ts'
import type { FactKind, Found } from '../recognise/found.ts'
import type { AllFound } from './plan.ts'

export type Stands = (source: Source) => boolean

/** Whether a quote stands word for word in its clause, as readers of plan.yml ask it. */
export function standingIn(clauses: readonly Clause[]): Stands {
  const byAddress = new Map<string, Clause>()
  for (const clause of allClauses(clauses)) if (!byAddress.has(clause.address)) byAddress.set(clause.address, clause)
  return ({ clause, quote }) => {
    const found = byAddress.get(clause)
    const words = plain(quote)
    return found !== undefined && words !== '' && (found.fullText.includes(words) || `${found.label} ${found.fullText}`.includes(words))
  }
}

/** The facts that any reader of plan.yml will take: quotes that stand, the shape of their kind. And how many were not so. */
export function soundOnly(found: AllFound, stands: Stands): { kept: AllFound; dropped: number } {
  let dropped = 0
  const sound = <K extends FactKind>(kind: K): Found<K>[] => {
    const kept = found[kind].filter(({ fact }) => sourcesOf(fact).every(stands) && fits(kind, fact) && !contradictsQuote(fact))
    dropped += found[kind].length - kept.length
    return kept
  }
  const kept: AllFound = {
    periods: sound('periods'), deadlines: sound('deadlines'), dossiers: sound('dossiers'), thresholds: sound('thresholds'), awards: sound('awards'), routes: sound('routes'),
    audiences: sound('audiences'), duties: sound('duties'), bases: sound('bases'), statements: sound('statements'), not_modelled: sound('not_modelled'), checks: sound('checks'),
  }
  return { kept, dropped }
}

/** Ids are given later: that they are missing is no fault here. */
function fits(kind: FactKind, fact: object): boolean {
  const read = planFile.shape[kind].safeParse([fact])
  const isSchemaSound = read.success || read.error.issues.every(({ path }) => path.at(-1) === 'id')
  return isSchemaSound && !('from' in fact && 'to' in fact && kind === 'periods' && String(fact.from) > String(fact.to))
}

function contradictsQuote(fact: object): boolean {
  const { due, from, to, source } = fact as { due?: Due; from?: string; to?: string; source?: Source }
  if (!source) return false
  if (due) return contradicted(daysOf(due), [source.quote]) !== undefined
  return from !== undefined && to !== undefined && contradictedEnds([from, to], [source.quote]) !== undefined
}

function sourcesOf(value: unknown): Source[] {
  if (Array.isArray(value)) return value.flatMap(sourcesOf)
  if (typeof value !== 'object' || value === null) return []
  const own = 'clause' in value && 'quote' in value ? [value as Source] : []
  return [...own, ...Object.values(value).flatMap(sourcesOf)]
}
