import { goesOn, habitsOf, isDangling, isFullWidth, isTerminated, isUpperCase, OPEN_NAME, type Habits, type Written } from '../../knowledge/broken.ts'
import { readLabel } from '../../knowledge/labels.ts'
import { plain } from '../../knowledge/plain.ts'
import { isKindOfText, isSignatory, opensTail } from '../../knowledge/zones.ts'

/** A rule drawn with signs: "-------", "______", "* * *". */
const RULE = /^[\s\-–—_=*.·•~]{3,}$/
const LONGEST_HEADING = 80

/** Lines put together to paragraphs: a sentence that a page's width or end has cut is whole again. Table rows stay lines of one paragraph. */
export function joinLines(lines: readonly string[]): string[] {
  const habits = habitsOf(lines)
  const paragraphs: string[] = []
  let written: Written | undefined
  let afterBlank = true
  let zone: Written['zone'] = 'head'
  let underKind = false
  for (const raw of lines) {
    const line = raw.replace(/[ \t]+/g, ' ').trim()
    const text = plain(line)
    if (text === '' || RULE.test(line)) {
      if (!isTableRule(line)) afterBlank = true
      continue
    }
    const label = labelHere(line, written, afterBlank, habits)
    if (label && zone === 'head') zone = 'body'
    if (!label && opensTail(text)) zone = 'tail'
    if (written && line.startsWith('|') && written.lastLine.startsWith('|') && !afterBlank) {
      paragraphs[paragraphs.length - 1] += `\n${line}`
      written = { ...written, lastLine: text }
    } else if (!label && written && (goesOn(written, { text, afterBlank }, habits) || isCut(written, text, afterBlank, habits)) && !isSignatory(text)) {
      paragraphs[paragraphs.length - 1] += ` ${line}`
      written = { ...written, lastLine: text, length: written.length + text.length + 1 }
    } else {
      paragraphs.push(line)
      written = { lastLine: text, length: text.length, heading: underKind || isHeading(line, text, label), boldOpen: line.split('**').length % 2 === 0, zone }
    }
    underKind = isKindOfText(text)
    afterBlank = false
  }
  return paragraphs
}

/** "trước ngày / 15 tháng 6", "tối thiểu / 500 cây": a line that ends at the page's width, or asks for a number, goes on. */
function isCut(before: Written, text: string, afterBlank: boolean, habits: Habits): boolean {
  if (before.zone === 'tail' || isTerminated(before.lastLine) || isUpperCase(before.lastLine) || /^\||\|$/.test(before.lastLine)) return false
  if (!afterBlank && isFullWidth(before.lastLine, habits) && !isUpperCase(text)) return true
  return /^\d/.test(text) && /(?:ngày|tháng|năm|số|tối thiểu|ít nhất|từ|trên|dưới|quá|đa|khoản|điều|hơn|đạt)$/iu.test(before.lastLine)
}

const isTableRule = (line: string) => /^\|(?:\s*:?-{2,}:?\s*\|)+$/.test(line)

/** True where the line opens a clause of its own; "tại khoản / 2. Trường hợp …" and "kinh tế / - xã hội" go on. */
function labelHere(line: string, before: Written | undefined, afterBlank: boolean, habits: Habits): boolean {
  const label = readLabel(line)
  if (!label) return /^\*{1,3}\s*\p{Lu}/u.test(line) || line.startsWith('#')
  if (!before || isTerminated(before.lastLine)) return true
  if (label.kind === 'bullet') return afterBlank || !isFullWidth(before.lastLine, habits) || !/^\p{Ll}/u.test(label.rest)
  return before.heading || !isDangling(before.lastLine)
}

function isHeading(line: string, text: string, label: boolean): boolean {
  if (isUpperCase(text) || /^\s*\*\*[^*]+\*\*:?\s*$/.test(line)) return true
  return label && !/^[-+*•]/.test(text) && text.length < LONGEST_HEADING && !isTerminated(text) && !isDangling(text) && !OPEN_NAME.test(text)
}
