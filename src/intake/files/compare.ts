import { fold } from '../../language/normalise.ts'
import { PENDING, type ProposedPlan } from '../propose/plan.ts'
import { SECTIONS, type Section } from './plan-yml.ts'

/** What a second import of a plan would change. */

export type Fact = Readonly<Record<string, unknown>> & { readonly id: string }

export interface Difference {
  readonly section: Section
  readonly kind: 'new' | 'changed' | 'gone'
  /** The fact in the file; undefined for a new one. */
  readonly old?: Fact
  /** The fact as read now; undefined for one that is gone. */
  readonly now?: Fact
  /** A person has looked at the one in the file, or has written it. */
  readonly reviewed: boolean
  /** A quote of the one in the file does not stand in the new text. */
  readonly stale: boolean
}

/** Whether every quote in a fact or in a part of one stands in the new text. */
export type StandsStill = (part: unknown) => boolean

export interface HeadDifference {
  readonly key: string
  readonly old: string
  /** Empty where the new text does not have it. */
  readonly now: string
  readonly stale: boolean
}

const HEAD_KEYS = ['title', 'kind', 'issuer', 'year', 'number', 'issued', 'signer'] as const
/** What changes without the fact changing. */
const LOOSE = new Set(['id', 'words', 'review', 'source', 'also', 'note', 'find_out', 'example', 'open_ended', 'period', 'awards', 'deadline', 'dossier', 'deadlines', 'registration', 'ask'])

export function differences(old: Readonly<Record<string, unknown>>, now: ProposedPlan, stands: StandsStill): Difference[] {
  return SECTIONS.flatMap((section) => sectionDifferences(section, factsOf(old[section]), factsOf(now[section]), stands))
}

export function headDifferences(old: Readonly<Record<string, unknown>>, now: ProposedPlan, stands: StandsStill): HeadDifference[] {
  return HEAD_KEYS.flatMap((key) => {
    const [before, after] = [said(old[key]), said(now[key])]
    const stale = !stands(old[key])
    return (after !== '' && fold(before) !== fold(after)) || (stale && after === '') ? [{ key, old: before, now: after, stale }] : []
  })
}

export const isReviewed = (fact: Fact) => fact['review'] !== PENDING

function factsOf(list: unknown): Fact[] {
  return Array.isArray(list) ? list.filter((one): one is Fact => typeof one === 'object' && one !== null && 'id' in one) : []
}

/** For each fact as read now ("deadlines/nop-ho-so") that stands for one in the file, the id it has there. */
export function idsInFile(old: Readonly<Record<string, unknown>>, now: ProposedPlan): Map<string, string> {
  return new Map(SECTIONS.flatMap((section) => [...partners(section, factsOf(old[section]), factsOf(now[section]))].map(([there, read]) => [`${section}/${read.id}`, there.id])))
}

/** Facts of the file with those read now that stand for them. */
function partners(section: Section, old: readonly Fact[], now: readonly Fact[]): Map<Fact, Fact> {
  const partner = new Map<Fact, Fact>()
  const left = new Set(now)
  const alone = (one: Fact, list: Iterable<Fact>) => [...list].filter((other) => clauseOf(other) === clauseOf(one)).length === 1
  const onlyOnesThere = (one: Fact, other: Fact) => clauseOf(one) === clauseOf(other) && alone(other, left) && alone(one, old.filter((fact) => !partner.has(fact)))
  // The surest likeness first: same place and value, same words, same value nearby, same id, nothing else in its clause.
  for (const alike of [sameAll, samePlaceAndValue, sameQuote, sameId, onlyOnesThere]) {
    for (const one of old) {
      if (partner.has(one)) continue
      const found = [...left].find((other) => alike(one, other, section))
      if (!found) continue
      partner.set(one, found)
      left.delete(found)
    }
  }
  return partner
}

function sectionDifferences(section: Section, old: readonly Fact[], now: readonly Fact[], stands: StandsStill): Difference[] {
  const partner = partners(section, old, now)
  const known = new Set(partner.values())
  return [
    ...old.flatMap((one): Difference[] => {
      const found = partner.get(one)
      const about = { section, old: one, reviewed: isReviewed(one), stale: !stands(one) }
      if (!found) return [{ ...about, kind: 'gone' }]
      const same = (valueOf(one) === valueOf(found) && sameQuote(one, found)) || (about.reviewed && sameValue(one, found, section))
      return same && !about.stale ? [] : [{ ...about, kind: 'changed', now: found }]
    }),
    ...now.filter((one) => !known.has(one)).map((one): Difference => ({ section, kind: 'new', now: one, reviewed: false, stale: false })),
  ]
}

const sourceOf = (fact: Fact) => (fact['source'] ?? {}) as { clause?: string; quote?: string }
const clauseOf = (fact: Fact) => sourceOf(fact).clause
const sameId = (a: Fact, b: Fact) => a.id === b.id
const sameQuote = (a: Fact, b: Fact) => sourceOf(a).quote === sourceOf(b).quote && sourceOf(a).clause === sourceOf(b).clause
const sameAll = (a: Fact, b: Fact) => valueOf(a) === valueOf(b) && sameQuote(a, b)
const samePlaceAndValue = (a: Fact, b: Fact, section: Section) => sourceOf(a).clause === sourceOf(b).clause && sameValue(a, b, section)

/** What makes two facts of a kind the same one, however they are worded. */
function sameValue(a: Fact, b: Fact, section: Section): boolean {
  const keys: Partial<Record<Section, readonly string[]>> = { periods: ['from', 'to'], deadlines: ['due'], thresholds: ['value', 'upper', 'unit'], awards: ['form', 'name'], bases: ['name'], duties: ['who'], audiences: ['kind', 'excluded'], statements: ['topic'], not_modelled: ['kinds'], checks: ['title'], dossiers: ['name'], routes: ['name'] }
  return (keys[section] ?? []).every((key) => fold(said(a[key])) === fold(said(b[key])))
}

const valueOf = (fact: Fact) => JSON.stringify(Object.entries(fact).filter(([key]) => !LOOSE.has(key)).sort(([a], [b]) => a.localeCompare(b)).map(([key, value]) => [key, withoutMarks(value)]))

/** Papers and sets without their ids and review marks. */
function withoutMarks(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutMarks)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).filter(([key]) => !LOOSE.has(key)).map(([key, inner]) => [key, withoutMarks(inner)]))
}

/** A value in a few words: a day, a name, a number. */
export function said(value: unknown): string {
  if (value === undefined || value === null) return ''
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (typeof value !== 'object') return ''
  if (Array.isArray(value)) return value.map(said).join(', ')
  return Object.entries(value).filter(([key]) => key !== 'source').map(([, inner]) => said(inner)).join(' ')
}
