import * as z from 'zod'
import { toDay, type Day } from '../language/day.ts'
import { isRule } from './rule.ts'

/** The parts of plan.yml that state what a plan says: each with an id, a source, and the words people use for it. */

export const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'chữ thường không dấu, số và gạch nối')
export const day = z.string().transform((text, ctx): Day => {
  const found = toDay(text)
  if (found) return found
  ctx.addIssue({ code: 'custom', message: `"${text}" không phải một ngày có thật viết theo kiểu 2024-11-05` })
  return z.NEVER
})
const text = z.string().min(1)

/** Where the plan says it. `clause` is an address of the clause tree ("V.3.2"); `quote` stands there word for word. */
export const source = z.strictObject({ clause: text, quote: text })

/** What every fact has. `words`: how people also call it. `review`: "pending" until a person has looked, then who and when. */
export const factBase = {
  id,
  source,
  also: z.array(source).optional(),
  words: z.array(text).optional(),
  review: text.optional(),
}

export const subjectKind = z.enum(['tap-the', 'ca-nhan'])
const awardIds = z.array(id).optional()

/** When something is due. `before` ends the day before; `by` and `on` include the day. */
export const due = z.union([
  z.strictObject({ before: day }),
  z.strictObject({ by: day }),
  z.strictObject({ on: day }),
  z.strictObject({ from: day, to: day }),
  z.strictObject({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) }),
  z.strictObject({ quarter: z.string().regex(/^\d{4}-Q[1-4]$/) }),
  /** An RFC 5545 RRULE without DTSTART, valid inside the plan's period: "FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=15". `before: true` where each day is a "trước ngày". */
  z.strictObject({ every: text.refine(isRule, 'không phải một quy tắc RRULE theo tuần, tháng hay năm'), before: z.boolean().optional() }),
  /** Counted from an event that has no day here: "trong thời hạn 10 ngày kể từ ngày nhận". */
  z.strictObject({ after: z.strictObject({ days: z.number().int(), working: z.boolean().optional(), event: text }) }),
  /** The plan names a moment and no day: "sau khi kết thúc đợt thi đua", "theo đúng thời gian quy định". */
  z.strictObject({ event: text }),
])

export const deadline = z.strictObject({
  ...factBase,
  /** What is to be done, as a short phrase: "Gửi hồ sơ đề nghị khen thưởng". */
  task: text,
  who: text.optional(),
  to: text.optional(),
  /** Through which desk: "Đội Tham mưu". */
  via: text.optional(),
  due,
  awards: awardIds,
  /** The phase it belongs to, if the plan has phases. */
  period: id.optional(),
})

/** The whole time of the plan, or one phase of it. A month bound is written as its first or last day. */
export const period = z.strictObject({ ...factBase, name: text, from: day, to: day, whole: z.boolean().optional() })

export const paper = z.strictObject({
  ...factBase,
  name: text,
  /** The form it must follow: "mẫu 08 Nghị định số 98/2023/NĐ-CP". */
  form: text.optional(),
  state: z.enum(['original', 'copy', 'certified-copy', 'pdf']).optional(),
  if_any: z.boolean().optional(),
  /** Only asked of these. */
  only_for: text.optional(),
  note: text.optional(),
})

export const dossier = z.strictObject({
  ...factBase,
  name: text,
  awards: awardIds,
  papers: z.array(paper).min(1),
  /** How many sets; one row an award where they differ. */
  sets: z.array(z.strictObject({ ...factBase, award: text.optional(), awards: awardIds, count: z.number().int().positive(), state: z.enum(['original', 'copy', 'certified-copy', 'pdf']).optional(), note: text.optional() })).optional(),
  to: text.optional(),
  via: text.optional(),
  /** The deadline of handing it in. */
  deadline: id.optional(),
})

export const comparison = z.enum(['at_least', 'more_than', 'at_most', 'less_than', 'exactly', 'between'])

export const threshold = z.strictObject({
  ...factBase,
  /** What is measured, as a noun phrase: "hộ dân được tuyên truyền". */
  metric: text,
  /** Whose figure it is: "xã, thị trấn, cơ quan". */
  subject: text.optional(),
  comparison,
  value: z.number(),
  /** Upper bound where the comparison is `between`. */
  upper: z.number().optional(),
  /** "từ 90 điểm đến dưới 95 điểm": the upper bound itself is out. */
  upper_excluded: z.boolean().optional(),
  /** With `between`, where the range is what one strives for: "phấn đấu 80% - 85%" is met by 92%. */
  more_is_better: z.boolean().optional(),
  unit: text,
  awards: awardIds,
  /** The question that asks for this figure in a check: "Bao nhiêu % hộ dân đã được tuyên truyền?" */
  ask: text,
  /** Largest value that makes sense (100 for a percentage is taken for granted). */
  max: z.number().optional(),
})

export const award = z.strictObject({
  ...factBase,
  /** "Bằng khen của Chủ tịch UBND tỉnh" */
  name: text,
  form: z.enum(['bang-khen', 'giay-khen', 'danh-hieu', 'khac']),
  decided_by: text.optional(),
  proposed_by: text.optional(),
  /** What the plan says on how many: numbers where it has them, words where it has not. */
  quota: z.strictObject({ says: text, groups: z.number().int().optional(), persons: z.number().int().optional(), source }).optional(),
  /** Where the award is at a body's discretion: how the plan puts it. */
  discretion: text.optional(),
})

export const route = z.strictObject({
  ...factBase,
  name: text,
  steps: z.array(z.strictObject({ who: text, does: text, to: text.optional(), via: text.optional(), source })).min(1),
})

/** Who the plan is for, or who is left out. */
export const audience = z.strictObject({ ...factBase, kind: z.enum(['tap-the', 'ca-nhan', 'chung']), who: text, excluded: z.boolean().optional() })

export const duty = z.strictObject({ ...factBase, who: text, does: text })

/** A text that the plan stands on or points to; it is not here. */
export const basis = z.strictObject({ ...factBase, name: text, about: text.optional(), role: z.enum(['basis', 'reference']).default('basis') })

/** Anything else people ask for: slogan, theme, funding, reward, aims, rules. `says` is the value in one sentence. */
export const statement = z.strictObject({
  ...factBase,
  topic: z.enum(['slogan', 'theme', 'funding', 'reward', 'aim', 'content', 'rule', 'scope', 'standing-body', 'recipients', 'other']),
  name: text,
  says: text,
})

/** What the plan leaves to other texts; said when somebody asks about one of `kinds`. */
export const notModelled = z.strictObject({
  ...factBase,
  kinds: z.array(z.enum(['deadline', 'dossier', 'sets', 'threshold', 'criteria', 'quota', 'award', 'reward', 'funding', 'other'])).min(1),
  says: text,
  /** Awards it is about; any where left out. */
  awards: z.array(id).optional(),
  /** The texts to look in. */
  texts: z.array(text),
})

/** A slip or a trap worth telling, shown beside the facts it is on ("deadline/dang-ky"). */
export const note = z.strictObject({ id, says: text, on: z.array(text).min(1), source: source.optional(), review: text.optional() })
