import { Migrator } from 'kysely'
import { inBatches } from '../batches.ts'
import { openPostgres, openSqlite, type Backend } from './dialect.ts'
import { migrations } from './migrations.ts'
import { commitsTo } from './commits.ts'
import { keeping } from './keeping.ts'
import { cleanUp, dataOf, forget } from './privacy.ts'
import { openQuestions, recordQuestions, statistics, vote } from './questions.ts'
import { rowsOf } from './reminder-rows.ts'
import { claim, end, keepClaims, postpone, replan, settle } from './reminders.ts'
import { loadSessions, saveSessions, type Saving } from './sessions.ts'
import type { Db } from './tables.ts'
import type { Answered, Store, StoreOptions } from './types.ts'
import { adopt, finish, haveEarlier, keepAlive, keepAnswers, takeIn, takeOver } from './updates.ts'

/** A store in a file under `dir`: both are made where missing, and brought up to date. Rejects where the folder cannot be written. */
export function openFileStore(dir: string, options: StoreOptions): Promise<Store> {
  return open(openSqlite(dir), options)
}

/** A store on a PostgreSQL server, brought up to date. Rejects where the server is away; `onError` hears of connections lost later. */
export async function openServerStore(url: string, options: StoreOptions, onError: (error: Error) => void): Promise<Store> {
  return await open(await openPostgres(url, onError), options)
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

interface Keeping extends Saving { readonly answered?: Answered }

/** As many as are read together: one statement costs as much as what it finds. */
const MOST = 100

function storeOver(backend: Backend, { planner, clock = Date.now }: StoreOptions): Store {
  const { db, shared } = backend
  const commit = commitsTo(backend)
  const keep = keeping<Keeping, 'kept' | 'stale' | 'lost'>(commit, shared, async (trx, together) => {
    if (!(await keepAnswers(trx, together.flatMap(({ answered }) => answered ?? [])))) return 'lost'
    return (await saveSessions(trx, together, clock(), planner)) ? 'kept' : 'stale'
  })
  const hasEarlier = inBatches(MOST, (updates: readonly { readonly chat: string; readonly update: number }[]) => haveEarlier(db, updates))
  return {
    load: inBatches(MOST, (chats) => loadSessions(db, chats, clock())),
    save: async (chat, before, session) => (await keep({ chat, before, session })) === 'kept',
    answer: (chat, before, session, answered) => keep({ chat, before, session, answered }),
    takeIn: (worker, updates) => commit((trx) => takeIn(trx, worker, updates, clock())),
    adopt: (worker) => adopt(backend, worker, clock()),
    takeOver: (worker) => takeOver(db, worker, clock()),
    hasEarlier: (chat, update) => hasEarlier({ chat, update }),
    // A server needs no transaction for a single statement.
    finish: (updates) => (shared ? finish(db, updates) : commit((trx) => finish(trx, updates))),
    keepAlive: (worker) => keepAlive(backend, worker, clock()),
    claimReminders: (limit) => claim(backend, limit, clock()),
    keepClaims: (claims) => keepClaims(backend, claims, clock()),
    settleReminder: (claimed, next) => settle(db, claimed, next, clock()),
    postponeReminder: (claimed, pause) => postpone(db, claimed, clock() + pause),
    endReminders: (chat) => end(db, chat),
    replan: (versions) => replan(backend, versions, planner),
    remindersOf: async (chat) => (await rowsOf(db, chat)).sort((a, b) => (a.dueAt ?? Infinity) - (b.dueAt ?? Infinity)),
    recordQuestions: (questions) => commit((trx) => recordQuestions(trx, questions)),
    vote: (question, good) => vote(db, question, good),
    statistics: (day) => statistics(db, day),
    openQuestions: (day, limit) => openQuestions(db, day, limit),
    dataOf: (chat) => dataOf(db, chat),
    forget: (chat) => forget(db, chat),
    cleanUp: (before) => cleanUp(db, before, clock()),
    ready: () => probe(db, clock()),
    close: () => db.destroy(),
  }
}

async function probe(db: Db, at: number): Promise<void> {
  await db.insertInto('probe').values({ one: 1, at }).onConflict((conflict) => conflict.column('one').doUpdateSet({ at })).execute()
}
