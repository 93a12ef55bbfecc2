import { capitalise, formatCount, formatNumber, shorten } from '../language/format.ts'
import { fold } from '../language/normalise.ts'
import type { Plan, Threshold } from '../knowledge/types.ts'
import { planName } from './wording.ts'

/** Every Vietnamese sentence of the answers that list facts. */

const HEADLINE = 290
const BUTTON = 60

/** "… tháng 9; ngày 26/6": no full stop before a semicolon. */
function joined(lines: readonly string[]): string {
  return lines.map((line, i) => (i < lines.length - 1 ? line.replace(/[.;]+$/, '') : line)).join('; ')
}

const COMPARISONS = { at_least: 'ít nhất', more_than: 'trên', at_most: 'không quá', less_than: 'dưới', exactly: '', between: '' } as const
/** The plan's own words for "at least"; where it has none ("95% số xã đạt …") none are put into its mouth. */
const AT_LEAST = /ít nhất|tối thiểu|trở lên|không dưới|từ\s+\d/iu

export const FACTS = {
  threshold: (threshold: Threshold) => {
    const { comparison, metric, subject, unit } = threshold
    const of = subject && !isSaid(subject, metric) ? ` (${subject})` : ''
    if (threshold.value === 0 && (comparison === 'at_most' || comparison === 'exactly')) return `Không có ${metric}${of}`
    // "01 mô hình" of "mô hình được duy trì": the unit is said once.
    const counted = unit !== '%' && metric.startsWith(`${unit} `)
    const number = (value: number) => (unit === '%' ? `${formatNumber(value)}%` : `${Number.isInteger(value) ? formatCount(value) : formatNumber(value)}${counted ? '' : ` ${unit}`}`)
    const word = comparison === 'at_least' && !AT_LEAST.test(threshold.source.quote) ? '' : COMPARISONS[comparison]
    const value = comparison === 'between' ? `từ ${number(threshold.value)} đến ${threshold.upper_excluded ? 'dưới ' : ''}${number(threshold.upper as number)}` : `${word} ${number(threshold.value)}`.trim()
    return `${capitalise(value)}${counted ? ' ' : ': '}${metric}${of}`
  },
  /** Values one after the other, each whole. */
  together: (lines: readonly string[]) => joined(lines),
  fits: (text: string) => text.length <= HEADLINE,
  named: (name: string, says: string) => (fold(says).includes(fold(name)) ? says : `${name}: ${says}`),
  one: (line: string) => shorten(line, HEADLINE),
  anyOf: (says: readonly string[]) => `Một trong các điều sau: ${says.join('; hoặc ')}`,
  criteria: (title: string, count: number) => shorten(`${title} – ${count} tiêu chuẩn:`, HEADLINE),
  criteriaOf: (award: string, subjects: readonly string[]) => shorten(`Tiêu chuẩn khác nhau theo đối tượng${award ? ` – ${award}` : ''}: ${subjects.join('; ')}.`, HEADLINE),
  criteriaFor: (subject: string) => shorten(`Tiêu chuẩn: ${subject}`, BUTTON),
  otherSubjects: (count: number) => `Còn ${count} đối tượng khác; xin chọn đối tượng của anh/chị.`,
  award: (name: string, decided?: string, proposed?: string, discretion?: string) => [name, decided && ` – quyết định: ${decided}`, proposed && ` – đề nghị: ${proposed}`, discretion && ` (${discretion.replace(/\.$/, '')})`].filter(Boolean).join(''),
  decided: (by: string | undefined, name: string, proposed?: string) => [by ? `Quyết định: ${by} – ${name}` : `Kế hoạch không nói ai quyết định ${name}`, proposed && `; đề nghị: ${proposed}`].filter(Boolean).join(''),
  proposed: (by: string | undefined, name: string, decided?: string) => [by ? `Đề nghị: ${by} – ${name}` : `Kế hoạch không nói ai đề nghị ${name}`, decided && `; quyết định: ${decided}`].filter(Boolean).join(''),
  awards: (names: readonly string[]) => shorten(`Có ${names.length} hình thức: ${names.join('; ')}.`, HEADLINE),
  step: (who: string, does: string, to?: string, via?: string) => `${capitalise(who)}: ${does}${to ? ` → ${to}${via ? ` (qua ${via})` : ''}` : ''}`,
  route: (name: string, whos: readonly string[]) => shorten(`${capitalise(name)}: ${whos.join(' → ')}`, HEADLINE),
  included: (who: string) => `Thuộc đối tượng: ${who}`,
  includedAll: 'Áp dụng cho:',
  excluded: (who: string) => `Không thuộc diện: ${who}`,
  duty: (who: string, does: string) => `${capitalise(who)}: ${does}`,
  dutiesOf: (who: string, count: number) => ({ before: `${capitalise(who)}: `, alone: `${capitalise(who)} có ${count} nhiệm vụ:` }),
  dutiesFor: (whos: readonly string[], count: number) => {
    const all = `Kế hoạch giao nhiệm vụ cho: ${whos.join('; ')}.`
    return all.length <= HEADLINE ? all : `Kế hoạch giao ${count} nhiệm vụ cho ${whos.length} nơi:`
  },
  bases: (lines: readonly string[]) => `Căn cứ: ${joined(lines)}`,
  basesOf: (count: number) => `Căn cứ ${count} văn bản:`,
  alsoNamed: (lines: readonly string[]) => `Còn nhắc đến: ${joined(lines)}.`,
  passages: 'Kế hoạch có đoạn nói về điều này:',
} as const

/** "cơ quan, doanh nghiệp, …" said in the metric already, all of it or all but its end. */
function isSaid(subject: string, metric: string): boolean {
  const parts = subject.split(', ')
  return metric.includes(subject) || (parts.length > 1 && parts.slice(0, -1).every((part) => metric.includes(part)))
}

const NOUNS = { threshold: 'chỉ tiêu', duty: 'nhiệm vụ', basis: 'văn bản', statement: 'nội dung', audience: 'nhóm đối tượng', award: 'hình thức', quota: 'mức', deadline: 'hạn', period: 'khoảng thời gian' } as const
export type ListedKind = keyof typeof NOUNS

/** Lists of values. */
export const LISTED = {
  count: (kind: ListedKind, count: number) => `Kế hoạch nêu ${count} ${NOUNS[kind]}:`,
  besides: 'Ngoài ra:',
  andMore: (kind: ListedKind, count: number) => `… và ${count} ${NOUNS[kind]} khác.`,
  all: (kind: ListedKind, count: number) => `Xem đủ ${count} ${NOUNS[kind]}`,
} as const

/** What a plan is called, who issued and signed it, and when; each part says so where the copy here leaves it blank. */
export const IDENTITY = {
  signer: (name?: string, role?: string) => (name ? `Người ký: ${name}${role ? ` – ${role}` : ' (bản có ở đây không ghi chức vụ)'}.` : 'Bản có ở đây không ghi người ký.'),
  role: (role?: string, name?: string) => (role ? `Chức vụ người ký: ${role}${name ? ` (${name})` : ''}.` : `Bản có ở đây không ghi chức vụ người ký${name ? ` (${name})` : ''}.`),
  issuer: (issuer: string) => `Cơ quan ban hành: ${issuer}.`,
  day: (day: string) => `Ban hành ngày ${day}.`,
  month: (month: string) => `Ban hành tháng ${Number(month.slice(5))}/${month.slice(0, 4)} (bản có ở đây để trống ngày).`,
  noDay: 'Bản có ở đây không ghi ngày ban hành.',
  number: (text: string) => `Số ${text.replaceAll(' ', '')}.`,
  noNumber: 'Bản có ở đây không ghi số kế hoạch.',
  title: (title: string) => `Tên: ${title}.`,
  whole: (plan: Plan) => shorten(`${planName(plan)}: ${plan.title}.`, HEADLINE),
} as const
