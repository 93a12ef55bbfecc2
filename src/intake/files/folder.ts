import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { fold } from '../../language/normalise.ts'
import { readYaml } from '../../knowledge/yaml-file.ts'
import { planFile } from '../../knowledge/schema.ts'
import type { PlanFile } from '../../knowledge/types.ts'

/** What is known of a plan that is in the folder already. */
export interface Neighbour {
  readonly id: string
  readonly title: string
  readonly number?: string
  readonly place: PlanFile['place']
  /** Ids of its checks, which are one of a kind among all plans. */
  readonly checks: readonly string[]
}

/** The plans of a knowledge folder that can be read; a broken one is passed over, validation tells of it. */
export function neighboursIn(dir: string): Neighbour[] {
  const plans = join(dir, 'plans')
  if (!existsSync(plans)) return []
  return readdirSync(plans, { withFileTypes: true }).filter((entry) => entry.isDirectory() && !entry.name.startsWith('.')).flatMap((entry): Neighbour[] => {
    const file = join(plans, entry.name, 'plan.yml')
    if (!existsSync(file)) return []
    const read = readYaml(file, readFileSync(file, 'utf8'), planFile)
    if ('problems' in read) return [{ id: entry.name, title: '', place: { name: '', aliases: [] }, checks: [] }]
    const { title, number, place, checks } = read.value
    return [{ id: entry.name, title, ...(number ? { number: number.text } : {}), place, checks: checks.map(({ id }) => id) }]
  })
}

/** What stands in a plan's folder; undefined parts are not there. */
export function folderOf(dir: string, id: string): { readonly folder: string; readonly text?: string; readonly yaml?: string } {
  const folder = join(dir, 'plans', id)
  const read = (name: string) => (existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : undefined)
  const [text, yaml] = [read('plan.md'), read('plan.yml')]
  return { folder, ...(text === undefined ? {} : { text }), ...(yaml === undefined ? {} : { yaml }) }
}

/** Writes both files so that a program reading the folder meanwhile never sees half of one. */
export function writeFolder(dir: string, id: string, text: string, yaml: string): void {
  const folder = join(dir, 'plans', id)
  mkdirSync(join(dir, 'plans'), { recursive: true })
  const aside = mkdtempSync(join(dir, 'plans', '.import-'))
  try {
    writeFileSync(join(aside, 'plan.md'), text)
    writeFileSync(join(aside, 'plan.yml'), yaml)
    if (existsSync(folder)) for (const name of ['plan.md', 'plan.yml']) renameSync(join(aside, name), join(folder, name))
    else renameSync(aside, folder)
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}

/** Puts a plan's folder back as `folderOf` found it. */
export function restoreFolder(dir: string, id: string, { text, yaml }: { readonly text?: string; readonly yaml?: string }): void {
  const folder = join(dir, 'plans', id)
  if (text !== undefined && yaml !== undefined) return writeFolder(dir, id, text, yaml)
  if (text === undefined && yaml === undefined) return rmSync(folder, { recursive: true, force: true })
  if (text !== undefined) writeFileSync(join(folder, 'plan.md'), text)
  if (yaml === undefined) rmSync(join(folder, 'plan.yml'))
}

/**
 * A place as it may be named beside the others: an alias that means another place already is left out, and a name that
 * does gets its province behind it, because a name that means two places is refused by whoever reads the folder.
 */
export function placeBeside(place: { name: string; within?: string; aliases?: string[] }, own: string, neighbours: readonly Neighbour[]): { name: string; within?: string; aliases: string[] } {
  const others = neighbours.filter((one) => one.id !== own && one.place.name !== '')
  const key = (name: string) => fold(name).replace(/\s+/g, ' ').trim()
  const isSame = (other: Neighbour['place']) => key(other.name) === key(place.name) && (other.within === undefined || place.within === undefined || key(other.within) === key(place.within))
  const clashes = (name: string) => others.some(({ place: other }) => !isSame(other) && [other.name, ...other.aliases].some((one) => key(one) === key(name)))
  const name = clashes(place.name) && place.within ? `${place.name}, ${place.within}` : place.name
  return { ...place, name, aliases: (place.aliases ?? []).filter((alias) => !clashes(alias)) }
}

/** Checks under ids that no other plan uses: "vt26-chi-tieu" beside one of that name becomes "vt26-chi-tieu-2". */
export function checksBeside<C extends { id: string }>(checks: readonly C[], own: string, neighbours: readonly Neighbour[]): C[] {
  const taken = new Set(neighbours.filter((one) => one.id !== own).flatMap((one) => one.checks))
  return checks.map((check) => {
    let id = check.id
    for (let count = 2; taken.has(id); count++) id = `${check.id.slice(0, 27 - String(count).length).replace(/-$/, '')}-${count}`
    taken.add(id)
    return { ...check, id }
  })
}
