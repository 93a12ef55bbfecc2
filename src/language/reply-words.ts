import { fold, syllableKey } from './normalise.ts'
import { findNumbers } from './numbers.ts'
import { tokenise, type Token } from './tokens.ts'

/** The words a short reply to a question is made of, told apart syllable by syllable. */

/** `have`: "có", which says yes to a plain question and nothing certain to one put negatively. `filler`: politeness and grammar. */
type ReplyKind = 'yes' | 'have' | 'no' | 'wrong' | 'know' | 'hedge' | 'ask' | 'filler' | 'other'

export interface ReplyWord extends Token {
  readonly kind: ReplyKind
  /** True where the question itself uses it: "chưa có sáng kiến" to "… có sáng kiến …?" */
  readonly echo: boolean
}

const KINDS: Readonly<Record<Exclude<ReplyKind, 'other'>, string>> = {
  yes: 'rồi rùi roài đạt được đc dc đúng phải ừ ừm uh uhm um ukm ờ ok oke okie okay yes yep yeah đã đủ xong hoàn thành vâng chính xác chuẩn đồng ý hết r',
  have: 'có c',
  no: 'không ko k kh khg hk hông hong hok hem hổng khum chưa chẳng chả no nope',
  wrong: 'sai',
  know: 'rõ biết bít bik nhớ nắm chắc',
  hedge: 'hơi gần khoảng tầm chừng cỡ ước đoán nghe nghĩ vài dăm hơn trên dưới đến tới',
  ask: 'nào gì đâu sao ai mấy bao hả nhỉ',
  filler: 'dạ ạ nhé nha nhá nhe thưa em anh chị tôi tui mình cháu con bác cô chú ông bà ơi mà thì là ấy đó đấy vậy thế nè này đây ad bot bạn e cả đều cũng vẫn luôn chúng nữa hiện ah à ủa chắn vị đơn bên cái',
}

/** Hedges of two syllables; either alone is an ordinary word: "mô hình", "tập thể". */
const HEDGES = ['hình như', 'gần như', 'hầu như', 'có lẽ', 'có thể', 'ít nhất', 'nhiều nhất', 'tối thiểu', 'tối đa', 'xấp xỉ', 'dự kiến', 'ước chừng']
const HEDGE_KEYS = new Set(HEDGES.map((text) => text.split(' ').map(syllableKey).join(' ')))
// Unmarked "toi da" is "tôi đã" as well.
const HEDGE_FOLDED = new Set(HEDGES.map((text) => fold(text)).filter((text) => text !== 'toi da'))

const BY_KEY = new Map<string, ReplyKind>()
const BY_FOLDED = new Map<string, ReplyKind>()
for (const [kind, words] of Object.entries(KINDS) as [ReplyKind, string][]) {
  for (const word of words.split(' ')) {
    BY_KEY.set(syllableKey(word), kind)
    const folded = syllableKey(fold(word))
    if (!BY_FOLDED.has(folded)) BY_FOLDED.set(folded, kind)
  }
}
// Unmarked "a" is "ạ", "toi" is "tôi" before "tới", and "da" may be "đã" as well as "dạ": none answers by itself.
for (const word of ['a', 'da', 'toi']) BY_FOLDED.set(word, 'filler')

/** Compares syllable for syllable; what was typed without marks by its letters alone. */
export interface Vocabulary {
  has(token: Token): boolean
}

export function vocabularyOf(...texts: readonly string[]): Vocabulary {
  const tokens = texts.flatMap((text) => tokenise(text))
  const keys = new Set(tokens.map((token) => bare(token.key)))
  const folded = new Set(tokens.map((token) => bare(token.folded)))
  return { has: (token) => keys.has(bare(token.key)) || (isUnmarked(token) && folded.has(bare(token.folded))) }
}

/** "01" and "1" alike. */
function bare(syllable: string): string {
  return /^\d+$/.test(syllable) ? String(Number(syllable)) : syllable
}

function isUnmarked(token: Token): boolean {
  return token.key === token.folded
}

/** The words of a cleaned reply; `echo` holds the words of the question. */
export function replyWords(text: string, echo: Vocabulary): ReplyWord[] {
  const tokens = tokenise(text)
  const kinds = tokens.map(kindOf)
  const denied = kinds.indexOf('no')
  return tokens.map((token, at) => ({ ...token, kind: kindBeside(tokens, at, denied >= 0 && denied < at) ?? (kinds[at] as ReplyKind), echo: echo.has(token) }))
}

/** Where the neighbours decide what a word is; `denied`: "không" or "chưa" stands before. */
function kindBeside(tokens: readonly Token[], at: number, denied: boolean): ReplyKind | undefined {
  const token = tokens[at] as Token
  const next = tokens[at + 1]?.folded ?? ''
  // The "nào" of "chưa có hộ nào" asks nothing.
  if (denied && ['nao', 'ai', 'gi'].includes(token.folded)) return 'filler'
  // "năm nào cũng có", "rồi còn gì"
  if (isAsked(token) && (next === 'cung' || (tokens[at - 1]?.folded === 'con' && tokens[at - 2]?.folded === 'roi'))) return 'filler'
  if (isUnmarked(token) && token.folded === 'dau' && ['thang', 'nam', 'tuan', 'quy', 'dot', 'ki'].includes(next)) return 'other'
  // "báo cáo tốt", "hồi tháng 6" typed without marks
  if (token.folded === 'bao' && !['nhieu', 'gio', 'lau', 'nhiu'].includes(next)) return 'other'
  if (isUnmarked(token) && token.folded === 'hoi' && ['thang', 'nam', 'dau', 'cuoi', 'truoc', 'nay', 'sang'].includes(next)) return 'filler'
  // "chắc chắn có", but not "không chắc chắn"
  if (!denied && token.folded === 'chac' && next === 'chan') return 'filler'
  if (isHedge(token, tokens[at + 1]) || isHedge(tokens[at - 1], token)) return 'hedge'
  if (!isUnmarked(token)) return undefined
  // "chung toi" is "chúng tôi", "toi 90" is "tới 90".
  if (token.folded === 'chung' && ['toi', 'em', 'ta', 'minh'].includes(next)) return 'filler'
  return token.folded === 'toi' && /^\d/.test(next) ? 'hedge' : undefined
}

function isAsked({ folded }: Token): boolean {
  return ['nao', 'ai', 'gi', 'dau', 'sao'].includes(folded)
}

function isHedge(first: Token | undefined, second: Token | undefined): boolean {
  if (!first || !second) return false
  return HEDGE_KEYS.has(`${first.key} ${second.key}`) || (isUnmarked(first) && isUnmarked(second) && HEDGE_FOLDED.has(`${first.folded} ${second.folded}`))
}

function kindOf(token: Token): ReplyKind {
  return BY_KEY.get(token.key) ?? (isUnmarked(token) ? BY_FOLDED.get(token.folded) : undefined) ?? 'other'
}

/** A text of more words than this that was not understood is no slip of a reply. */
export const LONGEST_REPLY = 12

/** True where the text opens like an answer, however it goes on ("có mô hình nhưng chưa xếp loại"), or is little more than a figure or a day. */
export function isAnswering(words: readonly ReplyWord[]): boolean {
  const first = words.find((word) => word.kind !== 'filler')
  if (!first || words.length > LONGEST_REPLY) return false
  if (first.kind !== 'other' && first.kind !== 'ask') return true
  return words.length <= 3 && findNumbers(words.map((word) => word.text).join(' ')).length > 0
}

/** True for "hạn nộp khi nào?", "có mấy bộ", "được không ạ": somebody asks, and does not answer. A lone "?" is no question. */
export function isQuestion(text: string, words: readonly ReplyWord[]): boolean {
  if (words.length === 0) return false
  if (text.includes('?')) return true
  const said = words.filter((word) => word.kind !== 'filler')
  const first = said[0]
  const last = said.at(-1)
  if (said.some((word) => word.kind === 'ask')) return true
  if (first?.kind === 'have' && said[1]?.folded === 'phai') return true
  if (words.at(-1)?.text === 'à') return true
  return said.length > 1 && last?.kind === 'no' && (first?.kind !== 'no' || said.some((word) => word.kind === 'other'))
}

/** A phrase as it is compared with replies: without politeness, and read with marks or without. */
export function replyPhrase(text: string): readonly ReplyWord[] {
  return replyWords(text, NOTHING).filter((word) => word.kind !== 'filler')
}

const NOTHING: Vocabulary = { has: () => false }

/** True where these words, politeness left out, are one of the phrases. */
export function isOneOf(words: readonly ReplyWord[], phrases: readonly (readonly ReplyWord[])[]): boolean {
  return phrases.some((phrase) => phrase.length === words.length && words.every((word, at) => word.key === phrase[at]?.key || (isUnmarked(word) && word.folded === phrase[at]?.folded) || (isNot(word) && isNot(phrase[at]))))
}

/** "không", "ko", "hok": not "chưa". */
function isNot(word: ReplyWord | undefined): boolean {
  return word?.kind === 'no' && !['chua', 'chang', 'cha'].includes(word.folded)
}
