import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeTelex, isVni } from '../../src/language/spelling-telex.ts'

describe('decodeTelex', () => {
  it.each([
    ['hoof', 'hồ'],
    ['sow', 'sơ'],
    ['ddawng', 'đăng'],
    ['Ddawng', 'Đăng'],
    ['kys', 'ký'],
    ['nguwowif', 'người'],
    ['nguoiwf', 'người'],
    ['thuowngr', 'thưởng'],
    ['dduwowcj', 'được'],
    ['quoocs', 'quốc'],
    ['quyeets', 'quyết'],
    ['hoaf', 'hòa'],
    ['toafn', 'toàn'],
    ['hofa', 'hòa'],
    ['tw', 'tư'],
    ['gif', 'gì'],
  ])('Telex %s is %s', (typed, meant) => {
    expect(decodeTelex(typed)).toBe(meant)
  })

  it.each([
    ['ha5n', 'hạn'],
    ['ho62', 'hồ'],
    ['d9ang', 'đang'],
    ['d9a8ng', 'đăng'],
    ['ba1o', 'báo'],
    ['thu7o7ng', 'thương'],
  ])('VNI %s is %s', (typed, meant) => {
    expect(decodeTelex(typed)).toBe(meant)
    expect(isVni(typed)).toBe(true)
  })

  it('takes a last digit for a tone only where the text is known to be VNI', () => {
    expect(decodeTelex('han5')).toBe('han5')
    expect(decodeTelex('han5', true)).toBe('hạn')
  })

  it.each('han khen thuong hồ sơ UBND CAX ANTQ A5 mau1 dot1 t10 q1 2024 deadline email form max zalo covid19 h5n1 bacquang x'.split(' '))('leaves %s alone', (word) => {
    expect(decodeTelex(word)).toBe(word)
    expect(isVni(word)).toBe(false)
  })

  it('never gives a stop a tone it cannot have', () => {
    expect(decodeTelex('catf')).toBe('catf')
    expect(decodeTelex('cats')).toBe('cát')
  })

  it('gives something for any word, the same each time', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'abcdeghiklmnopqrstuvxywzfj0123456789ăđA') }), fc.boolean(), (word, vni) => {
        expect(decodeTelex(word, vni)).toBe(decodeTelex(word, vni))
      }),
    )
  })
})
