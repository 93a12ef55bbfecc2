import { describe, expect, it } from 'vitest'
import { findNumbers } from '../../src/language/numbers.ts'

const values = (text: string) => findNumbers(text).map((one) => one.value)

describe('numbers that can be read in one way', () => {
  it.each([
    ['3 hộ', 3],
    ['01', 1],
    ['95,5%', 95.5],
    ['95.5 %', 95.5],
    ['0,5', 0.5],
    ['1.200', 1200],
    ['1.200.000', 1_200_000],
    ['1.200,5', 1200.5],
    ['1,200,000', 1_200_000],
    ['-5', -5],
    ['2nam', 2],
    ['hai năm', 2],
    ['hai nam', 2],
    ['năm', 5],
    ['năm năm', 5],
    ['nam nam', 5],
    ['mười', 10],
    ['muoi', 10],
    ['mười năm', 10],
    ['mười lăm', 15],
    ['muoi lam', 15],
    ['hai mươi năm', 20],
    ['hai mươi lăm', 25],
    ['hai mươi nhăm', 25],
    ['ba mươi mốt', 31],
    ['bốn mươi tư', 44],
    ['chín mươi', 90],
    ['chin muoi', 90],
    ['chin muoi lam', 95],
    ['chín lăm', 95],
    ['chín mươi phần trăm', 90],
    ['trăm phần trăm', 100],
    ['một trăm', 100],
    ['một trăm linh năm', 105],
    ['mot tram le nam', 105],
    ['một trăm năm mươi', 150],
    ['một trăm mười lăm', 115],
    ['trăm rưỡi', 150],
    ['2 rưỡi', 2.5],
    ['hai rưỡi', 2.5],
    ['một nghìn năm trăm', 1500],
    ['một ngàn hai trăm', 1200],
    ['một triệu rưỡi', 1_500_000],
    ['2 triệu', 2_000_000],
    ['hai chục', 20],
    ['chục rưỡi', 15],
    ['5 trăm', 500],
    ['chín mươi lăm phẩy năm', 95.5],
    ['95 phẩy 5', 95.5],
    ['không phẩy năm', 0.5],
    ['bảy hộ', 7],
    ['bẩy hộ', 7],
  ])('%s', (text, value) => {
    expect(values(text)).toEqual([value])
  })

  it('says where it stands', () => {
    expect(findNumbers('dạ 95,5 %')).toEqual([{ value: 95.5, start: 3, end: 7 }])
    expect(findNumbers('đạt hai mươi lăm hộ')).toEqual([{ value: 25, start: 4, end: 16 }])
  })
})

describe('what may be read in more than one way has no value', () => {
  it.each(['1,200', '80-85', '5/1/2022', '1.2.3', 'hai ba hộ', '3 4 hộ', 'trăm hai', 'một nghìn hai', 'chín hai', '95,5 phẩy không', '9'.repeat(400)])('%s', (text) => {
    expect(values(text)).toEqual([undefined])
  })
})

describe('no number', () => {
  it.each(['không', 'không có', 'phần trăm', 'rồi', '', 'tư', 'lẻ', 'năm nay'.slice(4)])('%s', (text) => {
    expect(values(text)).toEqual([])
  })
  it('takes no year for five', () => {
    expect(values('năm 2022')).toEqual([2022])
  })
})
