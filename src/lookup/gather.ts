import type { Audience, Deadline, Duty, Plan, Statement, Threshold } from '../knowledge/types.ts'
import { syllableKey } from '../language/normalise.ts'
import type { Intent, Request, Word } from '../understand/request.ts'
import { holds } from './bag.ts'
import type { Entry, FactKind } from './facts.ts'
import { asksEnd, asksPhases, asksWhichDay, asksWho, partOfAward, partsOfIdentity } from './asked-part.ts'
import type { DossierAspect, Finding } from './finding.ts'
import type { Match } from './match.ts'

/** From the facts that match to one finding: the best fact's kind, with its neighbours of the same kind. */

/** Facts of one kind this near to the best are told together. */
const TOGETHER = 0.85
/** Kinds of which all that are asked for are told: "những hình thức khen thưởng nào". */
const LISTS: ReadonlySet<FactKind> = new Set(['award', 'quota', 'audience', 'basis', 'criteria', 'duty', 'threshold'])
const EQUAL = 0.08
/** So much of the question a fact speaks of that it is the one. */
const JUST = 0.7
/** … but of these not what the best one leads by far: "ai đề xuất giấy khen huyện" names one. */
const NAMED: ReadonlySet<FactKind> = new Set(['award', 'duty'])
const LED = 0.7
/** Of what a plan leaves to others one is told; another only where it is as good. */
const AS_GOOD = 0.98
/** Scores in one step of this are equal: the plan's own order decides. */
const STEP = 0.05
/** So many that match alike may all be meant; of more, what they have in common is. */
const FEW = 2

export function toFinding(request: Request, plan: Plan, matches: readonly Match[], implied: boolean): Finding {
  const best = matches[0] as Match
  const inPlan = { plan, implied }
  const isAlike = LISTS.has(best.entry.kind)
    ? (match: Match) => (best.named && match.named) || (match.coverage >= best.coverage - EQUAL && (!NAMED.has(match.entry.kind) || match.score >= LED * best.score))
    : (match: Match) => match.score >= TOGETHER * best.score
  const near = matches.filter((match) => match.entry.kind !== best.entry.kind ? match.score >= TOGETHER * best.score : isAlike(match))
  const alike = [...near, ...alsoAsked(request, near, matches)]
  const ordered = inOrder(alike, plan)
  const items = <K extends FactKind>(kind: K) => ordered.flatMap(({ entry }) => (entry.kind === kind ? [entry as Extract<Entry, { kind: K }>] : []))
  const ofKind = alike.filter((match) => match.entry.kind === best.entry.kind)
  // None of several leads: all of them are asked for.
  const even = ofKind.every((match) => rankOf(match) === rankOf(best))
  const listed = { ...inPlan, inGeneral: even && (!best.about || ofKind.length > FEW) }
  const asks = (intent: Intent) => request.intents.some((one) => one.intent === intent && one.weight >= 0.6)
  const award = request.award ? { award: request.award } : {}
  switch (best.entry.kind) {
    case 'deadline':
    case 'period':
      // A phase and the report due after it are asked for in one breath.
      if (best.entry.kind === 'period' && !items('deadline').length) return { kind: 'period', ...inPlan, periods: asksPhases(request) ? plan.periods : items('period').map(({ item }) => item), asksEnd: asksEnd(request) }
      return { kind: 'deadline', ...inPlan, deadlines: ofDay(request, items('deadline').map(({ item }) => item)), periods: items('period').map(({ item }) => item), asksWhere: asks('addressee'), asksWho: asksWho(request), inGeneral: !best.about, late: request.late, ...(request.day && !asksWhichDay(request) && { day: request.day }) }
    case 'dossier':
    case 'sets':
    case 'addressee': {
      const aspects: Readonly<Record<string, DossierAspect>> = { dossier: 'papers', sets: 'sets', addressee: 'addressee' }
      const dossiers = [...new Set([...items(best.entry.kind)].map(({ item }) => item))]
      return { kind: 'dossier', ...inPlan, dossiers, aspect: aspects[best.entry.kind] as DossierAspect, ...award }
    }
    case 'paper': {
      const { dossier } = best.entry
      return { kind: 'paper', ...inPlan, dossier, papers: items('paper').filter((one) => one.dossier === dossier).map(({ item }) => item) }
    }
    case 'threshold':
      return { kind: 'threshold', ...listed, thresholds: withTwins(items('threshold').map(({ item }) => item), plan, best.coverage) }
    case 'criteria':
      return { kind: 'criteria', ...inPlan, checks: items('criteria').map(({ item }) => item) }
    case 'criterion': {
      const { check } = best.entry
      const focus = items('criterion').filter((one) => one.check === check).map(({ item }) => item.id)
      return { kind: 'criteria', ...inPlan, checks: [check], focus }
    }
    case 'quota':
      return { kind: 'quota', ...listed, awards: items('quota').map(({ item }) => item) }
    case 'award': {
      const awards = request.bothAwards ? plan.awards.filter(({ form }) => form === 'bang-khen' || form === 'giay-khen') : items('award').map(({ item }) => item)
      return { kind: 'award', ...listed, awards, ...partOfAward(request), leaves: awards.every((one) => one.form === 'khac') ? plan.not_modelled.filter((one) => one.kinds.includes('award')).slice(0, 1) : [] }
    }
    case 'route':
      return { kind: 'route', ...inPlan, routes: items('route').map(({ item }) => item) }
    case 'audience':
      return { kind: 'audience', ...listed, audiences: byExclusion(items('audience').map(({ item }) => item), best.about && !even) }
    case 'duty':
      return { kind: 'duty', ...listed, duties: dutiesOf(ordered, listed.inGeneral) }
    case 'basis':
      return { kind: 'basis', ...listed, bases: request.cites || (best.about && best.coverage >= JUST) ? items('basis').map(({ item }) => item) : plan.bases }
    case 'statement':
      return { kind: 'statement', ...listed, statements: ofTopic(items('statement').map(({ item }) => item), plan, best.about) }
    case 'identity':
      return { kind: 'identity', ...inPlan, asks: partsOfIdentity(request, plan) }
    case 'silent': {
      const asGood = alike.filter((match) => match === best || (best.about && match.coverage >= AS_GOOD * best.coverage && match.score >= AS_GOOD * best.score))
      return { kind: 'not-stated', ...inPlan, leaves: asGood.flatMap(({ entry }) => (entry.kind === 'silent' ? [entry.item] : [])), elsewhere: [], ...(request.intents[0] && { intent: request.intents[0].intent }) }
    }
  }
}

/** "trễ hạn 5/11": of several deadlines the one of that day. */
function ofDay({ day }: Request, deadlines: readonly Deadline[]): readonly Deadline[] {
  const named = day && deadlines.filter(({ due }) => Object.values(due).some((one) => typeof one === 'string' && one.endsWith(`-${String(day.month).padStart(2, '0')}-${String(day.day).padStart(2, '0')}`)))
  return named?.length ? named : deadlines
}

/** "đăng ký và hồ sơ gửi trước ngày nào": a fact of the same kind that speaks of what the others leave out. */
function alsoAsked(request: Request, near: readonly Match[], matches: readonly Match[]): Match[] {
  const best = near[0] as Match
  if (!JOINED.has(best.entry.kind) || !best.about || !request.words.some(({ key }) => key === AND)) return []
  const own = request.content.map((at) => request.words[at] as Word)
  const left = own.filter((word) => near.every(({ label }) => holds(label, word) === 0))
  const more = matches.find((match) => match.entry.kind === best.entry.kind && !near.includes(match) && match.coverage >= IN_PART && left.some((word) => holds(match.label, word) > 0))
  return more ? [more] : []
}

const JOINED: ReadonlySet<FactKind> = new Set(['deadline', 'threshold'])
const AND = syllableKey('và')
/** Of two things asked about in one breath a fact speaks of one. */
const IN_PART = 0.4

/** "mục đích, yêu cầu của kế hoạch": asked for nothing in particular, all that stands under the topic. */
function ofTopic(found: readonly Statement[], plan: Plan, particular: boolean): Statement[] {
  const topic = found[0]?.topic
  return particular || topic !== 'aim' ? [...found] : plan.statements.filter((one) => one.topic === topic)
}

/** Figures of one sentence stand together unless one of them is just what was asked for. */
function withTwins(found: readonly Threshold[], plan: Plan, coverage: number): Threshold[] {
  const quotes = new Set(found.map(({ source }) => source.quote))
  return coverage >= JUST ? [...found] : plan.thresholds.filter((one) => found.includes(one) || quotes.has(one.source.quote))
}

/** The best first; among those that match alike, the plan's own order. */
function inOrder(matches: readonly Match[], plan: Plan): Match[] {
  const facts: readonly unknown[] = Object.values(plan).flatMap((part: unknown) => (Array.isArray(part) ? (part as unknown[]) : []))
  const place = new Map(facts.map((fact, at) => [fact, at]))
  return [...matches].sort((a, b) => rankOf(b) - rankOf(a) || (place.get(a.entry.item) ?? 0) - (place.get(b.entry.item) ?? 0))
}

/** Asked for somebody's duties, those that are theirs alone come before those they share: of names that match alike the shorter one. */
function dutiesOf(matches: readonly Match[], inGeneral: boolean): Duty[] {
  const found = matches.flatMap((match) => (match.entry.kind === 'duty' ? [{ duty: match.entry.item, rank: rankOf(match) }] : []))
  return (inGeneral ? found : found.sort((a, b) => b.rank - a.rank || a.duty.who.length - b.duty.who.length)).map(({ duty }) => duty)
}

function rankOf({ score }: Match): number {
  return Math.round(score / STEP)
}

/** Asked about somebody in particular, an exclusion that names them comes first; asked in general, who is meant does. */
function byExclusion(audiences: readonly Audience[], particular: boolean): Audience[] {
  const [first, second] = [audiences.filter((one) => Boolean(one.excluded) === particular), audiences.filter((one) => Boolean(one.excluded) !== particular)]
  return [...first, ...second]
}
