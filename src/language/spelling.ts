import { fold, syllableKey } from './normalise.ts'
import { mend, type Around, type Corpus } from './spelling-mend.ts'
import { isForeign } from './spelling-foreign.ts'
import { isSyllable } from './spelling-syllable.ts'
import { decodeTelex, isVni } from './spelling-telex.ts'
import type { Token } from './tokens.ts'

/** Slips mended by the words of a corpus. What could be a word is left alone: "kết hôn" never becomes "kết hợp". */

/** Folded words, or neighbouring ones with a space between, and how often each stands in the corpus. */
export type Counts = ReadonlyMap<string, number>

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

/** Words of a text that are looked at; a question has no more. */
const READ_AT_MOST = 200

/** Words and neighbouring pairs, as createSpeller wants them. */
export interface WordCounts {
  readonly words: Map<string, number>
  readonly pairs: Map<string, number>
}

/** Those of texts, added to those that are `counted` already. */
export function countWords(texts: Iterable<readonly Token[]>, counted: WordCounts = { words: new Map(), pairs: new Map() }): WordCounts {
  const { words, pairs } = counted
  for (const tokens of texts) {
    let before = ''
    for (const { folded } of tokens) {
      words.set(folded, (words.get(folded) ?? 0) + 1)
      if (before) {
        const pair = `${before} ${folded}`
        pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
      }
      before = folded
    }
  }
  return counted
}

/** What countWords gives for the texts of all parts together. */
export function joinCounts(parts: readonly WordCounts[]): WordCounts {
  return { words: sumOf(parts.map(({ words }) => words)), pairs: sumOf(parts.map(({ pairs }) => pairs)) }
}

function sumOf([first, ...others]: readonly Counts[]): Map<string, number> {
  const sum = new Map(first)
  for (const counts of others) for (const [text, count] of counts) sum.set(text, (sum.get(text) ?? 0) + count)
  return sum
}

/** The text with each correction in its place. */
export function applyCorrections(text: string, corrections: readonly Correction[]): string {
  return corrections.reduceRight((mended, { start, end, to }) => mended.slice(0, start) + to + mended.slice(end), text)
}

/** Without pairs only the plainest slips are mended: there is nothing to tell one likely word from another. */
export function createSpeller(words: Counts, pairs: Counts = new Map()): Speller {
  const corpus: Corpus = {
    count: (word) => words.get(word) ?? 0,
    pair: (before, after) => pairs.get(`${before} ${after}`) ?? 0,
  }
  return { correct: (tokens) => correct(tokens.slice(0, READ_AT_MOST), corpus) }
}

/** How the whole text was typed: a keyboard that was off shows in more than one word. */
interface Typing {
  readonly vni: boolean
  readonly telex: boolean
  readonly capitals: boolean
}

function correct(tokens: readonly Token[], corpus: Corpus): Correction[] {
  const vni = tokens.some(({ text }) => isVni(text))
  const decoded = tokens.filter(({ text }) => decodeTelex(text, vni) !== text).length
  const typing = { vni, telex: decoded > 1, capitals: tokens.every(({ text }) => text === text.toUpperCase()) }
  const corrections: Correction[] = []
  let before = ''
  for (const [index, token] of tokens.entries()) {
    const last = corrections.at(-1)
    if (last && token.start < last.end) continue
    const correction = isAbbreviation(token.text, typing) ? undefined : correctionAt(index, tokens, before, typing, corpus)
    if (correction) corrections.push(correction)
    before = correction ? syllableKey(fold(correction.to.split(' ').at(-1) ?? '')) : token.folded
  }
  return corrections
}

function correctionAt(index: number, tokens: readonly Token[], before: string, typing: Typing, corpus: Corpus): Correction | undefined {
  const token = tokens[index] as Token
  const next = tokens[index + 1]
  const whole = next && join(token, next, { before, after: tokens[index + 2]?.folded ?? '' }, corpus)
  if (next && whole !== undefined) return { from: `${token.text} ${next.text}`, to: whole, start: token.start, end: next.end }
  if (isPlausible(token.folded, corpus)) return undefined
  const to = mend(token, { before, after: next?.folded ?? '' }, typing, corpus)
  return to === undefined ? undefined : { from: token.text, to, start: token.start, end: token.end }
}

/** "TTg", "CAX", "QĐ"; numbers too. In a text that is all in capitals only the short ones. */
function isAbbreviation(text: string, { capitals }: Typing): boolean {
  return text.length <= (capitals ? 4 : 6) && (text === text.toUpperCase() || /\p{L}\p{Lu}/u.test(text))
}

function isPlausible(folded: string, corpus: Corpus): boolean {
  return corpus.count(folded) > 0 || isSyllable(folded) || isForeign(folded)
}

/** "khe n thuong": two pieces of one word, where the whole makes a known pair with a neighbour and one piece is no word. */
function join(token: Token, next: Token, { before, after }: Around, corpus: Corpus): string | undefined {
  if (next.start - token.end !== 1 || !/^[a-z]+ [a-z]+$/.test(`${token.folded} ${next.folded}`)) return undefined
  if (isWord(token.folded, corpus) && isWord(next.folded, corpus)) return undefined
  const whole = syllableKey(token.folded + next.folded)
  return corpus.count(whole) > 0 && corpus.pair(before, whole) + corpus.pair(whole, after) > 0 ? token.text + next.text : undefined
}

/** A lone letter is a word nowhere, even where the corpus has it as a label: "điểm b". */
function isWord(folded: string, corpus: Corpus): boolean {
  return isPlausible(folded, corpus) && (folded.length > 1 || isSyllable(folded))
}
