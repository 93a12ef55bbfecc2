import { fold } from '../language/normalise.ts'
import type { OldFont } from './legacy/convert.ts'
import type { Head } from './head/head.ts'
import { planIdOf, propose } from './propose/propose.ts'
import type { Doubt, ProposedPlan } from './propose/plan.ts'
import { readFileText } from './read/file.ts'
import { refuse } from './refusal.ts'

/** What is to be read, as it goes to the worker. */
export interface Order {
  readonly bytes: Uint8Array
  readonly name: string
  readonly thisYear: number
  /** The id asked for; chosen from the head of the text where left out. */
  readonly id?: string
  /** The plans that are there already; the title is empty where plan.yml cannot be read. */
  readonly known: readonly { readonly id: string; readonly title: string; readonly number?: string }[]
}

/** A plan read from a file: its text and the facts proposed. Plain data. */
export interface Draft {
  readonly text: string
  readonly plan: ProposedPlan
  readonly doubts: readonly Doubt[]
  readonly oldFont?: OldFont
}

/** Reads a file to plan.md and a proposed plan.yml. Throws a refusal; costs whatever the file costs, so call it in the worker. */
export async function digest(order: Order, progress: (said: string) => void): Promise<Draft> {
  const { text, oldFont } = await readFileText(Buffer.from(order.bytes), order.name, progress)
  const { plan, doubts, isPlan } = propose(text, order.thisYear, (head) => order.id ?? idBeside(head, order.known), progress)
  if (!isPlan) throw refuse('Tệp không giống một kế hoạch, quyết định, quy định hay thủ tục: không thấy phần đầu văn bản và các điều khoản đánh số.')
  return { text, plan, doubts, ...(oldFont ? { oldFont } : {}) }
}

/** The id of the same plan where it is known already, else one that is free. */
function idBeside(head: Head, known: Order['known']): string {
  const base = planIdOf(head)
  const isSame = (one: Order['known'][number]) => {
    // One that cannot be read is to be mended, not passed by.
    if (one.title === '') return one.id === base
    return head.number && one.number ? head.number.text === one.number : fold(one.title) === fold(head.title)
  }
  const same = known.find((one) => one.id.startsWith(base) && isSame(one))
  if (same) return same.id
  const digits = /^\d+/.exec(head.number?.text ?? '')?.[0]
  const candidates = [base, ...(digits ? [`${base}-${digits}`] : []), ...Array.from({ length: 98 }, (_, at) => `${base}-${at + 2}`)]
  return candidates.find((id) => !known.some((one) => one.id === id)) ?? `${base}-${known.length}`
}
