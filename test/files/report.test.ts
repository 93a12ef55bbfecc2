import mammoth from 'mammoth'
import { describe, expect, it } from 'vitest'
import type { Attachment } from '../../src/answer/message.ts'
import { checkReport } from '../../src/files/report.ts'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import { newTalk, statusOf } from '../talk.ts'

/** The Word document of a finished check, read back with another library than the one that wrote it. */

const knowledge = loadKnowledge('knowledge')

function finish(check: string, answers: Readonly<Record<string, string>>): Attachment {
  const talk = newTalk(knowledge, '2024-10-30')
  let status = statusOf(talk.take({ action: `kt:${check}` }))
  while (status && !('verdict' in status)) status = statusOf(talk.type(answers[status.criterion] ?? 'có'))
  const [file] = talk.messages.flatMap((message) => message.attachments)
  if (!file) throw new Error('no file')
  return file
}

async function readBack(file: Attachment) {
  if (file.content.kind !== 'check-report') throw new Error('no report')
  const bytes = Buffer.from(await checkReport(file.content.title, file.content.blocks))
  const [html, text] = await Promise.all([mammoth.convertToHtml({ buffer: bytes }), mammoth.extractRawText({ buffer: bytes })])
  return { html: html.value, text: text.value, messages: html.messages }
}

describe('the report of a finished check', () => {
  it('holds the day, the plan, the verdict, each criterion with its clause, and a box before every paper', async () => {
    const file = finish('bq24-luc-luong-quan-chung', { 'cong-an-quan-doi': 'không' })
    const { html, text, messages } = await readBack(file)
    expect(file.name).toMatch(/^[a-z0-9-]+\.docx$/)
    expect(messages.filter((message) => message.type === 'error')).toEqual([])
    for (const part of ['Kết quả kiểm tra: Khen thưởng ANTQ Bắc Quang 2024', 'Đủ tiêu chuẩn', 'Ngày kiểm tra: 30/10/2024', 'Kế hoạch huyện Bắc Quang năm 2024', 'Phát động phong trào thi đua toàn dân bảo vệ an ninh Tổ quốc năm 2024', 'mục V, khoản 2.2', 'trước ngày 05/11/2024, tức chậm nhất hết ngày 04/11/2024', 'còn 5 ngày', 'Công an huyện (qua Đội Tham mưu)', 'Tờ trình đề nghị khen thưởng', 'Bằng khen: 03 bộ']) {
      expect(text).toContain(part)
    }
    const boxes = html.match(/<input type="checkbox"/g) ?? []
    expect(boxes.length).toBe(5)
    expect(html.match(/<tr>/g)?.length).toBeGreaterThan(5)
    expect(text.match(/Đạt/g)?.length).toBeGreaterThan(4)
  })

  it('carries the number of a plan that has one', async () => {
    const check = knowledge.plans.find((plan) => plan.id === 'can-tho-2024')?.checks[0]?.id ?? ''
    const { text } = await readBack(finish(check, {}))
    expect(text).toContain('214/KH-UBND')
  })

  it('takes any text: markup, marks, control characters and line breaks', async () => {
    const bytes = Buffer.from(await checkReport('<b>&"\u0000\ud800', [{ type: 'text', text: 'một\nhai\u0007 <script>' }, { type: 'checklist', items: ['Tờ trình & biên bản'] }, { type: 'progress', step: 1, of: 2 }]))
    const { value } = await mammoth.extractRawText({ buffer: bytes })
    expect(value).toContain('<b>&"')
    expect(value).toContain('hai  <script>')
    expect(value).toContain('Tờ trình & biên bản')
  })
})
