import { isMap, isSeq, stringify, type Document, type YAMLMap, type YAMLSeq } from 'yaml'
import type { ProposedPlan } from '../propose/plan.ts'
import { factWords } from '../review/fact-words.ts'
import { idsInFile, said, type Difference, type Fact, type StandsStill } from './compare.ts'
import { DOUBT, SECTION_WORDS, setFlow, type Section } from './plan-yml.ts'
import { forget, pointing } from './pointers.ts'
import { renewed } from './renew.ts'

/**
 * Brings differences into a plan.yml that is there already: new facts are added as pending, pending ones replaced or
 * taken out. A fact that a person has looked at stays as it is while its quotes stand. Where one is gone from the text the
 * new reading takes its place as pending, and what was looked at is kept as a comment above it; where the text has
 * nothing like it any more, at the file's end.
 */
export function merge(document: Document, changes: readonly Difference[], now: ProposedPlan, stands: StandsStill): void {
  const setAside: string[] = []
  const removed: { section: Section; id: string }[] = []
  const ids = idsFor(document, changes, now)
  for (const { kind, section, old, now: found, reviewed, stale } of changes) {
    const sequence = sectionOf(document, section)
    const read = found && pointing(found, ids)
    if (kind === 'new' && read) add(document, sequence, { ...read, id: ids.get(`${section}/${read.id}`) ?? read.id })
    else if (!old || (reviewed && !stale)) continue
    else if (kind === 'changed' && read) {
      if (reviewed) replace(document, sequence, old.id, renewed(old, read, stands), lookAgain(section, old))
      else replace(document, sequence, old.id, { ...read, id: old.id })
    } else if (kind === 'gone') {
      if (reviewed) setAside.push(asComment(section, old))
      remove(sequence, old.id)
      removed.push({ section, id: old.id })
    }
  }
  setAside.push(...mergeHead(document, now, stands), ...unproven(document, stands))
  forget(document, removed)
  if (setAside.length > 0) document.comment = [document.comment ?? '', ' Đã có người kiểm tra nhưng câu trích không còn trong văn bản mới; giữ lại để đối chiếu:', ...setAside].filter((line) => line !== '').join('\n')
  for (const section of [...Object.keys(SECTION_WORDS), 'notes']) {
    const sequence = document.get(section)
    if (isSeq(sequence) && sequence.items.length === 0) document.delete(section)
  }
}

/** Number, day and signer: the new reading where there is none yet or its quote is gone. Gives what is set aside. */
function mergeHead(document: Document, now: ProposedPlan, stands: StandsStill): string[] {
  const old = document.toJS() as Record<string, unknown>
  return (['number', 'issued', 'signer', 'years'] as const).flatMap((key) => {
    if (document.has(key) && stands(old[key])) return []
    if (now[key] !== undefined) document.set(key, flowing(document, now[key]))
    else document.delete(key)
    return old[key] === undefined || said(old[key]) === said(now[key]) ? [] : [indented(stringify({ [key]: old[key] }, { lineWidth: 0 }))]
  })
}

/** Notes are written by people alone: one that cites what is gone stays without its source. Gives the sources. */
function unproven(document: Document, stands: StandsStill): string[] {
  const notes = document.get('notes')
  return (isSeq(notes) ? mapsIn(notes) : []).flatMap((note) => {
    const whole = note.toJS(document) as Fact
    if (stands(whole)) return []
    note.delete('source')
    return [asComment('notes', whole)]
  })
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

/** What each fact as read now is called in the file: like the one it stands for, else by an id that is free. */
function idsFor(document: Document, changes: readonly Difference[], now: ProposedPlan): Map<string, string> {
  const ids = idsInFile(document.toJS() as Record<string, unknown>, now)
  for (const { kind, section, now: read } of changes) {
    if (kind !== 'new' || !read) continue
    const sequence = document.get(section)
    const given = [...ids].filter(([key]) => key.startsWith(`${section}/`)).map(([, id]) => id)
    const taken = new Set([...(isSeq(sequence) ? mapsIn(sequence).map((item) => String(item.get('id'))) : []), ...given])
    let free = read.id
    for (let count = 2; taken.has(free); count++) free = `${read.id.slice(0, 26)}-${count}`
    ids.set(`${section}/${read.id}`, free)
  }
  return ids
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

function replace(document: Document, sequence: YAMLSeq, id: string, fact: Fact, why = ''): void {
  const at = indexOf(sequence, id)
  const before = sequence.items[at]
  const node = flowing(document, fact)
  const comments = [(isMap(before) ? before.commentBefore : undefined) ?? '', why].filter((comment) => comment !== '')
  if (comments.length > 0) node.commentBefore = comments.join('\n')
  if (at >= 0) sequence.items[at] = node
}

/** What is said above a fact that a person has looked at and the new text no longer bears out. */
function lookAgain(section: Section, old: Fact): string {
  return [` ${DOUBT}văn bản mới đã đổi câu trích. ${said(old['review']) || 'Người soạn'} đã ghi: ${factWords(section, old)}; câu trích cũ: “${said((old['source'] as { quote?: string }).quote)}”`, asComment(section, old)].join('\n')
}

function remove(sequence: YAMLSeq, id: string): void {
  const at = indexOf(sequence, id)
  if (at >= 0) sequence.items.splice(at, 1)
}

function asComment(section: string, fact: Fact): string {
  return ` ${section}:\n${indented(stringify([fact], { lineWidth: 0 }))}`
}

const indented = (yaml: string) => yaml.trimEnd().split('\n').map((line) => `   ${line}`).join('\n')
