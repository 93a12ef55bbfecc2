import { AlignmentType, CheckBox, Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import type { Block, Citation, VerdictRow } from '../answer/message.ts'
import { formatDay } from '../language/format.ts'
import { clean } from '../language/normalise.ts'
import { reportWording } from './report-wording.ts'

/** Spaces and indents in twentieths of a point, letters in half points, columns in percent of the width. */
const SPACE = 120
const INDENT = 360
const BODY = 26
const COLUMNS = [44, 12, 26, 18] as const
/** Twentieths of a point between the margins of an A4 page: programs other than Word want widths in these. */
const PAGE = 9026

/** The result of a check as a Word document (.docx), with boxes to tick before the papers. */
export async function checkReport(title: string, blocks: readonly Block[]): Promise<Uint8Array> {
  const document = new Document({
    creator: reportWording.creator,
    title: clean(title),
    styles: { default: { document: { run: { font: 'Times New Roman', size: BODY, language: { value: 'vi-VN' } }, paragraph: { spacing: { after: SPACE } } } } },
    sections: [
      {
        footers: { default: new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text: clean(reportWording.page(title)), size: 18 }), new TextRun({ children: [PageNumber.CURRENT, '/', PageNumber.TOTAL_PAGES], size: 18 })] })] }) },
        children: [new Paragraph({ heading: HeadingLevel.TITLE, children: [run(title, { bold: true, size: 32 })] }), ...blocks.flatMap(parts), new Paragraph({ alignment: AlignmentType.RIGHT, spacing: { before: SPACE * 4 }, children: [run(reportWording.signature, { italics: true })] })],
      },
    ],
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

function parts(block: Block): (Paragraph | Table)[] {
  switch (block.type) {
    case 'headline':
      return [new Paragraph({ children: [run(block.text, { bold: true, size: BODY + 2 })] })]
    case 'heading':
      return [new Paragraph({ heading: HeadingLevel.HEADING_2, keepNext: true, spacing: { before: SPACE * 2 }, children: [run(block.text, { bold: true, color: '1F1F1F', size: BODY })] })]
    case 'text':
      return block.text.split('\n').map((line) => new Paragraph({ children: [run(line)] }))
    case 'list':
      return block.items.map((item, index) => (block.ordered ? new Paragraph({ children: [run(`${index + 1}. ${item}`)] }) : new Paragraph({ bullet: { level: 0 }, children: [run(item)] })))
    case 'checklist':
      return block.items.map((item) => new Paragraph({ children: [new CheckBox({ checked: false }), run(` ${item}`)] }))
    case 'note':
      return [new Paragraph({ children: [run(reportWording.note(block.text), { italics: true })] })]
    case 'quote':
      return quotation(block.citation)
    case 'verdicts':
      return [verdictTable(block.rows), new Paragraph({ children: [] })]
    case 'calendar':
      return block.inWords ? [] : block.entries.map((entry) => new Paragraph({ bullet: { level: 0 }, children: [run(reportWording.done(formatDay(entry.lastDay), entry.label))] }))
    case 'progress':
      return []
  }
}

function quotation({ quote, planName, clauseName }: Citation): Paragraph[] {
  return [
    new Paragraph({ indent: { left: INDENT }, spacing: { after: 0 }, children: [run(`“${quote}”`, { italics: true })] }),
    new Paragraph({ indent: { left: INDENT }, children: [run(reportWording.source(planName, clauseName), { size: BODY - 4 })] }),
  ]
}

function verdictTable(rows: readonly VerdictRow[]): Table {
  const head = new TableRow({ tableHeader: true, children: reportWording.columns.map((column, at) => cell(column, at, true)) })
  const body = rows.map((row) => new TableRow({ cantSplit: true, children: [`${row.criterion}: ${row.says}`, reportWording.verdicts[row.verdict], row.answer, row.citation.clauseName].map((text, at) => cell(text, at, false)) }))
  return new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, columnWidths: COLUMNS.map((share) => Math.round((PAGE * share) / 100)), rows: [head, ...body] })
}

function cell(text: string, column: number, bold: boolean): TableCell {
  return new TableCell({
    width: { size: COLUMNS[column] ?? 0, type: WidthType.PERCENTAGE },
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
    children: [new Paragraph({ spacing: { after: 0 }, children: [run(text, { bold, size: BODY - 2 })] })],
  })
}

function run(text: string, style: { bold?: boolean; italics?: boolean; size?: number; color?: string } = {}): TextRun {
  return new TextRun({ text: clean(text), ...style })
}
