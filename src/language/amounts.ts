import { dayOf, addDays, toDay, type Day } from './day.ts'
import { findTimes } from './dates.ts'
import { clean } from './normalise.ts'
import { findNumbers, type FoundNumber } from './numbers.ts'
import { readUnknown, type Reading } from './replies.ts'
import { isAnswering, isQuestion, LONGEST_REPLY, replyWords, vocabularyOf, type ReplyWord } from './reply-words.ts'
import { tokenise } from './tokens.ts'

/** Replies that state a figure or a day: "3 hộ", "95,5%", "hai năm", "mùng 5 tháng 1 năm 2022". */

/** "2 hộ thôi ạ" */
const ONLY = /\s+(?:thôi|thoi)(?=(?:\s+(?:ạ|a|nha|nhé|e|em))*[\s.!]*$)/iu
const ABOUT = /[~≈<>≤≥±+]/

/** A figure in the unit that was asked for. "khoảng 90" and "90 hộ" where % is asked are unclear; range is the caller's to judge. */
export function readAmount(text: string, unit: string, question: string, says = ''): Reading<number> {
  // Before a figure an unmarked "tam" is tầm, no eight.
  const cleaned = clean(text).replaceAll('%', ' % ').replace(ONLY, '').replace(/(?<![\p{L}\d])tam(?=\s+\d)/giu, 'tầm')
  const numbers = findNumbers(cleaned)
  const unknown = numbers.length === 0 ? readUnknown(cleaned) : undefined
  if (unknown) return unknown
  const words = replyWords(cleaned, vocabularyOf(question, says, unit))
  if (words.length === 0 || isAsking(cleaned, words, numbers)) return undefined
  const [found] = numbers
  if (!found) return readNone(words, unit) ?? (isAnswering(words) ? { unclear: 'words' } : undefined)
  if (numbers.length > 1) return { unclear: 'several' }
  const rest = words.filter((word) => word.start < found.start || word.end > found.end)
  if (ABOUT.test(cleaned) || rest.some((word) => word.kind === 'hedge' || word.folded === 'len')) return { unclear: 'about' }
  if (found.value === undefined) return { unclear: 'digits' }
  if (!isUnit(cleaned.slice(found.end), unit)) return { unclear: 'unit' }
  const half = rest.find((word) => word.folded === 'ruoi')
  if (rest.some((word) => word !== half && !word.echo && !isPercent(word) && ['other', 'no', 'wrong', 'know', 'ask'].includes(word.kind))) {
    return words.length <= LONGEST_REPLY ? { unclear: 'words' } : undefined
  }
  if (rest.some((word) => word.kind === 'no')) return { unclear: 'words' }
  return { value: found.value + (half ? 0.5 : 0) }
}

/** "mấy" and "bao nhiêu" ask; so do words without a figure that end in "không". */
function isAsking(text: string, words: readonly ReplyWord[], numbers: readonly FoundNumber[]): boolean {
  const outside = words.filter((word) => !numbers.some((number) => word.start >= number.start && word.end <= number.end))
  return isQuestion(text, outside)
}

/** "chưa có hộ nào" is nought; a bare "không có" may as well be "I have no figure". */
function readNone(words: readonly ReplyWord[], unit: string): Reading<number> {
  const first = words.find((word) => word.kind !== 'filler')
  if (first?.kind !== 'no' || words.length > LONGEST_REPLY) return first?.kind === 'hedge' && words.length <= LONGEST_REPLY ? { unclear: 'about' } : undefined
  const counted = vocabularyOf(unit)
  const names = words.some((word) => counted.has(word)) && unit !== '%'
  const plain = words.every((word) => word.kind === 'filler' || word === first || word.kind === 'have' || word.echo || word.folded === 'duoc')
  return names && plain ? { value: 0 } : { unclear: 'none' }
}

/** True where what follows the figure is its unit, or nothing that could be another one. */
function isUnit(after: string, unit: string): boolean {
  if (/^\s*(?:%|phần trăm|phan tram)/iu.test(after)) return unit.startsWith('%')
  const [next] = replyWords(after, vocabularyOf(unit))
  if (!next || /^\s*[,.;!]/.test(after) || ['filler', 'yes', 'hedge'].includes(next.kind)) return true
  if (next.folded === 'ruoi') return true
  const [first] = tokenise(unit)
  if (first && (next.key === first.key || next.folded === first.folded)) return true
  // "5 người" for "5 lao động", never for households or years
  return next.folded === 'nguoi' && !/^(?:%|năm|hộ)/u.test(unit) && /lao động|cá nhân|thành viên|cán bộ|chiến s/u.test(unit)
}

function isPercent(word: ReplyWord): boolean {
  return word.folded === 'phan' || word.folded === 'tram'
}

const RELATIVE: readonly (readonly [RegExp, number])[] = [
  [/^(?:hôm nay|hom nay)$/iu, 0],
  [/^(?:hôm qua|hom qua)$/iu, -1],
  [/^(?:hôm kia|hom kia)$/iu, -2],
]

/** A whole day: "5/1/2022", "5-1-22", "mùng 5 tháng 1 năm 2022", "hôm qua". */
export function readDayReply(text: string, today: Day, question: string): Reading<Day> {
  const cleaned = clean(text)
  const unknown = readUnknown(cleaned)
  if (unknown) return unknown
  const words = replyWords(cleaned, vocabularyOf(question))
  if (words.length === 0 || isQuestion(cleaned, words)) return undefined
  const iso = toDay(cleaned.trim())
  if (iso) return { value: iso }
  const plain = cleaned.replace(/^(?:dạ|da|vâng|vang)[\s,]+/iu, '').replace(/[\s,]+(?:ạ|a)?[\s.!]*$/iu, '').trim()
  for (const [pattern, shift] of RELATIVE) if (pattern.test(plain)) return { value: addDays(today, shift) }
  const times = findTimes(cleaned)
  if (times.length > 1) return { unclear: 'several' }
  const [time] = times
  if (!time && isAnswering(words) && !/\d/.test(cleaned)) return { unclear: 'words' }
  if (!time) return /\d/.test(cleaned) && words.length <= LONGEST_REPLY ? { unclear: 'no-day' } : undefined
  if (time.name.kind !== 'day') return { unclear: 'no-day' }
  const rest = words.filter((word) => word.start < time.start || word.end > time.end)
  if (rest.some((word) => word.kind === 'hedge' || ['truoc', 'sau'].includes(word.folded))) return { unclear: 'about' }
  if (rest.some((word) => !word.echo && !['filler', 'yes', 'have'].includes(word.kind))) return { unclear: 'words' }
  if (typeof time.year !== 'number') return { unclear: 'no-year' }
  const day = dayOf(time.year, time.name.month, time.name.day)
  return day ? { value: day } : { unclear: 'no-day' }
}
