import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { inspectKnowledge } from '../../src/knowledge/load.ts'
import { folderWith } from './folder.ts'

const readme = readFileSync('knowledge/README.md', 'utf8')
const blocks = (fence: string) => [...readme.matchAll(new RegExp(`^\`\`\`${fence}\n([^\`]*)\`\`\``, 'gm'))].map((match) => match[1] ?? '')

it('the guide’s examples make a plan that is in order', () => {
  const dir = folderWith({
    'plans/bac-quang-2024/plan.md': readFileSync('knowledge/plans/bac-quang-2024/plan.md', 'utf8'),
    'plans/bac-quang-2024/plan.yml': blocks('yaml').join('\n'),
    'plans/bac-quang-2024/cases.yml': blocks('yaml cases').join('\n'),
  })
  const { plans, problems } = inspectKnowledge(dir)
  expect(problems).toEqual([])
  const [plan] = plans
  for (const section of ['periods', 'deadlines', 'awards', 'dossiers', 'thresholds', 'routes', 'audiences', 'duties', 'bases', 'statements', 'not_modelled', 'notes', 'checks'] as const) {
    expect(plan?.[section].length, section).toBeGreaterThan(0)
  }
})

it('the guide’s table of days fits the schema', () => {
  const shapes = [...readme.matchAll(/^\| [^|]+\| `(\{[^`]+\})` \|$/gm)].map((match) => match[1] ?? '')
  expect(shapes.length).toBeGreaterThanOrEqual(9)
  // A quote that names the day of the example would contradict the others.
  const plan = blocks('yaml').join('\n').replace('quote: gửi trước ngày 05/11/2024 về Công an huyện', 'quote: về Công an huyện')
  for (const shape of shapes) {
    const dir = folderWith({ 'plans/bac-quang-2024/plan.md': readFileSync('knowledge/plans/bac-quang-2024/plan.md', 'utf8'), 'plans/bac-quang-2024/plan.yml': plan.replace('{ before: 2024-11-05 }', shape), 'plans/bac-quang-2024/cases.yml': blocks('yaml cases').join('\n') })
    expect(inspectKnowledge(dir).problems, shape).toEqual([])
  }
})
