import { parse } from 'yaml'
import { fold } from '../../language/normalise.ts'
import { readDues } from '../recognise/dues.ts'
import { said, type Fact } from '../files/compare.ts'
import type { Section } from '../files/plan-yml.ts'
import { dueWords } from './fact-words.ts'

/** The fields of a fact as a person reads and corrects them. */

const LABELS: Readonly<Record<string, string>> = {
  task: 'Việc', who: 'Ai làm', to: 'Gửi đâu', via: 'Qua', due: 'Hạn', name: 'Tên', says: 'Nội dung', does: 'Việc phải làm', metric: 'Chỉ tiêu', subject: 'Của ai', comparison: 'So sánh', value: 'Giá trị', upper: 'Cận trên', upper_excluded: 'Không tính cận trên',
  unit: 'Đơn vị tính', ask: 'Câu hỏi', from: 'Từ ngày', decided_by: 'Ai quyết định', quota: 'Số lượng', kind: 'Loại', title: 'Tên', topic: 'Chủ đề', papers: 'Giấy tờ', sets: 'Số bộ', criteria: 'Tiêu chuẩn', steps: 'Các bước', texts: 'Văn bản', about: 'Về việc', form: 'Hình thức', targets: 'Chỉ tiêu', excluded: 'Bị loại ra', proposed_by: 'Ai đề nghị', discretion: 'Tùy cơ quan quyết định', more_is_better: 'Vượt cận trên vẫn đạt', intro: 'Lời dẫn', requires: 'Cách tính đạt',
}
const OWN_LABELS: Readonly<Record<string, string>> = { 'periods/to': 'Đến ngày', 'audiences/who': 'Đối tượng' }
/** Values that plan.yml writes as codes. */
const CODES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  comparison: { at_least: 'ít nhất', more_than: 'trên', at_most: 'không quá', less_than: 'dưới', exactly: 'đúng', between: 'trong khoảng' },
  kind: { 'tap-the': 'tập thể', 'ca-nhan': 'cá nhân', chung: 'tập thể và cá nhân' },
  form: { 'bang-khen': 'bằng khen', 'giay-khen': 'giấy khen', 'danh-hieu': 'danh hiệu', khac: 'hình thức khác' },
  state: { original: 'bản chính', copy: 'bản sao', 'certified-copy': 'bản sao chứng thực', pdf: 'bản PDF' },
  topic: { slogan: 'khẩu hiệu', theme: 'chủ đề', funding: 'kinh phí', reward: 'tiền thưởng', aim: 'mục đích, yêu cầu', content: 'nội dung', rule: 'quy định', scope: 'phạm vi', 'standing-body': 'cơ quan thường trực', recipients: 'nơi nhận', other: 'khác' },
}
const YES_NO: Readonly<Record<string, boolean>> = { co: true, dung: true, phai: true, khong: false }
const HIDDEN = new Set(['id', 'source', 'also', 'words', 'review', 'open_ended', 'awards', 'deadline', 'dossier', 'deadlines', 'registration', 'period', 'max', 'ask', 'kinds', 'role', 'whole'])
const DAY = /^\d{4}-\d{2}-\d{2}$/

/** `shown`: in one line, or a line for each part of a list. */
export interface Field { readonly key: string; readonly label: string; readonly shown: string | readonly string[]; readonly editable: boolean }

export function fieldsOf(section: Section, fact: Fact): Field[] {
  return Object.entries(fact).filter(([key]) => !HIDDEN.has(key)).map(([key, value]) => ({ key, label: OWN_LABELS[`${section}/${key}`] ?? LABELS[key] ?? key, shown: shownOf(key, value), editable: typeof value !== 'object' || key === 'due' }))
}

function shownOf(key: string, value: unknown): string | readonly string[] {
  if (key === 'due') return dueWords(value)
  if (typeof value === 'boolean') return value ? 'có' : 'không'
  if (Array.isArray(value)) return value.map(lineOf)
  if (typeof value === 'string' && DAY.test(value)) return value.split('-').reverse().join('/')
  return typeof value === 'object' ? lineOf(value) : coded(key, value)
}

const coded = (key: string, value: unknown) => CODES[key]?.[said(value)] ?? said(value)

function lineOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return said(value)
  const of = value as Record<string, unknown>
  const words = said(of['name'] ?? of['says'] ?? of['who'] ?? of['award'] ?? '')
  const count = of['count'] === undefined ? '' : `${said(of['count'])} bộ`
  return [words, count, said(of['does'] ?? ''), of['form'] ? `(${said(of['form'])})` : '', of['if_any'] === true ? '(nếu có)' : '', of['only_for'] ? `(chỉ với ${said(of['only_for'])})` : '', coded('state', of['state'])].filter((part) => part !== '').join(' ')
}

/** A typed correction as the value that goes into plan.yml; undefined where it cannot be read. */
export function valueFrom(key: string, typed: string, old: unknown, year: number): unknown {
  const text = typed.trim()
  if (text === '') return undefined
  if (key === 'due') return dueFrom(text, year)
  if (CODES[key]) return Object.entries(CODES[key]).find(([code, words]) => code === text || fold(words) === fold(text))?.[0]
  if (typeof old === 'boolean') return YES_NO[fold(text)]
  if (typeof old === 'number') return Number.isFinite(Number(text.replace(',', '.'))) ? Number(text.replace(',', '.')) : undefined
  if (typeof old === 'string' && DAY.test(old)) return DAY.test(text) ? text : dayFrom(text)
  return text
}

/** "17 giờ", "16h30": plan.yml keeps days. */
const HOUR = /(?<![\p{L}\p{N}])\d{1,2} ?(?:giờ|gio|h|g)(?: ?\d{1,2}(?: ?(?:phút|phut|p))?)?(?![\p{L}\p{N}])/iu

/** What of a typed correction plan.yml has no place for, as a sentence; undefined where all of it is kept. */
export function notKept(key: string, typed: string, value: unknown): string | undefined {
  const hour = key === 'due' ? HOUR.exec(typed)?.[0].trim() : undefined
  return hour && !('event' in (value as object)) ? `Máy chỉ giữ được ngày, không giữ được giờ (${hour}): hạn ghi là ${dueWords(value)}.` : undefined
}

/** "trước ngày 05/11/2026", "chậm nhất 20/4", or as plan.yml writes it: "{ before: 2026-11-05 }"; other words are a moment without a day. */
function dueFrom(text: string, year: number): unknown {
  if (text.startsWith('{')) {
    try {
      return parse(text)
    } catch {
      return undefined
    }
  }
  const [read] = readDues(text, fold(text), 0, text.length, { year, lasting: false, yearly: /(?:hằng|hàng) năm/iu.test(text) })
  return read?.due ?? (/\d/.test(text) ? undefined : { event: text })
}

function dayFrom(text: string): string | undefined {
  const match = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(text)
  return match ? `${match[3]}-${match[2]?.padStart(2, '0')}-${match[1]?.padStart(2, '0')}` : undefined
}
