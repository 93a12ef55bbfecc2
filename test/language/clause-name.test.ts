import { expect, it } from 'vitest'
import { clauseName } from '../../src/language/clause-name.ts'

it.each([
  ['V', 'mục V'],
  ['V.3', 'mục V, khoản 3'],
  ['V.3.2', 'mục V, khoản 3.2'],
  ['III.2.2.a', 'mục III, khoản 2.2, điểm a'],
  ['IV.1.đ', 'mục IV, khoản 1, điểm đ'],
  ['Điều 5.2.a', 'Điều 5, khoản 2, điểm a'],
  ['Chương II', 'Chương II'],
  ['Chương II.Mục 1', 'Chương II, Mục 1'],
  ['Phần I.A.I.1', 'Phần I, phần A, mục I, khoản 1'],
  ['I.2.a.1', 'mục I, khoản 2, điểm a, tiết 1'],
  ['3.2', 'mục 3.2'],
  ['I.1(2).a', 'mục I, khoản 1 (lần 2), điểm a'],
  ['head', 'phần mở đầu'],
  ['tail', 'phần cuối'],
])('%s is %s', (address, name) => {
  expect(clauseName(address)).toBe(name)
})
