import WordExtractor from 'word-extractor'
import { refuse } from '../refusal.ts'
import type { Block } from './blocks.ts'

/** The paragraphs and tables of a Word 97–2003 file. Numbers that Word counts itself are not stored in a way that can be read back. */
export async function readDoc(bytes: Buffer): Promise<Block[]> {
  try {
    const body = (await new WordExtractor().extract(bytes)).getBody({ filterUnicode: false })
    return blocksOfBody(body)
  } catch {
    throw refuse('Tệp Word (.doc) bị hỏng hoặc có mật khẩu, không đọc được.')
  }
}

/** A cell ends in a tab, a row in one more. */
function blocksOfBody(body: string): Block[] {
  const blocks: Block[] = []
  let rows: string[][][] = []
  const flush = () => {
    if (rows.length > 0) blocks.push({ kind: 'table', rows })
    rows = []
  }
  for (const line of body.split('\n')) {
    const parts = line.split('\t\t')
    const isRow = parts.length > 1 && parts.some((part) => part.includes('\t'))
    if (isRow) {
      for (const part of parts.slice(0, -1)) if (part.trim() !== '') rows.push(part.split('\t').map((cell) => [cell.trim()]))
      const rest = parts.at(-1)?.trim() ?? ''
      if (rest !== '') {
        flush()
        blocks.push({ kind: 'paragraph', text: rest })
      }
    } else {
      flush()
      blocks.push({ kind: 'paragraph', text: line.replaceAll('\t', ' ') })
    }
  }
  flush()
  return blocks
}
