import type { Block, Citation, Message } from '../../src/answer/message.ts'

/** Messages that every renderer has to get right: every kind of block, hostile text, the longest answer. */

const citation = (quote: string): Citation => ({ plan: 'bac-quang-2024', planName: 'Kế hoạch huyện Bắc Quang năm 2024', clause: 'V.3.2', clauseName: 'mục V, khoản 3.2', quote })
const HOSTILE = '<b onclick="x()">đậm</b> & <script>alert(1)</script> <img src=x onerror=y> *sao* _gạch_ [a](javascript:b) &lt; ${c} {{d}} "\'`'
const LONG = Array.from({ length: 700 }, (_, n) => `tiêu chuẩn thứ ${n}`)

interface Case {
  readonly name: string
  readonly message: Message
  /** What a reader must find, in this order; white space does not count. */
  readonly says: readonly string[]
}

const message = (blocks: readonly Block[], more: Partial<Message> = {}): Message => ({ outcome: 'answered', blocks, buttons: [], citations: [], facts: [], choices: [], attachments: [], ...more })

export const CASES: readonly Case[] = [
  {
    name: 'every kind of block',
    message: message(
      [
        { type: 'progress', step: 2, of: 5 },
        { type: 'headline', text: 'Đủ tiêu chuẩn' },
        { type: 'text', text: 'Theo các câu trả lời.' },
        { type: 'heading', text: 'Thời hạn' },
        { type: 'list', items: ['Đăng ký', 'Nộp hồ sơ'] },
        { type: 'list', ordered: true, items: ['Trước', 'Sau'] },
        { type: 'checklist', items: ['Tờ trình', 'Biên bản'] },
        { type: 'note', text: 'Bản trích.' },
        { type: 'quote', citation: citation('gửi trước ngày 05/11/2024') },
        { type: 'verdicts', rows: [{ criterion: 'Tiêu chuẩn 1', says: 'từ 90% hộ', verdict: 'met', answer: '95%', citation: citation('90%') }, { criterion: 'Tiêu chuẩn 2', says: 'có mô hình', verdict: 'unknown', answer: '', citation: citation('mô hình') }] },
        { type: 'calendar', today: '2024-10-30', entries: [{ label: 'Nộp hồ sơ lần hai', lastDay: '2024-11-04', plan: 'Kế hoạch huyện Bắc Quang năm 2024' }, { label: 'Thẩm định', lastDay: '2024-11-09', plan: 'Kế hoạch huyện Bắc Quang năm 2024' }] },
      ],
      { buttons: [[{ label: 'Hồ sơ gồm gì', action: 'ask:dossier:x' }]] },
    ),
    says: ['Câu 2/5', 'Đủ tiêu chuẩn', 'Theo các câu trả lời.', 'Thời hạn', 'Đăng ký', 'Nộp hồ sơ', 'Trước', 'Sau', 'Tờ trình', 'Biên bản', 'Bản trích.', '“gửi trước ngày 05/11/2024”', 'mục V, khoản 3.2', 'Tiêu chuẩn 1', 'từ 90% hộ', '95%', 'Tiêu chuẩn 2', '04/11/2024', 'Nộp hồ sơ lần hai'],
  },
  {
    name: 'hostile text in every place',
    message: message(
      [
        { type: 'headline', text: HOSTILE },
        { type: 'text', text: HOSTILE },
        { type: 'heading', text: HOSTILE },
        { type: 'list', items: [HOSTILE] },
        { type: 'checklist', items: [HOSTILE] },
        { type: 'note', text: HOSTILE },
        { type: 'quote', citation: { ...citation(HOSTILE), planName: HOSTILE, clauseName: HOSTILE } },
        { type: 'verdicts', rows: [{ criterion: HOSTILE, says: HOSTILE, verdict: 'unmet', answer: HOSTILE, citation: citation(HOSTILE) }] },
        { type: 'calendar', today: '2024-10-30', entries: [{ label: HOSTILE, lastDay: '2024-11-04', plan: HOSTILE }] },
      ],
      { buttons: [[{ label: HOSTILE, action: 'x' }]] },
    ),
    says: Array.from({ length: 10 }, () => HOSTILE),
  },
  { name: 'the longest answer', message: message([{ type: 'headline', text: 'Tiêu chuẩn' }, { type: 'list', items: LONG }, { type: 'quote', citation: citation(LONG.join('; ')) }]), says: ['Tiêu chuẩn', ...LONG, ...LONG] },
  { name: 'a strip whose days stand in words beside it', message: message([{ type: 'list', items: ['Nộp trước ngày 05/11/2024'] }, { type: 'calendar', inWords: true, today: '2024-10-30', entries: [{ label: 'Nộp', lastDay: '2024-11-04', plan: 'Kế hoạch' }] }]), says: ['Nộp trước ngày 05/11/2024'] },
]
