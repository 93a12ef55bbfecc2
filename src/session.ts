import type { Day } from './language/day.ts'

/** What is remembered of one talk. Plain JSON: a store keeps it as it is. */

/** Raised when the shape changes; a stored session of another version starts fresh. */
export const SESSION_VERSION = 1

/** The answers of a check: what was said, keyed by criterion id. Everything else is derived from them. */
export interface CheckSession {
  readonly plan: string
  readonly check: string
  /** The plan's version when the answers were given. */
  readonly version: string
  /** As read from what was said: see eligibility/types.ts. */
  readonly answers: Readonly<Record<string, StoredAnswer>>
  /** The question that is being asked, where it is not simply the first open one (an answer being changed). */
  readonly at?: string
  /** True once failing was certain and the person chose to go on all the same. */
  readonly goOn?: boolean
  /** Changes with every question shown, so that a button of an earlier one is known as stale. */
  readonly step: number
}
export type StoredAnswer = { readonly unknown: true } | { readonly value: boolean | number | string }

export interface Session {
  readonly version: typeof SESSION_VERSION
  /** The plan the talk is about: said, chosen by a button, or the one last answered from. */
  readonly plan?: string
  /** The question that waits for a plan to be chosen, with the mark its buttons carry. */
  readonly waiting?: { readonly question: string; readonly mark: string }
  /** The last question answered, for "còn … thì sao?". */
  readonly last?: { readonly question: string; readonly intents: readonly string[] }
  readonly check?: CheckSession
  /** Day of the last turn. */
  readonly seen?: Day
}

export const freshSession: Session = { version: SESSION_VERSION }

/** Where talks are kept, by chat. One implementation in memory, others in store/. */
export interface Sessions {
  load(chat: string): Promise<Session>
  save(chat: string, session: Session): Promise<void>
}
