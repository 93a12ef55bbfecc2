import { basename } from 'node:path'
import type { SourcedPlan } from '../sources.ts'
import type { Plan } from '../types.ts'
import type { Path } from '../yaml-file.ts'
import type { Finding, PlanRule } from './finding.ts'

/** A button carries 64 bytes, and plan and check stand in it. */
const LONGEST_ID = 30

export const SECTIONS = ['periods', 'deadlines', 'dossiers', 'thresholds', 'awards', 'routes', 'audiences', 'duties', 'bases', 'statements', 'not_modelled', 'notes', 'checks'] as const satisfies readonly (keyof Plan)[]

/** Ids are the names that buttons, cases and other facts use: one thing, one id. */
export const ids: PlanRule = ({ plan, folder }) => [
  ...(basename(folder) === plan.id ? [] : [{ path: ['id'], message: `Thư mục tên ${basename(folder)} nhưng id là ${plan.id}`, hint: `Đổi tên thư mục thành ${plan.id}, hoặc sửa thành id: ${basename(folder)}` }]),
  ...tooLong(plan.id, ['id']),
  ...plan.checks.flatMap((check, at) => tooLong(check.id, ['checks', at, 'id'])),
  ...SECTIONS.flatMap((section) => repeated(plan[section], [section])),
  ...plan.dossiers.flatMap((dossier, at) => [...repeated(dossier.papers, ['dossiers', at, 'papers']), ...repeated(dossier.sets ?? [], ['dossiers', at, 'sets'])]),
  ...plan.checks.flatMap((check, at) => [
    ...repeated(check.criteria, ['checks', at, 'criteria']),
    ...check.criteria.flatMap((one, place) => (one.type === 'choice' ? repeated(one.choices, ['checks', at, 'criteria', place, 'choices']) : [])),
  ]),
]

function tooLong(id: string, path: Path): Finding[] {
  return id.length <= LONGEST_ID ? [] : [{ path, message: `id "${id}" dài ${id.length} ký tự, nhiều nhất ${LONGEST_ID}`, hint: 'Viết tắt lại cho ngắn, ví dụ bq24-ca-nhan' }]
}

function repeated(items: readonly { readonly id: string }[], path: Path): Finding[] {
  const seen = new Set<string>()
  return items.flatMap(({ id }, at) => {
    const again = seen.has(id)
    seen.add(id)
    return again ? [{ path: [...path, at, 'id'], message: `id "${id}" đã dùng ở trên trong cùng mục`, hint: 'Đặt id khác cho một trong hai' }] : []
  })
}

/** Checks are opened by their id alone (?start=kt_<id>), so it is one of a kind among all plans. */
export function repeatedChecks(plans: readonly SourcedPlan[]): { plan: SourcedPlan; finding: Finding }[] {
  const owners = new Map<string, string>()
  return plans.flatMap((sourced) =>
    sourced.plan.checks.flatMap(({ id }, at) => {
      const owner = owners.get(id)
      owners.set(id, owner ?? sourced.plan.id)
      if (owner === undefined || owner === sourced.plan.id) return []
      return [{ plan: sourced, finding: { path: ['checks', at, 'id'], message: `Kế hoạch ${owner} đã có một mục kiểm tra mang id "${id}"`, hint: 'Thêm tên địa bàn và năm vào id, ví dụ sp20-nong-dan' } }]
    }),
  )
}
