import type { Line } from './pdf-lines.ts'

export interface Column {
  readonly x: number
  readonly end: number
}

/** The columns that the lines' stretches fall into: stretches that lie above one another are one column. */
export function columnsOf(lines: readonly Line[]): Column[] {
  const spans = lines.filter((line) => line.segments.length > 1).flatMap((line) => line.segments).sort((a, b) => a.x - b.x)
  const columns: { x: number; end: number }[] = []
  for (const span of spans) {
    const last = columns.at(-1)
    if (last && span.x < last.end) last.end = Math.max(last.end, span.end)
    else columns.push({ x: span.x, end: span.end })
  }
  return columns
}

/** Rows of cells; a line with nothing in the first column goes on with the row above. Cells hold their lines. */
export function rowsOf(lines: readonly Line[], columns: readonly Column[]): string[][][] {
  const rows: string[][][] = []
  for (const line of lines) {
    const cells: string[][] = columns.map(() => [])
    for (const segment of line.segments) {
      const middle = (segment.x + segment.end) / 2
      const at = columns.findIndex((column) => middle < column.end)
      cells[at < 0 ? columns.length - 1 : at]?.push(segment.text)
    }
    const above = rows.at(-1)
    if (above && cells[0]?.length === 0) for (const [at, cell] of cells.entries()) above[at]?.push(...cell)
    else rows.push(cells)
  }
  return rows
}
