import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { digest } from '../../src/intake/digest.ts'
import { readClauses } from '../../src/knowledge/clauses.ts'
import { findQuote } from '../../src/knowledge/proof.ts'
import type { Source } from '../../src/knowledge/types.ts'
import { factLines } from './facts.ts'

const dir = join(import.meta.dirname, 'samples')
const expected = parse(readFileSync(join(dir, 'expected.yml'), 'utf8')) as Record<string, Record<string, string | string[]>>
const samples = readdirSync(dir).filter((name) => !name.endsWith('.yml'))

const read = (name: string) => digest({ bytes: readFileSync(join(dir, name)), name, thisYear: 2026, known: [] }, () => undefined)

test.each(samples)('%s gives the facts that stand in it, and no others', async (name) => {
  const { plan } = await read(name)
  const lines = Object.fromEntries(Object.entries(factLines(plan)).filter(([, value]) => value.length > 0))
  expect(lines).toEqual(expected[name])
})

test.each(samples)('%s: every quote stands in its clause, every fact is pending', async (name) => {
  const { text, plan } = await read(name)
  const { clauses } = readClauses(text)
  for (const source of sourcesOf(plan)) expect([source, findQuote({ clauses }, source).verdict]).toEqual([source, 'found'])
  const lists: (readonly { review?: string | undefined }[] | undefined)[] = [plan.periods, plan.deadlines, plan.dossiers, plan.thresholds, plan.awards, plan.audiences, plan.duties, plan.bases, plan.statements, plan.not_modelled, plan.checks]
  const facts = lists.flatMap((list) => list ?? [])
  expect(facts.filter((fact) => fact.review !== 'pending')).toEqual([])
})

function sourcesOf(value: unknown): Source[] {
  if (Array.isArray(value)) return value.flatMap(sourcesOf)
  if (typeof value !== 'object' || value === null) return []
  return [...('clause' in value && 'quote' in value ? [value as Source] : []), ...Object.values(value).flatMap(sourcesOf)]
}
