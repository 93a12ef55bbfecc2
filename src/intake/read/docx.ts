import mammoth from 'mammoth'
import { refusalOf, refuse } from '../refusal.ts'
import { gridOf, withBold, type Block } from './blocks.ts'
import { spellOutNumbers } from './numbering.ts'
import { openZip } from './zip.ts'

/** The parts of mammoth's document model that are read here. */
interface Node {
  readonly type: string
  readonly value?: string
  readonly font?: string | null
  readonly isBold?: boolean
  readonly isHidden?: boolean
  readonly colSpan?: number
  readonly rowSpan?: number
  readonly children?: readonly Node[]
}

/**
 * A Word file's paragraphs and tables in order. `convert` turns one run's words from a legacy font into Unicode.
 * Headers and footers are parts of their own in a .docx and never come along. Throws a refusal for a damaged or encrypted file.
 */
export async function readDocx(bytes: Buffer, convert: (text: string, font: string) => string): Promise<Block[]> {
  const zip = openZip(bytes)
  if (zip.has('EncryptedPackage')) throw refuse('Tệp có mật khẩu; hãy bỏ mật khẩu rồi nhập lại.')
  if (!zip.has('[Content_Types].xml') || !zip.has('word/document.xml')) throw refuse('Tệp không phải văn bản Word (.docx) hoặc đã hỏng.')
  const xml = (name: string) => (zip.has(name) ? zip.read(name).toString('utf8') : undefined)
  const documentXml = spellOutNumbers(xml('word/document.xml') ?? '', xml('word/numbering.xml'), xml('word/styles.xml'))
  const parts = {
    exists: (name: string) => zip.has(name) && !/\.(?:png|jpe?g|gif|emf|wmf|bin)$/i.test(name),
    read: (name: string, encoding?: string) => {
      const part = name === 'word/document.xml' ? Buffer.from(documentXml) : zip.read(name)
      return Promise.resolve(encoding === 'base64' ? part.toString('base64') : encoding ? part.toString('utf8') : new Uint8Array(part))
    },
  }
  try {
    return ((await documentOf(parts))?.children ?? []).flatMap((node) => blocksOf(node, convert))
  } catch (error) {
    throw refusalOf(error) === undefined ? refuse('Tệp Word (.docx) bị hỏng, không đọc được.') : error
  }
}

/** mammoth takes an opened package as `file`; its own unpacking knows no limits of size. Throws what it throws on broken XML. */
async function documentOf(parts: object): Promise<Node | undefined> {
  let found: Node | undefined
  await mammoth.convertToHtml({ file: parts } as unknown as Parameters<typeof mammoth.convertToHtml>[0], {
    transformDocument: (document: Node) => {
      found = document
      return { ...document, children: [] }
    },
  })
  return found
}

function blocksOf(node: Node, convert: (text: string, font: string) => string): Block[] {
  if (node.type === 'paragraph') return [{ kind: 'paragraph', text: textOf(node, convert) }]
  if (node.type !== 'table') return (node.children ?? []).flatMap((child) => blocksOf(child, convert))
  const rows = (node.children ?? []).filter((row) => row.type === 'tableRow')
  return [{ kind: 'table', rows: gridOf(rows.map((row) => (row.children ?? []).map((cell) => ({ texts: (cell.children ?? []).flatMap((child) => cellTexts(child, convert)), columns: cell.colSpan ?? 1, rows: cell.rowSpan ?? 1 })))) }]
}

function cellTexts(node: Node, convert: (text: string, font: string) => string): string[] {
  return blocksOf(node, convert).flatMap((block) => (block.kind === 'paragraph' ? [block.text] : block.rows.flat(2)))
}

function textOf(paragraph: Node, convert: (text: string, font: string) => string): string {
  const runs: { text: string; bold: boolean }[] = []
  const walk = (node: Node, font: string, bold: boolean) => {
    if (node.type === 'text') runs.push({ text: convert(node.value ?? '', font), bold })
    else if (node.type === 'tab') runs.push({ text: ' ', bold })
    else if (node.type === 'break') runs.push({ text: '\n', bold })
    else if (node.type === 'run') for (const child of node.children ?? []) walk(child, node.font ?? font, node.isBold === true)
    else for (const child of node.children ?? []) walk(child, font, bold)
  }
  walk(paragraph, '', false)
  return withBold(runs)
}
