import { randomUUID } from 'node:crypto'
import { say } from '../answer/absent.ts'
import type { Message } from '../answer/message.ts'
import { dayInVietnam, type Day } from '../language/day.ts'
import type { Knowledge } from '../knowledge/types.ts'
import type { Reply, Turn } from '../respond.ts'
import { respondingAgain } from '../respond-again.ts'
import type { Session } from '../session.ts'
import type { Store } from '../store/types.ts'
import { administratorTurn } from './administrator.ts'
import { createQuestionLog } from './question-log.ts'
import { privacyTurn } from './privacy.ts'
import { createBallot, withVotes } from './votes.ts'
import { DESK } from './wording.ts'

/** Talks with a store behind them: respond()'s answers, and those that the store alone can give. */
export interface Desk {
  /**
   * Answers one update: session and answer are kept in one go. Undefined where another worker has the update by now.
   * Rejects, with nothing kept, while the store is away.
   */
  answer(chat: string, turn: Turn, receipt: { readonly worker: string; readonly update: number }): Promise<readonly Message[] | undefined>
  /** Settles once the questions heard so far are written down. */
  flush(): Promise<void>
}

export interface DeskParts {
  readonly store: Store
  readonly knowledge: () => Knowledge
  readonly today: () => Day
  /** Who may see the statistics, by Telegram's numbers. */
  readonly administrators: readonly number[]
  /** Hears of what failed and was answered with a word of regret, or was only noted down. */
  readonly onError: (error: unknown) => void
}

export function createDesk(parts: DeskParts): Desk {
  const { store, knowledge, today, onError } = parts
  const questions = createQuestionLog(store, onError)
  const respond = respondingAgain()
  const ballot = createBallot(store, questions.flush)
  return {
    flush: questions.flush,
    async answer(chat, turn, { worker, update }) {
      const special = (await privacyTurn(chat, turn, store)) ?? (await ballot(chat, turn)) ?? (await administratorTurn(chat, turn, { ...parts, written: questions.flush }))
      // What was forgotten must not come back as the session of the turn that asked for it.
      if (special?.forgotten) return special.messages
      const question = special || !('text' in turn) ? undefined : randomUUID()
      for (;;) {
        const before = await store.load(chat)
        const started = performance.now()
        const { messages, session } = special ? { messages: special.messages, session: before.session } : respondTo(turn, before.session)
        const milliseconds = performance.now() - started
        const [first] = messages
        // An answer within a check may tell of a person; it is no question either.
        const asked = question !== undefined && first !== undefined && first.outcome !== 'check'
        const said = asked ? withVotes(messages, question) : messages
        const kept = await store.answer(chat, before, session, { worker, update, answer: JSON.stringify(said) })
        if (kept === 'lost') return undefined
        if (kept === 'stale') continue
        if (asked && 'text' in turn) questions.note({ id: question, day: dayInVietnam(new Date()), text: turn.text.slice(0, 500), outcome: first.outcome, milliseconds })
        return said
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
