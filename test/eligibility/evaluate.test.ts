import { describe, expect, it } from 'vitest'
import { evaluate } from '../../src/eligibility/evaluate.ts'
import type { Form } from '../../src/eligibility/types.ts'
import { answersTo, choiceOf, figure, formWith, steering, yesNo } from './sample.ts'

const look = (form: Form, given: Record<string, boolean | number | string>, goOn = false) => {
  const { verdict, certain, next, path, failing, open, criteria } = evaluate(form, answersTo(form, given), goOn)
  return { verdict, certain, next, path, failing, open, states: Object.fromEntries(criteria.map((one) => [one.question.id, one.state])) }
}

describe('all are needed', () => {
  const form = formWith({ criteria: [yesNo('a'), yesNo('b'), yesNo('c')] })
  it('asks in order while nothing is certain', () => {
    expect(look(form, {})).toMatchObject({ verdict: 'unknown', certain: false, next: 'a', path: ['a', 'b', 'c'] })
    expect(look(form, { a: true })).toMatchObject({ verdict: 'unknown', next: 'b' })
  })
  it('is eligible when all are met', () => {
    expect(look(form, { a: true, b: true, c: true })).toMatchObject({ verdict: 'eligible', certain: true, next: undefined })
  })
  it('takes a missing answer for no "no", and "không rõ" for neither', () => {
    expect(look(form, { a: true, c: true })).toMatchObject({ verdict: 'unknown', certain: false, next: 'b' })
    expect(look(form, { a: true, b: '?', c: true })).toMatchObject({ verdict: 'unknown', certain: true, open: ['b'], next: undefined })
  })
  it('fails for certain with one unmet, whatever is still open, and asks the rest only if told to', () => {
    expect(look(form, { a: '?', b: false })).toMatchObject({ verdict: 'not-eligible', certain: true, failing: ['b'], next: undefined })
    expect(look(form, { a: '?', b: false }, true)).toMatchObject({ verdict: 'not-eligible', next: 'c', path: ['a', 'b', 'c'] })
  })
})

describe('one of several suffices', () => {
  const form = formWith({ criteria: [yesNo('a'), yesNo('b'), yesNo('c')], requires: { all: ['a', { any: ['b', 'c'] }] } })
  it('does not ask the second when the first is met', () => {
    expect(look(form, { a: true, b: true })).toMatchObject({ verdict: 'eligible', next: undefined })
  })
  it('asks the second when the first is not, and counts the first as no failure then', () => {
    expect(look(form, { a: true, b: false })).toMatchObject({ verdict: 'unknown', next: 'c', failing: [] })
    expect(look(form, { a: true, b: false, c: true })).toMatchObject({ verdict: 'eligible', failing: [] })
  })
  it('fails when all of them do', () => {
    expect(look(form, { a: true, b: false, c: false })).toMatchObject({ verdict: 'not-eligible', failing: ['b', 'c'] })
  })
  it('stays unknown when one is unmet and the other not known', () => {
    expect(look(form, { a: true, b: false, c: '?' })).toMatchObject({ verdict: 'unknown', certain: true, open: ['c'] })
  })
})

describe('only when', () => {
  const form = formWith({ criteria: [yesNo('a'), steering('lanh-dao'), yesNo('don-vi', { when: { criterion: 'lanh-dao', is: true } })] })
  it('leaves the combination where it does not apply', () => {
    expect(look(form, { a: true, 'lanh-dao': false })).toMatchObject({ verdict: 'eligible', next: undefined, states: { 'don-vi': 'void' }, path: ['a', 'lanh-dao'] })
  })
  it('counts where it applies', () => {
    expect(look(form, { a: true, 'lanh-dao': true })).toMatchObject({ verdict: 'unknown', next: 'don-vi' })
    expect(look(form, { a: true, 'lanh-dao': true, 'don-vi': false })).toMatchObject({ verdict: 'not-eligible', failing: ['don-vi'] })
  })
  it('is unknown, and not asked, where it is not known whether it applies', () => {
    const seen = evaluate(form, answersTo(form, { a: true, 'lanh-dao': '?' }))
    expect(seen).toMatchObject({ verdict: 'unknown', certain: true, open: ['don-vi'] })
    expect(seen.next).toBeUndefined()
    expect(seen.criteria[2]).toMatchObject({ state: 'unknown', waitsFor: 'lanh-dao' })
  })
  it('asks what it hangs on first, and counts both as questions to come', () => {
    expect(look(form, { a: true })).toMatchObject({ next: 'lanh-dao', path: ['a', 'lanh-dao', 'don-vi'] })
  })
  it('does not ask what steers where nothing hangs on it any more', () => {
    expect(look(form, { a: false })).toMatchObject({ verdict: 'not-eligible', next: undefined })
  })
  it('is not counted from an answer given before it fell away', () => {
    expect(look(form, { a: true, 'lanh-dao': false, 'don-vi': false })).toMatchObject({ verdict: 'eligible' })
  })
  it('follows a choice, and a chain', () => {
    const chain = formWith({ criteria: [choiceOf('loai'), steering('b'), yesNo('c', { when: { criterion: 'b', is: true } })].map((one) => (one.id === 'b' ? { ...one, when: { criterion: 'loai', is: ['tot', 'kha'] } } : one)) })
    expect(look(chain, { loai: 'yeu' })).toMatchObject({ verdict: 'unknown', certain: true, states: { c: 'void' } })
    expect(look(chain, { loai: 'kha' })).toMatchObject({ next: 'b' })
    expect(look(chain, { loai: 'kha', b: true, c: true })).toMatchObject({ verdict: 'eligible' })
  })
})

describe('figures, choices and days', () => {
  const met = (criterion: Record<string, unknown>, value: boolean | number | string) => look(formWith({ criteria: [criterion] }), { [criterion.id as string]: value }).states[criterion.id as string]
  it.each([
    [{ at_least: 3 }, 2, 'unmet'],
    [{ at_least: 3 }, 3, 'met'],
    [{ more_than: 3 }, 3, 'unmet'],
    [{ more_than: 3 }, 3.1, 'met'],
    [{ at_most: 3 }, 3, 'met'],
    [{ at_most: 3 }, 4, 'unmet'],
    [{ less_than: 3 }, 3, 'unmet'],
    [{ exactly: 3 }, 3, 'met'],
    [{ exactly: 3 }, 2, 'unmet'],
    [{ at_least: 3, at_most: 5 }, 6, 'unmet'],
    [{ at_least: 3, at_most: 5 }, 5, 'met'],
    [{ threshold: 'ho-dan' }, 94.9, 'unmet'],
    [{ threshold: 'ho-dan' }, 95, 'met'],
    [{ threshold: 'khoang' }, 79, 'unmet'],
    [{ threshold: 'khoang' }, 80, 'met'],
  ])('%o with %d is %s', (passes, value, state) => {
    expect(met(figure('x', passes), value)).toBe(state)
  })
  it('counts years in whole numbers', () => {
    const years = { id: 'x', type: 'years', says: 's', ask: 'a', passes: { at_least: 2 }, source: { clause: 'I', quote: 'q' } }
    expect([met(years, 1), met(years, 2), met(years, 2.5)]).toEqual(['unmet', 'met', 'unknown'])
  })
  it('takes the day before for "trước ngày", and a deadline for its last valid day', () => {
    const date = (passes: object) => ({ id: 'x', type: 'date', says: 's', ask: 'a', passes, source: { clause: 'I', quote: 'q' } })
    expect([met(date({ before: '2025-02-10' }), '2025-02-09'), met(date({ before: '2025-02-10' }), '2025-02-10')]).toEqual(['met', 'unmet'])
    expect([met(date({ by: '2025-02-10' }), '2025-02-10'), met(date({ by: '2025-02-10' }), '2025-02-11')]).toEqual(['met', 'unmet'])
    expect([met(date({ deadline: 'nop-ho-so' }), '2025-11-04'), met(date({ deadline: 'nop-ho-so' }), '2025-11-05')]).toEqual(['met', 'unmet'])
    expect(met(date({ from: '2025-01-01', by: '2025-02-10' }), '2024-12-31')).toBe('unmet')
  })
  it('takes an answer that the question no longer takes for none', () => {
    expect(met(figure('x', { at_least: 3 }), 101)).toBe('unknown')
    expect(met(choiceOf('x', ['tot']), 'gone')).toBe('unknown')
    expect([met(choiceOf('x', ['tot']), 'tot'), met(choiceOf('x', ['tot']), 'kha')]).toEqual(['met', 'unmet'])
  })
  it('does not count an answer to another wording', () => {
    const form = formWith({ criteria: [yesNo('a')] })
    const reworded = formWith({ criteria: [yesNo('a', { ask: 'Hỏi khác?' })] })
    expect(evaluate(reworded, answersTo(form, { a: true }))).toMatchObject({ verdict: 'unknown', next: 'a' })
  })
})

describe('how far off', () => {
  const far = (threshold: string, value: number) => {
    const form = formWith({ targets: [threshold] })
    return evaluate(form, answersTo(form, { [threshold]: value })).criteria[0]?.distance
  }
  it.each([
    ['ho-dan', 92.5, { by: 2.5, short: true }],
    ['ho-dan', 92.6, { by: 2.4, short: true }],
    ['ho-dan', 95, { by: 0, short: false }],
    ['ho-dan', 97, { by: 2, short: false }],
    ['mo-hinh', 1, { by: 0, short: true }],
    ['mo-hinh', 3, { by: 2, short: false }],
    ['vu-viec', 4, { by: 2, short: true }],
    ['dung-muc', 99, { by: 1, short: true }],
    ['dung-muc', 100, { by: 0, short: false }],
    ['khoang', 86, { by: 1, short: true }],
    ['khoang', 84, { by: 1, short: false }],
    ['duoi-muc', 5, { by: 0, short: true }],
  ])('%s at %d', (threshold, value, distance) => {
    expect(far(threshold, value)).toEqual(distance)
  })
})

describe('targets and discretion', () => {
  it('asks every target, also once one is missed', () => {
    const form = formWith({ targets: ['ho-dan', 'vu-viec'] })
    expect(look(form, { 'ho-dan': 10 })).toMatchObject({ verdict: 'not-eligible', next: 'vu-viec', path: ['ho-dan', 'vu-viec'] })
    expect(look(form, { 'ho-dan': 96, 'vu-viec': 2 })).toMatchObject({ verdict: 'eligible' })
  })
  it('never says eligible where a body decides, and still says not eligible', () => {
    const form = formWith({ criteria: [yesNo('a')], open_ended: 'Hội đồng lựa chọn' })
    expect(look(form, { a: true })).toMatchObject({ verdict: 'unknown', certain: true, open: [] })
    expect(look(form, { a: false })).toMatchObject({ verdict: 'not-eligible' })
  })
})
