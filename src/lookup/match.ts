import type { Plan } from '../knowledge/types.ts'
import { isNumbered } from '../language/document-number.ts'
import { hasAny } from '../understand/phrase.ts'
import { ownWords, type Request } from '../understand/request.ts'
import { holds, type Bag } from './bag.ts'
import type { FactIndex, IndexedEntry } from './fact-index.ts'
import { FITS, SILENCES, type Entry } from './facts.ts'
import { askedAfter, focusOf, lacksThing, thingsAsked, namesDay, saysDay, type Focused } from './asked-after.ts'
import { bodyAsked } from './bodies.ts'
import { coverageOf, termsOf } from './terms.ts'
import { wantedOf, type Wanted } from './wanted.ts'

/** How well a fact matches a question: by the kind of answer wanted, and by how much of what was asked it speaks of. */

export interface Match {
  readonly entry: Entry
  readonly label: Bag
  readonly score: number
  /** How well its kind answers the kind of question, 0 to 1. */
  readonly fit: number
  /** False where nothing was asked beyond the kind of answer and the plan. */
  readonly about: boolean
  /** Weighted share of the words that neither a cue nor the plan's name accounts for; 1 where there are none. */
  readonly coverage: number
  /** True where it is of just whom the question names. */
  readonly named: boolean
  /** Whether it speaks of what the question word asks after; "none" where it asks after nothing in particular. */
  readonly focus: Focused
  /** Words of its name: of two that match alike the shorter one is more to the point. */
  readonly size: number
}

/** Share of the score for being of the kind asked for; the rest is for the words. */
const BY_KIND = 0.2
/** Words of the cues ("hồ sơ", "nộp") weigh this much of what is asked about. */
const BY_CUES = 0.4
const BY_NAME = 0.1
const BY_NAME_ALONE = 0.5
/** A text asked for by its number, a day by its name. */
const BY_NUMBER = 0.9
/** A check whose subject is named speaks of what is asked, whatever else was said. */
const BY_SUBJECT = 0.7
/** That a plan leaves something to other texts answers only where it speaks more to the point than any fact. */
const SILENT = 0.85
/** Standards that stand in another text: that the plan leaves them there is the better answer. */
const OPEN_ENDED = 0.6
/** The day of a report, where that of the file is asked for. */
const OTHER_PAPERS = 0.7
/** A standard for others than those that are named. */
const OTHER_SUBJECT = 0.5
/** What a plan is for, where that is not asked. */
const AIM = 0.75
/** A kind of silence that answers the question only in a wider sense. */
const WIDER = 0.9
/** A fact that is no answer of its own kind where nothing particular is asked about. */
const ON_NOTHING = 0.5

/** Facts of these plans that the question may mean, best first. Facts of another award or phase than the one named are left out. */
export function matchFacts(request: Request, index: FactIndex, plans: ReadonlySet<string>): Match[] {
  const covered = new Map(
    [...index.subjects].flatMap(([plan, subject]) => {
      if (!plans.has(plan.id)) return []
      const { own, explained, naming } = termsOf(request, index, subject)
      return [[plan, { asked: coverageOf(own, index), cued: coverageOf(explained, index), nameable: coverageOf(naming, index) }] as const]
    }),
  )
  const needed = thingsAsked(request)
  const particular = ownWords(request).length > 0
  const things = askedAfter(request, index)
  const wanted = wantedOf(request)
  const matches: Match[] = []
  for (const [place, indexed] of index.entries.entries()) {
    const { entry } = indexed
    const ofPlan = covered.get(entry.plan)
    if (!ofPlan || !agrees(request, entry)) continue
    if (!wanted.conditions.every((condition) => condition(entry))) continue
    const usual = fitOf(request, wanted, entry)
    if (usual === 0) continue
    const [asked, cued, nameable] = [ofPlan.asked(place), ofPlan.cued(place), ofPlan.nameable(place)]
    const byName = asked.all > 0 ? BY_NAME : BY_NAME_ALONE
    const all = asked.all + BY_CUES * cued.all + byName * nameable.all
    const named = isNamed(request, indexed)
    const words = Math.max(all === 0 ? 1 : (asked.found + BY_CUES * cued.found + byName * nameable.found) / all, named && entry.kind === 'duty' ? BY_SUBJECT : 0)
    const about = particular && asked.all > 0
    const coverage = lacksThing(needed, indexed) ? 0 : about ? Math.max(asked.found / asked.all, (asked.found + BY_CUES * cued.found) / (asked.all + BY_CUES * cued.all), named ? BY_SUBJECT : 0) : 1
    const silentOnNothing = entry.kind === 'silent' && !about ? ON_NOTHING : 1
    const openOnNothing = entry.kind === 'criterion' && entry.check.open_ended && !about ? ON_NOTHING : 1
    // "ngày toàn dân phòng cháy chữa cháy là ngày nào"
    const theDay = entry.kind === 'statement' && request.day !== undefined && saysDay(entry.item.says, request.day)
    const fit = theDay || (wanted.time && entry.kind === 'statement' && namesDay(request, entry.item.name)) ? BY_NUMBER : usual
    const score = silentOnNothing * openOnNothing * fit * (BY_KIND + (1 - BY_KIND) * words)
    const { focus, share } = focusOf(things, indexed)
    matches.push({ entry, label: indexed.label, fit, about, named, coverage: share * coverage, focus, score: share * score, size: indexed.label.keys.size })
  }
  return ofNamedBody(matches, request, index).sort(byWorth)
}

/** Of facts that match alike one goes before what a plan is silent on, the shorter name before the longer; silences keep the plan's order. */
function byWorth(a: Match, b: Match): number {
  const [silent, other] = [a, b].map(({ entry }) => entry.kind === 'silent')
  if (silent !== other && Math.abs(a.score - b.score) < EVEN) return silent ? 1 : -1
  return b.score - a.score || (silent && other ? 0 : a.size - b.size)
}

const EVEN = 0.005

/** Asked what a body has to do, the duties of others are no answer. */
function ofNamedBody(matches: readonly Match[], request: Request, index: FactIndex): Match[] {
  const first = request.intents[0]?.intent === 'duty'
  const named = first ? index.entries.filter((indexed) => indexed.entry.kind === 'duty' && isNamed(request, indexed)) : []
  const leading = named.filter(({ bodies: [body] }) => body !== undefined && hasAny(request.words, [body]))
  const kept = new Set((leading.length ? leading : named).map(({ entry }) => entry))
  const body = first && !kept.size ? bodyAsked(request) : undefined
  if (body) {
    const speaking = new Set(index.entries.filter((one) => one.label.folded.has(body) || one.quote.folded.has(body)).map(({ entry }) => entry))
    return matches.filter(({ entry }) => entry.kind === 'silent' || speaking.has(entry))
  }
  return matches.filter(({ entry }) => entry.kind !== 'duty' || !kept.size || !matches.some((match) => kept.has(match.entry) && match.entry.plan === entry.plan) || kept.has(entry))
}

/** Asked what somebody has to do, or what standards somebody has to meet, and this is theirs. */
function isNamed({ intents, checks, words }: Request, { entry, bodies }: IndexedEntry): boolean {
  if (intents[0]?.intent === 'criteria' && entry.kind === 'criteria') return checks.includes(entry.item.id)
  return intents[0]?.intent === 'duty' && hasAny(words, bodies)
}

/** Kinds that no cue speaks for still have a chance where every word fits. */
function fitOf(request: Request, wanted: Wanted, entry: Entry): number {
  if (entry.kind === 'silent') return Math.max(0, ...request.intents.map(({ intent, weight }) => SILENT * weight * silenceOn(SILENCES[intent] ?? [], entry.item.kinds)))
  const checks = entry.kind === 'criteria' ? entry.plan.checks.filter((check) => request.checks.includes(check.id)) : []
  if (checks.length && entry.kind === 'criteria' && !checks.includes(entry.item)) return 0
  const named = entry.kind === 'criterion' ? entry.plan.checks.filter((check) => request.checks.includes(check.id)) : []
  const otherSubject = entry.kind === 'criterion' && named.length > 0 && !named.includes(entry.check)
  let fit = entry.kind === 'identity' ? 0 : request.intents.length ? 0.2 : 0.6
  for (const { intent, weight } of request.intents) fit = Math.max(fit, weight * (FITS[intent]?.[entry.kind] ?? 0))
  if (entry.kind === 'deadline' && wanted.file && !/hồ sơ/iu.test(`${entry.label} ${entry.quote}`)) return OTHER_PAPERS * fit
  if (entry.kind === 'statement' && entry.item.topic === 'recipients' && !wanted.recipients) return ON_NOTHING * fit
  if (entry.kind === 'statement' && entry.item.topic === 'aim' && wanted.otherThanAim) return AIM * fit
  if (entry.kind === 'statement' && wanted.why) return entry.item.topic === 'aim' ? 1 : ON_NOTHING * fit
  if (entry.kind === 'basis' && request.cites) return Math.max(fit, BY_NUMBER)
  if (otherSubject) return OTHER_SUBJECT * fit
  return entry.kind === 'criteria' && entry.item.open_ended ? OPEN_ENDED * fit : fit
}

/** Share of what is asked about that the plan speaks of anywhere; 1 where nothing is asked beyond the kind of answer. */
export function spokenOf(request: Request, index: FactIndex, plan: Plan): number {
  const { own } = termsOf(request, index, index.subjects.get(plan) as Bag)
  const bag = index.whole.get(plan) as Bag
  const all = own.reduce((sum, term) => sum + term.weight, 0)
  return all === 0 ? 1 : own.reduce((sum, term) => sum + holds(bag, term) * term.weight, 0) / all
}

const GIVEN: ReadonlySet<string> = new Set(['bang-khen', 'giay-khen'])

function agrees(request: Request, entry: Entry): boolean {
  if (request.award && entry.forms.size && !entry.forms.has(request.award)) return false
  if (request.bothAwards && entry.kind === 'award' && !GIVEN.has(entry.item.form)) return false
  if (request.level && entry.levels.size && !entry.levels.has(request.level)) return false
  if (request.phase && entry.kind === 'period' && !entry.phase) return false
  // "KH 66 ra ngày nào" is no question on the plan that names it, nor on the other texts it names.
  if (request.cites && entry.kind === 'identity') return false
  if (request.cites && entry.kind === 'basis') return isNumbered(entry.item.name, request.cites)
  return !(request.phase && entry.phase && entry.phase !== request.phase)
}

/** The first kind is what was asked for, the others hold it. */
function silenceOn(wanted: readonly string[], kinds: readonly string[]): number {
  const at = wanted.findIndex((kind) => kinds.includes(kind))
  return at < 0 ? 0 : at === 0 ? 1 : WIDER
}
