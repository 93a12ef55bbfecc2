import { describe, expect, it } from 'vitest'
import { dueText, remaining } from '../../src/answer/deadline.ts'
import { plainText } from '../../src/channels/text.ts'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import type { Due, Plan } from '../../src/knowledge/types.ts'
import { closedBecause } from '../../src/language/holidays.ts'
import type { Day } from '../../src/language/day.ts'
import { respond } from '../../src/respond.ts'
import { freshSession } from '../../src/session.ts'

const knowledge = loadKnowledge('knowledge')
const bacQuang = knowledge.plans.find(({ id }) => id === 'bac-quang-2024') as Plan
const ask = (text: string, today: Day) => respond({ text }, freshSession, knowledge, today).messages.map(plainText).join('\n')

describe('a deadline in words', () => {
  it.each<[Due, string]>([
    [{ before: '2024-11-05' }, 'trước ngày 05/11/2024, tức chậm nhất hết ngày 04/11/2024 (thứ Hai)'],
    [{ by: '2024-11-05' }, 'chậm nhất hết ngày 05/11/2024 (thứ Ba)'],
    [{ month: '2024-02' }, 'trong tháng 2/2024, tức chậm nhất hết ngày 29/02/2024 (thứ Năm)'],
    [{ quarter: '2024-Q3' }, 'trong quý III năm 2024, tức chậm nhất hết ngày 30/09/2024 (thứ Hai)'],
    [{ after: { days: 10, working: true, event: 'kể từ ngày nhận hồ sơ' } }, 'trong 10 ngày làm việc kể từ ngày nhận hồ sơ'],
  ])('%j', (due, words) => expect(dueText({ due }, bacQuang)).toBe(words))

  it('counts to the last valid day', () => {
    expect(remaining('2024-11-04', '2024-11-01')).toBe('còn 3 ngày')
    expect(remaining('2024-11-04', '2024-11-04')).toBe('hôm nay là ngày cuối')
    expect(remaining('2024-11-04', '2024-11-05')).toBe('đã qua 1 ngày')
  })

  it('says first that it is past', () => expect(ask('hạn nộp hồ sơ Bắc Quang', '2024-11-06')).toMatch(/^Đã qua 2 ngày: trước ngày 05\/11\/2024/))
  it('says that the day is the last', () => expect(ask('hạn nộp hồ sơ Bắc Quang', '2024-11-04')).toMatch(/hôm nay là ngày cuối/))
  it('holds a day against it', () => {
    expect(ask('nộp hồ sơ Bắc Quang ngày 5/11 có kịp không', '2024-10-30')).toMatch(/^Ngày 05\/11\/2024 là quá hạn/)
    expect(ask('nộp hồ sơ Bắc Quang ngày 4/11 có kịp không', '2024-10-30')).toMatch(/^Kịp nếu nộp ngày 04\/11\/2024/)
  })
  it('points out a weekend and moves nothing', () => {
    const text = ask('Công an huyện Bắc Quang thẩm định xong khi nào', '2024-10-30')
    expect(text).toContain('trước ngày 10/11/2024')
    expect(text).toContain('ngày 09/11/2024 là thứ Bảy')
  })
  it('tells the next time of one that comes again', () => expect(ask('báo cáo quý Sa Pa 2022 nộp ngày mấy', '2022-05-10')).toMatch(/^Kỳ tới ngày 15\/06\/2022 \(thứ Tư\) – còn 36 ngày/))
})

describe('days on which offices are closed', () => {
  it.each<[Day, string | undefined]>([
    ['2025-01-29', 'Tết Nguyên đán'],
    ['2025-04-07', 'Giỗ Tổ Hùng Vương'],
    ['2025-09-02', 'Quốc khánh 2/9'],
    ['2024-11-09', 'thứ Bảy'],
    ['2024-11-10', 'Chủ nhật'],
    ['2024-11-05', undefined],
  ])('%s: %s', (day, reason) => expect(closedBecause(day)).toBe(reason))
})
