import { expect, test } from 'vitest'
import { contradicted, contradictedEnds } from '../../src/knowledge/quoted-days.ts'

test.each([
  ['2026-11-05', 'gửi trước ngày 05 tháng 11 năm 2026'],
  ['2026-11-05', 'gửi trước ngày 5/11 về Công an huyện'],
  ['2025-12-08', 'tổ chức từ ngày 08 đến ngày 10 tháng 12 năm 2025'],
  ['2026-03-31', 'hoàn thành trong tháng 3/2026, báo cáo trước ngày 10/4/2026'],
  ['2026-09-30', 'trong quý III năm 2026'],
  ['2026-11-05', 'gửi về Công an huyện'],
  ['2026-12-31', 'phong trào thi đua năm 2026'],
  ['2026-12-15', 'ngày 15 tháng cuối quý'],
  ['2026-07', 'trước ngày 15/7/2026'],
  ['2026-Q3', 'trong tháng 8/2026'],
])('%s does not contradict “%s”', (value, quote) => {
  expect(contradicted([value], [quote])).toBeUndefined()
})

test.each([
  ['2026-03-28', 'trước ngày 28/02/2026', 'ngày 28/02/2026'],
  ['2025-11-05', 'trước ngày 05/11/2026', 'ngày 05/11/2026'],
  ['2026-07', 'báo cáo trong tháng 8', 'tháng 8'],
  ['2026-Q2', 'trong quý III năm 2026', 'quý III năm 2026'],
])('%s contradicts “%s”', (value, quote, quoted) => {
  expect(contradicted([value], [quote])).toEqual({ value, quoted })
})

test('a period is held against a quote of both its ends, not against some day in it', () => {
  const year = ['2026-01-01', '2026-12-31']
  expect(contradictedEnds(year, ['Vân Thủy, ngày 10 tháng 02 năm 2026'])).toBeUndefined()
  expect(contradictedEnds(year, ['từ ngày 15/01/2026 đến hết ngày 31/12/2026'])).toEqual({ value: '2026-01-01', quoted: 'ngày 15/01/2026, ngày 31/12/2026' })
})
