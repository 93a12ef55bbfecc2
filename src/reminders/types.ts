import type { Day } from '../language/day.ts'
import type { Session } from '../session.ts'

/** What comes next for one deadline of one chat: the row that is kept, looked up by when it is due, and moved on once sent. */
export interface Reminder {
  readonly chat: string
  readonly plan: string
  readonly deadline: string
  /** See Subscription.before and Session.remindAt: what the row needs to be moved on without its session. */
  readonly before: readonly number[]
  readonly at: number
  /** The last valid day as this chat was last told or will be told; undefined where the knowledge has none any more. */
  readonly lastDay?: Day
  /** Which of `before` comes next, and its instant in milliseconds; undefined where nothing is left to say. */
  readonly daysBefore?: number
  readonly dueAt?: number
  /** The day it was before the knowledge changed: to be said, once, at `dueAt`. */
  readonly movedFrom?: Day
}

/** The rows that a chat should have now, from its session and the rows it has. Pure: it closes over knowledge and time. */
export type Planner = (chat: string, session: Session, rows: readonly Reminder[]) => readonly Reminder[]

/** A reminder that this process alone may send for a while. */
export interface Claimed {
  readonly reminder: Reminder
  /** Names the claim: settling under another one does nothing. */
  readonly claim: string
  /** Failed sendings so far. */
  readonly attempts: number
}
