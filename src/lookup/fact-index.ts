import { keptOnDisk } from '../knowledge/kept.ts'
import { once } from '../knowledge/once.ts'
import type { Knowledge, Plan, Vocabulary } from '../knowledge/types.ts'
import { phrase, type Phrase } from '../understand/phrase.ts'
import { bagOf, unionOf, widening, type Bag } from './bag.ts'
import { factsOf, type Entry } from './facts.ts'
import { pack, unpack, type PackedBags } from './packed.ts'

/** All facts of all plans, made ready for matching once. */

export interface IndexedEntry {
  readonly entry: Entry
  readonly label: Bag
  readonly quote: Bag
  /** Who a duty is given to, by each name. */
  readonly bodies: readonly Phrase[]
}

export interface FactIndex {
  readonly entries: readonly IndexedEntry[]
  /** In how many facts a folded term stands. */
  readonly frequency: (folded: string) => number
  /** Whether any plan says a folded term anywhere. */
  readonly isSpoken: (folded: string) => boolean
  /** Everything each plan says, facts and clauses. */
  readonly whole: ReadonlyMap<Plan, Bag>
  /** The words of each plan's title and names: they tell the plan, not the fact. */
  readonly subjects: ReadonlyMap<Plan, Bag>
}

export function indexFacts({ plans, vocabulary }: Pick<Knowledge, 'plans' | 'vocabulary'>): FactIndex {
  const read = plans.map(planReader(vocabulary))
  return {
    entries: read.flatMap(({ entries }) => entries),
    frequency: (folded) => read.reduce((sum, { frequency }) => sum + (frequency.get(folded) ?? 0), 0),
    isSpoken: (folded) => read.some(({ whole }) => whole.folded.has(folded)),
    subjects: new Map(read.map(({ plan, subject }) => [plan, subject])),
    whole: new Map(read.map(({ plan, whole }) => [plan, whole])),
  }
}

/** Reads each plan once: one that a reload or a start finds as it was costs little more. */
const planReader = once((vocabulary: Vocabulary) => {
  const alike = alikeIn(vocabulary)
  const words = JSON.stringify(alike)
  let made: ReturnType<typeof widening> | undefined
  const widen = (text: string) => (made ??= widening(alike))(text)
  return once((plan: Plan) => {
    const entries = factsOf(plan)
    const { value: { frequency, packed } } = keptOnDisk('bags', [plan.version, words], () => ({ value: readPlan(plan, entries, widen) }))
    const [whole, subject, ...bags] = unpack(packed) as [Bag, Bag, ...Bag[]]
    const indexed = entries.map((entry, at): IndexedEntry => ({ entry, label: bags[2 * at] as Bag, quote: bags[2 * at + 1] as Bag, bodies: bodiesOf(entry) }))
    return { plan, entries: indexed, frequency, subject, whole }
  })
})

/** The bags of the whole plan, of its names, of each fact's label and quotation; and in how many facts each folded term stands. */
function readPlan(plan: Plan, entries: readonly Entry[], widen: (text: string) => string): { readonly packed: PackedBags; readonly frequency: ReadonlyMap<string, number> } {
  const read = new Map<string, Bag>()
  const bags = entries.map((entry) => ({ label: bagOf(widen(entry.label), read), quote: bagOf(entry.quote, read) }))
  for (const clause of plan.clauses) bagOf(clause.fullText, read)
  const frequency = new Map<string, number>()
  for (const { label, quote } of bags) for (const term of new Set([...label.folded, ...quote.folded])) frequency.set(term, (frequency.get(term) ?? 0) + 1)
  const subject = bagOf([plan.title, plan.kind, ...plan.names].join(' . '))
  return { frequency, packed: pack([unionOf([...read.values()]), subject, ...bags.flatMap(({ label, quote }) => [label, quote])]) }
}

/** Phrases that mean one thing: a fact is found by any of them. */
export function alikeIn({ synonyms, abbreviations }: Vocabulary): string[][] {
  return [...synonyms, ...abbreviations.map(({ short, long }) => [long, ...short])]
}

/** What anybody may be: "cơ quan nào" names no body. */
const ANYBODY: ReadonlySet<string> = new Set(['co quan', 'don vi', 'cac co quan', 'cac don vi', 'dia phuong', 'doanh nghiep', 'co so giao duc', 'doan the', 'ca nhan', 'tap the'])

/** "Công an huyện (cơ quan thường trực)", "Thủ trưởng cơ quan, đơn vị": each name of two syllables or more. */
function bodiesOf(entry: Entry): Phrase[] {
  if (entry.kind !== 'duty') return []
  const names = entry.item.who.split(/[,;()]/)
  // "nội vụ nhận rồi làm gì": the office without what kind of office it is.
  const bare = names.flatMap((name) => /^\s*(?:phòng|sở)\s+(\p{L}+\s+\p{L}+)/iu.exec(name)?.[1] ?? [])
  return [...names, ...bare].map((name) => phrase(name)).filter(({ keys, folded }) => keys.length > 1 && !ANYBODY.has(folded.join(' ')))
}
