import type { Block } from '../../answer/message.ts'
import { printable } from '../printable.ts'
import { plainBlock } from '../text.ts'

/** How a terminal shows things. `width` in columns; without it lines are as long as they are. */
export interface Look {
  readonly colours: boolean
  readonly width?: number
}

const RESET = '\u001b[0m'
const STYLE: Partial<Readonly<Record<Block['type'], string>>> = {
  headline: '\u001b[1m',
  heading: '\u001b[1m',
  note: '\u001b[33m',
  quote: '\u001b[2m',
  progress: '\u001b[36m',
}

/** The blocks of a message for a terminal, an empty line between two of them. */
export function paintBlocks(blocks: readonly Block[], look: Look): string {
  return blocks
    .map((block) => {
      const text = wrap(plainBlock(block), look.width)
      const style = look.colours ? STYLE[block.type] : undefined
      return style === undefined || text === '' ? text : `${style}${text}${RESET}`
    })
    .filter((text) => text !== '')
    .join('\n\n')
}

/** A row of buttons with what to type for each: "[1] Rồi   [2] Chưa". */
export function paintButtons(row: readonly { readonly key: string; readonly label: string }[], look: Look): string {
  return wrap(row.map(({ key, label }) => `[${key}] ${printable(label)}`).join('   '), look.width)
}

/** Breaks lines at spaces; a word longer than a line stays whole. */
function wrap(text: string, width = Infinity): string {
  return text
    .split('\n')
    .map((line) => {
      if (line.length <= width) return line
      let column = 0
      return line
        .split(' ')
        .map((word, index) => {
          const breaks = index > 0 && column + 1 + word.length > width
          column = breaks || index === 0 ? word.length : column + 1 + word.length
          return `${index === 0 ? '' : breaks ? '\n' : ' '}${word}`
        })
        .join('')
    })
    .join('\n')
}
