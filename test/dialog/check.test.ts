import { describe, expect, it } from 'vitest'
import { plainText } from '../../src/channels/text.ts'
import type { Message } from '../../src/answer/message.ts'
import type { Knowledge } from '../../src/knowledge/types.ts'
import { respond } from '../../src/respond.ts'
import { choiceOf, figure, planWith, steering, yesNo } from '../eligibility/sample.ts'
import { actionOf, newTalk, statusOf } from '../talk.ts'
import { knowledgeOf } from './sample.ts'

const TODAY = '2025-03-01'
const CRITERIA = [yesNo('chap-hanh'), steering('lanh-dao'), figure('ho-ngheo', { at_least: 3 }), choiceOf('xep-loai', ['tot'], { when: { criterion: 'lanh-dao', is: true } })]
const withCriteria = (...criteria: readonly Record<string, unknown>[]) => knowledgeOf(planWith([{ id: 'kt-mau', criteria }]))
const sample = withCriteria(...CRITERIA)
const textOf = (messages: readonly Message[]) => messages.map(plainText).join('\n')

/** The talk goes on with other knowledge, as after an edit of plan.yml. */
function changed(talk: ReturnType<typeof newTalk>, knowledge: Knowledge) {
  const next = newTalk(knowledge, TODAY)
  next.session = talk.session
  next.messages = talk.messages
  return next
}

describe('a plan that is changed while a check is under way', () => {
  const begin = () => {
    const talk = newTalk(sample, TODAY)
    talk.type('/start kt_kt-mau')
    talk.type('có')
    talk.type('không')
    return talk
  }

  it('asks only what was reworded, and says so', () => {
    const talk = changed(begin(), withCriteria(yesNo('chap-hanh', { says: 'Chấp hành tốt nội quy' }), ...CRITERIA.slice(1)))
    const messages = talk.type('4 hộ')
    expect(textOf(messages)).toContain('Kế hoạch vừa được cập nhật; hỏi lại: Chấp hành tốt nội quy')
    expect(statusOf(messages)).toMatchObject({ criterion: 'chap-hanh' })
    expect(statusOf(talk.type('có'))).toMatchObject({ criterion: 'ho-ngheo' })
    expect(statusOf(talk.type('4 hộ'))).toMatchObject({ verdict: 'eligible' })
  })

  it('asks a figure again whose limit was moved, and keeps the rest', () => {
    const talk = begin()
    talk.type('4 hộ')
    const after = changed(talk, withCriteria(CRITERIA[0] as never, CRITERIA[1] as never, figure('ho-ngheo', { at_least: 5 }), CRITERIA[3] as never))
    expect(statusOf(after.type('/start kt_kt-mau'))).toMatchObject({ criterion: 'ho-ngheo' })
    expect(statusOf(after.type('4 hộ'))).toMatchObject({ verdict: 'not-eligible' })
  })

  it('does not ask again for a change that does not touch the question', () => {
    const talk = changed(begin(), withCriteria(yesNo('chap-hanh', { find_out: 'Hỏi UBND xã', review: 'Lan 2025-02-01' }), ...CRITERIA.slice(1)))
    expect(statusOf(talk.type('4 hộ'))).toMatchObject({ verdict: 'eligible' })
  })

  it('asks what is new', () => {
    const talk = changed(begin(), withCriteria(...CRITERIA, yesNo('gia-dinh')))
    expect(statusOf(talk.type('4 hộ'))).toMatchObject({ criterion: 'gia-dinh' })
  })

  it('takes no reply to the old wording for one to the new, typed or pressed', () => {
    const talk = newTalk(sample, TODAY)
    talk.type('/start kt_kt-mau')
    const after = changed(talk, withCriteria(yesNo('chap-hanh', { ask: 'Có bị kỷ luật không?', passes: false }), ...CRITERIA.slice(1)))
    const pressed = after.take({ action: actionOf(talk.messages, 'Có') })
    expect(textOf(pressed)).toContain('một câu hỏi đã được sửa trong kế hoạch')
    expect(statusOf(pressed)).toMatchObject({ criterion: 'chap-hanh', step: 1 })
    expect(statusOf(changed(talk, withCriteria(yesNo('chap-hanh', { ask: 'Có bị kỷ luật không?', passes: false }))).type('có'))).toMatchObject({ criterion: 'chap-hanh', step: 1 })
  })

  it('says that a check is gone, and goes on answering', () => {
    const talk = changed(begin(), knowledgeOf(planWith([{ id: 'khac', criteria: [yesNo('a')] }])))
    const messages = talk.type('có')
    expect(textOf(messages)).toContain('không còn trong kế hoạch')
    expect(talk.session.check).toBeUndefined()
  })
})

describe('buttons that do not belong here', () => {
  it.each(['check:', 'check:answer', 'check:answer:zzzz:1:aaaa:y', 'check:pick:00000000:7', 'check:pick:x', 'kt:khong-co', 'kt:', 'check:answer:00000000:1:00000000:y', `check:${'a'.repeat(59)}`])('%s is answered with a way on', (action) => {
    const [message] = respond({ action }, newTalk(sample, TODAY).session, sample, TODAY).messages
    expect(message?.outcome).toBe('check')
    expect(message?.blocks.length).toBeGreaterThan(0)
  })

  it('opens the check a lost button was of', () => {
    const talk = newTalk(sample, TODAY)
    talk.type('/start kt_kt-mau')
    const fresh = newTalk(sample, TODAY)
    const messages = fresh.take({ action: actionOf(talk.messages, 'Có') })
    expect(textOf(messages)).toContain('không còn lưu')
    expect(messages[0]?.buttons[0]?.[0]?.action).toBe('kt:kt-mau')
  })

  it('does not take a choice from an older list for one of a newer', () => {
    const knowledge = knowledgeOf(planWith([{ id: 'a', subject: { kind: 'ca-nhan', name: 'nông dân' }, criteria: [yesNo('x')] }, { id: 'b', subject: { kind: 'tap-the', name: 'thôn' }, criteria: [yesNo('y')] }]))
    const talk = newTalk(knowledge, TODAY)
    const old = actionOf(talk.type('/kiemtra'), 'Tập thể')
    talk.type('/kiemtra giấy khen')
    const messages = talk.take({ action: old })
    expect(textOf(messages)).toContain('lần chọn trước')
    expect(talk.session.check).toBeUndefined()
  })
})

describe('what is said at every step', () => {
  const talk = newTalk(sample, TODAY)
  const first = talk.type('/start kt_kt-mau')

  it('names the check and its plan, and how many questions there may be', () => {
    expect(textOf(first)).toContain('Giấy khen xã Mẫu')
    expect(textOf(first)).toContain('xã Mẫu năm 2025')
    expect(statusOf(first)).toEqual({ id: 'kt-mau', plan: 'xa-mau-2025', criterion: 'chap-hanh', step: 1, of: 4 })
  })

  it('offers buttons where there are choices, always "Không rõ", and awaits a number where a figure is asked', () => {
    const labels = (messages: readonly Message[]) => messages.flatMap((message) => message.buttons.flat().map((button) => button.label))
    expect(labels(first)).toEqual(expect.arrayContaining(['Có', 'Không', 'Không rõ', 'Vì sao hỏi?', 'Dừng']))
    expect(first[0]?.awaits).toBeUndefined()
    talk.press('Có')
    const third = talk.press('Có')
    expect(labels(third)).toContain('Không rõ')
    expect(third[0]?.awaits).toBe('number')
    expect(labels(talk.type('3'))).toEqual(expect.arrayContaining(['Tốt', 'Khá', 'Yếu', 'Không rõ']))
  })

  it('takes a choice by its number, its label or another word for it', () => {
    for (const reply of ['1', 'tốt', 'Tot', 'loại tốt ạ', 'giỏi']) {
      const again = newTalk(sample, TODAY)
      for (const text of ['/start kt_kt-mau', 'có', 'có', '3 hộ']) again.type(text)
      expect(statusOf(again.type(reply))).toMatchObject({ verdict: 'eligible' })
    }
  })

  it('asks again where a choice is not clear', () => {
    for (const reply of ['tốt hoặc khá', '7', 'không phải tốt', 'rồi']) {
      const again = newTalk(sample, TODAY)
      for (const text of ['/start kt_kt-mau', 'có', 'có', '3 hộ']) again.type(text)
      expect(statusOf(again.type(reply))).toMatchObject({ criterion: 'xep-loai' })
    }
  })

  it('tells the unknown ones with how to find out, and those that wait for them', () => {
    const unsure = newTalk(withCriteria(yesNo('chap-hanh', { find_out: 'Hỏi UBND xã' }), ...CRITERIA.slice(1)), TODAY)
    for (const text of ['/start kt_kt-mau', 'không rõ', 'không rõ']) unsure.type(text)
    const messages = unsure.type('4')
    expect(statusOf(messages)).toMatchObject({
      verdict: 'unknown',
      criteria: [
        { id: 'chap-hanh', verdict: 'unknown', answer: 'Không rõ' },
        { id: 'lanh-dao', verdict: 'unknown', answer: 'Không rõ' },
        { id: 'ho-ngheo', verdict: 'met', answer: '4 hộ' },
        { id: 'xep-loai', verdict: 'unknown', answer: '' },
      ],
    })
    expect(textOf(messages)).toContain('Cách biết: Hỏi UBND xã')
    expect(textOf(messages)).toContain('Chưa xét được vì chưa rõ: Là lanh-dao')
    expect(textOf(messages)).toContain('Chưa kết luận được')
  })

  it('does not let "no" stand alone where "no" is what passes', () => {
    const talk2 = newTalk(withCriteria(yesNo('ky-luat', { ask: 'Có ai bị kỷ luật không?', says: 'Không có ai bị kỷ luật', passes: false })), TODAY)
    talk2.type('/start kt_kt-mau')
    expect(textOf(talk2.type('không'))).toContain('“Có ai bị kỷ luật không?” Không')
  })
})

describe('days', () => {
  const knowledge = withCriteria({ id: 'ngay-gui', type: 'date', says: 'Gửi đăng ký đúng hạn', ask: 'Đăng ký đã gửi ngày nào?', passes: { deadline: 'dang-ky' }, source: { clause: 'I', quote: 'q' } })
  it.each([
    ['10/2/2025', 'eligible'],
    ['11/2/2025', 'not-eligible'],
    ['mùng 5 tháng 2 năm 2025', 'eligible'],
    ['không nhớ', 'unknown'],
  ])('%s: %s', (reply, verdict) => {
    const talk = newTalk(knowledge, TODAY)
    talk.type('/start kt_kt-mau')
    expect(statusOf(talk.type(reply))).toMatchObject({ verdict })
  })
  it.each(['10/2', '31/2/2025', 'rồi', 'khoảng 10/2/2025'])('%s is asked again', (reply) => {
    const talk = newTalk(knowledge, TODAY)
    talk.type('/start kt_kt-mau')
    expect(statusOf(talk.type(reply))).toMatchObject({ criterion: 'ngay-gui' })
  })
})
