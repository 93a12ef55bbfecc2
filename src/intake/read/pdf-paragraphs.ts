import { readLabel } from '../../knowledge/labels.ts'
import { withoutFurniture } from '../layout/pages.ts'
import type { Block } from './blocks.ts'
import { columnsOf, rowsOf, type Column } from './pdf-tables.ts'
import type { Line } from './pdf-lines.ts'

/** In letter sizes: how far a first line is set in, and how much of a line's end may stay empty. */
const INDENT = 0.8
const EMPTY_END = 1.2
const GAP = 1.5

/** The paragraphs and tables of all pages; what every page repeats is out. */
export function blocksOfPages(pages: readonly (readonly Line[])[]): Block[] {
  const kept = withoutFurniture(pages)
  const shape = shapeOf(kept.flat())
  const blocks: Block[] = []
  let paragraph: { text: string; last: Line; page: number; lines: number } | undefined
  const flush = () => {
    if (paragraph) blocks.push({ kind: 'paragraph', text: paragraph.text })
    paragraph = undefined
  }
  for (const [page, lines] of kept.entries()) {
    for (let at = 0; at < lines.length; at++) {
      const line = lines[at] as Line
      const table = tableAt(lines, at, shape)
      if (table) {
        flush()
        blocks.push({ kind: 'table', rows: rowsOf(lines.slice(at, table.end), table.columns) })
        at = table.end - 1
      } else if (paragraph && continues(paragraph.last, line, page === paragraph.page, paragraph.lines, shape)) {
        paragraph = { text: `${paragraph.text} ${line.text}`, last: line, page, lines: paragraph.lines + 1 }
      } else {
        flush()
        paragraph = { text: line.text, last: line, page, lines: 1 }
      }
    }
  }
  flush()
  return blocks
}

interface Shape {
  readonly left: number
  readonly right: number
  readonly pitch: number
}

function shapeOf(lines: readonly Line[]): Shape {
  const middle = (values: number[], at: number) => values.sort((a, b) => a - b)[Math.floor(values.length * at)] ?? 0
  const pitches = lines.slice(1).map((line, at) => (lines[at]?.y ?? 0) - line.y).filter((gap) => gap > 4 && gap < 60)
  return { left: middle(lines.map((line) => line.x), 0.1), right: middle(lines.map((line) => line.end), 0.9), pitch: middle(pitches, 0.5) || 18 }
}

/** A new paragraph is told by a label, a wider gap, a line that is set in, or an end where the next word would still have fitted. */
function continues(before: Line, line: Line, samePage: boolean, lines: number, shape: Shape): boolean {
  if (readLabel(line.text) && !/^\p{Ll}{2}/u.test(line.text)) return false
  if (samePage && before.y - line.y > GAP * shape.pitch) return false
  const setIn = line.x > shape.left + INDENT * line.size
  if (setIn && line.x > before.x + INDENT * line.size) return false
  // Two first lines below each other; a whole block that is set in has more of them.
  if (setIn && lines === 1 && Math.abs(line.x - before.x) < line.size / 2 && /^\p{Lu}/u.test(line.text)) return false
  const word = line.text.split(' ', 1)[0] ?? ''
  const wordWidth = ((line.end - line.x) / Math.max(line.text.length, 1)) * (word.length + 1)
  return before.end + wordWidth > shape.right - EMPTY_END * line.size
}

function tableAt(lines: readonly Line[], start: number, shape: Shape): { end: number; columns: readonly Column[] } | undefined {
  if ((lines[start]?.segments.length ?? 0) < 2) return undefined
  let columns = columnsOf([lines[start] as Line])
  let end = start + 1
  for (; end < lines.length; end++) {
    const [line, before] = [lines[end] as Line, lines[end - 1] as Line]
    if (before.y - line.y > 2.2 * shape.pitch) break
    if (line.segments.length < 2 && !fitsOneColumn(line, columns)) break
    if (line.segments.length < 2 && before.y - line.y > GAP * shape.pitch) break
    const merged = columnsOf(lines.slice(start, end + 1))
    if (merged.length < 2) break
    columns = merged
  }
  return end - start >= 2 ? { end, columns } : undefined
}

function fitsOneColumn(line: Line, columns: readonly Column[]): boolean {
  const touched = columns.filter((column) => line.x < column.end && line.end > column.x)
  return touched.length === 1 && line.x >= (touched[0]?.x ?? 0) - line.size && line.end <= (touched[0]?.end ?? 0) + 4 * line.size
}
