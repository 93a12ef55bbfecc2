import type { Check, Knowledge, Plan } from '../knowledge/types.ts'
import { preparedFor } from '../prepared.ts'
import { findPhrase, phrase, type Phrase } from '../understand/phrase.ts'
import type { Word } from '../understand/request.ts'
import { readWords } from '../understand/words.ts'
import { clean } from '../language/normalise.ts'

/** Which checks a text speaks of by their subject: "tôi là nông dân", "thôn tôi", "trường em". */

export interface Found { readonly plan: Plan; readonly check: Check }

interface SubjectPhrase extends Found { readonly phrase: Phrase }

const phrases = new WeakMap<Knowledge, readonly SubjectPhrase[]>()
/** Words that hold a subject's name and mean something else: "xã" in "kinh tế - xã hội". */
const NOT_A_SUBJECT = ['xã hội', 'thị xã', 'bản thân', 'bản sao', 'bản chính', 'văn bản', 'biên bản', 'cơ quan nào', 'bản đồ'].map(phrase)

/** "tôi là cán bộ xã": a person, whatever unit is named besides. */
const SPEAKER = ['tôi là', 'em là', 'mình là', 'cháu là', 'con là', 'tui là', 'tôi làm', 'em làm', 'mình làm', 'tui làm', 'bản thân', 'bố tôi', 'mẹ tôi', 'chồng tôi', 'vợ tôi'].map(phrase)
const PERSON = ['cá nhân'].map(phrase)
const GROUP = ['tập thể', 'đơn vị', 'cơ quan', 'trường', 'thôn', 'tổ dân phố', 'xã', 'phường', 'thị trấn', 'doanh nghiệp', 'công ty', 'hợp tác xã', 'mô hình', 'tổ bảo vệ', 'tổ tôi', 'tổ em', 'tổ của tôi', 'ban bảo vệ', 'chi hội', 'hội nông dân', 'hội phụ nữ', 'chúng tôi', 'chúng em', 'bên em', 'bên tôi'].map(phrase)
const SELF = ['tôi', 'em', 'mình', 'tui', 'cháu', 'ông', 'bà', 'anh', 'chị'].map(phrase)

const TARGETS = ['chỉ tiêu', 'mục tiêu'].map(phrase)
const AWARDS = ['khen', 'tiêu chuẩn', 'điều kiện', 'danh hiệu'].map(phrase)

export interface Subject {
  /** Checks whose subject is named; empty where none is. */
  readonly found: readonly Found[]
  /** A person or a unit; undefined where nothing says so. */
  readonly kind?: 'tap-the' | 'ca-nhan'
  /** True where somebody speaks of what they are themselves. */
  readonly speaker: boolean
  /** True where targets are meant, false where an award is. */
  readonly targets?: boolean
}

/** What a text says of who is to be checked, and for what. */
export function readSubject(text: string, knowledge: Knowledge): Subject {
  const { lexicon } = preparedFor(knowledge).understanding
  const { words } = readWords(clean(text), lexicon)
  const has = (all: readonly Phrase[]) => all.some((one) => findPhrase(words, one).length > 0)
  const speaker = has(SPEAKER)
  const kind = speaker || has(PERSON) ? 'ca-nhan' : has(GROUP) ? 'tap-the' : has(SELF) ? 'ca-nhan' : undefined
  const targets = has(TARGETS) ? true : has(AWARDS) ? false : undefined
  return { found: checksNamed(words, knowledge), speaker, ...(kind && { kind }), ...(targets !== undefined && { targets }) }
}

/** The check of that id, in whichever plan it stands. */
export function findCheck(knowledge: Knowledge, id: string): Found | undefined {
  for (const plan of knowledge.plans) {
    const check = plan.checks.find((one) => one.id === id)
    if (check) return { plan, check }
  }
  return undefined
}

/** Checks whose subject a text names; none where it names none. `plan`: of this plan alone. */
export function findChecks(text: string, knowledge: Knowledge, plan?: string): Found[] {
  return readSubject(text, knowledge).found.filter((found) => plan === undefined || found.plan.id === plan)
}

/** A name inside a longer one does not count: "cán bộ xã" is no "xã". */
function checksNamed(words: readonly Word[], knowledge: Knowledge): Found[] {
  const spans = subjectPhrases(knowledge).flatMap(({ plan, check, phrase: sought }) => findPhrase(words, sought).map((start) => ({ plan, check, start, end: start + sought.keys.length })))
  const decoys = NOT_A_SUBJECT.flatMap((sought) => findPhrase(words, sought).map((start) => ({ start, end: start + sought.keys.length })))
  const all = [...spans, ...decoys]
  const kept = spans.filter((span) => !all.some((other) => other.start <= span.start && other.end >= span.end && other.end - other.start > span.end - span.start))
  const seen = new Set<Check>()
  return kept.filter(({ check }) => !seen.has(check) && seen.add(check)).map(({ plan, check }) => ({ plan, check }))
}

function subjectPhrases(knowledge: Knowledge): readonly SubjectPhrase[] {
  let found = phrases.get(knowledge)
  if (!found) {
    found = knowledge.plans.flatMap((plan) => plan.checks.flatMap((check) => [...new Set([...check.subject.name.split(/[,;]/), ...(check.subject.words ?? [])])].map((name) => ({ plan, check, phrase: phrase(name) }))))
    phrases.set(knowledge, found)
  }
  return found
}
