import { said, type Fact } from '../files/compare.ts'
import type { Section } from '../files/plan-yml.ts'

/** Facts and their values in a few Vietnamese words. */

export const vietnameseDay = (day: string) => day.split('-').reverse().join('/')

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

const SIGNS: Readonly<Record<string, string>> = { at_least: 'từ', more_than: 'trên', at_most: 'không quá', less_than: 'dưới', exactly: '', between: '' }

/** "từ 90 % hộ dân được tuyên truyền", "0 đơn vị bị phân loại Yếu": the unit once. */
export function figureOf(fact: Fact): string {
  const [metric, unit] = [said(fact['metric']), said(fact['unit'])]
  const number = `${SIGNS[said(fact['comparison'])] ?? ''} ${said(fact['value'])}${fact['upper'] === undefined ? '' : `–${fact['upper_excluded'] === true ? 'dưới ' : ''}${said(fact['upper'])}`}`.trim()
  return metric.startsWith(unit) ? `${number} ${metric}` : `${number} ${unit} ${metric}`
}

/** A fact in one line, by its section: what a person tells it by. */
export function factWords(section: Section, fact: Fact): string {
  if (section === 'deadlines') return `${said(fact['task'])}: ${dueWords(fact['due'])}`
  if (section === 'thresholds') return figureOf(fact)
  const text = said(fact['name'] ?? fact['title'] ?? fact['who'] ?? fact['says'])
  return fact['does'] ? `${text}: ${said(fact['does'])}` : fact['says'] && fact['name'] ? `${text}: ${said(fact['says'])}` : text
}
