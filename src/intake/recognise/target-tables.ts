import { fold } from '../../language/normalise.ts'
import { comparisonAround, type Comparison } from './comparisons.ts'
import { COUNT, readCount } from './counts.ts'
import { sourceIn, type Found, type Setting } from './found.ts'
import { askFor, tidied } from './metrics.ts'
import { tablesIn, type Row } from './rows.ts'

/**
 * Targets in the rows of a table: "| TT | Chỉ tiêu | Đơn vị tính | Khối 1 | Khối 2 |" over "| 1 | Tỷ lệ hồ sơ đúng hạn | % | 98 | ≥ 97 |".
 * Each is called by its row's label and, where there are several columns, its column's heading.
 * Not: a cell that holds more than a figure, a figure without a unit, a bare share of what one wants little of.
 */
const LABEL = /^(?:ten |noi dung |cac )?(?:chi tieu|tieu chi|muc tieu|noi dung(?: thi dua)?)(?!\p{L})/u
const UNIT = /^(?:don vi(?: tinh)?|dvt)$/
const NO_VALUE = /^(?:s?tt|so tt|ghi chu|thoi (?:gian|han)|tien do|don vi .{5,}|co quan.*|bo phan.*|chu tri.*|thuc hien|nguoi .*|diem.*|thang diem.*|can cu.*)$/
/** "Chỉ tiêu năm 2026", "Mức đạt": tells no column from another. */
const PLAIN = /^(?:chi tieu|ke hoach|muc|ket qua|gia tri|muc tieu|yeu cau|phan dau)/
const VALUE = new RegExp(String.raw`^(?:(?:từ|đạt|là|ít nhất|tối thiểu|trên|dưới|không quá|tối đa|[≥≤<>]=?) ?)*(${COUNT}) ?(%?)(?: trở (?:lên|xuống))?$`, 'iu')
const UNWANTED = /trễ|quá hạn|tồn đọng|vi phạm|nghèo|tội phạm|tai nạn|vụ cháy|bỏ học|khiếu nại|tệ nạn|thất nghiệp/iu

export function readTargetTables(setting: Setting): Found<'thresholds'>[] {
  return tablesIn(setting.passages, (cells) => labelColumn(cells) >= 0 && valueColumns(cells).length > 0).flatMap(({ heading, rows }) => {
    const columns = valueColumns(heading)
    return rows.flatMap((row) => columns.flatMap((column) => targetOf(row, heading, column, columns.length > 1) ?? []))
  })
}

const labelColumn = (heading: readonly string[]) => heading.findIndex((cell) => LABEL.test(fold(cell)) && cell.length < 60)
const unitColumn = (heading: readonly string[]) => heading.findIndex((cell) => UNIT.test(fold(cell)))
const valueColumns = (heading: readonly string[]) => heading.flatMap((cell, at) => (at > labelColumn(heading) && cell !== '' && cell.length < 60 && !UNIT.test(fold(cell)) && !NO_VALUE.test(fold(cell)) ? [at] : []))

function targetOf({ at, cells }: Row, heading: readonly string[], column: number, several: boolean): Found<'thresholds'> | undefined {
  const label = (cells[labelColumn(heading)] ?? '').replace(/ ?\((?:%|tỷ lệ %|ĐVT[^()]*)\)/iu, '')
  const match = VALUE.exec(cells[column] ?? '')
  const given = cells[unitColumn(heading)] || (/\(%\)/.test(cells[labelColumn(heading)] ?? '') ? '%' : undefined)
  const unit = match?.[2] ? '%' : given?.toLowerCase()
  const value = match?.[1] === undefined ? NaN : readCount(match[1])
  const comparison = match && comparisonOf(cells[column] ?? '', match[1] ?? '', value, label)
  if (!/\p{L}{3}/u.test(label) || unit === undefined || !Number.isFinite(value) || !comparison) return undefined
  const title = heading[column] ?? ''
  const metric = several && !PLAIN.test(fold(title)) ? `${tidied(label)} (${title})` : tidied(label)
  return { fact: { metric, comparison, value, unit, ...(unit === '%' ? {} : { max: Math.max(100, value * 20) }), ask: askFor(metric, unit), source: sourceIn(at, at.text) }, name: metric, at, ...(several ? { column: title } : {}) }
}

function comparisonOf(cell: string, figure: string, value: number, label: string): Comparison | undefined {
  const at = cell.indexOf(figure)
  const said = comparisonAround(cell.slice(0, at), cell.slice(at + figure.length).replace(/^ ?%/, ''))
  if (said) return said
  if (value === 0 || value === 100) return 'exactly'
  return UNWANTED.test(label) ? undefined : 'at_least'
}
