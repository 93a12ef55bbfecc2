import { tsImport } from 'tsx/esm/api'
import type * as rounds from '../../../test/faults/rounds.ts'

/** `bench faults [ROUNDS]`: kills the real program so many times among checks and reminders, and prints what was lost. */
export async function benchFaults([kills = '100']: readonly string[], write: (line: string) => void): Promise<number> {
  const { faultRounds } = (await tsImport('../../../test/faults/rounds.ts', import.meta.url)) as typeof rounds
  const started = performance.now()
  const figures = await faultRounds(Number(kills))
  for (const [name, value] of Object.entries(figures)) write(`${name.padEnd(16)} ${value}`)
  write(`${'seconds'.padEnd(16)} ${Math.round((performance.now() - started) / 1000)}`)
  return figures.answersLost + figures.remindersLost > 0 ? 1 : 0
}
