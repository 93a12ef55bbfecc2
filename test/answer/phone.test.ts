import { describe, expect, it } from 'vitest'
import { headlineOf, plainText } from '../../src/channels/text.ts'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import type { Message } from '../../src/answer/message.ts'
import { shorten } from '../../src/language/format.ts'
import type { Day } from '../../src/language/day.ts'
import { respond } from '../../src/respond.ts'
import { freshSession } from '../../src/session.ts'
import type { Turn } from '../../src/turn.ts'

/** Answers as they stand on a phone: what was asked first, nothing twice, long lists cut where a button tells the rest. */

const knowledge = loadKnowledge('knowledge')
const take = (turn: Turn, today: Day = '2024-10-01') => respond(turn, freshSession, knowledge, today).messages
const ask = (text: string, today?: Day) => take({ text }, today)
const first = (messages: readonly Message[]) => plainText(messages[0] as Message).split('\n')[0] as string
const all = (messages: readonly Message[]) => messages.map(plainText).join('\n')
const buttons = (messages: readonly Message[]) => messages.flatMap((message) => message.buttons.flat())

describe('the first line is what was asked', () => {
  it.each<[string, RegExp, Day?]>([
    ['cơ quan nào ban hành kế hoạch thi đua ở Bắc Quang', /^Cơ quan ban hành: Ban Chỉ đạo 138/],
    ['ai ký kế hoạch 214', /^Người ký: Dương Tấn Hiển – /],
    ['chức vụ người ký kế hoạch Lâm Đồng', /^Bản có ở đây không ghi chức vụ người ký \(Võ Ngọc Hiệp\)/],
    ['kế hoạch Bắc Quang ban hành ngày nào', /^Ban hành tháng 4\/2024 \(bản có ở đây để trống ngày\)/],
    ['kế hoạch Bắc Quang số mấy', /không ghi số/],
    ['Kế hoạch số 1875 ai ký', /^Người ký: Võ Ngọc Hiệp \(bản có ở đây không ghi chức vụ\)/],
    ['ai đề xuất giấy khen huyện Bắc Quang', /^Đề nghị: Công an huyện phối hợp Phòng Nội vụ huyện/],
    ['ai quyết định bằng khen Bộ Công an Bắc Quang', /^Kế hoạch không nói ai quyết định/],
    ['tuyến đăng ký Sa Pa 2022', /→ Ủy ban nhân dân tỉnh \(qua Công an tỉnh\)$/],
    ['Bắc Quang căn cứ văn bản nào', /^Căn cứ: Kế hoạch số 66\/KH-BCĐ/],
    ['Sa Pa 2022 hình thức khen thưởng', /^Kế hoạch không nêu tên hình thức khen/],
    ['đợt thi đua đặc biệt Cần Thơ kết thúc chưa', /^Đã kết thúc 13 ngày/, '2025-09-01'],
    ['đợt thi đua đặc biệt Cần Thơ kết thúc chưa', /^Còn 171 ngày/, '2025-03-01'],
    ['Lâm Đồng ngày hội toàn dân bảo vệ an ninh tổ quốc', /19\/8/],
    ['Sa Pa 2022 hạn gửi', /^Đăng ký thi đua/, '2022-05-10'],
  ])('%s', (question, wanted, today) => expect(first(ask(question, today))).toMatch(wanted))

  it('says a body once before its duties', () => expect(all(ask('Công an tỉnh Lâm Đồng làm gì'))).toMatch(/^Công an tỉnh có 5 nhiệm vụ:\n\n- Chủ trì/))
  it('says a unit once', () => expect(first(ask('giúp mấy hộ thoát nghèo được giấy khen Sa Pa 2020'))).toMatch(/^Ít nhất 03 hộ được giúp thoát nghèo/))
})

describe('order', () => {
  it('is the plan’s own among equals', () => {
    expect(first(ask('hình thức khen thưởng Bắc Quang'))).toMatch(/Bằng khen của Bộ Công an; .*tỉnh; Giấy khen của Giám đốc.*; Giấy khen của Chủ tịch UBND huyện; Giấy khen của Chủ tịch UBND xã/)
  })
  it('puts texts that are only named behind those the plan stands on', () => {
    const text = all(ask('Sa Pa 2022 căn cứ văn bản nào'))
    expect(text.indexOf('Còn nhắc đến')).toBeGreaterThan(text.indexOf('269/KH-UBND'))
    expect(text.indexOf('Bộ tiêu chí quốc gia')).toBeGreaterThan(text.indexOf('Còn nhắc đến'))
  })
})

describe('long answers', () => {
  it('say how many there are, some of them, and offer the rest', () => {
    const short = ask('chỉ tiêu Bắc Quang')
    expect(first(short)).toBe('Kế hoạch nêu 13 chỉ tiêu:')
    expect(all(short)).toContain('… và 8 chỉ tiêu khác.')
    const more = buttons(short).find(({ label }) => label === 'Xem đủ 13 chỉ tiêu')
    const long = take({ action: more?.action ?? '' })
    expect(long[0]?.facts.length).toBe(13)
    expect(all(long)).toContain('Ít nhất 90%: chỉ tiêu trong kế hoạch hoạt động năm')
  })
  it('are told at once where nothing can be pressed', () => {
    const told = take({ text: 'chỉ tiêu Bắc Quang', whole: true })
    expect(told[0]?.facts.length).toBe(13)
    expect(all(told)).not.toContain('… và')
  })
  it('of standards show one subject and a button for each of the others', () => {
    const short = ask('tiêu chuẩn giấy khen Sa Pa 2020')
    expect(all(short)).not.toContain('khiển trách')
    const other = buttons(short).find(({ label }) => label.startsWith('Tiêu chuẩn: cơ quan chuyên môn'))
    const told = take({ action: other?.action ?? '' })
    expect(all(told)).toContain('khiển trách')
    expect(told[0]?.facts).toEqual([{ plan: 'sa-pa-2020', kind: 'check', id: 'sp20-co-quan' }])
    expect(all(take({ text: 'tiêu chuẩn giấy khen Sa Pa 2020', whole: true }))).toContain('khiển trách')
  })
  it.each(['Bắc Quang căn cứ văn bản nào', 'chỉ tiêu Cần Thơ', 'nội dung thi đua Bắc Quang', 'hình thức khen Cần Thơ', 'hạn Sa Pa 2022', 'các hạn của Bắc Quang', 'trách nhiệm Sa Pa 2020'])('say no line twice: %s', (question) => {
    const [headline, ...lines] = all(take({ text: question, whole: true })).split('\n').filter((line) => line && !/^[“—⚠]/u.test(line))
    const bare = lines.map((line) => line.replace(/^(?:- |\d+\. )/, ''))
    expect(new Set(bare).size).toBe(bare.length)
    expect(bare.filter((line) => line.length > 40 && headline?.includes(line.slice(0, 60)))).toEqual([])
  })
  it('are cut neither in a number nor in a date', () => {
    const text = 'Quyết định ban hành ngày 24 tháng 9 năm 2024 của thành phố'
    for (let length = 22; length < text.length; length++) expect(shorten(text, length)).not.toMatch(/(?:ngày|tháng|năm|\s\d+)…$/)
  })
})

describe('silence', () => {
  it.each([
    ['Sở Tài chính Cần Thơ làm gì', '“sở tài chính”'],
    ['kế hoạch Sa Pa 2020 nêu trang phục không', '“trang phục”'],
  ])('quotes the whole name: %s', (question, about) => expect(all(ask(question))).toContain(about))
})

describe('buttons', () => {
  it('lead to an answer of the plan', () => {
    for (const plan of knowledge.plans) {
      for (const intent of ['deadline', 'dossier', 'sets', 'addressee', 'criteria', 'threshold', 'quota', 'award', 'route', 'duty', 'audience', 'basis', 'identity', 'statement', 'period']) {
        for (const { label, action } of buttons(take({ action: `ask:${intent}:${plan.id}` })).filter((button) => /^(?:ask|all|tc):/.test(button.action))) {
          const [answer] = take({ action })
          expect(answer?.citations.map((citation) => citation.plan), `${label} after ${intent} of ${plan.id}`).toContain(plan.id)
        }
      }
    }
  })
  it('do not offer papers that the plan does not name', () => expect(buttons(ask('chỉ tiêu Sa Pa 2022')).map(({ label }) => label)).not.toContain('Hồ sơ gồm gì'))
  it('stand under what lies ahead, with a reminder of the nearest', () => expect(buttons(ask('các hạn của Bắc Quang')).map(({ label }) => label)).toContain('🔔 Nhắc tôi'))
})

describe('the machine’s headline', () => {
  it.each(['chỉ tiêu Bắc Quang', 'tiêu chuẩn khen thưởng Bắc Quang', 'quy trình trình khen Bắc Quang', 'hạn Sa Pa 2022', 'nơi nhận Sa Pa 2020'])('fits: %s', (question) => {
    expect(headlineOf(take({ text: question, whole: true })).length).toBeLessThanOrEqual(300)
  })
})
