import { CUES, DECOYS } from './cues.ts'
import { findPhrase, phrase, phraseFinder, type Phrase } from './phrase.ts'
import { asksLate } from './late.ts'
import { INTENTS, opensCheck, type Intent, type WeighedIntent, type Word } from './request.ts'
import { asksExpiry, asksForSelf, asksUntil, confirmsReceiver, countsPraised, holdsFigure } from './sentences.ts'

/** What kind of answer a question wants, by the cues in it. */

interface Cue {
  readonly intent: Intent
  readonly weight: number
  readonly phrase: Phrase
  /** Places in the phrase of the words in brackets. */
  readonly topic: ReadonlySet<number>
}

export interface IntentReading {
  readonly intents: readonly WeighedIntent[]
  /** Indexes of words that belong to a cue. */
  readonly explained: ReadonlySet<number>
  /** Indexes of words in cues that are asked about themselves: "nơi nhận". */
  readonly topics: ReadonlySet<number>
  /** Those of strong cues alone; all where there is none. */
  readonly outright: ReadonlySet<number>
  /** Asks what follows when a deadline is missed. */
  readonly late: boolean
}

const WEIGHTS = { strong: 1, fair: 0.6, weak: 0.3 } as const

/** "trễ một ngày thì bị xử lý thế nào" is about a deadline, whatever else its words may be cues of. */
const LOSERS_TO_LATE: readonly Intent[] = ['statement', 'check', 'duty', 'threshold', 'upcoming']

const NUMBERED_GROUPS = ['tập thể', 'cá nhân', 'người được khen'].map(phrase)

const ALL: readonly Cue[] = INTENTS.flatMap((intent) =>
  (['strong', 'fair', 'weak'] as const).flatMap((level) => (CUES[intent][level] ?? []).map((text) => ({ intent, weight: WEIGHTS[level], phrase: phrase(text), topic: topicOf(text) }))),
)

const findCues = phraseFinder(ALL)
const findDecoys = phraseFinder(DECOYS.map((text) => ({ phrase: phrase(text) })))

/** Intents with their weights, heaviest first. A cue inside a longer one ("bao nhiêu" in "bao nhiêu tập thể") does not count. */
export function readIntents(words: readonly Word[]): IntentReading {
  const hits = findCues(words)
  const all = [...hits, ...findDecoys(words)]
  // "hồ sơ khen thưởng Cần Thơ" asks for no papers.
  const isCutName = ({ end }: { end: number }) => words[end - 1]?.folded === 'can' && words[end]?.folded === 'tho'
  const counted = hits.filter((hit) => !isCutName(hit) && !all.some((other) => other.start <= hit.start && other.end >= hit.end && other.end - other.start > hit.end - hit.start))
  const weights = new Map<Intent, number>()
  const explained = new Set<number>()
  const outright = new Set<number>()
  const topics = new Set<number>()
  for (const { item: cue, start, end } of counted) {
    weights.set(cue.intent, Math.max(weights.get(cue.intent) ?? 0, cue.weight))
    for (let index = start; index < end; index++) {
      if (cue.topic.has(index - start)) topics.add(index)
      else explained.add(index)
      if (cue.weight === WEIGHTS.strong) outright.add(index)
    }
  }
  // "số lượng bằng khen được bao nhiêu cái" counts awards, "bằng khen mấy bộ" does not.
  const counts = weights.has('threshold') && !weights.has('sets') && (weights.get('quota') ?? 0) >= WEIGHTS.fair
  if (counts) {
    weights.set('quota', WEIGHTS.strong)
    weights.set('threshold', WEIGHTS.weak)
  }
  if (countsPraised(words)) {
    weights.set('quota', WEIGHTS.strong)
    weights.delete('threshold')
  }
  if (holdsFigure(words)) {
    weights.delete('check')
    weights.set('threshold', WEIGHTS.strong)
  }
  if (asksForSelf(words) || opensCheck(words)) weights.set('check', WEIGHTS.strong)
  // "cho 30 cá nhân đúng không"
  if (!weights.has('quota') && words.some((word, i) => /^\d{1,3}$/.test(word.key) && NUMBERED_GROUPS.some((group) => findPhrase(words.slice(i + 1), group)[0] === 0))) weights.set('quota', WEIGHTS.fair)
  // "1 bộ được không"
  const sets = words.findIndex((word, i) => word.key === 'bô5' && /^\d{1,2}$/.test(words[i - 1]?.key ?? ''))
  if (sets >= 0) {
    weights.set('sets', WEIGHTS.strong)
    explained.add(sets).add(sets - 1)
  }
  if (weights.get('period') === WEIGHTS.strong && asksUntil(words)) {
    weights.set('period', WEIGHTS.weak)
    weights.set('deadline', WEIGHTS.strong)
  }
  if (confirmsReceiver(words)) weights.set(words.some(({ folded }) => folded === 'thang' || folded === 'luon') ? 'route' : 'addressee', WEIGHTS.strong)
  if (asksExpiry(words)) {
    weights.delete('deadline')
    weights.set('period', WEIGHTS.strong)
  }
  const late = asksLate(words)
  if (late) {
    for (const intent of LOSERS_TO_LATE) weights.delete(intent)
    weights.set('deadline', WEIGHTS.strong)
  }
  const intents = [...weights].map(([intent, weight]) => ({ intent, weight })).sort((a, b) => b.weight - a.weight)
  return { intents, explained, topics, outright: outright.size ? outright : explained, late }
}

function topicOf(text: string): ReadonlySet<number> {
  const topic = new Set<number>()
  let inside = false
  for (const [index, word] of text.split(' ').entries()) {
    inside ||= word.startsWith('[')
    if (inside) topic.add(index)
    if (word.endsWith(']')) inside = false
  }
  return topic
}
