/** What belongs to the paper and not to the text: page numbers, running heads and feet. */

/** "3", "- 3 -", "Trang 3/10", "Page 3 of 10", "3 | Trang". */
const PAGE_NUMBER = /^\s*(?:[-–—|.\s]*\d{1,4}[-–—|.\s]*|(?:trang|page|tr\.)\s*(?:số\s*)?:?\s*\d{1,4}(?:\s*(?:\/|of|trên)\s*\d{1,4})?|\d{1,4}\s*(?:\/|\|)\s*(?:\d{1,4}|trang|page))\s*$/iu
/** How many lines at either end of a page may be running ones. */
const EDGE = 3
/** On how many pages, and which share of them, a line must come again to be one. */
const REPEATS = 3
const SHARE = 0.5
const LONGEST_RUNNING_LINE = 140

export const isPageNumber = (line: string) => PAGE_NUMBER.test(line)

/** The pages' lines without page numbers and without the lines that most pages begin or end with. */
export function withoutFurniture<T extends { readonly text: string }>(pages: readonly (readonly T[])[]): T[][] {
  const seen = new Map<string, number>()
  for (const lines of pages) for (const key of new Set(edges(lines).map((line) => likeness(line.text)))) seen.set(key, (seen.get(key) ?? 0) + 1)
  const enough = Math.max(REPEATS, pages.length * SHARE)
  return pages.map((lines) => {
    const edge = new Set(edges(lines))
    return lines.filter((line) => !edge.has(line) || !(isPageNumber(line.text) || (line.text.length <= LONGEST_RUNNING_LINE && (seen.get(likeness(line.text)) ?? 0) >= enough)))
  })
}

function edges<T>(lines: readonly T[]): T[] {
  return [...new Set([...lines.slice(0, EDGE), ...lines.slice(-EDGE)])]
}

const likeness = (text: string) => text.toLowerCase().replace(/\d+/g, '0').replace(/\s+/g, ' ').trim()
