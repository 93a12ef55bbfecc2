import type { Label, LabelKind } from './labels.ts'

/** A clause while the tree is built. */
export interface Draft {
  address: string
  /** As in fullText of the clause above; a star is no word of the plan. */
  readonly label: string
  readonly glued: boolean
  readonly parts: string[]
  readonly children: Draft[]
  readonly line: number
  /** The opening words where they are bold or italic: "Phạm vi". */
  readonly lead: string
}

/** A clause that further ones may still go into. */
export interface Open {
  readonly draft: Draft
  readonly label: Label
  /** The address that its own name was put behind. */
  readonly base: string
}

/** A text that opens a list within a list without end is hostile or damaged. */
const DEEPEST = 14
const LETTER_H = 9

const LETTERS = 'abcdđefghijklmnopqrstuvwxyz'

/** What a line's label is at this place: "C." after "B." is a letter, "i)" with no "h)" before is Roman, "P. Cái Khế" is none. */
export function inContext(label: Label, stack: readonly Open[]): Label | undefined {
  if (label.division === 'roman' && label.name.length === 1) {
    const order = LETTERS.indexOf(label.name.toLowerCase()) + 1
    const capital = lastOrder(stack, 'capital')
    const expected = (lastOrder(stack, 'roman') ?? 0) + 1
    if (capital !== undefined && label.order !== expected && capital < order && order - capital < 4) return { ...label, division: 'capital', rank: label.rank - 1, order, style: 'A' }
    // "L. Nguyễn", "C. Thơ": no plan counts that far in Roman numbers of one letter.
    if (label.order >= 50) return undefined
  }
  if (label.division === 'capital' && label.order !== 1) {
    const before = lastOrder(stack, 'capital')
    return before !== undefined && before < label.order ? label : undefined
  }
  return label.kind === 'letter' && 'ivx'.includes(label.name) ? romanOrLetter(label, stack) : label
}

function romanOrLetter(label: Label, stack: readonly Open[]): Label {
  const order = { i: 1, v: 5, x: 10 }[label.name] ?? 0
  const letters = lastOrder(stack, 'letter')
  const begins = label.name === 'i' && letters !== LETTER_H && letters !== LETTER_H - 1
  return begins || lastOrder(stack, 'small-roman') === order - 1 ? { ...label, kind: 'small-roman', order, style: 'i' } : label
}

function lastOrder(stack: readonly Open[], what: Label['division'] | LabelKind): number | undefined {
  for (let at = stack.length - 1; at >= 0; at--) {
    const label = stack[at]?.label
    if (label && (label.kind === what || label.division === what)) return label.order
  }
  return undefined
}

/** Takes off the stack what this label closes; what is left on top is its parent. `invites`: the words before it end in a colon. */
export function close(label: Label, stack: Open[], invites: boolean): void {
  if (label.kind === 'bullet') while (stack.length > 0 && !mayHoldBullet(stack, label)) stack.pop()
  else if (label.kind === 'division') while (stack.length > 0 && !mayHoldDivision(stack, label)) stack.pop()
  else if (label.keys.length > 1) closeDotted(label, stack)
  else closeSequence(label, stack, invites)
}

function mayHoldBullet(stack: readonly Open[], { rank }: Label): boolean {
  const top = stack.at(-1)?.label
  return top !== undefined && (top.kind !== 'bullet' || top.rank < rank)
}

function mayHoldDivision(stack: readonly Open[], { rank }: Label): boolean {
  const top = stack.at(-1)?.label
  return top !== undefined && top.kind === 'division' && top.rank < rank
}

function closeDownTo(stack: Open[], keep: Open | undefined): void {
  if (keep) stack.length = stack.indexOf(keep) + 1
  else while (stack.at(-1)?.label.kind === 'bullet') stack.pop()
}

/** "4." goes beside an open "3.", or opens a level of its own. */
function closeSequence(label: Label, stack: Open[], invites: boolean): void {
  const level = levelOf(label, stack, invites && stack.length < DEEPEST)
  closeDownTo(stack, level)
  if (!level) return
  // A chain 3. > 3.2. stands for one level: its "4." goes beside the "3.".
  while (stack.at(-1)?.label.kind === label.kind && stack.at(-1)?.base === level.base) stack.pop()
}

/** "3.2." goes under an open "3."; without one it stands beside the chain of numbers that is open. */
function closeDotted(label: Label, stack: Open[]): void {
  const numbers = stack.filter((open) => open.label.kind === 'number')
  const above = numbers.findLast((open) => isPrefix(open.label.keys, label.keys))
  const chain = numbers.findLast((open) => open.label.keys.length > 1) ?? numbers.at(-1)
  closeDownTo(stack, above ?? numbers.find((open) => open.base === chain?.base))
  if (!above && chain) stack.pop()
}

function isPrefix(keys: readonly string[], of: readonly string[]): boolean {
  return keys.length > 0 && keys.length < of.length && keys.every((key, at) => key === of[at])
}

/** The open clause that this one comes beside; undefined where it opens a level of its own. */
function levelOf(label: Label, stack: readonly Open[], mayNest: boolean): Open | undefined {
  const siblings = stack.filter((open) => open.label.kind === label.kind).reverse()
  const same = siblings.filter((open) => open.label.style === label.style)
  if (label.order === 1 && (mayNest || same.length === 0)) return undefined
  const follows = (open: Open) => open.label.order === label.order - 1
  const comesAfter = (open: Open) => open.label.order < label.order
  return same.find(follows) ?? same.find(comesAfter) ?? siblings.find(follows) ?? siblings.find(comesAfter) ?? siblings[0]
}

/** Where a clause under this parent is to be found: its base and its address. A dotted number is not doubled, Điều stands alone. */
export function addressOf(label: Label, parent: Open | undefined): { base: string; address: string } {
  const above = parent?.draft.address ?? ''
  if (label.kind === 'bullet') return { base: above, address: above }
  if (label.global) return { base: '', address: label.name }
  if (parent?.label.kind === 'number' && isPrefix(parent.label.keys, label.keys)) return { base: parent.base, address: join(parent.base, label.name) }
  // "5.1." straight under "Điều 5." and "II.1." under "II."
  const [first, ...others] = label.keys
  const repeats = others.length > 0 && parent?.label.kind === 'division' && (parent.label.keys[0] === first || parent.label.name === first)
  return { base: above, address: join(above, repeats ? others.join('.') : label.name) }
}

const join = (base: string, name: string) => (base && name ? `${base}.${name}` : base || name)

/** The same within an attached text: "Quy chế.Điều 5" beside the "Điều 5" of the decision. */
export function inPart(part: string, { base, address }: { base: string; address: string }): { base: string; address: string } {
  if (part === '' || address.startsWith(`${part}.`)) return { base, address }
  return { base: join(part, base), address: join(part, address) }
}
