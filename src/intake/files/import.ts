import { parseDocument, type Document } from 'yaml'
import { readClauses } from '../../knowledge/clauses.ts'
import { findQuote } from '../../knowledge/proof.ts'
import type { Source } from '../../knowledge/types.ts'
import type { Draft } from '../digest.ts'
import { refuse } from '../refusal.ts'
import { takeIn } from '../take-in.ts'
import { planFrom } from '../review/walk.ts'
import { differences, headDifferences, type Difference, type HeadDifference, type StandsStill } from './compare.ts'
import { folderOf, neighboursIn, checksBeside, placeBeside, writeFolder } from './folder.ts'
import { merge } from './merge.ts'
import { planDocument, yamlOf } from './plan-yml.ts'

/** An upload on its way into a knowledge folder, for the terminal and for Telegram alike. */

interface Upload { readonly bytes: Uint8Array; readonly name: string }

/** Reads an upload in the worker, with the plans of the folder at hand. Throws a refusal for what cannot be taken in. */
export async function readUpload({ bytes, name }: Upload, dir: string, thisYear: number, id: string | undefined, progress: (said: string) => void): Promise<Draft> {
  const neighbours = neighboursIn(dir)
  const known = neighbours.map(({ id: one, title, number }) => ({ id: one, title, ...(number ? { number } : {}) }))
  const draft = await takeIn({ bytes, name, thisYear, known, ...(id ? { id } : {}) }, progress)
  return { ...draft, plan: { ...draft.plan, place: placeBeside(draft.plan.place, draft.plan.id, neighbours), checks: checksBeside(draft.plan.checks ?? [], draft.plan.id, neighbours) } }
}

/** How a draft stands to what the folder has: nothing of it yet, another text without facts, or the plan itself. */
export type Standing =
  | { readonly kind: 'new' | 'other-text'; readonly folder: string }
  | { readonly kind: 'known'; readonly folder: string; readonly document: Document; readonly head: readonly HeadDifference[]; readonly facts: readonly Difference[]; readonly textChanged: boolean }

/** Throws a refusal where the plan's own file is broken. */
export function standingOf({ plan, text }: Draft, dir: string): Standing {
  const stands = standingIn(text)
  const there = folderOf(dir, plan.id)
  const { folder } = there
  if (there.yaml === undefined) return { kind: there.text === undefined || there.text === text ? 'new' : 'other-text', folder }
  const document = parseDocument(there.yaml)
  if (document.errors.length > 0) throw refuse(`${folder}/plan.yml đang có lỗi; hãy sửa (npm run validate) rồi nhập lại. Chưa ghi gì.`)
  const old = (document.toJS() ?? {}) as Record<string, unknown>
  return { kind: 'known', folder, document, head: headDifferences(old, plan, stands), facts: differences(old, plan, stands), textChanged: there.text !== text }
}

/**
 * Writes the draft: as it is, or as far as it changes the plan that is there; what a person has checked stays. Throws a
 * refusal and writes nothing where a plan that could be used would not be usable any more.
 */
export function writeDraft(draft: Draft, dir: string, standing: Standing, origin: string): void {
  const { plan, text, doubts } = draft
  if (standing.kind !== 'known') return writeFolder(dir, plan.id, text, yamlOf(planDocument(plan, doubts, origin)))
  const there = folderOf(dir, plan.id)
  merge(standing.document, standing.facts, plan, standingIn(text))
  const yaml = yamlOf(standing.document)
  const after = planFrom({ id: plan.id, yaml, text })
  if ('reason' in after && 'id' in planFrom({ id: plan.id, yaml: there.yaml ?? '', text: there.text ?? '' })) throw refuse(`Chưa ghi gì, vì ghi xong thì kế hoạch có lỗi: ${after.reason}`)
  writeFolder(dir, plan.id, text, yaml)
}

function standingIn(text: string): StandsStill {
  const { clauses } = readClauses(text)
  return (part) => sourcesOf(part).every((source) => findQuote({ clauses }, source).verdict === 'found')
}

function sourcesOf(value: unknown): Source[] {
  if (Array.isArray(value)) return value.flatMap(sourcesOf)
  if (typeof value !== 'object' || value === null) return []
  return [...('clause' in value && 'quote' in value ? [value as Source] : []), ...Object.values(value).flatMap(sourcesOf)]
}
