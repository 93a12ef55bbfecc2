/** Quotations cut from a passage: long enough to be understood, short enough to be shown. */

const LONGEST = 260

interface Span {
  readonly start: number
  readonly end: number
}

/**
 * The words from `start` to `end` with as much around them as is shown: the whole of `within` where that is short, else
 * from and to the nearest semicolon, bracket or full stop. Always a piece of `text` as it stands.
 */
export function quoteOf(text: string, within: Span, start: number, end: number): string {
  if (within.end - within.start <= LONGEST) return trimmed(text.slice(within.start, within.end))
  const room = Math.max(0, LONGEST - (end - start))
  const from = opening(text, within, start, Math.floor(room * 0.6))
  const to = closing(text, within, from, end, LONGEST - (end - from))
  return trimmed(text.slice(from, to))
}

function opening(text: string, within: Span, start: number, room: number): number {
  const least = Math.max(within.start, start - room)
  let comma = -1
  for (let at = start - 1; at >= least; at--) {
    const sign = text.charAt(at)
    if (sign === '(' || ((sign === ';' || sign === ':' || sign === '.') && /\s/.test(text.charAt(at + 1)))) return at + 1
    if (sign === ',' && comma < 0 && start - at > 30) comma = at + 1
  }
  if (least === within.start) return least
  return comma >= 0 ? comma : wordStart(text, least, start)
}

function wordStart(text: string, from: number, start: number): number {
  const space = text.indexOf(' ', from)
  return space >= 0 && space < start ? space + 1 : start
}

function closing(text: string, within: Span, from: number, end: number, room: number): number {
  const most = Math.min(within.end, end + Math.max(0, room))
  let depth = 0
  for (const sign of text.slice(from, end)) depth = sign === '(' ? depth + 1 : sign === ')' ? Math.max(0, depth - 1) : depth
  let comma = -1
  for (let at = end; at < most; at++) {
    const sign = text.charAt(at)
    if (sign === '(') depth++
    else if (sign === ')' && depth-- === 0) return at
    else if (depth === 0 && (sign === ';' || (sign === '.' && /\s|$/.test(text.charAt(at + 1) || ' ')))) return at
    else if (sign === ',' && depth === 0) comma = at
  }
  if (most === within.end) return most
  return comma >= 0 ? comma : Math.max(end, text.lastIndexOf(' ', most))
}

const trimmed = (text: string) => text.replace(/^[\s;,]+|[\s;,]+$/g, '')
