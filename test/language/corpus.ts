import { readdirSync, readFileSync } from 'node:fs'
import { clean } from '../../src/language/normalise.ts'

const PLANS = new URL('../../knowledge/plans/', import.meta.url)

/** The lines of all plan texts, cleaned, empty ones left out. */
export const planLines: readonly string[] = readdirSync(PLANS).flatMap((plan) =>
  clean(readFileSync(new URL(`${plan}/plan.md`, PLANS), 'utf8'))
    .split('\n')
    .filter((line) => line.trim() !== ''),
)
