import WordOleExtractor from 'word-extractor/lib/word-ole-extractor.js'
import { refuse } from '../refusal.ts'
import type { Block } from './blocks.ts'

const [CELL_END, ROW_END] = ['\x07', '\n']
/** "ỦY BAN NHÂN DÂN", "XÃ VÂN THỦY", a line, "Số: 37/KH-UBND": the left cell of a letterhead. */
const MOST_LETTERHEAD_LINES = 6
const MOST_CELL_LINES = 2

/**
 * The paragraphs and tables of a Word 97–2003 file. The library's own text tells a cell's end from a tab no more, so its
 * stored text is read. Numbers that Word counts itself are not stored in a way that can be read back.
 */
export async function readDoc(bytes: Buffer): Promise<Block[]> {
  const extractor = new WordOleExtractor()
  try {
    await extractor.extract(readerOf(bytes))
  } catch {
    throw refuse('Tệp Word (.doc) bị hỏng hoặc có mật khẩu, không đọc được.')
  }
  const body = extractor._pieces.map(({ text }) => text).join('').slice(0, extractor._boundaries.ccpText)
  return blocksOfBody(shownText(body))
}

/** A place outside the file reads as nothing: the library loses an error thrown here on its way. */
function readerOf(bytes: Buffer) {
  return {
    read: (into: Buffer, offset: number, length: number, position: number) => {
      if (position >= 0 && position < bytes.length) bytes.copy(into, offset, position, Math.min(position + length, bytes.length))
      return Promise.resolve(into)
    },
  }
}

/** Without the codes of fields ("PAGE", "HYPERLINK …"; their results stay), pictures, notes and soft hyphens. */
function shownText(body: string): string {
  const parts: string[] = []
  const open: { inCode: boolean }[] = []
  for (const part of body.split(/([\x13-\x15])/)) {
    if (part === '\x13') open.push({ inCode: true })
    else if (part === '\x14') open.splice(-1, 1, { inCode: false })
    else if (part === '\x15') open.pop()
    else if (open.every(({ inCode }) => !inCode)) parts.push(part)
  }
  return parts.join('').replace(/[\x00-\x06\x08\x1f\xad]/g, '').replaceAll('\x1e', '-')
}

/**
 * Paragraphs end in a carriage return, cells in their mark, rows in a line feed (put there by the library). Where a row's
 * first cell begins is not said: paragraphs before it are taken for its own where they are few.
 */
function blocksOfBody(body: string): Block[] {
  const blocks: Block[] = []
  let rows: string[][][] = []
  const paragraphs = (texts: readonly string[]) => {
    if (rows.length > 0) blocks.push({ kind: 'table', rows })
    rows = []
    blocks.push(...texts.map((text): Block => ({ kind: 'paragraph', text })))
  }
  const stretches = body.split(ROW_END)
  for (const [at, stretch] of stretches.slice(0, -1).entries()) {
    const [first = [], ...others] = stretch.split(CELL_END).slice(0, -1).map(linesOf)
    const isOpening = first.length <= (at === 0 ? MOST_LETTERHEAD_LINES : MOST_CELL_LINES)
    if (!isOpening) paragraphs(first.slice(0, -1))
    if (others.length > 0) rows.push([isOpening ? first : first.slice(-1), ...others])
    else paragraphs(isOpening ? first : first.slice(-1))
  }
  paragraphs((stretches.at(-1) ?? '').split(CELL_END).flatMap(linesOf))
  return blocks
}

const linesOf = (text: string) => text.replaceAll('\t', ' ').split(/[\r\f\v]/)
