import type { Day } from './language/day.ts'
import type { Knowledge } from './knowledge/types.ts'
import type { Message } from './answer/message.ts'
import type { Session } from './session.ts'

/** What came in: words, or the action of a pressed button. Every channel takes this one path. */
export type Turn = { readonly text: string } | { readonly action: string }

export interface Reply {
  readonly messages: readonly Message[]
  readonly session: Session
}

/** A talk as a channel sees it: a chat's key and a turn in, what to say out. Sessions are loaded and kept behind it. */
export type Talk = (chat: string, turn: Turn) => Promise<Reply>

/** One turn: what was said, in; what to say and what to remember, out. Reads no clock, no disk, no network. */
export function respond(_turn: Turn, session: Session, _knowledge: Knowledge, _today: Day): Reply {
  return { messages: [], session }
}
