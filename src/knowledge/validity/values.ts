import type { Check, Criterion, Threshold } from '../types.ts'
import type { Path } from '../yaml-file.ts'
import type { Finding, PlanRule } from './finding.ts'

/** Values that the schema lets through and that mean nothing: a range upside down, a rule that names no day. */
export const values: PlanRule = ({ plan }) => [
  ...(plan.years === undefined || plan.years.includes(plan.year) ? [] : [{ path: ['years'], message: `"years" không có năm ${plan.year} của kế hoạch`, hint: `Thêm ${plan.year} vào years` }]),
  ...plan.periods.flatMap((period, at) => upsideDown(period, ['periods', at])),
  ...plan.deadlines.flatMap(({ due }, at) => ('from' in due ? upsideDown(due, ['deadlines', at, 'due']) : [])),
  ...plan.thresholds.flatMap((one, at) => thresholdFindings(one, ['thresholds', at])),
  ...plan.checks.flatMap((check, at) => checkFindings(check, ['checks', at])),
]

function upsideDown({ from, to }: { from: string; to: string }, path: Path): Finding[] {
  return from <= to ? [] : [{ path: [...path, 'from'], message: `Ngày bắt đầu ${from} sau ngày kết thúc ${to}`, hint: 'Đổi lại from và to' }]
}

function thresholdFindings({ comparison, value, upper }: Threshold, path: Path): Finding[] {
  if (comparison !== 'between') return upper === undefined ? [] : [{ path: [...path, 'upper'], message: `"upper" chỉ dùng khi comparison là between, ở đây là ${comparison}`, hint: 'Bỏ upper, hoặc sửa thành comparison: between' }]
  if (upper === undefined) return [{ path, message: 'Chỉ tiêu "between" thiếu cận trên', hint: 'Thêm dòng upper: với giá trị lớn nhất' }]
  return value <= upper ? [] : [{ path: [...path, 'upper'], message: `Cận trên ${upper} nhỏ hơn cận dưới ${value}`, hint: 'Đổi lại value và upper' }]
}

function checkFindings(check: Check, path: Path): Finding[] {
  const nothing = check.criteria.length === 0 && (check.targets ?? []).length === 0
  return [
    ...(nothing ? [{ path, message: `Mục kiểm tra "${check.id}" không hỏi gì`, hint: 'Thêm criteria, hoặc targets với id của các chỉ tiêu' }] : []),
    ...check.criteria.flatMap((one, at) => criterionFindings(one, [...path, 'criteria', at])),
  ]
}

function criterionFindings(criterion: Criterion, path: Path): Finding[] {
  const { passes } = criterion
  if (typeof passes === 'object' && Object.keys(passes).length === 0) return [{ path: [...path, 'passes'], message: `Tiêu chuẩn "${criterion.id}" có "passes" để trống`, hint: 'Điền giới hạn, ví dụ { at_least: 3 }; câu chỉ để dẫn câu khác thì bỏ cả passes' }]
  if (criterion.type === 'number' && criterion.min > criterion.max) return [{ path: [...path, 'max'], message: `Tiêu chuẩn "${criterion.id}" có max ${criterion.max} nhỏ hơn min ${criterion.min}`, hint: 'Đổi lại min và max' }]
  return []
}
