import type { SourcedCases, SourcedPlan } from '../sources.ts'
import type { CasesFile, Check, Plan, Threshold } from '../types.ts'
import type { Path } from '../yaml-file.ts'
import { hasFact } from './fact-names.ts'
import type { Finding } from './finding.ts'
import { unknownFact } from './references.ts'

type Edge = CasesFile['edges'][number]

/** What a cases.yml names must be there. `own`: the file's plan, or all plans for knowledge/cases.yml. */
export function casesFindings({ cases, plan }: SourcedCases, plans: readonly Plan[]): Finding[] {
  const own = plan === undefined ? plans : plans.filter(({ id }) => id === plan)
  const checks = own.flatMap((one) => one.checks)
  return [
    ...cases.questions.flatMap((question, at) => [
      ...(question.plans ?? []).flatMap((id, place) => missing(plans, id, ['questions', at, 'plans', place], 'kế hoạch')),
      ...(question.facts ?? []).flatMap((name, place) => {
        const among = question.plans ? plans.filter(({ id }) => question.plans?.includes(id)) : own
        return among.some((one) => hasFact(one, name)) ? [] : [unknownFact(name, ['questions', at, 'facts', place])]
      }),
    ]),
    ...cases.checks.flatMap((row, at) => {
      const check = checks.find(({ id }) => id === row.check)
      return check ? answerFindings(row, check, ['checks', at]) : missing(checks, row.check, ['checks', at, 'check'], 'mục kiểm tra')
    }),
    ...cases.edges.flatMap((edge, at) => edgeFindings(edge, own, ['edges', at])),
  ]
}

function answerFindings(row: CasesFile['checks'][number], check: Check, path: Path): Finding[] {
  const asked = [...check.criteria, ...(check.targets ?? []).map((id) => ({ id }))]
  const lists = (['met', 'unmet', 'unknown'] as const).flatMap((list) => (row[list] ?? []).flatMap((id, at) => missing(asked, id, [...path, list, at], 'tiêu chuẩn', ` trong mục kiểm tra "${check.id}"`)))
  return [...Object.keys(row.answers).flatMap((id) => missing(asked, id, [...path, 'answers', id], 'tiêu chuẩn', ` trong mục kiểm tra "${check.id}"`)), ...lists]
}

function edgeFindings(edge: Edge, own: readonly Plan[], path: Path): Finding[] {
  const threshold = own.flatMap((plan) => plan.thresholds).find(({ id }) => id === edge.threshold)
  const checks = own.flatMap((plan) => plan.checks)
  const check = checks.find(({ id }) => id === edge.check)
  if (!threshold) return missing([], edge.threshold, [...path, 'threshold'], 'chỉ tiêu')
  if (!check) return missing(checks, edge.check, [...path, 'check'], 'mục kiểm tra')
  if (!uses(check, threshold.id)) return [{ path: [...path, 'check'], message: `Mục kiểm tra "${check.id}" không dùng chỉ tiêu "${threshold.id}"`, hint: 'Thêm chỉ tiêu vào targets của mục kiểm tra, hoặc chọn mục kiểm tra khác' }]
  if (isMet(threshold, edge.value) !== edge.met) return [{ path: [...path, 'met'], message: `Với chỉ tiêu "${threshold.id}" (${threshold.comparison} ${threshold.value}), giá trị ${edge.value} phải là met: ${!edge.met}`, hint: 'Sửa met của dòng này, hoặc comparison và value của chỉ tiêu' }]
  return []
}

/** A threshold that a person has reviewed has rows just under, at and just over it, so that one of them fails if it is misread. */
export function thresholdsWithoutEdges({ plan }: SourcedPlan, edges: readonly Edge[]): Finding[] {
  return plan.thresholds.flatMap((threshold, at) => {
    if (threshold.review === 'pending') return []
    const rows = edges.filter((edge) => edge.threshold === threshold.id)
    const lacks = [
      ...(rows.some(({ met }) => met) ? [] : ['một dòng đạt (met: true)']),
      ...(rows.some(({ met }) => !met) ? [] : ['một dòng không đạt (met: false)']),
      ...(rows.some(({ value }) => value === threshold.value || value === threshold.upper) ? [] : [`một dòng đúng bằng ${threshold.value}`]),
    ]
    if (lacks.length === 0) return []
    const user = plan.checks.find((check) => uses(check, threshold.id))
    const hint = user
      ? `Thêm vào edges của cases.yml, ví dụ { threshold: ${threshold.id}, check: ${user.id}, value: ${threshold.value}, met: ${isMet(threshold, threshold.value)} }, cùng giá trị ngay dưới và ngay trên`
      : 'Thêm chỉ tiêu vào targets của một mục kiểm tra, rồi thêm các dòng vào edges của cases.yml'
    return [{ path: ['thresholds', at], message: rows.length === 0 ? `Chỉ tiêu "${threshold.id}" chưa có dòng thử nào ở ngưỡng` : `Chỉ tiêu "${threshold.id}" chưa đủ dòng thử ở ngưỡng: thiếu ${lacks.join(', ')}`, hint }]
  })
}

const uses = (check: Check, threshold: string) => check.targets?.includes(threshold) || check.criteria.some(({ passes }) => typeof passes === 'object' && 'threshold' in passes && passes.threshold === threshold)

function isMet({ comparison, value, upper = value, upper_excluded: below = false, more_is_better: open = false }: Threshold, figure: number): boolean {
  switch (comparison) {
    case 'at_least':
      return figure >= value
    case 'more_than':
      return figure > value
    case 'at_most':
      return figure <= value
    case 'less_than':
      return figure < value
    case 'exactly':
      return figure === value
    case 'between':
      return figure >= value && (open || figure < upper || (!below && figure === upper))
  }
}

function missing(items: readonly { readonly id: string }[], id: string, path: Path, what: string, where = ''): Finding[] {
  if (items.some((item) => item.id === id)) return []
  return [{ path, message: `Không có ${what} "${id}"${where}`, hint: items.length > 0 ? `Chọn một trong: ${items.map((item) => item.id).join(', ')}` : 'Sửa lại id, hoặc thêm mục đó vào plan.yml' }]
}
