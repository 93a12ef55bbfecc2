import { say } from '../answer/absent.ts'
import { shownOf, type Message } from '../answer/message.ts'
import type { Day } from '../language/day.ts'
import type { KnowledgeError } from '../knowledge/problem.ts'
import type { Knowledge } from '../knowledge/types.ts'
import type { FileTurn, Reply, Turn } from '../respond.ts'
import { respondingAgain } from '../respond-again.ts'
import type { Session } from '../session.ts'
import type { Store } from '../store/types.ts'
import { administratorTurn } from './administrator.ts'
import { fileTurn } from './file-turn.ts'
import { PLAN } from './plan-wording.ts'
import { askedQuestion, isQuestion, type QuestionLog } from './question-log.ts'
import { privacyTurn } from './privacy.ts'
import { commandOf, withTask, type Special } from './special.ts'
import type { Meanwhile } from './upload.ts'
import { createBallot, withVotes } from './votes.ts'
import { DESK } from './wording.ts'

/** Talks with a store behind them: respond()'s answers, and those that the store or the knowledge folder alone can give. */
export interface Desk {
  /**
   * Answers one update: session and answer are kept in one go. Undefined where another worker has the update by now, or
   * the next start will have it. Rejects, with nothing kept, while the store is away.
   */
  answer(chat: string, turn: Turn | FileTurn, receipt: { readonly worker: string; readonly update: number }, meanwhile: Meanwhile): Promise<readonly Message[] | undefined>
}

export interface DeskParts {
  readonly store: Store
  readonly questions: QuestionLog
  readonly knowledge: () => Knowledge
  /** Where the knowledge is read from, and where what administrators add is written. */
  readonly knowledgeDir: string
  /** Takes what was written there into use at once; gives what is wrong with it. */
  readonly reload: () => KnowledgeError | undefined
  readonly today: () => Day
  /** Who may see the statistics and change the knowledge, by Telegram's numbers. */
  readonly administrators: readonly number[]
  /** Hears of what failed and was answered with a word of regret, or was only noted down. */
  readonly onError: (error: unknown) => void
}

export function createDesk(parts: DeskParts): Desk {
  const { store, questions, knowledge, today, onError } = parts
  const respond = respondingAgain()
  const ballot = createBallot(store, questions.flush)

  /** Undefined where respond() knows the answer, as it does to all that is typed but for commands and the words of a task. */
  async function specialTurn(chat: string, turn: Turn | FileTurn, session: Session, meanwhile: Meanwhile): Promise<Special | 'stopped' | undefined> {
    if ('file' in turn) return await fileTurn(chat, turn, parts, meanwhile)
    if ('text' in turn && session.desk === undefined && commandOf(turn.text) === undefined) return undefined
    return (await privacyTurn(chat, turn, store)) ?? (await ballot(chat, turn)) ?? (await administratorTurn(chat, turn, session, { ...parts, written: questions.flush }, meanwhile))
  }

  return {
    async answer(chat, turn, { worker, update }, meanwhile) {
      const first = await store.load(chat)
      const special = await specialTurn(chat, turn, first.session, meanwhile)
      if (special === 'stopped') return undefined
      // What was forgotten must not come back as the session of the turn that asked for it.
      if (special?.forgotten) return special.messages
      const words = 'text' in turn && turn.text !== undefined ? turn.text : undefined
      const said: Turn = 'file' in turn ? { text: words ?? '' } : turn
      const id = special || words === undefined ? undefined : questions.newId()
      // A special turn may take long, or touch the session itself.
      for (let before = special ? await store.load(chat) : first; ; before = await store.load(chat)) {
        const started = performance.now()
        const { messages, session } = special ? { messages: special.messages, session: withTask(before.session, special.task) } : respondTo(said, before.session)
        const milliseconds = performance.now() - started
        const question = id !== undefined && isQuestion(messages) ? id : undefined
        const voted = question === undefined ? messages : withVotes(messages, question)
        const answer = 'file' in turn && !special ? [say(PLAN.notForYou), ...voted] : voted
        const kept = await store.answer(chat, before, session, { worker, update, answer: JSON.stringify(answer.map(shownOf)) })
        if (kept === 'lost') return undefined
        if (kept === 'stale') continue
        if (question !== undefined && words !== undefined) questions.note(askedQuestion(question, words, messages, milliseconds))
        return answer
      }
    },
  }

  /** A turn that fails would fail again: it is answered with regret, and the talk stays as it was. */
  function respondTo(turn: Turn, session: Session): Reply {
    try {
      return respond(turn, session, knowledge(), today())
    } catch (error) {
      onError(error)
      return { messages: [say(DESK.failed)], session }
    }
  }
}
