import { randomUUID } from 'node:crypto'
import { say } from '../answer/absent.ts'
import type { Message } from '../answer/message.ts'
import { dayInVietnam } from '../language/day.ts'
import type { Talk } from '../respond.ts'
import { freshSession } from '../session.ts'
import type { AskedQuestion, Store } from '../store/types.ts'
import { createBallot, withVotes } from './votes.ts'
import { DESK } from './wording.ts'

const FLUSH_MS = 500
/** While the store is away no more than these are held. */
const MOST = 2000

export interface QuestionLog {
  /** For the next question. Nobody can guess it, and those of one process follow each other: an index of scattered ones costs a page for each. */
  readonly newId: () => string
  readonly note: (question: AskedQuestion) => void
  /** Settles once the questions heard so far are written down, or could not be. */
  readonly flush: () => Promise<void>
}

/** What is noted down of a question. */
const LONGEST = 500

/** A greeting and a command are no questions, and what is said within a check may tell of a person. */
export function isQuestion([first]: readonly Message[]): boolean {
  return first !== undefined && first.outcome !== 'check' && first.outcome !== 'help'
}

/** Question and outcome as they are kept; nothing of who asked. */
export function askedQuestion(id: string, text: string, [first]: readonly Message[], milliseconds: number): AskedQuestion {
  return { id, day: dayInVietnam(new Date()), text: text.slice(0, LONGEST), outcome: first?.outcome ?? 'help', milliseconds }
}

/** A talk whose questions are noted down and can be voted on; for channels that have no desk of their own. */
export function notedTalk(talk: Talk, questions: QuestionLog, store: Pick<Store, 'vote'>): Talk {
  const ballot = createBallot(store, questions.flush)
  return async (chat, turn) => {
    // The talk is not touched by it: no channel looks at this session.
    if (await ballot(chat, turn)) return { messages: [say(DESK.thanked)], session: freshSession }
    const started = performance.now()
    const reply = await talk(chat, turn)
    if (!('text' in turn) || !isQuestion(reply.messages)) return reply
    const id = questions.newId()
    questions.note(askedQuestion(id, turn.text, reply.messages, performance.now() - started))
    return { ...reply, messages: withVotes(reply.messages, id) }
  }
}

/** Notes questions down together: one writing serves many. */
export function createQuestionLog(store: Pick<Store, 'recordQuestions'>, onError: (error: unknown) => void): QuestionLog {
  const series = randomUUID().slice(0, 8)
  let number = 0
  let waiting: AskedQuestion[] = []
  let timer: NodeJS.Timeout | undefined
  async function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const batch = waiting.splice(0)
    try {
      await store.recordQuestions(batch)
    } catch (error) {
      onError(error)
      waiting = [...batch, ...waiting].slice(-MOST)
    }
  }
  return {
    newId: () => `${series}-${(number++).toString(16).padStart(9, '0')}${randomUUID().slice(18)}`,
    note(question: AskedQuestion): void {
      waiting.push(question)
      timer ??= setTimeout(() => void flush(), FLUSH_MS).unref()
    },
    flush,
  }
}
