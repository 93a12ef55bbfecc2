import type { Knowledge, Vocabulary } from '../knowledge/types.ts'
import type { Day } from '../language/day.ts'
import { clean } from '../language/normalise.ts'
import { isForeign } from '../language/spelling-foreign.ts'
import { isSyllable } from '../language/spelling-syllable.ts'
import { findAsides } from './aside.ts'
import { detailWords, readDetails } from './details.ts'
import { reworded } from './dictionary.ts'
import { findFocus } from './focus.ts'
import { readGazetteer, type Gazetteer } from './gazetteer.ts'
import { readIntents } from './intents.ts'
import { followsIn, lateBy } from './late.ts'
import { readLexicon, type Lexicon } from './lexicon.ts'
import { indexesOf, phrase, phraseFinder, type Finder, type Phrase } from './phrase.ts'
import { findPlans } from './plans.ts'
import type { Intent, Request, Word } from './request.ts'
import { byIntent, splitQuestions } from './split.ts'
import { findSubjects, readSubjects, type Subjects } from './subjects.ts'
import { readTime } from './time.ts'
import { findUnits } from './units.ts'
import { readWords } from './words.ts'

/** Questions that the kind of unit changes nothing about: papers and days are the same for all. */
const PRACTICAL: ReadonlySet<Intent> = new Set(['deadline', 'upcoming', 'dossier', 'sets', 'addressee'])

/** What is read from the knowledge once, so that a question is understood in a millisecond. */
export interface Understanding {
  readonly lexicon: Lexicon
  readonly gazetteer: Gazetteer
  /** Matters of other offices. */
  readonly elsewhere: Finder<{ readonly name: string; readonly phrase: Phrase }>
  readonly subjects: Subjects
  readonly sayings: Vocabulary['sayings']
}

export function prepare(knowledge: Knowledge): Understanding {
  return {
    lexicon: readLexicon(knowledge),
    gazetteer: readGazetteer(knowledge),
    elsewhere: phraseFinder(knowledge.vocabulary.elsewhere.map((name) => ({ name, phrase: phrase(name) }))),
    subjects: readSubjects(knowledge),
    sayings: knowledge.vocabulary.sayings,
  }
}

/**
 * Reads one message. Several questions in it ("đợt 1 kết thúc ngày nào và báo cáo trước ngày nào?") give several
 * requests that share plan, award, kind and phase. Never empty, never throws.
 */
export function understand(text: string, ready: Understanding, today: Day): Request[] {
  const cleaned = reworded(clean(text), ready.sayings)
  const known = new Map<string, Request>()
  const read = (part: string): Request => {
    const found = known.get(part) ?? readOne(part, ready, today)
    known.set(part, found)
    return found
  }
  const whole = read(cleaned)
  const parts = splitQuestions(cleaned, read)
  const requests = parts.length < 2 ? byIntent(whole) : parts.flatMap((part, index) => byIntent({ ...shared(whole), ...withoutPlans(part), ...inheritedContent(parts, index) }))
  return requests.flatMap(byPlan)
}

/** "bằng khen của Bắc Quang và của Cần Thơ, bên nào nhiều bộ hơn": each plan is asked about. */
function byPlan(request: Request): Request[] {
  return request.plans?.apart ? request.plans.value.map((id) => ({ ...request, plans: { value: [id], from: 'said' } })) : [request]
}

function readOne(text: string, ready: Understanding, today: Day): Request {
  const { text: cleaned, words, tokens, corrections } = readWords(clean(text).replaceAll('%', ' phần trăm '), ready.lexicon)
  const time = readTime(cleaned, words, tokens, today)
  const mention = findPlans(cleaned, words, tokens, time.years, ready)
  const { intents, explained, topics, outright, late } = readIntents(words)
  const practical = intents[0] !== undefined && intents[0].weight >= 0.6 && PRACTICAL.has(intents[0].intent)
  const identity = intents[0]?.intent === 'identity' && intents[0].weight === 1
  const used = new Set([...time.used, ...(identity ? indexesOf(words, TEXT) : []), ...(late ? [...lateBy(words), ...followsIn(words)] : []), ...mention.used, ...indexesOf(words, FILLERS), ...(practical ? findUnits(words, ready.lexicon) : [])])
  const content = contentOf(words, used, topics, ready.lexicon)
  // "luong co so" is lực lượng cơ sở here, not lương cơ sở: a matter of others must be what the marks put back say.
  const strict = words.map((word) => ({ ...word, loose: false }))
  const elsewhere = ready.elsewhere(strict).find(({ start }) => !used.has(start))?.item
  return {
    text: cleaned,
    words,
    intents,
    explained: new Set([...explained, ...detailWords(words)]),
    ...(mention.plans && { plans: { value: mention.plans, from: 'said' as const, ...(mention.apart && { apart: true }) } }),
    ...(mention.missing && { missing: mention.missing }),
    ...(mention.cites && { cites: mention.cites }),
    ...(elsewhere && { elsewhere: elsewhere.name }),
    ...(time.asOf && { asOf: time.asOf }),
    ...(time.time && { time: time.time }),
    ...(time.day && { day: time.day }),
    ...readDetails(words),
    late,
    checks: findSubjects(words, ready.subjects).map(({ check }) => check.id),
    content,
    focus: findFocus(words, (index) => content.includes(index) && words[index]?.key !== 'co1'),
    // Who asks whether they may be awarded tells their case first: there the story is the matter.
    asides: intents.some(({ intent, weight }) => intent === 'check' && weight === 1) ? new Set() : findAsides(cleaned, words, tokens, content, explained, outright),
    corrections,
  }
}

function contentOf(words: readonly Word[], used: ReadonlySet<number>, topics: ReadonlySet<number>, lexicon: Lexicon): number[] {
  const { stops, bareStops, light, pairs } = lexicon
  const pairsUp = (index: number, other: number) => {
    const [first, second] = [words[Math.min(index, other)], words[Math.max(index, other)]]
    const neighbour = words[other]
    return neighbour !== undefined && !used.has(other) && !stops.has(neighbour.key) && !light.has(neighbour.key) && pairs.has(`${first?.folded} ${second?.folded}`)
  }
  return words.flatMap((word, index) => {
    // Typed without marks "nơi nhận" looks like grammar.
    if (topics.has(index) && word.loose && !used.has(index)) return [index]
    if (used.has(index) || stops.has(word.key) || isGarbled(word, lexicon) || isOwnNumber(words, index)) return []
    if (word.loose && word.folded === 'can' && !CAN_WORDS.has(words[index + 1]?.folded ?? '')) return []
    const maybeNothing = light.has(word.key) || (word.loose && bareStops.has(word.folded))
    return maybeNothing && !pairsUp(index, index - 1) && !pairsUp(index, index + 1) ? [] : [index]
  })
}

/** Behind these an unmarked "can" is no "cần": căn cứ, cán bộ, Cần Thơ, căn cước. */
const CAN_WORDS: ReadonlySet<string> = new Set(['cu', 'bo', 'tho', 'cuoc', 'su', 'bang'])

/** Words that only lead up to the matter. */
const FILLERS = ['trường hợp', 'chú ý', 'lưu ý', 'quan tâm', 'ví dụ', 'kể hết', 'liệt kê', 'cái này', 'vấn đề', 'thông tin', 'nội dung này', 'thắc mắc', 'cho chắc', 'thật ra', 'nói thật', 'chuyện là', 'chưa qua', 'đã qua', 'qua chưa', 'đầu tiên', 'trước tiên', 'trước hết'].map(phrase)

/** What a plan is called by whoever asks who signed it. */
const TEXT = ['văn bản', 'văn bản phát động', 'bản kế hoạch', 'ở dưới', 'bên dưới', 'cuối văn bản'].map(phrase)

/** Words before a number that make it a name: "mẫu 08", "khoản 2", "tiêu chí 19". */
const NUMBERED: ReadonlySet<string> = new Set(['so', 'mau', 'dieu', 'khoan', 'diem', 'muc', 'dot', 'chi', 'tieu', 'phan', 'nam', 'lan', 'ki', 'dinh', 'tu'])

/** "báo cáo 6 tháng", "2 năm liên tục": a time that facts are told apart by. */
const COUNTED_TIME: ReadonlySet<string> = new Set(['nam', 'thang', 'lan', 'ngay', 'dot'])

/** "giúp 2 hộ", "cho 1 anh": what the asker has, which no fact is found by. */
function isOwnNumber(words: readonly Word[], index: number): boolean {
  return /^\d{1,2}$/.test(words[index]?.key ?? '') && !NUMBERED.has(words[index - 1]?.folded ?? '') && !COUNTED_TIME.has(words[index + 1]?.folded ?? '') && !/^\d+$/.test(words[index - 1]?.key ?? '') && !/^\d+$/.test(words[index + 1]?.key ?? '')
}

/** "CT", "LĐồng": cut or mistyped so that nobody can tell; a foreign word ("email") is a word. */
function isGarbled({ folded, key }: Word, { keys }: Lexicon): boolean {
  if (/\d/.test(folded)) return false
  if (folded.length === 1) return true
  if (keys.has(key)) return false
  return !/[aeiouy]/.test(folded) || (!isSyllable(folded) && !isForeign(folded))
}

function shared(whole: Request): Partial<Request> {
  const { plans, missing, award, level, kind, phase, asOf } = whole
  return { ...(asOf && { asOf }), ...(plans && { plans }), ...(missing && { missing }), ...(award && { award }), ...(level && { level }), ...(kind && { kind }), ...(phase && { phase }) }
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
  return source ? withContentOf(own, source) : {}
}

/** What a question speaks of, taken over by one that goes on from it. */
export function withContentOf(own: Request, source: Request): Pick<Request, 'words' | 'content' | 'explained' | 'asides'> {
  const shift = own.words.length
  return { words: [...own.words, ...source.words], content: [...own.content, ...source.content.map((at) => at + shift)], explained: new Set([...own.explained, ...[...source.explained].map((at) => at + shift)]), asides: new Set([...own.asides, ...[...source.asides].map((at) => at + shift)]) }
}
