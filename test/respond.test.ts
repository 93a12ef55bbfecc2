import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { plainText } from '../src/channels/text.ts'
import { loadKnowledge } from '../src/knowledge/load.ts'
import { plain } from '../src/knowledge/plain.ts'
import { clauseAt } from '../src/knowledge/proof.ts'
import type { Message } from '../src/answer/message.ts'
import { respond } from '../src/respond.ts'
import { freshSession, type Session } from '../src/session.ts'

/** What no input may break: no exception, a kind sentence, quotes that stand in their plan, buttons that fit Telegram. */

const knowledge = loadKnowledge('knowledge')
const TODAY = '2024-10-01' as const
const say = (text: string, session: Session = freshSession) => respond({ text }, session, knowledge, TODAY)
const headlineOf = (messages: readonly Message[]) => plainText(messages[0] as Message).split('\n')[0]

const fragment = fc.constantFrom(
  'hạn nộp', 'ho so', 'Bắc Quang', 'sa pa', 'can tho', 'bằng khen', 'mấy bộ', 'không', '214', '2024', '/hannop', '/kiemtra', '<b>', '**', '&amp;', '\u0000', '\ud800', '😀', '\u200b', '?', ',', 'và', '\n', '%', 'rồi', 'chưa', '70 năm', 'tháng 13', 'điều',
)
const hostile = fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.array(fragment, { maxLength: 40 }).map((parts) => parts.join(' ')), fc.string({ unit: 'grapheme', maxLength: 200 }))

describe('respond', () => {
  it('answers anything with words, buttons that fit and quotes that stand in their clause', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(hostile.map((text) => ({ text })), hostile.map((action) => ({ action }))), { minLength: 1, maxLength: 4 }), (turns) => {
        let session: Session = freshSession
        for (const turn of turns) {
          const reply = respond(turn, session, knowledge, TODAY)
          session = reply.session
          expect(reply.messages.length).toBeGreaterThan(0)
          for (const message of reply.messages) {
            expect(plainText(message).trim()).not.toBe('')
            for (const { action } of message.buttons.flat()) expect(action).toMatch(/^[\x20-\x7e]{1,64}$/)
            for (const { plan, clause, quote } of message.citations) {
              const found = knowledge.plans.find(({ id }) => id === plan)
              expect(found && plain(clauseAt(found, clause)?.fullText ?? '')).toContain(plain(quote))
            }
          }
        }
      }),
      { numRuns: 1500 },
    )
  })

  it('gives the same answer to the same question', () => {
    fc.assert(fc.property(hostile, (text) => {
      expect(say(text)).toEqual(say(text))
    }), { numRuns: 300 })
  })

  it.each([[''], ['   '], ['\u200b\u200b'], ['!!!'], ['😀😀']])('asks for words where there are none: %j', (text) => {
    expect(headlineOf(say(text).messages)).toContain('chưa nhận được câu hỏi')
  })

  it('answers 4,096 characters of noise', () => {
    expect(say('xyz, '.repeat(819)).messages[0]?.outcome).toBe('not-found')
  })

  it('says that a button of a question long gone is of no use any more', () => {
    expect(headlineOf(respond({ action: 'plan:bac-quang-2024:zzz' }, freshSession, knowledge, TODAY).messages)).toContain('câu hỏi cũ')
  })

  it('carries on with the same question once a plan is chosen by its button', () => {
    const asked = say('Hồ sơ gửi trước ngày nào?')
    const button = asked.messages[0]?.buttons.flat().find(({ action }) => action.startsWith('plan:bac-quang-2024'))
    const reply = respond({ action: button?.action ?? '' }, asked.session, knowledge, TODAY)
    expect(plainText(reply.messages[0] as Message)).toContain('05/11/2024')
  })

  it('carries on with the same question once a plan is named', () => {
    const asked = say('bao nhiêu bộ hồ sơ')
    expect(plainText(say('can tho', asked.session).messages[0] as Message)).toContain('02 bộ')
  })

  it('stays with the plan of the talk and says so', () => {
    const first = say('hạn nộp hồ sơ Bắc Quang')
    const text = plainText(say('mấy bộ vậy', first.session).messages[0] as Message)
    expect(text).toContain('03 bộ')
    expect(text).toContain('Trả lời theo Kế hoạch huyện Bắc Quang')
  })
})
