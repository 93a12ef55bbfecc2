import { sql } from 'kysely'
import { clean } from '../language/normalise.ts'
import { tokenise } from '../language/tokens.ts'
import { overRows } from './over-rows.ts'
import type { Db } from './tables.ts'
import type { AskedQuestion, DayStatistics, OpenQuestion } from './types.ts'

/** Written by one statement: a form of it is kept for each number of rows. */
const MOST = 100
const ANSWERS = ['answered', 'passages', 'choose', 'check', 'help']

export async function recordQuestions(db: Db, questions: readonly AskedQuestion[]): Promise<void> {
  for (let from = 0; from < questions.length; from += MOST) await insert(db, questions.slice(from, from + MOST).map(rowOf))
}

const insert = overRows((db, rows: readonly (readonly [id: string, day: string, text: string, folded: string, outcome: string, milliseconds: number])[]) =>
  db
    .insertInto('questions')
    .values(rows.map(([id, day, text, folded, outcome, milliseconds]) => ({ id, day, text, folded, outcome, milliseconds })))
    .onConflict((conflict) => conflict.doNothing()),
)

export async function vote(db: Db, question: string, good: boolean): Promise<void> {
  await db
    .updateTable('questions')
    .set((row) => (good ? { good: row('good', '+', 1) } : { bad: row('bad', '+', 1) }))
    .where('id', '=', question)
    .execute()
}

export async function statistics(db: Db, day: string): Promise<DayStatistics[]> {
  const days = await db
    .selectFrom('questions')
    .select(({ fn }) => [
      'day',
      fn.countAll<number>().as('questions'),
      sql<number>`sum(case when outcome in (${sql.join(ANSWERS)}) then 1 else 0 end)`.as('answered'),
      fn.sum<number>('good').as('good'),
      fn.sum<number>('bad').as('bad'),
    ])
    .where('day', '>=', day)
    .groupBy('day')
    .orderBy('day', 'desc')
    .execute()
  return await Promise.all(
    days.map(async (one) => {
      const slowest = await db.selectFrom('questions').select(['text', 'milliseconds']).where('day', '=', one.day).orderBy('milliseconds', 'desc').limit(1).executeTakeFirstOrThrow()
      return { ...one, slowest }
    }),
  )
}

export async function openQuestions(db: Db, day: string, limit: number): Promise<OpenQuestion[]> {
  return await db
    .selectFrom('questions')
    .select(({ fn }) => [fn.max('text').as('text'), fn.countAll<number>().as('asked'), fn.max('day').as('last')])
    .where('day', '>=', day)
    .where('outcome', 'not in', ANSWERS)
    .groupBy('folded')
    .orderBy('asked', 'desc')
    .orderBy('last', 'desc')
    .limit(limit)
    .execute()
}

function rowOf({ id, day, text, outcome, milliseconds }: AskedQuestion) {
  return [id, day, text, ANSWERS.includes(outcome) ? '' : folded(text), outcome, Math.round(milliseconds)] as const
}

function folded(text: string): string {
  return tokenise(clean(text))
    .map((token) => token.folded)
    .join(' ')
}
