import type { Knowledge } from '../knowledge/types.ts'
import type { Day } from '../language/day.ts'
import { clean } from '../language/normalise.ts'
import { isForeign } from '../language/spelling-foreign.ts'
import { isSyllable } from '../language/spelling-syllable.ts'
import { findAsides } from './aside.ts'
import { detailWords, readDetails } from './details.ts'
import { readIntents } from './intents.ts'
import { readLexicon, type Lexicon } from './lexicon.ts'
import { findPhrase, phrase, type Phrase } from './phrase.ts'
import { findPlans, readGazetteer, type Gazetteer } from './plans.ts'
import type { Intent, Request, Word } from './request.ts'
import { byIntent, splitQuestions } from './split.ts'
import { findSubjects, readSubjects, type SubjectPhrase } from './subjects.ts'
import { readTime } from './time.ts'
import { findUnits } from './units.ts'
import { readWords } from './words.ts'

/** Questions that the kind of unit changes nothing about: papers and days are the same for all. */
const PRACTICAL: ReadonlySet<Intent> = new Set(['deadline', 'upcoming', 'dossier', 'sets', 'addressee'])

/** What is read from the knowledge once, so that a question is understood in a millisecond. */
export interface Understanding {
  readonly lexicon: Lexicon
  readonly gazetteer: Gazetteer
  readonly elsewhere: readonly { name: string; phrase: Phrase }[]
  readonly subjects: readonly SubjectPhrase[]
}

export function prepare(knowledge: Knowledge): Understanding {
  return {
    lexicon: readLexicon(knowledge),
    gazetteer: readGazetteer(knowledge),
    elsewhere: knowledge.vocabulary.elsewhere.map((name) => ({ name, phrase: phrase(name) })),
    subjects: readSubjects(knowledge),
  }
}

/**
 * Reads one message. Several questions in it ("đợt 1 kết thúc ngày nào và báo cáo trước ngày nào?") give several
 * requests that share plan, award, kind and phase. Never empty, never throws.
 */
export function understand(text: string, ready: Understanding, today: Day): Request[] {
  const cleaned = clean(text)
  const known = new Map<string, Request>()
  const read = (part: string): Request => {
    const found = known.get(part) ?? readOne(part, ready, today)
    known.set(part, found)
    return found
  }
  const whole = read(cleaned)
  const parts = splitQuestions(cleaned, read)
  if (parts.length < 2) return byIntent(whole)
  return parts.flatMap((part, index) => byIntent({ ...shared(whole), ...withoutPlans(part), ...inheritedContent(parts, index) }))
}

function readOne(text: string, ready: Understanding, today: Day): Request {
  const { text: cleaned, words, tokens, corrections } = readWords(clean(text).replaceAll('%', ' phần trăm '), ready.lexicon)
  const time = readTime(cleaned, words, tokens, today)
  const mention = findPlans(cleaned, words, tokens, time.years, ready)
  const { intents, explained, outright } = readIntents(words)
  const practical = intents[0] !== undefined && intents[0].weight >= 0.6 && PRACTICAL.has(intents[0].intent)
  const used = new Set([...time.used, ...mention.used, ...(practical ? findUnits(words, ready.lexicon) : [])])
  const content = contentOf(words, used, ready.lexicon)
  // "luong co so" is lực lượng cơ sở here, not lương cơ sở: a matter of others must be what the marks put back say.
  const strict = words.map((word) => ({ ...word, loose: false }))
  const elsewhere = ready.elsewhere.find((matter) => findPhrase(strict, matter.phrase).some((start) => !used.has(start)))
  return {
    text: cleaned,
    words,
    intents,
    explained: new Set([...explained, ...detailWords(words)]),
    ...(mention.plans && { plans: { value: mention.plans, from: 'said' as const } }),
    ...(mention.missing && { missing: mention.missing }),
    ...(elsewhere && { elsewhere: elsewhere.name }),
    ...(time.time && { time: time.time }),
    ...(time.day && { day: time.day }),
    ...readDetails(words),
    checks: findSubjects(words, ready.subjects).map(({ check }) => check.id),
    content,
    asides: findAsides(cleaned, words, tokens, content, explained, outright),
    corrections,
  }
}

function contentOf(words: readonly Word[], used: ReadonlySet<number>, lexicon: Lexicon): number[] {
  const { stops, bareStops, light, pairs } = lexicon
  const pairsUp = (index: number, other: number) => {
    const [first, second] = [words[Math.min(index, other)], words[Math.max(index, other)]]
    const neighbour = words[other]
    return neighbour !== undefined && !used.has(other) && !stops.has(neighbour.key) && !light.has(neighbour.key) && pairs.has(`${first?.folded} ${second?.folded}`)
  }
  return words.flatMap((word, index) => {
    if (used.has(index) || stops.has(word.key) || isGarbled(word, lexicon)) return []
    const maybeNothing = light.has(word.key) || (word.loose && bareStops.has(word.folded))
    return maybeNothing && !pairsUp(index, index - 1) && !pairsUp(index, index + 1) ? [] : [index]
  })
}

/** "CT", "LĐồng": cut or mistyped so that nobody can tell; a foreign word ("email") is a word. */
function isGarbled({ folded, key }: Word, { keys }: Lexicon): boolean {
  if (/\d/.test(folded) || keys.has(key)) return false
  return folded.length === 1 || !/[aeiouy]/.test(folded) || (!isSyllable(folded) && !isForeign(folded))
}

function shared(whole: Request): Partial<Request> {
  const { plans, missing, award, kind, phase } = whole
  return { ...(plans && { plans }), ...(missing && { missing }), ...(award && { award }), ...(kind && { kind }), ...(phase && { phase }) }
}

/** The message as a whole says which plan is meant; a part alone may name less of it. */
function withoutPlans({ plans: _plans, missing: _missing, ...rest }: Request): Omit<Request, 'plans' | 'missing'> {
  return rest
}

/** "hồ sơ gồm gì, mấy bộ, nộp ở đâu": a part that only asks takes over what the part before speaks of. */
function inheritedContent(parts: readonly Request[], index: number): Partial<Request> {
  const own = parts[index] as Request
  if (own.content.some((at) => !own.explained.has(at))) return {}
  const source = parts.slice(0, index).findLast((part) => part.content.some((at) => !part.explained.has(at)))
  if (!source) return {}
  const shift = own.words.length
  return { words: [...own.words, ...source.words], content: [...own.content, ...source.content.map((at) => at + shift)], explained: new Set([...own.explained, ...[...source.explained].map((at) => at + shift)]), asides: new Set([...own.asides, ...[...source.asides].map((at) => at + shift)]) }
}
