import { LRUCache } from 'lru-cache'
import type { Knowledge } from './knowledge/types.ts'
import type { Day } from './language/day.ts'
import { respond, type Reply, type Turn } from './respond.ts'
import type { Session } from './session.ts'

/** Some ten megabytes of replies; fewer than what is asked in turn would be none at all. */
const MOST = 2000

/**
 * respond(), that gives the same reply again where the same is said in the same state: the questions that everybody
 * asks, and the buttons below their answers, are worked out once. Right because respond() reads nothing but what it is
 * given; other knowledge and another day are another state.
 */
export function respondingAgain(): typeof respond {
  let state: { readonly knowledge: Knowledge; readonly today: Day } | undefined
  const replies = new LRUCache<string, Reply>({ max: MOST })
  return (turn: Turn, session: Session, knowledge: Knowledge, today: Day) => {
    if (state?.knowledge !== knowledge || state.today !== today) {
      replies.clear()
      state = { knowledge, today }
    }
    const key = JSON.stringify([turn, session])
    const known = replies.get(key)
    if (known) return known
    const reply = respond(turn, session, knowledge, today)
    replies.set(key, reply)
    return reply
  }
}
