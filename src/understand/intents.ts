import { CUES, DECOYS } from './cues.ts'
import { findPhrase, phrase, phraseFinder, type Phrase } from './phrase.ts'
import { asksLate } from './late.ts'
import { INTENTS, opensCheck, type Intent, type WeighedIntent, type Word } from './request.ts'

/** What kind of answer a question wants, by the cues in it. */

interface Cue {
  readonly intent: Intent
  readonly weight: number
  readonly phrase: Phrase
  /** Places in the phrase of the words in brackets. */
  readonly topic: ReadonlySet<number>
}

export interface IntentReading {
  readonly intents: readonly WeighedIntent[]
  /** Indexes of words that belong to a cue. */
  readonly explained: ReadonlySet<number>
  /** Indexes of words in cues that are asked about themselves: "nơi nhận". */
  readonly topics: ReadonlySet<number>
  /** Those of strong cues alone; all where there is none. */
  readonly outright: ReadonlySet<number>
  /** Asks what follows when a deadline is missed. */
  readonly late: boolean
}

const WEIGHTS = { strong: 1, fair: 0.6, weak: 0.3 } as const

/** "trễ một ngày thì bị xử lý thế nào" is about a deadline, whatever else its words may be cues of. */
const LOSERS_TO_LATE: readonly Intent[] = ['statement', 'check', 'duty', 'threshold', 'upcoming']

const NUMBERED_GROUPS = ['tập thể', 'cá nhân', 'người được khen'].map(phrase)

const ALL: readonly Cue[] = INTENTS.flatMap((intent) =>
  (['strong', 'fair', 'weak'] as const).flatMap((level) => (CUES[intent][level] ?? []).map((text) => ({ intent, weight: WEIGHTS[level], phrase: phrase(text), topic: topicOf(text) }))),
)

const findCues = phraseFinder(ALL)
const findDecoys = phraseFinder(DECOYS.map((text) => ({ phrase: phrase(text) })))

/** Intents with their weights, heaviest first. A cue inside a longer one ("bao nhiêu" in "bao nhiêu tập thể") does not count. */
export function readIntents(words: readonly Word[]): IntentReading {
  const hits = findCues(words)
  const all = [...hits, ...findDecoys(words)]
  // "hồ sơ khen thưởng Cần Thơ" asks for no papers.
  const isCutName = ({ end }: { end: number }) => words[end - 1]?.folded === 'can' && words[end]?.folded === 'tho'
  const counted = hits.filter((hit) => !isCutName(hit) && !all.some((other) => other.start <= hit.start && other.end >= hit.end && other.end - other.start > hit.end - hit.start))
  const weights = new Map<Intent, number>()
  const explained = new Set<number>()
  const outright = new Set<number>()
  const topics = new Set<number>()
  for (const { item: cue, start, end } of counted) {
    weights.set(cue.intent, Math.max(weights.get(cue.intent) ?? 0, cue.weight))
    for (let index = start; index < end; index++) {
      if (cue.topic.has(index - start)) topics.add(index)
      else explained.add(index)
      if (cue.weight === WEIGHTS.strong) outright.add(index)
    }
  }
  // "số lượng bằng khen được bao nhiêu cái" counts awards, "bằng khen mấy bộ" does not.
  const counts = weights.has('threshold') && !weights.has('sets') && (weights.get('quota') ?? 0) >= WEIGHTS.fair
  if (counts) {
    weights.set('quota', WEIGHTS.strong)
    weights.set('threshold', WEIGHTS.weak)
  }
  if (countsPraised(words)) {
    weights.set('quota', WEIGHTS.strong)
    weights.delete('threshold')
  }
  if (holdsFigure(words)) {
    weights.delete('check')
    weights.set('threshold', WEIGHTS.strong)
  }
  if (asksForSelf(words) || opensCheck(words)) weights.set('check', WEIGHTS.strong)
  // "cho 30 cá nhân đúng không"
  if (!weights.has('quota') && words.some((word, i) => /^\d{1,3}$/.test(word.key) && NUMBERED_GROUPS.some((group) => findPhrase(words.slice(i + 1), group)[0] === 0))) weights.set('quota', WEIGHTS.fair)
  // "1 bộ được không"
  const sets = words.findIndex((word, i) => word.key === 'bô5' && /^\d{1,2}$/.test(words[i - 1]?.key ?? ''))
  if (sets >= 0) {
    weights.set('sets', WEIGHTS.strong)
    explained.add(sets).add(sets - 1)
  }
  // "thẩm định hồ sơ đến ngày nào": of the work, not of the movement
  if (weights.get('period') === WEIGHTS.strong && UNTIL.some((sought) => findPhrase(words, sought).length > 0) && WORK.some((sought) => findPhrase(words, sought).length > 0)) {
    weights.set('period', WEIGHTS.weak)
    weights.set('deadline', WEIGHTS.strong)
  }
  if (confirmsReceiver(words)) weights.set(words.some(({ folded }) => folded === 'thang' || folded === 'luon') ? 'route' : 'addressee', WEIGHTS.strong)
  if (asksExpiry(words)) {
    weights.delete('deadline')
    weights.set('period', WEIGHTS.strong)
  }
  const late = asksLate(words)
  if (late) {
    for (const intent of LOSERS_TO_LATE) weights.delete(intent)
    weights.set('deadline', WEIGHTS.strong)
  }
  const intents = [...weights].map(([intent, weight]) => ({ intent, weight })).sort((a, b) => b.weight - a.weight)
  return { intents, explained, topics, outright: outright.size ? outright : explained, late }
}

const UNTIL = ['đến ngày nào', 'tới ngày nào', 'đến khi nào', 'tới khi nào', 'đến bao giờ', 'tới bao giờ'].map(phrase)
const WORK = ['thẩm định', 'nộp', 'nhận hồ sơ', 'gửi', 'đăng ký'].map(phrase)
const SENT: ReadonlySet<string> = new Set(['gui', 'nop', 'chuyen', 'goi'])
const RECEIVERS = ['công an', 'phòng', 'sở', 'ủy ban', 'ban chỉ đạo', 'ban thi đua', 'hội đồng', 'lên tỉnh', 'lên huyện', 'lên thị xã'].map(phrase)
const CONFIRM = ['đúng không', 'phải không', 'được không', 'đúng k', 'luôn hả', 'đúng hả', 'à'].map(phrase)
const NEAR = 6

/** "hồ sơ gửi Công an thị xã đúng không", "gửi thẳng lên Phòng Nội vụ luôn được không": a receiver is named, and the right one is asked for. */
function confirmsReceiver(words: readonly Word[]): boolean {
  const sent = words.findIndex(({ folded }) => SENT.has(folded))
  if (sent < 0 || !CONFIRM.some((sought) => findPhrase(words, sought).some((at) => at > sent && at + sought.keys.length >= words.length - 1))) return false
  return RECEIVERS.some((sought) => findPhrase(words, sought).some((at) => at > sent && at - sent <= NEAR))
}

const EXPIRY = ['hết hạn', 'hết hiệu lực', 'còn hiệu lực'].map(phrase)
const HANDED: ReadonlySet<string> = new Set(['nop', 'gui', 'so', 'cao', 'ki', 'bo', 'khen'])

/** "kế hoạch Cần Thơ bao giờ hết hạn": of the plan itself, not of what is to be handed in. */
function asksExpiry(words: readonly Word[]): boolean {
  const ofPlan = words.some(({ folded }, at) => folded === 'ke' && words[at + 1]?.folded === 'hoach')
  return ofPlan && EXPIRY.some((sought) => findPhrase(words, sought).length > 0) && !words.some(({ folded }) => HANDED.has(folded))
}

const REACHED = ['đạt chưa', 'đạt không', 'đủ chưa', 'đã đạt', 'được chưa'].map(phrase)
const OF_AWARD: ReadonlySet<string> = new Set(['khen', 'kien', 'chuan', 'chon'])

/** "tuyên truyền được 80% hộ dân, vậy đạt chưa": one figure held against its target, and no award asked for. */
function holdsFigure(words: readonly Word[]): boolean {
  const figure = words.some(({ folded }, at) => folded === 'phan' && words[at + 1]?.folded === 'tram' && /^\d/.test(words[at - 1]?.key ?? ''))
  return figure && REACHED.some((sought) => findPhrase(words, sought).length > 0) && !words.some(({ folded }) => OF_AWARD.has(folded))
}

const PRAISED_GROUPS: ReadonlySet<string> = new Set(['nguoi', 'don vi', 'ca nhan', 'tap the', 'suat', 'cai', 'xa'])
/** What somebody has to do for so many: "giúp bao nhiêu người thì được giấy khen". */
const DONE_FOR: ReadonlySet<string> = new Set(['giup', 'tao', 'cho', 'viec', 'thue', 'them', 'van', 'dong', 'tro', 'dan', 'truyen', 'duong', 'it', 'nhat', 'thieu', 'tu', 'co', 'can'])

/** "bằng khen Cần Thơ mấy người được": an award is named, and those who get it are counted. */
function countsPraised(words: readonly Word[]): boolean {
  if (!words.some(({ folded }, at) => folded === 'khen' && ['giay', 'bang'].includes(words[at - 1]?.folded ?? ''))) return false
  return words.some(({ key, folded }, at) => {
    const counts = key === 'mây1' || (folded === 'may' && words[at]?.loose === true) || (folded === 'nhieu' && words[at - 1]?.folded === 'bao')
    const before = words[folded === 'nhieu' ? at - 2 : at - 1]?.folded ?? ''
    const [one, two] = [words[at + 1]?.folded ?? '', words[at + 2]?.folded ?? '']
    const group = PRAISED_GROUPS.has(one) ? 1 : PRAISED_GROUPS.has(`${one} ${two}`) ? 2 : 0
    const after = words[at + 1 + group]?.folded
    return counts && group > 0 && !DONE_FOR.has(before) && (after === undefined || ['duoc', 'vay', 'the', 'a', 'nhi', 'thoi'].includes(after))
  })
}

const BEFORE_GIVEN: ReadonlySet<string> = new Set(['co1', 'con2', 'vân4', 'se4'])

const SPEAKER: ReadonlySet<string> = new Set(['toi', 'em', 'minh', 'chau', 'tui', 'con'])

/** "có được giấy khen Sa Pa 2020 không", "được xét khen chưa", "có khen anh ấy không": yes or no, with words in between; "em là công chức, xét giấy khen". */
function asksForSelf(words: readonly Word[]): boolean {
  const khen = words.findIndex(({ folded }) => folded === 'khen')
  const isSpeaker = words.some(({ folded }, at) => SPEAKER.has(folded) && ['la', 'lam'].includes(words[at + 1]?.folded ?? ''))
  if (isSpeaker && khen > 0 && words.slice(Math.max(0, khen - 3), khen).some(({ folded, key }) => folded === 'xet' && key !== 'xêt5') && !words.some(({ folded }) => ['gi', 'nao', 'ai', 'dau', 'sao', 'may', 'nhieu'].includes(folded))) return true
  if (words[khen - 1]?.folded === 'co' && words[khen + 1]?.folded !== 'thuong' && words.slice(khen + 1, khen + 9).some(({ key }) => key === 'không' || key === 'chưa') && !words.slice(khen + 1).some(({ folded }) => ['gi', 'nao', 'ai', 'dau', 'may'].includes(folded))) return true
  return words.some((word, at) => {
    if (word.key !== 'đươc5') return false
    const rest = words.slice(at + 1, at + 12)
    const khen = rest.slice(0, 5).findIndex((one) => one.key === 'khen')
    return khen >= 0 && rest.slice(khen + 1).some((one) => one.key === 'không' || one.key === 'chưa') && BEFORE_GIVEN.has(words[at - 1]?.key ?? '')
  })
}

function topicOf(text: string): ReadonlySet<number> {
  const topic = new Set<number>()
  let inside = false
  for (const [index, word] of text.split(' ').entries()) {
    inside ||= word.startsWith('[')
    if (inside) topic.add(index)
    if (word.endsWith(']')) inside = false
  }
  return topic
}
