import type { Draft } from '../digest.ts'
import { said, type Fact } from '../files/compare.ts'
import { SECTIONS, type Section } from '../files/plan-yml.ts'
import type { ProposedPlan } from '../propose/plan.ts'
import { dueWords, figureOf, vietnameseDay } from './fact-words.ts'

/** What an import found and what looked doubtful, for the person who brought the file. */

const NAMES: Readonly<Record<Section, string>> = { periods: 'mốc thời gian', deadlines: 'thời hạn', dossiers: 'hồ sơ', thresholds: 'chỉ tiêu, ngưỡng', awards: 'hình thức khen', routes: 'tuyến trình', audiences: 'đối tượng', duties: 'trách nhiệm', bases: 'căn cứ, văn bản dẫn', statements: 'quy định khác', not_modelled: 'điều để văn bản khác quy định', checks: 'bộ tiêu chuẩn' }

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

function setsWords(fact: Fact): string {
  const sets = (fact['sets'] ?? []) as { count: number; award?: string }[]
  return sets.length === 0 ? '' : `; ${sets.map((set) => `${set.award ? `${set.award} ` : ''}${set.count} bộ`).join(', ')}`
}
