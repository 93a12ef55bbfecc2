import type * as z from 'zod'
import type { Problem } from './problem.ts'

type Issue = z.core.$ZodIssue
interface Place {
  readonly file: string
  readonly lineOf: (path: readonly PropertyKey[]) => number
  /** True where the file has something at this path. */
  readonly isWritten: (path: readonly PropertyKey[]) => boolean
}

const TYPES: Readonly<Record<string, string>> = { string: 'chữ', number: 'số', int: 'số nguyên', boolean: 'true hoặc false', array: 'một danh sách (các dòng bắt đầu bằng "- ")', object: 'một nhóm khóa', record: 'một nhóm khóa' }

/** Shapes that are too many for one sentence of zod's. */
const SHAPES: Readonly<Record<string, string>> = {
  due: 'Viết một trong: { before: 2024-11-05 }, { by: … }, { on: … }, { from: …, to: … }, { month: 2024-11 }, { quarter: 2024-Q3 }, { every: "FREQ=…" }, { after: { days: 10, event: "…" } }, { event: "…" }',
  passes: 'Viết { at_least: 3 }, { more_than: … }, { at_most: … }, { less_than: … }, { exactly: … } hoặc { threshold: <id> }; với câu có/không viết true hoặc false, với câu chọn viết danh sách id',
  requires: 'Viết id của một tiêu chuẩn, { all: [ … ] } hoặc { any: [ … ] }',
}

/** What zod found, as a sentence with file, line and remedy. */
export function problemOf(issue: Issue, place: Place): Problem {
  const path = issue.path
  const at = (message: string, hint: string, deeper: readonly PropertyKey[] = []): Problem => ({ file: place.file, line: place.lineOf([...path, ...deeper]), message, hint })
  const name = nameOf(path)
  if (!place.isWritten(path) && path.length > 0 && issue.code !== 'unrecognized_keys') return at(`Thiếu ${name}`, SHAPES[lastKey(path)] ?? `Thêm dòng "${lastKey(path)}: …" vào mục này`)
  switch (issue.code) {
    case 'unrecognized_keys':
      return at(`${name} có khóa lạ: ${issue.keys.map((key) => `"${key}"`).join(', ')}`, 'Sửa lỗi gõ hoặc bỏ khóa này; các khóa dùng được có trong knowledge/README.md', [issue.keys[0] ?? ''])
    case 'invalid_type':
      return at(`${name} phải là ${TYPES[issue.expected] ?? issue.expected}`, issue.expected === 'string' ? 'Đặt giá trị trong nháy kép' : 'Sửa lại giá trị')
    case 'invalid_value':
      return at(`${name} có giá trị không dùng được`, `Chọn một trong: ${issue.values.map(String).join(', ')}`)
    case 'too_small':
      return at(issue.origin === 'string' ? `${name} để trống` : `${name} quá ít hoặc quá nhỏ (ít nhất ${String(issue.minimum)})`, 'Điền thêm, hoặc bỏ cả khóa nếu kế hoạch không nói')
    case 'too_big':
      return at(`${name} quá lớn (nhiều nhất ${String(issue.maximum)})`, 'Sửa lại giá trị')
    case 'invalid_format':
      return at(`${name} viết không đúng mẫu`, formatHint(lastKey(path)))
    case 'invalid_union':
      return unionProblem(issue, place, at)
    case 'custom':
      return at(issue.message.startsWith('"') ? issue.message : `${name} ${issue.message}`, formatHint(lastKey(path)))
    case 'invalid_key':
      return at(`${name} viết không đúng mẫu`, formatHint('id'))
    case 'invalid_element':
    case 'not_multiple_of':
      return at(`${name} không dùng được (${issue.message})`, 'Xem mục này trong knowledge/README.md')
  }
}

/** Of the shapes that could be meant, the one that came closest speaks; where none did, all shapes are named. */
function unionProblem(issue: z.core.$ZodIssueInvalidUnion, place: Place, at: (message: string, hint: string) => Problem): Problem {
  const nearest = issue.errors.filter((errors) => errors.length === 1 && (errors[0]?.code === 'unrecognized_keys' || errors[0]?.path.length !== 0))
  const inner = nearest[0]?.[0]
  if (inner) return problemOf({ ...inner, path: [...issue.path, ...inner.path] }, place)
  if (issue.discriminator) return at(`${nameOf(issue.path)} có giá trị không dùng được`, 'Chọn một trong: yes-no, choice, number, date, years')
  return at(`${nameOf(issue.path)} không đúng dạng nào dùng được`, SHAPES[lastKey(issue.path)] ?? 'Xem mục này trong knowledge/README.md')
}

const DAYS = new Set(['before', 'by', 'on', 'from', 'to', 'today'])

const lastKey = (path: readonly PropertyKey[]) => String(path.findLast((step) => typeof step === 'string') ?? '')

function formatHint(key: string): string {
  if (key === 'month') return 'Viết năm-tháng, ví dụ 2024-11'
  if (key === 'quarter') return 'Viết năm và quý, ví dụ 2024-Q3'
  if (key === 'every') return 'Viết theo RFC 5545, ví dụ FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=15'
  if (DAYS.has(key)) return 'Viết năm-tháng-ngày, ví dụ 2024-11-05'
  return 'Dùng chữ thường không dấu, số và gạch nối, ví dụ nop-ho-so'
}

/** ["deadlines", 2, "due"] is "due" of the third item of deadlines. */
function nameOf(path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'Tệp'
  const parts = path.map((step) => (typeof step === 'number' ? `mục thứ ${step + 1}` : `"${String(step)}"`))
  return parts.toReversed().join(' của ').replaceAll(' của mục thứ', ' ở mục thứ')
}
