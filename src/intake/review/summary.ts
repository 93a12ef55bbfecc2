import type { Draft } from '../digest.ts'
import type { Difference, Fact, HeadDifference } from '../files/compare.ts'
import { said } from '../files/compare.ts'
import { SECTIONS, SECTION_WORDS, type Section } from '../files/plan-yml.ts'
import type { ProposedPlan } from '../propose/plan.ts'

/** What an import found and what looked doubtful, for the person who brought the file. */

const NAMES: Readonly<Record<Section, string>> = { periods: 'mốc thời gian', deadlines: 'thời hạn', dossiers: 'hồ sơ', thresholds: 'chỉ tiêu, ngưỡng', awards: 'hình thức khen', routes: 'tuyến trình', audiences: 'đối tượng', duties: 'trách nhiệm', bases: 'căn cứ, văn bản dẫn', statements: 'quy định khác', not_modelled: 'điều để văn bản khác quy định', checks: 'bộ tiêu chuẩn' }
const HEAD_NAMES: Readonly<Record<string, string>> = { title: 'tên', kind: 'loại', issuer: 'cơ quan ban hành', year: 'năm', number: 'số', issued: 'ngày ban hành', signer: 'người ký' }

/** What was read, as a person tells it: the plan in a few sentences, its facts kind by kind, what to look at first. */
export interface Summary {
  readonly title: string
  readonly about: readonly string[]
  readonly lists: readonly { readonly title: string; readonly rows: readonly string[] }[]
  readonly doubts: readonly string[]
}

export function summary({ plan, doubts, oldFont }: Draft): Summary {
  return {
    title: `${plan.kind ?? 'Văn bản'}${plan.number ? ` số ${plan.number.text}` : ''}: ${plan.title}`,
    about: [
      `${plan.issuer}; ${plan.place.name}${plan.place.within ? `, ${plan.place.within}` : ''}; năm ${plan.year}${plan.issued?.on ? `; ban hành ngày ${vietnameseDay(plan.issued.on)}` : ''}${plan.signer ? `; người ký ${plan.signer.name}` : ''}.`,
      ...(oldFont ? [`Văn bản dùng bảng mã cũ ${oldFont === 'VNI' ? 'VNI' : 'TCVN3 (ABC)'}, đã chuyển sang Unicode.`] : []),
      `Tìm thấy: ${SECTIONS.filter((section) => count(plan, section) > 0).map((section) => `${count(plan, section)} ${NAMES[section]}`).join(', ') || 'chưa đọc ra dữ kiện nào'}.`,
    ],
    lists: [
      { title: 'Thời hạn', rows: factsOf(plan, 'deadlines').map((fact) => `${said(fact['task'])}: ${dueWords(fact['due'])}${fact['to'] ? `, gửi ${said(fact['to'])}` : ''}${fact['via'] ? ` (qua ${said(fact['via'])})` : ''}`) },
      { title: 'Hồ sơ', rows: factsOf(plan, 'dossiers').map((fact) => `${said(fact['name'])}: ${(fact['papers'] as unknown[]).length} loại giấy tờ${setsWords(fact)}`) },
      { title: 'Chỉ tiêu', rows: factsOf(plan, 'thresholds').map((fact) => figureOf(fact)) },
    ],
    doubts: [...doubts.map((doubt) => `${doubt.fact ? `${doubt.fact}: ` : ''}${doubt.says}`), ...oddities(plan)],
  }
}

/** The same in lines, at most `shown` of each kind. */
export function summaryLines({ title, about, lists, doubts }: Summary, shown = 40): string[] {
  return [title, ...about, ...[...lists, { title: 'Cần xem lại', rows: doubts }].flatMap((list) => listLines(list.title, list.rows, shown))]
}

function listLines(title: string, rows: readonly string[], shown: number): string[] {
  if (rows.length === 0) return []
  return [`${title}:`, ...rows.slice(0, shown).map((row) => `  - ${row}`), ...(rows.length > shown ? [`  … và ${rows.length - shown} mục nữa`] : [])]
}

const count = (plan: ProposedPlan, section: Section) => plan[section]?.length ?? 0
const factsOf = (plan: ProposedPlan, section: Section) => (plan[section] ?? []) as readonly Fact[]

/** What is missing or strange without any one fact being to blame. */
function oddities(plan: ProposedPlan): string[] {
  const deadlines = factsOf(plan, 'deadlines')
  const issued = plan.issued?.on
  return [
    ...(deadlines.length === 0 ? ['Không đọc ra thời hạn nào.'] : []),
    ...(issued ? deadlines.filter((fact) => dayOf(fact['due']) !== undefined && (dayOf(fact['due']) ?? '') < issued).map((fact) => `deadlines/${fact.id}: hạn ${vietnameseDay(dayOf(fact['due']) ?? '')} sớm hơn ngày ban hành.`) : []),
    ...factsOf(plan, 'dossiers').filter((fact) => fact['sets'] === undefined).map((fact) => `dossiers/${fact.id}: không thấy số bộ hồ sơ.`),
    ...deadlines.filter((fact) => /^(?:gửi|nộp)/iu.test(said(fact['task'])) && fact['to'] === undefined).map((fact) => `deadlines/${fact.id}: không thấy nơi gửi.`),
  ]
}

function dayOf(due: unknown): string | undefined {
  const { before, by, on } = (due ?? {}) as { before?: string; by?: string; on?: string }
  return before ?? by ?? on
}

const vietnameseDay = (day: string) => day.split('-').reverse().join('/')

/** "trước ngày 05/11/2024", "hằng năm, ngày 15 các tháng 6, 11": a due in words. */
export function dueWords(due: unknown): string {
  const of = (due ?? {}) as Record<string, unknown>
  if (typeof of['before'] === 'string') return `trước ngày ${vietnameseDay(of['before'])}`
  if (typeof of['by'] === 'string') return `chậm nhất ngày ${vietnameseDay(of['by'])}`
  if (typeof of['on'] === 'string') return `ngày ${vietnameseDay(of['on'])}`
  if (typeof of['from'] === 'string') return `từ ngày ${vietnameseDay(of['from'])} đến ngày ${vietnameseDay(said(of['to']))}`
  if (typeof of['month'] === 'string') return `trong tháng ${of['month'].split('-').reverse().join('/')}`
  if (typeof of['quarter'] === 'string') return `trong quý ${of['quarter'].slice(-1)}/${of['quarter'].slice(0, 4)}`
  if (typeof of['every'] === 'string') return everyWords(of['every'], of['before'] === true)
  if (typeof of['after'] === 'object') {
    const { days, working, event } = of['after'] as { days: number; working?: boolean; event: string }
    return `${Math.abs(days)} ngày${working ? ' làm việc' : ''} ${days < 0 ? 'trước' : 'kể từ'} ${event}`
  }
  return said(of['event'])
}

function everyWords(rule: string, before: boolean): string {
  const day = /BYMONTHDAY=(-?\d+)/.exec(rule)?.[1]
  const months = /BYMONTH=([\d,]+)/.exec(rule)?.[1]
  const named = day === '-1' ? 'ngày cuối tháng' : `ngày ${day ?? '?'}`
  return `${before ? 'trước ' : ''}${named} ${months ? `các tháng ${months.replaceAll(',', ', ')} hằng năm` : 'hằng tháng'}`
}

function setsWords(fact: Fact): string {
  const sets = (fact['sets'] ?? []) as { count: number; award?: string }[]
  return sets.length === 0 ? '' : `; ${sets.map((set) => `${set.award ? `${set.award} ` : ''}${set.count} bộ`).join(', ')}`
}

const SIGNS: Readonly<Record<string, string>> = { at_least: 'từ', more_than: 'trên', at_most: 'không quá', less_than: 'dưới', exactly: '', between: '' }

/** "từ 90 % hộ dân được tuyên truyền", "0 đơn vị bị phân loại Yếu": the unit once. */
function figureOf(fact: Fact): string {
  const [metric, unit] = [said(fact['metric']), said(fact['unit'])]
  const number = `${SIGNS[said(fact['comparison'])] ?? ''} ${said(fact['value'])}${fact['upper'] === undefined ? '' : `–${said(fact['upper'])}`}`.trim()
  return metric.startsWith(unit) ? `${number} ${metric}` : `${number} ${unit} ${metric}`
}

/** A fact in one line, by its section: what a person tells it by. */
export function factWords(section: Section, fact: Fact): string {
  if (section === 'deadlines') return `${said(fact['task'])}: ${dueWords(fact['due'])}`
  if (section === 'thresholds') return figureOf(fact)
  const text = said(fact['name'] ?? fact['title'] ?? fact['who'] ?? fact['says'])
  return fact['does'] ? `${text}: ${said(fact['does'])}` : fact['says'] && fact['name'] ? `${text}: ${said(fact['says'])}` : text
}

/** The differences of a second import, in lines. */
export function differenceLines(head: readonly HeadDifference[], facts: readonly Difference[]): string[] {
  const kept = (one: Difference) => (one.reviewed ? ' [đã có người kiểm tra, giữ nguyên]' : '')
  return [
    ...head.map((one) => `~ ${HEAD_NAMES[one.key] ?? one.key}: đang ghi "${one.old}", văn bản mới đọc ra "${one.now}" [giữ nguyên]`),
    ...facts.map((one) => {
      const label = `${SECTION_WORDS[one.section].split(':')[0]} | `
      if (one.kind === 'new' && one.now) return `+ ${label}${factWords(one.section, one.now)}`
      if (one.kind === 'gone' && one.old) return `- ${label}${factWords(one.section, one.old)}${kept(one)}`
      return one.old && one.now ? `~ ${label}${factWords(one.section, one.old)} → ${factWords(one.section, one.now)}${kept(one)}` : ''
    }),
  ]
}
