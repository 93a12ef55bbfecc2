import { Migrator, sql } from 'kysely'
import { inBatches } from '../batches.ts'
import type { Planner } from '../reminders/types.ts'
import type { Kept, Session } from '../session.ts'
import { openPostgres, openSqlite, type Backend } from './dialect.ts'
import { migrations } from './migrations.ts'
import { cleanUp, dataOf, forget } from './privacy.ts'
import { openQuestions, recordQuestions, statistics, vote } from './questions.ts'
import { rowsOf } from './reminder-rows.ts'
import { claim, end, keepClaims, postpone, replan, settle } from './reminders.ts'
import { loadSession, saveSession } from './sessions.ts'
import type { Db } from './tables.ts'
import type { Answered, Store, StoreOptions } from './types.ts'
import { adopt, finish, hasEarlier, isOpen, keepAlive, keepAnswer, takeIn, takeOver } from './updates.ts'

/** A store in a file under `dir`: both are made where missing, and brought up to date. Rejects where the folder cannot be written. */
export function openFileStore(dir: string, options: StoreOptions): Promise<Store> {
  return open(openSqlite(dir), options)
}

/** A store on a PostgreSQL server, brought up to date. Rejects where the server is away; `onError` hears of connections lost later. */
export function openServerStore(url: string, options: StoreOptions, onError: (error: Error) => void): Promise<Store> {
  return open(openPostgres(url, onError), options)
}

async function open(backend: Backend, options: StoreOptions): Promise<Store> {
  try {
    const { error } = await new Migrator({ db: backend.db, provider: { getMigrations: () => Promise.resolve(migrations) } }).migrateToLatest()
    if (error !== undefined) throw error instanceof Error ? error : new Error('the schema could not be brought up to date', { cause: error })
    return storeOver(backend, options)
  } catch (error) {
    await backend.db.destroy()
    throw error
  }
}

interface Keeping { readonly chat: string; readonly before: Kept; readonly session: Session; readonly answered?: Answered }
type Outcome = 'kept' | 'stale' | 'lost'

const TOGETHER = 50

/** Changes nothing unless it gives "kept". */
async function keep(trx: Db, chat: string, before: Kept, session: Session, answered: Answered | undefined, now: number, planner: Planner): Promise<Outcome> {
  if (answered && !(await isOpen(trx, answered))) return 'lost'
  if (!(await saveSession(trx, chat, before, session, now, planner))) return 'stale'
  return !answered || (await keepAnswer(trx, answered)) ? 'kept' : 'lost'
}

async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (const item of items) results.push(await work(item))
  return results
}

function storeOver(backend: Backend, { planner, clock = Date.now }: StoreOptions): Store {
  const { db } = backend
  const keepOne = (trx: Db, { chat, before, session, answered }: Keeping) => keep(trx, chat, before, session, answered, clock(), planner)
  const alone = (one: Keeping) => allOrNothing(db, (trx) => keepOne(trx, one))
  // A file is written to disk once a transaction: those that meet share it. A server does that by itself.
  const together = inBatches<Keeping, Outcome>(TOGETHER, (batch) => db.transaction().execute((trx) => inTurn(batch, (one) => keepOne(trx, one))))
  const keeping = (one: Keeping) => (backend.shared ? alone(one) : together(one))
  return {
    load: (chat) => loadSession(db, chat, clock()),
    save: async (chat, before, session) => (await keeping({ chat, before, session })) === 'kept',
    answer: (chat, before, session, answered) => keeping({ chat, before, session, answered }),
    takeIn: (worker, updates) => takeIn(db, worker, updates, clock()),
    adopt: (worker) => adopt(backend, worker, clock()),
    takeOver: () => takeOver(db, clock()),
    hasEarlier: (chat, update) => hasEarlier(db, chat, update),
    finish: (updates) => finish(db, updates),
    keepAlive: (worker) => keepAlive(db, worker, clock()),
    claimReminders: (limit) => claim(backend, limit, clock()),
    keepClaims: (claims) => keepClaims(db, claims, clock()),
    settleReminder: (claimed, next) => settle(db, claimed, next, clock()),
    postponeReminder: (claimed, pause) => postpone(db, claimed, clock() + pause),
    endReminders: (chat) => end(db, chat),
    replan: (versions) => replan(backend, versions, planner),
    remindersOf: async (chat) => (await rowsOf(db, chat)).sort((a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity)),
    recordQuestions: (questions) => recordQuestions(db, questions),
    vote: (question, good) => vote(db, question, good),
    statistics: (day) => statistics(db, day),
    openQuestions: (day, outcomes, limit) => openQuestions(db, day, outcomes, limit),
    dataOf: (chat) => dataOf(db, chat),
    forget: (chat) => forget(db, chat),
    cleanUp: (before) => cleanUp(db, before, clock()),
    ready: async () => void (await sql`select 1`.execute(db)),
    close: () => db.destroy(),
  }
}

/** Runs `work` in a transaction of its own; unless it gives "kept", all it did is undone. */
async function allOrNothing<T extends string>(db: Db, work: (trx: Db) => Promise<T>): Promise<T> {
  const undone = new Error('undone')
  let outcome: T | undefined
  return await db
    .transaction()
    .execute(async (trx) => {
      outcome = await work(trx)
      if (outcome !== 'kept') throw undone
      return outcome
    })
    .catch((error: unknown) => {
      if (error === undone && outcome !== undefined) return outcome
      throw error
    })
}
