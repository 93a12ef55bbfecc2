import type { Block, CalendarEntry } from '../answer/message.ts'
import { addDays, daysBetween, lastDayOfMonth, monthOf, yearOf, type Day } from '../language/day.ts'
import type { Drawing, Shape } from './drawing.ts'
import { paragraphAt, rounded, widthOf, written, type Lettering } from './lettering.ts'
import { drawn } from './wording.ts'

/** Deadlines on a strip of months: a line a deadline, its days as dots or bars, past ones grey, today marked on every line. */

type Calendar = Extract<Block, { type: 'calendar' }>

const EDGE = 12
const MOST_ROWS = 14
/** Days between today and the nearest deadline beyond which today is told in words: drawn, it would squeeze all else. */
const FAR = 92
const SMALL: Lettering = { size: 11, fill: 'soft' }
const PLAN: Lettering = { size: 12, bold: true, fill: 'soft' }
const DATE: Lettering = { size: 13, bold: true, fill: 'ink' }
const TASK: Lettering = { size: 13, fill: 'ink' }

interface Scale {
  readonly from: Day
  readonly to: Day
  readonly perDay: number
  /** The middle of a day. */
  readonly at: (day: Day) => number
}

/** `width` in the units of the letters' sizes: 328 for a phone and for a picture, more for a wide page. */
export function drawStrip({ today, entries }: Calendar, width: number): Drawing {
  const rows = rowsOf(entries)
  const near = isNear(today, entries)
  const scale = scaleOf(near ? [today, ...daysOf(entries)] : daysOf(entries), width)
  const axis = drawAxis(scale, today, near, width)
  const shapes = [...axis.shapes]
  let y = axis.end
  let plan = ''
  for (const row of rows.slice(0, MOST_ROWS)) {
    if (row.plan !== plan) {
      const heading = paragraphAt(row.plan, EDGE, y + 22, width - 2 * EDGE, PLAN, 2)
      shapes.push(...heading.shapes)
      y = heading.end - 8
      plan = row.plan
    }
    const drawnRow = drawRow(row, y, scale, near ? today : undefined, today, width)
    shapes.push(...drawnRow.shapes)
    y = drawnRow.end
  }
  if (rows.length > MOST_ROWS) {
    shapes.push(written(drawn.more(rows.length - MOST_ROWS), EDGE, y + 16, SMALL))
    y += 20
  }
  return { width, height: Math.ceil(y + EDGE), label: drawn.strip(rows.length, scale.from, scale.to), shapes }
}

interface Row {
  readonly plan: string
  readonly label: string
  readonly times: readonly { readonly from?: Day; readonly lastDay: Day }[]
}

/** Times of one deadline share a line. */
function rowsOf(entries: readonly CalendarEntry[]): Row[] {
  const rows = new Map<string, { plan: string; label: string; times: CalendarEntry[] }>()
  for (const entry of entries) {
    const key = `${entry.plan}\n${entry.label}`
    const row = rows.get(key) ?? { plan: entry.plan, label: entry.label, times: [] }
    row.times.push(entry)
    rows.set(key, row)
  }
  return [...rows.values()]
}

function daysOf(entries: readonly CalendarEntry[]): Day[] {
  return entries.flatMap(({ from, lastDay }) => (from === undefined ? [lastDay] : [from, lastDay]))
}

function isNear(today: Day, entries: readonly CalendarEntry[]): boolean {
  const days = daysOf(entries).sort()
  const [first, last] = [days[0] as Day, days.at(-1) as Day]
  return daysBetween(today, first) <= FAR && daysBetween(last, today) <= FAR
}

/** Whole months around all of the days. */
function scaleOf(days: readonly Day[], width: number): Scale {
  const sorted = [...days].sort()
  const first = sorted[0] as Day
  const last = sorted.at(-1) as Day
  const from = `${first.slice(0, 7)}-01` as Day
  const to = lastDayOfMonth(yearOf(last), monthOf(last))
  const perDay = (width - 2 * EDGE) / (daysBetween(from, to) + 1)
  return { from, to, perDay, at: (day) => EDGE + (daysBetween(from, day) + 0.5) * perDay }
}

/** No plan reaches this far; a slip of a year in one of them would otherwise draw for minutes. */
const MOST_MONTHS = 240

function monthsOf({ from, to }: Scale): Day[] {
  const months: Day[] = []
  for (let month = from; month <= to && months.length < MOST_MONTHS; month = addDays(lastDayOfMonth(yearOf(month), monthOf(month)), 1)) months.push(month)
  return months
}

function drawAxis(scale: Scale, today: Day, near: boolean, width: number): { shapes: Shape[]; end: number } {
  const shapes: Shape[] = []
  const label = drawn.today(today)
  const half = widthOf(label, SMALL) / 2
  if (near) {
    const x = Math.min(Math.max(scale.at(today), EDGE + half), width - EDGE - half)
    shapes.push(written(label, x, 16, { ...SMALL, bold: true, fill: 'accent' }, 'middle'))
  } else shapes.push(written(drawn.todayOutside(today), EDGE, 16, SMALL))
  const months = monthsOf(scale)
  const step = [1, 2, 3, 6, 12].find((one) => one * 30.4 * scale.perDay >= 28) ?? 12
  let year = ''
  for (const [index, month] of months.entries()) {
    const x = scale.at(month) - scale.perDay / 2
    const named = index % step === 0
    if (named && drawn.year(month) !== year) {
      year = drawn.year(month)
      shapes.push(written(year, x + 3, 33, { ...SMALL, bold: true }))
    }
    if (named) shapes.push(written(drawn.month(month), x + 3, 47, SMALL))
    shapes.push(bar(x, named ? 38 : 48, 1, named ? 16 : 6, 'line'))
  }
  shapes.push(bar(EDGE, 54, width - 2 * EDGE, 1, 'line'), ...dayTicks(scale, months))
  return { shapes, end: scale.perDay >= TICKED ? 68 : 56 }
}

/** Units a day from which single days can be read off. */
const TICKED = 1.7

function dayTicks(scale: Scale, months: readonly Day[]): Shape[] {
  if (scale.perDay < TICKED) return []
  const step = scale.perDay >= 3.4 ? 5 : 10
  return months.flatMap((month) =>
    [5, 10, 15, 20, 25].filter((day) => day % step === 0).flatMap((day) => {
      const x = scale.at(addDays(month, day - 1))
      return [bar(x - 0.5, 54, 1, 4, 'line'), written(String(day), x, 68, { size: 10, fill: 'faint' }, 'middle')]
    }),
  )
}

function drawRow(row: Row, top: number, scale: Scale, marked: Day | undefined, today: Day, width: number): { shapes: Shape[]; end: number } {
  const past = row.times.every((time) => time.lastDay < today)
  const next = row.times.find((time) => time.lastDay >= today) ?? (row.times.at(-1) as Row['times'][number])
  const state = drawn.state(next.lastDay, today)
  const stateWidth = widthOf(state, { size: 12 })
  const inner = width - 2 * EDGE
  const date = paragraphAt(daysInWords(row.times), EDGE, top + 20, inner - stateWidth - 10, past ? { ...DATE, fill: 'faint' } : DATE, 3)
  const task = paragraphAt(row.label, EDGE, date.end, inner, past ? { ...TASK, fill: 'faint' } : TASK, 2)
  const track = task.end
  const shapes = [
    ...date.shapes,
    written(state, width - EDGE, top + 20, { size: 12, bold: !past, fill: past ? 'faint' : 'accent' }, 'end'),
    ...task.shapes,
    bar(EDGE, track - 1, inner, 2, 'line'),
    ...monthsOf(scale).slice(1).map((month) => bar(scale.at(month) - scale.perDay / 2, track - 4, 1, 8, 'line')),
    ...row.times.flatMap(({ from, lastDay }): Shape[] => {
      const tone = lastDay < today ? 'faint' : 'accent'
      const x = scale.at(lastDay)
      const span = from === undefined || from === lastDay ? [] : [bar(scale.at(from) - scale.perDay / 2, track - 3, x - scale.at(from) + scale.perDay / 2, 6, tone)]
      return [...span, { tag: 'circle', at: { cx: rounded(x), cy: rounded(track), r: 5.5 }, fill: tone, stroke: 'paper' }]
    }),
    ...(marked === undefined ? [] : [bar(scale.at(marked) - 1, track - 8, 2, 16, 'accent')]),
  ]
  return { shapes, end: track + 10 }
}

/** "04/11/2024 (thứ Hai)", "01/11/2024 – 30/11/2024", "15/09, 15/12/2024, 15/03/2025" */
function daysInWords(times: Row['times']): string {
  const [only, ...others] = times
  if (only && others.length === 0) return only.from === undefined || only.from === only.lastDay ? drawn.day(only.lastDay) : drawn.span(only.from, only.lastDay)
  return times.map(({ lastDay }, index) => drawn.shortDay(lastDay, times[index + 1]?.lastDay)).join(', ')
}

function bar(x: number, y: number, width: number, height: number, fill: 'line' | 'faint' | 'accent'): Shape {
  return { tag: 'rect', at: { x: rounded(x), y: rounded(y), width: rounded(width), height, rx: Math.min(height, width) / 2 }, fill }
}
