import { weekdayOf, type Day } from './day.ts'

/** Days and numbers as a Vietnamese reader writes them. */

const WEEKDAYS = ['Chủ nhật', 'thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy'] as const

/** "05/11/2024" */
export function formatDay(day: Day): string {
  return `${day.slice(8)}/${day.slice(5, 7)}/${day.slice(0, 4)}`
}

/** "thứ Ba" */
export function formatWeekday(day: Day): string {
  return WEEKDAYS[weekdayOf(day)] as string
}

/** "2,5", "1.200" */
export function formatNumber(value: number): string {
  return new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 9 }).format(value)
}

/** A small count as plans write it: "03", "12". */
export function formatCount(count: number): string {
  return String(count).padStart(2, '0')
}

/** The text with its first letter a capital. */
export function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The text with its first letter small, to go on inside a sentence. */
export function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}

/** What must not stand at the end of a text that was cut: a number, a date or its beginning, a word that leads to one. */
const BROKEN_OFF = /(?:\s+(?:\d[\d./%,:-]*|ngày|tháng|năm|quý|số|mục|khoản|điểm|điều|từ|đến|trước|sau|hết|trên|dưới|không quá|ít nhất|tối đa))+$/iu

/** Cut at a word, and not inside a number or a date, so that it is at most `length` UTF-16 units, with "…" where something is left out. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text
  const cut = text.slice(0, length - 1).toWellFormed().replace(/\ufffd$/, '')
  const space = cut.lastIndexOf(' ')
  const atWord = (space > length / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.–-]+$/u, '')
  const whole = atWord.replace(BROKEN_OFF, '').replace(/[\s,;:.–-]+$/u, '')
  return `${whole.length > length / 3 ? whole : atWord}…`
}
