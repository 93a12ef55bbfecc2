import type { Knowledge, NotModelled, Plan } from '../knowledge/types.ts'
import type { Day } from '../language/day.ts'
import { opensCheck, type Intent, type Request, type WeighedIntent } from '../understand/request.ts'
import { aboutOf } from './asked-part.ts'
import { holds } from './bag.ts'
import { bodyAsked, namesBody } from './bodies.ts'
import type { Finding } from './finding.ts'
import { toFinding } from './gather.ts'
import { indexFacts, type FactIndex } from './fact-index.ts'
import { matchFacts, spokenOf, type Match } from './match.ts'
import { findPassages, indexPassages, type PassageIndex } from './passages.ts'
import { ruleFor, ruleMatch, toldBy } from './rule.ts'
import { answers, EXACT, LED, MEANT, sureMatches } from './sure.ts'
import { findUpcoming } from './upcoming.ts'

/** Request to Finding: which fact answers, which plan is meant, or that nothing here does. */

export interface LookupIndex {
  readonly plans: readonly Plan[]
  readonly facts: FactIndex
  readonly passages: PassageIndex
}

export function prepareLookup(knowledge: Knowledge): LookupIndex {
  return { plans: knowledge.plans, facts: indexFacts(knowledge), passages: indexPassages(knowledge) }
}

/** Plans that answer nearly as well as the best count as meant too. */
const CLOSE = 0.6
/** A plan that uses nearly all of the question's words may be the one that is meant. */
const SPEAKS = 0.85
/** A plan that has hardly any of them does not speak of the matter. */
const HARDLY = 0.1
/** With no plan named, what no plan speaks of at least half is a matter of others: "hồ sơ nâng lương gồm gì". */
const HALF_SPOKEN = 0.5
const HALF_SAID = 0.3
/** "có", "ừ thế à": so few words of mere grammar ask nothing; more of them are noise. */
const FEW = 4
/** So much of what was told a rule speaks of that it answers by itself. */
const RULED = 0.6
const TALK: ReadonlySet<Intent> = new Set(['plans', 'help', 'greeting', 'thanks'])

/** `implied`: the plan that the talk is about; a plan named in the request outranks it. */
export function lookup(request: Request, index: LookupIndex, implied: string | undefined, today: Day): Finding {
  const byId = (ids: readonly string[]) => index.plans.filter((plan) => ids.includes(plan.id))
  const talk = smallTalk(request, index.plans)
  if (talk) return talk
  if (request.elsewhere) return { kind: 'not-found', what: request.elsewhere, near: [] }
  if (request.missing) return { kind: 'not-found', what: request.missing.what, near: byId(request.missing.near) }
  const { said, known, scope } = scopeOf(request, index, implied)
  const matches = rank(request, index, implied)
  if (opensCheck(request.words)) return { kind: 'check', plans: scope }
  const check = request.intents.find(({ intent }) => intent === 'check')
  const ruling = check && rulingMatch(request, matches)
  if (check && !ruling && wantsCheck(request, check)) return checkFor(request, matches, scope)
  if (known && asksMinistry(request, known)) return { kind: 'not-stated', plan: known, implied: said === undefined, intent: 'award', ...aboutOf(request, known), leaves: [], elsewhere: [] }
  const upcoming = findUpcoming(request, scope, matches, today)
  if (upcoming) return upcoming
  const mentions = known && request.intents[0]?.intent === 'mention' ? findPassages(request, index.passages, scope) : []
  if (mentions.length) return { kind: 'passages', implied: said === undefined, passages: mentions }
  const good = known && ruling && request.intents[0] === check ? [ruling] : sureMatches(request, matches)
  const best = rightKind(request, good)
  if (!best && check) return checkFor(request, matches, scope)
  if (!best) return withoutFact(request, index, scope, known, said !== undefined)
  const fitting = known ? [known] : plansMeant(request, index, best, good, scope, said !== undefined)
  if (fitting.length > 1) {
    const spoken = fitting.map((plan) => spokenOf(request, index.facts, plan))
    return !said && Math.max(...spoken) < HALF_SPOKEN ? { kind: 'not-found', near: [] } : { kind: 'choose', plans: fitting }
  }
  const plan = fitting[0] ?? best.entry.plan
  return toFinding(request, plan, [best, ...good.filter((match) => match.entry.plan === plan && match !== best)], said?.length !== 1)
}

/** "có bằng khen Bộ Công an không", where the plan names no award of a ministry: that the ministry receives the plan is no answer. */
function asksMinistry({ award, level }: Request, { awards }: Plan): boolean {
  return award !== undefined && level === 'bo' && !awards.some(({ name, decided_by }) => /bộ /iu.test(`${name} ${decided_by ?? ''}`))
}

/** Facts of the plans that may be meant, best first. */
export function rank(request: Request, index: LookupIndex, implied: string | undefined): Match[] {
  return matchFacts(request, index.facts, new Set(scopeOf(request, index, implied).scope.map((plan) => plan.id)))
}

/** `said`: plans that the words leave possible; `known`: the one plan, said or implied; `scope`: where to look. */
function scopeOf(request: Request, index: LookupIndex, implied: string | undefined): { said?: Plan[]; known?: Plan; scope: readonly Plan[] } {
  const said = request.plans && index.plans.filter((plan) => request.plans?.value.includes(plan.id))
  const known = said?.length === 1 ? said[0] : said ? undefined : index.plans.find((plan) => plan.id === implied)
  // "bằng khen Bộ Công an mấy bộ": of several plans those that have such an award.
  const wide = said ?? index.plans
  const giving = known ? [] : wide.filter((plan) => request.level === 'bo' && request.award !== undefined && !asksMinistry(request, plan))
  return { ...(said && { said }), ...(known && { known }), scope: known ? [known] : giving.length ? giving : wide }
}

/** Asked for a kind of answer and nothing more: a fact of just that kind, else what the plan leaves to others, else what comes near. */
function rightKind(request: Request, good: readonly Match[]): Match | undefined {
  const best = good[0]
  if (!best) return undefined
  const exact = EXACT * (request.intents[0]?.weight ?? 1)
  const wordsForNumber = asksNumber(request) && best.entry.kind === 'statement' && !/\d/.test(best.entry.item.says)
  if (!wordsForNumber && (best.about || best.fit >= exact)) return onePaper(best, good) ?? best
  const ofPlan = good.filter((match) => match.entry.plan === best.entry.plan)
  return (wordsForNumber ? undefined : ofPlan.find((match) => match.fit >= exact && match.score >= CLOSE * best.score)) ?? ofPlan.find((match) => match.entry.kind === 'silent' && match.fit >= MEANT * (request.intents[0]?.weight ?? 1) && match.score >= LED * best.score && request.intents[0]?.intent !== 'statement') ?? (wordsForNumber ? undefined : best)
}

/** A dossier holds the names of all its papers: where what is asked is all of one paper, that one answers. */
function onePaper({ entry, about, coverage }: Match, good: readonly Match[]): Match | undefined {
  if (entry.kind !== 'dossier' || !about) return undefined
  const papers = good.filter((match) => match.entry.kind === 'paper' && match.entry.dossier === entry.item && match.coverage >= coverage)
  return papers.length === 1 ? papers[0] : undefined
}

/** "thưởng bao nhiêu tiền" is not answered by "theo quy định hiện hành". */
function asksNumber({ words }: Request): boolean {
  return words.some((word, i) => word.key === 'mây1' || (word.folded === 'nhieu' && words[i - 1]?.folded === 'bao'))
}

/** The plans that answer nearly as well as the best; of one place, all that speak of the matter at all. */
function plansMeant(request: Request, { facts }: LookupIndex, best: Match, matches: readonly Match[], scope: readonly Plan[], placed: boolean): Plan[] {
  return scope.filter((plan) => {
    const own = matches.find((match) => match.entry.plan === plan)
    if (!own) return false
    return (own.score >= CLOSE * best.score && own.coverage >= CLOSE * best.coverage) || ((placed || !best.about) && own.fit >= MEANT && (!best.about || own.coverage >= CLOSE * best.coverage) && spokenOf(request, facts, plan) >= SPEAKS)
  })
}

function withoutFact(request: Request, index: LookupIndex, scope: readonly Plan[], known: Plan | undefined, placed: boolean): Finding {
  const body = bodyAsked(request)
  const passages = known && body !== undefined && !namesBody(known, body) ? [] : findPassages(request, index.passages, scope)
  if (passages.length) return { kind: 'passages', implied: !placed, passages }
  if (known) {
    const others = index.plans.filter((plan) => plan !== known)
    const matches = placed ? [] : matchFacts(request, index.facts, new Set(others.map((plan) => plan.id))).filter((match) => answers(request, match))
    const elsewhere = others.filter((plan) => matches.some((match) => match.entry.plan === plan))
    if (placed && !elsewhere.length && request.content.length && !asksOutright(request) && spokenOf(request, index.facts, known) < HARDLY) return { kind: 'not-found', near: [known] }
    return { kind: 'not-stated', plan: known, implied: !placed, ...aboutOf(request, known), leaves: leavesOf(request, index, known), elsewhere, ...(request.intents[0] && { intent: request.intents[0].intent }) }
  }
  if (placed) return { kind: 'choose', plans: scope }
  return { kind: 'not-found', near: [] }
}

/** Asks for something that plans hold, whatever it is about: that is silence; "hôm nay có mưa không" is not. */
function asksOutright({ intents }: Request): boolean {
  return intents.some(({ intent, weight }) => weight >= 0.6 && intent !== 'statement')
}

/** What the plan leaves to other texts in the matter asked about. */
function leavesOf(request: Request, { facts }: LookupIndex, plan: Plan): NotModelled[] {
  const silences = matchFacts(request, facts, new Set([plan.id])).flatMap((match) => (match.entry.kind === 'silent' && match.fit >= MEANT ? [{ ...match, item: match.entry.item }] : []))
  const best = silences[0]
  return best && (!best.about || best.coverage >= HALF_SAID) ? [best.item] : []
}

function smallTalk(request: Request, plans: readonly Plan[]): Finding | undefined {
  const top = request.intents[0]
  const nothing = !request.plans && request.words.length <= FEW && !request.content.length && !request.time && (!top || top.weight < 1 || top.intent === 'statement')
  if (nothing) return { kind: 'help' }
  if (!top || !TALK.has(top.intent)) return undefined
  const asksMore = request.intents.some(({ intent, weight }) => weight >= 0.6 && !TALK.has(intent))
  if (asksMore && request.content.some((at) => !request.explained.has(at))) return undefined
  if (request.plans && top.intent !== 'plans') return undefined
  if (top.intent === 'plans') return { kind: 'plans', plans: request.plans ? plans.filter((plan) => request.plans?.value.includes(plan.id)) : plans }
  return { kind: top.intent as 'help' | 'greeting' | 'thanks' }
}

/** With no plan named, the one whose rule speaks of what was told: "giúp 3 hộ thoát nghèo thì có được khen không". */
function checkFor(request: Request, matches: readonly Match[], scope: readonly Plan[]): Finding {
  const rules = scope.flatMap((plan) => ruleFor(request, matches.filter(({ entry }) => entry.plan === plan)) ?? [])
  const [rule, ...others] = rules
  return rule && others.length === 0 ? { kind: 'check', plans: [rule.plan], rule } : { kind: 'check', plans: scope }
}

/** A rule that answers by itself what was told: "người không đăng ký thì có được khen không". */
function rulingMatch(request: Request, matches: readonly Match[]): Match | undefined {
  if (request.self) return undefined
  const rule = ruleMatch(request, matches.filter(({ entry }) => (entry.kind === 'statement' && entry.item.topic === 'rule') || (entry.kind === 'audience' && entry.item.excluded !== undefined)))
  return rule && rule.coverage >= RULED && toldBy(request, matches).some((word) => holds(rule.label, word) > 0) ? rule : undefined
}

/** "tôi có được khen không", with no other kind of answer asked for outright. */
function wantsCheck(request: Request, check: WeighedIntent): boolean {
  const stronger = request.intents.filter(({ intent, weight }) => intent !== 'check' && weight >= 1 && ['deadline', 'dossier', 'sets', 'addressee', 'quota', 'route', 'threshold', 'criteria', 'audience'].includes(intent))
  // "mô hình của tôi đạt 85% chỉ tiêu, có đủ điều kiện không" tells a figure and asks for none.
  const onlyTells = request.self && check.weight === 1 && !asksNumber(request) && stronger.every(({ intent }) => intent === 'threshold')
  if (stronger.length && !onlyTells) return false
  return check.weight >= 1 || request.self
}
