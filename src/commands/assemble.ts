import { basename, dirname } from 'node:path'
import { inOrder } from '../channels/in-order.ts'
import type { Day } from '../language/day.ts'
import { loadKnowledge, loadUsable } from '../knowledge/load.ts'
import { KnowledgeError, problemLine } from '../knowledge/problem.ts'
import type { Knowledge } from '../knowledge/types.ts'
import { respond, type Talk } from '../respond.ts'
import { step, type Sessions } from '../session.ts'
import { problem } from './problem.ts'
import { says } from './wording.ts'

/**
 * The knowledge of a folder. Plans that cannot be used are left out and told to `warn`, file, line and what, a line each;
 * a folder of which nothing can be used is a Problem.
 */
export function readKnowledge(dir: string, warn: (text: string) => void = (text) => void process.stderr.write(`${text}\n`)): Knowledge {
  try {
    return loadKnowledge(dir)
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error
    return withoutBroken(dir, warn)
  }
}

function withoutBroken(dir: string, warn: (text: string) => void): Knowledge {
  try {
    const { knowledge, leftOut } = loadUsable(dir)
    warn(says.plansLeftOut([...new Set(leftOut.map(({ file }) => basename(dirname(file))))], leftOut.map(problemLine)))
    return knowledge
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
