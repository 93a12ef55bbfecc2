import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clean, fold } from '../../src/language/normalise.ts'
import { applyCorrections, countWords, createSpeller } from '../../src/language/spelling.ts'
import { tokenise } from '../../src/language/tokens.ts'
import { planLines } from './corpus.ts'

const counted = countWords([...planLines, 'Hà Nội', 'Đà Nẵng'].map(tokenise))
const speller = createSpeller(counted.words, counted.pairs)
const mended = (text: string) => {
  const cleaned = clean(text)
  return applyCorrections(cleaned, speller.correct(tokenise(cleaned)))
}

describe('createSpeller', () => {
  it.each([
    ['a neighbouring key', 'hồ sơ khen thưpng', 'hồ sơ khen thuong'],
    ['a missing letter', 'hồ sơ khen thưởg', 'hồ sơ khen thuong'],
    ['a doubled letter', 'giay khenn', 'giay khen'],
    ['two swapped letters', 'toan dan bao ve an nihn to quoc', 'toan dan bao ve an ninh to quoc'],
    ['swapped in a short word', 'nop ho so truoc ngya nao', 'nop ho so truoc ngay nao'],
    ['words run together', 'bacquang hancuoi nop ho so', 'bac quang han cuoi nop ho so'],
    ['words run together, half marked', 'hạn nộp hosơ', 'hạn nộp ho sơ'],
    ['many words run together', 'uybannhandan huyen', 'uy ban nhan dan huyen'],
    ['a place run together', 'hanoi danang sapa', 'ha noi da nang sa pa'],
    ['a word cut in two', 'khe n thuong', 'khen thuong'],
    ['a word cut in the middle', 'khen th uong', 'khen thuong'],
    ['a number stuck to its word', 'bao cao thang10 nam2024', 'bao cao thang 10 nam 2024'],
    ['Telex', 'hoof sow khen thuowngr cuar bawcs quang', 'hồ sơ khen thưởng của bắc quang'],
    ['Telex of a word the plans do not have', 'ddawng kys keets hoon', 'đăng ký kết hôn'],
    ['VNI', 'ha5n no65p ho62 so7 han5', 'hạn nộp hồ sơ hạn'],
    ['NFD', 'hồ sơ khen thưởg'.normalize('NFD'), 'hồ sơ khen thuong'],
    ['hidden characters', 'ho so kh\u200benn', 'ho so khen'],
  ])('mends %s: %s', (_, typed, meant) => {
    expect(mended(typed)).toBe(meant)
  })

  it.each([
    'thủ tục đăng ký kết hôn',
    'thu tuc dang ky ket hon',
    'Bắc Giang, Bắc Kạn, Bắc Quang',
    'bac giang bac kan bac quan',
    'Hà Nội, Đà Nẵng, Ðà Lạt',
    'ha noi da nang ha giang',
    'huyện Krông Pắc tỉnh Đắk Lắk',
    'krong pac dak lak kbang pleiku kon tum',
    'Nguyễn Văn Hưng, Võ Ngọc Hiệp, Giàng A Sú',
    'nguyen thi huong giang',
    'ho chieu, can cuoc, thue dat, gia vang',
    'điểm c an ninh, khoản 2 điểm b báo cáo',
    'Kế hoạch 214/KH-UBND, QĐ-TTg, NĐ-CP, BCĐ 138',
    'UBND CAX TDKT ANTQ CSGD',
    'CAX UBND',
    'deadline, form, email, file word, zalo, online',
    'mẫu 08, 95,5%, 03 bộ, 05/11/2024, A5, q1',
    'ko dc k vs bn',
    'đăng kí kĩ thuật quí hoà thuỷ',
    'hồ so đăng ky khen thuong',
    '',
    '??? 🙂 ...',
  ])('leaves alone: %s', (text) => {
    expect(mended(text)).toBe(clean(text))
  })

  it('finds no slip in the plans themselves, typed with marks or without', () => {
    const changed = planLines.flatMap((line) => [...speller.correct(tokenise(line)), ...speller.correct(tokenise(fold(line)))])
    expect(changed).toEqual([])
  })

  it('says what it changed and where', () => {
    expect(speller.correct(tokenise('nộp hosơ khenn thưởng'))).toEqual([
      { from: 'hosơ', to: 'ho sơ', start: 4, end: 8 },
      { from: 'khenn', to: 'khen', start: 9, end: 14 },
    ])
    expect(speller.correct(tokenise('khe n thuong'))).toEqual([{ from: 'khe n', to: 'khen', start: 0, end: 5 }])
  })

  it('guesses nothing where it knows nothing', () => {
    const empty = createSpeller(new Map())
    expect(empty.correct(tokenise('han nop hosơ khenn thuogn pleiku'))).toEqual([])
  })

  it('reads any text the same each time; its corrections stand where they say and do not overlap', () => {
    const letters = fc.string({ unit: fc.constantFrom(...'abcdeghiklmnopqrstuvxyfjwz ăâđêôơư0123456789.,/A'), maxLength: 120 })
    fc.assert(
      fc.property(fc.oneof(letters, fc.string({ unit: 'binary' })), (given) => {
        const text = clean(given)
        const found = speller.correct(tokenise(text))
        expect(speller.correct(tokenise(text))).toEqual(found)
        for (const [index, { from, start, end }] of found.entries()) {
          expect(text.slice(start, end)).toBe(from)
          expect(start).toBeGreaterThanOrEqual(found[index - 1]?.end ?? 0)
        }
      }),
    )
  })
})
