import { fits } from './judge.ts'
import type { Answer, Answers, Form, Question } from './types.ts'

/** What becomes of the answers when one is given or changed, or when the knowledge changes. */

/** With this answer put in. Where it changes an earlier one, answers that hang on it fall away and are asked again. */
export function withAnswer(form: Form, answers: Answers, id: string, answer: Answer): Answers {
  const before = answers[id]
  const kept = { ...answers, [id]: answer }
  if (before === undefined || same(before, answer)) return kept
  return without(kept, dependents(form.questions, id))
}

/** The answers that still belong to a question as it is worded now, and the questions whose answers do not. */
export function stillValid(form: Form, answers: Answers): { readonly answers: Answers; readonly changed: readonly Question[] } {
  const byId = new Map(form.questions.map((question) => [question.id, question]))
  const stale = Object.entries(answers).filter(([id, answer]) => {
    const question = byId.get(id)
    return !question || answer.mark !== question.mark || !fits(question, answer)
  })
  const ids = stale.map(([id]) => id)
  const fallen = ids.flatMap((id) => dependents(form.questions, id))
  return { answers: without(answers, [...ids, ...fallen]), changed: ids.flatMap((id) => byId.get(id) ?? []) }
}

function dependents(questions: readonly Question[], id: string): string[] {
  const found = new Set<string>()
  const queue = [id]
  for (const above of queue) {
    for (const question of questions) {
      if (question.when?.question === above && !found.has(question.id)) {
        found.add(question.id)
        queue.push(question.id)
      }
    }
  }
  return [...found]
}

function without(answers: Answers, ids: readonly string[]): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !ids.includes(id)))
}

function same(a: Answer, b: Answer): boolean {
  return 'unknown' in a ? 'unknown' in b : 'value' in b && a.value === b.value
}
