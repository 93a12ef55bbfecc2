import { sql } from 'kysely'
import * as z from 'zod'
import { fromJson } from '../json.ts'
import type { Planner } from '../reminders/types.ts'
import { freshSession, SESSION_VERSION, type Kept, type Session } from '../session.ts'
import { overRows } from './over-rows.ts'
import { rowsOf, writeRows } from './reminder-rows.ts'
import type { Db } from './tables.ts'

/** Anything of this version is trusted: only this program writes the table. */
const readable = z.looseObject({ version: z.literal(SESSION_VERSION) })

/** What a session of another version may still promise: reminders are kept where nothing else can be read. */
const promises = z.object({
  subscriptions: z.array(z.object({ plan: z.string(), deadline: z.string().optional(), before: z.array(z.int().min(0)) })).optional(),
  remindAt: z.int().min(0).max(24 * 60 - 1).optional(),
})

const kept = overRows((db, chats: readonly (readonly [chat: string])[]) => db.selectFrom('sessions').select(['chat', 'revision', 'body']).where('chat', 'in', chats.flat()))

/** The sessions of these chats, in their order. One that cannot be read is put aside as it is, and its chat starts fresh with its reminders. */
export async function loadSessions(db: Db, chats: readonly string[], now: number): Promise<Kept[]> {
  const { rows } = await kept(db, chats.map((chat) => [chat]))
  const sessions = new Map<string, Kept>()
  for (const { chat, revision, body } of rows) {
    const session = sessionOf(body)
    sessions.set(chat, session ? { session, revision } : await startFresh(db, { chat, revision, body }, now))
  }
  return chats.map((chat) => sessions.get(chat) ?? { session: freshSession, revision: 0 })
}

async function startFresh(db: Db, { chat, revision, body }: { chat: string; revision: number; body: string }, now: number): Promise<Kept> {
  const salvaged: Session = { ...freshSession, ...promises.safeParse(fromJson(body)).data }
  await db.transaction().execute(async (trx) => {
    if (!(await replace(trx, [{ chat, before: { session: freshSession, revision }, session: salvaged }], now))) return
    await trx.insertInto('sessions_aside').values({ chat, body, kept_at: now }).execute()
  })
  const [kept] = await loadSessions(db, [chat], now)
  return kept as Kept
}

/** A session as it was kept, or undefined where this version cannot read it. */
export function sessionOf(body: string): Session | undefined {
  const value = fromJson(body)
  return readable.safeParse(value).success ? (value as Session) : undefined
}

export interface Saving { readonly chat: string; readonly before: Kept; readonly session: Session }

/** False where the revision of one is no longer `before`'s, with anything kept: the caller's transaction is to be undone. */
export async function saveSessions(trx: Db, savings: readonly Saving[], now: number, planner: Planner): Promise<boolean> {
  const isNew = ({ before }: Saving) => before.revision === 0
  if (!(await create(trx, savings.filter(isNew), now)) || !(await replace(trx, savings.filter((one) => !isNew(one)), now))) return false
  for (const { chat, before, session } of savings) if (remindersWanted(before.session) !== remindersWanted(session)) await planChat(trx, chat, session, planner)
  return true
}

/** Brings a chat's rows of reminders and its place among the subscribers in line with its session. */
export async function planChat(trx: Db, chat: string, session: Session, planner: Planner): Promise<void> {
  const rows = await rowsOf(trx, chat)
  await writeRows(trx, rows, planner(chat, session, rows))
  await trx.deleteFrom('subscribers').where('chat', '=', chat).execute()
  const plans = new Set(session.subscriptions?.map((one) => one.plan))
  if (plans.size > 0) await trx.insertInto('subscribers').values(Array.from(plans, (plan) => ({ plan, chat }))).execute()
}

type SessionRow = readonly [chat: string, revision: number, body: string, savedAt: number]

const insert = overRows((db, rows: readonly SessionRow[]) =>
  db
    .insertInto('sessions')
    .values(rows.map(([chat, revision, body, saved_at]) => ({ chat, revision, body, saved_at })))
    .onConflict((conflict) => conflict.doNothing()),
)

/** Revisions start from the clock, so that one of a session that was deleted never fits its successor. */
async function create(trx: Db, savings: readonly Saving[], now: number): Promise<boolean> {
  if (savings.length === 0) return true
  const { numAffectedRows } = await insert(trx, savings.map(({ chat, session }) => [chat, now, JSON.stringify(session), now]))
  return numAffectedRows === BigInt(savings.length)
}

const update = overRows((db, rows: readonly SessionRow[]) =>
  db
    .with('given(chat, revision, body, saved_at)', () => {
      const given = rows.map(([chat, revision, body, savedAt]) => sql`(cast(${chat} as text), cast(${revision} as bigint), cast(${body} as text), cast(${savedAt} as bigint))`)
      return sql<{ chat: string; revision: number; body: string; saved_at: number }>`(values ${sql.join(given)})`
    })
    .updateTable('sessions')
    .from('given')
    .set((row) => ({ revision: row('given.revision', '+', sql.lit(1)), body: row.ref('given.body'), saved_at: row.ref('given.saved_at') }))
    .whereRef('sessions.chat', '=', 'given.chat')
    .whereRef('sessions.revision', '=', 'given.revision'),
)

async function replace(trx: Db, savings: readonly Saving[], now: number): Promise<boolean> {
  if (savings.length === 0) return true
  const { numAffectedRows } = await update(trx, savings.map(({ chat, before, session }) => [chat, before.revision, JSON.stringify(session), now]))
  return numAffectedRows === BigInt(savings.length)
}

function remindersWanted(session: Session): string {
  return JSON.stringify([session.subscriptions ?? [], session.remindAt])
}
