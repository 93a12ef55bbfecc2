import type { Block } from '../../answer/message.ts'
import { printable } from '../printable.ts'
import { answerLine, calendarLine, sourceLine, VERDICT_MARK } from '../text.ts'
import { channelSays } from '../wording.ts'

/** A stretch of text under one tag or none. Markup is never text here: tags exist only where a run is written out. */
export interface Run {
  readonly text: string
  readonly style?: 'b' | 'i' | { readonly mentions: number }
}

/** What is not taken apart while it fits: a paragraph, an item of a list, a quotation. */
export interface Piece {
  readonly runs: readonly Run[]
  readonly quoted?: boolean
  /** A quotation of which the first lines are shown until it is tapped. */
  readonly folded?: boolean
  /** Follows the piece before it on the next line, without an empty one between. */
  readonly tight?: boolean
}

/** The pieces of a message, in order; those with nothing to see are left out. */
export function piecesOf(blocks: readonly Block[]): Piece[] {
  return blocks
    .flatMap((block, at): readonly Piece[] => (block.type === 'quote' ? quotePieces(blocks, at) : blockPieces(block)))
    .map((piece) => ({ ...piece, runs: piece.runs.map((run) => ({ ...run, text: printable(run.text) })) }))
    .filter(isVisible)
}

/** False for blanks alone, and for characters that leave no ink. */
export function isVisible(piece: Piece): boolean {
  return piece.runs.some((run) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(run.text))
}

/** A person named at the head of an answer that cannot be a reply to something they wrote. */
export function mention(user: { readonly id: number; readonly first_name: string }): Piece {
  return { runs: [{ text: printable(user.first_name), style: { mentions: user.id } }] }
}

type Quote = Extract<Block, { type: 'quote' }>

/** So many quotations of one clause fill a phone's screen. */
const MANY_QUOTES = 3

/** The quotations of one clause are one piece, at the place of the first. */
function quotePieces(blocks: readonly Block[], at: number): readonly Piece[] {
  const before = blocks[at - 1]
  if (before?.type === 'quote' && before.continued) return []
  const quotes: Quote[] = []
  for (let next = blocks[at]; next?.type === 'quote'; next = blocks[at + quotes.length]) {
    quotes.push(next)
    if (!next.continued) break
  }
  const last = quotes.at(-1) as Quote
  const said = quotes.map((quote) => `“${quote.citation.quote}”`).join('\n')
  return [{ quoted: true, ...(quotes.length >= MANY_QUOTES && { folded: true }), runs: [{ text: `${said}\n` }, { text: sourceLine(last.citation), style: 'i' }] }]
}

function blockPieces(block: Exclude<Block, Quote>): readonly Piece[] {
  switch (block.type) {
    case 'headline':
    case 'heading':
      return [{ runs: [{ text: block.text, style: 'b' }] }]
    case 'text':
      return [{ runs: [{ text: block.text }] }]
    case 'note':
      return [{ runs: [{ text: `⚠️ ${block.text}` }] }]
    case 'list':
      return lines(block.items.map((item, index) => [{ text: `${block.ordered ? `${index + 1}.` : '•'} ${item}` }]))
    case 'checklist':
      return lines(block.items.map((item) => [{ text: `☐ ${item}` }]))
    case 'verdicts':
      return lines(
        block.rows.map((row) => [
          { text: `${VERDICT_MARK[row.verdict]} ` },
          { text: row.criterion, style: 'b' },
          { text: `: ${row.says}\n` },
          { text: answerLine(row), style: 'i' },
        ]),
      )
    case 'calendar':
      return block.inWords ? [] : lines(block.entries.map((entry) => [{ text: `• ${calendarLine(entry, block.today)}` }]))
    case 'progress':
      return [{ runs: [{ text: channelSays.progress(block.step, block.of), style: 'i' }] }]
  }
}

function lines(items: readonly (readonly Run[])[]): readonly Piece[] {
  return items.map((runs, index) => ({ runs, tight: index > 0 }))
}
