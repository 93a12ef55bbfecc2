import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clean, fold, hasMarks, syllableKey } from '../../src/language/normalise.ts'

describe('clean', () => {
  it('makes one text of what looks the same', () => {
    const nfd = 'Hồ sơ đề nghị'.normalize('NFD')
    expect(clean(nfd)).toBe('Hồ sơ đề nghị')
    expect(clean('Ðề nghị, Ɖề nghị, ðề nghị')).toBe('Đề nghị, Đề nghị, đề nghị')
    expect(clean('hồ\u200b sơ\ufeff\u00ad')).toBe('hồ sơ')
    expect(clean('hồ\u00a0sơ')).toBe('hồ sơ')
  })

  it('keeps lines and drops control characters and half a surrogate', () => {
    expect(clean('một\r\nhai\rba\tbốn')).toBe('một\nhai\nba\tbốn')
    expect(clean('a\u0000b\u0007c\ud800d')).toBe('a b c d')
  })

  it('changes nothing the second time, whatever it is given', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => clean(clean(text)) === clean(text)))
  })
})

describe('fold', () => {
  it('takes every mark off', () => {
    expect(fold('Đăng ký TRƯỚC ngày')).toBe('dang ky truoc ngay')
    expect(fold('Đăng ký'.normalize('NFD'))).toBe('dang ky')
  })

  it('keeps offsets of a cleaned Vietnamese text true', () => {
    const text = clean('Ủy ban nhân dân thị xã Sa Pa, Đội Tham mưu')
    expect(fold(text)).toHaveLength(text.length)
  })
})

describe('syllableKey', () => {
  it.each([
    ['hoà', 'hòa'],
    ['thuỷ', 'thủy'],
    ['khoẻ', 'khỏe'],
    ['kỹ', 'kĩ'],
    ['quý', 'quí'],
    ['Lý', 'lí'],
    ['hòa'.normalize('NFD'), 'hoà'],
  ])('%s is %s', (one, other) => {
    expect(syllableKey(one)).toBe(syllableKey(other))
  })

  it.each([
    ['hòa', 'hóa'],
    ['tai', 'tay'],
    ['hạn', 'hàn'],
    ['thúy', 'thúi'],
    ['ma', 'mă'],
    ['da', 'đa'],
  ])('%s is not %s', (one, other) => {
    expect(syllableKey(one)).not.toBe(syllableKey(other))
  })
})

describe('hasMarks', () => {
  it('tells typing with marks from typing without', () => {
    expect(hasMarks('hồ so')).toBe(true)
    expect(hasMarks('dieu kien, đ')).toBe(true)
    expect(hasMarks('han nop ho so 05/11/2024')).toBe(false)
  })
})
