import { findTimes } from '../../language/dates.ts'
import { dayOf, yearOf } from '../../language/day.ts'
import { stretchesOf, type Passage } from '../passages.ts'
import { quoteOf } from '../quote.ts'
import { boundOf } from './dues.ts'
import { sourceIn, type Found, type Setting } from './found.ts'

/**
 * The time of the whole plan and of its phases.
 * "Thời gian thi đua: từ ngày 19 tháng 8 năm 2024 đến ngày 19 tháng 8 năm 2025", "- Đợt 1: Từ ngày … đến ngày …",
 * "Đợt thi đua được thực hiện từ tháng 03/2020 đến tháng 10/2020", "Giai đoạn 2: từ 01/7 đến 30/11/2025".
 * Not: "giai đoạn 2021-2025" of a cited programme, "(03/02/1930 - 03/02/2025)", a time for handing in.
 */
const PHASE = /(?:^|[\s:;(–-])((?:đợt|giai đoạn|chặng|bước|kỳ|vòng) (?:thi (?:đua )?)?(?:\d{1,2}|[IVX]{1,4}|một|hai|ba|cuối|đầu))(?!\p{L}|\d|-)/iu
const TIME_OF = /(?:thời gian|thời hạn) (?:thi đua|thực hiện|tổ chức|triển khai|phát động|của (?:đợt|phong trào|cuộc))|(?:phong trào|đợt|cuộc) (?:thi đua|vận động|thi)[^.;]{0,60}(?:bắt đầu|diễn ra|được (?:thực hiện|tổ chức|triển khai|phát động)|kéo dài|tổ chức)|^(?:thời gian|từ (?:ngày|tháng|quý))/iu
const HANDING_IN = /(?:nộp|gửi|tiếp nhận|đăng ký|nhận) (?:hồ sơ|bài|báo cáo|sản phẩm|tác phẩm|đăng ký|dự thi)/iu

export function readPeriods(setting: Setting): Found<'periods'>[] {
  const found = setting.passages.flatMap((passage) => (passage.zone === 'tail' || passage.text.startsWith('|') ? [] : periodsOf(passage, setting)))
  const phases = found.filter((one) => !one.fact.whole)
  const [whole] = found.filter((one) => one.fact.whole)
  const all = [...(whole ? [whole] : []), ...phases]
  return whole ? all : [...spanOfTitle(setting), ...yearOfTitle(setting), ...all]
}

function periodsOf(passage: Passage, setting: Setting): Found<'periods'>[] {
  return stretchesOf(passage.text, false).flatMap((sentence): Found<'periods'>[] => {
    const said = passage.text.slice(sentence.start, sentence.end)
    const times = findTimes(said)
    const second = times.findIndex((time) => time.link === 'to')
    const [first, last] = [times[second - 1], times[second]]
    if (!first || !last || !/(?:từ|bắt đầu|:)\s*(?:hết\s)?$/iu.test(said.slice(0, first.start))) return []
    const [from, to] = [boundOf(first, 'first', setting), boundOf(last, 'last', setting)]
    if (!from || !to || from >= to || Math.abs(yearOf(from) - setting.year) > 6) return []
    const before = said.slice(0, first.start)
    const phase = PHASE.exec(before)?.[1] ?? PHASE.exec(passage.heading)?.[1]
    const above = passage.parent?.heading ?? ''
    if (HANDING_IN.test(before) || (!phase && !TIME_OF.test(before) && !TIME_OF.test(above))) return []
    const name = phase ? phase.charAt(0).toUpperCase() + phase.slice(1) : 'Cả thời gian thực hiện'
    const source = sourceIn(passage, quoteOf(passage.text, { start: sentence.start, end: sentence.start + last.end }, sentence.start, sentence.start + last.end))
    return [{ fact: { name, from, to, ...(phase ? {} : { whole: true }), source }, name: phase ?? 'ca thoi gian', at: passage }]
  })
}

/** "giai đoạn 2025 - 2027" in the title. */
function spanOfTitle(setting: Setting): Found<'periods'>[] {
  const match = /giai đoạn (20\d\d)\s?(?:[-–]|đến(?: năm)?)\s?(20\d\d)/iu.exec(setting.title)
  const at = match && setting.passages.find((passage) => passage.zone === 'head' && passage.text.includes(match[0]))
  const [from, to] = [dayOf(Number(match?.[1]), 1, 1), dayOf(Number(match?.[2]), 12, 31)]
  if (!match || !at || !from || !to || from > to) return []
  const start = at.text.indexOf(match[0])
  return [{ fact: { name: match[0].charAt(0).toUpperCase() + match[0].slice(1), from, to, whole: true, source: sourceIn(at, quoteOf(at.text, { start: 0, end: at.text.length }, start, start + match[0].length)) }, name: match[0], at }]
}

/** A plan "năm 2024" that names no days holds for that year. */
function yearOfTitle(setting: Setting): Found<'periods'>[] {
  const year = /năm (20\d\d)(?!\s?[-–]\s?\d)/iu.exec(setting.title)?.[1]
  const named = setting.passages.filter((passage) => passage.zone === 'head' && passage.text.includes(`năm ${year ?? ''}`) && !/^(?:căn cứ|thực hiện|xét|theo)|ngày[\s\d….]*tháng/iu.test(passage.text))
  const at = year ? named[0] : undefined
  const [from, to] = [dayOf(Number(year), 1, 1), dayOf(Number(year), 12, 31)]
  if (!at || !from || !to) return []
  return [{ fact: { name: `Năm ${year}`, from, to, whole: true, source: sourceIn(at, quoteOf(at.text, { start: 0, end: at.text.length }, at.text.indexOf(`năm ${year}`), at.text.indexOf(`năm ${year}`) + 8)) }, name: `nam ${year}`, at }]
}
