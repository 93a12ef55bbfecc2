// @ts-check
import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

const ENTRIES = ['main', 'intake/worker']
/** Packages of many small files that every answer needs; the others are loaded from where they lie, and only when they are wanted. */
const TAKEN_IN = new Set(['date-fns', 'js-yaml', 'kysely', 'minisearch', 'rrule', 'zod'])
/** A bot that still runs from an older bundle loads parts of it late. */
const KEPT = 10

/**
 * Bundles src/ of this root into a folder of its own. False where that fails: nothing may be written there, or the sources have an
 * error, which whoever reads them next will name. Processes that bundle side by side do no harm: the folder appears as a whole.
 * @param {string} root
 * @param {string} folder
 * @returns {Promise<boolean>}
 */
export async function bundle(root, folder) {
  const cache = dirname(folder)
  const begun = join(cache, `begun-${randomUUID()}`)
  try {
    mkdirSync(begun, { recursive: true })
  } catch {
    return false
  }
  try {
    await write(root, begun, folder)
    renameSync(begun, folder)
    for (const old of olderThanKept(cache)) rmSync(old, { recursive: true, force: true })
    return true
  } catch {
    rmSync(begun, { recursive: true, force: true })
    // Another process was first.
    return existsSync(folder)
  }
}

/**
 * @param {string} root
 * @param {string} outdir
 * @param {string} folder Where it will lie.
 */
async function write(root, outdir, folder) {
  const esbuild = await import('esbuild')
  await esbuild.build({
    entryPoints: ENTRIES.map((name) => ({ in: join(root, 'src', `${name}.ts`), out: name })),
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    sourcemap: true,
    sourcesContent: false,
    // Every start reads it whole.
    minifySyntax: true,
    minifyWhitespace: true,
    logLevel: 'silent',
    define: { BUNDLE: JSON.stringify(folder) },
    plugins: [{ name: 'packages', setup: leavePackages }, { name: 'places', setup: keepPlaces }],
  })
  await esbuild.stop()
}

/** @param {import('esbuild').PluginBuild} build */
function leavePackages(build) {
  build.onResolve({ filter: /^[^./]/ }, ({ path, kind, importer }) => {
    const takenIn = TAKEN_IN.has(path.split('/', 1)[0] ?? '') || importer.includes('node_modules')
    return kind === 'entry-point' || takenIn ? undefined : { path, external: true }
  })
}

/**
 * import.meta tells a source where it lies, and goes on doing so in a bundle that lies elsewhere.
 * @param {import('esbuild').PluginBuild} build
 */
function keepPlaces(build) {
  build.onLoad({ filter: /\.ts$/ }, async ({ path }) => {
    const text = await readFile(path, 'utf8')
    const contents = text.replaceAll('import.meta.url', JSON.stringify(pathToFileURL(path).href)).replaceAll('import.meta.dirname', JSON.stringify(dirname(path)))
    return { contents, loader: 'ts' }
  })
}

/** @param {string} cache */
function olderThanKept(cache) {
  const bundles = readdirSync(cache).filter((name) => name !== 'compiled').map((name) => join(cache, name))
  const age = new Map(bundles.map((path) => [path, statSync(path).mtimeMs]))
  return bundles.sort((a, b) => (age.get(b) ?? 0) - (age.get(a) ?? 0)).slice(KEPT)
}
