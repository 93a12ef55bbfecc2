import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readAmount, readDayReply } from '../../src/language/amounts.ts'
import { findNumbers } from '../../src/language/numbers.ts'
import { readYesNo } from '../../src/language/replies.ts'

const WORDS = ['không', 'ko', 'chưa', 'có', 'rồi', 'dạ', 'ạ', 'rõ', 'chắc', 'năm', 'hai', 'mươi', 'lăm', 'trăm', 'linh', 'rưỡi', 'phẩy', '3', '95,5', '1.200', '%', '?', ',', 'hộ', 'khoảng', 'nào', '5/1/2022', 'tháng', '\ud800', '\u0000']
const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.array(fc.constantFrom(...WORDS), { maxLength: 12 }).map((words) => words.join(' ')))

it('any text is read without fail, and what is read is one of the kinds there are', () => {
  fc.assert(
    fc.property(texts, (text) => {
      for (const read of [readYesNo(text, 'Ông/bà có mô hình không?'), readAmount(text, 'hộ', 'Giúp mấy hộ?'), readAmount(text, '%', 'Bao nhiêu %?'), readDayReply(text, '2024-10-30', 'Gửi ngày nào?')]) {
        if (read) expect(Object.keys(read)).toEqual([expect.stringMatching(/^(?:value|unknown|unclear)$/)])
        if (read && 'value' in read && typeof read.value === 'number') expect(Number.isFinite(read.value)).toBe(true)
      }
    }),
    { numRuns: 1000 },
  )
})

it('a number stands where it is said to stand', () => {
  fc.assert(
    fc.property(texts, (text) => {
      let end = 0
      for (const number of findNumbers(text)) {
        expect(number.start).toBeGreaterThanOrEqual(end)
        expect(number.end).toBeGreaterThan(number.start)
        end = number.end
      }
      expect(end).toBeLessThanOrEqual(text.length)
    }),
    { numRuns: 2000 },
  )
})
