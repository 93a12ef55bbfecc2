import { describe, expect, it } from 'vitest'
import { isSyllable } from '../../src/language/spelling-syllable.ts'

describe('isSyllable', () => {
  it.each(
    'a an anh ba cuoi dang di gi gia giay gieng giuong hanh hoa hon i khoan khuya ki ky ngay nghieng nghi nguoi oanh pa phuong quan qui quoc quyet thuong thuy truong tuoi uy van xoong y yen yeu'.split(' '),
  )('%s could be one', (word) => {
    expect(isSyllable(word)).toBe(true)
  })

  it.each('hoso khne thuogn ubnd deadline ce ke3 ghan nga1 kon krong b th ngi quu ienh tst 2024'.split(' ').concat('', 'hồ', 'ĐĂNG'))('%s could not', (word) => {
    expect(isSyllable(word)).toBe(false)
  })
})
