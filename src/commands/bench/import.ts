import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { yearOf, dayInVietnam } from '../../language/day.ts'
import { fold } from '../../language/normalise.ts'
import { planFile } from '../../knowledge/schema.ts'
import type { Due, PlanFile } from '../../knowledge/types.ts'
import { readYaml } from '../../knowledge/yaml-file.ts'
import { digest } from '../../intake/digest.ts'
import { readSwitches } from '../switches.ts'

/** How well import reads the plans that also have a hand-made plan.yml: found of what is there, and how much of what was found is there. */

const KINDS = ['deadlines', 'sets', 'quotas', 'addressees', 'papers', 'thresholds'] as const
type Kind = (typeof KINDS)[number]

/** One thing to be found, as far as two readings of it can be compared. */
interface Item {
  readonly clause: string
  readonly value: string
  readonly label: string
}
interface Score { wanted: number; found: number; right: number; missed: string[]; extra: string[] }

/** `bench import [--verbose] [--json] [--knowledge DIR]`. */
export async function benchImport(args: string[], write: (line: string) => void): Promise<number> {
  const { values } = readSwitches(args, { verbose: { type: 'boolean' }, json: { type: 'boolean' }, knowledge: { type: 'string' } })
  const plans = join(values.knowledge ?? join(import.meta.dirname, '..', '..', '..', 'knowledge'), 'plans')
  const scores = new Map<Kind, Score>(KINDS.map((kind) => [kind, { wanted: 0, found: 0, right: 0, missed: [], extra: [] }]))
  for (const id of readdirSync(plans)) {
    const gold = readGold(join(plans, id))
    if (!gold) continue
    const draft = await digest({ bytes: readFileSync(join(plans, id, 'plan.md')), name: 'plan.md', thisYear: yearOf(dayInVietnam(new Date())), id, known: [] }, () => undefined)
    const read = planFile.parse(draft.plan)
    for (const kind of KINDS) compare(ITEMS[kind](gold), ITEMS[kind](read), scores.get(kind) as Score, id, kind)
  }
  if (values.json) write(JSON.stringify(Object.fromEntries([...scores].map(([kind, score]) => [kind, { precision: share(score.right, score.found), recall: share(score.right, score.wanted), ...score }]))))
  else for (const line of table(scores, values.verbose === true)) write(line)
  return 0
}

function readGold(folder: string): PlanFile | undefined {
  const file = join(folder, 'plan.yml')
  if (!existsSync(file) || !existsSync(join(folder, 'plan.md'))) return undefined
  const read = readYaml(file, readFileSync(file, 'utf8'), planFile)
  return 'problems' in read ? undefined : read.value
}

const ITEMS: Readonly<Record<Kind, (plan: PlanFile) => Item[]>> = {
  deadlines: (plan) => plan.deadlines.map((one) => ({ clause: one.source.clause, value: dueValue(one.due), label: `${one.task}: ${JSON.stringify(one.due)}` })),
  sets: (plan) => plan.dossiers.flatMap((dossier) => (dossier.sets ?? []).map((set) => ({ clause: set.source.clause, value: `${set.count} ${fold(set.award ?? '').split(' ')[0] ?? ''} ${set.state ?? ''}`, label: `${set.award ?? ''} ${set.count} bộ ${set.state ?? ''}` }))),
  quotas: (plan) => distinct([
    ...plan.awards.flatMap(({ quota }) => (quota ? [{ clause: quota.source.clause, value: quota.groups === undefined && quota.persons === undefined ? 'words' : `${quota.groups ?? ''}/${quota.persons ?? ''}`, label: quota.says }] : [])),
    ...plan.not_modelled.filter((one) => one.kinds.every((kind) => kind === 'quota')).map((one) => ({ clause: one.source.clause, value: 'words', label: one.says })),
  ]),
  addressees: (plan) => plan.deadlines.flatMap((one) => (one.to ? [{ clause: one.source.clause, value: `${dueValue(one.due)} ${office(`${one.to} ${one.via ?? ''}`)}`, label: `${one.task} -> ${one.to}${one.via ? ` (qua ${one.via})` : ''}` }] : [])),
  papers: (plan) => plan.dossiers.flatMap((dossier) => dossier.papers.map((paper) => ({ clause: paper.source.clause, value: fold(paper.name).split(' ').slice(0, 3).join(' '), label: paper.name }))),
  thresholds: (plan) => plan.thresholds.map((one) => ({ clause: one.source.clause, value: `${one.value}-${one.upper ?? ''} ${one.unit === '%' ? '%' : 'n'}`, label: `${one.comparison} ${one.value}${one.upper === undefined ? '' : `–${one.upper}`} ${one.unit} ${one.metric}` })),
}

/** Moments without a day are compared by their clause alone: their wording is free. */
const dueValue = (due: Due) => ('event' in due || 'after' in due ? ('after' in due ? `after ${due.after.days}` : 'event') : JSON.stringify(due))

function office(name: string): string {
  return fold(name).replace(/uy ban nhan dan/g, 'ubnd').replace(/\b(?:thi xa|huyen|tinh|thanh pho|cac)\b/g, '').replace(/[^a-z0-9]+/g, ' ').replace(/\bqua\b/g, '').replace(/\b(?:sa pa|can tho|bac quang|lam dong)\b/g, '').replace(/\s+/g, ' ').trim()
}

function distinct(items: readonly Item[]): Item[] {
  return items.filter((item, at) => items.findIndex((other) => other.clause === item.clause && other.value === item.value) === at)
}

function compare(wanted: readonly Item[], found: readonly Item[], score: Score, plan: string, kind: Kind): void {
  const left = [...found]
  score.wanted += wanted.length
  score.found += found.length
  for (const item of wanted) {
    const at = left.findIndex((other) => other.value === item.value && (other.clause === item.clause || (other.value.startsWith('{') && (kind === 'deadlines' || kind === 'addressees'))))
    if (at < 0) score.missed.push(`${plan} ${item.clause}: ${item.label}`)
    else {
      score.right++
      left.splice(at, 1)
    }
  }
  score.extra.push(...left.map((item) => `${plan} ${item.clause}: ${item.label}`))
}

const share = (part: number, whole: number) => (whole === 0 ? 1 : part / whole)
const percent = (value: number) => `${(value * 100).toFixed(1)} %`.padStart(9)

function table(scores: ReadonlyMap<Kind, Score>, verbose: boolean): string[] {
  const rows = [...scores].flatMap(([kind, score]) => [
    `${kind.padEnd(12)}${percent(share(score.right, score.found))}${percent(share(score.right, score.wanted))}   ${score.right} of ${score.wanted}, ${score.extra.length} extra`,
    ...(verbose ? [...score.missed.map((one) => `    missed  ${one}`), ...score.extra.map((one) => `    extra   ${one}`)] : []),
  ])
  return [`${'kind'.padEnd(12)}precision   recall`, ...rows]
}
