import { LRUCache } from 'lru-cache'
import { once } from '../knowledge/once.ts'
import type { Request, Word } from '../understand/request.ts'
import { holds, type Bag, type Sought } from './bag.ts'
import type { FactIndex } from './fact-index.ts'

/** What a question is about, word by word and pair by pair, each with its weight. */

/** A word only in the quotation counts for less than one in the fact's name. */
const IN_QUOTE = 0.7
/** A syllable that makes a word with its neighbour says little alone: "công" of "công bố" stands in "công an" too. */
const HALF = 0.5
/** What the question word asks after. */
const ASKED_AFTER = 2.5
/** Two words that stand side by side in no fact: mostly the end of one idea and the start of the next. */
const CHANCE_PAIR = 0.12
/** A word that no plan here knows and that the question does not ask after: mostly talk. */
const STRANGE = 0.7
/** Words of the story around the question. */
const ASIDE = 0.1

/** Words of cues that say of what the day or the number is asked. */
const OBJECTS: ReadonlySet<string> = new Set(['nop', 'gui', 'so', 'cao', 'ki', 'han', 'dua', 'khen', 'tai', 'thuc', 'dai', 'chuan', 'tieu', 'kien', 'dau', 'thuc', 'thoi', 'dot', 'trach', 'nhiem'])

const OR = 'hay'

interface Term extends Sought {
  readonly weight: number
}

export interface Terms {
  /** What is asked about. */
  readonly own: readonly Term[]
  /** Accounted for already, by a cue. */
  readonly explained: readonly Term[]
  /** Words of the plan's own name: they hardly tell one of its facts from another, unless nothing else is asked about. */
  readonly naming: readonly Term[]
}

/** `subject`: the words of the plan's own name. */
export function termsOf(request: Request, index: FactIndex, subject: Bag): Terms {
  const focused = new Set(request.focus.flatMap(({ at }) => at))
  const rarity = (folded: string) => Math.log(1 + index.entries.length / (1 + index.frequency(folded)))
  const own: Term[] = []
  const explained: Term[] = []
  const naming: Term[] = []
  const words = request.content.flatMap((at) => {
    const word = { ...(request.words[at] as Word), at }
    if (request.explained.has(at) || holds(subject, word) < 1) return [word]
    naming.push({ ...word, weight: rarity(word.folded) })
    return []
  })
  const pairs = words.map((word, i) => {
    const after = words[i + 1]
    if (after?.at !== word.at + 1) return undefined
    const folded = `${word.folded} ${after.folded}`
    return { key: `${word.key} ${after.key}`, folded, loose: word.loose || after.loose, known: index.frequency(folded) > 0, at: after.at }
  })
  const unexplained = words.filter(({ at }) => !request.explained.has(at))
  // "nêu trang phục không": nothing is asked about but this, and "vũ trang" is something else.
  const isOneThing = (pair: { at: number }) => unexplained.length === 2 && unexplained[1]?.at === pair.at && unexplained[0]?.at === pair.at - 1
  const isStrange = (folded: string) => !index.isSpoken(folded)
  // "bản chính hay bản phô tô": of two that may be, the plan speaks of one.
  const or = request.words.findIndex(({ key }) => key === OR)
  const storyOf = (at: number) => (request.asides.has(at) || (or >= 0 && at > or && isStrange(request.words[at]?.folded ?? '')) ? ASIDE : 1)
  const listOf = (...places: number[]) => (places.some((at) => request.explained.has(at)) ? explained : own)
  words.forEach(({ at, key, folded, loose }, i) => {
    const inPair = pairs[i]?.known || pairs[i - 1]?.known
    listOf(at).push({ key, folded, loose, weight: storyOf(at) * (focused.has(at) ? ASKED_AFTER : isStrange(folded) ? STRANGE : 1) * (inPair ? HALF : 1) * rarity(folded) })
    const pair = pairs[i]
    if (pair) listOf(at, pair.at).push({ ...pair, weight: storyOf(at) * (pair.known || isOneThing(pair) ? 1 : CHANCE_PAIR) * rarity(pair.folded) })
  })
  // "ngày giải phóng Sa Pa là ngày nào": with no other object, the plan's own subject is what is asked about.
  const hasObject = request.words.some((word, at) => request.explained.has(at) && OBJECTS.has(word.folded))
  return own.length || hasObject || !explained.length ? { own, explained, naming } : { own: naming, explained, naming: [] }
}

/** Weight of the terms, and of those that a fact speaks of; `place`: the fact's among the index's entries. */
type Coverage = (place: number) => { readonly all: number; readonly found: number }

export function coverageOf(terms: readonly Term[], index: FactIndex): Coverage {
  const found = new Float64Array(index.entries.length)
  let all = 0
  for (const term of terms) {
    all += term.weight
    for (const { place, share } of speakersOf(term, index)) found[place] = (found[place] as number) + term.weight * share
  }
  return (place) => ({ all, found: found[place] ?? 0 })
}

/** A fact that speaks of a term, and how well. */
interface Speaker {
  readonly place: number
  readonly share: number
}

/** Questions use the same words: for most of them it is known who speaks of them. */
const KNOWN_TERMS = 5000
const knownSpeakers = once((_index: FactIndex) => new LRUCache<string, readonly Speaker[]>({ max: KNOWN_TERMS }))

function speakersOf(term: Sought, index: FactIndex): readonly Speaker[] {
  if (index.frequency(term.folded) === 0) return []
  const known = knownSpeakers(index)
  const name = term.loose ? `${term.key}|${term.folded}` : term.key
  let speakers = known.get(name)
  if (!speakers) {
    speakers = index.entries.flatMap(({ label, quote }, place) => {
      const share = Math.max(holds(label, term), IN_QUOTE * holds(quote, term))
      return share > 0 ? [{ place, share }] : []
    })
    known.set(name, speakers)
  }
  return speakers
}
