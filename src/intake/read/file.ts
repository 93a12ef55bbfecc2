import { LIMITS } from '../limits.ts'
import { refuse } from '../refusal.ts'
import { fromFont, oldFontOf, toUnicode, type OldFont } from '../legacy/convert.ts'
import { textOfBlocks, textOfLines } from '../layout/text.ts'
import type { Block } from './blocks.ts'
import { decodeText } from './plain.ts'

/** A file's text as plan.md will hold it, and what was noticed on the way. */
export interface ReadFile {
  readonly text: string
  readonly oldFont?: OldFont
}

const TOO_LONG = 'Văn bản quá dài, không nhận.'

type Kind = 'docx' | 'doc' | 'pdf' | 'html' | 'text'

const startsWith = (bytes: Buffer, sign: string) => bytes.subarray(0, sign.length).toString('latin1') === sign

/** What the file is by its first bytes; its name decides among texts alone. Throws a refusal for what is none of these. */
function kindOf(bytes: Buffer, name: string): Kind {
  if (startsWith(bytes, 'PK\x03\x04')) return 'docx'
  if (startsWith(bytes, '\xd0\xcf\x11\xe0')) {
    if (bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'))) throw refuse('Tệp có mật khẩu; hãy bỏ mật khẩu rồi nhập lại.')
    return 'doc'
  }
  if (bytes.subarray(0, 1024).includes('%PDF-')) return 'pdf'
  if (startsWith(bytes, '{\\rtf')) throw refuse('Chưa đọc được tệp .rtf; hãy lưu lại thành .docx rồi nhập.')
  if (/\.(?:docx?|pdf)$/i.test(name)) throw refuse('Tệp bị hỏng hoặc không đúng loại như phần đuôi của tên.')
  if (/\.(?:png|jpe?g|gif|tiff?|bmp|webp|zip|rar|7z|xlsx?|pptx?|mp[34])$/i.test(name)) throw refuse('Loại tệp này không nhập được; hãy dùng .docx, .doc, .pdf, .html, .md hoặc .txt.')
  return /\.html?$/i.test(name) ? 'html' : 'text'
}

/** The text of an upload in reading order. Throws a refusal for what cannot be read; see refusalOf. */
export async function readFileText(bytes: Buffer, name: string, progress: (said: string) => void): Promise<ReadFile> {
  if (bytes.length === 0) throw refuse('Tệp rỗng.')
  if (bytes.length > LIMITS.fileBytes) throw refuse('Tệp lớn hơn 20 MB, không nhận.')
  const kind = kindOf(bytes, name)
  progress('Đang đọc tệp…')
  const read = kind === 'text' || kind === 'html' ? await fromText(decodeText(bytes), kind) : fromBlocks(await blocksOf(kind, bytes, progress))
  if (read.text.length > LIMITS.textLength) throw refuse(TOO_LONG)
  if (read.text.replace(/[^\p{L}]/gu, '').length < 20) throw refuse('Tệp không có chữ.')
  return read
}

/** Each reader comes with a library of its own, loaded for its kind of file alone. */
async function blocksOf(kind: 'docx' | 'doc' | 'pdf', bytes: Buffer, progress: (said: string) => void): Promise<Block[]> {
  if (kind === 'docx') return (await import('./docx.ts')).readDocx(bytes, fromFont)
  return kind === 'doc' ? (await import('./doc.ts')).readDoc(bytes) : (await import('./pdf.ts')).readPdf(bytes, progress)
}

function fromBlocks(blocks: readonly Block[]): ReadFile {
  const font = oldFontOf(blocks.map((block) => (block.kind === 'paragraph' ? block.text : block.rows.flat(2).join('\n'))).join('\n'))
  if (!font) return { text: textOfBlocks(blocks) }
  const convert = (text: string) => toUnicode(text, font)
  const converted = blocks.map((block): Block => (block.kind === 'paragraph' ? { ...block, text: convert(block.text) } : { ...block, rows: block.rows.map((row) => row.map((cell) => cell.map(convert))) }))
  return { text: textOfBlocks(converted), oldFont: font }
}

async function fromText({ text: source, oldFont }: { text: string; oldFont?: OldFont }, kind: 'text' | 'html'): Promise<ReadFile> {
  if (source.includes('\0') && source.split('\0').length > source.length / 100) throw refuse('Tệp không phải văn bản.')
  if (source.length > LIMITS.textLength * (kind === 'html' ? 5 : 1.5)) throw refuse(TOO_LONG)
  const isPage = kind === 'html' || /^\s*<(?:!doctype html|html)[\s>]/i.test(source.slice(0, 500))
  return { ...(isPage ? fromBlocks((await import('./html.ts')).readHtml(source)) : { text: textOfLines(source) }), ...(oldFont ? { oldFont } : {}) }
}
