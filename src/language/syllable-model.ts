import { fold } from './normalise.ts'
import type { Token } from './tokens.ts'

/** Marks put back by what stands beside what in a corpus: "han nop ho so" is "hạn nộp hồ sơ" because "hồ sơ" is a pair there. */

export interface MarkRestorer {
  /**
   * The key (see syllableKey) that each token most likely stands for. Marks that were typed hold, unless the corpus knows only
   * another reading beside these neighbours ("hổ trợ"); in a text typed with marks a bare syllable is mostly meant bare.
   * A syllable that the corpus does not have keeps its own key.
   */
  restore(tokens: readonly Token[]): string[]
}

/** Costs in natural logarithms of how rare it is. A wrong mark is about one in four hundred. */
const WRONG_MARK = 6
/** Share of pairs never seen, added to each count of what follows a syllable. */
const UNSEEN = 0.5
const START = ''
/** The tone of a key. */
const TONE = /[1-5]$/

/** What stands beside what in stretches of neighbouring tokens. */
export interface Syllables {
  /** Keys by their folded form, the first one met in front. */
  readonly forms: ReadonlyMap<string, readonly string[]>
  /** By key; by START what begins a stretch. */
  readonly syllables: ReadonlyMap<string, Follow>
  readonly total: number
}
interface Follow {
  count: number
  /** Tokens that follow it, in all and one by one. */
  all: number
  readonly next: Map<string, number>
}

/** Learns from stretches of neighbouring tokens, as typed with marks: lines, clauses, phrases. */
export function learnMarks(stretches: Iterable<readonly Token[]>): MarkRestorer {
  return marksFrom(countSyllables(stretches))
}

/** As learnMarks, for who has counted the stretches already. */
export function marksFrom(counts: Syllables): MarkRestorer {
  return { restore: (tokens) => restore(tokens, counts) }
}

export function countSyllables(stretches: Iterable<readonly Token[]>): Syllables {
  const forms = new Map<string, string[]>()
  const syllables = new Map<string, Follow>([[START, { count: 0, all: 0, next: new Map() }]])
  let total = 0
  for (const tokens of stretches) {
    let before = syllables.get(START) as Follow
    for (const { key, folded } of tokens) {
      let here = syllables.get(key)
      if (!here) {
        here = { count: 0, all: 0, next: new Map() }
        syllables.set(key, here)
        forms.set(folded, [...(forms.get(folded) ?? []), key])
      }
      here.count += 1
      total += 1
      before.all += 1
      before.next.set(key, (before.next.get(key) ?? 0) + 1)
      before = here
    }
  }
  return { forms, syllables, total }
}

interface Path {
  readonly key: string
  readonly cost: number
  readonly before: Path | undefined
}

function restore(tokens: readonly Token[], counts: Syllables): string[] {
  const marked = tokens.filter(({ key, folded }) => key !== folded).length / Math.max(1, tokens.length)
  let paths: Path[] = [{ key: START, cost: 0, before: undefined }]
  for (const token of tokens) {
    const known = counts.forms.get(token.folded) ?? []
    const readings = known.includes(token.key) ? known : [...known, token.key]
    paths = readings.map((key) => {
      const typing = typingCost(token, key, marked)
      let best: Path | undefined
      for (const path of paths) {
        const cost = path.cost + typing - Math.log(likelihood(path.key, key, counts))
        if (!best || cost < best.cost) best = { key, cost, before: path }
      }
      return best as Path
    })
  }
  const keys: string[] = []
  for (let path = paths.reduce((a, b) => (b.cost < a.cost ? b : a)); path.before; path = path.before) keys.push(path.key)
  return keys.reverse()
}

/** What it costs to read a token so. Leaving marks out is free where nothing is marked and dear where everything is. */
function typingCost(token: Token, key: string, marked: number): number {
  if (key === token.key) return 0
  if (token.key === token.folded) return WRONG_MARK * marked
  return completes(token.key, key) ? WRONG_MARK / 2 : WRONG_MARK
}

/** "hô" may be "hồ" with its tone forgotten; "hổ" may not. */
function completes(typed: string, key: string): boolean {
  const [letters, full] = [typed.replace(TONE, ''), key.replace(TONE, '')]
  const bare = fold(full)
  return (letters === typed || typed.at(-1) === key.at(-1)) && [...letters].every((letter, at) => letter === full.charAt(at) || letter === bare.charAt(at))
}

/** How likely `key` is after `before`: seen pairs, mixed with how common it is anywhere by how many kinds of followers `before` has. */
function likelihood(before: string, key: string, { syllables, total }: Syllables): number {
  const anywhere = ((syllables.get(key)?.count ?? 0) + UNSEEN) / (total + 1)
  const follow = syllables.get(before)
  if (!follow) return anywhere
  const kinds = follow.next.size + UNSEEN
  return ((follow.next.get(key) ?? 0) + kinds * anywhere) / (follow.all + kinds)
}
