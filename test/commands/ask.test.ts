import { describe, expect, it } from 'vitest'
import { ask } from '../../src/commands/ask.ts'
import { KNOWLEDGE, streams } from './here.ts'

const DAY = '2024-10-30'
const asked = async (args: readonly string[], input = '') => {
  const io = streams(input)
  await ask(args, KNOWLEDGE, io)
  return io
}

interface Answer { readonly question: string; readonly outcome: string; readonly text: string; readonly error?: string }

describe('ask', () => {
  it('writes the answer as text, the value first, the quotation with its clause', async () => {
    const io = await asked(['--today', DAY, 'hạn nộp hồ sơ bắc quang'])
    expect(io.written().split('\n')[0]).toContain('05/11/2024')
    expect(io.written()).toContain('— Kế hoạch huyện Bắc Quang năm 2024, mục V, khoản 3.2')
  })

  it('takes a question without quotation marks, and a switch after it', async () => {
    expect((await asked(['han', 'nop', 'ho', 'so', 'bac', 'quang', `--today=${DAY}`])).written()).toContain('05/11/2024')
  })

  it('gives every field of the machine-readable answer', async () => {
    const io = await asked(['--json', `--today=${DAY}`, 'hạn nộp hồ sơ bắc quang'])
    const [answer] = io.lines()
    expect(answer).toMatchObject({
      question: 'hạn nộp hồ sơ bắc quang',
      today: DAY,
      outcome: 'answered',
      facts: [{ plan: 'bac-quang-2024', kind: 'deadline', id: 'nop-ho-so', lastDay: '2024-11-04' }],
      choices: [],
    })
    expect(Object.keys(answer as object)).toEqual(['question', 'today', 'outcome', 'headline', 'text', 'citations', 'facts', 'choices'])
    expect((answer as { citations: object[] }).citations[0]).toEqual({ plan: 'bac-quang-2024', clause: 'V.3.2', quote: expect.stringContaining('trước ngày 05/11/2024') as string })
  })

  it('answers a batch line by line, in order, each question a talk of its own', async () => {
    const questions = ['hạn nộp hồ sơ bắc quang', 'hồ sơ gồm những gì', 'hạn nộp hồ sơ bắc quang']
    const io = await asked(['--batch'], questions.map((question) => JSON.stringify({ question, today: DAY })).join('\n'))
    const answers = io.lines() as Answer[]
    expect(answers.map(({ question }) => question)).toEqual(questions)
    // The plan of the first question is not carried over into the second.
    const [alone] = (await asked(['--json', `--today=${DAY}`, 'hồ sơ gồm những gì'])).lines()
    expect(answers[1]).toEqual(alone)
    expect(answers[2]).toEqual(answers[0])
  })

  it('answers a bad line with what is wrong, and goes on', async () => {
    const io = await asked(['--batch'], ['no json', '', '[]', '{"today":"2024-10-30"}', '{"question":"a","today":"30/10/2024"}', '{"question":"hạn nộp hồ sơ bắc quang"}'].join('\n'))
    const answers = io.lines() as Answer[]
    expect(answers.map(({ error }) => error === undefined)).toEqual([false, false, false, false, false, true])
    expect(answers[3]?.error).toContain('question')
    expect(answers[4]?.error).toContain('today')
  })

  it.each([
    [['--today', '30/10/2024', 'x'], /30\/10\/2024/],
    [['--today'], /--today/],
    [['--json=1', 'x'], /--json/],
    [['--nosuch', 'x'], /--nosuch/],
    [[], /câu hỏi/],
    [['--knowledge=/no/such/folder', 'x'], /no\/such\/folder/],
  ])('says what is wrong with %j', async (args, wrong) => {
    await expect(asked(args)).rejects.toThrow(wrong)
    await expect(asked(args)).rejects.toMatchObject({ name: 'Problem' })
  })
})
