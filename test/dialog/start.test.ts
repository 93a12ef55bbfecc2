import { describe, expect, it } from 'vitest'
import { plainText } from '../../src/channels/text.ts'
import { findChecks } from '../../src/dialog/find.ts'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import { newTalk, statusOf } from '../talk.ts'

const knowledge = loadKnowledge('knowledge')
const start = (text: string) => {
  const talk = newTalk(knowledge, '2024-10-30')
  return { talk, messages: talk.type(text), text: talk.messages.map(plainText).join('\n'), labels: talk.messages.flatMap((message) => message.buttons.flat().map((button) => button.label)) }
}

describe('what is said already is taken over', () => {
  it.each([
    ['tôi là nông dân ở Sa Pa, có được giấy khen không', 'sp20-nong-dan'],
    ['tập thể xã ở Bắc Quang có đủ tiêu chuẩn không', 'bq24-xa-thi-tran'],
    ['Tập thể thôn tôi ở Sa Pa có đủ điều kiện nhận giấy khen không', 'sp20-thon'],
    ['thon toi o sa pa co duoc giay khen ko', 'sp20-thon'],
    ['trường tôi ở bắc quang có được khen không', 'bq24-co-quan-doanh-nghiep'],
    ['em là giáo viên ở bắc quang có được khen ko', 'bq24-can-bo-nguoi-lao-dong'],
    ['tôi là lãnh đạo cơ quan ở Bắc Quang có đủ điều kiện không', 'bq24-can-bo-nguoi-lao-dong'],
    ['toi la can bo xa o sa pa co duoc giay khen khong', 'sp20-cbccvc'],
    ['mô hình của tôi ở Bắc Quang có được khen không', 'bq24-mo-hinh'],
    ['/kiemtra chỉ tiêu xã ở Bắc Quang', 'bq24-chi-tieu-xa'],
    ['/kiemtra@sotaybot nông dân bắc quang', 'bq24-luc-luong-quan-chung'],
  ])('%s', (text, check) => {
    const { messages, text: said } = start(text)
    expect(messages.map((message) => message.outcome)).toContain('check')
    expect(statusOf(messages)).toMatchObject({ id: check, step: 1 })
    expect(said).toMatch(/^Kiểm tra: .* – theo Kế hoạch/)
  })
})

describe('only the rest is asked', () => {
  it('of nothing said: plan, then unit or person, then which', () => {
    const { talk, text, labels } = start('/kiemtra')
    expect(text).toContain('theo kế hoạch nào?')
    expect(labels).toHaveLength(knowledge.plans.length)
    expect(talk.messages[0]?.choices).toHaveLength(knowledge.plans.length)
    talk.type('bac quang')
    expect(talk.messages.map(plainText).join()).toContain('tập thể (đơn vị) hay cá nhân?')
    talk.type('cá nhân')
    expect(talk.messages.map(plainText).join()).toContain('Đã hiểu: Kế hoạch huyện Bắc Quang năm 2024; cá nhân.')
    expect(statusOf(talk.type('2'))).toMatchObject({ id: 'bq24-luc-luong-quan-chung' })
  })

  it('of a person and nothing more: the plan', () => {
    const { text, labels } = start('tôi có được khen không')
    expect(text).toContain('theo kế hoạch nào?')
    expect(labels.join()).not.toContain('Lâm Đồng')
  })

  it('says what is not here, and offers what is', () => {
    const { text, labels, messages } = start('/kiemtra cá nhân ở Lâm Đồng')
    expect(text).toContain('Không có phần kiểm tra dành cho cá nhân')
    expect(labels.length).toBeGreaterThan(0)
    expect(statusOf(messages)).toBeUndefined()
  })

  it('asks again where a typed choice fits two of them', () => {
    const { talk } = start('/kiemtra')
    const messages = talk.type('2024')
    expect(messages.map(plainText).join()).toContain('theo kế hoạch nào?')
    expect(statusOf(messages)).toBeUndefined()
  })

  it('leaves a plain question in between alone', () => {
    const { talk } = start('/kiemtra')
    expect(talk.type('hạn nộp hồ sơ Bắc Quang').map((message) => message.outcome)).toEqual(['answered'])
    expect(talk.press('Kiểm tra điều kiện').map((message) => message.outcome)).toEqual(['check'])
  })
})

describe('subjects in a text', () => {
  const ids = (text: string, plan?: string) => findChecks(text, knowledge, plan).map(({ check }) => check.id)
  it('are found with marks, without, and in abbreviations', () => {
    expect(ids('tôi là nông dân', 'sa-pa-2020')).toContain('sp20-nong-dan')
    expect(ids('toi la nong dan', 'sa-pa-2020')).toContain('sp20-nong-dan')
    expect(ids('CBCCVC', 'sa-pa-2020')).toContain('sp20-cbccvc')
  })
  it('are not found inside other words', () => {
    expect(ids('phát triển kinh tế xã hội', 'bac-quang-2024')).toEqual([])
    expect(ids('tôi là cán bộ xã', 'sa-pa-2020')).not.toContain('sp20-co-quan')
    expect(ids('bản chính hay bản sao', 'sa-pa-2020')).toEqual([])
    expect(ids('khi nào', 'sa-pa-2020')).toEqual([])
  })
})
