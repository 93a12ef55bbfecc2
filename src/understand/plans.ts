import type { Plan } from '../knowledge/types.ts'
import { isNumbered } from '../language/document-number.ts'
import { fold } from '../language/normalise.ts'
import type { Token } from '../language/tokens.ts'
import type { Gazetteer, Named } from './gazetteer.ts'
import type { Lexicon } from './lexicon.ts'
import { findPhrase, phrase, type Finder, type Phrase } from './phrase.ts'
import type { Word } from './request.ts'

/** Which plan a question speaks of: "BQ", "kế hoạch 214", "70 năm Sa Pa", "Bắc Quang năm 2025". */

export interface PlanMention {
  readonly plans?: readonly string[]
  /** True where each of the plans was named by itself: "Bắc Quang và Cần Thơ". */
  readonly apart?: boolean
  readonly missing?: { readonly what: string; readonly near: readonly string[] }
  /** Number of another text that plans here name. */
  readonly cites?: number
  /** Indexes of the words that name it. */
  readonly used: ReadonlySet<number>
}

/** `said`: the years named in words or figures ("năm nay" already a number), with the index of their word. */
export function findPlans(text: string, words: readonly Word[], tokens: readonly Token[], said: readonly { readonly year: number; readonly index: number; readonly relative?: true }[], { gazetteer, lexicon }: { gazetteer: Gazetteer; lexicon: Lexicon }): PlanMention {
  const used = new Set<number>()
  const number = numbered(text, words, tokens, gazetteer.plans, used)
  if (number && !number.plans.length && !number.citing.length) return { missing: { what: `kế hoạch số ${number.value}`, near: [] }, used }
  // A name of several syllables is known by its letters: "70 nam giải phóng", "lâm đông".
  const all = words.map((word) => ({ ...word, loose: true }))
  const names = matches(gazetteer.names, all, used)
  const places = matches(gazetteer.planned, all, used, (named, start) => !isDoubtful(named.phrase, words, start))
  places.push(...matches(gazetteer.unplanned, words, used, (named, start) => !isOrdinary(words, start, named.phrase.keys.length, lexicon, gazetteer.kinds)))
  if (!places.length && !names.length) places.push(...nearlyNamed(gazetteer.places.filter(({ name }) => gazetteer.plans.some(({ place }) => place.name === name)), words, used))
  widen(words, used, gazetteer.kinds)
  if (number?.plans.length) {
    for (const { index } of said) used.add(index)
    return { plans: number.plans, used }
  }
  const placed = places.filter((place) => place.plans.length > 0)
  // "năm ngoái thì chưa được" tells of last year, and names no plan of it.
  const isBeside = (index: number) => [...used, ...ofPlan(words)].some((at) => Math.abs(at - index) <= BESIDE)
  const years = said.filter(({ relative, index }) => !relative || isBeside(index))
  let plans: readonly string[] | undefined
  // "QĐ 36/2021 của Lào Cai": the place belongs to the name of the text that a plan here stands on.
  if (number?.citing.length && !placed.length && !names.length) return { plans: number.citing, cites: number.value, used }
  if (placed.length) plans = [...new Set(placed.flatMap((place) => place.plans))]
  else if (!places.every((place) => names.some((name) => name.plans.some((id) => place.near.includes(id))))) {
    // "quốc phòng, an ninh ở Lào Cai" is Sa Pa's; "… ở Bát Xát, Lào Cai" is not.
    const near = [...new Set(places.flatMap((place) => place.near))]
    return { missing: { what: places.map((place) => place.name).join(', '), near }, used }
  }
  if (names.length) {
    const byName = names.flatMap((name) => name.plans)
    const both = plans?.filter((id) => byName.includes(id)) ?? byName
    plans = both.length ? both : plans
  }
  if (years.length) {
    const wanted = new Set(years.map(({ year }) => year))
    const isInYear = (id: string) => reaches(gazetteer, id).some((year) => wanted.has(year))
    const inYear = (plans ?? gazetteer.plans.map((plan) => plan.id)).filter(isInYear)
    // "Bắc Quang và Sa Pa 2020": the year is of one of the places.
    if (inYear.length && placed.length > 1) inYear.push(...placed.filter((place) => !place.plans.some(isInYear)).flatMap((place) => place.plans).filter((id) => plans?.includes(id)))
    for (const { index } of years) used.add(index)
    if (inYear.length) plans = inYear
    else {
      const place = placed[0]?.name
      const when = years.map(({ year }) => `năm ${year}`).join(', ')
      return { missing: { what: place ? `${place} ${when}` : when, near: plans ?? [] }, used }
    }
  }
  if (plans && plans.length > 1) {
    const topics = new Set([...matches(gazetteer.longTopics, all, new Set()), ...matches(gazetteer.topics, words, new Set())].flatMap((topic) => topic.plans))
    const byTopic = plans.filter((id) => topics.has(id))
    if (byTopic.length) plans = byTopic
  }
  const cites = number?.citing.length ? { cites: number.value } : {}
  const apart = plans !== undefined && plans.length > 1 && plans.length === new Set(placed.map((place) => place.name)).size && placed.every((place) => place.plans.filter((id) => plans.includes(id)).length === 1)
  return plans ? { plans, ...(apart && { apart }), ...cites, used } : { used }
}

/** So many words at most between "năm ngoái" and the plan that it is said of. */
const BESIDE = 3

function ofPlan(words: readonly Word[]): number[] {
  return words.flatMap(({ folded }, at) => ((folded === 'ke' && words[at + 1]?.folded === 'hoach') || (folded === 'phong' && words[at + 1]?.folded === 'trao') ? [at + 1] : []))
}

function reaches(gazetteer: Gazetteer, id: string): readonly number[] {
  const plan = gazetteer.plans.find((one) => one.id === id)
  return plan?.years ?? (plan ? [plan.year] : [])
}

/** Phrases found, longest first; a word belongs to one phrase only. */
function matches(find: Finder<Named>, words: readonly Word[], used: Set<number>, may: (named: Named, start: number) => boolean = () => true): Named[] {
  const found: Named[] = []
  for (const { item: named, start } of find(words)) {
    const span = named.phrase.keys.map((_, i) => start + i)
    if (span.some((index) => used.has(index)) || !may(named, start)) continue
    for (const index of span) used.add(index)
    found.push(named)
  }
  return found
}

/** Initials that stand for much else: "CT" is a place only as in "ở CT", "TP CT". */
function isDoubtful({ folded }: Phrase, words: readonly Word[], start: number): boolean {
  const name = folded.join(' ')
  if (!DOUBTFUL.has(name) || BEFORE_PLACE.has(words[start - 1]?.folded ?? '')) return false
  const capital = words[start]?.text === words[start]?.text.toUpperCase()
  return !(capital && (name === 'ld' || words[start - 1]?.folded === 'cua'))
}

const DOUBTFUL: ReadonlySet<string> = new Set(['ct', 'ld'])
const BEFORE_PLACE: ReadonlySet<string> = new Set(['o', 'tai', 'tp', 'pho', 'tinh', 'ben', 'duoi', 'tren'])

/** A place of a plan with one letter left out: "bắc quan", "lam don". */
function nearlyNamed(places: readonly Named[], words: readonly Word[], used: Set<number>): Named[] {
  const known = places.filter(({ plans, phrase: name }) => plans.length > 0 && name.keys.length === 2 && name.folded.join('').length >= SURE_LENGTH)
  for (let i = 0; i + 1 < words.length; i++) {
    const typed = `${words[i]?.folded} ${words[i + 1]?.folded}`
    const found = used.has(i) || used.has(i + 1) ? undefined : known.find(({ phrase: name }) => lacksOne(typed, name.folded.join(' ')))
    if (!found) continue
    used.add(i).add(i + 1)
    return [found]
  }
  return []
}

/** Names shorter than this have neighbours that are words. */
const SURE_LENGTH = 7

function lacksOne(typed: string, name: string): boolean {
  return typed.length === name.length - 1 && Array.from(name, (_, i) => name.slice(0, i) + name.slice(i + 1)).some((shorter) => shorter === typed && shorter.includes(' '))
}

/** "huyện Bắc Quang": the kind of place belongs to its name. */
function widen(words: readonly Word[], used: Set<number>, kinds: readonly Phrase[]): void {
  for (const kind of kinds) {
    for (const start of findPhrase(words, kind)) {
      if (!used.has(start + kind.keys.length)) continue
      for (let i = 0; i < kind.keys.length; i++) used.add(start + i)
    }
  }
}

/** What holds a place's name and means none. */
const NOT_PLACES = ['diễn biến hòa bình', 'tư tưởng hồ chí minh', 'đạo đức hồ chí minh', 'phong cách hồ chí minh', 'bác hồ chí minh', 'chủ tịch hồ chí minh'].map(phrase)

/** "van ban" typed without marks is văn bản, "diễn biến hòa bình" holds no Hòa Bình; a kind of place before it makes it a place. */
function isOrdinary(words: readonly Word[], start: number, length: number, lexicon: Lexicon, kinds: readonly Phrase[]): boolean {
  const name = words.slice(start, start + length)
  const ahead = words.slice(0, start)
  const ofKind = kinds.some((kind) => kind.folded.length <= ahead.length && kind.folded.every((syllable, i) => ahead[ahead.length - kind.folded.length + i]?.folded === syllable))
  if (ofKind) return false
  if (NOT_PLACES.some((sought) => findPhrase(words, sought).some((at) => at <= start && at + sought.keys.length >= start + length))) return true
  if (name.every((word) => !word.loose)) return false
  const pairs = name.slice(1).map((word, i) => `${name[i]?.folded} ${word.folded}`)
  return pairs.length > 0 && pairs.every((pair) => lexicon.pairs.has(pair))
}

/** "kế hoạch 214", "KH số 1875", "214/KH-UBND"; a year after "kế hoạch" is no number. */
function numbered(text: string, words: readonly Word[], tokens: readonly Token[], plans: readonly Plan[], used: Set<number>): { value: number; plans: string[]; citing: string[] } | undefined {
  const said = /(?<![a-z])(?:(ke hoach|kh)|(?:quyet dinh|qd|thong tu|tt|nghi dinh|nd|chuong trinh|ctr|huong dan|hd|ket luan|kl|chi thi|nghi quyet|nq|luat|so)(?![a-z]))\s{0,3}(?:so\s{0,3})?(\d{1,5})(?!\d|[./]\d(?!\d{3}))(\s?\/\s?kh(?:-[a-z]{1,6})?)?|(?<![\d/])(\d{1,5})\s{0,2}\/\s{0,2}kh(?:-[a-z]{1,6})?/.exec(fold(text))
  if (!said) return undefined
  const value = Number(said[2] ?? said[4])
  const found = plans.filter((plan) => plan.number && Number(/\d+/.exec(plan.number.text)?.[0]) === value).map((plan) => plan.id)
  // A plan that these stand on may be asked about too; a year is no number; "số 5" may number anything.
  const isPlan = said[1] !== undefined || said[3] !== undefined || said[4] !== undefined
  const citing = value >= 1990 && value < 2100 ? [] : plans.filter((plan) => plan.bases.some((basis) => isNumbered(basis.name, value))).map((plan) => plan.id)
  if (!found.length && citing.length) return { value, plans: [], citing }
  if (!found.length && (!isPlan || (value >= 1990 && value < 2100) || value < 100)) return undefined
  words.forEach((word, index) => {
    const token = tokens[word.at]
    if (token && token.start >= said.index && token.end <= said.index + said[0].length) used.add(index)
  })
  return { value, plans: found, citing: [] }
}
