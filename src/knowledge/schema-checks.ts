import * as z from 'zod'
import { day, factBase, id, subjectKind } from './schema-facts.ts'

/** Eligibility: what a plan asks of a unit or a person for an award, as questions with what passes. */

const text = z.string().min(1)
const bounds = {
  at_least: z.number().optional(),
  more_than: z.number().optional(),
  at_most: z.number().optional(),
  less_than: z.number().optional(),
  exactly: z.number().optional(),
}

/** An answer of another criterion that must hold before this one is asked: the leader's condition only of leaders. */
export const condition = z.strictObject({ criterion: id, is: z.union([z.boolean(), text, z.array(text)]) })

const criterionBase = {
  ...factBase,
  /** The condition as the plan puts it, short: "Hai năm liên tục hoàn thành tốt nhiệm vụ trở lên". */
  says: text,
  /** The question to the person: "Hai năm gần nhất, ông/bà đều được đánh giá hoàn thành tốt nhiệm vụ trở lên?" */
  ask: text,
  when: condition.optional(),
  /** How somebody who does not know finds out. */
  find_out: text.optional(),
  /** An answer as one might type it, shown when a reply cannot be read. */
  example: text.optional(),
}

/** Without `passes` a criterion decides nothing itself: it only steers the `when` of others. */
export const criterion = z.discriminatedUnion('type', [
  z.strictObject({ ...criterionBase, type: z.literal('yes-no'), passes: z.boolean().optional() }),
  z.strictObject({
    ...criterionBase,
    type: z.literal('choice'),
    choices: z.array(z.strictObject({ id, label: text, words: z.array(text).optional() })).min(2),
    passes: z.array(id).optional(),
  }),
  z.strictObject({
    ...criterionBase,
    type: z.literal('number'),
    unit: text,
    min: z.number().default(0),
    max: z.number(),
    whole: z.boolean().optional(),
    /** Either bounds, or the threshold that holds the value (written once, there). */
    passes: z.union([z.strictObject({ threshold: id }), z.strictObject(bounds)]).optional(),
  }),
  z.strictObject({
    ...criterionBase,
    type: z.literal('date'),
    passes: z.strictObject({ before: day.optional(), by: day.optional(), from: day.optional(), deadline: id.optional() }).optional(),
  }),
  /** Years in a row up to now: the answer is a count of years. `threshold` as with numbers. */
  z.strictObject({ ...criterionBase, type: z.literal('years'), passes: z.union([z.strictObject({ threshold: id }), z.strictObject({ at_least: z.number().int().positive() })]) }),
])

/** How criteria combine; a bare id is a criterion. Without `requires` all of them are needed. */
export type Requirement = string | { all: Requirement[] } | { any: Requirement[] }
const requirement: z.ZodType<Requirement> = z.lazy(() =>
  z.union([id, z.strictObject({ all: z.array(requirement).min(1) }), z.strictObject({ any: z.array(requirement).min(1) })]),
)

export const check = z.strictObject({
  ...factBase,
  /** Telegram's links and buttons hold 64 bytes, three of them "kt_" or "kt:". */
  id: id.max(61, 'dài nhất 61 ký tự, để mở được bằng liên kết và nút của Telegram'),
  /** "Giấy khen của Chủ tịch UBND thị xã: nhân dân, nông dân" */
  title: text,
  awards: z.array(id).optional(),
  subject: z.strictObject({ kind: subjectKind, name: text, words: z.array(text).optional() }),
  /** Said at the start and with the result: discretion, quota, what no answer can decide. */
  intro: text.optional(),
  /** A check of targets asks each of these thresholds for its figure; it needs no criteria of its own. */
  targets: z.array(id).optional(),
  criteria: z.array(criterion).default([]),
  requires: requirement.optional(),
  dossier: id.optional(),
  /** Deadlines told with the result, in order. */
  deadlines: z.array(id).optional(),
  /** The registration that must have come before. */
  registration: id.optional(),
  /** True where meeting every criterion still leaves the award to a body's choice, or the standards stand elsewhere: the best verdict is then "unknown". */
  open_ended: z.string().optional(),
})
