import { describe, expect, it } from 'vitest'
import { withEntry } from '../../src/knowledge/dictionary-entry.ts'
import { readDictionaryText } from '../../src/knowledge/dictionary.ts'
import { inspectKnowledge, loadKnowledge } from '../../src/knowledge/load.ts'
import { soundFolder } from './folder.ts'

const entriesOf = (text: string) => {
  const read = readDictionaryText('dictionary.yml', text)
  return 'value' in read ? read.value : read.problems
}

describe('dictionary.yml', () => {
  it('is written with a word on what it is, then grows line by line', () => {
    const first = withEntry('', { phrase: 'khóa sổ', means: 'hạn nộp' })
    expect(first).toMatch(/^# [^]*\n {2}- \{ phrase: khóa sổ, means: hạn nộp \}\n$/)
    expect(entriesOf(withEntry(first, { phrase: 'chốt: "sổ"', means: 'hạn nộp', added: 'Lan, 2026-02-01' }))).toEqual([
      { phrase: 'khóa sổ', means: 'hạn nộp' },
      { phrase: 'chốt: "sổ"', means: 'hạn nộp', added: 'Lan, 2026-02-01' },
    ])
  })

  it('keeps what people wrote in it, letter by letter; a phrase that is there gets the new meaning', () => {
    const own = '# của chúng tôi\nentries:\n  # họp\n  - phrase: giấy má # hay gặp\n    means: hồ sơ\n\n  - { phrase: khoá sổ, means: hồ sơ }\n'
    const text = withEntry(own, { phrase: 'khóa sổ', means: 'hạn nộp' })
    expect(text).toBe(own.replace('{ phrase: khoá sổ, means: hồ sơ }', '{ phrase: khóa sổ, means: hạn nộp }'))
  })

  it.each([
    ['entries:\n  - { phrase: a, means: b }\n  - { phrase: A, means: c }\n', /dictionary\.yml:3.*hai dòng/],
    ['entries:\n  - { phrase: "?!", means: b }\n', /:2.*không có chữ/],
    ['entries:\n  - { phrase: a }\n', /:2.*means/],
  ])('that is wrong is told with its line: %j', (text, why) => {
    const dir = soundFolder({ 'dictionary.yml': text })
    expect(() => loadKnowledge(dir)).toThrow(why)
    expect(inspectKnowledge(dir).problems).toHaveLength(1)
  })

  it('changes the version of the knowledge', () => {
    const dir = soundFolder({ 'dictionary.yml': 'entries:\n  - { phrase: a, means: b }\n' })
    expect(loadKnowledge(dir).version).not.toBe(loadKnowledge(soundFolder()).version)
    expect(loadKnowledge(dir).dictionary).toEqual([{ phrase: 'a', means: 'b' }])
  })
})
