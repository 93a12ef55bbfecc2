import { plannerFor } from '../../src/reminders/plan.ts'
import { step } from '../../src/session.ts'
import { knowledgeWith } from '../reminders/sample.ts'
import { openStore, type Where } from './where.ts'

/** A process of its own on a store: `node worker.ts <where> <job> <argument>`. Prints one line a piece of work that was acknowledged. */
const [where, job, argument] = process.argv.slice(2) as [string, string, string]
const clock = () => Number(process.env.NOW ?? Date.now())
const store = await openStore(JSON.parse(where) as Where, { planner: plannerFor(knowledgeWith({}), clock()), clock })
const say = (line: string | number) => process.stdout.write(`${line}\n`)

switch (job) {
  // Adds 1 to the number that the chat's last question holds, so many times.
  case 'count':
    for (let i = 0; i < Number(argument); i += 1) {
      const { session } = await step(store, 'tg:1', (before) => ({ session: { ...before, last: String(Number(before.last ?? 0) + 1) } }))
      say(session.last ?? '')
    }
    break
  // Claims whatever is due, three at a time, until nothing is.
  case 'claim':
    for (;;) {
      const claimed = await store.claimReminders(3)
      if (claimed.length === 0) break
      for (const one of claimed) {
        await store.settleReminder(one, { ...one.reminder, dueAt: undefined })
        say(one.reminder.chat)
      }
    }
    break
  // Takes the updates 1 to n in, those that nobody has had.
  case 'take':
    for (const one of await store.takeIn(`worker ${process.pid}`, Array.from({ length: Number(argument) }, (_, i) => ({ id: i + 1, chat: 'tg:1', body: '{}' })))) say(one.id)
    break
}
await store.close()
