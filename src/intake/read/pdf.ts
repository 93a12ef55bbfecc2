import { getDocumentProxy } from 'unpdf'
import { LIMITS } from '../limits.ts'
import { refuse, refusalOf } from '../refusal.ts'
import type { Block } from './blocks.ts'
import { blocksOfPages } from './pdf-paragraphs.ts'
import { linesOfPage, type Piece, type Line } from './pdf-lines.ts'

/** A page with fewer letters than this holds a picture of a text. */
const LETTERS_OF_A_PAGE = 30

/** A PDF's paragraphs and tables in order of reading, page headers, footers and numbers out. Throws a refusal for a scan, a locked or damaged file. */
export async function readPdf(bytes: Buffer, progress: (said: string) => void): Promise<Block[]> {
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, stopAtErrors: false })
    if (pdf.numPages > LIMITS.pages) throw refuse(`Tệp PDF có ${pdf.numPages} trang, nhiều hơn ${LIMITS.pages} trang cho phép.`)
    const pages: Line[][] = []
    for (let at = 1; at <= pdf.numPages; at++) {
      if (at % 20 === 0) progress(`Đang đọc trang ${at}/${pdf.numPages}…`)
      const page = await pdf.getPage(at)
      const content = await page.getTextContent()
      pages.push(linesOfPage(content.items.flatMap((item) => ('str' in item ? [pieceOf(item)] : []))))
      page.cleanup()
    }
    const letters = pages.flat().reduce((sum, line) => sum + line.text.length, 0)
    if (letters < LETTERS_OF_A_PAGE * pdf.numPages) throw refuse('Tệp PDF chỉ có ảnh quét, không có chữ; hãy nhận dạng chữ (OCR) trước hoặc tìm bản Word.')
    return blocksOfPages(pages)
  } catch (error) {
    if (refusalOf(error)) throw error
    if (error instanceof Error && error.name === 'PasswordException') throw refuse('Tệp PDF có mật khẩu; hãy bỏ mật khẩu rồi nhập lại.')
    throw refuse('Tệp PDF bị hỏng, không đọc được.')
  }
}

function pieceOf(item: { str: string; transform: number[]; width: number; height: number }): Piece {
  const [a = 0, b = 0, , , x = 0, y = 0] = item.transform
  return { text: item.str.normalize('NFC'), x, y, width: item.width, size: Math.hypot(a, b) || item.height || 10 }
}
