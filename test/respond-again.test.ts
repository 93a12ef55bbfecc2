import { expect, it } from 'vitest'
import { loadKnowledge } from '../src/knowledge/load.ts'
import { respondingAgain } from '../src/respond-again.ts'
import { respond } from '../src/respond.ts'
import { freshSession, type Session } from '../src/session.ts'
import { knowledgeWith } from './reminders/sample.ts'

const five = loadKnowledge('knowledge')
const turn = { text: 'hạn nộp hồ sơ bắc quang' }

it('says again what the same words in the same state were answered with', () => {
  const again = respondingAgain()
  const first = again(turn, freshSession, five, '2024-10-20')
  expect(first).toEqual(respond(turn, freshSession, five, '2024-10-20'))
  expect(again(turn, freshSession, five, '2024-10-20')).toBe(first)
})

it.each<[string, Session, typeof five, `${number}-${number}-${number}`]>([
  ['another day', freshSession, five, '2024-10-21'],
  ['a talk about something', { ...freshSession, plan: 'sa-pa-2020', last: 'hồ sơ gồm gì' }, five, '2024-10-20'],
  ['other knowledge', freshSession, knowledgeWith({ han: { before: '2024-11-05' } }), '2024-10-20'],
])('%s is another state', (_name, session, knowledge, today) => {
  const again = respondingAgain()
  again(turn, freshSession, five, '2024-10-20')
  expect(again(turn, session, knowledge, today)).toEqual(respond(turn, session, knowledge, today))
  expect(again({ text: 'hạn nộp hồ sơ cần thơ' }, session, knowledge, today)).toEqual(respond({ text: 'hạn nộp hồ sơ cần thơ' }, session, knowledge, today))
})
