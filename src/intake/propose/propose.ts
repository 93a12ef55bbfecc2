import { yearOf } from '../../language/day.ts'
import { fold } from '../../language/normalise.ts'
import { readClauses } from '../../knowledge/clauses.ts'
import { planFile } from '../../knowledge/schema.ts'
import type { Due } from '../../knowledge/types.ts'
import { bare } from '../head/place.ts'
import { readHead, type Head } from '../head/head.ts'
import { passagesOf } from '../passages.ts'
import type { FactKind, Found, Setting } from '../recognise/found.ts'
import { checksOf } from './checks.ts'
import { findFacts } from './find.ts'
import { idMaker, prefixOf, slug } from './ids.ts'
import { awardsNamed, awardsOfFigure, awardsOver, deadlineOf, phaseOf, withNeighbourAddress } from './link.ts'
import { PENDING, type AllFound, type AllNamed, type Doubt, type Named, type ProposedPlan } from './plan.ts'
import { likenessToPlan } from './likeness.ts'
import { soundOnly, standingIn, type Stands } from './prove.ts'
import { SET_WORDS, wordsFor, wordsOfText } from './words.ts'

export interface Proposal {
  readonly plan: ProposedPlan
  readonly doubts: readonly Doubt[]
  /** False where the text has neither the head, the clauses nor the words of a plan or regulation. */
  readonly isPlan: boolean
}

/** A plan.yml for this text: every fact with its clause and quote, all of them pending. `idFor` chooses the plan's id from its head. */
export function propose(text: string, thisYear: number, idFor: (head: Head) => string, progress: (said: string) => void): Proposal {
  progress('Đang dựng cây điều khoản…')
  const { clauses } = readClauses(text)
  const passages = passagesOf(clauses)
  const head = readHead(passages, text, thisYear)
  const setting: Setting = { passages, year: head.year, lasting: head.lasting, issuer: head.issuer, title: head.title, ...(head.issued?.on ? { issued: head.issued.on } : {}) }
  const stands = standingIn(clauses)
  const { kept: found, dropped } = soundOnly(findFacts(setting, progress), stands)
  const id = idFor(head)
  const named = nameAll({ ...found, deadlines: withNeighbourAddress(found.deadlines) }, id)
  const plan = JSON.parse(JSON.stringify(assemble(id, head, named, stands, thisYear))) as ProposedPlan
  const doubts = [...head.doubts.map((says) => ({ fact: '', says })), ...doubtsOf(named), ...(dropped > 0 ? [{ fact: '', says: `${dropped} mục bị bỏ vì câu trích không đứng nguyên văn trong điều khoản hoặc giá trị không đọc được.` }] : [])]
  // What does not fit the schema would be refused by every reader of plan.yml; this is where it has to be noticed.
  planFile.parse(plan)
  return { plan, doubts, isPlan: likenessToPlan(passages, text, head, found.deadlines.length + found.dossiers.length + found.thresholds.length + found.awards.length) }
}

function nameAll(found: AllFound, planId: string): AllNamed {
  const named = <K extends FactKind>(list: readonly Found<K>[], make = idMaker()): Named<K>[] => list.map((one) => ({ id: make(one.name), found: one }))
  const checkIds = idMaker(prefixOf(planId), [`${prefixOf(planId)}chi-tieu`])
  return {
    periods: named(found.periods), deadlines: named(found.deadlines), dossiers: named(found.dossiers), thresholds: named(found.thresholds), awards: named(found.awards), routes: named(found.routes),
    audiences: named(found.audiences), duties: named(found.duties), bases: named(found.bases), statements: named(found.statements), not_modelled: named(found.not_modelled), checks: named(found.checks, checkIds),
  }
}

/** A circular or a regulation comes round every year until it is replaced; these are as many as can be told in advance. */
const YEARS_AHEAD = 5

/** The years that a text is asked for: those of its title, of its period, or from its own on where it holds until it is replaced. */
function yearsOf(head: Head, whole: Found<'periods'>['fact'] | undefined, thisYear: number): number[] {
  const row = (from: number, to: number) => Array.from({ length: Math.min(60, to - from + 1) }, (_, at) => from + at)
  if (head.span) return row(head.span[0], head.span[1])
  if (whole) return row(yearOf(whole.from), yearOf(whole.to))
  return head.lasting ? row(head.year, Math.max(head.year, thisYear) + YEARS_AHEAD) : []
}

function assemble(id: string, head: Head, named: AllNamed, stands: Stands, thisYear: number): ProposedPlan {
  const whole = named.periods.find(({ found }) => found.fact.whole)?.found.fact
  const years = yearsOf(head, whole, thisYear)
  const dossierDeadlines = new Map(named.dossiers.flatMap(({ id: dossier, found }) => (deadlineOf(found, named.deadlines) ? [[dossier, deadlineOf(found, named.deadlines)?.id ?? ''] as const] : [])))
  const withAwards = <T extends object>(at: Found<FactKind>['at'], fact: T) => {
    const awards = awardsOver(at, named.awards)
    return awards.length > 0 ? { ...fact, awards } : fact
  }
  const dossiers = named.dossiers.map(({ id: own, found }) => {
    const deadline = named.deadlines.find((one) => one.id === dossierDeadlines.get(own))
    const { to, via } = found.fact.to ? found.fact : (deadline?.found.fact ?? {})
    const sets = found.fact.sets?.map((set) => ({ ...withSetAwards(set, named), words: SET_WORDS, review: PENDING }))
    return pending('dossiers', own, found, { ...withAwards(found.at, found.fact), papers: papersWithIds(found), ...(sets ? { sets } : {}), ...(to ? { to } : {}), ...(via ? { via } : {}), ...(deadline ? { deadline: deadline.id } : {}) })
  })
  // "về cơ quan Thường trực" here, "cơ quan Thường trực (Công an thị xã)" there: one office.
  const standing = named.deadlines.map(({ found }) => found.fact.to).find((to) => to !== undefined && /^cơ quan thường trực \(/iu.test(to))
  const plain = <K extends FactKind>(kind: K, list: readonly Named<K>[]) => list.map((one) => pending(kind, one.id, one.found, one.found.fact))
  return {
    id, title: head.title, kind: head.kind, issuer: head.issuer,
    place: { ...head.place, aliases: bare(head.place.name) === head.place.name ? [] : [bare(head.place.name)] },
    year: head.year,
    ...(years.length > 1 && years.includes(head.year) && (head.lasting || years.length < 12) ? { years } : {}),
    ...(head.number && stands(head.number.source) ? { number: head.number } : {}),
    ...(head.issued && stands(head.issued.source) ? { issued: head.issued } : {}),
    ...(head.signer && stands(head.signer.source) ? { signer: head.signer } : {}),
    names: namesOf(head),
    topics: topicsOf(head),
    periods: plain('periods', named.periods),
    deadlines: named.deadlines.map(({ id: own, found }) => {
      const period = phaseOf(found.fact, named.periods)
      const to = standing && found.fact.to && /^cơ quan thường trực$/iu.test(found.fact.to) ? { to: standing } : {}
      return pending('deadlines', own, found, { ...found.fact, ...to, ...(period ? { period } : {}) })
    }),
    dossiers,
    thresholds: named.thresholds.map((one) => {
      const awards = awardsOfFigure(one, named.awards)
      return pending('thresholds', one.id, one.found, { ...one.found.fact, ...(awards.length > 0 ? { awards } : {}) })
    }),
    awards: plain('awards', named.awards), routes: plain('routes', named.routes), audiences: plain('audiences', named.audiences), duties: plain('duties', named.duties),
    bases: named.bases.map(({ id: own, found }) => pending('bases', own, found, found.fact)),
    statements: plain('statements', named.statements), not_modelled: plain('not_modelled', named.not_modelled),
    checks: checksOf(named, dossierDeadlines, prefixOf(id)).map(({ id: own, check }) => ({ id: own, ...check, review: PENDING })),
  } as ProposedPlan
}

function withSetAwards<S extends { award?: string }>(set: S, named: AllNamed): S {
  const awards = awardsNamed(set.award, named.awards)
  return awards.length > 0 ? { ...set, awards } : set
}

function pending<K extends FactKind, F extends object>(kind: K, id: string, found: Found<K>, fact: F): F & { id: string; review: string } {
  const words = kind === 'bases' ? wordsOfText(found.name) : wordsFor(kind, found.name, 'due' in found.fact ? (found.fact.due as Due) : undefined)
  return { id, ...fact, ...(words.length > 0 ? { words } : {}), review: PENDING }
}

function papersWithIds(found: Found<'dossiers'>) {
  const make = idMaker()
  return found.fact.papers.map((paper) => ({ ...paper, id: make(paper.name.split(/[,;(]/)[0] ?? paper.name), review: PENDING }))
}

/** "kế hoạch 214", "KH 214": what people call a text by its number. */
function namesOf(head: Head): string[] {
  const digits = /^\d+/.exec(head.number?.text ?? '')?.[0]
  if (!digits || !head.number) return []
  return [`${head.kind.toLowerCase()} ${digits}`, ...(head.kind === 'Kế hoạch' ? [`KH ${digits}`] : []), head.number.text]
}

/** What the title is about, without launch, place and year; and what it puts in quotation marks. */
function topicsOf(head: Head): string[] {
  if (head.kind === 'Thủ tục hành chính') return procedureTopics(head.title)
  const quoted = [...head.title.matchAll(/[“"]([^“”"]{6,80})[”"]/gu)].map((match) => match[1] ?? '')
  const about = head.title.replace(/[“"][^“”"]*[”"]/gu, ' ').replace(/\([^()]*\)/g, ' ').replace(/^thủ tục:?\s+/iu, '').replace(/^(?:phát động|tổ chức|triển khai|thực hiện|ban hành|hướng dẫn|quy định|về)(?: việc)?\s+/iu, '').replace(/\s*(?:trên địa bàn|tại|của|huyện|tỉnh|thành phố|thị xã) .*$/iu, '').replace(/,?\s*năm (?:học )?\d{4}.*$/u, '').replace(/\s+/g, ' ').trim()
  const anniversary = [...head.title.matchAll(/\d+ năm (?:ngày |Ngày )?[\p{L} ]{4,40}?(?=\s?\(|,| và |$)/gu)].flatMap((match) => [match[0].trim(), /^\d+ năm/.exec(match[0])?.[0] ?? ''])
  return [...new Set([...quoted, ...anniversary, ...(quoted.length === 0 && about.split(' ').length >= 3 && about.length <= 90 ? [about.charAt(0).toLowerCase() + about.slice(1)] : [])])].filter((topic) => fold(topic) !== fold(head.title))
}

function doubtsOf(named: AllNamed): Doubt[] {
  return (Object.keys(named) as FactKind[]).flatMap((kind) => named[kind].flatMap(({ id, found }) => (found.doubt ? [{ fact: `${kind}/${id}`, says: found.doubt }] : [])))
}

/** The id a plan gets from its place and year: "bac-quang-2024". */
export function planIdOf(head: Head): string {
  if (head.place.name !== 'cả nước') return `${slug(bare(head.place.name), 20)}-${head.year}`
  const digits = /^\d+/.exec(head.number?.text ?? '')?.[0]
  return digits ? `${slug(head.kind, 18)}-${digits}-${head.year}` : `${slug(head.title, 24)}-${head.year}`
}

/** "Thủ tục tặng Giấy khen … về thành tích đột xuất": with and without whose it is. */
function procedureTopics(title: string): string[] {
  const about = title.replace(/^thủ tục(?: hành chính)?:?\s+/iu, '')
  const lower = about.charAt(0).toLowerCase() + about.slice(1)
  const short = lower.replace(/ của (?:Chủ tịch )?[\p{Lu}][^,;]*?(?= (?:về|cho|theo|đối với) |$)/u, '')
  return [...new Set([lower, short, ...(/ (?:về|theo) (.{6,60})$/u.exec(lower)?.slice(1) ?? [])])].filter((topic) => topic.length <= 90 && topic.split(' ').length >= 2)
}
