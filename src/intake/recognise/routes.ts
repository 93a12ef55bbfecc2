import type { Passage } from '../passages.ts'
import { quoteOf } from '../quote.ts'
import { addresseeFor } from './addressee.ts'
import { bodyEnd, isOffice } from './bodies.ts'
import { sourceIn, type Found, type Setting } from './found.ts'

/**
 * The way of a dossier from office to office.
 * "b) Tuyến trình hồ sơ đề nghị khen thưởng cấp thị xã" with one office a row; "Trình tự thực hiện" with "- Bước 1: …";
 * "Quy trình xét khen thưởng". Not: the duties of offices in general.
 */
const HEADING = /^(?:tuyến trình|quy trình|trình tự|các bước|thủ tục trình|luồng)/iu
const STEP = /^(?:bước \d+\s*[:.–-]\s*)/iu

export function readRoutes(setting: Setting): Found<'routes'>[] {
  return setting.passages.flatMap((passage): Found<'routes'>[] => {
    if (passage.zone !== 'body' || !HEADING.test(passage.text) || passage.text.length > 160) return []
    const steps = passage.children.flatMap((child) => stepOf(child) ?? [])
    if (steps.length < 2) return []
    const name = passage.text.replace(/[:.;]+\s*$/, '')
    return [{ fact: { name, steps, source: sourceIn(passage, passage.text) }, name, at: passage }]
  })
}

function stepOf(passage: Passage): Found<'routes'>['fact']['steps'][number] | undefined {
  const from = STEP.exec(passage.text)?.[0].length ?? 0
  const end = bodyEnd(passage.text, from)
  const who = end !== undefined && (isOffice(passage.text, from) || from > 0) ? passage.text.slice(from, end) : undefined
  const does = passage.text.slice(who === undefined ? from : end).replace(/^[\s:,–-]+/u, '').replace(/[;.]+$/, '')
  if (does.length < 8 || (who === undefined && from === 0)) return undefined
  const short = does.length > 220 ? `${does.slice(0, does.lastIndexOf(' ', 220))}…` : does
  return { who: who ?? 'Người thực hiện', does: short, ...addresseeFor(passage.text, 0, passage.text.length, 0), source: sourceIn(passage, quoteOf(passage.text, { start: 0, end: passage.text.length }, 0, Math.min(passage.text.length, 220))) }
}
