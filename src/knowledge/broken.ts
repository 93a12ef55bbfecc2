/** Where a page break or a narrow page has cut a sentence in two. Wrong joins cost little, headings run into text cost more. */

/** The paragraph written so far, as far as joining needs to know it. */
export interface Written {
  /** Its last line as it stands in plan.md, emphasis out. */
  readonly lastLine: string
  /** Characters in all. */
  readonly length: number
  readonly heading: boolean
  /** Bold was opened and not closed: the next line still belongs to it. */
  readonly boldOpen: boolean
  readonly zone: Zone
}
export type Zone = 'head' | 'body' | 'tail'

interface Next {
  readonly text: string
  readonly afterBlank: boolean
}

/** What the whole text tells: which words stand side by side in it, and how wide its lines are. */
export interface Habits {
  readonly adjacent: (left: string, right: string) => boolean
  /** Width of the longest line where the text is wrapped at a page's width, else 0. */
  readonly wrapWidth: number
}

const LONGEST_WRAPPED_LINE = 130
const LONG_PARAGRAPH = 80
/** A paragraph of this length with no full stop was cut; no heading is as long. */
const CERTAINLY_NO_HEADING = 160
const CELL = /[|\t]/

/** "gửi về", "tại khoản": words that no sentence ends with. */
const UNFINISHED = new Set('về của và các những cho theo tại từ với do là hoặc để nhằm bởi thuộc số ngày tháng khoản điểm điều mục quý quí Quý Quí'.split(' '))

/** "gửi về Sở" / "Nội vụ trước ngày …": an office's name that has only begun. */
export const OPEN_NAME = /\p{Ll} (?:Sở|Phòng|Ban|Ủy|Uỷ|TP\.?|Tp\.)$/u

/** Adjacent words are gathered at the first question only: most texts are not broken at a capital. */
export function habitsOf(lines: readonly string[]): Habits {
  let longest = 0
  for (const line of lines) longest = Math.max(longest, line.length)
  let pairs: Set<string> | undefined
  const gather = () => {
    const found = new Set<string>()
    for (const line of lines) {
      const words = line.split(' ')
      for (let at = 1; at < words.length; at++) found.add(`${words[at - 1] ?? ''} ${words[at] ?? ''}`)
    }
    return found
  }
  return { adjacent: (left, right) => (pairs ??= gather()).has(`${left} ${right}`), wrapWidth: longest <= LONGEST_WRAPPED_LINE ? longest : 0 }
}

/** True where a full stop, a colon or the like closes the line, whatever quote or bracket follows it. */
export function isTerminated(line: string): boolean {
  const tail = line.slice(-8)
  return /[.;:?!…][\s"”’')\]]*$/.test(tail) || /[./]\s*\/\.?$/.test(tail)
}

const lastWord = (line: string) => line.slice(line.lastIndexOf(' ') + 1)
const firstWord = (line: string) => line.split(' ', 1)[0] ?? ''

/** "theo quy định tại khoản" – a number that opens the next line is no label. */
export function isDangling(line: string): boolean {
  return UNFINISHED.has(lastWord(line))
}

/** The line fills the page's width: what follows it may be the same sentence. */
export function isFullWidth(line: string, habits: Habits): boolean {
  return habits.wrapWidth >= LONG_PARAGRAPH / 2 && line.length >= habits.wrapWidth * 0.8
}

export function isUpperCase(text: string): boolean {
  return /\p{Lu}\P{Lu}{0,3}\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text)
}

/** True where an unlabelled line goes on with the sentence before it. */
export function goesOn(before: Written, next: Next, habits: Habits): boolean {
  if (CELL.test(before.lastLine) || CELL.test(next.text)) return false
  if (before.boldOpen && !next.afterBlank && before.zone === 'body') return true
  if (isTerminated(before.lastLine) || isUpperCase(before.lastLine)) return false
  if (/^\p{Ll}/u.test(next.text)) return true
  if (before.heading || before.zone === 'tail') return false
  if (/^(?:\d|\(\p{Ll}|[%,;)])/u.test(next.text)) return before.length >= LONG_PARAGRAPH / 2 && before.zone === 'body'
  if (!/^["“(]?\p{Lu}/u.test(next.text)) return false
  if (!next.afterBlank && (isDangling(before.lastLine) || OPEN_NAME.test(before.lastLine))) return true
  if (before.length < LONG_PARAGRAPH / 2) return false
  if (before.lastLine.endsWith(',') || isDangling(before.lastLine)) return true
  if (!next.afterBlank && isFullWidth(before.lastLine, habits)) return true
  if (before.length < LONG_PARAGRAPH || before.lastLine.endsWith(')')) return false
  return habits.adjacent(lastWord(before.lastLine), firstWord(next.text)) || (before.zone === 'body' && before.length >= CERTAINLY_NO_HEADING)
}
