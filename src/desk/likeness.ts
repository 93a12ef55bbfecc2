import { clean, fold } from '../language/normalise.ts'
import { tokenise } from '../language/tokens.ts'
import type { OpenQuestion } from '../store/types.ts'

/** Share of syllables in common from which two questions count as one: "hạn nộp sáng kiến" and "hạn nộp hồ sơ sáng kiến". */
const ALIKE = 0.6

export interface Group extends OpenQuestion {
  /** Other ways in which it was asked. */
  readonly others: readonly string[]
}

/** Puts questions with much the same words together, the most asked first; each group goes by its most asked question. */
export function groupAlike(questions: readonly OpenQuestion[]): Group[] {
  const groups: { first: OpenQuestion; words: Set<string>; asked: number; last: string; others: string[] }[] = []
  for (const one of [...questions].sort((a, b) => b.asked - a.asked)) {
    const words = syllablesOf(one.text)
    const found = groups.find((group) => likeness(group.words, words) >= ALIKE)
    if (!found) groups.push({ first: one, words, asked: one.asked, last: one.last, others: [] })
    else {
      found.asked += one.asked
      found.last = one.last > found.last ? one.last : found.last
      found.others.push(one.text)
    }
  }
  return groups.sort((a, b) => b.asked - a.asked).map(({ first, asked, last, others }) => ({ text: first.text, asked, last, others }))
}

function syllablesOf(text: string): Set<string> {
  return new Set(tokenise(clean(text)).map((token) => fold(token.folded)))
}

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const common = [...one].filter((word) => other.has(word)).length
  return common === 0 ? 0 : common / (one.size + other.size - common)
}
