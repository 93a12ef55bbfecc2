import type { Attachment, Block, Message } from '../../answer/message.ts'
import type { Drawing } from '../../pictures/drawing.ts'
import type { WebParts } from './parts.ts'

/** A message as the page gets it: what it shows, and nothing else. Text stays text; the page makes elements of it. */
export interface PageMessage {
  readonly outcome: Message['outcome']
  readonly blocks: readonly PageBlock[]
  readonly buttons: Message['buttons']
  readonly files: readonly { readonly name: string; readonly href: string }[]
}

type PageBlock = Exclude<Block, { type: 'calendar' }> | { readonly type: 'strip'; readonly narrow: Drawing; readonly wide: Drawing }

/** Less than the card has room for, on a phone and on a wide screen: what is drawn grows, and its letters with it. */
const NARROW = 280
const WIDE = 620

/** `keep` holds a file ready and gives its address, relative to the page. */
export function pageMessage(message: Message, drawStrip: WebParts['drawStrip'], keep: (attachment: Attachment) => string): PageMessage {
  const { outcome, blocks, buttons, attachments } = message
  return {
    outcome,
    blocks: blocks.flatMap((block): PageBlock[] => {
      if (block.type !== 'calendar') return [block]
      return block.entries.length === 0 ? [] : [{ type: 'strip', narrow: drawStrip(block, NARROW), wide: drawStrip(block, WIDE) }]
    }),
    buttons,
    files: attachments.map((attachment) => ({ name: attachment.name, href: keep(attachment) })),
  }
}
