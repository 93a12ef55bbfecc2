import type { Check, Criterion, Plan, Requirement, Threshold } from '../knowledge/types.ts'
import { formatDay, formatNumber } from '../language/format.ts'

/** Mermaid ends a label at a double quote, and takes some marks for markup: each is written as its code. */
const label = (text: string) => `"${text.replace(/\s+/g, ' ').replace(/[#"<>`\\]/g, (mark) => `#${mark.charCodeAt(0)};`)}"`

/**
 * A check as a Mermaid flowchart, a line each: its questions in order, when each is asked, what passes, and the verdict.
 * Nodes: q1… questions, w1… conditions, g1… groups of which one must hold.
 */
export function flowOf(check: Check, plan: Plan): string[] {
  const { alone, groups } = required(check)
  const steps = [
    ...(check.targets ?? []).map((id) => ({ criterion: undefined, id, ask: plan.thresholds.find((one) => one.id === id)?.ask ?? id, pass: thresholdText(plan.thresholds.find((one) => one.id === id)) })),
    ...check.criteria.map((criterion) => ({ criterion, id: criterion.id, ask: criterion.ask, pass: passText(criterion, plan) })),
  ]
  const lines = ['flowchart TD', `  start([${label(`${check.title} – ${check.subject.name}`)}])`]
  const entry = (at: number): string => (at < steps.length ? (steps[at]?.criterion?.when ? `w${at + 1}` : `q${at + 1}`) : groups.length > 0 ? 'g1' : 'all')
  lines.push(`  start --> ${entry(0)}`)
  steps.forEach(({ criterion, id, ask, pass }, at) => {
    const node = `q${at + 1}`
    const next = entry(at + 1)
    if (criterion?.when) {
      lines.push(`  w${at + 1}{${label(conditionText(criterion.when, check))}}`, `  w${at + 1} -->|"đúng"| ${node}`, `  w${at + 1} -->|"không"| ${next}`)
    }
    lines.push(`  ${node}[${label(`${at + 1}. ${ask}`)}]`)
    if (pass === undefined) lines.push(`  ${node} --> ${next}`)
    else {
      lines.push(`  ${node} -->|${label(`đạt: ${pass}`)}| ${next}`)
      lines.push(alone.has(id) ? `  ${node} -->|"không đạt"| no` : `  ${node} -->|"không đạt"| ${next}`)
    }
  })
  groups.forEach((group, at) => {
    const next = at + 1 < groups.length ? `g${at + 2}` : 'all'
    const names = requirementText(group, (id) => String(steps.findIndex((step) => step.id === id) + 1))
    lines.push(`  g${at + 1}{${label(`Cần ${names}`)}}`, `  g${at + 1} -->|"có"| ${next}`, `  g${at + 1} -->|"không"| no`)
  })
  lines.push('  all{"Mọi câu đều có trả lời?"}', '  all -->|"còn câu không rõ"| unknown', `  all -->|"có"| ${check.open_ended ? 'open' : 'yes'}`)
  if (check.open_ended) lines.push(`  open([${label(`Chưa chắc chắn: ${check.open_ended}`)}])`)
  else lines.push('  yes(["Đủ điều kiện"])')
  return [...lines, '  no(["Không đủ điều kiện"])', '  unknown(["Chưa chắc chắn: còn câu không rõ"])']
}

/** What must hold by itself, and the groups of which one part must. Without `requires` every question must hold. */
function required(check: Check): { alone: Set<string>; groups: Requirement[] } {
  const alone = new Set(check.targets)
  const groups: Requirement[] = []
  const take = (part: Requirement) => {
    if (typeof part === 'string') alone.add(part)
    else if ('all' in part) part.all.forEach(take)
    else groups.push(part)
  }
  take(check.requires ?? { all: check.criteria.map(({ id }) => id) })
  return { alone, groups }
}

function requirementText(part: Requirement, numberOf: (id: string) => string): string {
  if (typeof part === 'string') return `câu ${numberOf(part)}`
  const [parts, between] = 'all' in part ? [part.all, ' và '] : [part.any, ' hoặc ']
  return parts.map((one) => (typeof one === 'string' ? requirementText(one, numberOf) : `(${requirementText(one, numberOf)})`)).join(between)
}

function conditionText(when: NonNullable<Criterion['when']>, check: Check): string {
  const steering = check.criteria.find(({ id }) => id === when.criterion)
  const answers = [when.is].flat().map((answer) => (typeof answer === 'boolean' ? (answer ? 'có' : 'không') : choiceLabel(steering, answer)))
  return `Chỉ hỏi tiếp nếu câu ${check.criteria.findIndex(({ id }) => id === when.criterion) + 1 + (check.targets?.length ?? 0)} trả lời: ${answers.join(', ')}`
}

const choiceLabel = (criterion: Criterion | undefined, id: string) => (criterion?.type === 'choice' ? (criterion.choices.find((choice) => choice.id === id)?.label ?? id) : id)

/** The answer that passes, or undefined where the question only steers others. */
function passText(criterion: Criterion, plan: Plan): string | undefined {
  const { passes } = criterion
  if (passes === undefined) return undefined
  if (typeof passes === 'boolean') return passes ? 'có' : 'không'
  if (Array.isArray(passes)) return passes.map((id) => choiceLabel(criterion, id)).join(', ')
  if ('threshold' in passes) return thresholdText(plan.thresholds.find(({ id }) => id === passes.threshold))
  const unit = criterion.type === 'number' ? ` ${criterion.unit}` : criterion.type === 'years' ? ' năm liên tục' : ''
  return Object.entries<string | number>(passes)
    .map(([bound, value]) => boundText(bound, value, unit, plan))
    .join(', ')
}

function thresholdText(threshold: Threshold | undefined): string | undefined {
  if (!threshold) return undefined
  const { comparison, value, upper = value, upper_excluded: below, unit } = threshold
  return comparison === 'between' ? `từ ${formatNumber(value)} đến ${below ? 'dưới ' : ''}${formatNumber(upper)} ${unit}` : `${BOUNDS[comparison]} ${formatNumber(value)} ${unit}`
}

const BOUNDS: Readonly<Record<string, string>> = { at_least: 'từ', more_than: 'trên', at_most: 'không quá', less_than: 'dưới', exactly: 'đúng', before: 'trước ngày', by: 'chậm nhất ngày', from: 'từ ngày' }

function boundText(bound: string, value: string | number, unit: string, plan: Plan): string {
  if (bound === 'deadline') return `trong hạn "${plan.deadlines.find(({ id }) => id === value)?.task ?? value}"`
  return `${BOUNDS[bound] ?? bound} ${typeof value === 'number' ? formatNumber(value) : formatDay(value as Parameters<typeof formatDay>[0])}${unit}`
}
