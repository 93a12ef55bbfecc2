import type * as z from 'zod'
import type { planFile } from '../../knowledge/schema.ts'
import type { FactKind, Found } from '../recognise/found.ts'

/** plan.yml before it is read through its schema. */
export type ProposedPlan = z.input<typeof planFile>

/** Something a person should look at first. */
export interface Doubt {
  /** "deadlines/nop-ho-so", or empty for the text as a whole. */
  readonly fact: string
  readonly says: string
}

/** All that was found, kind by kind. */
export type AllFound = { readonly [K in FactKind]: readonly Found<K>[] }

/** A fact with its id, still with the passage it came from. */
export interface Named<K extends FactKind> {
  readonly id: string
  readonly found: Found<K>
}
export type AllNamed = { readonly [K in FactKind]: readonly Named<K>[] }

/** The mark of a fact that nobody has looked at. */
export const PENDING = 'pending'

/** Said with every check that rests on standards nobody has looked at; taken out when the check is accepted. */
export const UNSEEN_CHECK = 'Tiêu chuẩn được trích tự động, chưa được cán bộ kiểm tra; kết quả chỉ để tham khảo.'
