import fc from 'fast-check'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inspectKnowledge, loadCases, loadKnowledge, loadUsable } from '../../src/knowledge/load.ts'
import { KnowledgeError } from '../../src/knowledge/problem.ts'
import { casesYaml, folderWith, planText, planYaml, soundFolder, writeInto } from './folder.ts'

const PLAN = 'plans/song-lam-2025/plan.yml'
const CASES = 'plans/song-lam-2025/cases.yml'

/** Problems as "file:line what → remedy", the folder left out. */
function problemsOf(dir: string): string[] {
  return inspectKnowledge(dir).problems.map(({ file, line, message, hint }) => `${file.replace(join(dir, '/'), '')}:${line} ${message} → ${hint}`)
}

/** The line a text stands on, from 1. */
const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length

/** The sound folder with one part of a file written otherwise. */
function broken(file: string, from: string, to: string): { dir: string; line: number } {
  const text = file === PLAN ? planYaml : casesYaml
  if (!text.includes(from)) throw new Error(`not in ${file}: ${from}`)
  return { dir: soundFolder({ [file]: text.replace(from, to) }), line: lineOf(text, from) }
}

describe('a sound folder', () => {
  it('has no problems, with and without a vocabulary', () => {
    expect(problemsOf(soundFolder())).toEqual([])
    expect(problemsOf(soundFolder({ 'vocabulary.yml': 'synonyms:\n  - [hạn, thời hạn]\n' }))).toEqual([])
  })

  it('is loaded with its clauses and a version that changes with either file', () => {
    const { plans, version } = loadKnowledge(soundFolder())
    const changed = loadKnowledge(soundFolder({ 'plans/song-lam-2025/plan.md': planText.replace('Tờ trình;', 'Tờ trình ký tên;') }))
    expect(plans[0]).toMatchObject({ id: 'song-lam-2025', excerpt: false, deadlines: [{ due: { before: '2025-11-05' } }] })
    expect(plans[0]?.clauses.map(({ address }) => address)).toEqual(['head', 'I', 'II', 'tail'])
    expect(loadKnowledge(soundFolder())).toMatchObject({ version, plans: [{ version: plans[0]?.version }] })
    expect(changed.version).not.toBe(version)
    expect(changed.plans[0]?.version).not.toBe(plans[0]?.version)
    expect(loadKnowledge(soundFolder({ 'vocabulary.yml': 'elsewhere: [hộ chiếu]' })).version).not.toBe(version)
  })

  it('gives the cases of each plan and those of the whole folder', () => {
    const dir = soundFolder({ 'cases.yml': 'questions:\n  - { ask: [a, b], outcome: not-found }\n' })
    expect(loadCases(dir).map(({ plan, cases }) => [plan, cases.questions.length, cases.edges.length])).toEqual([
      ['song-lam-2025', 1, 2],
      [undefined, 1, 0],
    ])
  })
})

describe('what is wrong in plan.yml is told with its line', () => {
  it.each<[string, string, string, string]>([
    ['an unknown key', 'task: Gửi hồ sơ', 'tassk: Gửi hồ sơ', 'khóa lạ: "tassk"'],
    ['a missing key', 'issuer: UBND huyện Sông Lam\n', '', 'Thiếu "issuer"'],
    ['a number for words', 'title: Phong trào thi đua huyện Sông Lam năm 2025', 'title: 2025', '"title" phải là chữ → Đặt giá trị trong nháy kép'],
    ['a day that is none', 'due: { before: 2025-11-05 }', 'due: { before: 2025-02-30 }', '"2025-02-30" không phải một ngày có thật'],
    ['a due of no known shape', 'due: { before: 2025-11-05 }', 'due: { vao: 2025-11-05 }', '"due" ở mục thứ 1 của "deadlines" không đúng dạng nào dùng được → Viết một trong: { before: 2024-11-05 }'],
    ['a due with a key too many', 'due: { before: 2025-11-05 }', 'due: { before: 2025-11-05, gio: 17 }', 'khóa lạ: "gio"'],
    ['a due with a key too few', 'due: { before: 2025-11-05 }', 'due: { from: 2025-11-05 }', 'Thiếu "to" của "due" ở mục thứ 1'],
    ['a due without a key', 'due: { before: 2025-11-05 }', 'due: 2025-11-05', 'Viết một trong: { before'],
    ['a kind of question that is not', 'type: choice', 'type: chon', 'Chọn một trong: yes-no, choice, number, date, years'],
    ['a question without its kind', 'type: choice, ', '', 'type'],
    ['a bound that is not', 'passes: { threshold: tuyen-truyen }', 'passes: { at_leest: 90 }', 'khóa lạ: "at_leest"'],
    ['a rule that cannot be read', 'due: { before: 2025-11-05 }', 'due: { every: FREQ=HANGQUY }', 'RFC 5545'],
    ['a rule that names no day', 'due: { before: 2025-11-05 }', 'due: { every: FREQ=MONTHLY;BYMONTHDAY=40 }', 'RFC 5545'],
    ['an id with marks', 'id: nop-ho-so', 'id: nộp hồ sơ', 'Dùng chữ thường không dấu, số và gạch nối'],
    ['a value not on the list', 'form: giay-khen', 'form: giay', 'Chọn một trong: bang-khen, giay-khen, danh-hieu, khac'],
    ['a key written twice', 'year: 2025', 'year: 2025\nyear: 2026', 'viết hai lần'],
    ['a tab', '    task: Gửi hồ sơ', '\ttask: Gửi hồ sơ', 'Tab'],
    ['a colon in bare words', 'task: Gửi hồ sơ', 'task: Gửi hồ sơ: nộp', 'nháy kép'],
    ['a quote that is nowhere', 'quote: ít nhất 90% số hộ dân được tuyên truyền', 'quote: ít nhất 95% số hộ dân', 'Câu trích không có trong I.1 (mục I, khoản 1): "ít nhất 95% số hộ dân" → Chép lại nguyên văn từ plan.md: khớp đến "ít nhất", sau đó văn bản là "90% số hộ dân được tuyên"'],
    ['a quote of another clause', 'clause: II.2, quote: "gửi', 'clause: II.1, quote: "gửi', 'không nằm trong II.1 mà nằm trong II.2 (mục II, khoản 2) → Sửa thành clause: II.2'],
    ['a clause that is not', 'clause: II.2, quote: "gửi', 'clause: V.9, quote: "gửi', 'Không có điều khoản V.9; câu trích nằm trong II.2'],
    ['an id used twice', 'awards:\n  - {', 'awards:\n  - { id: giay-khen, name: Hai, form: khac, source: { clause: I, quote: CHỈ TIÊU } }\n  - {', 'id "giay-khen" đã dùng ở trên'],
    ['a check id that is too long', 'id: sl25-xa', 'id: sl25-xa-phuong-thi-tran-co-quan-doanh-nghiep', 'nhiều nhất 30'],
    ['an award that is not', 'awards: [giay-khen]', 'awards: [bang-khen]', 'Không có "bang-khen" trong awards → Chọn một trong: giay-khen'],
    ['a period that is not', 'period: ca-nam', 'period: dot-1', 'Không có "dot-1" trong periods'],
    ['a dossier’s deadline that is not', 'deadline: nop-ho-so', 'deadline: nop', 'Không có "nop" trong deadlines'],
    ['a registration that is not', 'registration: nop-ho-so', 'registration: dang-ky', 'Không có "dang-ky" trong deadlines'],
    ['a dossier that is not', 'dossier: ho-so', 'dossier: hs', 'Không có "hs" trong dossiers'],
    ['a target that is not', 'targets: [tuyen-truyen]', 'targets: [tuyen]', 'Không có "tuyen" trong thresholds'],
    ['a threshold in passes that is not', 'passes: { threshold: tuyen-truyen }', 'passes: { threshold: tt }', 'Không có "tt" trong thresholds'],
    ['empty passes', 'passes: { threshold: tuyen-truyen }', 'passes: {}', '"passes" để trống'],
    ['a when that is not', 'when: { criterion: loai, is: xa }', 'when: { criterion: khac, is: xa }', 'Không có "khac" trong criteria → Chọn một trong: loai, ho'],
    ['a when on a later question', 'when: { criterion: loai, is: xa }', 'when: { criterion: ho, is: xa }', 'được hỏi sau'],
    ['a when on an answer that is not', 'when: { criterion: loai, is: xa }', 'when: { criterion: loai, is: huyen }', 'Không có "huyen" trong choices → Chọn một trong: xa, phuong'],
    ['a requirement that is not', 'requires: { any: [ho, loai] }', 'requires: { any: [ho, { all: [khac] }] }', 'Không có "khac" trong criteria'],
    ['a note on a fact that is not', 'on: [deadline/nop-ho-so]', 'on: [deadline/nop]', 'Không có mục "deadline/nop"'],
    ['from after to', 'from: 2025-01-01, to: 2025-12-31', 'from: 2025-12-31, to: 2025-01-01', 'Ngày bắt đầu 2025-12-31 sau ngày kết thúc 2025-01-01'],
    ['a deadline on another day than its quote', 'due: { before: 2025-11-05 }', 'due: { before: 2025-12-05 }', 'Hạn ghi 05/12/2025 nhưng câu trích ghi ngày 05/11/2025 → Sửa theo ngày trong câu trích'],
    ['a deadline in another month than its quote', 'due: { before: 2025-11-05 }', 'due: { month: 2025-10 }', 'Hạn ghi 2025-10 nhưng câu trích ghi ngày 05/11/2025'],
    ['between without an upper bound', 'comparison: at_least', 'comparison: between', 'thiếu cận trên'],
    ['an upper bound without between', 'value: 90', 'value: 90\n    upper: 95', '"upper" chỉ dùng khi comparison là between'],
    ['a folder of another name', 'id: song-lam-2025', 'id: song-lam-2026', 'Thư mục tên song-lam-2025 nhưng id là song-lam-2026'],
    ['years without the year', 'year: 2025', 'year: 2025\nyears: [2026]', '"years" không có năm 2025'],
  ])('%s', (_name, from, to, says) => {
    const { dir, line } = broken(PLAN, from, to)
    const problems = problemsOf(dir)
    expect(problems).toContainEqual(expect.stringContaining(says))
    const at = Number(problems.find((problem) => problem.includes(says))?.match(/plan\.yml:(\d+) /)?.[1])
    expect(Math.abs(at - line)).toBeLessThanOrEqual(from.split('\n').length + 3)
    expect(() => loadKnowledge(dir)).toThrow(KnowledgeError)
  })

  it('names the very line', () => {
    const { dir, line } = broken(PLAN, '    task: Gửi hồ sơ', '    tassk: Gửi hồ sơ')
    expect(problemsOf(dir)).toEqual([expect.stringMatching(`^${PLAN}:${line} .*khóa lạ`), expect.stringMatching(`^${PLAN}:${line - 1} Thiếu "task"`)].reverse())
  })

  it('tells all problems at once, in order', () => {
    const dir = soundFolder({ [PLAN]: planYaml.replace('clause: II.2', 'clause: II.1').replace('period: ca-nam', 'period: dot-1').replace('value: 90', 'value: 90\n    upper: 9') })
    expect(problemsOf(dir).map((problem) => Number(/:(\d+) /.exec(problem)?.[1]))).toEqual([12, 14, 27])
  })
})

describe('what is wrong between files', () => {
  it('a folder without plan.yml, or without plan.md', () => {
    expect(problemsOf(folderWith({ 'plans/moi/plan.md': planText }))).toEqual([expect.stringContaining('plans/moi/plan.yml:1 Thư mục moi thiếu tệp plan.yml → Chạy "npm run import"')])
    expect(problemsOf(folderWith({ 'plans/song-lam-2025/plan.yml': planYaml }))).toEqual([expect.stringContaining('thiếu tệp plan.md')])
  })

  it('no folder at all, a folder in a file’s place', () => {
    expect(problemsOf('/khong/co')).toEqual([expect.stringContaining('Không có thư mục này')])
    expect(problemsOf(folderWith({ 'plans/x/plan.md': 'a', 'plans/x/plan.yml/a': 'b' }))).toEqual([expect.stringContaining('Không đọc được tệp')])
  })

  it('a check id in two plans, an alias of two places', () => {
    const second = planYaml.replace('id: song-lam-2025', 'id: song-luc-2025').replace('huyện Sông Lam, within: tỉnh Ven Biển', 'huyện Sông Lục, within: tỉnh Ven Biển')
    const dir = soundFolder({ 'plans/song-luc-2025/plan.md': planText, 'plans/song-luc-2025/plan.yml': second })
    expect(problemsOf(dir).filter((problem) => !problem.includes('dòng thử'))).toEqual([
      expect.stringContaining('song-luc-2025/plan.yml:4 Tên gọi "sl" đã chỉ huyện Sông Lam, tỉnh Ven Biển'),
      expect.stringContaining('Kế hoạch song-lam-2025 đã có một mục kiểm tra mang id "sl25-xa"'),
    ])
  })

  it('two plans of one place share their names', () => {
    const next = planYaml.replace('id: song-lam-2025', 'id: song-lam-2026').replaceAll('sl25-xa', 'sl26-xa')
    expect(problemsOf(soundFolder({ 'plans/song-lam-2026/plan.md': planText, 'plans/song-lam-2026/plan.yml': next, 'plans/song-lam-2026/cases.yml': casesYaml.replaceAll('sl25-xa', 'sl26-xa') }))).toEqual([])
  })

  it('an unreadable vocabulary', () => {
    expect(problemsOf(soundFolder({ 'vocabulary.yml': 'synonyms:\n  - [một]\n' }))).toEqual([expect.stringMatching(/^vocabulary\.yml:2 .*quá ít/)])
  })

  it('a cases.yml beside a broken plan.yml: the plan’s own problems alone', () => {
    expect(problemsOf(soundFolder({ [PLAN]: planYaml.replace('year: 2025', 'year: nay') }))).toEqual([expect.stringContaining(`${PLAN}:5 "year" phải là số`)])
  })
})

describe('what is wrong in cases.yml is told with its line', () => {
  it.each<[string, string, string, string]>([
    ['an unknown fact', 'deadline/nop-ho-so', 'deadline/nop', 'Không có mục "deadline/nop"'],
    ['an unknown plan', 'plans: [song-lam-2025]', 'plans: [song-lam-2024]', 'Không có kế hoạch "song-lam-2024"'],
    ['an unknown check', 'check: sl25-xa, answers', 'check: sl25, answers', 'Không có mục kiểm tra "sl25" → Chọn một trong: sl25-xa'],
    ['an unknown criterion answered', 'answers: { ho:', 'answers: { hoo:', 'Không có tiêu chuẩn "hoo" trong mục kiểm tra "sl25-xa" → Chọn một trong: loai, ho, tuyen-truyen'],
    ['a criterion with marks', 'answers: { ho:', 'answers: { hộ:', 'Dùng chữ thường không dấu'],
    ['an unknown criterion expected', 'met: [ho]', 'met: [hoo]', 'Không có tiêu chuẩn "hoo"'],
    ['an unknown threshold', '{ threshold: tuyen-truyen, check: sl25-xa, value: 90,', '{ threshold: tuyen, check: sl25-xa, value: 90,', 'Không có chỉ tiêu "tuyen"'],
    ['an edge that is wrong', 'value: 90, met: true', 'value: 90, met: false', 'giá trị 90 phải là met: true'],
    ['one wording alone', 'ask: [hạn nộp, han nop]', 'ask: [hạn nộp]', 'quá ít'],
  ])('%s', (_name, from, to, says) => {
    const { dir, line } = broken(CASES, from, to)
    expect(problemsOf(dir)).toContainEqual(expect.stringMatching(new RegExp(`^${CASES}:${line} .*${says.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)))
  })

  it('a threshold without rows at its edge, told where the threshold is', () => {
    const dir = soundFolder({ [CASES]: casesYaml.slice(0, casesYaml.indexOf('edges')) })
    const line = lineOf(planYaml, '  - id: tuyen-truyen')
    expect(problemsOf(dir)).toEqual([expect.stringContaining(`${PLAN}:${line} Chỉ tiêu "tuyen-truyen" chưa có dòng thử nào ở ngưỡng → Thêm vào edges của cases.yml, ví dụ { threshold: tuyen-truyen, check: sl25-xa, value: 90, met: true }`)])
    expect(() => loadKnowledge(dir)).not.toThrow()
  })

  it('a threshold with half of its rows', () => {
    const { dir } = broken(CASES, '  - { threshold: tuyen-truyen, check: sl25-xa, value: 89.9, met: false }\n', '')
    expect(problemsOf(dir)).toEqual([expect.stringContaining('thiếu một dòng không đạt (met: false)')])
  })

  it('a threshold that was read by a machine and not yet by a person needs none', () => {
    expect(problemsOf(soundFolder({ [CASES]: '', [PLAN]: planYaml.replace('    value: 90', '    value: 90\n    review: pending') }))).toEqual([])
  })
})

it('a file of aliases without end is refused', () => {
  const bomb = 'a: &a [x,x,x,x,x,x,x,x,x]\n' + [...'bcdefgh'].map((name, at) => `${name}: &${name} [${Array(9).fill(`*${'abcdefgh'[at] ?? ''}`).join(',')}]\n`).join('')
  expect(problemsOf(soundFolder({ [PLAN]: bomb }))).toEqual([expect.stringContaining('bí danh YAML')])
})

it('whatever is cut out of a file, it is read or refused with a line of that file', () => {
  const dir = soundFolder()
  fc.assert(
    fc.property(fc.nat(planYaml.length), fc.nat(120), fc.string({ maxLength: 3 }), (at, length, put) => {
      const text = planYaml.slice(0, at) + put + planYaml.slice(at + length)
      writeInto(dir, { [PLAN]: text })
      for (const { file, line, message, hint } of inspectKnowledge(dir).problems) {
        expect(line).toBeGreaterThanOrEqual(1)
        expect(line).toBeLessThanOrEqual(Math.max(text.split('\n').length, casesYaml.split('\n').length))
        expect(file && message && hint).toBeTruthy()
      }
    }),
    { numRuns: 60 },
  )
})

it('the bound of “đến dưới 95” is out', () => {
  const [range, edges] = ['comparison: between\n    upper: 95\n    upper_excluded: true', casesYaml.replace('value: 89.9, met: false', 'value: 95, met: false')]
  expect(problemsOf(soundFolder({ [PLAN]: planYaml.replace('comparison: at_least', range), [CASES]: edges }))).toEqual([])
  expect(problemsOf(soundFolder({ [PLAN]: planYaml.replace('comparison: at_least', range.replace('true', 'false')), [CASES]: edges }))).toContainEqual(expect.stringContaining('giá trị 95 phải là met: true'))
})

describe('the plans that can be used', () => {
  const other = { 'plans/song-lam-2026/plan.md': planText, 'plans/song-lam-2026/plan.yml': planYaml.replace('id: song-lam-2025', 'id: song-lam-2026').replaceAll('sl25-xa', 'sl26-xa') }

  it('are loaded without the broken one, whose problems are told and whose names stay free', () => {
    const { knowledge, leftOut } = loadUsable(soundFolder({ [PLAN]: planYaml.replace('tỉnh Ven Biển', 'tỉnh Khác').replace('ít nhất 90% số hộ', 'ít nhất 95% số hộ'), ...other }))
    expect(knowledge.plans.map(({ id }) => id)).toEqual(['song-lam-2026'])
    expect(leftOut.map(({ message }) => message)).toEqual([expect.stringContaining('"ít nhất 95% số hộ')])
  })

  it('of two that claim one name are the first', () => {
    const { knowledge, leftOut } = loadUsable(soundFolder({ ...other, 'plans/song-lam-2026/plan.yml': other['plans/song-lam-2026/plan.yml'].replace('tỉnh Ven Biển', 'tỉnh Khác') }))
    expect(knowledge.plans.map(({ id }) => id)).toEqual(['song-lam-2025'])
    expect(leftOut.length).toBeGreaterThan(0)
  })

  it('are refused where none is left, or their words cannot be read', () => {
    expect(() => loadUsable(soundFolder({ [PLAN]: 'id: [' }))).toThrow(KnowledgeError)
    expect(() => loadUsable(soundFolder({ 'vocabulary.yml': 'synonyms: 1' }))).toThrow(KnowledgeError)
  })
})
