import fc from 'fast-check'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readClauses } from '../../src/knowledge/clauses.ts'
import { plain } from '../../src/knowledge/plain.ts'
import { allClauses, clauseAt } from '../../src/knowledge/proof.ts'
import type { Clause } from '../../src/knowledge/types.ts'

const plans = readdirSync('knowledge/plans')
const textOf = (plan: string) => readFileSync(`knowledge/plans/${plan}/plan.md`, 'utf8')

/** Addresses in the text's order, those of bullets and bare paragraphs left out. */
function addresses(text: string): string[] {
  const all = [...allClauses(readClauses(text).clauses)].map(({ address }) => address)
  return all.filter((address, at) => address !== all[at - 1] && all.indexOf(address) === at)
}

function at(text: string, address: string): Clause {
  const found = clauseAt(readClauses(text), address)
  if (!found) throw new Error(`no clause ${address} among ${addresses(text).join(' ')}`)
  return found
}

/** Marks of emphasis out, white space folded: how a reader of plan.md would look for a quote. */
const bare = (text: string) => text.normalize('NFC').replace(/[*_]/g, '').replace(/\s+/g, ' ')

describe('the five plans', () => {
  it.each([
    ['bac-quang-2024', 'head I I.1 I.2 I.3 II II.1 II.2 III III.1 III.2 III.3 III.4 III.5 IV IV.1 IV.2 IV.3 IV.4 IV.5 IV.6 V V.1 V.2 V.2.1 V.2.2 V.3 V.3.1 V.3.2 VI VI.1 VI.2 VI.3 VI.4 VI.5 tail'],
    ['can-tho-2024', 'head I I.1 I.1.a I.1.b I.1.c I.2 I.2.a I.2.b II II.1 II.2 III III.1 III.2 III.2.a III.2.b III.2.c III.2.d III.2.đ III.2.e III.2.g IV IV.1 IV.1.a IV.1.b IV.1.c IV.1.d IV.2 IV.3 V V.1 V.1.a V.1.b V.1.c V.2 V.3 V.3.a V.3.b V.3.c V.4 V.5 V.7 V.7.a V.7.b tail'],
    ['lam-dong-2023', 'head I I.1 I.2 I.3 I.4 II II.1 II.2 II.3 II.4 II.5 III IV IV.1 IV.1.a IV.1.b IV.1.c IV.1.d IV.1.đ IV.2 IV.3 IV.4 IV.5'],
    ['sa-pa-2020', 'head I II II.1 II.2 II.3 II.4 III III.1 III.2 III.2.1 III.2.2 III.2.2.a III.2.2.b III.2.2.c III.2.3 III.3 VI VI.1 VI.2 VI.3 tail'],
    ['sa-pa-2022', 'head I I.1 I.2 II II.1 II.2 III III.1 III.2 IV IV.1 IV.2 IV.2.a IV.2.b V V.1 V.2 V.3 V.4 V.5 tail'],
  ])('%s is numbered as printed, jumps included', (plan, expected) => {
    expect(addresses(textOf(plan)).join(' ')).toBe(expected)
  })

  it.each(plans)('%s: all of its words are in the tree, in order', (plan) => {
    const { clauses } = readClauses(textOf(plan))
    const words = clauses.map(({ label, fullText }) => `${label} ${fullText}`.trim()).join(' ')
    expect(bare(words).replace(/\s/g, '')).toBe(bare(textOf(plan)).replace('[...]', '').replace(/\s/g, ''))
  })

  it.each(plans)('%s: whatever a clause holds can be found in plan.md', (plan) => {
    const text = bare(textOf(plan))
    for (const { fullText } of allClauses(readClauses(textOf(plan)).clauses)) expect(text).toContain(bare(fullText))
  })

  it('says which one is an excerpt', () => {
    expect(plans.filter((plan) => readClauses(textOf(plan)).excerpt)).toEqual(['lam-dong-2023'])
    expect(at(textOf('lam-dong-2023'), 'IV.5').fullText).toMatch(/về an ninh trật tự\.$/)
  })

  it.each([
    ['bac-quang-2024', 'III.4', 'phòng, chống tội phạm, tệ nạn xã hội. Chú trọng'],
    ['bac-quang-2024', 'VI.1', 'gửi về Ban Chỉ đạo 138 huyện (qua Đội Tham mưu'],
    ['can-tho-2024', 'III.2.c', 'lực lượng dân phòng tuyên truyền'],
    ['sa-pa-2022', 'V.1', 'Ban Chỉ huy Quân sự thị xã thẩm định thành tích'],
  ])('%s %s: a sentence cut by the page is one again', (plan, address, sentence) => {
    expect(at(textOf(plan), address).text).toContain(sentence)
  })

  it('joins a cut sentence inside a bullet and a bare paragraph', () => {
    const paragraphs = [...allClauses(readClauses(textOf('sa-pa-2022')).clauses)].map(({ text }) => text)
    expect(paragraphs).toContainEqual(expect.stringContaining('tội phạm và tệ nạn xã hội, bảo đảm trật tự công cộng'))
    expect(paragraphs).toContainEqual(expect.stringContaining('tổ chức đăng ký thi đua và gửi hồ sơ'))
  })

  it.each([
    ['bac-quang-2024', 'V.3.2', 'Thời gian'],
    ['sa-pa-2020', 'II.3', 'Khẩu hiệu thi đua'],
    ['sa-pa-2020', 'VI.3', 'Trung tâm Thông tin thể thao – Truyền thông'],
    ['lam-dong-2023', 'III', 'KINH PHÍ THỰC HIỆN'],
  ])('%s %s: a heading stays apart from what follows', (plan, address, heading) => {
    expect(at(textOf(plan), address)).toMatchObject({ text: heading, heading })
  })

  it('reads a label glued to bold, and takes the bold words for the heading', () => {
    expect(at(textOf('sa-pa-2020'), 'III.2.2.c')).toMatchObject({ label: 'c)', heading: 'Số lượng khen thưởng', text: 'Số lượng khen thưởng: Sẽ có văn bản hướng dẫn cụ thể sau' })
    const [, , , , quantity] = at(textOf('bac-quang-2024'), 'V.1').children
    expect(quantity).toMatchObject({ address: 'V.1', label: '*', heading: 'Về số lượng' })
  })

  it('puts the bullets of a starred subject under it', () => {
    const subjects = at(textOf('bac-quang-2024'), 'V.2.1').children
    expect(subjects.map(({ heading, children }) => [heading.slice(0, 20), children.length])).toEqual([
      ['Nhân dân và cán bộ x', 4],
      ['Tập thể cán bộ, công', 4],
      ['Đối với mô hình tron', 6],
    ])
  })

  it('keeps the printed labels of the clauses below', () => {
    expect(at(textOf('sa-pa-2020'), 'III.2').fullText).toContain('như sau: 2.1. Bằng khen của Chủ tịch UBND tỉnh: Căn cứ')
    expect(at(textOf('sa-pa-2020'), 'III.3').fullText).toContain('Hồ sơ đề nghị khen thưởng - Tờ trình của đơn vị đề nghị khen thưởng. - Biên bản')
  })

  it('knows the line of each clause', () => {
    expect(at(textOf('bac-quang-2024'), 'V.3.2').line).toBe(142)
    expect(at(textOf('bac-quang-2024'), 'tail').line).toBe(160)
  })
})

describe('shapes of other texts', () => {
  it.each<[string, string, string]>([
    ['Chương, Mục, Điều, khoản, điểm', 'Chương II\nHÌNH THỨC\nMục 1. GIẤY KHEN\nĐiều 5. Tiêu chuẩn\n1. Tập thể:\na) Tốt;\nđ) Giỏi.\n2. Cá nhân:\na) Khá.\nĐiều 6. Bằng khen', 'Chương II|Chương II.Mục 1|Điều 5|Điều 5.1|Điều 5.1.a|Điều 5.1.đ|Điều 5.2|Điều 5.2.a|Điều 6'],
    ['Phần, A., I., 1.', 'PHẦN I\nCHUNG\nA. KẾT QUẢ\nI. THI ĐUA\n1. Một\nB. HẠN CHẾ\nC. NGUYÊN NHÂN\nPHẦN THỨ HAI\nRIÊNG', 'Phần I|Phần I.A|Phần I.A.I|Phần I.A.I.1|Phần I.B|Phần I.C|Phần thứ hai'],
    ['dotted numbers with and without a last dot', 'III. X\n2. Y\n2.1. Z\n2.2 Giấy\na) T\n2.3 Khen\n3. U', 'III|III.2|III.2.1|III.2.2|III.2.2.a|III.2.3|III.3'],
    ['dotted numbers whose first level is not printed', 'I. X\n1.1. Y\n1.2. Z\n2.1. U', 'I|I.1.1|I.1.2|I.2.1'],
    ['II.1. under II.', 'I. X\nII. Y\nII.1. Z\nII.2. U', 'I|II|II.1|II.2'],
    ['5.1. under Điều 5.', 'Điều 5. X\n5.1. Y\n5.2. Z', 'Điều 5|Điều 5.1|Điều 5.2'],
    ['slashes and brackets', 'I/ X\n1/ Y\n2/ Z\na. Một\nb. Hai\n(1) Ba\n(2) Bốn', 'I|I.1|I.2|I.2.a|I.2.b|I.2.b.1|I.2.b.2'],
    ['1) under 1.', 'I. X\n1. Y\n1) Z\n2) U\n2. V', 'I|I.1|I.1.1|I.1.2|I.2'],
    ['letters with numbers below', 'I. X\na) Y\n1. Z\n2. U\nb) V\n1. W', 'I|I.a|I.a.1|I.a.2|I.b|I.b.1'],
    ['a list within a list after a colon', 'I. X\n1. Gồm:\n1. Y\n2. Z\n2. U', 'I|I.1|I.1.1|I.1.2|I.2'],
    ['numbering that begins anew', 'I. X\n1. Y\n2. Z\n1. U\na) V', 'I|I.1|I.2|I.1(2)|I.1(2).a'],
    ['i) after h), and Roman i) ii)', 'I. X\n1. Y\ng) A\nh) B\ni) C\nk) D\n2. Z\na) E\ni) F\nii) G', 'I|I.1|I.1.g|I.1.h|I.1.i|I.1.k|I.2|I.2.a|I.2.a.i|I.2.a.ii'],
    ['bold and italics around labels', '**I. X**\n**1.** **Y**: z\n***2. U***\n**a) V:** w', 'I|I.1|I.2|I.2.a'],
    ['a decision and what it issues', 'QUYẾT ĐỊNH:\nĐiều 1. Ban hành Quy chế.\nĐiều 2. Thi hành./.\nNơi nhận:\n- Như Điều 2.\nTM. ỦY BAN NHÂN DÂN\nQUY CHẾ\nThi đua\nChương I\nQUY ĐỊNH CHUNG\nĐiều 1. Phạm vi', 'head|Điều 1|Điều 2|tail|head(2)|Quy chế.Chương I|Quy chế.Điều 1'],
    ['an appendix after the signature', 'I. X\nNơi nhận:\n- Lưu: VT.\nPHỤ LỤC I\nDANH MỤC\n1. Y', 'I|tail|Phụ lục I|Phụ lục I.1'],
  ])('%s', (_name, text, expected) => {
    const whole = addresses(text)
    expect(whole.join('|')).toBe(expected)
    expect(addresses(text.replaceAll('\n', '\n\n'))).toEqual(whole)
  })

  it.each([
    ['a law named at a line’s start', 'I. X\n1. Căn cứ điểm đ khoản 2\nĐiều 30 Luật Lực lượng tham gia bảo vệ', 'I|I.1'],
    ['a clause that a sentence points to', 'I. X\n1. Theo quy định tại khoản\n2. Điều 5 của Luật này', 'I|I.1'],
    ['a date, a figure, a share', 'I. X\n05/11/2024 là hạn cuối\n3.000 tờ rơi\n19.2 của tiêu chí số 19\n2024. Năm\n1.000.000 đồng', 'I'],
    ['Chương trình, Mục đích, Phần mềm', 'I. X\nChương trình số 41\nMục đích chung\nPhần mềm quản lý\nPhần I của kế hoạch nêu rõ', 'I'],
    ['a ward', 'I. X\nP. Cái Khế\nQ. Ninh Kiều\nC. Thơ', 'I'],
  ])('%s is no label', (_name, text, expected) => {
    expect(addresses(text).join('|')).toBe(expected)
  })

  it('takes the lines after "Chương II" for its title', () => {
    expect(at('Chương II\n\nHÌNH THỨC,\n\nTIÊU CHUẨN\n\nĐiều 5. Giấy khen', 'Chương II')).toMatchObject({ text: 'HÌNH THỨC, TIÊU CHUẨN', label: 'Chương II' })
  })

  it('joins lines wrapped at a page’s width', () => {
    const text = 'I. MỤC ĐÍCH\n1. Phát động phong trào thi đua sâu rộng trong lực lượng tham gia bảo vệ của\nBan Chỉ huy huyện nhằm nâng cao chất lượng công tác trên địa bàn toàn\nhuyện.\n2. Yêu cầu'
    expect(at(text, 'I.1').text).toBe('Phát động phong trào thi đua sâu rộng trong lực lượng tham gia bảo vệ của Ban Chỉ huy huyện nhằm nâng cao chất lượng công tác trên địa bàn toàn huyện.')
  })

  it('reads NFD and Windows line ends', () => {
    expect(addresses('I. MỤC ĐÍCH\r\n1. Điều kiện\r\nđ) Chữ\r\n'.normalize('NFD'))).toEqual(['I', 'I.1', 'I.1.đ'])
  })

  it('puts a text without numbers into its head', () => {
    expect(readClauses('Xin chào\n\nCác bạn').clauses).toMatchObject([{ address: 'head', children: [{ text: 'Xin chào' }, { text: 'Các bạn' }] }])
    expect(readClauses('').clauses).toEqual([])
  })
})

describe('any text', () => {
  const line = fc.oneof(
    fc.constantFrom('I. MỤC ĐÍCH', 'II.', '1. Một:', '2. Hai', '2.1. Ba', '2.3 Bốn', 'a) Năm', 'đ) **Sáu**: bảy', 'i) tám', '- chín', '+ mười', '* **mười một:** x', '*** Đối với y**', 'Chương I', 'Điều 3. Tên', 'Mục 1', '(1) z', 'tội', 'phạm, tệ nạn', '', 'Nơi nhận:', 'QUY CHẾ', 'Trên đây là', '[...]', '_x_ a_b __', '5.Glued', 'A. Chữ', 'III. III.1. x'),
    fc.string({ unit: 'grapheme' }),
  )

  it('gives a tree whose stretches are in the text', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        const text = lines.join('\n')
        const whole = plain(text)
        for (const { fullText } of allClauses(readClauses(text).clauses)) expect(whole).toContain(plain(fullText))
      }),
      { numRuns: 500 },
    )
  })

  it.each<[string, string]>([
    ['short lines', 'a\n'.repeat(100_000)],
    ['numbers that all begin anew', 'I. X\n' + '1. a:\n'.repeat(100_000)],
    ['every kind of label', 'I. A:\n1. b:\na) c:\n1) d:\n(1) e:\n- f:\n+ g:\n* h:\n'.repeat(12_000)],
    ['one long line', 'a '.repeat(500_000)],
    ['stars and blanks', '* '.repeat(200_000) + '\n' + '_ '.repeat(200_000)],
    ['dots', '1.'.repeat(500_000)],
    ['open brackets', '[...'.repeat(200_000)],
  ])('ends: %s', (_name, text) => {
    expect(readClauses(text).clauses.length).toBeGreaterThanOrEqual(0)
  })
})
