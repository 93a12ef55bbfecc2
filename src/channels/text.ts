import type { Block, CalendarEntry, Citation, Message, Verdict, VerdictRow } from '../answer/message.ts'
import { printable } from './printable.ts'
import { channelSays } from './wording.ts'

/** A message as plain text: the terminal, the JSON faces and files share it. Telegram and the page have their own. */
export function plainText(message: Message): string {
  return plainBlocks(message.blocks)
}

/** Blocks as plain text, an empty line between two of them. */
function plainBlocks(blocks: readonly Block[]): string {
  return blocks
    .map(plainBlock)
    .filter((text) => text !== '')
    .join('\n\n')
}

/** One block as plain text, without an escape or a control character but the line feed. */
export function plainBlock(block: Block): string {
  return printable(linesOf(block).join('\n')).trim()
}

function linesOf(block: Block): readonly string[] {
  switch (block.type) {
    case 'headline':
    case 'text':
    case 'heading':
      return [block.text]
    case 'list':
      return block.items.map((item, index) => `${block.ordered ? `${index + 1}.` : '-'} ${item}`)
    case 'checklist':
      return block.items.map((item) => `☐ ${item}`)
    case 'note':
      return [`⚠ ${block.text}`]
    case 'quote':
      return [`“${block.citation.quote}”`, ...(block.continued ? [] : [`— ${sourceLine(block.citation)}`])]
    case 'verdicts':
      return block.rows.flatMap((row) => [`${VERDICT_MARK[row.verdict]} ${row.criterion}: ${row.says}`, `   ${answerLine(row)}`])
    case 'calendar':
      return block.inWords ? [] : block.entries.map((entry) => `- ${calendarLine(entry, block.today)}`)
    case 'progress':
      return [channelSays.progress(block.step, block.of)]
  }
}

/** The value in one or two sentences: the headlines of an answer, at most `limit` UTF-16 units, cut between values or else between words. */
export function headlineOf(messages: readonly Message[], limit = 300): string {
  const blocks = messages.flatMap((message) => message.blocks)
  const headlines = blocks.filter((block) => block.type === 'headline')
  const leading = headlines.length > 0 ? headlines : blocks.slice(0, 1)
  return shorten(leading.map(plainBlock).join(' '), limit)
}

export const VERDICT_MARK: Readonly<Record<Verdict, string>> = { met: '✅', unmet: '❌', unknown: '❔' }

/** "Kế hoạch Bắc Quang 2024, mục V, khoản 3.2" */
export function sourceLine(citation: Citation): string {
  return [citation.planName, citation.clauseName].filter((part) => part !== '').join(', ')
}

/** "Trả lời: 85% · mục II, khoản 3", without the half that is not there. */
export function answerLine(row: VerdictRow): string {
  const said = row.answer === '' ? '' : channelSays.answered(row.answer)
  return [said, row.citation.clauseName].filter((part) => part !== '').join(' · ')
}

/** "01/03/2024 đến 05/11/2024: Nộp hồ sơ (đã qua)" */
export function calendarLine(entry: CalendarEntry, today: string): string {
  const last = dayInWords(entry.lastDay)
  const days = entry.from === undefined ? last : channelSays.period(dayInWords(entry.from), last)
  return [`${days}:`, entry.label, ...(entry.lastDay < today ? [channelSays.past] : [])].join(' ')
}

function dayInWords(day: string): string {
  return day.split('-').reverse().join('/')
}

function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text
  const room = text.slice(0, limit - 1)
  // A number or a date cut in two would be another one.
  const value = Math.max(...['; ', '. ', ', '].map((end) => room.lastIndexOf(end)))
  const space = value > limit / 2 ? value : room.lastIndexOf(' ')
  return `${(space > limit / 2 ? room.slice(0, space) : room.replace(/[\ud800-\udbff]$/, '')).trimEnd()}…`
}
