import type { Block, Message, Verdict, VerdictRow } from '../answer/message.ts'
import type { Drawing, Shape } from './drawing.ts'
import { paragraphAt, rounded, written, type Lettering } from './lettering.ts'
import { drawn } from './wording.ts'

/** The end of a check as a table: the verdict, then each criterion with its mark, its words and the answer given. */

const EDGE = 16
const INDENT = 26
const MOST_ROWS = 24
const HEADLINE: Lettering = { size: 16, bold: true, fill: 'ink' }
const HEADING: Lettering = { size: 13, bold: true, fill: 'soft' }
const SAYS: Lettering = { size: 13, fill: 'ink' }
const SMALL: Lettering = { size: 11.5, fill: 'soft' }

/** Undefined where the message has no verdicts. `width` as in drawStrip. */
export function drawResult({ blocks }: Pick<Message, 'blocks'>, width: number): Drawing | undefined {
  const first = blocks.findIndex((block) => block.type === 'verdicts')
  if (first < 0) return undefined
  const headline = blocks.find((block) => block.type === 'headline')?.text ?? ''
  const shapes: Shape[] = []
  let y = EDGE
  const write = (text: string, lettering: Lettering, most: number, indent = 0) => {
    const paragraph = paragraphAt(text, EDGE + indent, y + lettering.size, width - 2 * EDGE - indent, lettering, most)
    shapes.push(...paragraph.shapes)
    y = paragraph.end - lettering.size + lettering.size * 0.2
  }
  write(headline, HEADLINE, 8)
  let left = MOST_ROWS
  for (const [index, block] of blocks.entries()) {
    if (block.type !== 'verdicts' || left <= 0) continue
    const above = blocks[index - 1]
    y += 10
    if (above?.type === 'heading') write(above.text, HEADING, 2)
    for (const row of block.rows.slice(0, left)) {
      y += 7
      shapes.push(...markOf(row.verdict, EDGE + 8, y + 8))
      write(`${row.criterion}: ${row.says}`, SAYS, 4, INDENT)
      if (row.answer !== '') write(row.answer, SMALL, 3, INDENT)
    }
    left -= block.rows.length
  }
  if (left < 0) {
    y += 6
    shapes.push(written(drawn.more(-left), EDGE + INDENT, y + 12, SMALL))
    y += 16
  }
  y += 8
  shapes.push({ tag: 'rect', at: { x: EDGE, y: rounded(y), width: width - 2 * EDGE, height: 1 }, fill: 'line' })
  y += 8
  for (const text of wordsBefore(blocks, first)) write(text, SMALL, 4)
  return { width, height: Math.ceil(y + EDGE / 2), label: drawn.result(headline), shapes }
}

/** Of which plan, on which day: the paragraphs between the verdict and the first table. */
function wordsBefore(blocks: readonly Block[], first: number): string[] {
  const headline = blocks.findIndex((block) => block.type === 'headline')
  return blocks.slice(headline + 1, first).flatMap((block) => (block.type === 'text' ? [block.text] : []))
}

function markOf(verdict: VerdictRow['verdict'], x: number, y: number): Shape[] {
  const disc: Shape = { tag: 'circle', at: { cx: rounded(x), cy: rounded(y), r: 8 }, fill: verdict }
  if (verdict === 'unknown') return [disc, written('?', x, y + 4.4, { size: 12, bold: true, fill: 'paper' }, 'middle')]
  return [disc, { tag: 'path', at: { d: STROKES[verdict](rounded(x), rounded(y)), 'stroke-width': 2, 'stroke-linecap': 'round', 'stroke-linejoin': 'round' }, stroke: 'paper' }]
}

const STROKES: Readonly<Record<Exclude<Verdict, 'unknown'>, (x: number, y: number) => string>> = {
  met: (x, y) => `M${x - 3.8} ${y + 0.2}l2.6 2.8 5-5.6`,
  unmet: (x, y) => `M${x - 3} ${y - 3}l6 6m0-6l-6 6`,
}
