import type { Audience, Plan, Statement, Threshold } from '../knowledge/types.ts'
import type { Intent, Request } from '../understand/request.ts'
import type { Entry, FactKind } from './facts.ts'
import { findPhrase, phrase, type Phrase } from '../understand/phrase.ts'
import type { DossierAspect, Finding, IdentityPart } from './finding.ts'
import type { Match } from './match.ts'

/** From the facts that match to one finding: the best fact's kind, with its neighbours of the same kind. */

/** Facts of one kind this near to the best are told together. */
const TOGETHER = 0.85
/** Kinds of which all that are asked for are told: "những hình thức khen thưởng nào". */
const LISTS: ReadonlySet<FactKind> = new Set(['award', 'quota', 'audience', 'basis', 'criteria', 'duty', 'threshold'])
const EQUAL = 0.08
/** So much of the question a fact speaks of that it is the one. */
const JUST = 0.7

export function toFinding(request: Request, plan: Plan, matches: readonly Match[], implied: boolean): Finding {
  const best = matches[0] as Match
  const inPlan = { plan, implied }
  const isAlike = LISTS.has(best.entry.kind) ? (match: Match) => match.coverage >= best.coverage - EQUAL : (match: Match) => match.score >= TOGETHER * best.score
  const alike = matches.filter((match) => match.entry.kind !== best.entry.kind ? match.score >= TOGETHER * best.score : isAlike(match))
  const items = <K extends FactKind>(kind: K) =>
    alike.flatMap(({ entry }) => (entry.kind === kind ? [entry as Extract<Entry, { kind: K }>] : []))
  const asks = (intent: Intent) => request.intents.some((one) => one.intent === intent && one.weight >= 0.6)
  const award = request.award ? { award: request.award } : {}
  switch (best.entry.kind) {
    case 'deadline':
    case 'period':
      // A phase and the report due after it are asked for in one breath.
      if (best.entry.kind === 'period' && !items('deadline').length) return { kind: 'period', ...inPlan, periods: asksPhases(request) ? plan.periods : items('period').map(({ item }) => item) }
      return { kind: 'deadline', ...inPlan, deadlines: items('deadline').map(({ item }) => item), periods: items('period').map(({ item }) => item), asksWhere: asks('addressee'), inGeneral: !best.about, ...(request.day && !asksWhichDay(request) && { day: request.day }) }
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
      return { kind: 'threshold', ...inPlan, thresholds: withTwins(items('threshold').map(({ item }) => item), plan, best.coverage) }
    case 'criteria':
      return { kind: 'criteria', ...inPlan, checks: items('criteria').map(({ item }) => item) }
    case 'criterion': {
      const { check } = best.entry
      const focus = items('criterion').filter((one) => one.check === check).map(({ item }) => item.id)
      return { kind: 'criteria', ...inPlan, checks: [check], focus }
    }
    case 'quota':
      return { kind: 'quota', ...inPlan, awards: items('quota').map(({ item }) => item) }
    case 'award':
      return { kind: 'award', ...inPlan, awards: items('award').map(({ item }) => item) }
    case 'route':
      return { kind: 'route', ...inPlan, routes: items('route').map(({ item }) => item) }
    case 'audience':
      return { kind: 'audience', ...inPlan, audiences: byExclusion(items('audience').map(({ item }) => item), best.about) }
    case 'duty':
      return { kind: 'duty', ...inPlan, duties: alike.flatMap((match) => (match.entry.kind === 'duty' ? [{ duty: match.entry.item, rank: Math.round(match.score * 20) }] : [])).sort((a, b) => b.rank - a.rank || a.duty.who.length - b.duty.who.length).map(({ duty }) => duty) }
    case 'basis':
      return { kind: 'basis', ...inPlan, bases: items('basis').map(({ item }) => item) }
    case 'statement':
      return { kind: 'statement', ...inPlan, statements: ofTopic(items('statement').map(({ item }) => item), plan, best.about) }
    case 'identity':
      return { kind: 'identity', ...inPlan, ...asksOfIdentity(request) }
    case 'silent':
      return { kind: 'not-stated', ...inPlan, leaves: items('silent').map(({ item }) => item), elsewhere: [], ...(request.intents[0] && { intent: request.intents[0].intent }) }
  }
}

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

/** "chia làm mấy đợt, mỗi đợt từ ngày nào" */
function asksPhases({ words, phase }: Request): boolean {
  return phase === undefined && findPhrase(words, PHASE).length > 0 && words.some((word) => word.key === 'mây1' || word.key === 'môi4' || word.folded === 'cac' || word.folded === 'nhieu')
}

/** "báo cáo của đợt tới 3/2 gửi trước bữa nào": the day named is not the one to be held against the deadline. */
function asksWhichDay({ words }: Request): boolean {
  return WHICH_DAY.some((sought) => findPhrase(words, sought).length > 0)
}

const WHICH_DAY = ['ngày nào', 'ngày mấy', 'bữa nào', 'hôm nào', 'khi nào', 'bao giờ', 'lúc nào', 'tháng mấy', 'ngày bao nhiêu'].map(phrase)
const PHASE = phrase('đợt')

/** Asked about somebody in particular, an exclusion that names them comes first; asked in general, who is meant does. */
function byExclusion(audiences: readonly Audience[], particular: boolean): Audience[] {
  const [first, second] = [audiences.filter((one) => Boolean(one.excluded) === particular), audiences.filter((one) => Boolean(one.excluded) !== particular)]
  return [...first, ...second]
}

const NUMBER = ['số mấy', 'số bao nhiêu', 'số hiệu', 'số kế hoạch', 'kế hoạch số'].map(phrase)
const DAY = ['ngày', 'tháng', 'khi nào', 'bao giờ', 'hôm nào'].map(phrase)
const SIGNER = ['ai ký', 'người ký', 'ký tên', 'chức vụ'].map(phrase)

/** Which part of a plan's identity is asked for; absent where it is the whole or several. */
function asksOfIdentity({ words }: Request): { asks?: IdentityPart } {
  const has = (sought: readonly Phrase[]) => sought.some((one) => findPhrase(words, one).length > 0)
  const parts = ([['number', NUMBER], ['signer', SIGNER], ['day', DAY]] as const).filter(([, sought]) => has(sought)).map(([part]) => part)
  return parts.length === 1 && parts[0] ? { asks: parts[0] } : {}
}
