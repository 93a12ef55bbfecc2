import type { Award, Audience, Basis, Check, Clause, Deadline, Dossier, Duty, NotModelled, Paper, Period, Plan, Route, Source, Statement, Threshold } from '../knowledge/types.ts'
import type { Day } from '../language/day.ts'
import type { Intent, Request } from '../understand/request.ts'

/** What was found, before any word is chosen. Composed by one exhaustive switch in answer/. */

interface InPlan {
  readonly plan: Plan
  /** True where nobody said which plan: the answer then says which one was taken. */
  readonly implied: boolean
}

interface Listed extends InPlan {
  /** True where nothing was asked beyond the kind of answer and the plan: "chỉ tiêu Bắc Quang". */
  readonly inGeneral: boolean
}

export type DossierAspect = 'papers' | 'sets' | 'addressee'

export type IdentityPart = 'signer' | 'role' | 'issuer' | 'day' | 'number' | 'title'

export type AwardPart = 'decided' | 'proposed'

export interface DatedDeadline {
  readonly plan: Plan
  readonly deadline: Deadline
  /** Last valid day of the occurrence that is meant. */
  readonly lastDay: Day
}

export interface FoundPassage {
  readonly plan: Plan
  readonly clause: Clause
  /** The sentence of the clause that speaks most of what was asked. */
  readonly line: string
}

/** A standard or rule, or who is left out. */
export type Rule = { readonly plan: Plan; readonly source: Source } & ({ readonly says: string } | { readonly excluded: string })

export type Finding =
  | (InPlan & { readonly kind: 'deadline'; readonly deadlines: readonly Deadline[]; readonly periods: readonly Period[]; readonly asksWhere: boolean; readonly asksWho: boolean; readonly inGeneral: boolean; readonly day?: NonNullable<Request['day']>; readonly late: boolean })
  /** Deadlines ahead (or in the time asked for), soonest first; `last` is the latest one where none is ahead, `next` the first one after a time that holds none. */
  | { readonly kind: 'upcoming'; readonly plans: readonly Plan[]; readonly span?: { readonly from: Day; readonly to: Day; readonly name: string }; readonly ahead: readonly DatedDeadline[]; readonly last?: DatedDeadline; readonly next?: DatedDeadline }
  | (InPlan & { readonly kind: 'period'; readonly periods: readonly Period[]; readonly asksEnd: boolean })
  | (InPlan & { readonly kind: 'dossier'; readonly dossiers: readonly Dossier[]; readonly aspect: DossierAspect; readonly award?: 'bang-khen' | 'giay-khen' })
  | (InPlan & { readonly kind: 'paper'; readonly dossier: Dossier; readonly papers: readonly Paper[] })
  | (Listed & { readonly kind: 'threshold'; readonly thresholds: readonly Threshold[] })
  /** `focus`: ids of the criteria that were asked for, where it was not the whole list. */
  | (InPlan & { readonly kind: 'criteria'; readonly checks: readonly Check[]; readonly focus?: readonly string[] })
  | (Listed & { readonly kind: 'quota'; readonly awards: readonly Award[] })
  /** `leaves`: what the plan leaves to other texts, where none of its awards has a form of its own. */
  | (Listed & { readonly kind: 'award'; readonly awards: readonly Award[]; readonly asks?: AwardPart; readonly leaves: readonly NotModelled[] })
  | (InPlan & { readonly kind: 'route'; readonly routes: readonly Route[] })
  | (Listed & { readonly kind: 'audience'; readonly audiences: readonly Audience[] })
  | (Listed & { readonly kind: 'duty'; readonly duties: readonly Duty[] })
  | (Listed & { readonly kind: 'basis'; readonly bases: readonly Basis[] })
  | (Listed & { readonly kind: 'statement'; readonly statements: readonly Statement[] })
  /** `asks`: the parts that were asked for; empty where it was the plan as a whole. */
  | (InPlan & { readonly kind: 'identity'; readonly asks: readonly IdentityPart[] })
  /** The clauses nearest to the question, where no fact answers it and the plan's own words do. */
  | { readonly kind: 'passages'; readonly implied: boolean; readonly passages: readonly FoundPassage[] }
  /** Several plans fit and none is named. */
  | { readonly kind: 'choose'; readonly plans: readonly Plan[] }
  /** The plan is known and is silent on `about`, as it was typed; what it leaves to other texts, if it says so. */
  | (InPlan & { readonly kind: 'not-stated'; readonly intent?: Intent; readonly about?: string; readonly particular?: boolean; readonly leaves: readonly NotModelled[]; readonly elsewhere: readonly Plan[] })
  | { readonly kind: 'not-found'; readonly what?: string; readonly near: readonly Plan[] }
  /** An eligibility check is wanted. */
  /** `rule`: what the plan says of the very thing that was told ("bị khiển trách thì có được khen không"). */
  | { readonly kind: 'check'; readonly plans: readonly Plan[]; readonly rule?: Rule }
  | { readonly kind: 'plans'; readonly plans: readonly Plan[] }
  | { readonly kind: 'help' | 'greeting' | 'thanks' }
