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
  /** Follows the piece before it on the next line, without an empty one between. */
  readonly tight?: boolean
}

/** The pieces of a message, in order; those with nothing to see are left out. */
export function piecesOf(blocks: readonly Block[]): Piece[] {
  return blocks
    .flatMap((block): readonly Piece[] => blockPieces(block))
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

function blockPieces(block: Block): readonly Piece[] {
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
    case 'quote':
      return [{ quoted: true, runs: block.continued ? [{ text: `“${block.citation.quote}”` }] : [{ text: `“${block.citation.quote}”\n` }, { text: sourceLine(block.citation), style: 'i' }] }]
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
