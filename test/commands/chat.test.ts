import { describe, expect, it } from 'vitest'
import { chat } from '../../src/commands/chat.ts'
import { KNOWLEDGE, streams } from './here.ts'

interface Answer {
  readonly chat: string
  readonly error?: string
  readonly messages: { text: string; buttons: { label: string; action: string }[][]; citations: { plan: string }[] }[]
}

async function talk(...turns: (object | string)[]): Promise<Answer[]> {
  const io = streams(turns.map((turn) => (typeof turn === 'string' ? turn : JSON.stringify(turn))).join('\n'))
  await chat(['--jsonl', '--today=2024-10-30'], KNOWLEDGE, io)
  return io.lines() as Answer[]
}

describe('chat --jsonl', () => {
  it('carries a talk on, and keeps two chats apart', async () => {
    const answers = await talk({ chat: 'a', text: 'hạn nộp hồ sơ bắc quang' }, { chat: 'b', text: 'hạn nộp hồ sơ sa pa 2020' }, { chat: 'a', text: 'hồ sơ gồm những gì' })
    expect(answers.map((answer) => answer.chat)).toEqual(['a', 'b', 'a'])
    expect(answers.map((answer) => answer.messages[0]?.citations[0]?.plan)).toEqual(['bac-quang-2024', 'sa-pa-2020', 'bac-quang-2024'])
  })

  it('takes a press of a button it gave', async () => {
    const [first] = await talk({ chat: 'a', text: 'hạn nộp hồ sơ sa pa' })
    const press = first?.messages[0]?.buttons.flat().find(({ label }) => label.includes('2020'))?.action
    const [, second] = await talk({ chat: 'a', text: 'hạn nộp hồ sơ sa pa' }, { chat: 'a', press })
    expect(second?.messages[0]?.text).toContain('25/10/2020')
  })

  it('answers every line with one line: a bad one with what is wrong, and the chat where it can be read', async () => {
    const answers = await talk('no json', { text: 'x' }, { chat: 'a' }, { chat: 'a', text: 'x', press: 'y' }, '', { chat: 'a', text: 'hạn nộp hồ sơ bắc quang' })
    expect(answers.map(({ error }) => error === undefined)).toEqual([false, false, false, false, false, true])
    expect(answers[2]?.chat).toBe('a')
  })
})
