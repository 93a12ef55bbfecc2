import { PassThrough, Readable } from 'node:stream'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Message } from '../../../src/answer/message.ts'
import { jsonMessage } from '../../../src/channels/terminal/json-message.ts'
import { paintBlocks } from '../../../src/channels/terminal/paint.ts'
import { runTerminal, type Terminal } from '../../../src/channels/terminal/terminal.ts'
import { headlineOf } from '../../../src/channels/text.ts'
import type { Turn } from '../../../src/respond.ts'
import { freshSession } from '../../../src/session.ts'
import { hostileMessage } from '../hostile.ts'

const message = (text: string, more: Partial<Message> = {}): Message => ({
  outcome: 'answered', blocks: [{ type: 'headline', text }], buttons: [], citations: [], facts: [], choices: [], attachments: [], ...more,
})

/** A talk over these lines: what was said to it, and all that was written. */
async function talkOver(lines: string, answer: (turn: Turn) => Message[], more: Partial<Terminal> = {}) {
  const turns: Turn[] = []
  let written = ''
  await runTerminal({
    talk: (_chat, turn) => {
      turns.push(turn)
      return Promise.resolve({ messages: answer(turn), session: freshSession })
    },
    makeFile: ({ name, type }) => Promise.resolve({ name, type, bytes: new Uint8Array() }),
    keepFile: ({ name }) => Promise.resolve(`/kept/${name}`),
    input: Readable.from([lines]),
    write: (text) => (written += text),
    reportError: () => undefined,
    ...more,
  })
  return { turns, written }
}

const buttons = [[{ label: 'Bắc Quang 2024', action: 'plan:bq' }, { label: 'Sa Pa 2020', action: 'plan:sp' }], [{ label: 'Thôi', action: 'stop' }]]

describe('the talk in a terminal', () => {
  it('shows buttons with numbers, and a number presses one', async () => {
    const { turns, written } = await talkOver('hạn nộp\n3\n', () => [message('Kế hoạch nào?', { buttons })])
    expect(written).toContain('[1] Bắc Quang 2024   [2] Sa Pa 2020\n[3] Thôi')
    expect(turns).toEqual([{ text: 'hạn nộp' }, { action: 'stop' }])
  })

  it('counts the buttons of several messages on', async () => {
    const { turns } = await talkOver('x\n4\n', () => [message('A', { buttons }), message('B', { buttons: [[{ label: 'Tiếp', action: 'next' }]] })])
    expect(turns[1]).toEqual({ action: 'next' })
  })

  it('takes a number for the answer where a number is asked, and #1 for the button', async () => {
    const { turns, written } = await talkOver('kiểm tra\n1\n#1\n', () => [message('Có mấy sáng kiến?', { buttons: [[{ label: 'Không rõ', action: 'unknown' }]], awaits: 'number' })])
    expect(written).toContain('[#1] Không rõ')
    expect(turns.slice(1)).toEqual([{ text: '1' }, { action: 'unknown' }])
  })

  it('hands on a number that no button has', async () => {
    const { turns } = await talkOver('x\n9\n', () => [message('A', { buttons })])
    expect(turns[1]).toEqual({ text: '9' })
  })

  it.each(['/thoat', '/thoát', '/exit'])('ends with %s', async (leave) => {
    const { turns } = await talkOver(`một\n${leave}\nhai\n`, () => [message('A')])
    expect(turns).toEqual([{ text: 'một' }])
  })

  it('says one sentence where a turn fails, and goes on', async () => {
    const { written } = await talkOver('hỏng\ntốt\n', (turn) => {
      if ('text' in turn && turn.text === 'hỏng') throw new Error('inside')
      return [message('Đây')]
    })
    expect(written).toMatch(/^Xin lỗi.*\nĐây/)
    expect(written).not.toContain('inside')
  })

  it('says where it has put a file', async () => {
    const attachments = [{ name: 'ket-qua.docx', type: 'application/x', content: { kind: 'calendar', plan: 'p', deadlines: [] } as const }]
    expect((await talkOver('x\n', () => [message('A', { attachments })])).written).toContain('/kept/ket-qua.docx')
  })

  it('has colours, a prompt and a goodbye for somebody in front of it alone', async () => {
    const output = new PassThrough()
    let shown = ''
    output.on('data', (chunk: Buffer) => (shown += chunk.toString()))
    const seen = await talkOver('x\n', () => [message('A')], { screen: { colours: true, output } })
    expect(seen.written).toContain('\u001b[1mA\u001b[0m')
    expect(seen.written).toContain('Tạm biệt')
    expect(shown).toContain('›')
    expect((await talkOver('x\n', () => [message('A')])).written).toBe('A\n\n')
  })

  it('breaks long lines between words', () => {
    const lines = paintBlocks([{ type: 'text', text: 'phong trào thi đua toàn dân bảo vệ an ninh Tổ quốc '.repeat(5) }], { colours: false, width: 60 }).split('\n')
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(60)
    expect(lines.join(' ')).toBe('phong trào thi đua toàn dân bảo vệ an ninh Tổ quốc '.repeat(5).trim())
  })
})

describe('plain renderers', () => {
  it('let no escape and no half of a character through, whatever stands in a message', async () => {
    await fc.assert(
      fc.asyncProperty(hostileMessage, async (hostile) => {
        const json = (await jsonMessage(hostile, () => Promise.reject(new Error('no files')))) as { text: string }
        for (const text of [paintBlocks(hostile.blocks, { colours: false, width: 80 }), json.text]) {
           
          expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/)
          expect(text.isWellFormed()).toBe(true)
        }
        expect(headlineOf([hostile]).length).toBeLessThanOrEqual(300)
      }),
      { numRuns: 500 },
    )
  })

  it('give a headline of whole words', () => {
    const headline = headlineOf([message('trước ngày 05/11/2024 về Công an huyện '.repeat(20))])
    expect(headline.length).toBeLessThanOrEqual(300)
    expect(headline).toMatch(/ (trước|ngày|05\/11\/2024|về|Công|an|huyện)…$/)
  })
})
