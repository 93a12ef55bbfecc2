import { plain } from '../../knowledge/plain.ts'
import type { Clause, Source } from '../../knowledge/types.ts'
import type { ProposedPlan } from './plan.ts'

const SECTIONS = ['periods', 'deadlines', 'dossiers', 'thresholds', 'awards', 'routes', 'audiences', 'duties', 'bases', 'statements', 'not_modelled', 'checks'] as const

/** The plan without facts whose quote does not stand in its clause word for word, and how many those were. */
export function withoutUnproved(plan: ProposedPlan, clauses: ReadonlyMap<string, Clause>): { kept: ProposedPlan; dropped: number } {
  let dropped = 0
  const stands = ({ clause, quote }: Source) => {
    const found = clauses.get(clause)
    const words = plain(quote)
    return found !== undefined && words !== '' && (found.fullText.includes(words) || `${found.label} ${found.fullText}`.includes(words))
  }
  const proved = (value: unknown): boolean => sourcesOf(value).every(stands)
  const kept: Record<string, unknown> = { ...plan }
  for (const section of SECTIONS) {
    const items = plan[section] ?? []
    const good = items.filter((item) => proved(item))
    dropped += items.length - good.length
    kept[section] = good
  }
  for (const key of ['number', 'issued', 'signer'] as const) if (plan[key] && !proved(plan[key])) kept[key] = undefined
  return { kept: JSON.parse(JSON.stringify(kept)) as ProposedPlan, dropped }
}

function sourcesOf(value: unknown): Source[] {
  if (Array.isArray(value)) return value.flatMap(sourcesOf)
  if (typeof value !== 'object' || value === null) return []
  const own = 'clause' in value && 'quote' in value ? [value as Source] : []
  return [...own, ...Object.values(value).flatMap(sourcesOf)]
}
