import { ownWords } from '../understand/request.ts'
import type { Knowledge } from '../knowledge/types.ts'
import type { Day } from '../language/day.ts'
import { clean } from '../language/normalise.ts'
import { preparedFor } from '../prepared.ts'
import { respond } from '../respond.ts'
import { freshSession } from '../session.ts'
import { reworded } from '../understand/dictionary.ts'
import { understand } from '../understand/understand.ts'
import { whyNotPhrase } from './dictionary-check.ts'
import { DICTIONARY } from './dictionary-wording.ts'

/** What the buttons of the talk about a word offer. */

const MOST = 6
const LONGEST_RUN = 4

/** Words of the question that the bot could make nothing of: neighbours together first, then each one that no plan uses. */
export function unknownWords(question: string, knowledge: Knowledge, today: Day): string[] {
  const { understanding } = preparedFor(knowledge)
  const requests = understand(reworded(clean(question), knowledge.dictionary), understanding, today)
  const runs: string[] = []
  const strange: string[] = []
  for (const { words, content, explained, asides } of requests) {
    const own = ownWords({ content, explained, asides })
    let run: number[] = []
    for (const [i, at] of own.entries()) {
      run.push(at)
      if (!understanding.lexicon.keys.has(words[at]?.key ?? '')) strange.push(words[at]?.text ?? '')
      if (own[i + 1] === at + 1 && run.length < LONGEST_RUN) continue
      runs.push(run.map((one) => words[one]?.text).join(' '))
      run = []
    }
  }
  return [...new Set([...runs, ...strange])].filter((phrase) => whyNotPhrase(phrase, question) === undefined).slice(0, MOST)
}

/** Wordings that are understood, those with which this question is answered first. */
export function likelyMeanings(question: string, phrase: string, knowledge: Knowledge, today: Day): string[] {
  const answered = DICTIONARY.suggested.filter((means) => isAnswered(reworded(clean(question), [{ phrase, means }]), knowledge, today))
  return [...answered, ...DICTIONARY.suggested.filter((means) => !answered.includes(means))].filter((means) => means !== phrase).slice(0, MOST)
}

function isAnswered(question: string, knowledge: Knowledge, today: Day): boolean {
  return respond({ text: question }, freshSession, knowledge, today).messages.some(({ outcome }) => outcome === 'answered' || outcome === 'choose')
}
