import { readLabel } from '../../knowledge/labels.ts'
import { clean } from '../../language/normalise.ts'
import type { Block } from '../read/blocks.ts'
import { withoutColumns } from './columns.ts'
import { joinLines } from './join.ts'
import { isPageNumber, withoutFurniture } from './pages.ts'
import { tableParagraphs } from './tables.ts'

/** plan.md of what a reader found: paragraphs parted by empty lines, tables as rows, broken sentences whole. */
export function textOfBlocks(blocks: readonly Block[]): string {
  const lines = blocks.flatMap((block) => {
    const paragraphs = block.kind === 'paragraph' ? [block.text] : tableParagraphs(block.rows)
    return paragraphs.flatMap((paragraph) => [...clean(paragraph).split('\n'), ''])
  })
  return finish(lines)
}

/** plan.md of a plain or Markdown text: the same, with page ends and lone page numbers taken out. */
export function textOfLines(source: string): string {
  const pages = source.replace(/\r\n?/g, '\n').split('\f')
  const cleaned = pages.map((page) => clean(page).split('\n').map((text) => ({ text })))
  const kept = pages.length > 1 ? withoutFurniture(cleaned.map(withoutBlankEdges)) : cleaned
  return finish(withoutColumns(kept.flat().map((line) => line.text.replaceAll('\t', '    '))))
}

function withoutBlankEdges(lines: { text: string }[]): { text: string }[] {
  const isFull = (line: { text: string }) => line.text.trim() !== ''
  const [first, last] = [lines.findIndex(isFull), lines.findLastIndex(isFull)]
  return first < 0 ? [] : lines.slice(first, last + 1)
}

function finish(lines: readonly string[]): string {
  const kept = lines.filter((_, at) => !isLonePageNumber(lines, at))
  return `${numberedFields(joinLines(kept)).join('\n\n')}\n`
}

/** A number with an empty line or the text's edge on both sides. */
function isLonePageNumber(lines: readonly string[], at: number): boolean {
  const empty = (line: string | undefined) => line === undefined || line.trim() === ''
  return isPageNumber(lines[at] ?? '') && empty(lines[at - 1]) && empty(lines[at + 1])
}

/** What the sheet of a procedure calls its parts. */
const FIELD = /^(?:\*\*)?(?:lĩnh vực|trình tự thực hiện|cách thức thực hiện|thành phần(?:, số lượng)? hồ sơ|số lượng (?:bộ )?hồ sơ|thời hạn giải quyết|thời gian (?:tiếp nhận|giải quyết)|đối tượng thực hiện|cơ quan (?:trực tiếp )?(?:thực hiện|có thẩm quyền)|nơi tiếp nhận|thẩm quyền giải quyết|kết quả thực hiện|(?:phí, )?lệ phí|yêu cầu, điều kiện|căn cứ pháp lý)[^:]{0,40}(?:\*\*)?\s*:/iu
const FIELDS_ENOUGH = 3

/** A procedure printed field by field and without a number gets numbers: a clause is found by its own. */
function numberedFields(paragraphs: readonly string[]): string[] {
  const numbered = paragraphs.some((paragraph) => (readLabel(paragraph)?.kind ?? 'bullet') !== 'bullet')
  if (numbered || paragraphs.filter((paragraph) => FIELD.test(paragraph)).length < FIELDS_ENOUGH) return [...paragraphs]
  let count = 0
  return paragraphs.map((paragraph) => (FIELD.test(paragraph) ? `${++count}. ${paragraph}` : paragraph))
}
