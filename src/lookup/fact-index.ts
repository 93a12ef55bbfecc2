import type { Plan } from '../knowledge/types.ts'
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

/** `alike`: phrases that mean one thing; a fact is found by any of them. */
export function indexFacts(plans: readonly Plan[], alike: readonly (readonly string[])[]): FactIndex {
  const widen = widening(alike)
  const whole = new Map<Plan, Bag>()
  const entries = plans.flatMap((plan) => {
    const read = new Map<string, Bag>()
    const own = factsOf(plan).map((entry) => ({ entry, label: bagOf(widen(entry.label), read), quote: bagOf(entry.quote, read), bodies: bodiesOf(entry) }))
    for (const clause of plan.clauses) bagOf(clause.fullText, read)
    whole.set(plan, unionOf([...read.values()]))
    return own
  })
  const frequency = new Map<string, number>()
  const count = (term: string) => frequency.set(term, (frequency.get(term) ?? 0) + 1)
  for (const { label, quote } of entries) {
    for (const term of label.folded) count(term)
    for (const term of quote.folded) if (!label.folded.has(term)) count(term)
  }
  const subjects = new Map(plans.map((plan) => [plan, bagOf([plan.title, plan.kind, ...plan.names].join(' . '))]))
  return { entries, frequency, subjects, whole, spoken: unionOf([...whole.values()]).folded }
}

/** What anybody may be: "cơ quan nào" names no body. */
const ANYBODY: ReadonlySet<string> = new Set(['co quan', 'don vi', 'cac co quan', 'cac don vi', 'dia phuong', 'doanh nghiep', 'co so giao duc', 'doan the', 'ca nhan', 'tap the'])

/** "Công an huyện (cơ quan thường trực)", "Thủ trưởng cơ quan, đơn vị": each name of two syllables or more. */
function bodiesOf(entry: Entry): Phrase[] {
  if (entry.kind !== 'duty') return []
  return entry.item.who.split(/[,;()]/).map((name) => phrase(name)).filter(({ keys, folded }) => keys.length > 1 && !ANYBODY.has(folded.join(' ')))
}
