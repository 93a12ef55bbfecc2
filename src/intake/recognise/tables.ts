import { findTimes } from '../../language/dates.ts'
import { fold } from '../../language/normalise.ts'
import { lastDayOfMonth, dayOf } from '../../language/day.ts'
import type { Due } from '../../knowledge/types.ts'
import type { Passage } from '../passages.ts'
import { readDues } from './dues.ts'
import { sourceIn, type Found, type Setting } from './found.ts'
import { tablesIn } from './rows.ts'

/**
 * Deadlines in the rows of a table: "| STT | Nội dung | Đơn vị thực hiện | Thời gian |" over "| 1 | Gửi báo cáo … | Các phòng | Trước 15/11/2025 |".
 * The column's heading stands for "trước", "trong": "Thời hạn: 15/11/2025" is the last day, "Thời gian: Tháng 10/2025" the month.
 * Not: "Thường xuyên", "Theo kế hoạch", a column of birth dates or of the days of cited texts.
 */
const WHEN = /^(?:thoi gian|thoi han|han|tien do|ngay hoan thanh|thoi diem|han nop|han cuoi|thoi gian (?:hoan thanh|thuc hien|bao cao|to chuc))/
const WHAT = /^(?:noi dung|nhiem vu|cong viec|ten (?:cong viec|nhiem vu|san pham)|viec|hoat dong|loai bao cao|san pham)/
const WHO = /^(?:don vi|co quan|bo phan|phong|nguoi|chu tri|trach nhiem|don vi (?:chu tri|thuc hien))/
const TO = /^(?:noi (?:nhan|gui|nop)|gui (?:ve|den)|don vi (?:nhan|tiep nhan)|co quan (?:nhan|tiep nhan))/

interface Columns { readonly when: number; readonly what: number; readonly who: number; readonly to: number }

export function readTables(setting: Setting): Found<'deadlines'>[] {
  return tablesIn(setting.passages, (cells) => columnsOf(cells) !== undefined).flatMap(({ heading, rows }) => {
    const columns = columnsOf(heading)
    return columns ? rows.flatMap(({ at, cells }) => rowOf(at, cells, columns, setting)) : []
  })
}

function columnsOf(cells: readonly string[]): Columns | undefined {
  const folded = cells.map((cell) => fold(cell))
  const at = (pattern: RegExp) => folded.findIndex((cell) => pattern.test(cell) && cell.length < 60)
  const [when, what] = [at(WHEN), at(WHAT)]
  return when >= 0 && what >= 0 && when !== what ? { when, what, who: at(WHO), to: at(TO) } : undefined
}

function rowOf(passage: Passage, cells: readonly string[], columns: Columns, setting: Setting): Found<'deadlines'>[] {
  const [when = '', what = ''] = [cells[columns.when], cells[columns.what]]
  if (what.length < 4) return []
  const who = columns.who >= 0 && columns.who !== columns.what ? cells[columns.who] : undefined
  const to = columns.to >= 0 ? cells[columns.to] : undefined
  return duesIn(when, setting).map((due) => ({
    fact: { task: what.length > 120 ? what.slice(0, what.lastIndexOf(' ', 120)) : what, ...(who ? { who } : {}), ...(to ? { to } : {}), due, source: sourceIn(passage, passage.text) },
    name: what,
    at: passage,
  }))
}

function duesIn(cell: string, setting: Setting): Due[] {
  const calendar = { year: setting.year, lasting: setting.lasting, ...(setting.issued ? { issued: setting.issued } : {}), yearly: /(?:hằng|hàng|mỗi) năm/iu.test(cell) }
  const read = readDues(cell, fold(cell), 0, cell.length, calendar)
  if (read.length > 0) return read.map((one) => one.due)
  return findTimes(cell).slice(0, 6).flatMap((time): Due[] => {
    const year = typeof time.year === 'number' ? time.year : setting.year
    const { name } = time
    if (name.kind === 'day') {
      const day = dayOf(year, name.month, name.day)
      return day ? [{ by: day }] : []
    }
    if (name.kind === 'month') return [{ month: lastDayOfMonth(year, name.month).slice(0, 7) }]
    return name.kind === 'quarter' ? [{ quarter: `${year}-Q${name.quarter}` }] : []
  })
}
