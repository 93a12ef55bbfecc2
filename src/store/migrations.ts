import { sql, SqliteAdapter, type Kysely, type Migration } from 'kysely'

/** Steps of the schema, by name, run once each in this order. A step that has been released is never changed. */
export const migrations: Readonly<Record<string, Migration>> = {
  '0001-start': { up: start },
  '0002-probe': { up: probe },
  '0003-seen': { up: seen },
}

async function start(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('sessions')
    .addColumn('chat', 'text', (column) => column.primaryKey())
    .addColumn('revision', 'bigint', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('saved_at', 'bigint', (column) => column.notNull())
    .execute()
  await schema
    .createTable('sessions_aside')
    .addColumn('chat', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('kept_at', 'bigint', (column) => column.notNull())
    .execute()
  await schema
    .createTable('subscribers')
    .addColumn('plan', 'text', (column) => column.notNull())
    .addColumn('chat', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('subscribers_key', ['plan', 'chat'])
    .execute()
  await schema.createIndex('subscribers_chat').on('subscribers').column('chat').execute()
  await schema
    .createTable('reminders')
    .addColumn('chat', 'text', (column) => column.notNull())
    .addColumn('plan', 'text', (column) => column.notNull())
    .addColumn('deadline', 'text', (column) => column.notNull())
    .addColumn('before', 'text', (column) => column.notNull())
    .addColumn('at', 'integer', (column) => column.notNull())
    .addColumn('last_day', 'text')
    .addColumn('days_before', 'integer')
    .addColumn('due_at', 'bigint')
    .addColumn('wake_at', 'bigint')
    .addColumn('moved_from', 'text')
    .addColumn('claim', 'text')
    .addColumn('attempts', 'integer', (column) => column.notNull().defaultTo(0))
    .addPrimaryKeyConstraint('reminders_key', ['chat', 'plan', 'deadline'])
    .execute()
  await schema.createIndex('reminders_wake').on('reminders').column('wake_at').execute()
  await schema
    .createTable('reminders_sent')
    .addColumn('chat', 'text', (column) => column.notNull())
    .addColumn('plan', 'text', (column) => column.notNull())
    .addColumn('deadline', 'text', (column) => column.notNull())
    .addColumn('last_day', 'text')
    .addColumn('days_before', 'integer')
    .addColumn('sent_at', 'bigint', (column) => column.notNull())
    .execute()
  await schema.createIndex('reminders_sent_chat').on('reminders_sent').column('chat').execute()
  await schema
    .createTable('planned')
    .addColumn('plan', 'text', (column) => column.primaryKey())
    .addColumn('version', 'text', (column) => column.notNull())
    .execute()
  await schema
    .createTable('updates')
    .addColumn('id', 'bigint', (column) => column.primaryKey())
    .addColumn('chat', 'text', (column) => column.notNull())
    .addColumn('body', 'text')
    .addColumn('answer', 'text')
    .addColumn('state', 'integer', (column) => column.notNull())
    .addColumn('worker', 'text', (column) => column.notNull())
    .addColumn('wake_at', 'bigint', (column) => column.notNull())
    .addColumn('taken_at', 'bigint', (column) => column.notNull())
    .execute()
  // Only what is still open is ever looked for by anything but its id.
  await schema.createIndex('updates_open').on('updates').columns(['chat', 'id']).where(sql.ref('state'), '<', 2).execute()
  await schema
    .createTable('questions')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('day', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('folded', 'text', (column) => column.notNull())
    .addColumn('outcome', 'text', (column) => column.notNull())
    .addColumn('milliseconds', 'integer', (column) => column.notNull())
    .addColumn('good', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('bad', 'integer', (column) => column.notNull().defaultTo(0))
    .execute()
  await schema.createIndex('questions_day').on('questions').column('day').execute()
}

async function probe(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('probe')
    .addColumn('one', 'integer', (column) => column.primaryKey())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute()
}

/** What has been handled is known by its number alone: its row held a page of the file and the number of its chat. */
async function seen(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  // SQLite finds a row by a whole number without an index where the column is of just this type.
  const number = db.getExecutor().adapter instanceof SqliteAdapter ? 'integer' : 'bigint'
  await schema
    .createTable('seen')
    .addColumn('id', number, (column) => column.primaryKey())
    .addColumn('taken_at', 'bigint', (column) => column.notNull())
    .execute()
  await sql`insert into seen (id, taken_at) select id, taken_at from updates`.execute(db)
  await schema
    .createTable('open_updates')
    .addColumn('id', number, (column) => column.primaryKey())
    .addColumn('chat', 'text', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('answer', 'text')
    .addColumn('state', 'integer', (column) => column.notNull())
    .addColumn('worker', 'text', (column) => column.notNull())
    .addColumn('wake_at', 'bigint', (column) => column.notNull())
    .addColumn('taken_at', 'bigint', (column) => column.notNull())
    .execute()
  await schema.createIndex('open_updates_chat').on('open_updates').columns(['chat', 'id']).execute()
  await sql`insert into open_updates select id, chat, body, answer, state, worker, wake_at, taken_at from updates where state < 2`.execute(db)
  await schema.dropTable('updates').execute()
}
