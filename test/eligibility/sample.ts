import { planFile } from '../../src/knowledge/schema.ts'
import type { Check, Plan } from '../../src/knowledge/types.ts'
import { formOf } from '../../src/eligibility/form.ts'
import type { Answers, Form } from '../../src/eligibility/types.ts'

/** A small plan with a criterion of every kind, made of data as a plan.yml has it. */

const source = { clause: 'I.1', quote: 'nguyên văn' }

type Data = Record<string, unknown>

export function planWith(checks: readonly Data[], more: Data = {}): Plan {
  const file = planFile.parse({
    id: 'xa-mau-2025',
    title: 'Phát động phong trào thi đua năm 2025',
    issuer: 'UBND xã Mẫu',
    place: { name: 'xã Mẫu', aliases: ['mẫu'] },
    year: 2025,
    deadlines: [
      { id: 'nop-ho-so', task: 'Gửi hồ sơ', to: 'UBND xã', due: { before: '2025-11-05' }, source },
      { id: 'dang-ky', task: 'Gửi đăng ký', due: { by: '2025-02-10' }, source },
    ],
    thresholds: [
      { id: 'ho-dan', metric: 'hộ dân được tuyên truyền', comparison: 'at_least', value: 95, unit: '%', ask: 'Bao nhiêu % hộ dân đã được tuyên truyền?', source },
      { id: 'mo-hinh', metric: 'mô hình', comparison: 'more_than', value: 1, unit: 'mô hình', ask: 'Có mấy mô hình?', source },
      { id: 'vu-viec', metric: 'vụ việc', comparison: 'at_most', value: 2, unit: 'vụ', ask: 'Có mấy vụ việc?', source },
      { id: 'dung-muc', metric: 'cán bộ được tuyên truyền', comparison: 'exactly', value: 100, unit: '%', ask: 'Bao nhiêu % cán bộ đã được tuyên truyền?', source },
      { id: 'khoang', metric: 'đơn vị loại khá', comparison: 'between', value: 80, upper: 85, unit: '%', ask: 'Bao nhiêu % đơn vị loại khá?', source },
      { id: 'duoi-muc', metric: 'hộ nghèo', comparison: 'less_than', value: 5, unit: '%', ask: 'Bao nhiêu % hộ nghèo?', source },
    ],
    awards: [{ id: 'giay-khen', name: 'Giấy khen của Chủ tịch UBND xã', form: 'giay-khen', source }],
    checks: checks.map((check) => ({ source, title: 'Giấy khen xã Mẫu', subject: { kind: 'ca-nhan', name: 'cá nhân' }, ...check })),
    ...more,
  })
  return { ...file, clauses: [], excerpt: false, version: JSON.stringify(checks).length.toString() }
}

export const yesNo = (id: string, more: Data = {}): Data => ({ id, type: 'yes-no', says: `Đạt ${id}`, ask: `Ông/bà có ${id} không?`, passes: true, source, ...more })
export const steering = (id: string): Data => ({ id, type: 'yes-no', says: `Là ${id}`, ask: `Ông/bà có là ${id} không?`, source })
export const figure = (id: string, passes: Data, more: Data = {}): Data => ({ id, type: 'number', unit: 'hộ', max: 100, says: `Số ${id}`, ask: `Có bao nhiêu ${id}?`, passes, source, ...more })
export const choiceOf = (id: string, passes?: readonly string[], more: Data = {}): Data => ({
  id,
  type: 'choice',
  says: `Loại ${id}`,
  ask: `Loại ${id} là gì?`,
  choices: [{ id: 'tot', label: 'Tốt', words: ['giỏi'] }, { id: 'kha', label: 'Khá' }, { id: 'yeu', label: 'Yếu' }],
  ...(passes && { passes }),
  source,
  ...more,
})

export function formWith(check: Data, more: Data = {}): Form {
  const plan = planWith([{ id: 'mau', ...check }], more)
  return formOf(plan.checks[0] as Check, plan)
}

/** Answers by criterion id; "?" is "không rõ". */
export function answersTo(form: Form, given: Readonly<Record<string, boolean | number | string>>): Answers {
  const markOf = (id: string) => form.questions.find((question) => question.id === id)?.mark ?? ''
  return Object.fromEntries(Object.entries(given).map(([id, value]) => [id, value === '?' ? { unknown: true as const, mark: markOf(id) } : { value, mark: markOf(id) }]))
}
