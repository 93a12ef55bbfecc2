import { CompiledQuery, type Compilable, type DialectAdapter, type QueryResult } from 'kysely'
import type { Db } from './tables.ts'

/**
 * A statement over some rows, at least one. Writing it out costs Kysely more than running it costs the database, so it is
 * written once for each number of rows and database; after that the values alone are new. `write` hands over the values of
 * the rows, each row's in turn, and no other value: what is the same for all stands in each row, or in the text (`sql.lit`).
 */
export function overRows<Row extends readonly unknown[], Result>(write: (db: Db, rows: readonly Row[]) => Compilable<Result>): (db: Db, rows: readonly Row[]) => Promise<QueryResult<Result>> {
  const written = new WeakMap<DialectAdapter, Map<number, string>>()
  return async (db, rows) => {
    const { adapter } = db.getExecutor()
    const texts = written.get(adapter) ?? new Map<number, string>()
    written.set(adapter, texts)
    let text = texts.get(rows.length)
    if (text === undefined) {
      // Values that are all different show which of them stands where.
      const marks = rows.map((row, at) => row.map((_, place) => `${at} ${place}`))
      const { sql, parameters } = write(db, marks as unknown as readonly Row[]).compile()
      if (parameters.join() !== marks.flat().join()) throw new Error(`values out of their order in: ${sql}`)
      texts.set(rows.length, (text = sql))
    }
    return await db.executeQuery<Result>(CompiledQuery.raw(text, rows.flat()))
  }
}
