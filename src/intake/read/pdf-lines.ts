/** Words of a PDF page put back into lines; distances are in points, y grows upwards. */

export interface Piece {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

/** A stretch of a line that wide gaps part from the next: a cell of a table, or one half of a letterhead. */
export interface Segment {
  readonly text: string
  readonly x: number
  readonly end: number
}

export interface Line {
  readonly text: string
  readonly segments: readonly Segment[]
  readonly x: number
  readonly end: number
  readonly y: number
  readonly size: number
}

/** In widths of the letter size: a gap that is a space, and one that parts columns. */
const SPACE = 0.16
const COLUMN = 2

/** The lines of one page from top to bottom. */
export function linesOfPage(pieces: readonly Piece[]): Line[] {
  const seen = pieces.filter((piece) => piece.text.trim() !== '')
  const groups: Piece[][] = []
  for (const piece of [...seen].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const group = groups.at(-1)
    const first = group?.[0]
    if (group && first && first.y - piece.y < Math.max(first.size, piece.size) * 0.45) group.push(piece)
    else groups.push([piece])
  }
  return groups.map((group) => lineOf(group.sort((a, b) => a.x - b.x)))
}

function lineOf(pieces: readonly Piece[]): Line {
  const segments: { text: string; x: number; end: number }[] = []
  let size = 0
  for (const piece of pieces) {
    size = Math.max(size, piece.size)
    const last = segments.at(-1)
    const gap = last ? piece.x - last.end : Infinity
    const end = piece.x + piece.width
    if (!last || gap > COLUMN * piece.size) segments.push({ text: piece.text, x: piece.x, end })
    else {
      // Text set twice, a hair apart, to look bold.
      if (gap < -0.8 * piece.width && last.text.endsWith(piece.text)) continue
      last.text += (gap > SPACE * piece.size && !last.text.endsWith(' ') ? ' ' : '') + piece.text
      last.end = Math.max(last.end, end)
    }
  }
  const trimmed = segments.map((segment) => ({ ...segment, text: segment.text.replace(/\s+/g, ' ').trim() }))
  const [first] = pieces
  return { text: trimmed.map((segment) => segment.text).join(' '), segments: trimmed, x: first?.x ?? 0, end: Math.max(...trimmed.map((segment) => segment.end)), y: first?.y ?? 0, size }
}
