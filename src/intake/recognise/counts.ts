import { findNumbers } from '../../language/numbers.ts'

/** A number as plans write small ones, as the inside of a regular expression: "03", "98,5", "hai", "mười lăm". */
export const COUNT = String.raw`(?:\d{1,3}(?:\.\d{3})+|\d{1,4}(?:[.,]\d{1,2})?|mười (?:một|hai|ba|bốn|lăm|sáu|bảy|tám|chín)|(?:hai|ba|bốn|năm) mươi(?: lăm)?|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)`

/** Its value; NaN where it is none. */
export function readCount(text: string): number {
  return findNumbers(text)[0]?.value ?? NaN
}
