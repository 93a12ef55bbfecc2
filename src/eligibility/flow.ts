import type { Form, Question, Rule, Test } from './types.ts'

/** The questions of a check as a Mermaid flowchart, for the plan's owner to look at. */
export function flowOf(form: Form): string {
  const lines = ['flowchart TD', '  start(["Bắt đầu"])']
  form.questions.forEach((question) => lines.push(`  ${nodeOf(question.id)}${question.test ? `["${label(question)}"]` : `{{"${label(question)}"}}`}`))
  lines.push(`  end_(["${text(ruleText(form.rule, form))}"])`)
  const first = form.questions[0]
  if (first) lines.push(`  start --> ${nodeOf(first.id)}`)
  form.questions.forEach((question, at) => {
    const next = form.questions[at + 1]
    lines.push(`  ${nodeOf(question.id)} --> ${next ? nodeOf(next.id) : 'end_'}`)
  })
  for (const question of form.questions) {
    if (question.when) lines.push(`  ${nodeOf(question.when.question)} -. "chỉ hỏi khi: ${text(question.when.values.map((value) => said(value, form, question.when?.question)).join(' / '))}" .-> ${nodeOf(question.id)}`)
  }
  if (form.openEnded !== undefined) lines.push(`  end_ --> open["${text(`Đạt cũng chưa kết luận: ${form.openEnded}`)}"]`)
  return `${lines.join('\n')}\n`
}

function nodeOf(id: string): string {
  return `q_${id}`
}

function label(question: Question): string {
  return text([question.id, question.ask, question.test ? `Đạt khi: ${testText(question.test)}` : 'Chỉ để rẽ nhánh'].join('\n'))
}

function testText(test: Test): string {
  switch (test.type) {
    case 'is':
      return said(test.value)
    case 'one-of':
      return test.ids.join(' / ')
    case 'limits': {
      const { atLeast, moreThan, atMost, lessThan, exactly } = test.limits
      const signs: [string, number | undefined][] = [['≥', atLeast], ['>', moreThan], ['≤', atMost], ['<', lessThan], ['=', exactly]]
      return signs.flatMap(([sign, value]) => (value === undefined ? [] : [`${sign} ${value}`])).join(', ')
    }
    case 'days':
      return [test.from && `từ ${test.from}`, test.last && `đến hết ${test.last}`].filter(Boolean).join(', ')
  }
}

function said(value: boolean | string, form?: Form, question?: string): string {
  if (typeof value === 'boolean') return value ? 'có' : 'không'
  const input = form?.questions.find((one) => one.id === question)?.input
  return (input?.type === 'choice' ? input.choices.find((choice) => choice.id === value)?.label : undefined) ?? value
}

function ruleText(rule: Rule, form: Form): string {
  if (typeof rule === 'string') return rule
  const [word, parts] = 'any' in rule ? ['một trong', rule.any] : ['tất cả', rule.all]
  return `${word} (${parts.map((part) => ruleText(part, form)).join('; ')})`
}

/** Quotation marks would end the label, and brackets of HTML would be read as such. */
function text(plain: string): string {
  return plain.replaceAll('&', '#amp;').replaceAll('"', '#quot;').replaceAll('<', '#lt;').replaceAll('>', '#gt;').replaceAll('\n', '<br/>')
}
