import type { Selectable } from 'kysely'
import type { Day } from '../language/day.ts'
import type { Reminder } from '../reminders/types.ts'
import type { Db, Tables } from './tables.ts'

type Row = Selectable<Tables['reminders']>

/** The rows of a chat, in no order. */
export async function rowsOf(db: Db, chat: string): Promise<Reminder[]> {
  const rows = await db.selectFrom('reminders').selectAll().where('chat', '=', chat).execute()
  return rows.map(reminderOf)
}

/** Writes what differs and deletes what is wanted no more. A row that changed is unclaimed: its claim's settling then does nothing. */
export async function writeRows(trx: Db, old: readonly Reminder[], wanted: readonly Reminder[]): Promise<void> {
  const kept = new Map(old.map((one) => [keyOf(one), one]))
  for (const one of wanted) {
    const same = JSON.stringify(columnsOf(one)) === JSON.stringify(kept.has(keyOf(one)) ? columnsOf(kept.get(keyOf(one)) as Reminder) : undefined)
    kept.delete(keyOf(one))
    if (same) continue
    const changed = { ...columnsOf(one), wake_at: one.dueAt ?? null, claim: null, attempts: 0 }
    await trx
      .insertInto('reminders')
      .values({ ...idOf(one), ...changed })
      .onConflict((conflict) => conflict.columns(['chat', 'plan', 'deadline']).doUpdateSet(changed))
      .execute()
  }
  for (const gone of kept.values()) await trx.deleteFrom('reminders').where((row) => row.and(idOf(gone))).execute()
}

/** The columns that say what comes next. */
export function columnsOf(reminder: Reminder) {
  return {
    before: JSON.stringify(reminder.before),
    at: reminder.at,
    last_day: reminder.lastDay ?? null,
    days_before: reminder.daysBefore ?? null,
    due_at: reminder.dueAt ?? null,
    moved_from: reminder.movedFrom ?? null,
  }
}

export function reminderOf(row: Row): Reminder {
  return {
    chat: row.chat,
    plan: row.plan,
    deadline: row.deadline,
    before: JSON.parse(row.before) as number[],
    at: row.at,
    ...(row.last_day === null ? {} : { lastDay: row.last_day as Day }),
    ...(row.days_before === null ? {} : { daysBefore: row.days_before }),
    ...(row.due_at === null ? {} : { dueAt: row.due_at }),
    ...(row.moved_from === null ? {} : { movedFrom: row.moved_from as Day }),
  }
}

/** The columns that find a reminder's row. */
export function idOf({ chat, plan, deadline }: Reminder) {
  return { chat, plan, deadline }
}

function keyOf({ plan, deadline }: Reminder): string {
  return `${plan} ${deadline}`
}
