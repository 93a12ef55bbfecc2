import type { Check } from '../../knowledge/types.ts'
import { awardsNamed, awardsOver, isUnder, registrationIn } from './link.ts'
import { idMaker } from './ids.ts'
import { UNSEEN_CHECK, type AllNamed, type Named } from './plan.ts'

type Criterion = Check['criteria'][number]

/** The checks with what belongs to them: figures asked as figures, awards, papers, deadlines. */
export function checksOf(named: AllNamed, dossierDeadlines: ReadonlyMap<string, string>, prefix: string): { check: Omit<Check, 'id' | 'review'>; id: string }[] {
  const [dossier] = named.dossiers
  const registration = registrationIn(named.deadlines)
  const make = idMaker(prefix, named.checks.map(({ id }) => id))
  const checks = named.checks.flatMap(({ id, found }) => {
    const awards = awardsOver(found.at, named.awards)
    const dossierOf = named.dossiers.find((one) => one.found.fact.awards?.some((award) => awards.includes(award))) ?? (named.dossiers.length === 1 ? dossier : undefined)
    const deadline = dossierOf && dossierDeadlines.get(dossierOf.id)
    const figures = named.thresholds.filter((one) => isUnder(one.found.at, found.at))
    const shared = figures.filter((one) => bindsAll(one, awards, named))
    const checkOf = (own: readonly string[], title: string, asked: AllNamed['thresholds']) => ({
      ...found.fact,
      title,
      ...(own.length > 0 ? { awards: [...own] } : {}),
      criteria: withFigures(found.fact.criteria ?? [], asked),
      ...(dossierOf ? { dossier: dossierOf.id } : {}),
      ...(deadline ? { deadlines: [deadline] } : {}),
      ...(registration ? { registration } : {}),
      open_ended: UNSEEN_CHECK,
    })
    const apart = [...new Set(figures.filter((one) => !shared.includes(one)).map((one) => one.found.award ?? ''))].flatMap((award) => {
      const own = awardsNamed(award, named.awards)
      const title = `${award}: ${found.fact.subject.name}`
      return own.length > 0 ? [{ id: make(title), check: checkOf(own, title, figures.filter((one) => shared.includes(one) || one.found.award === award)) }] : []
    })
    return [{ id, check: checkOf(awards, found.fact.title, shared) }, ...apart]
  })
  return [...checks, ...targetChecks(named, make)]
}

/** "riêng tập thể đề nghị tặng Bằng khen phải …" is no condition of a check that is for others as well: that award gets one of its own. */
function bindsAll({ found }: Named<'thresholds'>, awards: readonly string[], named: AllNamed): boolean {
  const only = awardsNamed(found.award, named.awards)
  return found.award === undefined || (only.length > 0 && awards.length > 0 && awards.every((award) => only.includes(award)))
}

/** A figure found in a standard is asked for as a number, after the question that holds it. */
function withFigures(criteria: readonly Criterion[], thresholds: AllNamed['thresholds']): Criterion[] {
  const make = idMaker('so-', criteria.map((one) => one.id))
  const figures = thresholds.flatMap(({ id, found: { name, fact } }): Criterion[] => [
    { id: make(name), type: 'number', min: 0, max: fact.unit === '%' ? 100 : (fact.max ?? 1000), unit: fact.unit, passes: { threshold: id }, says: `${fact.metric}`, ask: fact.ask, source: fact.source },
  ])
  return [...criteria, ...figures.slice(0, 8)]
}

/** All targets outside the standards of awards, as a check of a unit's figures; those of each column of a table by themselves. */
function targetChecks(named: AllNamed, make: (words: string) => string): { check: Omit<Check, 'id' | 'review'>; id: string }[] {
  const targets = named.thresholds.filter(({ found }) => !named.checks.some((check) => isUnder(found.at, check.found.at)))
  const columns = [...new Set(targets.map(({ found }) => found.column))]
  return columns.flatMap((column) => {
    const own = targets.filter(({ found }) => found.column === column)
    const [first] = own as (Named<'thresholds'> | undefined)[]
    if (!first || own.length < 2) return []
    const source = { clause: first.found.at.address, quote: first.found.fact.source.quote }
    return [{ id: make(`chỉ tiêu ${column ?? ''}`), check: { title: column === undefined ? 'Chỉ tiêu của đơn vị' : `Chỉ tiêu: ${column}`, subject: { kind: 'tap-the' as const, name: column ?? 'đơn vị, địa phương' }, criteria: [], targets: own.slice(0, 30).map(({ id }) => id), source, open_ended: UNSEEN_CHECK } }]
  })
}
