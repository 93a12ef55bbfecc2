import { CHOOSE } from '../answer/check-wording.ts'
import type { ChoiceShown } from '../answer/check-choose.ts'
import { planName, planTitle } from '../answer/wording.ts'
import { shortHash } from '../eligibility/form.ts'
import type { Knowledge } from '../knowledge/types.ts'
import { capitalise } from '../language/format.ts'
import type { CheckWish } from '../session.ts'
import { readSubject, type Found } from './find.ts'

/** From what is known of a wish to one check, or to the one thing that has to be asked next: plan, unit or person, which check. */

export interface Option { readonly label: string; readonly words: readonly string[]; readonly title?: string; readonly plan: string; readonly wish: CheckWish }

export type Narrowed =
  | { readonly kind: 'one'; readonly found: Found }
  | { readonly kind: 'several'; readonly choice: ChoiceShown; readonly options: readonly Option[] }
  | { readonly kind: 'none' }

export function narrow(wish: CheckWish, knowledge: Knowledge): Narrowed {
  const all = knowledge.plans.flatMap((plan) => plan.checks.map((check): Found => ({ plan, check })))
  const named = all.find(({ check }) => check.id === wish.check)
  if (named) return { kind: 'one', found: named }
  if (all.length === 0) return { kind: 'none' }
  const { left, lacking } = sieve(all, wish, knowledge)
  const [only] = left
  if (left.length === 1 && only && !lacking) return { kind: 'one', found: only }
  const { facet, options } = nextChoice(left, wish)
  const mark = shortHash(JSON.stringify([wish, knowledge.version, options.map((option) => option.label)]))
  return { kind: 'several', options, choice: { facet, options, taken: takenOver(left, wish, facet, lacking !== undefined), mark, ...(lacking && { lacking }) } }
}

/** What is left once everything that was said has been held against it. A part that leaves nothing is told and let go. */
function sieve(all: readonly Found[], wish: CheckWish, knowledge: Knowledge): { left: readonly Found[]; lacking?: string } {
  const subject = wish.text === undefined ? undefined : readSubject(wish.text, knowledge)
  const kind = subject?.speaker ? 'ca-nhan' : (wish.kind ?? subject?.kind)
  const named = new Set(subject?.found.map(({ check }) => check.id))
  let left = all
  let lacking: string | undefined
  const keep = (test: (found: Found) => boolean, otherwise?: () => string) => {
    const kept = left.filter(test)
    if (kept.length > 0) left = kept
    else lacking ??= otherwise?.()
  }
  const plans = knowledge.plans.filter((plan) => wish.plans?.includes(plan.id))
  if (wish.plans) keep(({ plan }) => wish.plans?.includes(plan.id) === true, () => CHOOSE.noneInPlan(plans.map(planName)))
  if (wish.award) keep((found) => isFor(found, wish.award as string), () => CHOOSE.noneForAward)
  // "tôi làm ở doanh nghiệp" speaks for it where the plan is for units alone.
  const asked = subject?.speaker && !subject.person ? undefined : () => CHOOSE.noneForKind(CHOOSE.kinds[kind ?? 'ca-nhan'])
  if (kind) keep(({ check }) => check.subject.kind === kind, asked)
  if (subject?.targets !== undefined) keep(({ check }) => (check.targets !== undefined) === subject.targets)
  keep(({ check }) => named.has(check.id))
  return { left, ...(lacking !== undefined && { lacking }) }
}

function isFor({ plan, check }: Found, award: string): boolean {
  return check.awards?.some((id) => id === award || plan.awards.find((one) => one.id === id)?.form === award) === true
}

function nextChoice(left: readonly Found[], wish: CheckWish): Pick<ChoiceShown, 'facet'> & { options: Option[] } {
  const plans = [...new Set(left.map(({ plan }) => plan))]
  if (plans.length > 1) {
    return { facet: 'plan', options: plans.map((plan) => ({ label: planName(plan), words: [plan.place.name, ...plan.place.aliases, ...plan.names, String(plan.year)], title: planTitle(plan), plan: plan.id, wish: { ...wish, plans: [plan.id] } })) }
  }
  const plan = plans[0]?.id ?? ''
  const kinds = [...new Set(left.map(({ check }) => check.subject.kind))].sort().reverse()
  if (kinds.length > 1) {
    return { facet: 'kind', options: kinds.map((kind) => ({ label: CHOOSE.kinds[kind], words: kind === 'tap-the' ? ['đơn vị', 'cơ quan', 'tập thể'] : ['cá nhân', 'người'], plan, wish: { ...wish, plans: [plan], kind } })) }
  }
  const subjects = left.map(({ check }) => check.subject.name)
  const options = left.map(({ check }, index) => {
    const unique = subjects.indexOf(check.subject.name) === subjects.lastIndexOf(check.subject.name)
    return { label: unique ? capitalise(check.subject.name) : check.title, words: unique ? [check.title, ...(check.subject.words ?? [])] : [], title: check.title, plan, wish: { ...wish, check: left[index]?.check.id ?? check.id } }
  })
  return { facet: 'check', options }
}

/** Parts that were said or follow from it, and are not what is being asked. */
function takenOver(left: readonly Found[], wish: CheckWish, facet: ChoiceShown['facet'], lacking: boolean): string[] {
  const [first] = left
  if (!first) return []
  const kinds = new Set(left.map(({ check }) => check.subject.kind))
  const award = first.plan.awards.find((one) => one.id === wish.award)?.name ?? (wish.award === 'giay-khen' ? 'Giấy khen' : wish.award === 'bang-khen' ? 'Bằng khen' : undefined)
  return [
    ...(facet !== 'plan' && wish.plans ? [planName(first.plan)] : []),
    ...(award ? [award.toLowerCase()] : []),
    ...(facet !== 'kind' && !lacking && kinds.size === 1 && (wish.kind ?? wish.text) ? [CHOOSE.kinds[first.check.subject.kind].toLowerCase()] : []),
  ]
}
