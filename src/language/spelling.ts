import { oneSlipAway } from './spelling-edits.ts'
import { isForeign } from './spelling-foreign.ts'
import { isSyllable } from './spelling-syllable.ts'
import { decodeTelex, isVni } from './spelling-telex.ts'
import { fold, syllableKey } from './normalise.ts'
import { tokenise, type Token } from './tokens.ts'

/** Slips mended by the words of a corpus. What could be a word is left alone: "kết hôn" never becomes "kết hợp". */

/** A word, or two neighbouring ones with a space between, and how often it stands in the corpus. */
export interface Counted {
  readonly folded: string
  readonly count: number
}

/** What stood there and what is meant. `start` and `end` are offsets in the text the tokens came from, end excluded. */
export interface Correction {
  readonly from: string
  readonly to: string
  readonly start: number
  readonly end: number
}

export interface Speller {
  /** The slips among these words, in order, none overlapping; none for a text without slips. */
  correct(words: readonly Token[]): Correction[]
}

/** Words and neighbouring pairs of texts, as createSpeller wants them. */
export function countWords(texts: Iterable<string>): { words: Counted[]; pairs: Counted[] } {
  const words = new Map<string, number>()
  const pairs = new Map<string, number>()
  const count = (counts: Map<string, number>, folded: string) => counts.set(folded, (counts.get(folded) ?? 0) + 1)
  for (const text of texts) {
    let before = ''
    for (const { folded } of tokenise(text)) {
      count(words, folded)
      if (before) count(pairs, `${before} ${folded}`)
      before = folded
    }
  }
  const list = (counts: Map<string, number>) => Array.from(counts, ([folded, times]) => ({ folded, count: times }))
  return { words: list(words), pairs: list(pairs) }
}

/** The text with each correction in its place. */
export function applyCorrections(text: string, corrections: readonly Correction[]): string {
  return corrections.reduceRight((mended, { start, end, to }) => mended.slice(0, start) + to + mended.slice(end), text)
}

export function createSpeller(vocabulary: Iterable<Counted>, pairs: Iterable<Counted> = []): Speller {
  const words = new Map(Array.from(vocabulary, ({ folded, count }) => [folded, count]))
  const pairCounts = new Map(Array.from(pairs, ({ folded, count }) => [folded, count]))
  const corpus: Corpus = {
    count: (word) => words.get(word) ?? 0,
    pair: (before, after) => pairCounts.get(`${before} ${after}`) ?? 0,
  }
  return { correct: (tokens) => correct(tokens, corpus) }
}

/** The longest syllable, "nghieng", and a letter too many. */
const LONGEST_SLIP = 8
const LONGEST_SYLLABLE = 7
/** Words of a text that are looked at; a question has no more. */
const READ_AT_MOST = 200

interface Corpus {
  count(word: string): number
  pair(before: string, after: string): number
}
interface Around {
  readonly before: string
  readonly after: string
}
/** How the whole text was typed. */
interface Typing {
  readonly vni: boolean
  readonly capitals: boolean
}

function correct(given: readonly Token[], corpus: Corpus): Correction[] {
  const tokens = given.slice(0, READ_AT_MOST)
  const typing = { vni: tokens.some(({ text }) => isVni(text)), capitals: tokens.every(({ text }) => text === text.toUpperCase()) }
  const corrections: Correction[] = []
  let before = ''
  for (const [index, token] of tokens.entries()) {
    const last = corrections.at(-1)
    if (last && token.start < last.end) continue
    const correction = correctionAt(index, tokens, before, typing, corpus)
    if (correction) corrections.push(correction)
    before = correction ? syllableKey(fold(correction.to.split(' ').at(-1) ?? '')) : token.folded
  }
  return corrections
}

function correctionAt(index: number, tokens: readonly Token[], before: string, typing: Typing, corpus: Corpus): Correction | undefined {
  const token = tokens[index] as Token
  const next = tokens[index + 1]
  if (isAbbreviation(token.text, typing)) return undefined
  const to = isPlausible(token.folded, corpus) ? undefined : mend(token, { before, after: next?.folded ?? '' }, typing, corpus)
  if (to !== undefined) return { from: token.text, to, start: token.start, end: token.end }
  const whole = next && join(token, next, { before, after: tokens[index + 2]?.folded ?? '' }, corpus)
  return whole === undefined ? undefined : { from: `${token.text} ${next?.text ?? ''}`, to: whole, start: token.start, end: next?.end ?? token.end }
}

/** "TTg", "CAX", "QĐ" in a text that is not all in capitals; numbers too. */
function isAbbreviation(text: string, { capitals }: Typing): boolean {
  return !capitals && text.length <= 6 && (text === text.toUpperCase() || /\p{L}\p{Lu}/u.test(text))
}

function isPlausible(folded: string, corpus: Corpus): boolean {
  return corpus.count(folded) > 0 || isSyllable(folded) || isForeign(folded)
}

function mend(token: Token, around: Around, { vni }: Typing, corpus: Corpus): string | undefined {
  const { text, folded } = token
  const decoded = decodeTelex(text, vni)
  if (decoded !== text && (isSureTelex(text) || corpus.count(syllableKey(fold(decoded))) > 0)) return decoded
  const numbered = /^(thang|ngay|nam|quy|dot|tuan|dieu|khoan|muc|phan|mau)(\d{1,4})$/.exec(folded)
  if (numbered?.[1]) return slices(token, [numbered[1].length]).join(' ')
  if (!/^[a-z]{3,30}$/.test(folded)) return undefined
  return split(token, corpus) ?? (folded.length <= LONGEST_SLIP ? oneSlip(token, around, corpus) : undefined)
}

/** A tone letter at the end may be a slip ("khenf"); a bent or doubled vowel, a doubled d or a digit inside can be nothing else. */
function isSureTelex(text: string): boolean {
  return /aa|ee|oo|w|dd|\d/i.test(text)
}

/** "hosơ", "bacquang": known words run together. Two of them need no known pair when they are long enough to be no accident. */
function split(token: Token, corpus: Corpus): string | undefined {
  const word = token.folded
  if (word.length < 4) return undefined
  interface Way { readonly pieces: readonly string[]; readonly ends: readonly number[]; readonly cost: number; readonly linked: boolean }
  const ways: Way[][] = [[{ pieces: [], ends: [], cost: 0, linked: true }]]
  for (let end = 2; end <= word.length; end += 1) {
    const here = new Map<string, Way>()
    for (let start = Math.max(0, end - LONGEST_SYLLABLE); start <= end - 2; start += 1) {
      const piece = syllableKey(word.slice(start, end))
      const count = corpus.count(piece)
      if (count === 0) continue
      for (const way of ways[start] ?? []) {
        const last = way.pieces.at(-1)
        const pair = last === undefined ? 1 : corpus.pair(last, piece)
        const cost = way.cost - Math.log(count) + (pair > 0 ? 12 - Math.log(pair) : 20)
        if (cost < (here.get(piece)?.cost ?? Infinity)) {
          here.set(piece, { pieces: [...way.pieces, piece], ends: [...way.ends, end], cost, linked: way.linked && pair > 0 })
        }
      }
    }
    ways[end] = [...here.values()]
  }
  const fitting = (ways[word.length] ?? []).filter(({ pieces, linked }) => pieces.length > 1 && (linked || (pieces.length === 2 && word.length >= 6)))
  const best = fitting.sort((a, b) => a.cost - b.cost)[0]
  return best && slices(token, best.ends.slice(0, -1)).join(' ')
}

/** The token's own text cut at these offsets, so that its marks stay. */
function slices(token: Token, cuts: readonly number[]): string[] {
  const text = token.text.length === token.folded.length ? token.text : token.folded
  return [0, ...cuts].map((from, index) => text.slice(from, cuts[index]))
}

/** "khe n thuong": two pieces of one word, where the whole makes a known pair with a neighbour. */
function join(token: Token, next: Token, around: Around, corpus: Corpus): string | undefined {
  if (next.start - token.end !== 1 || !/^[a-z]+ [a-z]+$/.test(`${token.folded} ${next.folded}`)) return undefined
  if (isPlausible(token.folded, corpus) && isPlausible(next.folded, corpus)) return undefined
  const whole = syllableKey(token.folded + next.folded)
  return corpus.count(whole) > 0 && pairWeight(whole, around, corpus) > 0 ? token.text + next.text : undefined
}

function pairWeight(word: string, { before, after }: Around, corpus: Corpus): number {
  return corpus.pair(before, word) + corpus.pair(word, after)
}

/**
 * "khen thuogn": a known word one slip away that makes a known pair with a neighbour. Without such a pair only a doubled or
 * swapped letter counts, and the first letter must stay, so that names ("Krông", "Kbang") stay as they are.
 */
function oneSlip(token: Token, around: Around, corpus: Corpus): string | undefined {
  const word = token.folded
  const choices = [...oneSlipAway(word)].flatMap(([candidate, cost]) => {
    const meant = syllableKey(candidate)
    const count = corpus.count(meant)
    if (count === 0 || !isSyllable(meant) || (word.length < 4 && cost > 1)) return []
    const pair = pairWeight(meant, around, corpus)
    const evident = cost === 1 && word.length >= 4 && meant[0] === word[0] && !isName(token)
    return pair > 0 || evident ? [{ meant, cost: 3 * cost - Math.log(count) - 4 * Math.log1p(pair) }] : []
  })
  return choices.sort((a, b) => a.cost - b.cost || (a.meant < b.meant ? -1 : 1))[0]?.meant
}

function isName({ text }: Token): boolean {
  return text.charAt(0) !== text.charAt(0).toLowerCase()
}
