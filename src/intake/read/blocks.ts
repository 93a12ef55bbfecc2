/** What every reader hands on: paragraphs and tables in the order of reading. */
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Rows of cells, a cell as its paragraphs. */
  | { readonly kind: 'table'; readonly rows: readonly (readonly (readonly string[])[])[] }

/**
 * Marks bold words the way plan.md does where they open a paragraph, as headings without a number are told by them;
 * bold further on is emphasis and left out.
 */
export function withBold(runs: readonly { readonly text: string; readonly bold: boolean }[]): string {
  const whole = runs.map((run) => run.text).join('')
  let bold = ''
  for (const run of runs) {
    if (!run.bold && run.text.trim()) break
    bold += run.text
  }
  const words = bold.trim()
  if (!words || !/\p{L}/u.test(words)) return whole
  const at = whole.indexOf(words)
  return `${whole.slice(0, at)}**${words}**${whole.slice(at + words.length)}`
}

/** A cell of a table as a file gives it: what it holds, and how many columns and rows it covers. */
export interface Spanning {
  readonly texts: readonly string[]
  readonly columns: number
  readonly rows: number
}

/** No honest table is as wide or its cells as tall; a hostile one must not fill the memory. */
const MOST_SPANNED = 40

/** The rows with an empty cell wherever one above or to the left reaches, so that every column keeps its place. */
export function gridOf(rows: readonly (readonly Spanning[])[]): string[][][] {
  let reaching: number[] = []
  return rows.map((row) => {
    const cells: string[][] = []
    const next: number[] = []
    const fill = () => {
      for (let left = reaching[cells.length] ?? 0; left > 0; left = reaching[cells.length] ?? 0) {
        next[cells.length] = left - 1
        cells.push([])
      }
    }
    for (const { texts, columns, rows: height } of row) {
      fill()
      for (let at = 0; at < Math.min(Math.max(1, columns), MOST_SPANNED); at++) {
        next[cells.length] = Math.min(height, 1_000) - 1
        cells.push(at === 0 ? [...texts] : [])
      }
    }
    fill()
    reaching = next
    return cells
  })
}
