/** A PDF with text in it, as small as the format lets it be: every letter its UTF-16 code, no font inside, a map back to Unicode. */

export interface PdfLine {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size?: number
}

const hex = (text: string) => [...text].map((letter) => letter.charCodeAt(0).toString(16).padStart(4, '0')).join('')
/** Half the letter's size is near enough to any letter's width. */
const WIDTH = 500

export function pdfOf(pages: readonly (readonly PdfLine[])[]): Buffer {
  const letters = [...new Set(pages.flat().flatMap((line) => [...line.text]))].map((letter) => letter.charCodeAt(0)).sort((a, b) => a - b)
  const map = letters.map((code) => `<${code.toString(16).padStart(4, '0')}> <${code.toString(16).padStart(4, '0')}>`)
  const chunks: string[] = []
  for (let at = 0; at < map.length; at += 100) chunks.push(`${Math.min(100, map.length - at)} beginbfchar\n${map.slice(at, at + 100).join('\n')}\nendbfchar`)
  const cmap = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange\n${chunks.join('\n')}\nendcmap end end`
  const stream = (content: string) => `<< /Length ${Buffer.byteLength(content, 'latin1')} >>\nstream\n${content}\nendstream`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${7 + at * 2} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /Own /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 6 0 R >>',
    `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Own /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R /DW ${WIDTH} >>`,
    '<< /Type /FontDescriptor /FontName /Own /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
    stream(cmap),
    ...pages.flatMap((lines, at) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${8 + at * 2} 0 R >>`,
      stream(lines.map(({ text, x, y, size = 13 }) => `BT /F ${size} Tf ${x} ${y} Td <${hex(text)}> Tj ET`).join('\n')),
    ]),
  ]
  let body = '%PDF-1.5\n'
  const offsets = objects.map((object, at) => {
    const offset = Buffer.byteLength(body, 'latin1')
    body += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const start = Buffer.byteLength(body, 'latin1')
  body += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n `).join('\n')}\ntrailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`
  return Buffer.from(body, 'latin1')
}

const LEFT = 85
const PER_LINE = 70
const LETTER = 6.5

/**
 * Sets paragraphs on pages as Word does: first line set in, broken at the page's width, a running foot and page numbers.
 * A paragraph given as two texts stands in two columns.
 */
export function pdfPages(paragraphs: readonly (string | readonly [string, string])[]): Buffer {
  const pages: PdfLine[][] = [[]]
  let y = 760
  const put = (text: string, x: number) => {
    pages.at(-1)?.push({ text, x, y })
  }
  const next = () => {
    y -= 18
    if (y < 90) {
      pages.push([])
      y = 760
    }
  }
  for (const paragraph of paragraphs) {
    if (typeof paragraph !== 'string') {
      const [left, right] = paragraph.map((side) => side.split('\n')) as [string[], string[]]
      for (let at = 0; at < Math.max(left.length, right.length); at++) {
        if (left[at]) put(left[at] ?? '', LEFT)
        if (right[at]) put(right[at] ?? '', 330)
        next()
      }
      y -= 12
      continue
    }
    let x = LEFT + 28
    for (const line of wrapped(paragraph)) {
      put(line, x)
      x = LEFT
      next()
    }
    y -= 4
  }
  return pdfOf(pages.map((lines, at) => [...lines, ...(at > 0 ? [{ text: String(at + 1), x: 297, y: 800 }] : []), { text: `Văn thư huyện Mường Lai - bản điện tử ${at + 1}`, x: LEFT, y: 40, size: 9 }]))
}

function wrapped(text: string): string[] {
  const lines: string[] = ['']
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? ''
    if ((line.length + word.length + 1 + (lines.length === 1 ? 28 / LETTER : 0)) > PER_LINE) lines.push(word)
    else lines[lines.length - 1] = line ? `${line} ${word}` : word
  }
  return lines
}
