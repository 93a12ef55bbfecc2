import type { Day } from '../language/day.ts'

/** What somebody wants to know, read from words alone: no fact has been looked at yet. */

/** What kind of answer is asked for. */
export const INTENTS = [
  'deadline', // "hạn nộp hồ sơ", "khi nào", "còn mấy ngày"
  'upcoming', // "sắp tới có hạn gì", "tháng 11 có hạn nào", "kỳ báo cáo tiếp theo"
  'period', // "kéo dài bao lâu", "đợt 1 từ ngày nào"
  'dossier', // "hồ sơ gồm gì", "cần giấy tờ gì"
  'sets', // "mấy bộ", "bản chính hay bản sao"
  'addressee', // "nộp ở đâu", "gửi cho ai"
  'threshold', // "bao nhiêu phần trăm", "ít nhất mấy mô hình"
  'criteria', // "tiêu chuẩn", "cần điều kiện gì"
  'quota', // "khen bao nhiêu tập thể"
  'award', // "có những hình thức khen nào", "ai quyết định tặng"
  'route', // "hồ sơ đi qua những đâu", "trình tự"
  'audience', // "áp dụng cho ai", "công an có thuộc diện không"
  'duty', // "phòng Nội vụ làm gì", "ai thẩm định"
  'basis', // "căn cứ văn bản nào"
  'identity', // "ai ký", "số mấy", "ban hành ngày nào"
  'statement', // "khẩu hiệu", "kinh phí lấy ở đâu"
  'mention', // "kế hoạch nói gì về cải cách hành chính"
  'check', // "tôi có được khen không"
  'plans', // "có những kế hoạch nào"
  'help',
  'greeting',
  'thanks',
] as const
export type Intent = (typeof INTENTS)[number]

/** Who gives an award: a ministry, a province (or city of that rank), a district, a commune. */
export type AwardLevel = 'bo' | 'tinh' | 'huyen' | 'xa'

/** A part of a request and where it comes from: words of this turn, or the talk so far. */
export interface Part<T> {
  readonly value: T
  readonly from: 'said' | 'implied'
  /** True where each of several values was named by itself and each is asked about. */
  readonly apart?: boolean
}

/** One syllable or number of the question after abbreviations and slips are mended. */
export interface Word {
  /** As typed, or as the abbreviation stands for. */
  readonly text: string
  /** With marks as far as they were typed: see syllableKey. */
  readonly key: string
  readonly folded: string
  /** True where the word may be compared without marks: it was typed without, in a text without, or its marks make no word here. */
  readonly loose: boolean
  /** The place in the row of words that were typed; words of one abbreviation share it. */
  readonly at: number
}

/** What a question word asks after: "mấy BỘ", "HỘI TRƯỜNG nào". */
export interface Focus {
  /** True for "mấy", "bao nhiêu": the thing is counted. */
  readonly counted: boolean
  /** Indexes of its words, one or two. */
  readonly at: readonly number[]
}

/** The time that a question speaks of; a month or quarter without a year takes the plan's. */
export type TimeMention =
  | { readonly kind: 'month'; readonly month: number; readonly year?: number }
  | { readonly kind: 'quarter'; readonly quarter: number; readonly year?: number }
  | { readonly kind: 'days'; readonly from: Day; readonly to: Day; readonly name: string }

export interface WeighedIntent {
  readonly intent: Intent
  /** In (0, 1]. */
  readonly weight: number
}

export interface Request {
  readonly text: string
  readonly words: readonly Word[]
  /** Kinds of answer, heaviest first; empty where no cue was seen. */
  readonly intents: readonly WeighedIntent[]
  /** Ids of the plans that what was said leaves possible; absent where nothing was said of plan, place or year. */
  readonly plans?: Part<readonly string[]>
  /** A place or year that was named and that no plan here has: "Đà Nẵng", "huyện Bắc Quang năm 2025"; `near` are plans one might have meant. */
  readonly missing?: { readonly what: string; readonly near: readonly string[] }
  /** Number of another text that plans here stand on or name: "quyết định 36". */
  readonly cites?: number
  /** A matter of another office named outright: "hộ chiếu". */
  readonly elsewhere?: string
  readonly award?: 'bang-khen' | 'giay-khen'
  /** True where both are named: "bằng khen hay giấy khen". */
  readonly bothAwards?: true
  readonly level?: AwardLevel
  readonly kind?: 'tap-the' | 'ca-nhan'
  /** Number of the phase: "đợt 2". */
  readonly phase?: number
  readonly time?: TimeMention
  /** The day that the question says it is asked on. */
  readonly asOf?: Day
  /** A day that the question names, to be held against a deadline: "nộp ngày 5/11 có kịp không". The year is left out where none was said. */
  readonly day?: { readonly day: number; readonly month: number; readonly year?: number }
  /** Ids of the checks whose subject is named: "nông dân", "thôn". */
  readonly checks: readonly string[]
  /** Asks what follows when a deadline is missed. */
  readonly late: boolean
  /** Speaks of oneself or one's unit: "tôi", "xã tôi", "đơn vị em". */
  readonly self: boolean
  /** Indexes of the words that neither name a plan, nor a time, nor are mere grammar: what the question is about. */
  readonly content: readonly number[]
  /** Indexes of the words that cues of the intents account for ("hồ sơ", "bao nhiêu"). */
  readonly explained: ReadonlySet<number>
  /** What the question words ask after. */
  readonly focus: readonly Focus[]
  /** Indexes of content words that belong to the story around the question. */
  readonly asides: ReadonlySet<number>
  /** Slips that were mended. */
  readonly corrections: readonly { readonly from: string; readonly to: string }[]
}

/** Indexes of the words that say what is asked about: beyond the kind of answer, and beside the story around it. */
export function ownWords({ content, explained, asides }: Pick<Request, 'content' | 'explained' | 'asides'>): number[] {
  return content.filter((at) => !explained.has(at) && !asides.has(at))
}

/** Kinds that a mere statement has the words of: "phong trào xếp loại xuất sắc". */
const TOLD: ReadonlySet<Intent> = new Set(['statement', 'criteria', 'duty', 'award', 'threshold', 'audience', 'period', 'identity', 'check'])

/** "tham gia gần hết thôi", "xã có mô hình tốt": words that tell something, and ask for nothing. */
export function onlyTells({ text, words, intents, plans }: Request): boolean {
  const asks = text.includes('?') || words.some((_, at) => asksAt(words, at))
  return !asks && plans === undefined && intents.every(({ intent, weight }) => weight < 0.6 || (TOLD.has(intent) && (weight < 1 || intent === 'threshold')))
}

/** Not "nhiều" without "bao", nor "năm nào cũng". */
function asksAt(words: readonly Word[], at: number): boolean {
  const folded = words[at]?.folded ?? ''
  if (folded === 'nhieu') return words[at - 1]?.folded === 'bao'
  return ASKING.has(folded) && words[at + 1]?.folded !== 'cung'
}

const ASKING: ReadonlySet<string> = new Set(['ai', 'nao', 'gi', 'dau', 'may', 'nhieu', 'sao'])
/** "kiểm tra hồ sơ", "kiểm tra, đôn đốc": what offices do. */
const OFFICIAL: ReadonlySet<string> = new Set(['ho so', 'viec', 'giam', 'don', 'cong tac', 'cong viec', 'va'])
/** So many words may stand before: "cho mình xin". */
const AHEAD = 3
const WISHES: ReadonlySet<string> = new Set(['xin', 'can', 'muon', 'nho', 'giup', 'cho', 'de'])
/** "nông dân Sa Pa kiểm tra giấy khen" */
const FOR: ReadonlySet<string> = new Set(['giay', 'bang', 'dieu', 'tieu', 'khen', 'cho'])
/** "…, kiểm tra giúp" */
const AFTER: ReadonlySet<string> = new Set(['giup', 'ho', 'voi', 'thu', 'xem', 'di', 'nhe', 'nha', 'a', 'dum', 'gium', 'em', 'toi', 'minh'])

/** "kiểm tra cán bộ Bắc Quang", "phòng giáo dục, xin kiểm tra cho tập thể", "tổ trưởng mô hình, kiểm tra giúp": told to check, and nothing is asked. */
export function opensCheck(words: readonly Word[]): boolean {
  const at = words.findIndex(({ folded }, index) => folded === 'kiem' && words[index + 1]?.folded === 'tra')
  if (at < 0 || words.length < AHEAD || words.some(({ folded }) => ASKING.has(folded))) return false
  const rest = words.slice(at + 2)
  if (rest.length > 0 && rest.every(({ folded }) => AFTER.has(folded))) return true
  const [next, second] = rest
  if (!next) return at > 0
  return (at <= AHEAD || WISHES.has(words[at - 1]?.folded ?? '') || FOR.has(next.folded)) && !OFFICIAL.has(next.folded) && !OFFICIAL.has(`${next.folded} ${second?.folded}`)
}
