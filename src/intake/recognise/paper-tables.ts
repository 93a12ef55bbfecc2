import { fold } from '../../language/normalise.ts'
import type { Passage } from '../passages.ts'
import { sourceIn } from './found.ts'
import { paperIn, type PaperRow } from './papers.ts'
import { tablesIn, type Row } from './rows.ts'
import { stateOf } from './states.ts'

/**
 * The papers of a dossier, one a row of a table: "| STT | Tên giấy tờ | Số lượng | Hình thức |" over
 * "| 1 | Tờ trình (Mẫu số 01) | 01 | Bản chính |"; also "| Bản chính | Bản sao |" with a number or a cross under one of them.
 * Not: a table of duties or targets, whose columns say nothing of papers.
 */
const NAME = /^(?:ten |loai |danh muc )?(?:cac )?(?:loai )?(?:giay to|tai lieu|thanh phan(?: ho so)?|ho so|van ban)(?!\p{L})/u
const COUNT = /^so (?:luong|ban|bo)/
const KIND = /^(?:hinh thuc|loai (?:ban|giay)|quy cach|tinh chat|ban (?:chinh|sao|goc|dien tu))/
const NOTE = /^(?:ghi chu|luu y|yeu cau|dieu kien|doi tuong)/
const ONLY_FOR = /^(?:chỉ )?(?:áp dụng |dành )?(?:với|đối với|cho|riêng)(?: trường hợp)? (.{3,90})$/iu
const NOTHING = /^(?:|0|-|–|không)$/iu

/** The papers of each row that names one. */
export function paperRows(passages: readonly Passage[]): Map<Passage, PaperRow> {
  const tables = tablesIn(passages, (cells) => nameColumn(cells) >= 0 && cells.some((cell) => COUNT.test(fold(cell)) || KIND.test(fold(cell))))
  return new Map(tables.flatMap(({ heading, rows }) => rows.flatMap((row): [Passage, PaperRow][] => {
    const paper = paperOf(row, heading.map((cell) => fold(cell)))
    return paper ? [[row.at, paper]] : []
  })))
}

const nameColumn = (heading: readonly string[]) => heading.findIndex((cell) => NAME.test(fold(cell)) && cell.length < 60)

function paperOf({ at, cells }: Row, heading: readonly string[]): PaperRow | undefined {
  const name = cells[nameColumn(heading)] ?? ''
  if (!/\p{L}{3}/u.test(name)) return undefined
  const under = (pattern: RegExp) => heading.flatMap((title, column) => (pattern.test(title) && !NOTHING.test(cells[column] ?? '') ? [cells[column] ?? ''] : []))
  const counted = under(COUNT).join(' ')
  // A cross under "Bản sao" says it with the heading's words.
  const kind = [counted, ...heading.flatMap((title, column) => (KIND.test(title) && !NOTHING.test(cells[column] ?? '') ? [`${stateOf(restored(title)) ? restored(title) : ''} ${cells[column]}`] : []))].join(' ')
  const note = under(NOTE).join('; ')
  const only = ONLY_FOR.exec(note)?.[1]
  const read = paperIn(name, sourceIn(at, at.text))
  const state = stateOf(kind) ?? read.state
  const count = /^\d{1,2}(?!\d)/.exec(counted)?.[0] ?? ''
  const told = [Number(count) > 1 ? `${count} bản` : '', only ? '' : note.replace(/^\(?nếu có\)?$/iu, '')].filter((part) => part !== '').join('; ')
  return { ...read, ...(state ? { state } : {}), ...(/nếu có/iu.test(note) ? { if_any: true } : {}), ...(only ? { only_for: only } : {}), ...(told ? { note: told } : {}) }
}

const restored = (folded: string) => ({ 'ban chinh': 'bản chính', 'ban goc': 'bản gốc', 'ban sao': 'bản sao', 'ban dien tu': 'bản điện tử' })[/^ban (?:chinh|goc|sao|dien tu)/.exec(folded)?.[0] ?? ''] ?? ''
