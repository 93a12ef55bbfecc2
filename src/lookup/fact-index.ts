import { once } from '../knowledge/once.ts'
import type { Knowledge, Plan, Vocabulary } from '../knowledge/types.ts'
import { phrase, type Phrase } from '../understand/phrase.ts'
import { bagOf, unionOf, widening, type Bag } from './bag.ts'
import { factsOf, type Entry } from './facts.ts'

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
  readonly frequency: ReadonlyMap<string, number>
  /** Every syllable of every plan, folded. */
  readonly spoken: ReadonlySet<string>
  /** Everything each plan says, facts and clauses. */
  readonly whole: ReadonlyMap<Plan, Bag>
  /** The words of each plan's title and names: they tell the plan, not the fact. */
  readonly subjects: ReadonlyMap<Plan, Bag>
}

export function indexFacts({ plans, vocabulary }: Pick<Knowledge, 'plans' | 'vocabulary'>): FactIndex {
  const read = plans.map(planReader(vocabulary))
  const frequency = new Map<string, number>()
  for (const one of read) for (const [term, count] of one.frequency) frequency.set(term, (frequency.get(term) ?? 0) + count)
  return {
    entries: read.flatMap(({ entries }) => entries),
    frequency,
    subjects: new Map(read.map(({ plan, subject }) => [plan, subject])),
    whole: new Map(read.map(({ plan, whole }) => [plan, whole])),
    spoken: new Set(read.flatMap(({ whole }) => [...whole.folded])),
  }
}

/** Reads each plan once: one that a reload brings back as it was costs nothing more. */
const planReader = once((vocabulary: Vocabulary) => {
  const widen = widening(alikeIn(vocabulary))
  return once((plan: Plan) => readPlan(plan, widen))
})

function readPlan(plan: Plan, widen: (text: string) => string) {
  const read = new Map<string, Bag>()
  const entries = factsOf(plan).map((entry): IndexedEntry => ({ entry, label: bagOf(widen(entry.label), read), quote: bagOf(entry.quote, read), bodies: bodiesOf(entry) }))
  for (const clause of plan.clauses) bagOf(clause.fullText, read)
  const frequency = new Map<string, number>()
  const count = (term: string) => frequency.set(term, (frequency.get(term) ?? 0) + 1)
  for (const { label, quote } of entries) {
    for (const term of label.folded) count(term)
    for (const term of quote.folded) if (!label.folded.has(term)) count(term)
  }
  return { plan, entries, frequency, subject: bagOf([plan.title, plan.kind, ...plan.names].join(' . ')), whole: unionOf([...read.values()]) }
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
  return entry.item.who.split(/[,;()]/).map((name) => phrase(name)).filter(({ keys, folded }) => keys.length > 1 && !ANYBODY.has(folded.join(' ')))
}
