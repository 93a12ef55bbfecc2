import type { Check } from '../../knowledge/types.ts'
import { awardsOver, isUnder, registrationIn } from './link.ts'
import { idMaker } from './ids.ts'
import { UNSEEN_CHECK, type AllNamed, type Named } from './plan.ts'

type Criterion = Check['criteria'][number]

/** The checks with what belongs to them: figures asked as figures, awards, papers, deadlines. */
export function checksOf(named: AllNamed, dossierDeadlines: ReadonlyMap<string, string>): { check: Omit<Check, 'id' | 'review'>; id: string }[] {
  const [dossier] = named.dossiers
  const registration = registrationIn(named.deadlines)
  const checks = named.checks.map(({ id, found }) => {
    const awards = awardsOver(found.at, named.awards)
    const dossierOf = named.dossiers.find((one) => one.found.fact.awards?.some((award) => awards.includes(award))) ?? (named.dossiers.length === 1 ? dossier : undefined)
    const deadline = dossierOf && dossierDeadlines.get(dossierOf.id)
    return {
      id,
      check: {
        ...found.fact,
        ...(awards.length > 0 ? { awards } : {}),
        criteria: withFigures(found.fact.criteria ?? [], named.thresholds.filter((one) => isUnder(one.found.at, found.at))),
        ...(dossierOf ? { dossier: dossierOf.id } : {}),
        ...(deadline ? { deadlines: [deadline] } : {}),
        ...(registration ? { registration } : {}),
        open_ended: UNSEEN_CHECK,
      },
    }
  })
  return [...checks, ...targetsCheck(named)]
}

/** A figure found in a standard is asked for as a number, after the question that holds it. */
function withFigures(criteria: readonly Criterion[], thresholds: AllNamed['thresholds']): Criterion[] {
  const make = idMaker('so-', criteria.map((one) => one.id))
  const figures = thresholds.flatMap(({ id, found: { name, fact } }): Criterion[] => [
    { id: make(name), type: 'number', min: 0, max: fact.unit === '%' ? 100 : (fact.max ?? 1000), unit: fact.unit, passes: { threshold: id }, says: `${fact.metric}`, ask: fact.ask, source: fact.source },
  ])
  return [...criteria, ...figures.slice(0, 8)]
}

/** All targets outside the standards of awards, as a check of a unit's figures. */
function targetsCheck(named: AllNamed): { check: Omit<Check, 'id' | 'review'>; id: string }[] {
  const targets = named.thresholds.filter(({ found }) => !named.checks.some((check) => isUnder(found.at, check.found.at)))
  const [first] = targets as (Named<'thresholds'> | undefined)[]
  if (!first || targets.length < 2) return []
  const at = first.found.at
  const source = { clause: at.address, quote: first.found.fact.source.quote }
  return [{ id: 'chi-tieu', check: { title: 'Chỉ tiêu của đơn vị', subject: { kind: 'tap-the', name: 'đơn vị, địa phương' }, criteria: [], targets: targets.slice(0, 30).map(({ id }) => id), source, open_ended: UNSEEN_CHECK } }]
}
