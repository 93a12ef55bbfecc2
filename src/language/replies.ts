import { isAnswering, isOneOf, isQuestion, replyPhrase, replyWords, vocabularyOf, type ReplyWord, type Vocabulary } from './reply-words.ts'
import { clean, syllableKey } from './normalise.ts'
import { tokenise } from './tokens.ts'

/** Yes, no and "I do not know" as people type them: "dạ rồi ạ", "chưa", "ko bít". Nothing is guessed. */

/**
 * Why a reply could not be taken: hedged ("chắc có"), two-sided ("không phải là không có"), a bare yes or no to a question
 * put negatively, words that are not understood, several values, about ("khoảng 90"), a way of writing with two readings
 * ("1,200"), nothing ("không có", where a figure is asked), another unit, out of range, not whole, no such day, day without a year.
 */
export type Unclear = 'hedged' | 'two-sided' | 'negative' | 'words' | 'several' | 'about' | 'digits' | 'none' | 'unit' | 'range' | 'whole' | 'no-day' | 'no-year'

/** What a reply says; undefined where the text is no reply but perhaps a question. */
export type Reading<T> = { readonly value: T } | { readonly unknown: true } | { readonly unclear: Unclear } | undefined

/** `question`: what was asked, with all the words that a reply may repeat. */
export function readYesNo(text: string, question: string, says = ''): Reading<boolean> {
  const cleaned = clean(text)
  const unknown = readUnknown(cleaned)
  if (unknown) return unknown
  const echo = vocabularyOf(question, says)
  const words = replyWords(cleaned, echo)
  if (words.length === 0 || (isQuestion(cleaned, words) && !tellsOn(cleaned, echo))) return undefined
  const negative = isNegativelyPut(question)
  const parts = cleaned
    .split(/[,.;:!\n…]+/)
    .map((part) => replyWords(part, echo))
    .filter((part) => part.some((word) => word.kind !== 'filler'))
  const readings = parts.map((part) => readPart(part, negative))
  const first = readings[0]
  if (readings.every((one) => one !== undefined)) {
    const same = readings.every((one) => JSON.stringify(one) === JSON.stringify(first))
    return readings.length > 0 && same ? first : { unclear: 'two-sided' }
  }
  return readOpened(cleaned.replace(UNKNOWN_DETAIL, ''), question, says) ?? (isAnswering(words) ? { unclear: 'words' } : undefined)
}

/** "có, rất tích cực", "chưa, đang làm hồ sơ": opens with a plain yes or no, and what goes on takes nothing back. */
function readOpened(text: string, question: string, says: string): Reading<boolean> {
  if (isNegativelyPut(question)) return undefined
  const echo = vocabularyOf(question, says)
  const [opening = '', ...further] = text.split(CLAUSE)
  const said = replyWords(opening, echo).filter((word) => word.kind !== 'filler')
  const [head, ...rest] = said.slice(said.findIndex((word) => !SUBJECTS.has(word.folded)))
  if (!head || rest.some(isSoft)) return undefined
  const later = further.map((part) => replyWords(part, NOTHING).filter((word) => word.kind !== 'filler')).filter((words) => words.length > 0)
  if (head.kind === 'no') return rest[0]?.kind === 'know' ? { unknown: true } : isPlainNo(rest) && !later.some(saysYes) ? { value: false } : undefined
  if (!OPENERS.has(head.folded) || (head.kind !== 'yes' && head.kind !== 'have')) return undefined
  // "có 2 cái" where three are asked for
  const figures = /\d/.test(rest[0]?.text ?? '') || (/\d/.test(text) && /\d/.test(`${question} ${says}`.replaceAll(YEAR, '')))
  const takenBack = rest.some((word, at) => word.kind === 'no' || word.kind === 'wrong' || (!word.echo && isLimit(rest, at))) || later.some(takesBack)
  return figures || takenBack ? undefined : { value: true }
}

/** "cũng có, ai nhờ gì mình cũng giúp": a plain yes or no, and a story that ends in no question word. */
function tellsOn(text: string, echo: Vocabulary): boolean {
  const [opening = '', ...further] = text.split(CLAUSE)
  const said = replyWords(opening, echo).filter((word) => word.kind !== 'filler')
  const last = replyWords(further.at(-1) ?? '', NOTHING).slice(-2)
  const opens = said.length > 0 && said.every((word) => ['yes', 'have', 'no', 'know'].includes(word.kind) || word.echo) && !isQuestion(opening, said)
  return further.length > 0 && opens && !text.includes('?') && !last.some((word) => word.kind === 'ask' || word.kind === 'no')
}

const CLAUSE = /[,.;:!\n…]+|(?=(?<!\p{L})(?:nhưng|nhung)(?!\p{L}))/u
const NOTHING = vocabularyOf()

/** "không", "chưa được công nhận": the question's own words stand behind it, or none. "không thiếu", "không dám nói" say something else. */
function isPlainNo([next, ...rest]: readonly ReplyWord[]): boolean {
  if (next === undefined) return true
  return (next.echo || next.kind === 'have' || next.kind === 'yes') && !['chi', 'nhung', 'rieng', 'phai'].includes(next.folded) && !rest.some((word) => word.kind === 'no' || word.kind === 'wrong')
}

/** "không, có …", "chưa, nhưng có …" */
function saysYes([first, second]: readonly ReplyWord[]): boolean {
  const [head] = first?.folded === 'nhung' ? [second?.folded === 'ma' ? undefined : second] : [first]
  return head?.kind === 'have' || head?.folded === 'roi' || head?.folded === 'dung' || (first?.folded === 'nhung' && second?.folded === 'ma')
}

function isLimit(words: readonly ReplyWord[], at: number): boolean {
  const word = words[at] as ReplyWord
  // "một số", "trường công lập mà"
  if (word.folded === 'so') return words[at - 1]?.folded === 'mot'
  if (word.folded === 'chi') return isOnly(words, at)
  return LIMITS.has(word.folded) && !(word.folded === 'ma' && at === words.length - 1)
}

/** A later clause that takes back some of the answer before it. */
function takesBack(words: readonly ReplyWord[]): boolean {
  const [first] = words
  return first?.kind === 'no' || words.some((word, at) => (word.folded === 'chi' ? isOnly(words, at) : TAKING_BACK.has(word.folded)) || (word.folded === 'la' && words[at - 1]?.folded === 'tinh') || (word.folded === 'ngoai' && words[at - 1]?.folded === 'nam') || (word.folded === 'truoc' && words[at - 1]?.folded === 'nam'))
}

/** "chỉ", not the one of "chỉ tiêu", "chỉ đạo", "chi hội". */
function isOnly(words: readonly ReplyWord[], at: number): boolean {
  return !['tieu', 'dao', 'huy', 'thi', 'bo', 'hoi', 'doan'].includes(words[at + 1]?.folded ?? '')
}

const TAKING_BACK: ReadonlySet<string> = new Set('nhung thieu tru sap se neu chac kha trung yeu kem thoi'.split(' '))

/** "có đăng ký nhưng không nhớ ngày": what is not known is no part of the question. */
const UNKNOWN_DETAIL = /(?<=\S)[\s,]*(?:nhưng|nhung)(?: mà| ma)? (?:không|khong|ko|k|chưa|chua|hok) (?:nhớ|nho|rõ|ro|biết|biet|nắm|nam)(?!\p{L}).*$/isu
/** A year or a day in the question is no figure to be reached. */
const YEAR = /(?:\d{1,2}[/.-]){0,2}(?<!\d)(?:19|20)\d\d(?!\d)/gu
/** Who or what is spoken of may stand before the answer: "xã em có rồi". */
const SUBJECTS: ReadonlySet<string> = new Set('xa phuong phong truong thon to cong ty nha gia dinh ban ap khoi'.split(' '))
/** Words that say yes whatever follows; "đạt", "được" and "đủ" have an object that decides. */
const OPENERS: ReadonlySet<string> = new Set(['co', 'roi', 'rui', 'xong', 'vang', 'u', 'um', 'uh', 'ok', 'da', 'dung', 'yes'])

/** "chưa đủ lắm", "có lẽ": neither yes nor no. "cá tầm", "trên" measure nothing without a figure behind them. */
function isSoft(word: ReplyWord, at: number, all: readonly ReplyWord[]): boolean {
  const measures = word.kind === 'hedge' && !MEASURES.has(word.folded)
  // "lắm" closes what it weakens; "làm" has something behind it.
  const weakens = ['han', 'chac'].includes(word.folded) || (word.folded === 'lam' && at === all.length - 1)
  return measures || weakens || (word.kind === 'hedge' && /^\d/.test(all[at + 1]?.text ?? ''))
}

const MEASURES: ReadonlySet<string> = new Set(['tam', 'hon', 'tren', 'duoi', 'den', 'toi', 'co', 'khoang', 'chung', 'gan', 'vai', 'dam'])

/** What takes back some of a plain answer before it: "có, nhưng năm ngoái", "rồi, một phần", "có, loại khá". "có, rất tích cực" takes nothing back. */
const LIMITS: ReadonlySet<string> = new Set('nhung ma ngoai truoc sau dang sap se chi mot phan so it vai nua gan thieu con tru neu tuy lai khac chac moi kha trung yeu kem thoi'.split(' '))

function readPart(words: readonly ReplyWord[], negative: boolean): Reading<boolean> {
  const said = words.filter((word) => word.kind !== 'filler' && !isPlainEcho(word))
  if (said.some((word) => ['other', 'ask', 'know'].includes(word.kind))) return said.some((word) => word.folded === 'chac') ? { unclear: 'hedged' } : undefined
  if (said.some((word) => word.kind === 'hedge')) return { unclear: 'hedged' }
  const no = said.filter((word) => word.kind === 'no' || word.kind === 'wrong')
  const yes = said.filter((word) => word.kind === 'yes' || word.kind === 'have')
  if (no.length > 1) return { unclear: 'two-sided' }
  if (negative) return readNegative(yes, no)
  if (no.length === 1) return said[0] === no[0] ? { value: false } : { unclear: 'two-sided' }
  // "xuất sắc", where that is asked
  if (yes.length === 0) return words.some((word) => word.echo && QUALITIES.has(word.folded)) || isDone(words) ? { value: true } : undefined
  // Typed without marks "dung" is "đúng" as well as "dừng".
  const plain = yes.length > 1 || yes[0]?.text.toLowerCase() !== 'dung' || words.some((word) => ['vay', 'the'].includes(word.folded))
  return plain ? { value: true } : { unclear: 'words' }
}

const QUALITIES: ReadonlySet<string> = new Set(['sac', 'cuc', 'mau'])

/** "da dang ky": without marks "dạ" looks like "đã", and either says yes before the question's own words. */
function isDone([first, ...rest]: readonly ReplyWord[]): boolean {
  return first?.folded === 'da' && rest.length > 1 && rest.every((word) => word.echo || word.kind === 'filler')
}

/** "Không có ai bị kỷ luật?": a bare "không" may agree or disagree; "đúng", "vâng" and "không đúng" are plain. */
function readNegative(yes: readonly ReplyWord[], no: readonly ReplyWord[]): Reading<boolean> {
  const plain = yes.filter((word) => word.kind === 'yes' && word.folded !== 'phai' && word.folded !== 'roi')
  if (no.length === 0) return plain.length > 0 && yes.every((word) => word.kind === 'yes') ? { value: true } : { unclear: 'negative' }
  return no[0]?.kind === 'wrong' || plain.some((word) => ['dung', 'dat'].includes(word.folded)) ? { value: false } : { unclear: 'negative' }
}

function isPlainEcho(word: ReplyWord): boolean {
  return word.echo && ['other', 'ask', 'know', 'hedge'].includes(word.kind)
}

/** True where the question itself denies something and does not end in an open "không?" or "chưa?": "Không có ai bị kỷ luật?" */
export function isNegativelyPut(question: string): boolean {
  const keys = tokenise(question).map((token) => token.key)
  while (['a5', 'ạ'].includes(keys.at(-1) ?? '')) keys.pop()
  const denies = (key: string | undefined) => key === syllableKey('không') || key === syllableKey('chưa')
  if (denies(keys.at(-1))) {
    if (!['đúng', 'phải'].map(syllableKey).includes(keys.at(-2) ?? '')) return false
    keys.splice(-2)
  }
  return keys.some(denies)
}

const GIVEN_UP = ['quên', 'quên rồi', 'chịu', 'chịu thôi', 'bó tay', 'bỏ qua', 'skip', 'bỏ qua câu này', 'bỏ qua đi'].map(replyPhrase)
const NO_INFORMATION = ['thông tin', 'số liệu', 'dữ liệu', 'kết quả', 'căn cứ'].map(replyPhrase)

/** "không rõ", "ko bít ạ", "chưa chắc", "hông nhớ", "chưa có số liệu", "?". */
export function readUnknown(text: string): { readonly unknown: true } | undefined {
  const cleaned = clean(text)
  if (/^[\s?？]+$/.test(cleaned) && /\S/.test(cleaned)) return { unknown: true }
  const words = replyWords(cleaned, vocabularyOf())
  if (words.length === 0 || isQuestion(cleaned, words)) return undefined
  const said = words.filter((word) => word.kind !== 'filler')
  if (isOneOf(said, GIVEN_UP)) return { unknown: true }
  const [first, ...rest] = said
  if (first?.kind !== 'no') return undefined
  // "chưa được rõ lắm", "không có số liệu"
  const after = rest.filter((word) => !['duoc', 'co', 'lam', 'roi', 'ngay', 'thang', 'cu', 'the', 'chinh', 'xac'].includes(word.folded))
  if (isOneOf(after, NO_INFORMATION)) return { unknown: true }
  // "không rõ nữa, công ty ít vụ việc"
  const [opening, ...more] = cleaned.split(/[,.;:!\n…]+/u)
  if (more.length > 0 && opening !== undefined && !more.some((part) => replyWords(part, vocabularyOf()).some((word) => word.kind === 'ask'))) return readUnknown(opening)
  return after.length > 0 && after.every((word) => word.kind === 'know') ? { unknown: true } : undefined
}
