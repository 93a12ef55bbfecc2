import { existsSync, readdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { textsOf } from '../intake/review/folder.ts'
import { cardsOf, planFrom, type Card, type PlanTexts } from '../intake/review/walk.ts'
import type { Plan } from '../knowledge/types.ts'
import { markOf } from '../dialog/memory.ts'

/** Plans of the folder of which some facts wait for a person: read from the files as they are now. */

export interface Draft {
  readonly id: string
  readonly texts: PlanTexts
  readonly cards: readonly Card[]
  readonly plan: Plan | { readonly reason: string }
}

export function draftsIn(dir: string): Draft[] {
  return idsIn(dir).flatMap((id) => draftOf(dir, id) ?? []).filter(({ cards }) => cards.length > 0)
}

/** The plan that a button's mark stands for, with its open facts; undefined where it is gone. */
export function draftByMark(dir: string, mark: string): Draft | undefined {
  const id = idsIn(dir).find((one) => markOf(one) === mark)
  return id === undefined ? undefined : draftOf(dir, id)
}

export function draftOf(dir: string, id: string): Draft | undefined {
  const texts = textsOf(dir, id)
  if (!texts) return undefined
  return { id, texts, cards: /review: "?pending/.test(texts.yaml) ? cardsOf(texts.yaml) : [], plan: planFrom(texts) }
}

/** Takes a plan out of use: its folder is put aside under a name that nobody reads. Gives that name. */
export function putAside(dir: string, id: string): string {
  const aside = `.dropped-${id}-${Date.now()}`
  renameSync(join(dir, 'plans', id), join(dir, 'plans', aside))
  return aside
}

function idsIn(dir: string): string[] {
  const plans = join(dir, 'plans')
  return existsSync(plans) ? readdirSync(plans, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).map(({ name }) => name).sort() : []
}
