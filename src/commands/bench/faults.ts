import { tsImport } from 'tsx/esm/api'
import type * as faultTest from '../../../test/faults/rounds.ts'

/** `bench faults [ROUNDS]`: kills the real program so many times among checks and reminders, half of them with each store, and prints what was lost. */
export async function benchFaults([rounds = '100']: readonly string[], write: (line: string) => void): Promise<number> {
  const { faultRounds } = (await tsImport('../../../test/faults/rounds.ts', import.meta.url)) as typeof faultTest
  let lost = 0
  for (const kind of ['SQLite', 'PostgreSQL'] as const) {
    const started = performance.now()
    const { faults, ...figures } = await faultRounds(kind, Math.ceil(Number(rounds) / 2))
    write(kind)
    for (const [name, value] of Object.entries(figures)) write(`  ${name.padEnd(26)} ${value}`)
    write(`  ${'faults'.padEnd(26)} ${Object.entries(faults).map(([name, count]) => `${name}: ${count}`).join(', ')}`)
    write(`  ${'seconds'.padEnd(26)} ${Math.round((performance.now() - started) / 1000)}`)
    lost += figures.answersLost + figures.remindersLost + figures.remindersTwiceForNothing + figures.questionsLost
  }
  return lost > 0 ? 1 : 0
}
