import type { CasesFile, Plan } from '../knowledge/types.ts'

interface PlanCases {
  readonly plan: string | undefined
  readonly cases: CasesFile
}

const ROWS: readonly (readonly [string, (plan: Plan, cases: readonly CasesFile[]) => number])[] = [
  ['Điều khoản trong văn bản', (plan) => countAll(plan.clauses)],
  ['Thời gian, đợt', (plan) => plan.periods.length],
  ['Hạn', (plan) => plan.deadlines.length],
  ['Hồ sơ', (plan) => plan.dossiers.length],
  ['Giấy tờ trong hồ sơ', (plan) => sum(plan.dossiers, ({ papers }) => papers.length)],
  ['Chỉ tiêu, ngưỡng', (plan) => plan.thresholds.length],
  ['Hình thức khen', (plan) => plan.awards.length],
  ['Tuyến trình', (plan) => plan.routes.length],
  ['Đối tượng', (plan) => plan.audiences.length],
  ['Nhiệm vụ', (plan) => plan.duties.length],
  ['Căn cứ, văn bản dẫn chiếu', (plan) => plan.bases.length],
  ['Nội dung khác', (plan) => plan.statements.length],
  ['Để văn bản khác quy định', (plan) => plan.not_modelled.length],
  ['Lưu ý', (plan) => plan.notes.length],
  ['Mục kiểm tra điều kiện', (plan) => plan.checks.length],
  ['Tiêu chuẩn trong các mục đó', (plan) => sum(plan.checks, ({ criteria }) => criteria.length)],
  ['Mục chờ cán bộ duyệt', (plan) => countPending({ ...plan, clauses: [] })],
  ['Câu hỏi thử', (_plan, cases) => sum(cases, ({ questions }) => questions.length)],
  ['Lượt kiểm tra thử', (_plan, cases) => sum(cases, ({ checks }) => checks.length)],
  ['Dòng thử ở ngưỡng', (_plan, cases) => sum(cases, ({ edges }) => edges.length)],
]
const PLANS_A_TABLE = 6

/** What each plan knows, a column a plan, for a terminal of common width. */
export function knowledgeTable(plans: readonly Plan[], cases: readonly PlanCases[]): string[] {
  const lines: string[] = []
  for (let from = 0; from < plans.length; from += PLANS_A_TABLE) {
    if (from > 0) lines.push('')
    lines.push(...columns(plans.slice(from, from + PLANS_A_TABLE), cases))
  }
  const shared = sum(cases, ({ plan, cases: rows }) => (plan === undefined ? rows.questions.length + rows.checks.length : 0))
  const excerpts = plans.filter(({ excerpt }) => excerpt).map(({ id }) => id)
  if (shared > 0) lines.push(`Ngoài ra có ${shared} câu thử chung trong cases.yml.`)
  if (excerpts.length > 0) lines.push(`Chỉ có trích đoạn văn bản: ${excerpts.join(', ')}.`)
  lines.push(plans.length > 0 ? `Đúng cả: ${plans.length} kế hoạch.` : 'Chưa có kế hoạch nào.')
  return lines
}

function columns(plans: readonly Plan[], cases: readonly PlanCases[]): string[] {
  const first = Math.max(...ROWS.map(([name]) => name.length))
  const row = (name: string, cells: readonly string[]) => [name.padEnd(first), ...cells.map((cell, at) => cell.padStart(plans[at]?.id.length ?? 0))].join('  ')
  const head = row('', plans.map(({ id }) => id))
  return [
    head,
    '-'.repeat(head.length),
    ...ROWS.map(([name, count]) =>
      row(
        name,
        plans.map((plan) => String(count(plan, cases.filter((one) => one.plan === plan.id).map((one) => one.cases)) || '·')),
      ),
    ),
  ]
}

function sum<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((total, item) => total + value(item), 0)
}

const countAll = (clauses: Plan['clauses']): number => sum(clauses, (clause) => 1 + countAll(clause.children))

function countPending(value: unknown): number {
  if (Array.isArray(value)) return sum(value as unknown[], countPending)
  if (typeof value !== 'object' || value === null) return 0
  return ('review' in value && value.review === 'pending' ? 1 : 0) + sum(Object.values(value), countPending)
}
