/** Tables as text: real ones row by row, those that only place things side by side as the paragraphs they hold. */

type Rows = readonly (readonly (readonly string[])[])[]

/** Letterhead and signature: two halves of a page beside each other. */
const SIDE_BY_SIDE = /cộng h[oò][aàà]+ xã hội|độc lập\s*[-–]\s*tự do|nơi nhận|^số\s*:|(?:^|\s)(?:tm|kt|tl|tuq|q)\.\s*\p{Lu}/iu
/** Two columns of which the second holds whole passages, as in the sheet of an administrative procedure. */
const PASSAGE = 160
const MAX_HEADING = 120
const HEADER = /^(?:nội dung|công việc|nhiệm vụ|stt|tt|tên|chỉ tiêu|thời gian|họ)/iu

/** Paragraphs of plan.md; a real table is one paragraph whose lines are "| a | b |". */
export function tableParagraphs(rows: Rows): string[] {
  const filled = rows.filter((row) => row.some((cell) => cell.join('').trim() !== ''))
  const width = Math.max(0, ...filled.map((row) => row.length))
  if (filled.length === 0) return []
  if (width === 1) return filled.flatMap((row) => row.flat())
  const texts = filled.flat(2)
  if (width <= 3 && filled.length <= 4 && texts.some((text) => SIDE_BY_SIDE.test(text.trim()))) return columnByColumn(filled, width)
  if (filled.length === 1 && texts.length > 0 && width === 2) return filled.flat(2)
  const sheet = asSheet(filled, width)
  if (sheet) return sheet
  const lines = filled.map((row) => `| ${Array.from({ length: width }, (_, at) => cellText(row[at] ?? [])).join(' | ')} |`)
  return [[lines[0], `|${' --- |'.repeat(width)}`, ...lines.slice(1)].join('\n')]
}

function columnByColumn(rows: Rows, width: number): string[] {
  return Array.from({ length: width }, (_, at) => rows.flatMap((row) => row[at] ?? [])).flat()
}

const cellText = (cell: readonly string[]) => cell.join(' ').replaceAll('**', '').replaceAll('|', '/').replace(/\s+/g, ' ').trim()

/** "| 2 | Thành phần hồ sơ | - Đơn …\n- Báo cáo … |" as a heading and the paragraphs below it. */
function asSheet(rows: Rows, width: number): string[] | undefined {
  if (width > 3) return undefined
  const read = rows.map((row) => {
    const cells = row.length === 3 && /^\d{0,2}\.?$/.test(cellText(row[0] ?? [])) ? row : ['' as const, ...row].map((cell) => (cell === '' ? [] : cell))
    return { number: cellText(cells[0] ?? []).replace('.', ''), heading: cellText(cells[1] ?? []), body: cells.slice(2).flat().filter((text) => text.trim() !== '') }
  })
  const long = read.filter((row) => row.body.length > 1 || row.body.join(' ').length > PASSAGE).length
  const titled = HEADER.test(read[0]?.heading ?? '')
  const fits = read.every((row) => row.heading.length <= MAX_HEADING && row.heading !== '')
  if (!fits || titled || long * (width === 2 ? 8 : 3) < read.length) return undefined
  return read.flatMap(({ number, heading, body }, at) => {
    // A row becomes a clause, and a clause is found by its number.
    const opening = `${number || at + 1}. ${heading.replace(/^\d+\.\s*/, '').replace(/:$/, '')}`
    return body.length === 0 ? [opening] : [opening, ...body]
  })
}
