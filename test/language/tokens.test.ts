import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clean } from '../../src/language/normalise.ts'
import { tokenise } from '../../src/language/tokens.ts'

const keys = (text: string) => tokenise(clean(text)).map(({ key }) => key)
const folded = (text: string) => tokenise(clean(text)).map((token) => token.folded)

describe('tokenise', () => {
  it('gives syllables and numbers with where they stand', () => {
    expect(tokenise('Gửi (03 bộ)').map(({ text, start, end }) => [text, start, end])).toEqual([
      ['Gửi', 0, 3],
      ['03', 5, 7],
      ['bộ', 8, 10],
    ])
  })

  it('reads tone placement, i and y, NFD and hidden characters alike', () => {
    expect(keys('hoà kỹ quí')).toEqual(keys('hòa kĩ quý'))
    expect(keys('hồ sơ đề nghị'.normalize('NFD'))).toEqual(keys('hồ sơ đề nghị'))
    expect(keys('h\u200bồ s\u200dơ')).toEqual(keys('hồ sơ'))
    expect(keys('Ðăng ký')).toEqual(keys('đăng kí'))
  })

  it('folds with and without marks to one word', () => {
    expect(folded('Đăng ký quý, Ủy ban')).toEqual(folded('dang ki qui, uy ban'))
  })

  it('leaves the digits of numbers and labels alone', () => {
    expect(folded('A5 mau1 98/2023/NĐ-CP')).toEqual(['a5', 'mau1', '98', '2023', 'nd', 'cp'])
  })

  it('gives the same words for any text each time, each where it says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const cleaned = clean(text)
        const tokens = tokenise(cleaned)
        expect(tokenise(cleaned)).toEqual(tokens)
        for (const token of tokens) expect(cleaned.slice(token.start, token.end)).toBe(token.text)
      }),
    )
  })
})
