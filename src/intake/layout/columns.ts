/** Two columns drawn with spaces, as letterheads and signatures are in plain texts: read one after the other. */

const GAP = /\S {3,}\S/
const NEAR_TOP = 25
const HALF_PAGE = 18

/** "SỐ :   63/2008", "ngày 09   tháng 12": wide spaces that part nothing. */
const NO_GAP = /((?<=s[ốỐ] ?):) {2,}(?=\d)|(?<=ngày|tháng|năm|\d) {2,}(?=tháng|năm|\d)/giu
const MOTTO = /cộng h[oò][aà]+ xã hội|độc lập\s*[-–]\s*tự do/iu

/** "ỦY BAN NHÂN DÂN | CỘNG HÒA XÃ HỘI … |": a letterhead whose table was written with bars; its cells column by column. */
function withoutBars(lines: readonly string[]): string[] {
  const isBarred = (line: string | undefined) => line !== undefined && /\|/.test(line) && line.replace(/^\s*\||\|\s*$/g, '').split('|').length === 2
  const first = lines.slice(0, NEAR_TOP).findIndex((line) => isBarred(line) && MOTTO.test(line))
  if (first < 0) return [...lines]
  let [from, to] = [first, first + 1]
  while (isBarred(lines[from - 1])) from--
  while (isBarred(lines[to])) to++
  const cells = lines.slice(from, to).filter((line) => !/^[\s|:-]*$/.test(line)).map((line) => line.replace(/^\s*\||\|\s*$/g, '').split('|'))
  const column = (at: number) => cells.flatMap((row) => [(row[at] ?? '').trim(), ''])
  return [...lines.slice(0, from), ...column(0), ...column(1), ...lines.slice(to)]
}

/** The lines with side-by-side parts of the text's head and end set one below the other, left before right. */
export function withoutColumns(written: readonly string[]): string[] {
  const lines = withoutBars(written).map((line) => line.replace(NO_GAP, '$1 '))
  const recipients = lines.findLastIndex((line) => /^\s*[*_]*Nơi nhận/iu.test(line))
  const result: string[] = []
  for (let at = 0; at < lines.length; ) {
    const isPlace = at < NEAR_TOP || (recipients >= 0 && at >= recipients - 2)
    const end = isPlace && GAP.test(lines[at] ?? '') ? endOfColumns(lines, at) : at
    if (end - at >= 2) {
      result.push(...columnsIn(lines.slice(at, end)))
      at = end
    } else {
      result.push(lines[at] ?? '')
      at++
    }
  }
  return result
}

/** Columns go on over single empty lines and lines of one half, as long as one with both comes again or the text ends. */
function endOfColumns(lines: readonly string[], start: number): number {
  const border = rightStart(lines[start] ?? '')
  let end = start + 1
  for (let at = start + 1; at < Math.min(lines.length, start + 40); at++) {
    const line = lines[at] ?? ''
    if (GAP.test(line) && Math.abs(rightStart(line) - border) < HALF_PAGE) end = at + 1
    else if (line.trim() === '' ? lines[at - 1]?.trim() === '' && at - end > 4 : isFullLine(line, border)) break
    else if (indentOf(line) >= border - HALF_PAGE / 2 && indentOf(line) > 12) end = at + 1
  }
  return end
}

function columnsIn(lines: readonly string[]): string[] {
  const [left, right]: [string[], string[]] = [[], []]
  const border = Math.max(...lines.map((line) => (GAP.test(line) ? rightStart(line) : 0)))
  for (const line of lines) {
    if (GAP.test(line)) {
      const at = rightStart(line)
      left.push(line.slice(0, at).trim())
      right.push(line.slice(at).trim())
    } else if (line.trim() !== '') (indentOf(line) >= border - HALF_PAGE ? right : left).push(line.trim())
  }
  return [...left.flatMap((line) => [line, '']), ...right.flatMap((line) => [line, ''])]
}

const indentOf = (line: string) => line.length - line.trimStart().length
const isFullLine = (line: string, border: number) => indentOf(line) < border - HALF_PAGE && line.trimEnd().length > border + 6

/** Where the right part begins: behind the widest gap. */
function rightStart(line: string): number {
  let [best, start] = [0, 0]
  for (const match of line.matchAll(/(?<=\S) {3,}(?=\S)/g)) {
    if (match[0].length > best) [best, start] = [match[0].length, match.index + match[0].length]
  }
  return start
}
