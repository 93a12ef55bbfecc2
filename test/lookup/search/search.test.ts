import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { clean, fold } from '../../../src/language/normalise.ts'
import { buildSearch } from '../../../src/lookup/search/search.ts'

const PLANS = new URL('../../../knowledge/plans/', import.meta.url)

/** Every paragraph of the five plans, as a document of its own. */
const paragraphs = readdirSync(PLANS).flatMap((plan) =>
  clean(readFileSync(new URL(`${plan}/plan.md`, PLANS), 'utf8'))
    .split(/\n\s*\n/)
    .filter((text) => text.trim() !== '')
    .map((text, at) => ({ id: `${plan}/${at}`, title: plan.replaceAll('-', ' '), text })),
)
const plans = buildSearch(paragraphs, [['trật tự an toàn giao thông', 'TTATGT'], ['Công an', 'CA']])
const found = (query: string) => plans.search(query, 1)[0]
const textOf = (query: string) => paragraphs.find(({ id }) => id === found(query)?.id)?.text ?? ''

describe('search', () => {
  it.each([
    ['Hồ sơ đề nghị khen thưởng gửi trước ngày nào về Công an huyện', 'trước ngày 05/11/2024 về Công an huyện'],
    ['mỗi xã, thị trấn phải duy trì ít nhất mấy mô hình', 'duy trì ít nhất 01 mô hình'],
    ['cá nhân là nông dân cần đạt tiêu chuẩn gì', 'nhân dân, nông dân đạt các tiêu chuẩn sau'],
    ['số lượng hồ sơ bằng khen giấy khen mấy bộ', 'Bằng khen 03 bộ'],
  ])('finds the paragraph for "%s", however it is typed', (query, words) => {
    expect(textOf(query)).toContain(words)
    expect(textOf(fold(query))).toContain(words)
    expect(textOf(query.normalize('NFD'))).toContain(words)
    expect(textOf(query.toUpperCase())).toContain(words)
  })

  it('takes old and new tone placement, i and y, odd letters and hidden characters alike', () => {
    const hits = (query: string) => plans.search(query, 5).map(({ id, score, coverage }) => ({ id, score, coverage }))
    expect(hits('hoà nhập, thuỷ lợi, kĩ năng, Ðội Tham m\u200bưu')).toEqual(hits('hòa nhập, thủy lợi, kỹ năng, Đội Tham mưu'))
  })

  it('reads half of the marks', () => {
    expect(textOf('hồ so đề nghi khen thưởng gui trước ngày nao về cong an huyen')).toContain('trước ngày 05/11/2024 về Công an huyện')
  })

  it('finds numbers and document numbers whole, in parts and however they are written', () => {
    expect(textOf('521/QĐ-TTg')).toContain('521/QĐ-TTg')
    expect(textOf('quyết định 521 qd ttg')).toContain('521/QĐ-TTg')
    expect(textOf('05/11/2024')).toContain('05/11/2024')
    expect(textOf('5-11-2024')).toContain('05/11/2024')
    expect(textOf('mùng 5 tháng 11 năm 2024')).toContain('05/11/2024')
  })

  it('tells words that stand in no document', () => {
    expect(plans.unknown('thủ tục đăng ký kết hôn')).toEqual(['hôn'])
    expect(plans.unknown('giá vàng hôm nay thế nào')).toEqual(['vàng', 'hôm', 'nay'])
    expect(plans.unknown('bao gio nop ho so khen thuong')).toEqual([])
    expect(plans.unknown('là gì, như thế nào, bao lâu, ở đâu')).toEqual([])
  })

  it('tells how much of the question its document covers, and what is missing there', () => {
    const inside = found('gửi hồ sơ đề nghị khen thưởng về Công an huyện')
    const outside = found('thủ tục cấp hộ chiếu cho trẻ em')
    expect(inside?.coverage).toBeGreaterThan(0.8)
    expect(inside?.missing).toEqual([])
    expect(outside?.coverage).toBeLessThan(0.5)
    expect(outside?.missing).toContain('chiếu')
  })

  it('never takes a syllable for another that looks like it', () => {
    const search = buildSearch([
      { id: 'a', text: 'Kết hợp hơn nữa' },
      { id: 'b', text: 'Bắc Quang' },
    ])
    expect(search.unknown('kết hôn')).toEqual(['hôn'])
    expect(search.search('hôn', 5)).toEqual([])
    expect(search.search('Giang', 5)).toEqual([])
  })

  it('falls back on parts and slips only for a word that is no syllable and has no hit', () => {
    const search = buildSearch([
      { id: 'a', text: 'Gửi qua hệ thống eOffice' },
      { id: 'b', text: 'Gửi qua bưu điện' },
    ])
    expect(search.search('eofice', 5).map(({ id }) => id)).toEqual(['a'])
    expect(search.unknown('eofice')).toEqual(['eofice'])
  })

  it('learns the abbreviations that the documents bring in, both ways', () => {
    const search = buildSearch([
      { id: 'intro', text: 'Tổ giúp việc phong trào (viết tắt là TGVPT) họp mỗi quý.' },
      { id: 'short', text: 'Thành viên TGVPT ký giấy mời.' },
      { id: 'long', text: 'Tổ giúp việc phong trào có con dấu.' },
      { id: 'other', text: 'Thành viên đội văn nghệ ký giấy mời.' },
    ])
    expect(search.search('thành viên tổ giúp việc phong trào ký giấy mời', 1)[0]).toMatchObject({ id: 'short', missing: [] })
    expect(search.search('con dấu của tgvpt', 1)[0]).toMatchObject({ id: 'long', missing: [] })
  })

  it('takes phrases that mean one thing for each other, an abbreviation like a word only in capitals', () => {
    const search = buildSearch(
      [
        { id: 'police', text: 'Gửi về Công an huyện' },
        { id: 'shift', text: 'Trực theo ca' },
      ],
      [['Công an', 'CA']],
    )
    expect(search.search('gửi CA', 1)[0]).toMatchObject({ id: 'police', coverage: 1, missing: [] })
    expect(search.search('trực ca', 1)[0]?.id).toBe('shift')
  })

  it('gives the line of a document that answers best', () => {
    const search = buildSearch([{ id: 'a', title: 'Hồ sơ', text: 'Gồm tờ trình và biên bản.\nSố lượng: 03 bộ.\nGửi trước ngày 05/11.' }])
    expect(search.search('hồ sơ mấy bộ', 1)[0]?.line).toBe('Số lượng: 03 bộ.')
    expect(search.search('gửi hồ sơ trước ngày nào', 1)[0]?.line).toBe('Gửi trước ngày 05/11.')
  })

  it('finds nothing in nothing', () => {
    expect(buildSearch([]).search('hồ sơ', 5)).toEqual([])
    expect(plans.search('', 5)).toEqual([])
    expect(plans.search('là gì ở đâu', 5)).toEqual([])
    expect(plans.search('hồ sơ', 0)).toEqual([])
    expect(buildSearch([{ id: 'empty', text: '' }]).search('hồ sơ', 5)).toEqual([])
  })

  it('takes any text, gives the same each time, at most what was asked for, best first', () => {
    const texts = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: fc.constantFrom(...'abcdeghiknotu ồơđ\u0301/.-\n\t0123AĐ'), maxLength: 4096 }))
    fc.assert(
      fc.property(texts, (query) => {
        const hits = plans.search(query, 5)
        expect(plans.search(query, 5)).toEqual(hits)
        expect(hits.length).toBeLessThanOrEqual(5)
        for (const [at, { score, coverage }] of hits.entries()) {
          expect(score).toBeLessThanOrEqual(hits[at - 1]?.score ?? Infinity)
          expect(coverage).toBeGreaterThanOrEqual(0)
          expect(coverage).toBeLessThanOrEqual(1.000001)
        }
        expect(plans.unknown(query)).toEqual(plans.unknown(query))
      }),
      { numRuns: 40 },
    )
  })

  it('takes any document', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), fc.string(), (documents, query) => {
        const search = buildSearch(documents.map((text, at) => ({ id: String(at), title: query, text })))
        expect(search.search(query, 3).length).toBeLessThanOrEqual(3)
      }),
      { numRuns: 40 },
    )
  })
})
