import type { Claimed, Planner, Reminder } from '../reminders/types.ts'
import type { Kept, Session, Sessions } from '../session.ts'

/**
 * All that outlives the process. One implementation over SQL for SQLite and PostgreSQL. Every promise rejects while the
 * database is away or its disk full, and what it was to do has then not been done.
 */
export interface Store extends Sessions {
  /** As Sessions says; in the same transaction the rows of this chat's reminders follow its subscriptions. */
  save(chat: string, before: Kept, session: Session): Promise<boolean>
  /**
   * Saves, and keeps the answer to an update beside it. "stale": as save's false. "lost": the update has been answered
   * or has gone to another worker; nothing is to be said or kept here.
   */
  answer(chat: string, before: Kept, session: Session, answered: Answered): Promise<'kept' | 'stale' | 'lost'>

  /** Keeps what came in, and gives back those never seen before, in the order of their ids: this worker's to handle. */
  takeIn(worker: string, updates: readonly Update[]): Promise<Taken[]>
  /** Open updates of workers that have not been heard of for a minute: this worker's from now on. */
  adopt(worker: string): Promise<Taken[]>
  /** Open updates of other workers and claimed reminders are anybody's at once: for a worker that knows that nobody else is at work. */
  takeOver(worker: string): Promise<void>
  /** True while an earlier update of this chat waits for its answer, here or with another worker. */
  hasEarlier(chat: string, update: number): Promise<boolean>
  /** The answers of these updates have gone out: nothing of them stays but their ids. */
  finish(updates: readonly number[]): Promise<void>
  /** Tells the others that this worker lives. Due at least every 20 seconds. */
  keepAlive(worker: string): Promise<void>

  /** Reminders that are due and nobody else's, longest due first, at most `limit`. They are the claimer's for three quarters of a minute, or as long as it keeps them. */
  claimReminders(limit: number): Promise<Claimed[]>
  /** These claims hold for another while. Due at least every 20 seconds. */
  keepClaims(claims: readonly string[]): Promise<void>
  /** A claimed reminder has gone out; `next` is what comes after it. Does nothing where the claim has passed to another. */
  settleReminder(claimed: Claimed, next: Reminder): Promise<void>
  /** A sending failed: the reminder is anybody's again after a pause in milliseconds. */
  postponeReminder(claimed: Claimed, pause: number): Promise<void>
  /** The chat can no longer be written to: its subscriptions and reminders are gone. */
  endReminders(chat: string): Promise<void>
  /** Plans the reminders of every plan anew whose version is not the one they were planned from. Gives the number of chats looked at. */
  replan(versions: ReadonlyMap<string, string>): Promise<number>
  /** The reminders of a chat, soonest first. */
  remindersOf(chat: string): Promise<Reminder[]>

  recordQuestions(questions: readonly AskedQuestion[]): Promise<void>
  /** 👍 or 👎 for the answer to a question; an unknown id changes nothing. */
  vote(question: string, good: boolean): Promise<void>
  /** A row a day, latest first, from `day` on. */
  statistics(day: string): Promise<DayStatistics[]>
  /** Questions from `day` on that had no answer, those with equal words as one, most asked first. */
  openQuestions(day: string, limit: number): Promise<OpenQuestion[]>

  /** Everything that is kept under a chat's key. */
  dataOf(chat: string): Promise<ChatData>
  /** Deletes all of it. */
  forget(chat: string): Promise<void>
  /** Deletes what was last touched before an instant; a chat that waits for a reminder keeps what that needs. */
  cleanUp(before: number): Promise<void>

  /** Resolves where the database answers and takes a row: a full disk can still be read. */
  ready(): Promise<void>
  close(): Promise<void>
}

export interface StoreOptions {
  readonly planner: Planner
  /** Milliseconds; the system's own where left out. */
  readonly clock?: () => number
}

/** One update of a channel; `body` is the channel's own. */
export interface Update { readonly id: number; readonly chat: string; readonly body: string }

/** An update to handle; with `answer` where the session is kept already and only the answer has yet to go out. */
export interface Taken extends Update { readonly answer?: string }

export interface Answered { readonly worker: string; readonly update: number; readonly answer: string }

/** `id` ties a vote to it; nobody's name or number belongs in here. */
export interface AskedQuestion { readonly id: string; readonly day: string; readonly text: string; readonly outcome: string; readonly milliseconds: number }

export interface DayStatistics {
  readonly day: string
  readonly questions: number
  readonly answered: number
  readonly good: number
  readonly bad: number
  /** The slowest question of the day. */
  readonly slowest: { readonly text: string; readonly milliseconds: number }
}

export interface OpenQuestion { readonly text: string; readonly asked: number; readonly last: string }

export interface ChatData {
  readonly session?: Session
  readonly reminders: readonly Reminder[]
  /** Reminders sent of which a trace is left. */
  readonly sent: number
}
