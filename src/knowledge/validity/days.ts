import { formatDay } from '../../language/format.ts'
import { contradicted, contradictedEnds } from '../quoted-days.ts'
import type { Due, Source } from '../types.ts'
import type { Path } from '../yaml-file.ts'
import type { Finding, PlanRule } from './finding.ts'

/** "due: 28/03/2026" over a quote that says "28/02/2026": one of the two is a slip, and nobody would notice it in an answer. */
export const days: PlanRule = ({ plan }) => [
  ...plan.deadlines.flatMap((one, at) => dayFinding('Hạn', contradicted(daysOf(one.due), quotesOf(one)), ['deadlines', at, 'due'])),
  ...plan.periods.flatMap((one, at) => (['from', 'to'] as const).flatMap((key) => dayFinding('Thời gian', contradictedEnds([one[key]], quotesOf(one)), ['periods', at, key]))),
]

/** The days, or the month or quarter, that a due names itself. */
export function daysOf(due: Due): string[] {
  if ('every' in due || 'after' in due || 'event' in due) return []
  return Object.values(due)
}

const quotesOf = ({ source, also = [] }: { source: Source; also?: readonly Source[] | undefined }) => [source, ...also].map(({ quote }) => quote)

function dayFinding(what: string, found: ReturnType<typeof contradicted>, path: Path): Finding[] {
  return found ? [{ path, message: `${what} ghi ${formatted(found.value)} nhưng câu trích ghi ${found.quoted}`, hint: 'Sửa theo ngày trong câu trích, hoặc chép câu trích có đúng ngày này từ plan.md' }] : []
}

const formatted = (value: string) => (value.length === 10 ? formatDay(value as Parameters<typeof formatDay>[0]) : value)
