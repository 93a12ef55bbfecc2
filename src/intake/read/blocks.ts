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
