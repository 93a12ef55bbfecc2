import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, expect, it, onTestFinished } from 'vitest'
import { plainText } from '../src/channels/text.ts'
import { loadKnowledge } from '../src/knowledge/load.ts'
import { KnowledgeError } from '../src/knowledge/problem.ts'
import type { Knowledge } from '../src/knowledge/types.ts'
import { respond } from '../src/respond.ts'
import { freshSession } from '../src/session.ts'

/** Knowledge loaded upon knowledge that is held: what it answers is what a fresh start would answer. */

const CHANGED = 'bac-quang-2024'
const QUESTIONS = ['hạn nộp hồ sơ Bắc Quang', 'han nop ho so bac quang', 'hồ sơ khen thưởng Sa Pa 70 năm gồm gì', 'lam dong 2023 chi tieu bao nhieu phan tram', 'hạn gửi hồ sơ khen thưởng', 'kế hoạch 70 năm Sa Pa có nói gì về học tập và làm theo tư tưởng Hồ Chí Minh không']

let dir: string
let held: Knowledge
const pathOf = (name: string) => join(dir, name)
const edit = (name: string, change: (text: string) => string) => writeFileSync(pathOf(name), change(readFileSync(pathOf(name), 'utf8')))
const answers = (knowledge: Knowledge) => QUESTIONS.map((text) => respond({ text }, freshSession, knowledge, '2024-10-01').messages.map(plainText).join('\n'))
const planOf = ({ plans }: Knowledge, id: string) => plans.find((plan) => plan.id === id)

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'reload-'))
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
  cpSync('knowledge', dir, { recursive: true })
  held = loadKnowledge(dir)
  answers(held)
})

it('a changed plan answers anew, the others are the same objects', () => {
  edit(`plans/${CHANGED}/plan.yml`, (text) => text.replace('due: { before: 2024-11-05 }', 'due: { by: 2024-11-05 }'))
  const now = loadKnowledge(dir, held)
  expect(answers(now)).toEqual(answers(loadKnowledge(dir)))
  expect(answers(now)[0]).toContain('hết ngày 05/11/2024')
  expect(answers(held)[0]).not.toContain('hết ngày 05/11/2024')
  expect(now.plans.filter((plan) => planOf(held, plan.id) !== plan).map(({ id }) => id)).toEqual([CHANGED])
})

it('a plan that is gone is spoken of no more', () => {
  rmSync(pathOf(`plans/${CHANGED}`), { recursive: true })
  const now = loadKnowledge(dir, held)
  expect(answers(now)).toEqual(answers(loadKnowledge(dir)))
  expect(answers(now)[0]).not.toContain('05/11/2024')
})

it('a new word for the vocabulary is understood with plans that stay', () => {
  edit('vocabulary.yml', (text) => text.replace('abbreviations:\n', 'abbreviations:\n  - { short: [zqx], long: hồ sơ đề nghị khen thưởng }\n'))
  const now = loadKnowledge(dir, held)
  const ask = (knowledge: Knowledge) => respond({ text: 'hạn nộp zqx bắc quang' }, freshSession, knowledge, '2024-10-01')
  expect(ask(now)).toEqual(ask(loadKnowledge(dir)))
  expect(ask(now)).not.toEqual(ask(held))
  expect(now.plans.every((plan) => planOf(held, plan.id) === plan)).toBe(true)
})

it('a folder that is renamed is refused, though its files are as they were', () => {
  renameSync(pathOf(`plans/${CHANGED}`), pathOf('plans/khac'))
  expect(() => loadKnowledge(dir, held)).toThrow(KnowledgeError)
})

it('one broken plan is refused with its reason, once mended it is taken', () => {
  edit(`plans/${CHANGED}/plan.yml`, (text) => text.replace('gửi trước ngày 05/11/2024 về Công an huyện', 'gửi trước ngày 09/11/2024 về Công an huyện'))
  expect(() => loadKnowledge(dir, held)).toThrow('09/11/2024')
  edit(`plans/${CHANGED}/plan.yml`, (text) => text.replaceAll('gửi trước ngày 09/11/2024', 'gửi trước ngày 05/11/2024'))
  expect(answers(loadKnowledge(dir, held))).toEqual(answers(held))
})
