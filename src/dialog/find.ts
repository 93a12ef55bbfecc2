import type { Check, Knowledge, Plan } from '../knowledge/types.ts'
import { preparedFor } from '../prepared.ts'
import { findPhrase, hasAny, phrase, type Phrase } from '../understand/phrase.ts'
import type { Word } from '../understand/request.ts'
import { findSubjects } from '../understand/subjects.ts'
import { readWords } from '../understand/words.ts'
import { clean } from '../language/normalise.ts'

/** Which checks a text speaks of by their subject: "tôi là nông dân", "thôn tôi", "trường em". */

export interface Found { readonly plan: Plan; readonly check: Check }

/** "tôi là cán bộ xã": a person, whatever unit is named besides. */
const SPEAKER = ['chị là', 'anh là', 'cô là', 'chú là', 'bác là', 'chị làm', 'anh làm', 'tôi là', 'em là', 'mình là', 'cháu là', 'con là', 'tui là', 'tôi làm', 'em làm', 'mình làm', 'tui làm', 'bản thân', 'bố tôi', 'mẹ tôi', 'chồng tôi', 'vợ tôi', 'nhà tôi', 'nhà em', 'gia đình tôi', 'gia đình em'].map(phrase)
const PERSON = ['cá nhân', 'một người dân', '1 người dân', 'bán chuyên trách', 'công an viên', 'trưởng thôn', 'trưởng bản', 'hiệu trưởng', 'đội viên', 'tổ viên'].map(phrase)
const GROUP = ['tập thể', 'đơn vị', 'cơ quan', 'trường', 'thôn', 'tổ dân phố', 'xã', 'phường', 'thị trấn', 'doanh nghiệp', 'công ty', 'hợp tác xã', 'mô hình', 'tổ bảo vệ', 'tổ tôi', 'tổ em', 'tổ mình', 'tổ của tôi', 'đội em', 'đội tôi', 'ban bảo vệ', 'chi hội', 'hội nông dân', 'hội phụ nữ', 'chúng tôi', 'chúng em', 'bên em', 'bên tôi'].map(phrase)
const SELF = ['tôi', 'em', 'mình', 'tui', 'cháu', 'ông', 'bà', 'anh', 'chị'].map(phrase)
/** "mình cần kiểm tra", "em xin hỏi": who speaks, and not for whom. */
const ASKS: ReadonlySet<string> = new Set(['can', 'muon', 'xin', 'nho', 'hoi', 'dinh', 'oi'])

const TARGETS = ['chỉ tiêu', 'mục tiêu'].map(phrase)
const AWARDS = ['khen', 'tiêu chuẩn', 'điều kiện', 'danh hiệu'].map(phrase)

export interface Subject {
  /** Checks whose subject is named; empty where none is. */
  readonly found: readonly Found[]
  /** A person or a unit; undefined where nothing says so. */
  readonly kind?: 'tap-the' | 'ca-nhan'
  /** True where somebody speaks of what they are themselves. */
  readonly speaker: boolean
  /** True where a person is named outright: "cá nhân". */
  readonly person: boolean
  /** True where targets are meant, false where an award is. */
  readonly targets?: boolean
}

/** What a text says of who is to be checked, and for what. */
export function readSubject(text: string, knowledge: Knowledge): Subject {
  const { lexicon, subjects } = preparedFor(knowledge).understanding
  const { words } = readWords(clean(text), lexicon)
  const has = (all: readonly Phrase[]) => hasAny(words, all)
  const speaker = has(SPEAKER)
  const kind = speaker || has(PERSON) ? 'ca-nhan' : has(GROUP) ? 'tap-the' : speaksOfSelf(words) ? 'ca-nhan' : undefined
  const targets = has(TARGETS) ? true : has(AWARDS) ? false : undefined
  return { found: findSubjects(words, subjects), speaker, person: has(PERSON), ...(kind && { kind }), ...(targets !== undefined && { targets }) }
}

function speaksOfSelf(words: readonly Word[]): boolean {
  return SELF.some((one) => findPhrase(words, one).some((at) => !ASKS.has(words[at + one.keys.length]?.folded ?? '')))
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
