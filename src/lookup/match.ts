import { tokenise } from '../language/tokens.ts'
import type { Request, Word } from '../understand/request.ts'
import { factsOf, FITS, SILENCES, type Entry } from './facts.ts'
import type { Plan } from '../knowledge/types.ts'

/** How well a fact matches a question: by the kind of answer wanted, and by how much of what was asked it speaks of. */

/** The syllables and neighbouring pairs of a text, with marks and without. */
interface Bag {
  readonly keys: ReadonlySet<string>
  readonly folded: ReadonlySet<string>
}

export interface IndexedEntry {
  readonly entry: Entry
  readonly label: Bag
  readonly quote: Bag
}

export interface FactIndex {
  readonly entries: readonly IndexedEntry[]
  /** In how many facts a folded term stands. */
  readonly frequency: ReadonlyMap<string, number>
  /** Everything each plan says, facts and clauses. */
  readonly whole: ReadonlyMap<Plan, Bag>
  /** The words of each plan's title and names: they tell the plan, not the fact. */
  readonly subjects: ReadonlyMap<Plan, Bag>
}

export interface Match {
  readonly entry: Entry
  readonly score: number
  /** How well its kind answers the kind of question, 0 to 1. */
  readonly fit: number
  /** False where nothing was asked beyond the kind of answer and the plan. */
  readonly about: boolean
  /** Weighted share of the words that neither a cue nor the plan's name accounts for; 1 where there are none. */
  readonly coverage: number
}

/** A word only in the quotation counts for less than one in the fact's name. */
const IN_QUOTE = 0.7
/** A syllable that makes a word with its neighbour says little alone: "công" of "công bố" stands in "công an" too. */
const HALF = 0.5
const LETTERS_ONLY = 0.75
/** What "bao nhiêu" counts. */
const COUNTED = 2.5
/** Two words that stand side by side in no fact: mostly the end of one idea and the start of the next. */
const CHANCE_PAIR = 0.12
/** Share of the score for being of the kind asked for; the rest is for the words. */
const BY_KIND = 0.2
/** Words of the cues ("hồ sơ", "nộp") weigh this much of what is asked about. */
const BY_CUES = 0.4
const BY_NAME = 0.1
const BY_NAME_ALONE = 0.5
/** A check whose subject is named speaks of what is asked, whatever else was said. */
const BY_SUBJECT = 0.7
/** That a plan leaves something to other texts answers only where it speaks more to the point than any fact. */
const SILENT = 0.85
/** Standards that stand in another text: that the plan leaves them there is the better answer. */
const OPEN_ENDED = 0.6

export function indexFacts(plans: readonly Plan[], alike: readonly (readonly string[])[]): FactIndex {
  const groups = alike.map((group) => group.map((text) => ({ folded: ` ${joined(text)} `, text })))
  const widen = (text: string) => {
    const folded = ` ${joined(text)} `
    const others = groups.flatMap((group) => (group.some((one) => folded.includes(one.folded)) ? group.map((one) => one.text) : []))
    return [text, ...others].join(' . ')
  }
  const entries = plans.flatMap((plan) => factsOf(plan).map((entry) => ({ entry, label: bagOf(widen(entry.label)), quote: bagOf(entry.quote) })))
  const frequency = new Map<string, number>()
  for (const { label, quote } of entries) for (const term of new Set([...label.folded, ...quote.folded])) frequency.set(term, (frequency.get(term) ?? 0) + 1)
  const subjects = new Map(plans.map((plan) => [plan, bagOf([plan.title, plan.kind, ...plan.names].join(' . '))]))
  const whole = new Map(plans.map((plan) => [plan, bagOf([...entries.filter(({ entry }) => entry.plan === plan).map(({ entry }) => `${entry.label} . ${entry.quote}`), ...plan.clauses.map((clause) => clause.fullText)].join(' . '))]))
  return { entries, frequency, subjects, whole }
}

/** Facts of these plans that the question may mean, best first. Facts of another award or phase than the one named are left out. */
export function matchFacts(request: Request, index: FactIndex, plans: ReadonlySet<string>): Match[] {
  const terms = new Map([...index.subjects].map(([plan, subject]) => [plan, termsOf(request, index, subject)]))
  const matches: Match[] = []
  for (const indexed of index.entries) {
    const { entry } = indexed
    if (!plans.has(entry.plan.id) || !agrees(request, entry)) continue
    const fit = fitOf(request, entry)
    if (fit === 0) continue
    const { own, explained, naming } = terms.get(entry.plan) as Terms
    const asked = covered(own, indexed)
    const nameable = covered(naming, indexed)
    const cued = covered(explained, indexed)
    const byName = asked.all > 0 ? BY_NAME : BY_NAME_ALONE
    const all = asked.all + BY_CUES * cued.all + byName * nameable.all
    const words = all === 0 ? 1 : (asked.found + BY_CUES * cued.found + byName * nameable.found) / all
    const about = asked.all > 0
    const named = request.intents[0]?.intent === 'criteria' && entry.kind === 'criteria' && request.checks.includes(entry.item.id)
    const coverage = about ? Math.max(asked.found / asked.all, named ? BY_SUBJECT : 0) : 1
    const silentOnNothing = entry.kind === 'silent' && !about ? HALF : 1
    const openOnNothing = entry.kind === 'criterion' && entry.check.open_ended && !about ? HALF : 1
    const score = silentOnNothing * openOnNothing * fit * (BY_KIND + (1 - BY_KIND) * words)
    matches.push({ entry, fit, about, coverage, score })
  }
  return matches.sort((a, b) => b.score - a.score)
}

interface Term {
  readonly key: string
  readonly folded: string
  readonly loose: boolean
  readonly weight: number
}

interface Terms {
  /** What is asked about. */
  readonly own: readonly Term[]
  /** Accounted for already, by a cue. */
  readonly explained: readonly Term[]
  /** Words of the plan's own name: they hardly tell one of its facts from another, unless nothing else is asked about. */
  readonly naming: readonly Term[]
}

function termsOf(request: Request, index: FactIndex, subject: Bag): Terms {
  const rarity = (folded: string) => Math.log(1 + index.entries.length / (1 + (index.frequency.get(folded) ?? 0)))
  const own: Term[] = []
  const explained: Term[] = []
  const naming: Term[] = []
  const words = request.content.flatMap((at) => {
    const word = { ...(request.words[at] as Word), at }
    if (holds(subject, word) < 1) return [word]
    naming.push({ ...word, weight: rarity(word.folded) })
    return []
  })
  const pairs = words.map((word, i) => {
    const after = words[i + 1]
    if (after?.at !== word.at + 1) return undefined
    const folded = `${word.folded} ${after.folded}`
    return { key: `${word.key} ${after.key}`, folded, loose: word.loose || after.loose, known: index.frequency.has(folded), at: after.at }
  })
  const listOf = (...places: number[]) => (places.some((at) => request.explained.has(at)) ? explained : own)
  words.forEach(({ at, key, folded, loose }, i) => {
    const inPair = pairs[i]?.known || pairs[i - 1]?.known
    listOf(at).push({ key, folded, loose, weight: (isCounted(request, at) ? COUNTED : 1) * (inPair ? HALF : 1) * rarity(folded) })
    const pair = pairs[i]
    if (pair) listOf(at, pair.at).push({ ...pair, weight: (pair.known ? 1 : CHANCE_PAIR) * rarity(pair.folded) })
  })
  return { own, explained, naming }
}

/** Weight of the terms, and of those that the fact speaks of. */
function covered(terms: readonly Term[], { label, quote }: IndexedEntry): { all: number; found: number } {
  let all = 0
  let found = 0
  for (const term of terms) {
    all += term.weight
    found += term.weight * Math.max(holds(label, term), IN_QUOTE * holds(quote, term))
  }
  return { all, found }
}

/** 1 where the bag has the term mark for mark, less where only its letters agree and its marks were not typed. */
function holds(bag: Bag, term: Pick<Term, 'key' | 'folded' | 'loose'>): number {
  if (bag.keys.has(term.key)) return 1
  return term.loose && bag.folded.has(term.folded) ? LETTERS_ONLY : 0
}

/** Kinds that no cue speaks for still have a chance where every word fits. */
function fitOf(request: Request, entry: Entry): number {
  if (entry.kind === 'silent') return Math.max(0, ...request.intents.map(({ intent, weight }) => (SILENCES[intent]?.some((kind) => entry.item.kinds.includes(kind)) ? SILENT * weight : 0)))
  const checks = entry.kind === 'criteria' ? entry.plan.checks.filter((check) => request.checks.includes(check.id)) : []
  if (checks.length && entry.kind === 'criteria' && !checks.includes(entry.item)) return 0
  let fit = entry.kind === 'identity' ? 0 : request.intents.length ? 0.2 : 0.6
  for (const { intent, weight } of request.intents) fit = Math.max(fit, weight * (FITS[intent]?.[entry.kind] ?? 0))
  return entry.kind === 'criteria' && entry.item.open_ended ? OPEN_ENDED * fit : fit
}

/** "bao nhiêu điểm", "mấy bộ": what is counted must be what the fact counts. */
function isCounted({ words }: Request, at: number): boolean {
  const before = words[at - 1]?.folded
  return before === 'may' || (before === 'nhieu' && words[at - 2]?.folded === 'bao')
}

/** Share of what is asked about that the plan speaks of anywhere; 1 where nothing is asked beyond the kind of answer. */
export function spokenOf(request: Request, { whole, ...index }: FactIndex, plan: Plan): number {
  const { own } = termsOf(request, { whole, ...index }, index.subjects.get(plan) as Bag)
  const bag = whole.get(plan) as Bag
  const all = own.reduce((sum, term) => sum + term.weight, 0)
  return all === 0 ? 1 : own.reduce((sum, term) => sum + holds(bag, term) * term.weight, 0) / all
}

function agrees(request: Request, entry: Entry): boolean {
  if (request.award && entry.forms.size && !entry.forms.has(request.award)) return false
  return !(request.phase && entry.phase && entry.phase !== request.phase)
}

function joined(text: string): string {
  return tokenise(text).map((token) => token.folded).join(' ')
}

function bagOf(text: string): Bag {
  const keys = new Set<string>()
  const folded = new Set<string>()
  for (const part of text.split(/[.;:()]/u)) {
    const tokens = tokenise(part)
    tokens.forEach((token, i) => {
      keys.add(token.key)
      folded.add(token.folded)
      const next = tokens[i + 1]
      if (!next) return
      keys.add(`${token.key} ${next.key}`)
      folded.add(`${token.folded} ${next.folded}`)
    })
  }
  return { keys, folded }
}
