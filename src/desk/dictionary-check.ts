import { planName } from '../answer/wording.ts'
import { phraseKey } from '../knowledge/dictionary.ts'
import type { Knowledge } from '../knowledge/types.ts'
import { clean, fold } from '../language/normalise.ts'
import { tokenise } from '../language/tokens.ts'
import type { Day } from '../language/day.ts'
import { preparedFor } from '../prepared.ts'
import { STOP } from '../understand/cues.ts'
import { reworded } from '../understand/dictionary.ts'
import { understand } from '../understand/understand.ts'
import { readWords } from '../understand/words.ts'
import { DICTIONARY } from './dictionary-wording.ts'

/** Whether a phrase and its meaning may go into the dictionary; each reason is a sentence for the administrator. */

const LONGEST_PHRASE = 8
const LONGEST_MEANING = 15

/** Why this phrase of a question cannot be taught; undefined where it can. */
export function whyNotPhrase(phrase: string, question: string): string | undefined {
  const tokens = tokenise(phrase)
  if (!/\p{L}/u.test(phrase)) return DICTIONARY.noWord
  if (tokens.length > LONGEST_PHRASE) return DICTIONARY.tooLong(LONGEST_PHRASE)
  if (!standsIn(phrase, question)) return DICTIONARY.notInQuestion(phrase)
  return tokens.every((token) => COMMON.has(token.folded)) ? DICTIONARY.tooCommon(phrase) : undefined
}

/** Why a phrase cannot mean this; undefined where it can. */
export function whyNotMeaning(means: string, phrase: string, knowledge: Knowledge): string | undefined {
  if (!/\p{L}/u.test(means)) return DICTIONARY.noWord
  if (tokenise(means).length > LONGEST_MEANING) return DICTIONARY.tooLong(LONGEST_MEANING)
  if (standsIn(phrase, means)) return DICTIONARY.circular(phrase)
  const { lexicon } = preparedFor(knowledge).understanding
  const { words, tokens, corrections } = readWords(clean(means), lexicon)
  const unknown = [...corrections.map(({ from }) => from), ...words.filter((word) => /\p{L}/u.test(word.text) && !lexicon.keys.has(word.key)).map((word) => tokens[word.at]?.text ?? word.text)]
  return unknown.length > 0 ? DICTIONARY.unknownMeaning([...new Set(unknown)]) : undefined
}

/** What the phrase means to the bot already; undefined where it means nothing yet. */
export function meaningSoFar(phrase: string, knowledge: Knowledge, today: Day): string | undefined {
  const { dictionary, vocabulary, plans } = knowledge
  const { already } = DICTIONARY
  const key = phraseKey(phrase)
  const isIt = (other: string) => phraseKey(other) === key
  const taught = dictionary.find((entry) => isIt(entry.phrase))
  if (taught) return already.taught(phrase, taught.means)
  const short = (text: string) => fold(text).replaceAll(/[\s.]/g, '')
  const abbreviation = vocabulary.abbreviations.find((one) => one.short.some((form) => short(form) === short(phrase)))
  if (abbreviation) return already.abbreviation(phrase, abbreviation.long)
  const saying = vocabulary.sayings.find((one) => isIt(one.phrase))
  if (saying) return already.synonym(phrase, saying.means)
  const group = vocabulary.synonyms.find((words) => words.some(isIt))
  if (group) return already.synonym(phrase, group[0] as string)
  const names = [...vocabulary.places.flatMap(({ name, aliases }) => [name, ...aliases]), ...plans.flatMap(({ place, names: own }) => [place.name, ...place.aliases, ...own])]
  if (names.some(isIt)) return already.name(phrase)
  const plan = plans.find((one) => one.clauses.some((clause) => standsIn(phrase, clause.fullText)))
  if (plan) return already.text(phrase, planName(plan))
  return understand(phrase, preparedFor(knowledge).understanding, today).some(({ intents }) => intents.length > 0) ? already.cue(phrase) : undefined
}

/** True where the text has the phrase, typed with its marks or in a text without any. */
export function standsIn(phrase: string, text: string): boolean {
  return reworded(clean(text), [{ phrase, means: '' }]) !== clean(text)
}

const COMMON = new Set(STOP.map(fold))
