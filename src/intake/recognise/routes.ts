import { fold } from '../../language/normalise.ts'
import { stretchesOf, type Passage, type Stretch } from '../passages.ts'
import { quoteOf } from '../quote.ts'
import { addresseeFor } from './addressee.ts'
import { bodyEnd, isOffice } from './bodies.ts'
import { sourceIn, type Found, type Setting } from './found.ts'
import { isRow } from './rows.ts'
import { HAS_VERB } from './verbs.ts'

/**
 * The way of a dossier from office to office.
 * "b) Tuyến trình hồ sơ đề nghị khen thưởng cấp thị xã" with one office a row; "Trình tự thực hiện" with "- Bước 1: …";
 * "Quy trình xét khen thưởng"; or all in one sentence: "Các xã gửi hồ sơ về Công an huyện …; Công an huyện chuyển hồ sơ đến
 * Phòng Nội vụ …; Phòng Nội vụ hoàn thiện hồ sơ trình …", each office taking up what the one before has sent it. Not: the duties of offices in general.
 */
const HEADING = /^(?:tuyến trình|quy trình|trình tự|các bước|thủ tục trình|luồng)/iu
const STEP = /^(?:bước \d+\s*[:.–-]\s*)/iu

export function readRoutes(setting: Setting): Found<'routes'>[] {
  return setting.passages.flatMap((passage): Found<'routes'>[] => {
    if (passage.zone !== 'body' || isRow(passage)) return []
    const told = routeTold(passage)
    if (told) return [told]
    if (!HEADING.test(passage.text) || passage.text.length > 160) return []
    const steps = passage.children.flatMap((child) => stepOf(child) ?? [])
    if (steps.length < 2) return []
    const name = passage.text.replace(/[:.;]+\s*$/, '')
    return [{ fact: { name, steps, source: sourceIn(passage, passage.text) }, name, at: passage }]
  })
}

/** A sentence of parts, each opened by the office that the part before sends the papers to. */
function routeTold(passage: Passage): Found<'routes'> | undefined {
  for (const sentence of stretchesOf(passage.text, false)) {
    const label = /^[^:;.]{4,80}: /u.exec(passage.text.slice(sentence.start, sentence.end))?.[0] ?? ''
    const parts = stretchesOf(passage.text.slice(sentence.start + label.length, sentence.end), true).map(({ start, end }) => ({ start: start + sentence.start + label.length, end: end + sentence.start + label.length }))
    const steps = parts.map((part) => partOf(passage, part))
    const linked = steps.every((step, at) => step !== undefined && (at === 0 || fold(steps[at - 1]?.does ?? '').includes(fold(step.who))))
    if (steps.length < 2 || !linked || !/hồ sơ/iu.test(passage.text.slice(sentence.start, sentence.end))) continue
    const name = HEADING.test(label) ? label.replace(/: $/, '') : 'Tuyến trình hồ sơ'
    return { fact: { name, steps: steps.filter((step) => step !== undefined), source: sourceIn(passage, quoteOf(passage.text, sentence, sentence.start, Math.min(sentence.end, sentence.start + 200))) }, name, at: passage }
  }
  return undefined
}

type Step = Found<'routes'>['fact']['steps'][number]

function partOf(passage: Passage, { start, end }: Stretch): Step | undefined {
  const { text } = passage
  const to = bodyEnd(text, start)
  const does = to === undefined ? '' : text.slice(to, end).replace(/^[\s,]+|[\s;.]+$/gu, '')
  if (to === undefined || to >= end || !isOffice(text, start) || HAS_VERB.exec(does)?.index !== 0) return undefined
  return { who: text.slice(start, to), does, ...addresseeFor(text, to, end, to), source: sourceIn(passage, quoteOf(text, { start, end }, start, Math.min(end, start + 220))) }
}

function stepOf(passage: Passage): Step | undefined {
  const from = STEP.exec(passage.text)?.[0].length ?? 0
  const end = bodyEnd(passage.text, from)
  const who = end !== undefined && (isOffice(passage.text, from) || from > 0) ? passage.text.slice(from, end) : undefined
  const does = passage.text.slice(who === undefined ? from : end).replace(/^[\s:,–-]+/u, '').replace(/[;.]+$/, '')
  if (does.length < 8 || (who === undefined && from === 0)) return undefined
  const short = does.length > 220 ? `${does.slice(0, does.lastIndexOf(' ', 220))}…` : does
  return { who: who ?? 'Người thực hiện', does: short, ...addresseeFor(passage.text, 0, passage.text.length, 0), source: sourceIn(passage, quoteOf(passage.text, { start: 0, end: passage.text.length }, 0, Math.min(passage.text.length, 220))) }
}
