import { expect, it } from 'vitest'
import { faultRounds, type Kind } from './rounds.ts'

it.each<[Kind, number]>([['SQLite', 3], ['PostgreSQL', 1]])('with %s: killed among checks, reminders and a failing Telegram, it loses nothing that was acknowledged', async (kind, rounds) => {
  const figures = await faultRounds(kind, rounds, 20)
  expect(figures).toMatchObject({ kills: rounds + 1, answersLost: 0, remindersLost: 0, remindersTwiceForNothing: 0, questionsLost: 0 })
  expect(figures.acknowledged).toBeGreaterThan(0)
  expect(Object.keys(figures.faults).length).toBeGreaterThan(1)
}, 300_000)
