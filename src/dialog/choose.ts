import { clean, fold } from '../language/normalise.ts'
import { readUnknown, type Reading } from '../language/replies.ts'
import { isAnswering, isQuestion, LONGEST_REPLY, replyWords, vocabularyOf } from '../language/reply-words.ts'
import { findPhrase, isSyllable, phrase, type Phrase } from '../understand/phrase.ts'
import { readWords, type Reading as Words } from '../understand/words.ts'
import type { Understanding } from '../understand/understand.ts'

/** One of several choices, named by its number, its label or another word for it. */

export interface Named { readonly label: string; readonly words: readonly string[] }

const NUMBER = /^(?:da )?(?:so|cau|cai|y|chon|muc|lua chon|phuong an)? ?(?:so )?(\d{1,2})(?: a)?$/

/** The index of the choice that is meant; unclear where two are, or more is said than its name. `question`: words that a reply may repeat. */
export function readChoice(text: string, choices: readonly Named[], question: string, { lexicon }: Understanding): Reading<number> {
  const cleaned = clean(text).trim()
  const said = readWords(cleaned, lexicon)
  const names = namesOf(choices)
  // What stands on the button goes before another word for it.
  for (const among of [names.filter((name) => name.label), names]) {
    const exact = indexes(among.filter((name) => isWhole(said, name.phrase)))
    if (exact.length === 1) return { value: exact[0] as number }
  }
  const unknown = readUnknown(cleaned)
  if (unknown) return unknown
  const words = replyWords(said.text, vocabularyOf(question, 'loại mức là thuộc nhóm chọn xếp được đạt'))
  const number = NUMBER.exec(fold(cleaned).replace(/[\s.,!)]+/g, ' ').trim())?.[1]
  const byNumber = number !== undefined && Number(number) >= 1 && Number(number) <= choices.length ? Number(number) - 1 : undefined
  const longest = longestHits(said, names)
  const covered = new Set(longest.flatMap((hit) => said.words.slice(hit.start, hit.end).map((word) => word.at)))
  // The "bao" of an unmarked "bảo vệ" asks nothing.
  if (words.length === 0 || isQuestion(cleaned, words.filter((_, at) => !covered.has(at))) || cleaned.includes('?')) return undefined
  const [found, ...more] = longest.length ? indexes(longest) : indexes(names.filter((name) => isPartOf(said, words, name.phrase)))
  if (byNumber !== undefined) return found === undefined || found === byNumber ? { value: byNumber } : { unclear: 'several' }
  if (found === undefined) return /^\d+$/.test(cleaned) ? { unclear: 'range' } : isAnswering(words) ? { unclear: 'words' } : undefined
  if (more.length > 0) return { unclear: 'several' }
  const left = longest.length ? words.filter((word, at) => !covered.has(at) && !word.echo && !['filler', 'yes', 'have'].includes(word.kind) && !TAIL.has(word.folded)) : []
  if (left.length === 0) return { value: found }
  return words.length <= LONGEST_REPLY ? { unclear: left.some((word) => word.kind === 'hedge') ? 'hedged' : 'words' } : undefined
}

/** Indexes of the choices that a text names in passing, whatever else it says. */
export function namedIn(text: string, choices: readonly Named[], { lexicon }: Understanding): number[] {
  return indexes(longestHits(readWords(clean(text), lexicon), namesOf(choices)))
}

interface Name { readonly index: number; readonly phrase: Phrase; readonly label: boolean }

function namesOf(choices: readonly Named[]): Name[] {
  return choices.flatMap((choice, index) => [...new Set([choice.label, ...choice.label.split(','), ...choice.words])].map((name) => ({ index, phrase: phrase(name), label: choice.label.includes(name) })))
}

/** "không thuộc lãnh đạo" names a choice of its own where there is one, and not the "lãnh đạo" inside it. */
function longestHits(said: Words, names: readonly Name[]) {
  const hits = names.flatMap((name) => findPhrase(said.words, name.phrase).map((start) => ({ ...name, start, end: start + name.phrase.keys.length })))
  return hits.filter((hit) => !hits.some((other) => other.start <= hit.start && other.end >= hit.end && other.end - other.start > hit.end - hit.start))
}

/** "trung bình thôi" */
const TAIL: ReadonlySet<string> = new Set(['thoi', 'chu', 'a'])

function indexes(names: readonly { readonly index: number }[]): number[] {
  return [...new Set(names.map((name) => name.index))]
}

function isWhole({ words }: Words, sought: Phrase): boolean {
  return words.length === sought.keys.length && findPhrase(words, sought).length > 0
}

/** "xuất sắc" for "Loại Xuất sắc": all that was said, politeness left out, stands in the name in one run. */
function isPartOf({ words }: Words, reply: ReturnType<typeof replyWords>, name: Phrase): boolean {
  const core = words.filter((word) => !['filler', 'yes', 'have'].includes(reply[word.at]?.kind ?? 'other') && !reply[word.at]?.echo)
  if (core.length === 0) return false
  for (let start = 0; start + core.length <= name.keys.length; start++) {
    if (core.every((word, i) => isSyllable(word, name.keys[start + i] as string, name.folded[start + i] as string))) return true
  }
  return false
}
