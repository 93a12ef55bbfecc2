import type { Check, Knowledge, Plan } from '../knowledge/types.ts'
import { phrase, phraseFinder, type Hit, type Phrase } from './phrase.ts'
import type { Word } from './request.ts'

/** Which eligibility checks a text speaks of by their subject: "tôi là nông dân", "thôn tôi", "trường em". */

interface SubjectPhrase {
  readonly plan: Plan
  readonly check: Check
  readonly phrase: Phrase
  /** True for "tập thể", "cá nhân": it names all of its kind, where nothing closer is named. */
  readonly general: boolean
}

/** Words that hold a subject's name and mean something else: "xã" in "kinh tế - xã hội". */
const NOT_A_SUBJECT = ['xã hội', 'thị xã', 'bản thân', 'bản sao', 'bản chính', 'văn bản', 'biên bản', 'cơ quan nào', 'bản đồ', 'chủ tịch xã', 'chủ tịch ủy ban nhân dân xã', 'cấp xã', 'công an xã', 'ủy ban nhân dân thị xã']
const findDecoys = phraseFinder(NOT_A_SUBJECT.map((text) => ({ phrase: phrase(text) })))

const KINDS = { 'tap-the': 'tập thể', 'ca-nhan': 'cá nhân' } as const

/** Finds the names of every check's subject. */
export type Subjects = (words: readonly Word[]) => Hit<SubjectPhrase>[]

export function readSubjects(knowledge: Knowledge): Subjects {
  const named = knowledge.plans.flatMap((plan) =>
    plan.checks.flatMap((check) => [...new Set([KINDS[check.subject.kind], ...check.subject.name.split(/[,;]/), ...(check.subject.words ?? [])])].map((name) => ({ plan, check, phrase: phrase(name), general: name === KINDS[check.subject.kind] }))),
  )
  return phraseFinder(named)
}

/** The checks whose subject the words name; a name inside a longer one does not count: "cán bộ xã" is no "xã". */
export function findSubjects(words: readonly Word[], subjects: Subjects): { plan: Plan; check: Check }[] {
  const spans = subjects(words)
  const all = [...spans, ...findDecoys(words)]
  const kept = spans.filter((span) => !all.some((other) => other.start <= span.start && other.end >= span.end && other.end - other.start > span.end - span.start))
  const closer = kept.filter(({ item }) => !item.general)
  const seen = new Set<Check>()
  return kept.filter(({ item }) => !item.general || !closer.some((one) => one.item.plan === item.plan && one.item.check.subject.kind === item.check.subject.kind)).filter(({ item }) => !seen.has(item.check) && seen.add(item.check)).map(({ item: { plan, check } }) => ({ plan, check }))
}
