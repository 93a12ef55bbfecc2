import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { refusalOf } from '../../src/intake/refusal.ts'
import { takeIn } from '../../src/intake/take-in.ts'

const sample = readFileSync(join(import.meta.dirname, 'samples', 'ke-hoach-xa.txt'), 'utf8')
const order = (text: string, name = 'x.txt') => ({ bytes: Buffer.from(text), name, thisYear: 2026, known: [] })

test('reads in a thread and tells how far it is', async () => {
  const said: string[] = []
  const { plan, text } = await takeIn(order(sample), (step) => said.push(step))
  expect(plan.id).toBe('van-thuy-2026')
  expect(text).toContain('XÃ VÂN THỦY')
  expect(said).toEqual(['Đang đọc tệp…', 'Đang dựng cây điều khoản…', 'Đang tìm thời hạn…', 'Đang tìm hồ sơ, chỉ tiêu, tiêu chuẩn…'])
})

test('what takes too long is stopped, and said in a sentence', async () => {
  const stopped = await takeIn(order(sample), () => undefined, 1).catch(refusalOf)
  expect(stopped).toBe('Tệp quá lớn hoặc quá phức tạp, đã dừng đọc.')
})

describe('what is made to be slow ends', () => {
  const opening = `${sample}\n\n`
  test.each([
    ['a million short lines', '1. a\n'.repeat(1_000_000)],
    ['numbers nested ever deeper', opening + Array.from({ length: 400 }, (_, at) => `${Array.from({ length: at + 1 }, () => '1').join('.')}. Gửi hồ sơ`).join('\n')],
    ['brackets never closed', opening + `1. ${'(gửi hồ sơ về (qua '.repeat(20_000)}`],
    ['one sentence of nothing but days', opening + `1. Gửi hồ sơ trước ${'ngày 15/11 và '.repeat(20_000)}`],
    ['spaces', `${opening}1. Hồ sơ gồm:${' '.repeat(1_000_000)}a\n`],
    ['one word', opening + 'ngày'.repeat(250_000)],
  ])('%s', async (_, text) => {
    const ended = await takeIn(order(text), () => undefined).then(() => 'taken', refusalOf)
    expect(['taken', 'Tệp quá lớn hoặc quá phức tạp, đã dừng đọc.', 'Văn bản quá dài, không nhận.', 'Tệp không giống một kế hoạch, quyết định, quy định hay thủ tục: không thấy phần đầu văn bản và các điều khoản đánh số.']).toContain(ended)
  }, 90_000)
})
