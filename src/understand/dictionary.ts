import { once } from '../knowledge/once.ts'
import type { DictionaryEntry } from '../knowledge/types.ts'
import { clean, fold, hasMarks } from '../language/normalise.ts'
import { tokenise, type Token } from '../language/tokens.ts'

type Saying = Pick<DictionaryEntry, 'phrase' | 'means'>

/** By the syllable they begin with, the longest first. */
const prepared = once((dictionary: readonly Saying[]) => {
  const sayings = new Map<string, { readonly sought: readonly Token[]; readonly means: string }[]>()
  for (const { phrase, means } of dictionary) {
    const sought = tokenise(clean(phrase))
    const [first] = sought
    if (first) sayings.set(first.folded, [...(sayings.get(first.folded) ?? []), { sought, means }].sort((a, b) => b.sought.length - a.sought.length))
  }
  return sayings
})

/**
 * A question in words that are understood: "khóa sổ ngày nào" as "hạn nộp hồ sơ ngày nào" where the dictionary says so. Of
 * several phrases the longest counts; what has been put in is not looked at again.
 */
export function reworded(text: string, dictionary: readonly Saying[]): string {
  if (dictionary.length === 0) return text
  const tokens = tokenise(text)
  const marked = hasMarks(text)
  const sayings = prepared(dictionary)
  let result = ''
  let done = 0
  for (let at = 0; at < tokens.length; ) {
    const found = sayings.get((tokens[at] as Token).folded)?.find(({ sought }) => standsAt(tokens, at, sought, marked))
    if (!found) {
      at += 1
      continue
    }
    const [first, last] = [tokens[at] as Token, tokens[at + found.sought.length - 1] as Token]
    // In the writer's own way: marks in a text without any would be taken for a text that has them.
    result += text.slice(done, first.start) + (marked ? found.means : fold(found.means))
    done = last.end
    at += found.sought.length
  }
  return result + text.slice(done)
}

/** Typed without marks a phrase of several syllables is known all the same; a single one only where nothing at all is marked. */
function standsAt(tokens: readonly Token[], at: number, sought: readonly Token[], marked: boolean): boolean {
  const mayLack = !marked || sought.length > 1
  return sought.every(({ key, folded }, i) => {
    const token = tokens[at + i]
    return token !== undefined && (token.key === key || (mayLack && token.key === token.folded && token.folded === folded))
  })
}
