import { expect, it } from 'vitest'
import { faultRounds } from './rounds.ts'

it('a program that is killed among checks, reminders and a failing Telegram loses no acknowledged answer and no reminder', async () => {
  const figures = await faultRounds(4, 20)
  expect(figures).toMatchObject({ answersLost: 0, remindersLost: 0 })
  expect(figures.acknowledged).toBeGreaterThan(0)
})
