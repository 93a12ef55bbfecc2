import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import { newTalk, statusOf, type Talk } from '../talk.ts'

/** Every check of the plans, walked through at random by buttons and words. */

const knowledge = loadKnowledge('knowledge')
const checks = knowledge.plans.flatMap((plan) => plan.checks.map((check) => check.id))
const WORDS = ['rồi', 'chưa', 'có', 'không rõ', '5', '95,5%', '2 năm', 'xuất sắc', 'quay lại', 'xem lại', 'vì sao hỏi', 'dừng', 'tiếp tục', 'làm lại', 'sửa câu 2', 'hạn nộp khi nào?', '', '😀', '/kiemtra', 'Bắc Quang', 'không phải là không có', '/huy', '1']

const walk = fc.record({ check: fc.constantFrom(...checks), moves: fc.array(fc.oneof(fc.record({ type: fc.constantFrom(...WORDS) }), fc.record({ ago: fc.nat(3), button: fc.nat(12) })), { minLength: 1, maxLength: 25 }) })

/** Types to the question that stands an answer of its kind. */
function answer(talk: Talk, nth: number): void {
  const status = statusOf(talk.messages)
  if (!status) return
  const labels = talk.messages.flatMap((message) => message.buttons.flat().filter((button) => button.action.startsWith('check:answer:')).map((button) => button.label))
  if ('verdict' in status) talk.type(nth % 2 ? 'đi tiếp' : 'dừng')
  else if (labels.length > 1) talk.press(labels[nth % labels.length] as string)
  else talk.type(['0', '1', '3', '100', 'không rõ'][nth % 5] as string)
}

describe('whatever is pressed and typed', () => {
  it('there is always something to say, every action is short ASCII, and the session is plain JSON', () => {
    fc.assert(
      fc.property(walk, ({ check, moves }) => {
        const talk = newTalk(knowledge, '2024-10-30')
        const past = [talk.take({ action: `kt:${check}` })]
        for (const move of moves) {
          if ('type' in move) talk.type(move.type)
          else {
            const buttons = past.at(-1 - move.ago)?.flatMap((message) => message.buttons.flat()) ?? []
            const button = buttons[move.button % Math.max(buttons.length, 1)]
            if (button) talk.take({ action: button.action })
          }
          past.push(talk.messages)
          expect(talk.messages.length).toBeGreaterThan(0)
          for (const message of talk.messages) {
            expect(message.blocks.length).toBeGreaterThan(0)
            for (const { action, label } of message.buttons.flat()) {
              expect(action).toMatch(/^[\x21-\x7e]{1,64}$/)
              expect(label.length).toBeGreaterThan(0)
            }
          }
        }
      }),
      { numRuns: 150 },
    )
  })

  it('a question answered to the end ends, and going back to give the same answer again changes nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom(...checks), fc.infiniteStream(fc.nat(100)), fc.nat(6), (check, random, backAt) => {
        const talk = newTalk(knowledge, '2024-10-30')
        talk.take({ action: `kt:${check}` })
        const next = () => random.next().value as number
        for (let turn = 0; turn < 60; turn++) {
          const status = statusOf(talk.messages)
          if (!status || talk.session.check?.stage === 'done') break
          const nth = next()
          const before = { session: talk.session, messages: talk.messages }
          answer(talk, nth)
          if (turn === backAt && talk.session.check?.stage === 'asking') {
            const [answers, now] = [talk.session.check.answers, statusOf(talk.messages)]
            talk.type('quay lại')
            const back = statusOf(talk.messages)
            if (back && 'criterion' in back && 'criterion' in (statusOf(before.messages) ?? {}) && back.criterion === (statusOf(before.messages) as { criterion: string }).criterion) {
              answer(talk, nth)
              expect(talk.session.check?.answers).toEqual(answers)
              expect(statusOf(talk.messages)).toEqual(now)
            }
          }
        }
        expect(talk.session.check?.stage).toBe('done')
        expect(statusOf(talk.messages)).toHaveProperty('verdict')
      }),
      { numRuns: 100 },
    )
  })
})
