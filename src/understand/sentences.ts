import { findPhrase, hasAny, phrase } from './phrase.ts'
import type { Word } from './request.ts'

/** Sentences that ask for another kind of answer than their cues alone say: what stands where decides. */

const UNTIL = ['đến ngày nào', 'tới ngày nào', 'đến khi nào', 'tới khi nào', 'đến bao giờ', 'tới bao giờ'].map(phrase)
const WORK = ['thẩm định', 'nộp', 'nhận hồ sơ', 'gửi', 'đăng ký'].map(phrase)
/** "thẩm định hồ sơ đến ngày nào": of the work, not of the movement. */
export function asksUntil(words: readonly Word[]): boolean {
  return hasAny(words, UNTIL) && hasAny(words, WORK)
}

const SENT: ReadonlySet<string> = new Set(['gui', 'nop', 'chuyen', 'goi'])
const RECEIVERS = ['công an', 'phòng', 'sở', 'ủy ban', 'ban chỉ đạo', 'ban thi đua', 'hội đồng', 'lên tỉnh', 'lên huyện', 'lên thị xã'].map(phrase)
const CONFIRM = ['đúng không', 'phải không', 'được không', 'đúng k', 'luôn hả', 'đúng hả', 'à'].map(phrase)
const NEAR = 6

/** "hồ sơ gửi Công an thị xã đúng không", "gửi thẳng lên Phòng Nội vụ luôn được không": a receiver is named, and the right one is asked for. */
export function confirmsReceiver(words: readonly Word[]): boolean {
  const sent = words.findIndex(({ folded }) => SENT.has(folded))
  if (sent < 0 || !CONFIRM.some((sought) => findPhrase(words, sought).some((at) => at > sent && at + sought.keys.length >= words.length - 1))) return false
  return RECEIVERS.some((sought) => findPhrase(words, sought).some((at) => at > sent && at - sent <= NEAR))
}

const EXPIRY = ['hết hạn', 'hết hiệu lực', 'còn hiệu lực'].map(phrase)
const HANDED: ReadonlySet<string> = new Set(['nop', 'gui', 'so', 'cao', 'ki', 'bo', 'khen'])

/** "kế hoạch Cần Thơ bao giờ hết hạn": of the plan itself, not of what is to be handed in. */
export function asksExpiry(words: readonly Word[]): boolean {
  const ofPlan = words.some(({ folded }, at) => folded === 'ke' && words[at + 1]?.folded === 'hoach')
  return ofPlan && hasAny(words, EXPIRY) && !words.some(({ folded }) => HANDED.has(folded))
}

const REACHED = ['đạt chưa', 'đạt không', 'đủ chưa', 'đã đạt', 'được chưa'].map(phrase)
const OF_AWARD: ReadonlySet<string> = new Set(['khen', 'kien', 'chuan', 'chon'])

/** "tuyên truyền được 80% hộ dân, vậy đạt chưa": one figure held against its target, and no award asked for. */
export function holdsFigure(words: readonly Word[]): boolean {
  const figure = words.some(({ folded }, at) => folded === 'phan' && words[at + 1]?.folded === 'tram' && /^\d/.test(words[at - 1]?.key ?? ''))
  return figure && hasAny(words, REACHED) && !words.some(({ folded }) => OF_AWARD.has(folded))
}

const PRAISED_GROUPS: ReadonlySet<string> = new Set(['nguoi', 'don vi', 'ca nhan', 'tap the', 'suat', 'cai', 'xa'])
/** What somebody has to do for so many: "giúp bao nhiêu người thì được giấy khen". */
const DONE_FOR: ReadonlySet<string> = new Set(['giup', 'tao', 'cho', 'viec', 'thue', 'them', 'van', 'dong', 'tro', 'dan', 'truyen', 'duong', 'it', 'nhat', 'thieu', 'tu', 'co', 'can'])

/** "bằng khen Cần Thơ mấy người được": an award is named, and those who get it are counted. */
export function countsPraised(words: readonly Word[]): boolean {
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
export function asksForSelf(words: readonly Word[]): boolean {
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
