import * as z from 'zod'
import { check } from './schema-checks.ts'
import * as facts from './schema-facts.ts'

/** The shape of knowledge/plans/<id>/plan.yml, cases.yml and knowledge/vocabulary.yml. Unknown keys are refused. */

const text = z.string().min(1)
const listOf = <T extends z.ZodType>(item: T) => z.array(item).default([])

export const planFile = z.strictObject({
  id: facts.id,
  title: text,
  kind: text.default('Kế hoạch'),
  issuer: text,
  place: z.strictObject({ name: text, within: text.optional(), aliases: listOf(text) }),
  year: z.number().int(),
  /** Every year the plan reaches into; [year] where left out. */
  years: z.array(z.number().int()).optional(),
  /** "214/KH-UBND"; left out where the copy has a blank. */
  number: z.strictObject({ text, source: facts.source }).optional(),
  /** Full day, or only the month where the copy leaves the day blank. */
  issued: z.strictObject({ on: facts.day.optional(), month: z.string().optional(), source: facts.source }).optional(),
  signer: z.strictObject({ name: text, role: text.optional(), source: facts.source }).optional(),
  /** Other names people use: "70 năm Sa Pa", "quốc phòng an ninh Sa Pa". */
  names: listOf(text),
  /** Words of its subject matter that tell it from other plans of the same place. */
  topics: listOf(text),
  periods: listOf(facts.period),
  deadlines: listOf(facts.deadline),
  dossiers: listOf(facts.dossier),
  thresholds: listOf(facts.threshold),
  awards: listOf(facts.award),
  routes: listOf(facts.route),
  audiences: listOf(facts.audience),
  duties: listOf(facts.duty),
  bases: listOf(facts.basis),
  statements: listOf(facts.statement),
  not_modelled: listOf(facts.notModelled),
  notes: listOf(facts.note),
  checks: listOf(check),
})

const outcome = z.enum(['answered', 'passages', 'choose', 'not-stated', 'not-found', 'check', 'help'])

export const casesFile = z.strictObject({
  /** Questions and what must come out. Every wording of `ask` must give it. */
  questions: listOf(
    z.strictObject({
      ask: z.array(text).min(2),
      /** Those of `ask` that are not answered so yet: tests expect them to fail, and say when one no longer does. */
      open: z.array(text).optional(),
      /** Said before, in the same talk. */
      after: z.array(text).optional(),
      today: facts.day.optional(),
      outcome,
      /** Each must stand in the answer (case and spaces folded). */
      says: z.array(text).optional(),
      never: z.array(text).optional(),
      /** "deadline/nop-ho-so": facts the answer must rest on. */
      facts: z.array(text).optional(),
      /** Plans that must be cited, and no other may be; the file's own plan where left out and outcome is answered. */
      plans: z.array(facts.id).optional(),
    }),
  ),
  /** Checks played through to their end: answers as a person types them, by criterion id. */
  checks: listOf(
    z.strictObject({
      name: text,
      check: facts.id,
      today: facts.day.optional(),
      answers: z.record(facts.id, text),
      verdict: z.enum(['eligible', 'not-eligible', 'unknown']),
      met: z.array(facts.id).optional(),
      unmet: z.array(facts.id).optional(),
      unknown: z.array(facts.id).optional(),
    }),
  ),
  /** Just under, at, just over each threshold. */
  edges: listOf(z.strictObject({ threshold: facts.id, check: facts.id, value: z.number(), met: z.boolean() })),
})

export const dictionaryFile = z.strictObject({
  /** What people say, and the words that are understood for it. */
  entries: listOf(
    z.strictObject({
      phrase: text,
      means: text,
      /** "Nông Thị Hạnh, 2026-02-01" */
      added: text.optional(),
      /** The question it was added for. */
      question: text.optional(),
    }),
  ),
})

export const vocabularyFile = z.strictObject({
  abbreviations: listOf(z.strictObject({ short: z.array(text), long: text })),
  /** Other words for one thing; the first is the one plans use. */
  synonyms: listOf(z.array(text).min(2)),
  /** How people also say it, as a whole: read as if they had written what it means. */
  sayings: listOf(z.strictObject({ phrase: text, means: text })),
  /** Kinds of places, to be told from their names: tỉnh, huyện … */
  place_kinds: listOf(text),
  /** Places that people may ask for, so that the missing ones are named, not guessed at. */
  places: listOf(z.strictObject({ name: text, within: text.optional(), aliases: listOf(text) })),
  /** Matters of other offices, recognised so that they are turned away by name: hộ chiếu, kết hôn … */
  elsewhere: listOf(text),
})
