import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clean, fold } from '../../src/language/normalise.ts'
import { learnMarks } from '../../src/language/syllable-model.ts'
import { tokenise } from '../../src/language/tokens.ts'
import { planLines } from './corpus.ts'

const model = learnMarks(planLines.map((line) => tokenise(line)))
const read = (text: string) => model.restore(tokenise(clean(text))).join(' ')
const keys = (text: string) => tokenise(clean(text)).map(({ key }) => key).join(' ')

describe('learnMarks', () => {
  it('reads the plans back from a typing without marks', () => {
    const wrong = planLines.flatMap((line) => {
      const [typed, meant] = [tokenise(fold(line)), tokenise(line)]
      return model.restore(typed).filter((key, at) => key !== meant[at]?.key)
    })
    expect(wrong.length / planLines.flatMap((line) => tokenise(line)).length).toBeLessThan(0.01)
  })

  it('tells one reading from another by the neighbour', () => {
    expect(read('ho so')).toBe(keys('hồ sơ'))
    expect(read('ho dan')).toBe(keys('hộ dân'))
    expect(read('ho tro')).toBe(keys('hỗ trợ'))
    expect(read('co so')).toBe(keys('cơ sở'))
  })

  it('fills in half of the marks, and mends a wrong one beside a known neighbour', () => {
    expect(read('hồ so đăng ky')).toBe(keys('hồ sơ đăng ký'))
    expect(read('hô sơ')).toBe(keys('hồ sơ'))
    expect(read('hổ trợ')).toBe(keys('hỗ trợ'))
  })

  it('keeps what was typed with marks where nothing speaks against it', () => {
    expect(read('kết hôn')).toBe(keys('kết hôn'))
    expect(read('hộ dân')).toBe(keys('hộ dân'))
    expect(read('Bắc Giang')).toBe(keys('Bắc Giang'))
  })

  it('keeps a word it has never seen', () => {
    expect(read('pleiku')).toBe('pleiku')
  })

  it('reads any text, the same each time, a key for each token', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        const tokens = tokenise(clean(text))
        const found = model.restore(tokens)
        expect(found).toHaveLength(tokens.length)
        expect(model.restore(tokens)).toEqual(found)
      }),
    )
  })
})
