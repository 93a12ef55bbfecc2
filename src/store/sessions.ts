import * as z from 'zod'
import type { Planner } from '../reminders/types.ts'
import { freshSession, SESSION_VERSION, type Kept, type Session } from '../session.ts'
import { rowsOf, writeRows } from './reminder-rows.ts'
import type { Db } from './tables.ts'

/** Anything of this version is trusted: only this program writes the table. */
const readable = z.looseObject({ version: z.literal(SESSION_VERSION) })

/** What a session of another version may still promise: reminders are kept where nothing else can be read. */
const promises = z.object({
  subscriptions: z.array(z.object({ plan: z.string(), deadline: z.string().optional(), before: z.array(z.int().min(0)) })).optional(),
  remindAt: z.int().min(0).max(24 * 60 - 1).optional(),
})

/** The session of a chat. One that cannot be read is put aside as it is, and the chat starts fresh with its reminders. */
export async function loadSession(db: Db, chat: string, now: number): Promise<Kept> {
  const row = await db.selectFrom('sessions').select(['revision', 'body']).where('chat', '=', chat).executeTakeFirst()
  if (!row) return { session: freshSession, revision: 0 }
  const session = sessionOf(row.body)
  if (session) return { session, revision: row.revision }
  await db.transaction().execute(async (trx) => {
    const salvaged: Session = { ...freshSession, ...promises.safeParse(parsed(row.body)).data }
    if (!(await replace(trx, chat, row.revision, salvaged, now))) return
    await trx.insertInto('sessions_aside').values({ chat, body: row.body, kept_at: now }).execute()
  })
  return await loadSession(db, chat, now)
}

/** A session as it was kept, or undefined where this version cannot read it. */
export function sessionOf(body: string): Session | undefined {
  const value = parsed(body)
  return readable.safeParse(value).success ? (value as Session) : undefined
}

/** False where the revision is no longer `before`'s. Runs in the caller's transaction. */
export async function saveSession(trx: Db, chat: string, before: Kept, session: Session, now: number, planner: Planner): Promise<boolean> {
  if (before.revision === 0 ? !(await create(trx, chat, session, now)) : !(await replace(trx, chat, before.revision, session, now))) return false
  if (remindersWanted(before.session) !== remindersWanted(session)) await planChat(trx, chat, session, planner)
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

/** Revisions start from the clock, so that one of a session that was deleted never fits its successor. */
async function create(trx: Db, chat: string, session: Session, now: number): Promise<boolean> {
  const row = { chat, revision: now, body: JSON.stringify(session), saved_at: now }
  const result = await trx.insertInto('sessions').values(row).onConflict((conflict) => conflict.doNothing()).executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

async function replace(trx: Db, chat: string, revision: number, session: Session, now: number): Promise<boolean> {
  const result = await trx
    .updateTable('sessions')
    .set({ revision: revision + 1, body: JSON.stringify(session), saved_at: now })
    .where('chat', '=', chat)
    .where('revision', '=', revision)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

function remindersWanted(session: Session): string {
  return JSON.stringify([session.subscriptions ?? [], session.remindAt])
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
