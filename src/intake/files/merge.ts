import { isMap, isScalar, isSeq, stringify, type Document, type YAMLMap, type YAMLSeq } from 'yaml'
import type { ProposedPlan } from '../propose/plan.ts'
import type { Difference, Fact } from './compare.ts'
import { SECTION_WORDS, setFlow } from './plan-yml.ts'

/**
 * Brings differences into a plan.yml that is there already: new facts are added as pending, pending ones replaced or
 * taken out. A fact that a person has looked at stays as it is while its quote stands; where the quote is gone from the
 * text it is kept as a comment at the file's end, and the new reading takes its place as pending.
 */
export function merge(document: Document, changes: readonly Difference[], now: ProposedPlan, stands: (fact: Fact) => boolean): void {
  const setAside: string[] = []
  const removed: { section: string; id: string }[] = []
  for (const change of changes) {
    const sequence = sectionOf(document, change.section)
    if (change.kind === 'new' && change.now) add(document, sequence, { ...change.now, id: freeId(sequence, change.now.id) })
    else if (change.kind === 'changed' && change.old && change.now) {
      if (change.reviewed && stands(change.old)) continue
      if (change.reviewed) setAside.push(asComment(change.section, change.old))
      replace(document, sequence, change.old.id, { ...change.now, id: change.old.id })
    } else if (change.kind === 'gone' && change.old) {
      if (change.reviewed && stands(change.old)) continue
      if (change.reviewed) setAside.push(asComment(change.section, change.old))
      remove(sequence, change.old.id)
      removed.push({ section: change.section, id: change.old.id })
    }
  }
  for (const key of ['number', 'issued', 'signer', 'years'] as const) if (!document.has(key) && now[key] !== undefined) document.set(key, flowing(document, now[key]))
  forget(document, removed)
  if (setAside.length > 0) document.comment = [document.comment ?? '', ' Đã có người kiểm tra nhưng câu trích không còn trong văn bản mới; giữ lại để đối chiếu:', ...setAside].filter((line) => line !== '').join('\n')
  for (const section of Object.keys(SECTION_WORDS)) {
    const sequence = document.get(section)
    if (isSeq(sequence) && sequence.items.length === 0) document.delete(section)
  }
}

function sectionOf(document: Document, section: string): YAMLSeq {
  const found = document.get(section)
  if (isSeq(found)) return found
  const made = document.createNode([])
  document.set(section, made)
  return made as YAMLSeq
}

const mapsIn = (sequence: YAMLSeq) => sequence.items.filter((item): item is YAMLMap => isMap(item))
const indexOf = (sequence: YAMLSeq, id: string) => sequence.items.findIndex((item) => isMap(item) && item.get('id') === id)

function freeId(sequence: YAMLSeq, id: string): string {
  const taken = new Set(mapsIn(sequence).map((item) => String(item.get('id'))))
  let free = id
  for (let count = 2; taken.has(free); count++) free = `${id.slice(0, 26)}-${count}`
  return free
}

function flowing(document: Document, value: unknown) {
  const node = document.createNode(value)
  setFlow(node)
  return node
}

function add(document: Document, sequence: YAMLSeq, fact: Fact): void {
  sequence.flow = false
  sequence.add(flowing(document, fact))
}

function replace(document: Document, sequence: YAMLSeq, id: string, fact: Fact): void {
  const at = indexOf(sequence, id)
  const before = sequence.items[at]
  const node = flowing(document, fact)
  if (isMap(before) && before.commentBefore) node.commentBefore = before.commentBefore
  if (at >= 0) sequence.items[at] = node
}

function remove(sequence: YAMLSeq, id: string): void {
  const at = indexOf(sequence, id)
  if (at >= 0) sequence.items.splice(at, 1)
}

function asComment(section: string, fact: Fact): string {
  return ` ${section}:\n${stringify([fact], { lineWidth: 0 }).trimEnd().split('\n').map((line) => `   ${line}`).join('\n')}`
}

/** Keys by which facts name facts of a section. */
const POINTERS: Readonly<Record<string, readonly string[]>> = { deadlines: ['deadline', 'deadlines', 'registration'], dossiers: ['dossier'], awards: ['awards'], thresholds: ['targets', 'threshold'], periods: ['period'] }

/** Takes out what names a fact that is no longer there; a question whose figure is gone goes, and a check left without any. */
export function forget(document: Document, removed: readonly { section: string; id: string }[]): void {
  if (removed.length === 0 || !isMap(document.contents)) return
  const gone = (key: string, id: unknown) => removed.some((one) => one.id === id && POINTERS[one.section]?.includes(key))
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
  const checks = document.get('checks')
  if (!isSeq(checks)) return
  checks.items = checks.items.filter((check) => !isMap(check) || [check.get('criteria'), check.get('targets')].some((asked) => isSeq(asked) && asked.items.length > 0))
  if (checks.items.length === 0) document.delete('checks')
}
