import { isVisible, type Piece, type Run } from './pieces.ts'

/** Telegram's limits, in UTF-16 units of what is seen; tags and escapes are free. */
const TEXT_LIMIT = 4096
export const CAPTION_LIMIT = 1024
/** Of more, Telegram drops those at the end without a word. */
const ENTITY_LIMIT = 100

/**
 * Pieces as Telegram HTML, one text a message, none over its limit; the first may be shorter (the words under a picture).
 * A text ends between two pieces; a piece too long for any is cut between words.
 */
export function htmlTexts(pieces: readonly Piece[], firstLimit = TEXT_LIMIT): string[] {
  const texts: string[] = []
  let page: Page = emptyPage
  const limit = () => (texts.length === 0 ? firstLimit : TEXT_LIMIT)
  const close = () => {
    // Telegram refuses a text in which nothing can be seen.
    if (page.visible) texts.push(page.html)
    page = emptyPage
  }
  for (const piece of pieces) {
    let rest: Piece | undefined = piece
    while (rest !== undefined) {
      const longer: Page = withPiece(page, rest)
      if (longer.length <= limit() && longer.entities <= ENTITY_LIMIT) {
        page = longer
        rest = undefined
      } else if (page.length > 0) {
        close()
      } else {
        const [head, tail] = cutPiece(rest, limit())
        page = withPiece(page, head)
        rest = tail
      }
    }
  }
  close()
  return texts
}

interface Page {
  readonly html: string
  readonly length: number
  readonly entities: number
  readonly visible: boolean
}
const emptyPage: Page = { html: '', length: 0, entities: 0, visible: false }

function withPiece(page: Page, piece: Piece): Page {
  const gap = page.length === 0 ? '' : piece.tight ? '\n' : '\n\n'
  const inner = piece.runs.map(htmlRun).join('')
  return {
    html: page.html + gap + (piece.quoted ? `<blockquote${piece.folded ? ' expandable' : ''}>${inner}</blockquote>` : inner),
    length: page.length + gap.length + lengthOf(piece.runs),
    entities: page.entities + (piece.quoted ? 1 : 0) + piece.runs.filter((run) => run.style !== undefined).length,
    visible: page.visible || isVisible(piece),
  }
}

function lengthOf(runs: readonly Run[]): number {
  return runs.reduce((sum, run) => sum + run.text.length, 0)
}

function htmlRun({ text, style }: Run): string {
  const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  if (style === undefined || text === '') return escaped
  return typeof style === 'string' ? `<${style}>${escaped}</${style}>` : `<a href="tg://user?id=${style.mentions}">${escaped}</a>`
}

/** The part that fits, and the rest. */
function cutPiece(piece: Piece, limit: number): [Piece, Piece | undefined] {
  const head: Run[] = []
  let room = limit
  for (const [index, run] of piece.runs.entries()) {
    if (run.text.length > room) {
      const at = cutPoint(run.text, room, room < limit)
      head.push({ ...run, text: run.text.slice(0, at) })
      const rest = [{ ...run, text: run.text.slice(at).trimStart() }, ...piece.runs.slice(index + 1)]
      return [{ ...piece, runs: head }, lengthOf(rest) > 0 ? { ...piece, runs: rest } : undefined]
    }
    head.push(run)
    room -= run.text.length
  }
  return [piece, undefined]
}

/**
 * Where to cut: after a line that fills half of the room, else after the last word that fits. A word that does not
 * fit waits for the next text (0) where `mayWait`, else it is longer than any text and is cut between two characters.
 */
function cutPoint(text: string, room: number, mayWait: boolean): number {
  const fits = text.slice(0, room + 1)
  const line = fits.lastIndexOf('\n')
  if (line > room / 2) return line
  const word = Math.max(line, fits.lastIndexOf(' '))
  if (word > 0 || mayWait) return Math.max(word, 0)
  let at = room
  while (at > room / 2 && CONTINUES.test(text.charAt(at))) at -= 1
  return at
}

/** A mark or the second half of a pair belongs to the character before it. */
const CONTINUES = /\p{M}|\u200d|[\udc00-\udfff]/u
