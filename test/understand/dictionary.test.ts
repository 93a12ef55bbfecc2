import { describe, expect, it } from 'vitest'
import { reworded } from '../../src/understand/dictionary.ts'

const DICTIONARY = [
  { phrase: 'khóa sổ', means: 'hạn nộp hồ sơ' },
  { phrase: 'khóa sổ đợt cuối', means: 'hạn báo cáo' },
  { phrase: 'mả', means: 'mẫu' },
]

describe('a question in words that are understood', () => {
  it.each([
    ['ngày khóa sổ Bắc Quang?', 'ngày hạn nộp hồ sơ Bắc Quang?'],
    ['ngày khoá sổ', 'ngày hạn nộp hồ sơ'],
    ['ngay khoa so bac quang', 'ngay han nop ho so bac quang'],
    ['ngày khoa so', 'ngày hạn nộp hồ sơ'],
    ['KHÓA SỔ, rồi khóa sổ', 'hạn nộp hồ sơ, rồi hạn nộp hồ sơ'],
    ['khóa sổ đợt cuối', 'hạn báo cáo'],
    ['mả ở đâu', 'mẫu ở đâu'],
  ])('%s', (text, wanted) => {
    expect(reworded(text, DICTIONARY)).toBe(wanted)
  })

  it.each(['khóa số', 'khóa các sổ', 'sổ khóa', 'tên má là gì', 'biểu ma ở đâu', ''])('leaves alone: %s', (text) => {
    expect(reworded(text, DICTIONARY)).toBe(text)
  })

  it('does not read again what it has put in', () => {
    expect(reworded('a', [{ phrase: 'a', means: 'b a' }, { phrase: 'b', means: 'c' }])).toBe('b a')
  })
})
