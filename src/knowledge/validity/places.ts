import { fold } from '../../language/normalise.ts'
import type { SourcedPlan } from '../sources.ts'
import type { Plan } from '../types.ts'
import type { Finding } from './finding.ts'

/** "bq" cannot mean two places: a question that says it would be answered from the wrong plan. */
export function sharedNames(plans: readonly SourcedPlan[]): { plan: SourcedPlan; finding: Finding }[] {
  const owners = new Map<string, Plan['place']>()
  const found: { plan: SourcedPlan; finding: Finding }[] = []
  for (const sourced of plans) {
    const { place } = sourced.plan
    for (const [at, name] of [place.name, ...place.aliases].entries()) {
      const key = fold(name).replace(/\s+/g, ' ').trim()
      const owner = owners.get(key)
      if (!owner) owners.set(key, place)
      else if (!isSame(owner, place)) {
        const path = at === 0 ? ['place', 'name'] : ['place', 'aliases', at - 1]
        found.push({ plan: sourced, finding: { path, message: `Tên gọi "${name}" đã chỉ ${full(owner)}`, hint: `Bỏ tên gọi này khỏi ${full(place)}, hoặc viết dài hơn cho khỏi lẫn` } })
      }
    }
  }
  return found
}

const full = ({ name, within }: Plan['place']) => (within ? `${name}, ${within}` : name)

/** Two plans of one place may differ in whether they name the province. */
const isSame = (one: Plan['place'], other: Plan['place']) =>
  fold(one.name) === fold(other.name) && (one.within === undefined || other.within === undefined || fold(one.within) === fold(other.within))
