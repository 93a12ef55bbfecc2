import type { Threshold } from '../../knowledge/types.ts'

export type Comparison = Threshold['comparison']

/** Words before and behind a figure that say how it binds: "ít nhất", "từ … trở lên", "trên", "không quá", "≥". */
const BEFORE: readonly (readonly [Comparison, RegExp])[] = [
  ['at_least', /(?:ít nhất|tối thiểu|không (?:được )?(?:dưới|thấp hơn|ít hơn|nhỏ hơn)|≥|>=|bằng hoặc (?:cao|lớn) hơn)(?: (?:là|phải|đạt|có|từ|được))* ?$/iu],
  ['at_most', /(?:không (?:(?!nhưng |mà )\p{L}+ ){0,4}?(?:quá|vượt quá|vượt|cao hơn|lớn hơn)|tối đa|nhiều nhất|≤|<=)(?: (?:là|có))* ?$/iu],
  ['more_than', /(?:(?<!\p{L})trên|vượt(?: quá| mức)?|(?<!không )(?<!\p{L})quá|cao hơn|nhiều hơn|lớn hơn|(?<!(?:nhỏ|ít|thấp|kém) )(?<!\p{L})hơn|>)(?: (?:là|tổng số))* ?$/iu],
  ['less_than', /(?:(?<!\p{L})dưới|thấp hơn|nhỏ hơn|ít hơn|kém hơn|<)(?: (?:là|còn))* ?$/iu],
]

/** How the words around a figure bind it; undefined where they say nothing. */
export function comparisonAround(before: string, after: string): Comparison | undefined {
  if (/^\s?[^,;.()\d]{0,60}?trở lên(?!\p{L})/iu.test(after) && !/^[^,;.]{0,60}?(?:từ|loại|mức|đạt)\s[“"\p{L} ]{2,30}trở lên/iu.test(after)) return 'at_least'
  if (/^\s?[^,;.()]{0,30}?trở xuống/iu.test(after)) return 'at_most'
  for (const [comparison, pattern] of BEFORE) if (pattern.test(before.slice(-40))) return comparison
  return undefined
}
