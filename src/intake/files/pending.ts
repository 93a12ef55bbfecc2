import { isMap, isPair, isScalar, isSeq, parseDocument, visit, type Document, type YAMLMap } from 'yaml'
import { PENDING, UNSEEN_CHECK } from '../propose/plan.ts'
import type { Fact } from './compare.ts'
import { DOUBT, SECTIONS, setFlow, yamlOf, type Section } from './plan-yml.ts'
import { forget } from './pointers.ts'

/** Facts of a plan.yml that nobody has looked at, and what a person decides on them, as changes of the file's text. */
export interface PendingFact {
  readonly section: Section
  readonly fact: Fact
  /** What a comment above it says to look at. */
  readonly doubts: readonly string[]
}

/** A fact or any part of it that nobody has looked at. */
export function isPending(fact: unknown): boolean {
  return JSON.stringify(fact).includes(`"review":"${PENDING}"`)
}

/** In the file's order; a dossier counts as one with its papers and sets. */
export function pendingFacts(yaml: string): PendingFact[] {
  const document = parseDocument(yaml)
  return SECTIONS.flatMap((section) => {
    const list = document.get(section)
    if (!isSeq(list)) return []
    return list.items.flatMap((item, at): PendingFact[] => (isMap(item) && pendingMarks(item).length > 0 ? [{ section, fact: item.toJS(document) as Fact, doubts: doubtsIn(item.commentBefore ?? (at === 0 ? list.commentBefore : undefined)) }] : []))
  })
}

const doubtsIn = (comment: string | null | undefined) => (comment ?? '').split('\n').map((line) => line.trim()).filter((line) => line.startsWith(DOUBT))

/** The text with the fact marked as looked at ("Nông Thị Hạnh, 2026-02-01"); all else stays letter for letter. */
export function accept(yaml: string, section: Section, id: string, mark: string): string {
  const item = itemOf(parseDocument(yaml, { keepSourceTokens: true }), section, id)
  if (!item) return yaml
  const cuts: { from: number; to: number; text: string }[] = pendingMarks(item).map(([from, to]) => ({ from, to, text: JSON.stringify(mark) }))
  const unseen = item.items.find((pair) => isScalar(pair.key) && pair.key.value === 'open_ended' && isScalar(pair.value) && pair.value.value === UNSEEN_CHECK)
  if (unseen && isScalar(unseen.key) && unseen.key.range && isScalar(unseen.value) && unseen.value.range) {
    const from = yaml.lastIndexOf('\n', unseen.key.range[0]) + 1
    cuts.push({ from, to: yaml.indexOf('\n', unseen.value.range[1]) + 1, text: '' })
  }
  return cuts.sort((a, b) => b.from - a.from).reduce((text, cut) => text.slice(0, cut.from) + cut.text + text.slice(cut.to), yaml)
}

/** The text without the fact and without what names it. */
export function drop(yaml: string, section: Section, id: string): string {
  const document = parseDocument(yaml)
  const list = document.get(section)
  if (!isSeq(list)) return yaml
  list.items = list.items.filter((item) => !(isMap(item) && item.get('id') === id))
  if (list.items.length === 0) document.delete(section)
  forget(document, [{ section, id }])
  return yamlOf(document)
}

/** The text with one field of the fact set anew, or taken out where the value is undefined. */
export function correct(yaml: string, section: Section, id: string, field: string, value: unknown): string {
  const document = parseDocument(yaml)
  const item = itemOf(document, section, id)
  if (!item) return yaml
  const old = item.get(field, true)
  if (value === undefined) item.delete(field)
  else if (isScalar(old) && typeof value !== 'object') old.value = value
  else item.set(field, document.createNode(value))
  setFlow(item)
  return yamlOf(document)
}

function itemOf(document: Document, section: Section, id: string): YAMLMap | undefined {
  const list = document.get(section)
  return isSeq(list) ? list.items.find((item): item is YAMLMap => isMap(item) && item.get('id') === id) : undefined
}

/** Where "pending" is written in a fact and the facts inside it. */
function pendingMarks(item: YAMLMap): [number, number][] {
  const found: [number, number][] = []
  visit(item, {
    Pair: (_, pair) => {
      if (isPair(pair) && isScalar(pair.key) && pair.key.value === 'review' && isScalar(pair.value) && pair.value.value === PENDING) found.push([pair.value.range?.[0] ?? 0, pair.value.range?.[1] ?? 0])
    },
  })
  return found
}
