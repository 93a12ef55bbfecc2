import type { Passage } from '../passages.ts'

/** A row of a table with the cells of its heading row, which say what stands in each column. */
export interface Row {
  readonly at: Passage
  readonly cells: readonly string[]
}
export interface Table {
  readonly heading: readonly string[]
  readonly rows: readonly Row[]
}

export const isRow = (passage: Passage) => passage.text.startsWith('|')
export const cellsOf = (row: string) => row.split('|').slice(1, -1).map((cell) => cell.trim())

/** The tables of a text whose first row is a heading of this kind; rows of another width are left out. */
export function tablesIn(passages: readonly Passage[], isHeading: (cells: readonly string[]) => boolean): Table[] {
  const tables: { heading: readonly string[]; rows: Row[] }[] = []
  let open = false
  for (const at of passages) {
    const cells = isRow(at) ? cellsOf(at.text) : undefined
    if (cells && isHeading(cells)) tables.push({ heading: cells, rows: [] })
    else if (cells && open && cells.length === tables.at(-1)?.heading.length) tables.at(-1)?.rows.push({ at, cells })
    open = cells !== undefined && (open || isHeading(cells))
  }
  return tables
}
