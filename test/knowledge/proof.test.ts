import { describe, expect, it } from 'vitest'
import { readClauses } from '../../src/knowledge/clauses.ts'
import { clauseAt, findQuote } from '../../src/knowledge/proof.ts'
import { planText } from './folder.ts'

const plan = readClauses(planText)

describe('a quote', () => {
  it.each([
    ['I.1', 'ít nhất 90% số hộ dân được tuyên truyền'],
    ['I.1', 'số hộ dân  được\n*tuyên* truyền'],
    ['I.1', 'số hộ dân được tuyên truyền'.normalize('NFD')],
    ['I', '1. Có ít nhất 90% số hộ dân được tuyên truyền. 2. Có từ 30%'],
    ['II.1', 'Hồ sơ gồm: - Tờ trình; - Báo cáo thành tích.'],
    ['II.2', '2. Thời gian: gửi trước ngày'],
    ['head', 'huyện Sông Lam năm 2025'],
    ['tail', 'Trên đây là Kế hoạch./.'],
  ])('of %s is found: %s', (clause, quote) => {
    expect(findQuote(plan, { clause, quote })).toEqual({ verdict: 'found' })
  })

  it('of another clause is found there, in the innermost one', () => {
    expect(findQuote(plan, { clause: 'I.1', quote: 'Báo cáo thành tích' })).toEqual({ verdict: 'elsewhere', address: 'II.1' })
    expect(findQuote(plan, { clause: 'IX', quote: 'Báo cáo thành tích' })).toEqual({ verdict: 'elsewhere', address: 'II.1' })
  })

  it.each(['Có ít nhất 91% số hộ dân', 'có ít nhất 90%', 'số hộ dân đươc tuyên truyền', '', '* *'])('that is not there letter for letter is absent: "%s"', (quote) => {
    expect(findQuote(plan, { clause: 'I.1', quote })).toEqual({ verdict: 'absent' })
  })
})

it('an address names the numbered clause, not the bullets that carry it', () => {
  expect(clauseAt(plan, 'II.1')).toMatchObject({ label: '1.', heading: 'Hồ sơ gồm' })
  expect(clauseAt(plan, 'II.9')).toBeUndefined()
})
