import { isMap, isScalar, isSeq, type Document } from 'yaml'
import type { Section } from './plan-yml.ts'

/** What one fact of a plan.yml calls another. */

/** Keys by which facts name facts of a section. */
const POINTERS: Readonly<Partial<Record<Section, readonly string[]>>> = { deadlines: ['deadline', 'deadlines', 'registration'], dossiers: ['dossier'], awards: ['awards'], thresholds: ['targets', 'threshold'], periods: ['period'] }

const SECTION_OF = new Map(Object.entries(POINTERS).flatMap(([section, keys]) => keys.map((key) => [key, section] as const)))

/** The fact with the names of others as the file has them. `ids`: "deadlines/nop-ho-so" as read now, to its id in the file. */
export function pointing<T>(fact: T, ids: ReadonlyMap<string, string>): T {
  const rename = (key: string, value: unknown): unknown => {
    const section = SECTION_OF.get(key)
    if (Array.isArray(value)) return value.map((one) => rename(key, one))
    if (typeof value === 'string' && section !== undefined) return ids.get(`${section}/${value}`) ?? value
    return typeof value === 'object' && value !== null ? pointing(value, ids) : value
  }
  return Object.fromEntries(Object.entries(fact as object).map(([key, value]) => [key, rename(key, value)])) as T
}

/** What a note calls facts of a section: "deadline/nop-ho-so". */
const NAMES: Readonly<Record<Section, string>> = { periods: 'period', deadlines: 'deadline', dossiers: 'dossier', thresholds: 'threshold', awards: 'award', routes: 'route', audiences: 'audience', duties: 'duty', bases: 'basis', statements: 'statement', not_modelled: 'not-modelled', checks: 'check' }

/** Takes out what names a fact that is no longer there; a question whose figure is gone goes, a check left without any, a note on nothing. */
export function forget(document: Document, removed: readonly { section: Section; id: string }[]): void {
  if (removed.length === 0 || !isMap(document.contents)) return
  const gone = (key: string, id: unknown) => removed.some((one) => (key === 'on' ? `${NAMES[one.section]}/${one.id}` === id : one.id === id && POINTERS[one.section]?.includes(key)))
  const asksForGone = (node: unknown) => isMap(node) && gone('threshold', node.getIn(['passes', 'threshold']))
  const walk = (node: unknown): void => {
    if (isSeq(node)) {
      node.items = node.items.filter((item) => !asksForGone(item))
      for (const item of node.items) walk(item)
    }
    if (!isMap(node)) return
    for (const pair of [...node.items]) {
      const key = isScalar(pair.key) ? String(pair.key.value) : ''
      if (isScalar(pair.value) && gone(key, pair.value.value)) node.delete(key)
      else if (isSeq(pair.value) && pair.value.items.some((item) => isScalar(item) && gone(key, item.value))) {
        pair.value.items = pair.value.items.filter((item) => !(isScalar(item) && gone(key, item.value)))
        if (pair.value.items.length === 0) node.delete(key)
      } else walk(pair.value)
    }
  }
  walk(document.contents)
  const notes = document.get('notes')
  if (isSeq(notes)) notes.items = notes.items.filter((note) => !isMap(note) || note.has('on'))
  const checks = document.get('checks')
  if (!isSeq(checks)) return
  checks.items = checks.items.filter((check) => !isMap(check) || [check.get('criteria'), check.get('targets')].some((asked) => isSeq(asked) && asked.items.length > 0))
  if (checks.items.length === 0) document.delete('checks')
}
