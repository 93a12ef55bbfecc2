import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { benchRetrieval } from '../../../src/commands/bench/retrieval.ts'

const folder = mkdtempSync(join(tmpdir(), 'bench-'))
const good = join(folder, 'good.json')
const broken = join(folder, 'broken.json')

beforeAll(() => {
  writeFileSync(
    good,
    JSON.stringify({
      docs: [
        { id: 'a', title: 'Hồ sơ', text: 'Hồ sơ gồm tờ trình và biên bản họp.' },
        { id: 'b', title: 'Thời hạn', text: 'Gửi trước ngày 05/11 về Phòng Nội vụ.' },
      ],
      queries: [
        { id: '1', text: 'Hồ sơ gồm những gì?', gold: ['a'] },
        { id: '2', text: 'Gửi trước ngày nào?', gold: ['b'] },
      ],
    }),
  )
  writeFileSync(broken, '{"docs":[],"queries":1}')
})
afterAll(() => rmSync(folder, { recursive: true }))

function run(...args: string[]) {
  const lines: string[] = []
  return { code: benchRetrieval(args, (line) => lines.push(line)), lines }
}

describe('bench retrieval', () => {
  it('gives one JSON object of shares', () => {
    const { code, lines } = run(good, '--json')
    expect(code).toBe(0)
    expect(lines).toHaveLength(1)
    const right = { p1: 1, r10: 1, mrr: 1, ms: expect.any(Number) as number }
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ marked: right, unmarked: right, plain: { p1: 1, ms: expect.any(Number) as number } })
  })

  it('prints a table', () => {
    const { code, lines } = run(good)
    expect(code).toBe(0)
    expect(lines.join('\n')).toMatch(/P@1 +R@10 +MRR[^]*có dấu +100\.0 +100\.0 +100\.0[^]*không dấu[^]*MiniSearch/)
  })

  it('says what is wrong with a file', () => {
    expect(run(broken)).toMatchObject({ code: 1, lines: [expect.stringContaining('broken.json')] })
    expect(run(join(folder, 'missing.json'))).toMatchObject({ code: 1, lines: [expect.stringContaining('missing.json')] })
    expect(run()).toMatchObject({ code: 1, lines: [expect.stringContaining('bench -- retrieval FILE')] })
  })
})
