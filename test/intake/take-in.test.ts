import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { takeIn } from '../../src/intake/take-in.ts'

test('reads in a thread', async () => {
  const draft = await takeIn({ bytes: readFileSync('knowledge/plans/sa-pa-2020/plan.md'), name: 'x.md', thisYear: 2026, known: [] }, () => undefined)
  expect(draft.plan.id).toBe('sa-pa-2020')
})
