import { readLevel } from './level.ts'
import { findPhrase, indexesOf, phrase } from './phrase.ts'
import type { Request, Word } from './request.ts'

/** Smaller parts of a question: which award, a unit or a person, which phase, whether of oneself. */

const BANG_KHEN = phrase('bằng khen')
const GIAY_KHEN = phrase('giấy khen')
const GROUP = ['tập thể', 'đơn vị', 'cơ quan', 'xã', 'thôn', 'tổ dân phố', 'doanh nghiệp', 'trường', 'mô hình'].map(phrase)
const PERSON = ['cá nhân', 'nông dân', 'công chức', 'viên chức', 'người dân', 'cán bộ', 'quần chúng'].map(phrase)
const PHASES = ['đợt', 'giai đoạn'].map(phrase)
const NAMED_PHASE = ['thi', 'dua', 'thu']
const ORDINALS: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, dau: 1, mot: 1, nhat: 1, hai: 2, nhi: 2, ba: 3, bon: 4 }
/** "tôi", "xã em", "đơn vị mình", "nhà cháu"; not "chúng tôi xin hỏi hạn …", which the caller weighs against other cues. */
const SELF = ['tôi', 'em', 'mình', 'tui', 'chúng tôi', 'bọn em', 'con', 'cháu', 'bên em', 'nhà em', 'tụi em'].map(phrase)

type Details = Pick<Request, 'award' | 'bothAwards' | 'level' | 'kind' | 'phase' | 'self'>

/** Words that name a detail, which facts are chosen by already; and what every plan is about. */
const NAMED = [BANG_KHEN, GIAY_KHEN, ...['tập thể', 'cá nhân', 'khen thưởng', 'khen', 'thi đua', 'phong trào', 'kế hoạch', 'phấn đấu', 'đợt'].map(phrase)]

/** "hồ sơ khen thưởng", "hs đề nghị khen": here khen tells which file is meant, not that of registration. */
function ofDossier(words: readonly Word[], index: number): boolean {
  if (words[index]?.folded !== 'khen') return false
  return words.slice(Math.max(0, index - 4), index).some((word, i, before) => word.folded === 'so' && before[i - 1]?.folded === 'ho')
}

export function readDetails(words: readonly Word[]): Details {
  const has = (sought: ReturnType<typeof phrase>) => findPhrase(words, sought).length > 0
  const bang = isMeant(words, BANG_KHEN)
  const giay = isMeant(words, GIAY_KHEN)
  const group = GROUP.some(has)
  const person = PERSON.some(has)
  const phase = phasesIn(words)[0]?.number
  const level = readLevel(words)
  return {
    ...(bang !== giay && { award: bang ? ('bang-khen' as const) : ('giay-khen' as const) }),
    ...(bang && giay && { bothAwards: true as const }),
    ...(level && { level }),
    ...(group !== person && { kind: group ? ('tap-the' as const) : ('ca-nhan' as const) }),
    ...(phase && { phase }),
    self: SELF.some(has),
  }
}

/** "giấy khen, không phải bằng khen" */
function isMeant(words: readonly Word[], award: ReturnType<typeof phrase>): boolean {
  return findPhrase(words, award).some((start) => !NOT.some((sought) => findPhrase(words, sought).some((at) => at + sought.keys.length === start)))
}

const NOT = ['không phải', 'không phải là', 'không hỏi', 'chứ không phải'].map(phrase)

/** Indexes of the words that name an award, a phase, a group or a person, or nothing that tells one fact from another. */
export function detailWords(words: readonly Word[]): ReadonlySet<number> {
  const named = indexesOf(words, NAMED).filter((index) => !ofDossier(words, index))
  return new Set([...named, ...phasesIn(words).flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i))])
}

/** "đợt 1", "giai đoạn đầu", "đợt hai". */
function phasesIn(words: readonly Word[]): { number: number; start: number; end: number }[] {
  return PHASES.flatMap((sought) => findPhrase(words, sought).map((start) => ({ start, end: start + sought.keys.length + 1 }))).flatMap(({ start, end }) => {
    // "đợt thi đua thứ nhất"
    const at = NAMED_PHASE.reduce((from, word) => (words[from]?.folded === word ? from + 1 : from), end - 1)
    const number = ORDINALS[words[at]?.folded ?? ''] ?? Number(words[at]?.key)
    return Number.isInteger(number) && number > 0 && number <= 20 ? [{ number, start, end: at + 1 }] : []
  })
}
