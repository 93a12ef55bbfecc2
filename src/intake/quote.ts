/** Quotations cut from a passage: long enough to be understood, short enough to be shown. */

const LONGEST = 260
const EDGE = /[;:,.(]/

/**
 * The words from `start` to `end` with as much around them as is shown: the whole of `within` where that is short, else
 * from and to the nearest punctuation. Always a piece of `text` as it stands.
 */
export function quoteOf(text: string, within: { start: number; end: number }, start: number, end: number): string {
  if (within.end - within.start <= LONGEST) return trimmed(text.slice(within.start, within.end))
  const room = Math.max(0, LONGEST - (end - start))
  let from = Math.max(within.start, start - Math.floor(room * 0.75))
  let to = Math.min(within.end, end + Math.floor(room * 0.25))
  if (from > within.start) from = afterEdge(text, from, start)
  if (to < within.end) to = beforeEdge(text, end, to)
  return trimmed(text.slice(from, to))
}

function afterEdge(text: string, from: number, start: number): number {
  for (let at = from; at < start; at++) if (EDGE.test(text.charAt(at)) && /\s/.test(text.charAt(at + 1))) return at + 1
  const space = text.indexOf(' ', from)
  return space >= 0 && space < start ? space + 1 : start
}

function beforeEdge(text: string, end: number, to: number): number {
  for (let at = to - 1; at >= end; at--) if (/[;,.)]/.test(text.charAt(at))) return at + (text.charAt(at) === ')' ? 1 : 0)
  const space = text.lastIndexOf(' ', to)
  return space > end ? space : end
}

const trimmed = (text: string) => text.replace(/^[\s;,]+|[\s;,]+$/g, '')
