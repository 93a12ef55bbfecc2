import { expect, test } from 'vitest'
import { benchImport } from '../../../src/commands/bench/import.ts'

type Scores = Record<string, { precision: number; recall: number; missed: string[]; extra: string[] }>

test('the bare texts give what their hand-made plan.yml has, and nothing false', async () => {
  const lines: string[] = []
  expect(await benchImport(['--json'], (line) => lines.push(line))).toBe(0)
  const scores = JSON.parse(lines.join('')) as Scores
  expect(Object.keys(scores)).toEqual(['deadlines', 'sets', 'quotas', 'addressees', 'papers', 'thresholds'])
  for (const [kind, { precision, recall, missed, extra }] of Object.entries(scores)) {
    expect(precision, `${kind}: ${extra.join('; ')}`).toBe(1)
    expect(recall, `${kind}: ${missed.join('; ')}`).toBeGreaterThanOrEqual(kind === 'papers' || kind === 'thresholds' ? 0.9 : 0.95)
  }
})

test('is shown as a table', async () => {
  const lines: string[] = []
  await benchImport(['--verbose'], (line) => lines.push(line))
  expect(lines[0]).toBe('kind        precision   recall')
  expect(lines[1]).toMatch(/^deadlines +100\.0 % +\d+\.\d % +\d+ of \d+, 0 extra$/)
})
