import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { digest } from '../../src/intake/digest.ts'
import { standingOf, writeDraft } from '../../src/intake/files/import.ts'
import { decideIn, textsOf } from '../../src/intake/review/folder.ts'
import { cardsOf, decided, planFrom, type PlanTexts } from '../../src/intake/review/walk.ts'
import { docxOf, planParts } from './make/docx.ts'

const ID = 'muong-lai-2026'
const MARK = { kind: 'accept', mark: 'Lan, 2026-02-01' } as const
let dir: string
let texts: PlanTexts
const DEADLINE = 'deadlines/dang-ky-thi-dua'

beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), 'review-'))
  const draft = await digest({ bytes: await docxOf(planParts()), name: 'ke-hoach.docx', thisYear: 2026, known: [] }, () => undefined)
  writeDraft(draft, dir, standingOf(draft, dir), 'ke-hoach.docx')
  texts = textsOf(dir, ID) as PlanTexts
})

describe('the walk through a draft', () => {
  it('shows each fact with its quotation and its fields in words', () => {
    const card = cardsOf(texts.yaml).find(({ key }) => key === DEADLINE)
    expect(card).toMatchObject({ kind: 'Thời hạn', clauseName: 'mục III', quote: expect.stringContaining('Trước ngày 30/3/2026') as string })
    expect(card?.fields.map(({ label, shown }) => `${label}: ${String(shown)}`)).toEqual(['Việc: Đăng ký thi đua', 'Ai làm: UBND các xã', 'Hạn: trước ngày 30/03/2026'])
  })

  it('takes and drops facts; the plan stays one that can be used', () => {
    let now = texts
    for (const [at, { key }] of cardsOf(texts.yaml).entries()) {
      const outcome = decided(now, key, at % 2 === 0 ? MARK : { kind: 'drop' })
      expect(outcome.kind).toBe('done')
      if (outcome.kind === 'done') now = { ...now, yaml: outcome.yaml }
      expect(planFrom(now)).toHaveProperty('id', ID)
    }
    expect(cardsOf(now.yaml)).toEqual([])
  })

  it('corrects a day as it is typed, and refuses what it cannot read or what would break the plan', () => {
    const outcome = decided(texts, DEADLINE, { kind: 'correct', field: 'due', typed: 'chậm nhất 30/3/2026' })
    expect(outcome.kind === 'done' && cardsOf(outcome.yaml).find(({ key }) => key === DEADLINE)?.fields.at(-1)?.shown).toBe('chậm nhất ngày 30/03/2026')
    expect(decided(texts, DEADLINE, { kind: 'correct', field: 'due', typed: 'chậm nhất 25/3/2026' })).toMatchObject({ kind: 'refused', reason: expect.stringContaining('Hạn ghi 25/03/2026 nhưng câu trích ghi') as string })
    expect(decided(texts, DEADLINE, { kind: 'correct', field: 'due', typed: 'ngày 99' }).kind).toBe('unreadable')
    const period = cardsOf(texts.yaml)[0]?.key ?? ''
    expect(decided(texts, period, { kind: 'correct', field: 'to', typed: '01/01/2020' })).toMatchObject({ kind: 'refused', reason: expect.stringMatching(/\S/) as string })
  })

  it('decides on the file as it is: what others decided meanwhile stays, what they decided on is gone', () => {
    expect(decideIn(dir, ID, DEADLINE, MARK).kind).toBe('done')
    expect(decideIn(dir, ID, DEADLINE, { kind: 'drop' }).kind).toBe('gone')
    expect(decideIn(dir, ID, 'deadlines/bao-cao-so-ket', { kind: 'drop' }).kind).toBe('done')
    const { yaml } = textsOf(dir, ID) as PlanTexts
    expect(yaml).toContain('review: "Lan, 2026-02-01"')
    expect(yaml).not.toContain('bao-cao-so-ket')
    expect(decideIn(dir, 'khong-co', DEADLINE, MARK).kind).toBe('gone')
  })
})
