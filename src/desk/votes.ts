import type { Message, Outcome } from '../answer/message.ts'
import type { Turn } from '../respond.ts'
import type { Store } from '../store/types.ts'
import type { Special } from './special.ts'

const VOTED_ON: readonly Outcome[] = ['answered', 'passages', 'not-stated', 'not-found']
const VOTE = /^vote:([\da-f-]{36}):([yn])$/
/** Presses remembered, so that one chat counts once a question. */
const MOST = 10_000

/** 👍 👎 under the answer to a question; under anything else nothing changes. */
export function withVotes(messages: readonly Message[], question: string): readonly Message[] {
  const at = messages.findLastIndex(({ outcome }) => VOTED_ON.includes(outcome))
  return messages.map((message, index) =>
    index === at ? { ...message, buttons: [...message.buttons, [{ label: '👍', action: `vote:${question}:y` }, { label: '👎', action: `vote:${question}:n` }]] } : message,
  )
}

/** Counts the presses of these buttons; `written` settles once the questions are there to be voted on. Nothing is said: the channel has thanked already. */
export function createBallot(store: Pick<Store, 'vote'>, written: () => Promise<void>): (chat: string, turn: Turn) => Promise<Special | undefined> {
  const counted = new Set<string>()
  return async (chat, turn) => {
    const [, question, value] = ('action' in turn ? VOTE.exec(turn.action) : null) ?? []
    if (question === undefined) return undefined
    const key = `${chat} ${question}`
    if (counted.has(key)) return { messages: [] }
    if (counted.size >= MOST) counted.clear()
    await written()
    await store.vote(question, value === 'y')
    counted.add(key)
    return { messages: [] }
  }
}
