// @ts-check
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, statSync } from 'node:fs'
import module from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isMainThread, workerData } from 'node:worker_threads'

/**
 * Starts the program as bundled JavaScript, in this process; in a thread, the entry that its workerData names. A bundle is named
 * after the state of the sources that it was made from, so an edit, a pull or a new install makes another at the next start. Where
 * none can be written, as in a read-only checkout, the TypeScript is read as it is, which takes longer.
 */
const SOURCES = import.meta.dirname
const ROOT = join(SOURCES, '..')
/** Where tools keep what they can make again; `npm ci` empties it. */
const CACHE = join(ROOT, 'node_modules', '.cache', 'so-tay-thi-dua')

const { entry } = isMainThread ? { entry: 'main' } : /** @type {{ entry: string }} */ (workerData)
const folder = join(CACHE, stampOf(ROOT))
if (existsSync(folder) || (await (await import('./bundle.js')).bundle(ROOT, folder))) {
  // Stacks name files and lines of src/.
  process.setSourceMapsEnabled(true)
  // Node has it from 22.1 on.
  const { enableCompileCache } = /** @type {{ enableCompileCache?: (directory: string) => void }} */ (module)
  enableCompileCache?.(join(CACHE, 'compiled'))
  await import(pathToFileURL(join(folder, `${entry}.mjs`)).href)
} else {
  const { register } = await import('tsx/esm/api')
  register()
  await import(pathToFileURL(join(SOURCES, `${entry}.ts`)).href)
}

/**
 * Changes with every write to what a bundle is made from or with, and with where it lies.
 * @param {string} root
 */
function stampOf(root) {
  const sources = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((name) => /\.[jt]s$/.test(name)).sort()
  const hash = createHash('sha256')
  for (const file of [join(root, 'package-lock.json'), ...sources.map((name) => join(SOURCES, name))]) {
    const { size, mtimeMs } = statSync(file)
    hash.update(`${file} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex').slice(0, 16)
}
