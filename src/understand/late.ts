import { findPhrase, indexesOf, phrase } from './phrase.ts'
import type { Word } from './request.ts'

/** "gửi trễ một ngày có sao không": asks what follows when a deadline is missed. */

const LATE = ['trễ', 'muộn', 'chậm', 'quá hạn', 'lỡ hạn', 'sau hạn', 'hết hạn rồi', 'sau ngày'].map(phrase)
/** "trễ nhất", "chậm nhất" name the deadline itself. */
const LATEST = phrase('nhất')
const FOLLOWS = ['sao', 'xử lý', 'phạt', 'bị gì', 'hậu quả', 'có nhận', 'còn nhận', 'nhận không', 'bị loại', 'bị trừ', 'chấp nhận', 'có được'].map(phrase)

/** Indexes of the words that ask what follows: "phạt" is no matter of a plan here, nor "phát". */
export function followsIn(words: readonly Word[]): number[] {
  return indexesOf(words, FOLLOWS)
}

const SPANS: ReadonlySet<string> = new Set(['ngay', 'hom', 'bua', 'tuan', 'buoi', 'gio'])

/** Indexes of "1 ngày", "mấy hôm" in a question that asks so: by how much is no matter of any plan. */
export function lateBy(words: readonly Word[]): number[] {
  return words.flatMap((word, at) => (SPANS.has(word.folded) && (/^\d+$/.test(words[at - 1]?.key ?? '') || ['mot', 'hai', 'vai', 'may'].includes(words[at - 1]?.folded ?? '')) ? [at - 1, at] : []))
}

/** Typed without marks it is "muốn" as well as "muộn". */
const WANTS = 'muon'
const BEFORE_MUON: ReadonlySet<string> = new Set(['nop', 'gui', 'bi', 'cao', 'so', 'den', 'hoi', 'qua', 'lo', 'hoac'])
/** "muon 2 hom", "muon mat roi" */
const AFTER_MUON = /^(?:\d+|may|vai|mot|mat|qua|thi|han|roi)$/

export function asksLate(words: readonly Word[]): boolean {
  const isLate = (start: number) => words[start]?.folded !== WANTS || !words[start]?.loose || BEFORE_MUON.has(words[start - 1]?.folded ?? '') || AFTER_MUON.test(words[start + 1]?.folded ?? '')
  const missed = [...LATE.flatMap((sought) => findPhrase(words, sought).filter(isLate).map((start) => start + sought.keys.length)), ...afterDay(words)].filter((end) => !findPhrase(words, LATEST).includes(end))
  const [first] = missed.sort((a, b) => a - b)
  return first !== undefined && FOLLOWS.some((sought) => findPhrase(words, sought).some((start) => start >= first))
}

/** "nộp sau 25/10": where the day begins. */
function afterDay(words: readonly Word[]): number[] {
  return words.flatMap(({ folded }, at) => (folded === 'sau' && [1, 2].every((next) => /^\d{1,2}$/.test(words[at + next]?.key ?? '')) ? [at + 1] : []))
}
