import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stillValid, withAnswer } from '../../src/eligibility/answers.ts'
import { evaluate } from '../../src/eligibility/evaluate.ts'
import type { Answer, Answers, Form, Question } from '../../src/eligibility/types.ts'
import { answersTo, choiceOf, figure, formWith, steering, yesNo } from './sample.ts'

/** What holds for every check and all answers, whatever a plan may ask. */

type Data = Record<string, unknown>

const criterion = (index: number) => {
  const id = `c${index}`
  const earlier = index === 0 ? fc.constant(undefined) : fc.option(fc.nat(index - 1), { nil: undefined, freq: 2 })
  return fc.tuple(fc.constantFrom('yes', 'no', 'steers', 'choice', 'figure'), earlier, fc.boolean()).map(([kind, above, is]): { kind: string; above: number | undefined; is: boolean; data: Data } => {
    const data = kind === 'steers' ? steering(id) : kind === 'choice' ? choiceOf(id, ['tot', 'kha']) : kind === 'figure' ? figure(id, { at_least: 3 }) : yesNo(id, { passes: kind === 'yes' })
    return { kind, above, is, data }
  })
}

/** Every deciding criterion once, in groups of which all or any must be met. */
const grouped = (ids: readonly string[], groups: readonly number[], any: boolean): Data => {
  const parts = new Map<number, string[]>()
  ids.forEach((id, at) => parts.set(groups[at] ?? 0, [...(parts.get(groups[at] ?? 0) ?? []), id]))
  const inner = [...parts.values()].map((list) => (any ? { all: list } : { any: list }))
  return any ? { any: inner } : { all: inner }
}

const forms = fc
  .integer({ min: 1, max: 5 })
  .chain((count) => fc.tuple(fc.tuple(...Array.from({ length: count }, (_, index) => criterion(index))), fc.array(fc.nat(2), { minLength: count, maxLength: count }), fc.option(fc.boolean(), { nil: undefined })))
  .map(([drawn, groups, any]) => {
    const criteria = drawn.map(({ data, above, is }) => {
      const hangsOn = above === undefined ? undefined : drawn[above]
      if (!hangsOn || hangsOn.kind === 'figure') return data
      return { ...data, when: { criterion: `c${above}`, is: hangsOn.kind === 'choice' ? (is ? 'tot' : ['kha', 'yeu']) : is } }
    })
    const deciding = drawn.flatMap(({ kind, data }) => (kind === 'steers' ? [] : [data.id as string]))
    return formWith({ criteria, ...(any !== undefined && deciding.length > 0 && { requires: grouped(deciding, groups, any) }) })
  })

const valuesOf = ({ input }: Question): readonly (boolean | number | string)[] => {
  if (input.type === 'yes-no') return [true, false, '?']
  return input.type === 'choice' ? ['tot', 'yeu', '?'] : [2, 3, '?']
}

/** A form with an answer, or none, to each of its questions. */
const answered = forms.chain((form) =>
  fc.tuple(fc.constant(form), fc.tuple(...form.questions.map((question) => fc.option(fc.constantFrom(...valuesOf(question)), { nil: undefined, freq: 2 })))).map(([of, given]) => {
    const said = Object.fromEntries(of.questions.flatMap((question, at) => (given[at] === undefined ? [] : [[question.id, given[at]]])))
    return { form: of, answers: answersTo(of, said) }
  }),
)

const missing = (form: Form, answers: Answers) => form.questions.filter((question) => !answers[question.id])
const answerWith = (form: Form, id: string, value: boolean | number | string): Answer => answersTo(form, { [id]: value })[id] as Answer
const statesOf = (form: Form, answers: Answers) => new Map(evaluate(form, answers).criteria.map((one) => [one.question.id, one.state]))

function* completions(form: Form, answers: Answers): Generator<Answers> {
  const [first] = missing(form, answers)
  if (!first) {
    yield answers
    return
  }
  for (const value of valuesOf(first)) yield* completions(form, { ...answers, [first.id]: answerWith(form, first.id, value) })
}

describe('whatever is asked and answered', () => {
  it('one more answer never turns met or unmet into something else, nor what was certain back', () => {
    fc.assert(
      fc.property(answered, fc.nat(), fc.nat(2), ({ form, answers }, at, which) => {
        const open = missing(form, answers)
        const question = open[at % Math.max(open.length, 1)]
        if (!question) return
        const more = { ...answers, [question.id]: answerWith(form, question.id, valuesOf(question)[which] as string) }
        const [before, after] = [evaluate(form, answers), evaluate(form, more)]
        const states = statesOf(form, more)
        for (const one of before.criteria) if (one.state === 'met' || one.state === 'unmet') expect(states.get(one.question.id)).toBe(one.state)
        if (before.certain) expect({ certain: after.certain, verdict: after.verdict }).toEqual({ certain: true, verdict: before.verdict })
      }),
    )
  })

  it('is certain only when no way of answering the rest gives another verdict', () => {
    fc.assert(
      fc.property(answered, ({ form, answers }) => {
        const verdicts = new Set(Array.from(completions(form, answers), (all) => evaluate(form, all).verdict))
        if (evaluate(form, answers).certain) expect(verdicts.size).toBe(1)
      }),
      { numRuns: 300 },
    )
  })

  it('asks only while some way of answering the rest gives another verdict', () => {
    // One answer that both decides and steers may undo itself.
    const simple = forms.filter((form) => !form.questions.some((question) => form.questions.some((above) => above.id === question.when?.question && above.test)))
    fc.assert(
      fc.property(simple, fc.infiniteStream(fc.nat(2)), (form, random) => {
        let answers: Answers = {}
        for (let look = evaluate(form, answers); look.next !== undefined; look = evaluate(form, answers)) {
          const verdicts = new Set(Array.from(completions(form, answers), (all) => evaluate(form, all).verdict))
          expect(verdicts.size).toBeGreaterThan(1)
          const question = form.questions.find((one) => one.id === look.next) as Question
          answers = withAnswer(form, answers, look.next, answerWith(form, look.next, valuesOf(question)[random.next().value as number] as string))
        }
      }),
      { numRuns: 300 },
    )
  })

  it('gives the same whatever the order of the answers', () => {
    fc.assert(
      fc.property(answered, fc.infiniteStream(fc.nat(100)), ({ form, answers }, random) => {
        const entries = Object.entries(answers).map((entry) => ({ entry, at: random.next().value as number })).sort((a, b) => a.at - b.at)
        const given = entries.reduce<Answers>((before, { entry: [id, answer] }) => withAnswer(form, before, id, answer), {})
        expect(evaluate(form, given)).toEqual(evaluate(form, answers))
      }),
    )
  })

  it('ends on every path, asks no question twice, and never finds more questions ahead than it said', () => {
    fc.assert(
      fc.property(forms, fc.infiniteStream(fc.nat(2)), fc.boolean(), (form, random, goOn) => {
        let answers: Answers = {}
        let most = form.questions.length
        const asked: string[] = []
        for (let look = evaluate(form, answers, goOn); look.next !== undefined; look = evaluate(form, answers, goOn)) {
          expect(look.path).toContain(look.next)
          expect(look.path.length).toBeLessThanOrEqual(most)
          expect(asked).not.toContain(look.next)
          most = look.path.length
          asked.push(look.next)
          const question = form.questions.find((one) => one.id === look.next) as Question
          answers = withAnswer(form, answers, look.next, answerWith(form, look.next, valuesOf(question)[random.next().value as number] as string))
        }
        expect(evaluate(form, answers).certain).toBe(true)
      }),
    )
  })

  it('changing an answer and changing it back leaves a verdict that the same answers give', () => {
    fc.assert(
      fc.property(answered, fc.nat(), fc.nat(2), ({ form, answers }, at, which) => {
        const given = form.questions.filter((question) => answers[question.id])
        const question = given[at % Math.max(given.length, 1)]
        if (!question) return
        const before = answers[question.id] as Answer
        const changed = withAnswer(form, answers, question.id, answerWith(form, question.id, valuesOf(question)[which] as string))
        const back = withAnswer(form, changed, question.id, before)
        // What hung on it is asked again; nothing else is lost.
        for (const id of Object.keys(answers)) if (!back[id]) expect(form.questions.find((one) => one.id === id)?.when).toBeDefined()
        expect(evaluate(form, { ...answers, ...back })).toEqual(evaluate(form, answers))
      }),
    )
  })

  it('keeps every answer while nothing was changed', () => {
    fc.assert(
      fc.property(answered, ({ form, answers }) => {
        expect(stillValid(form, answers)).toEqual({ answers, changed: [] })
      }),
    )
  })
})
