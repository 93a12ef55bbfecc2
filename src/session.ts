import type { Answers } from './eligibility/types.ts'

/** What is remembered of one talk. Plain JSON: a store keeps it as it is. */

/** Raised when the shape changes; a stored session of another version starts fresh. */
export const SESSION_VERSION = 1

/** The answers of a check: what was said, keyed by criterion id. Everything else is derived from them. */
export interface CheckSession {
  readonly plan: string
  readonly check: string
  /** The plan's version when the answers were given; each answer carries the mark of its question besides. */
  readonly version: string
  readonly answers: Answers
  /** The question that is being asked, where it is not simply the first open one (an answer being changed). */
  readonly at?: string
  /** True once failing was certain and the person chose to go on all the same. */
  readonly goOn?: boolean
  /** Typed replies are read while it is asking alone; what was paused or done can be taken up by a button. */
  readonly stage: 'asking' | 'paused' | 'done'
  /** The mark of the question that was shown last: a typed reply belongs to it and to no other. */
  readonly asked?: string
  /** Changes with every answer and move, in this chat never back, so that a button of an earlier question is known as stale. */
  readonly step: number
}

/** What is known so far of the check that somebody wants, while the rest is asked for by buttons. */
export interface CheckWish {
  /** Ids of the plans it may be of; any where left out. */
  readonly plans?: readonly string[]
  readonly check?: string
  readonly kind?: 'tap-the' | 'ca-nhan'
  /** Id of an award, or its form ("giay-khen"). */
  readonly award?: string
  /** What was typed, to find the subject in: "tôi là nông dân ở Sa Pa". */
  readonly text?: string
}

/** What a chat wants to be reminded of: one deadline, or every deadline of a plan where none is named. */
export interface Subscription {
  readonly plan: string
  readonly deadline?: string
  /** Days before the last valid day, the most first; 0 is that day itself. Empty: nothing of this deadline, though its plan is followed. */
  readonly before: readonly number[]
}

/** What an administrator is in the middle of, kept so that a restart does not lose it. */
export type DeskTask =
  /** A word of this question is to be named. `offered`: what the buttons stand for. */
  | { readonly kind: 'phrase'; readonly question: string; readonly offered: readonly string[] }
  | { readonly kind: 'meaning'; readonly question: string; readonly phrase: string; readonly offered: readonly string[] }
  /** A dictionary entry that has been shown and waits to be kept or dropped. */
  | { readonly kind: 'entry'; readonly question: string; readonly phrase: string; readonly means: string }
  /** A field of a fact whose right value is to be typed. */
  | { readonly kind: 'value'; readonly plan: string; readonly fact: string; readonly field: string }
  /** A file of a plan that is there already: whether to take what is new in it. */
  | { readonly kind: 'file'; readonly id: string; readonly name: string; readonly size: number }

export interface Session {
  readonly version: typeof SESSION_VERSION
  /** The plan the talk is about: said, chosen by a button, or the one last answered from. */
  readonly plan?: string
  /** The question that waits for a plan to be chosen, with the mark its buttons carry. */
  readonly waiting?: { readonly question: string; readonly mark: string }
  /** The last question, for "còn cá nhân thì sao". */
  readonly last?: string
  readonly check?: CheckSession
  /** Kept while the check is being chosen. */
  readonly wish?: CheckWish
  /** True where the choice of a check was the last thing said: a name typed then picks one. */
  readonly choosing?: boolean
  readonly desk?: DeskTask
  readonly subscriptions?: readonly Subscription[]
  /** When reminders come: minutes after midnight in Vietnam; REMIND_AT where left out. */
  readonly remindAt?: number
}

export const freshSession: Session = { version: SESSION_VERSION }

/** 08:00 */
export const REMIND_AT = 8 * 60

/** A session as a store gave it. `revision` grows with every save; 0 where the chat is new. */
export interface Kept { readonly session: Session; readonly revision: number }

/** Where talks are kept, by chat. One implementation in memory, others in store/. */
export interface Sessions {
  load(chat: string): Promise<Kept>
  /** False, with nothing kept, where somebody else has saved since `before` was loaded: load and decide anew. */
  save(chat: string, before: Kept, session: Session): Promise<boolean>
}

/**
 * One step of a talk: loads, decides, keeps. `decide` must be pure: it runs again, on what the other one kept, when
 * two steps of one chat meet (two replicas, two processes on one file).
 */
export async function step<T extends { readonly session: Session }>(sessions: Sessions, chat: string, decide: (session: Session) => T): Promise<T> {
  for (;;) {
    const before = await sessions.load(chat)
    const decided = decide(before.session)
    if (await sessions.save(chat, before, decided.session)) return decided
  }
}
