import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { Kysely, PostgresDialect, SqliteDialect, type SqliteDatabase } from 'kysely'
import Libsql from 'libsql'
import type { Tables } from './tables.ts'

/** Everything in which SQLite and PostgreSQL differ. */
export interface Backend {
  readonly db: Kysely<Tables>
  /** True where other connections work on the same rows at the same moment: rows that are chosen must be locked. */
  readonly shared: boolean
}

const FILE = 'so-tay-thi-dua.db'
const INT8 = 20
/** Those on several rows come in as many forms as there may be rows. */
const STATEMENTS = 1000

/** The file under a folder, both created where missing. Throws the system's error where it cannot be written. */
export function openSqlite(dir: string): Backend {
  makeFolder(dir)
  const database = new Libsql(join(dir, FILE))
  database.pragma('busy_timeout = 10000')
  database.pragma('journal_mode = WAL')
  database.pragma('synchronous = FULL')
  return { db: new Kysely<Tables>({ dialect: new SqliteDialect({ database: prepared(database) }) }), shared: false }
}

function makeFolder(dir: string): void {
  try {
    mkdirSync(dir, { recursive: true })
  } catch {
    // On a disk that may only be read the one above says that something is not there; this one says what is wrong.
    mkdirSync(dir)
  }
}

/** A pool on a server. `onError` hears of idle connections that broke; work under way fails where it was asked for. */
export async function openPostgres(url: string, onError: (error: Error) => void): Promise<Backend> {
  // A twentieth of a second that a start with the file needs not spend.
  const { default: pg } = await import('pg')
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 5_000,
    // A replica that lost its network must not keep rows locked.
    statement_timeout: 20_000,
    idle_in_transaction_session_timeout: 20_000,
    keepAlive: true,
    types: { getTypeParser: (type: number) => (type === INT8 ? Number : (pg.types.getTypeParser(type) as (text: string) => unknown)) },
  })
  // A pool listens to its idle connections alone; one that breaks between two statements of a transaction would end the process.
  pool.on('connect', (client) => void client.on('error', onError))
  pool.on('error', () => undefined)
  return { db: new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) }), shared: true }
}

/**
 * Statements are kept, as preparing costs as much as running. A transaction takes the write lock at once: one that
 * began by reading is refused outright, and not made to wait, when another process has written in between.
 */
function prepared(database: Libsql.Database): SqliteDatabase {
  const statements = new Map<string, ReturnType<SqliteDatabase['prepare']>>()
  return {
    close: () => void database.close(),
    prepare: (sql) => {
      const kept = statements.get(sql)
      if (kept) return kept
      if (statements.size >= STATEMENTS) statements.clear()
      const statement = database.prepare(sql === 'begin' ? 'begin immediate' : sql) as unknown as ReturnType<SqliteDatabase['prepare']>
      statements.set(sql, statement)
      return statement
    },
  }
}
