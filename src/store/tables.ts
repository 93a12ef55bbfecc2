import type { Generated, Kysely } from 'kysely'

/** The tables, as migrations.ts makes them. Instants are milliseconds, days are ISO days, lists and sessions are JSON. */

interface SessionsTable {
  chat: string
  revision: number
  body: string
  saved_at: number
}

/** Sessions that could not be read, as they were. */
interface SessionsAsideTable {
  chat: string
  body: string
  kept_at: number
}

/** Which chats want reminders of a plan: whom to plan anew when the plan changes. */
interface SubscribersTable {
  plan: string
  chat: string
}

interface RemindersTable {
  chat: string
  plan: string
  deadline: string
  before: string
  at: number
  last_day: string | null
  days_before: number | null
  due_at: number | null
  /** When somebody is to look at the row: due_at, the end of a claim, or the end of a pause after a failure. */
  wake_at: number | null
  moved_from: string | null
  claim: string | null
  attempts: number
}

interface RemindersSentTable {
  chat: string
  plan: string
  deadline: string
  last_day: string | null
  days_before: number | null
  sent_at: number
}

/** The version of each plan that the reminders were last planned from. */
interface PlannedTable {
  plan: string
  version: string
}

/** The ids of all updates that came in: each is handled once. */
interface SeenTable {
  id: number
  taken_at: number
}

/** Updates whose answer has not gone out. */
interface OpenUpdatesTable {
  id: number
  chat: string
  body: string
  answer: string | null
  /** 0 taken in, 1 answered (session and answer are kept). */
  state: number
  worker: string
  /** Until then it is the worker's; after it anybody's. */
  wake_at: number
  taken_at: number
}

/** What was asked; never by whom. */
interface QuestionsTable {
  id: string
  day: string
  text: string
  /** The text without marks, case and punctuation, by which those without an answer are counted together; empty for others. */
  folded: string
  outcome: string
  milliseconds: number
  good: Generated<number>
  bad: Generated<number>
}

/** One row, written to learn whether anything can be written. */
interface ProbeTable {
  one: number
  at: number
}

export interface Tables {
  sessions: SessionsTable
  sessions_aside: SessionsAsideTable
  subscribers: SubscribersTable
  reminders: RemindersTable
  reminders_sent: RemindersSentTable
  planned: PlannedTable
  seen: SeenTable
  open_updates: OpenUpdatesTable
  questions: QuestionsTable
  probe: ProbeTable
}

/** The database, or a transaction of it. */
export type Db = Kysely<Tables>
