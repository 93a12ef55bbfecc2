import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findTimes, type FoundTime } from '../../src/language/dates.ts'
import { fold } from '../../src/language/normalise.ts'

/** "05/11/2024", "tháng 11", "quý 3/2024", "15 tháng 3,6,9,12", each with "bare" and how it hangs on the one before. */
function shown({ name, year, bare, link }: FoundTime): string {
  const when = { day: () => ('day' in name && 'month' in name ? `${name.day}/${name.month}` : ''), month: () => ('month' in name ? `tháng ${name.month}` : ''), quarter: () => ('quarter' in name ? `quý ${name.quarter}` : ''), year: () => 'năm', cycle: () => ('months' in name ? `${name.day} tháng ${name.months.length === 12 ? '*' : name.months.join(',')}` : '') }[name.kind]()
  return [link, `${when}${year === undefined ? '' : `/${year}`}`, bare ? 'bare' : undefined].filter(Boolean).join(' ')
}

const named: readonly (readonly [text: string, ...times: string[]])[] = [
  ['trước ngày 05/11/2024', '5/11/2024'],
  ['ngày 5 tháng 11 năm 2024', '5/11/2024'],
  ['ngày 05-11-2024', '5/11/2024'],
  ['ngày 05.11.2024', '5/11/2024'],
  ['5/11/24', '5/11/2024'],
  ['hạn 5/11', '5/11 bare'],
  ['ngày 5/11', '5/11'],
  ['20/4 năm 2026', '20/4/2026'],
  ['15 tháng 12 hằng năm', '15/12/every'],
  ['ngày 31 tháng 12 của năm liền kề', '31/12/next'],
  ['ngày 15/01 năm sau', '15/1/next'],
  ['tháng 11', 'tháng 11'],
  ['tháng 7/2026', 'tháng 7/2026'],
  ['tháng 01 hàng năm', 'tháng 1/every'],
  ['quý III', 'quý 3'],
  ['quý 3 năm 2024', 'quý 3/2024'],
  ['Quí IV-2025', 'quý 4/2025'],
  ['năm 2025', 'năm/2025'],
  ['ngày 15 tháng cuối quý', '15 tháng 3,6,9,12'],
  ['ngày 05 của tháng đầu quý sau', '5 tháng 1,4,7,10'],
  ['ngày 20 hằng tháng', '20 tháng *'],
  ['ngày cuối cùng của tháng', '-1 tháng *'],
  ['ngày 15 các tháng 3, 6, 9 và 12', '15 tháng 3,6,9,12'],
  ['ngày 31 các tháng 3, 6, 9, 12', '-1 tháng 3,6,9,12'],
  ['ngày 31 hằng tháng', '31 tháng *'],
  ['báo cáo tháng (trước ngày 20)', '20 tháng *'],
  ['từ ngày 08 đến ngày 10 tháng 12 năm 2025', '8/12/2025', 'to 10/12/2025'],
  ['trước ngày 01/6 và 15/11 hằng năm', '1/6/every', 'and 15/11/every'],
  ['từ tháng 11 đến tháng 02 năm 2026', 'tháng 11/2025', 'to tháng 2/2026'],
  ['Họp ngày 3/2, ngày 19/5 và ngày 2/9', '3/2', 'and 19/5', 'and 2/9'],
]

describe('times are found', () => {
  test.each(named)('in “%s”', (text, ...times) => {
    expect(findTimes(text).map(shown)).toEqual(times)
    expect(findTimes(fold(text)).map(shown)).toEqual(times)
    expect(findTimes(`${text}.`).map(shown)).toEqual(times)
  })
})

test.each([
  'Kế hoạch số 29/KH-UBND', 'Nghị định số 98/2023/NĐ-CP', 'Luật số 06/2022/QH15', 'ngày 31/02/2025', 'ngày 45 tháng 3', 'ngày 00 hằng tháng', 'báo cáo tháng (đạt trước ngày 98%)', '01 tháng 1 lần',
  'trong thời hạn 10 ngày', 'trước 10 ngày', '25 ngày làm việc', '6 tháng một lần', '12/15 chỉ tiêu', 'điểm 7.5', 'Điều 15 khoản 3',
])('no time is found in “%s”', (text) => {
  expect(findTimes(text).map(shown)).toEqual([])
})

test('what is cut out at the offsets reads as it did in the sentence', () => {
  const text = 'Hồ sơ gửi trước ngày 05 tháng 11 năm 2024, báo cáo trong quý III/2025; sơ kết tháng 7.'
  expect(findTimes(text).map(({ start, end }) => text.slice(start, end))).toEqual(['ngày 05 tháng 11 năm 2024', 'quý III/2025', 'tháng 7'])
})

test('any text: times in order, none overlapping, every day one of the calendar', () => {
  const bits = fc.array(fc.oneof(fc.constantFrom('ngày ', 'tháng ', 'năm ', 'quý ', 'III', '/', '-', ' ', ', ', 'và ', 'đến ', 'hằng năm', 'cuối ', '2025', '5', '31', '12', '29'), fc.string({ maxLength: 4 })), { maxLength: 30 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(bits, (text) => {
      let end = 0
      for (const time of findTimes(text)) {
        expect(time.start).toBeGreaterThanOrEqual(end)
        end = time.end
        if (time.name.kind === 'day') expect(new Date(Date.UTC(2024, time.name.month - 1, time.name.day)).getUTCDate()).toBe(time.name.day)
      }
      expect(end).toBeLessThanOrEqual(text.length)
    }),
  )
})
