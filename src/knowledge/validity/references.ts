import type { Check, Criterion, Plan, Requirement } from '../types.ts'
import type { Path } from '../yaml-file.ts'
import type { Finding, PlanRule } from './finding.ts'
import { hasFact } from './fact-names.ts'

/** An id that one fact names another by must be there. */
export const references: PlanRule = ({ plan }) => [
  ...plan.deadlines.flatMap((one, at) => [...awards(plan, one.awards, ['deadlines', at]), ...point(plan.periods, one.period, ['deadlines', at, 'period'], 'periods')]),
  ...plan.dossiers.flatMap((one, at) => [
    ...awards(plan, one.awards, ['dossiers', at]),
    ...point(plan.deadlines, one.deadline, ['dossiers', at, 'deadline'], 'deadlines'),
    ...(one.sets ?? []).flatMap((set, place) => awards(plan, set.awards, ['dossiers', at, 'sets', place])),
  ]),
  ...plan.thresholds.flatMap((one, at) => awards(plan, one.awards, ['thresholds', at])),
  ...plan.not_modelled.flatMap((one, at) => awards(plan, one.awards, ['not_modelled', at])),
  ...plan.notes.flatMap((note, at) => note.on.flatMap((name, place) => (hasFact(plan, name) ? [] : [unknownFact(name, ['notes', at, 'on', place])]))),
  ...plan.checks.flatMap((check, at) => checkReferences(plan, check, ['checks', at])),
]

function checkReferences(plan: Plan, check: Check, path: Path): Finding[] {
  return [
    ...awards(plan, check.awards, path),
    ...point(plan.dossiers, check.dossier, [...path, 'dossier'], 'dossiers'),
    ...point(plan.deadlines, check.registration, [...path, 'registration'], 'deadlines'),
    ...each(plan.deadlines, check.deadlines, [...path, 'deadlines'], 'deadlines'),
    ...each(plan.thresholds, check.targets, [...path, 'targets'], 'thresholds'),
    ...requirementIds(check.requires, [...path, 'requires']).flatMap(({ id, path: place }) => point(check.criteria, id, place, 'criteria')),
    ...check.criteria.flatMap((one, at) => criterionReferences(plan, check, one, [...path, 'criteria', at])),
  ]
}

function criterionReferences(plan: Plan, check: Check, criterion: Criterion, path: Path): Finding[] {
  const found = conditionFindings(check, criterion, path)
  if (criterion.type === 'choice') found.push(...each(criterion.choices, criterion.passes, [...path, 'passes'], 'choices'))
  if (criterion.type === 'date') found.push(...point(plan.deadlines, criterion.passes?.deadline, [...path, 'passes', 'deadline'], 'deadlines'))
  if ((criterion.type === 'number' || criterion.type === 'years') && criterion.passes && 'threshold' in criterion.passes) found.push(...point(plan.thresholds, criterion.passes.threshold, [...path, 'passes', 'threshold'], 'thresholds'))
  return found
}

/** `when` names a criterion asked before, and an answer that it can have. */
function conditionFindings(check: Check, criterion: Criterion, path: Path): Finding[] {
  const { when } = criterion
  if (!when) return []
  const steering = check.criteria.find(({ id }) => id === when.criterion)
  if (!steering) return point(check.criteria, when.criterion, [...path, 'when', 'criterion'], 'criteria')
  if (check.criteria.indexOf(steering) >= check.criteria.indexOf(criterion)) return [{ path: [...path, 'when', 'criterion'], message: `"when" dựa vào tiêu chuẩn "${when.criterion}" được hỏi sau`, hint: 'Chuyển tiêu chuẩn đó lên trên tiêu chuẩn này' }]
  const answers = [when.is].flat()
  if (steering.type === 'yes-no') return answers.every((one) => typeof one === 'boolean') ? [] : [{ path: [...path, 'when', 'is'], message: `"${when.criterion}" là câu có/không, nên "is" phải là true hoặc false`, hint: 'Viết is: true hoặc is: false, không có nháy' }]
  if (steering.type !== 'choice') return [{ path: [...path, 'when', 'criterion'], message: `"when" chỉ dựa được vào câu có/không hoặc câu chọn, còn "${when.criterion}" là "${steering.type}"`, hint: 'Thêm một câu có/không hoặc câu chọn rồi dựa vào đó' }]
  return answers.flatMap((answer) => point(steering.choices, String(answer), [...path, 'when', 'is'], 'choices'))
}

function requirementIds(requirement: Requirement | undefined, path: Path): { id: string; path: Path }[] {
  if (requirement === undefined) return []
  if (typeof requirement === 'string') return [{ id: requirement, path }]
  const [key, parts] = 'all' in requirement ? (['all', requirement.all] as const) : (['any', requirement.any] as const)
  return parts.flatMap((part, at) => requirementIds(part, [...path, key, at]))
}

const awards = (plan: Plan, named: readonly string[] | undefined, path: Path) => each(plan.awards, named, [...path, 'awards'], 'awards')

function each(items: readonly { readonly id: string }[], named: readonly string[] | undefined, path: Path, section: string): Finding[] {
  return (named ?? []).flatMap((id, at) => point(items, id, [...path, at], section))
}

function point(items: readonly { readonly id: string }[], id: string | undefined, path: Path, section: string): Finding[] {
  if (id === undefined || items.some((item) => item.id === id)) return []
  const known = items.map((item) => item.id)
  return [{ path, message: `Không có "${id}" trong ${section}`, hint: known.length > 0 ? `Chọn một trong: ${known.join(', ')}` : `Thêm nó vào ${section}, hoặc bỏ dòng này` }]
}

/** A name like "deadline/nop-ho-so" that is nowhere. */
export function unknownFact(name: string, path: Path): Finding {
  return { path, message: `Không có mục "${name}"`, hint: 'Viết loại/id, ví dụ deadline/nop-ho-so; loại là period, deadline, dossier, paper, threshold, award, route, audience, duty, basis, statement, not-modelled, note hoặc check' }
}
