import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished, vi } from 'vitest'
import type { KnowledgeError } from '../../src/knowledge/problem.ts'
import type { Knowledge } from '../../src/knowledge/types.ts'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import { watchKnowledge } from '../../src/knowledge/watch.ts'
import { planText, planYaml, soundFolder, writeInto } from './folder.ts'

const PLAN = 'plans/song-lam-2025/plan.yml'

/** A watched folder; `taken` is what a bot would hold one after the other, `refused` every refusal. */
function watched() {
  const dir = soundFolder()
  const taken: Knowledge[] = []
  const refused: KnowledgeError[] = []
  onTestFinished(watchKnowledge(dir, loadKnowledge(dir), (knowledge) => taken.push(knowledge), (error) => refused.push(error), 15).stop)
  const until = (test: () => void) => vi.waitFor(test, { timeout: 8000, interval: 5 })
  return { dir, refused, until, taken }
}

it('takes up a changed plan, and one that is added', async () => {
  const { dir, until, taken, refused } = watched()
  writeInto(dir, { [PLAN]: planYaml.replace('task: Gửi hồ sơ', 'task: Nộp hồ sơ') })
  await until(() => expect(taken.at(-1)?.plans[0]?.deadlines[0]?.task).toBe('Nộp hồ sơ'))
  const next = planYaml.replace('id: song-lam-2025', 'id: song-lam-2026').replaceAll('sl25-xa', 'sl26-xa')
  writeInto(dir, { 'moi/plan.md': planText, 'moi/plan.yml': next })
  renameSync(join(dir, 'moi'), join(dir, 'plans/song-lam-2026'))
  await until(() => expect(taken.at(-1)?.plans.map(({ id }) => id)).toEqual(['song-lam-2025', 'song-lam-2026']))
  expect(refused).toEqual([])
})

it('refuses a broken plan once, and takes the mended one', async () => {
  const { dir, until, refused, taken } = watched()
  writeInto(dir, { [PLAN]: planYaml.replace('year: 2025', 'yaer: 2025') })
  await until(() => expect(refused).toHaveLength(1))
  expect(refused[0]?.problems).toContainEqual(expect.objectContaining({ file: join(dir, PLAN), line: 5 }))
  expect(taken).toEqual([])
  writeInto(dir, { [PLAN]: `${planYaml}# sửa xong\n` })
  await until(() => expect(taken).toHaveLength(1))
  expect(refused).toHaveLength(1)
})

it('survives the folder going away and coming back', async () => {
  const { dir, until, refused, taken } = watched()
  renameSync(join(dir, 'plans'), join(dir, 'away'))
  await until(() => expect(refused.length).toBeGreaterThan(0))
  renameSync(join(dir, 'away'), join(dir, 'plans'))
  writeFileSync(join(dir, PLAN), planYaml.replace('task: Gửi', 'task: Nộp'))
  await until(() => expect(taken.length).toBe(1))
  rmSync(dir, { recursive: true })
  await until(() => expect(refused.length).toBeGreaterThan(1))
})
