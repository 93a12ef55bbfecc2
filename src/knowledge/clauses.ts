import { clean } from '../language/normalise.ts'
import { goesOn, habitsOf, isDangling, isFullWidth, isTerminated, isUpperCase, OPEN_NAME, type Habits, type Written, type Zone } from './broken.ts'
import { readLabel, type Label } from './labels.ts'
import { addressOf, close, inContext, inPart, type Draft, type Open } from './outline.ts'
import { plain, withoutEmphasis } from './plain.ts'
import { finish } from './finish-clause.ts'
import type { Clause } from './types.ts'
import { attachedText, isKindOfText, isSignatory, opensTail } from './zones.ts'

const EXCERPT_MARK = /\[\s?(?:\.\.\.|…)\s?\]$/
const SHORT_HEADING = 80

interface Line {
  readonly raw: string
  readonly text: string
  readonly number: number
  readonly afterBlank: boolean
}

interface Reader {
  readonly roots: Draft[]
  readonly stack: Open[]
  readonly taken: Map<string, number>
  readonly habits: Habits
  zone: Zone
  /** Head and tail: the clause their paragraphs go under. */
  frame: Draft | undefined
  signed: boolean
  /** "Quy chế" in what a decision brings in force; its clauses are numbered anew. */
  part: string
  titleNext: boolean
  /** What was written last, and where words that go on with it belong. */
  written: (Written & { readonly draft: Draft; readonly label: Label | undefined }) | undefined
}

/**
 * The clause tree of a plan's text, in the text's order: head, numbered clauses, tail.
 * `excerpt` is true where the text ends in "[...]". Any text gives a tree; one without numbers is all head.
 */
export function readClauses(planText: string): { clauses: Clause[]; excerpt: boolean } {
  const whole = clean(planText).trimEnd()
  const excerpt = EXCERPT_MARK.test(whole.slice(-8))
  const lines = (excerpt ? whole.slice(0, whole.lastIndexOf('[')) : whole).split('\n')
  const texts = lines.map(withoutEmphasis)
  const reader: Reader = { roots: [], stack: [], taken: new Map(), habits: habitsOf(texts), zone: 'head', frame: undefined, signed: false, part: '', titleNext: false, written: undefined }
  let afterBlank = true
  lines.forEach((raw, at) => {
    const text = texts[at] ?? ''
    if (text !== '') readLine(reader, { raw, text, number: at + 1, afterBlank })
    afterBlank = text === ''
  })
  return { clauses: reader.roots.map(finish), excerpt }
}

function readLine(reader: Reader, line: Line): void {
  const label = labelOf(reader, line)
  if (label && label.kind !== 'bullet' && mayOpen(reader, label)) return openClause(reader, label, line)
  if (!label && reader.zone === 'body' && opensTail(line.text) && !goesOnHere(reader, line)) startFrame(reader, 'tail', line)
  const attached = !label && reader.zone === 'tail' ? attachedText(line.text) : undefined
  if (attached) reader.part = attached
  if (attached || (!label && reader.signed && isKindOfText(line.text))) startFrame(reader, 'head', line)
  if (reader.zone !== 'body') return addToFrame(reader, line, label?.kind === 'bullet' ? label : undefined)
  if (label) return openClause(reader, label, line)
  addParagraph(reader, line)
}

/** The label of the line, unless the line goes on with a sentence: "tại khoản / 2. Trường hợp" or "kinh tế / - xã hội". */
function labelOf(reader: Reader, line: Line): Label | undefined {
  const read = readLabel(line.raw, line.text)
  const label = read && inContext(read, reader.stack)
  const before = reader.written
  if (!label || !before || isTerminated(before.lastLine)) return label
  if (label.kind === 'bullet') {
    const cut = !line.afterBlank && isFullWidth(before.lastLine, reader.habits) && /^\p{Ll}/u.test(label.rest)
    return cut && label.rank === 1 ? undefined : label
  }
  return isDangling(before.lastLine) ? undefined : label
}

/** After the closing words a number goes on with the clauses; after recipients or a signature only a division does. */
function mayOpen(reader: Reader, label: Label): boolean {
  return !reader.signed || (label.kind === 'division' && label.order === 1) || label.division === 'named'
}

function openClause(reader: Reader, label: Label, line: Line): void {
  if (reader.signed || reader.zone === 'head') reader.stack.length = 0
  else takeBackTail(reader)
  const invites = reader.written?.lastLine.endsWith(':') ?? false
  close(label, reader.stack, invites)
  const parent = reader.stack.at(-1)
  const { base, address } = inPart(reader.part, addressOf(label, parent))
  const draft: Draft = {
    address: label.kind === 'bullet' ? address : unique(reader, address),
    label: label.printed,
    glued: label.glued,
    parts: label.rest ? [label.rest] : [],
    children: [],
    line: line.number,
    lead: leadOf(line.raw, label),
  }
  ;(parent?.draft.children ?? reader.roots).push(draft)
  reader.stack.push({ draft, label, base })
  reader.zone = 'body'
  reader.frame = undefined
  reader.signed = false
  const heading = headingLike(line.raw, label.rest, label) || label.rest === ''
  reader.written = { draft, label, ...writtenLine(line, label.rest, heading, reader.zone) }
}

/** "Trên đây là …" and then further clauses: those words were no end, and belong to the clause before them. */
function takeBackTail(reader: Reader): void {
  const parent = reader.stack.findLast(({ label }) => label.kind !== 'bullet')?.draft
  if (!parent || !reader.frame || reader.zone !== 'tail') return
  reader.roots.pop()
  reader.taken.set('tail', (reader.taken.get('tail') ?? 1) - 1)
  for (const paragraph of reader.frame.children) parent.children.push(Object.assign(paragraph, { address: parent.address }))
}

function addParagraph(reader: Reader, line: Line): void {
  if (goesOnHere(reader, line)) return append(reader, line)
  while (reader.stack.at(-1)?.label.kind === 'bullet' && reader.stack.at(-1)?.label.rank !== 0) reader.stack.pop()
  const parent = reader.stack.at(-1)?.draft
  if (parent) addChild(reader, parent, line, undefined)
}

function addToFrame(reader: Reader, line: Line, bullet: Label | undefined): void {
  reader.frame ??= startFrame(reader, reader.zone, line)
  if (isSignatory(line.text) && reader.zone === 'tail') reader.signed = true
  if (!bullet && goesOnHere(reader, line)) return append(reader, line)
  addChild(reader, reader.frame, line, bullet)
}

function addChild(reader: Reader, parent: Draft, line: Line, bullet: Label | undefined): void {
  const text = bullet ? bullet.rest : line.text
  const draft: Draft = { address: parent.address, label: bullet?.printed ?? '', glued: bullet?.glued ?? false, parts: [text], children: [], line: line.number, lead: bullet ? leadOf(line.raw, bullet) : '' }
  parent.children.push(draft)
  const heading = reader.titleNext || headingLike(line.raw, text, bullet)
  reader.titleNext = isKindOfText(line.text)
  reader.written = { draft, label: bullet, ...writtenLine(line, text, heading, reader.zone) }
}

function startFrame(reader: Reader, zone: Zone, line: Line): Draft {
  const frame: Draft = { address: unique(reader, zone), label: '', glued: false, parts: [], children: [], line: line.number, lead: '' }
  reader.roots.push(frame)
  reader.zone = zone
  reader.frame = frame
  reader.signed = false
  reader.written = undefined
  return frame
}

/** "V.1", then "V.1(2)" where the numbering begins anew. */
function unique(reader: Reader, address: string): string {
  const count = (reader.taken.get(address) ?? 0) + 1
  reader.taken.set(address, count)
  return count === 1 ? address : `${address}(${count})`
}

function goesOnHere(reader: Reader, line: Line): boolean {
  const before = reader.written
  if (!before) return false
  if (before.label && before.draft.parts.length === 0) return true
  const title = before.label?.division !== undefined && isUpperCase(before.lastLine) && isUpperCase(line.text)
  return title || goesOn(before, line, reader.habits)
}

function append(reader: Reader, line: Line): void {
  const before = reader.written
  if (!before) return
  before.draft.parts.push(line.text)
  const heading = before.heading && (before.length === 0 ? headingLike(line.raw, line.text, before.label) : true)
  reader.written = { ...before, ...writtenLine(line, line.text, heading, reader.zone), length: before.length + 1 + line.text.length }
}

function writtenLine(line: Line, text: string, heading: boolean, zone: Zone): Written {
  const bolds = line.raw.split('**').length - 1
  return { lastLine: text, length: text.length, heading, boldOpen: bolds % 2 === 1 && !/^\s*\*{3}\s/.test(line.raw), zone }
}

const WHOLLY_MARKED = /^\s*[*_]+[^*_]+[*_]+\s*$/

/** Words that stand for themselves: all bold, all capitals, the title of a Điều, a short numbered line. */
function headingLike(raw: string, text: string, label: Label | undefined): boolean {
  if (WHOLLY_MARKED.test(raw) || isUpperCase(text)) return true
  if (!label || label.kind === 'bullet' || isTerminated(text) || isDangling(text) || OPEN_NAME.test(text)) return false
  return label.kind === 'division' || text.length < SHORT_HEADING
}

/** The bold or italic words that a clause opens with. */
function leadOf(raw: string, label: Label): string {
  const from = label.printed === '*' ? raw.search(/[^\s*]/) : raw.indexOf(label.printed) + label.printed.length
  const emphasis = /^[\s*_]*[*_]+([^*_]{2,200})[*_]/.exec(raw.slice(Math.max(0, from - (label.printed === '*' ? 2 : 0)), from + 260))
  return plain(emphasis?.[1] ?? '')
}
