import { describe, expect, it } from 'vitest'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import { prepare, understand } from '../../src/understand/understand.ts'

/** Words to Request over the real knowledge: what each recogniser must see, and what it must leave alone. */

const ready = prepare(loadKnowledge('knowledge'))
const read = (text: string, today: `${number}-${number}-${number}` = '2024-10-01') => understand(text, ready, today)
const one = (text: string) => {
  const [request, ...more] = read(text)
  expect(more).toEqual([])
  if (!request) throw new Error('no request')
  return request
}
const intentsOf = (text: string) => one(text).intents.filter(({ weight }) => weight === 1).map(({ intent }) => intent)

describe('which plan is meant', () => {
  it.each([
    ['hạn nộp hồ sơ BQ', ['bac-quang-2024']],
    ['kế hoạch 214 áp dụng cho ai', ['can-tho-2024']],
    ['KH số 1875 ai ký', ['lam-dong-2023']],
    ['1875/KH-UBND căn cứ gì', ['lam-dong-2023']],
    ['70 nam sa pa han nop', ['sa-pa-2020']],
    ['Sa Pa 2022 báo cáo ngày nào', ['sa-pa-2022']],
    ['hồ sơ QPAN Sa Pa', ['sa-pa-2022']],
    ['sapa nộp ở đâu', ['sa-pa-2020', 'sa-pa-2022']],
    ['bắc quan hạn nộp', ['bac-quang-2024']],
    ['lâm đông có chỉ tiêu gì', ['lam-dong-2023']],
    ['Đà Lạt chọn mấy phường', ['lam-dong-2023']],
  ])('%s', (text, plans) => expect(one(text).plans?.value).toEqual(plans))

  it.each([
    ['hạn nộp hồ sơ Đà Nẵng', 'thành phố Đà Nẵng'],
    ['Bắc Giang nộp hồ sơ khi nào', 'tỉnh Bắc Giang'],
    ['Bắc Quang năm 2025 hạn nộp', 'huyện Bắc Quang năm 2025'],
    ['kế hoạch 1857 ai ký', 'kế hoạch số 1857'],
  ])('%s is not here', (text, what) => expect(one(text).missing?.what).toBe(what))

  it.each(['ke hoach nay can cu van ban nao', 'chống diễn biến hòa bình', 'hồ sơ gồm những gì', 'chỉ tiêu 19.2 là gì'])('%s names none', (text) => {
    expect(one(text).plans).toBeUndefined()
    expect(one(text).missing).toBeUndefined()
  })

  it('a text that one plan alone stands on names that plan', () => expect(one('quyết định 36/2021/QĐ-UBND của Lào Cai nói gì').plans?.value).toEqual(['sa-pa-2022']))
})

describe('what is asked', () => {
  it.each([
    ['nộp hồ sơ chậm nhất ngày nào', ['deadline']],
    ['han nop ho so', ['deadline']],
    ['làm mấy bộ', ['sets']],
    ['nộp 1 bộ được không', ['sets']],
    ['gửi về đâu', ['addressee']],
    ['khen bao nhiêu tập thể', ['quota']],
    ['bao nhiêu phần trăm', ['threshold']],
    ['hồ sơ đi qua những đâu', ['route']],
    ['tôi có được khen không', ['check']],
  ])('%s', (text, intents) => expect(intentsOf(text)).toEqual(intents))

  it.each([
    ['đăng ký thi đua', 'identity'],
    ['Bộ Công an', 'sets'],
    ['định kỳ báo cáo', 'identity'],
    ['chào mừng 95 năm', 'greeting'],
  ])('%s does not ask for %s', (text, intent) => expect(one(text).intents.map((seen) => seen.intent)).not.toContain(intent))

  it.each([
    ['Cần Thơ đợt 1 kết thúc ngày nào và báo cáo trước ngày nào?', 2],
    ['bac quang ho so lam may bo han nop ngay nao', 2],
    ['hồ sơ gồm gì, mấy bộ, nộp ở đâu', 3],
    ['tập thể và cá nhân có tiêu chuẩn gì', 1],
    [', '.repeat(2000), 1],
  ])('%s: %i', (text, count) => expect(read(text)).toHaveLength(count))
})

describe('times', () => {
  it.each([
    ['tháng 11 có hạn gì', { kind: 'month', month: 11 }],
    ['th11 BQ có hạn nào', { kind: 'month', month: 11 }],
    ['quý III/2024 nộp gì', { kind: 'quarter', quarter: 3, year: 2024 }],
    ['tuần sau có hạn nào', { kind: 'days', from: '2024-10-07', to: '2024-10-13', name: 'tuần sau' }],
  ])('%s', (text, time) => expect(one(text).time).toEqual(time))

  it('reads a day to be held against a deadline', () => expect(one('nộp ngày 5/11 có kịp không').day).toEqual({ day: 5, month: 11 }))
  it('reads no year in the number of a document', () => expect(one('quyết định 36/2021/QĐ-UBND').missing).toBeUndefined())
  it('reads seventy years as no year', () => expect(one('đợt 70 năm nay xét mấy lần ở Sa Pa').missing).toBeUndefined())
})

describe('what a question is about', () => {
  const about = (text: string) => {
    const { words, content, explained, asides } = one(text)
    return content.filter((at) => !explained.has(at) && !asides.has(at)).map((at) => words[at]?.text).join(' ')
  }
  it.each([
    ['em quên ghi hạn nộp hồ sơ bắc quang là hôm nào', ''],
    ['hôm qua họp có nhắc, hạn nộp hồ sơ bắc quang là hôm nào', ''],
    ['xã Tân Quang Bắc Quang hạn nộp hồ sơ', ''],
    ['bắc quang nộp hồ sơ qua email được không', 'email'],
    ['hạn nộp thuế bắc quang', 'thuế'],
  ])('%s: "%s"', (text, expected) => expect(about(text)).toContain(expected))

  it.each(['em quên ghi hạn nộp hồ sơ bắc quang là hôm nào', 'xã Tân Quang Bắc Quang hạn nộp hồ sơ'])('%s: nothing of the story', (text) => expect(about(text)).toBe(''))

  it('writes an abbreviation out and mends a slip', () => {
    expect(one('tieu chuan antq').words.map((word) => word.key).join(' ')).toContain('an ninh tô3 quôc1')
    expect(one('khne thưởng').corrections).toEqual([expect.objectContaining({ from: 'khne' })])
  })
  it('leaves names alone: "kết hôn" is a matter of another office', () => expect(one('thủ tục đăng ký kết hôn').elsewhere).toBe('kết hôn'))
  it('leaves ordinary words alone: "luc luong co so" is no wage', () => expect(one('luc luong co so can tho').elsewhere).toBeUndefined())
})
