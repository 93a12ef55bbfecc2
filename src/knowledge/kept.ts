import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { Found } from './problem.ts'

/** Where this bundle of the program lies; not defined where the sources run as they are. */
declare const BUNDLE: string | undefined

const folder = typeof BUNDLE === 'string' ? join(BUNDLE, 'kept') : undefined
/** Every edit of a plan keeps one more. */
const MOST = 60

/**
 * What was found from these texts at an earlier start, else what `find` finds, kept on disk for the next one. The texts
 * must hold everything that the value comes from, but for the program: that is in the folder's name, as it is the
 * bundle's. The value is plain data; problems are found anew each time. Where nothing can be kept, or read back, it is
 * simply found.
 */
export function keptOnDisk<F extends Found<unknown>>(kind: string, texts: readonly string[], find: () => F): F {
  if (folder === undefined) return find()
  const file = join(folder, `${kind}-${hashOf(texts)}`)
  try {
    return { value: deserialize(readFileSync(file)) as unknown } as F
  } catch {
    const found = find()
    if ('value' in found) keep(folder, file, found.value)
    return found
  }
}

/** Sixteen letters that another list of texts does not give. */
export function hashOf(texts: readonly string[]): string {
  const digest = createHash('sha256')
  for (const text of texts) digest.update(`${text.length}\n${text}`)
  return digest.digest('hex').slice(0, 16)
}

/** As a whole or not at all: other processes may read and write the same. */
function keep(dir: string, file: string, value: unknown): void {
  const begun = join(dir, `begun-${randomUUID()}`)
  try {
    mkdirSync(dir, { recursive: true })
    writeFileSync(begun, serialize(value))
    renameSync(begun, file)
    const age = new Map(readdirSync(dir).map((name) => [join(dir, name), statSync(join(dir, name)).mtimeMs]))
    for (const [old] of [...age].sort(([, a], [, b]) => b - a).slice(MOST)) rmSync(old, { force: true })
  } catch {
    rmSync(begun, { force: true })
  }
}
