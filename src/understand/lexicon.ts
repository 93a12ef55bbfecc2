import { keptOnDisk } from '../knowledge/kept.ts'
import { once } from '../knowledge/once.ts'
import type { Knowledge, Plan, Vocabulary } from '../knowledge/types.ts'
import { fold, syllableKey } from '../language/normalise.ts'
import { countWords, createSpeller, joinCounts, type Speller } from '../language/spelling.ts'
import { countSyllables, marksFrom, type MarkRestorer, type Syllables } from '../language/syllable-model.ts'
import { tokenise, type Token } from '../language/tokens.ts'
import { CUES, LIGHT, STOP } from './cues.ts'
import { INTENTS } from './request.ts'

/** The words this knowledge is written in: what tells a slip from a word, and one reading of an unmarked word from another. */
export interface Lexicon {
  /** Syllables that stand somewhere in it, by key. */
  readonly keys: ReadonlySet<string>
  /** Neighbouring syllables of the plans and the cues, folded: "ho so". */
  readonly pairs: ReadonlySet<string>
  /** Abbreviations by the tokens of their folded short form, joined by spaces: "dk thi dua". */
  readonly abbreviations: ReadonlyMap<string, readonly Token[]>
  /** Those that are written with marks, in lower case: no other marks make "ca" an abbreviation. */
  readonly markedAbbreviations: ReadonlySet<string>
  readonly stops: ReadonlySet<string>
  readonly light: ReadonlySet<string>
  /** Grammar as it looks without marks. */
  readonly bareStops: ReadonlySet<string>
  readonly speller: Speller
  readonly marks: MarkRestorer
}

/** How a question may run on; teaches mark restoration what grammar looks like beside the words of the plans. */
const TALK = ['còn bao nhiêu ngày nữa', 'có được không', 'thì phải làm sao', 'cần những gì', 'ở đâu', 'cho hỏi', 'để được', 'của xã', 'là khi nào', 'thì cần', 'thế cần', 'có cần', 'có phải', 'có những', 'nào có', 'thì sao', 'thế còn', 'vậy còn', 'được bao nhiêu', 'là ai', 'là gì', 'phải đạt', 'muốn được', 'tôi muốn', 'muốn biết', 'xã muốn', 'muốn hỏi', 'muốn loại', 'em muốn', 'đơn vị muốn', 'ngày nào ạ', 'không ạ', 'vậy ạ', 'thế ạ', 'nhỉ', 'nhé', 'sáng nay mình', 'mình mang', 'em mang', 'mình nộp', 'mình gửi', 'bên mình', 'xã mình', 'còn nhận không', 'lên huyện', 'hạn hôm nào', 'tổng cộng', 'tặng tổng cộng', 'bảo đảm', 'phải bảo đảm', 'nguyên tắc nào', 'quy trình xét', 'xét giấy khen', 'gồm những ai', 'đến lúc', 'tới lúc', 'lúc nào', 'vào lúc']

/** How people also say it, marks left out and words cut short: no teacher of how Vietnamese is written. */
const NICKNAMES: ReadonlySet<string> = new Set(['words', 'names', 'topics', 'aliases', 'short'])
const NONE: ReadonlySet<string> = new Set()

/** "bao-cao-dot-1" names a fact to the plan's owner; read as words it would teach that marks are left out. */
const ID = /^[a-z\d]+(?:[-/][a-z\d]+)+$/

/** Reads every text of the knowledge, at one start and not at the next. */
export function readLexicon({ plans, vocabulary }: Pick<Knowledge, 'plans' | 'vocabulary'>): Lexicon {
  const { abbreviations, markedAbbreviations } = shortWords(vocabulary)
  const { value: { words, neighbours, pairs, syllables, keys } } = keptOnDisk('words', [JSON.stringify(vocabulary), ...plans.map(({ version }) => version)], () => ({ value: countAll(plans, vocabulary) }))
  const shortOnes = [...abbreviations.keys()].filter((short) => !short.includes(' ') && !words.has(short))
  return {
    keys,
    pairs,
    abbreviations,
    markedAbbreviations,
    stops: new Set(STOP.map(syllableKey)),
    light: new Set(LIGHT.map(syllableKey)),
    bareStops: new Set(STOP.map((word) => syllableKey(fold(word)))),
    speller: createSpeller(new Map([...words, ...shortOnes.map((folded) => [folded, 1] as const)]), neighbours),
    marks: marksFrom(syllables),
  }
}

function countAll(plans: readonly Plan[], vocabulary: Vocabulary) {
  const read = plans.map(wordsOfPlan)
  const cued = INTENTS.flatMap((intent) => [...stringsOf(CUES[intent])]).map(tokenise)
  // How people talk makes no pair that says what is asked about; nor do names of places: "van ban" is văn bản long before it is Văn Bàn.
  const others = [...TALK, ...stringsOf(vocabulary), ...STOP].map(tokenise)
  const { words, pairs: neighbours } = joinCounts([...read.map(({ counts }) => counts), countWords([...cued, ...others])])
  const syllables = countSyllables([...read.flatMap(({ spoken }) => spoken), ...cued, ...others])
  return { words, neighbours, syllables, keys: keysOf(syllables), pairs: new Set([...read.flatMap(({ pairs }) => pairs), ...countWords(cued).pairs.keys()]) }
}

/** Its text and its facts, counted once: a plan that a reload brings back as it was costs nothing more. */
const wordsOfPlan = once((plan: Plan) => {
  // What is typed of a plan is mostly among its words already.
  const read = new Map<string, readonly Token[]>()
  const tokensOf = (text: string) => {
    const tokens = read.get(text) ?? tokenise(text)
    read.set(text, tokens)
    return tokens
  }
  const facts = { ...plan, clauses: [] }
  // A clause's fullText holds the clauses below it: the roots hold everything.
  const spoken = [...plan.clauses.map((clause) => clause.fullText), ...stringsOf(facts, NICKNAMES)].map(tokensOf)
  const counts = countWords(spoken)
  const pairs = [...counts.pairs.keys()]
  return { spoken, pairs, counts: countWords([...stringsOf(facts)].map(tokensOf), counts) }
})

const shortWords = once(({ abbreviations }: Vocabulary) => ({
  abbreviations: new Map(abbreviations.flatMap(({ short, long }) => short.flatMap((one) => ['', ' '].map((joint) => [tokenise(fold(one)).map(({ text }) => text).join(joint), tokenise(long)] as const)))),
  markedAbbreviations: new Set(abbreviations.flatMap(({ short }) => short.map((one) => one.toLowerCase()))),
}))

/** A bare syllable that mostly stands with marks ("dan" among "dân") is a word typed without them, not one of its own. */
const BARE_SHARE = 0.1

function keysOf({ forms, syllables }: Syllables): Set<string> {
  const count = (key: string) => syllables.get(key)?.count ?? 0
  return new Set([...forms].flatMap(([folded, keys]) => {
    const all = keys.reduce((sum, key) => sum + count(key), 0)
    return keys.filter((key) => key !== folded || count(key) >= BARE_SHARE * all)
  }))
}

function* stringsOf(value: unknown, without: ReadonlySet<string> = NONE): Generator<string> {
  if (typeof value === 'string') {
    if (!ID.test(value)) yield value
  } else if (Array.isArray(value)) for (const item of value) yield* stringsOf(item, without)
  else if (value !== null && typeof value === 'object') for (const [key, item] of Object.entries(value)) if (!without.has(key)) yield* stringsOf(item, without)
}
