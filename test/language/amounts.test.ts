import { describe, expect, it } from 'vitest'
import { readAmount, readDayReply } from '../../src/language/amounts.ts'

const HOUSES = 'Ông/bà đã giúp được bao nhiêu hộ thoát nghèo?'
const SHARE = 'Bao nhiêu % hộ dân đã được tuyên truyền?'
const YEARS = 'Đơn vị được đánh giá hoàn thành tốt nhiệm vụ mấy năm liên tục?'
const houses = (text: string) => readAmount(text, 'hộ', HOUSES)
const share = (text: string) => readAmount(text, '%', SHARE)
const years = (text: string) => readAmount(text, 'năm', YEARS)

describe('figures', () => {
  it.each([
    ['3', 3],
    ['3 hộ', 3],
    ['03 ho', 3],
    ['dạ 3 hộ ạ', 3],
    ['giúp được 3 hộ thoát nghèo', 3],
    ['ba hộ', 3],
    ['chưa có hộ nào', 0],
    ['không có hộ nào', 0],
    ['0', 0],
    ['-1', -1],
    ['1.200 hộ', 1200],
  ])('%s', (text, value) => {
    expect(houses(text)).toEqual({ value })
  })
  it.each([
    ['95,5%', 95.5],
    ['95.5 %', 95.5],
    ['chín mươi phần trăm', 90],
    ['90 phan tram a', 90],
    ['90', 90],
    ['đạt 92%', 92],
    ['trăm phần trăm', 100],
    ['được 92', 92],
  ])('%s', (text, value) => {
    expect(share(text)).toEqual({ value })
  })
  it.each([
    ['hai năm', 2],
    ['hai nam', 2],
    ['2 năm liên tục', 2],
    ['2 rưỡi', 2.5],
    ['2 năm rưỡi', 2.5],
    ['năm năm', 5],
    ['chưa năm nào', 0],
  ])('%s', (text, value) => {
    expect(years(text)).toEqual({ value })
  })
})

describe('asked again rather than guessed', () => {
  it.each([
    [share, 'khoảng 90', 'about'],
    [share, 'hơn 90%', 'about'],
    [share, '~90', 'about'],
    [share, 'toi 90', 'about'],
    [share, 'chung 90%', 'about'],
    [share, 'tối đa 90', 'about'],
    [share, 'gần 90', 'about'],
    [share, '90 trở lên', 'about'],
    [share, 'ít nhất 90%', 'about'],
    [share, '90 hộ', 'unit'],
    [share, '1,200', 'digits'],
    [share, '80-85', 'digits'],
    [share, '90 hoặc 95', 'several'],
    [houses, '90%', 'unit'],
    [houses, 'hai ba hộ', 'digits'],
    [houses, 'vài hộ', 'about'],
    [houses, 'không', 'none'],
    [houses, 'chưa có', 'none'],
    [houses, 'không phải 3', 'words'],
    [years, '24 tháng', 'unit'],
  ])('%# %s', (read, text, unclear) => {
    expect(read(text)).toEqual({ unclear })
  })
})

it.each(['không rõ', '?', 'ko biết', 'chưa có số liệu'])('not known: %s', (text) => {
  expect(share(text)).toEqual({ unknown: true })
})

it.each(['hạn nộp khi nào?', 'hồ sơ mấy bộ', 'đợt 2 hạn ngày nào', 'Bắc Quang', '', 'vì sao hỏi', 'nộp mấy bộ'])('no reply: %s', (text) => {
  expect(share(text)).toBeUndefined()
})

describe('days', () => {
  const day = (text: string) => readDayReply(text, '2022-02-10', 'Hồ sơ đăng ký đã gửi ngày nào?')
  it.each([
    ['5/1/2022', '2022-01-05'],
    ['05.01.2022', '2022-01-05'],
    ['5-1-22', '2022-01-05'],
    ['2022-01-05', '2022-01-05'],
    ['mùng 5 tháng 1 năm 2022', '2022-01-05'],
    ['mung 5 thang 1 nam 2022', '2022-01-05'],
    ['gửi ngày 5 tháng 1 năm 2022 ạ', '2022-01-05'],
    ['hôm qua', '2022-02-09'],
    ['dạ hôm nay ạ', '2022-02-10'],
  ])('%s', (text, value) => {
    expect(day(text)).toEqual({ value })
  })
  it.each([
    ['5/1', 'no-year'],
    ['31/2/2022', 'no-day'],
    ['29/02/2023', 'no-day'],
    ['tháng 1 năm 2022', 'no-day'],
    ['2022', 'no-day'],
    ['trước 5/1/2022', 'about'],
    ['khoảng 5/1/2022', 'about'],
    ['5/1/2022 hoặc 6/1/2022', 'several'],
  ])('%s', (text, unclear) => {
    expect(day(text)).toEqual({ unclear })
  })
  it('knows what is no reply', () => {
    expect(day('hạn nộp ngày nào?')).toBeUndefined()
    expect(day('không nhớ')).toEqual({ unknown: true })
    expect(day('rồi')).toEqual({ unclear: 'words' })
    expect(day('Bắc Quang')).toBeUndefined()
  })
})
