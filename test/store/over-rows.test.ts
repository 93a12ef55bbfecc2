import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openSqlite, type Backend } from '../../src/store/dialect.ts'
import { overRows } from '../../src/store/over-rows.ts'

/** Both stores run through such statements in store.test.ts; here is what keeps a wrong one from being used. */
describe('a statement over rows', () => {
  const dir = mkdtempSync(join(tmpdir(), 'over-rows-'))
  let backend: Backend
  beforeAll(async () => {
    backend = openSqlite(dir)
    await backend.db.schema.createTable('seen').addColumn('id', 'integer').addColumn('taken_at', 'integer').execute()
  })
  afterAll(async () => {
    await backend.db.destroy()
    rmSync(dir, { recursive: true })
  })
  const all = () => backend.db.selectFrom('seen').selectAll().orderBy('id').execute()

  it('puts each time the values of its own rows, however many there are', async () => {
    const insert = overRows((db, rows: readonly (readonly [number, number])[]) => db.insertInto('seen').values(rows.map(([id, taken_at]) => ({ id, taken_at }))))
    await insert(backend.db, [[1, 10], [2, 20]])
    await insert(backend.db, [[3, 30]])
    const { numAffectedRows } = await insert(backend.db, [[4, 40], [5, 50]])
    expect(numAffectedRows).toBe(2n)
    expect((await all()).map(({ id, taken_at }) => [id, taken_at])).toEqual([[1, 10], [2, 20], [3, 30], [4, 40], [5, 50]])
  })

  it('is refused, with nothing done, where it takes the values in another order or more than those', async () => {
    const turned = overRows((db, rows: readonly (readonly [number, number])[]) => db.insertInto('seen').values(rows.map(([id, taken_at]) => ({ taken_at, id }))))
    await expect(turned(backend.db, [[6, 60]])).rejects.toThrow('values out of their order in: insert into "seen"')
    const more = overRows((db, rows: readonly (readonly [number])[]) => db.updateTable('seen').set({ taken_at: 7 }).where(sql.ref('id'), 'in', rows.flat()))
    await expect(more(backend.db, [[1]])).rejects.toThrow('values out of their order')
    expect((await all()).map(({ taken_at }) => taken_at)).toEqual([10, 20, 30, 40, 50])
  })
})
