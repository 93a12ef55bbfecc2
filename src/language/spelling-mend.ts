import { fold, syllableKey } from './normalise.ts'
import { oneSlipAway } from './spelling-edits.ts'
import { isSyllable } from './spelling-syllable.ts'
import { decodeTelex } from './spelling-telex.ts'
import type { Token } from './tokens.ts'

/** What one word that is no word may stand for: the readings compete, and its neighbours decide. */

/** Counts by folded word and by folded neighbours, 0 where there are none. */
export interface Corpus {
  count(word: string): number
  pair(before: string, after: string): number
}

/** Folded neighbours, empty at an end. */
export interface Around {
  readonly before: string
  readonly after: string
}

interface Reading {
  readonly to: string
  /** Its folded words; more than one where words had run together. */
  readonly words: readonly string[]
  /** How unlikely it is that fingers do this: 1 for the commonest slip. */
  readonly cost: number
  /** Stands without a known neighbour. */
  readonly sure: boolean
}

/** The longest syllable, "nghieng", and a letter too many. */
const LONGEST_SLIP = 8
const LONGEST_SYLLABLE = 7
/** Shorter words have a neighbour one slip away by chance: they need a common pair. */
const SHORT = 3
const COMMON_PAIR = 3

/**
 * The likeliest reading of a word that neither the corpus nor the language has; undefined where any would be a guess.
 * @param typing `vni` and `telex` where other words of the text show a keyboard that was off.
 */
export function mend(token: Token, around: Around, typing: { readonly vni: boolean; readonly telex: boolean }, corpus: Corpus): string | undefined {
  const numbered = /^(thang|ngay|nam|quy|dot|tuan|dieu|khoan|muc|phan|mau)(\d{1,4})$/.exec(token.folded)
  if (numbered?.[1] && !typing.vni) return slices(token, [numbered[1].length]).join(' ')
  const readings = [...telex(token, typing, corpus), ...runTogether(token, corpus), ...slips(token, corpus)].flatMap((reading) => {
    const pairs = pairsOf(reading, around, corpus)
    const enough = reading.sure || pairs >= (token.folded.length <= SHORT && reading.cost > 1 ? COMMON_PAIR : 1)
    const count = Math.min(...reading.words.map((word) => corpus.count(word)))
    return enough ? [{ to: reading.to, cost: 3 * reading.cost - Math.log(count + 0.1) - 4 * Math.log1p(pairs) }] : []
  })
  return readings.sort((a, b) => a.cost - b.cost || (a.to < b.to ? -1 : 1))[0]?.to
}

function pairsOf({ words }: Reading, { before, after }: Around, corpus: Corpus): number {
  return corpus.pair(before, words[0] ?? '') + corpus.pair(words.at(-1) ?? '', after)
}

/** "hoof", "ha5n". A tone letter alone may be a slip ("khenf"); a doubled or bent vowel, a doubled d or a digit inside hardly. */
function telex({ text }: Token, typing: { readonly vni: boolean; readonly telex: boolean }, corpus: Corpus): Reading[] {
  const decoded = decodeTelex(text, typing.vni)
  if (decoded === text) return []
  const word = syllableKey(fold(decoded))
  const sure = typing.telex || /aa|ee|oo|w|dd|\d/i.test(text)
  return sure || corpus.count(word) > 0 ? [{ to: decoded, words: [word], cost: sure ? 0 : 1, sure: sure || text.length > SHORT + 1 }] : []
}

/** "hosơ", "bacquang": known words run together. Two of them need no known pair when they are long enough to be no accident. */
function runTogether(token: Token, corpus: Corpus): Reading[] {
  const word = token.folded
  if (!/^[a-z]{4,30}$/.test(word)) return []
  interface Way { readonly words: readonly string[]; readonly cuts: readonly number[]; readonly cost: number; readonly linked: boolean }
  const ways: Way[][] = [[{ words: [], cuts: [], cost: 0, linked: true }]]
  for (let end = 2; end <= word.length; end += 1) {
    const here = new Map<string, Way>()
    for (let start = Math.max(0, end - LONGEST_SYLLABLE); start <= end - 2; start += 1) {
      const piece = syllableKey(word.slice(start, end))
      const count = isSyllable(piece) ? corpus.count(piece) : 0
      for (const way of count > 0 ? (ways[start] ?? []) : []) {
        const last = way.words.at(-1)
        const pair = last === undefined ? 1 : corpus.pair(last, piece)
        const cost = way.cost - Math.log(count) + (pair > 0 ? 12 - Math.log(pair) : 20)
        if (cost < (here.get(piece)?.cost ?? Infinity)) {
          here.set(piece, { words: [...way.words, piece], cuts: [...way.cuts, end], cost, linked: way.linked && pair > 0 })
        }
      }
    }
    ways[end] = [...here.values()]
  }
  return (ways[word.length] ?? [])
    .filter(({ words, linked }) => words.length > 1 && (linked || (words.length === 2 && word.length >= 6)))
    .map(({ words, cuts, linked }) => ({ to: slices(token, cuts.slice(0, -1)).join(' '), words, cost: linked ? 0.5 : 1.5, sure: true }))
}

/** The token's own text cut at these offsets, so that its marks stay. */
function slices(token: Token, cuts: readonly number[]): string[] {
  const text = token.text.length === token.folded.length ? token.text : token.folded
  return [0, ...cuts].map((from, index) => text.slice(from, cuts[index]))
}

/**
 * "thuogn": known words one slip away. Without a known neighbour only a doubled or swapped letter counts, and the first letter
 * must stay, so that names ("Krông", "Kbang") stay as they are.
 */
function slips(token: Token, corpus: Corpus): Reading[] {
  const word = token.folded
  if (!/^[a-z]+$/.test(word) || word.length < SHORT || word.length > LONGEST_SLIP) return []
  const isName = token.text.charAt(0) !== token.text.charAt(0).toLowerCase()
  return [...oneSlipAway(word)].flatMap(([candidate, cost]) => {
    const meant = syllableKey(candidate)
    if (corpus.count(meant) === 0 || !isSyllable(meant)) return []
    return [{ to: meant, words: [meant], cost, sure: cost === 1 && word.length > SHORT && meant.charAt(0) === word.charAt(0) && !isName }]
  })
}
