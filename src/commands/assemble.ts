import { inOrder } from '../channels/in-order.ts'
import type { Day } from '../language/day.ts'
import { loadKnowledge } from '../knowledge/load.ts'
import { KnowledgeError } from '../knowledge/problem.ts'
import type { Knowledge } from '../knowledge/types.ts'
import { respond, type Talk } from '../respond.ts'
import { step, type Sessions } from '../session.ts'
import { problem } from './problem.ts'

/** The knowledge of a folder. What is wrong with it is a Problem: file, line and what, a line each. */
export function readKnowledge(dir: string): Knowledge {
  try {
    return loadKnowledge(dir)
  } catch (error) {
    if (error instanceof KnowledgeError) throw problem(error.message)
    throw error
  }
}

/** What a talk needs; knowledge and the day are asked for at every turn, since both change while a bot runs. */
interface TalkParts {
  readonly knowledge: () => Knowledge
  readonly sessions: Sessions
  readonly today: () => Day
}

/** Knowledge, sessions, clock and respond() as one function. Turns of one chat run strictly in order, those of many side by side. */
export function assembleTalk({ knowledge, sessions, today }: TalkParts): Talk {
  const ordered = inOrder()
  return (chat, turn) => ordered(chat, () => step(sessions, chat, (session) => respond(turn, session, knowledge(), today())))
}
