import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** The page's files, read once: what is not in this list is not served, whatever a path says. */
export interface Asset {
  readonly body: Uint8Array<ArrayBuffer>
  /** The same, packed; left out where packing gains nothing. */
  readonly gzip?: Uint8Array<ArrayBuffer>
  readonly type: string
  /** Changes with its bytes. */
  readonly etag: string
  /** Its bytes never change under this name. */
  readonly lasting: boolean
}

const PAGE = join(import.meta.dirname, 'page')
const OWN = [
  ['', 'index.html', 'text/html; charset=utf-8'],
  ['page.css', 'page.css', 'text/css; charset=utf-8'],
  ['page.js', 'page.js', 'text/javascript; charset=utf-8'],
  ['render.js', 'render.js', 'text/javascript; charset=utf-8'],
  ['memory.js', 'memory.js', 'text/javascript; charset=utf-8'],
  ['send.js', 'send.js', 'text/javascript; charset=utf-8'],
  ['icon.svg', 'icon.svg', 'image/svg+xml'],
] as const
/** The version stands in the name, as browsers keep them for a year. */
const FONT_VERSION = '5.3.0'
const FONTS = ['latin', 'vietnamese'].flatMap((script) => ['400', '600'].map((weight) => ({ script, weight })))

/** By their path below the page's own. */
export function readAssets(): ReadonlyMap<string, Asset> {
  const require = createRequire(import.meta.url)
  const fontFolder = join(dirname(require.resolve('@fontsource/be-vietnam-pro/package.json')), 'files')
  const own = OWN.map(([path, file, type]): [string, Asset] => {
    const body = read(join(PAGE, file))
    return [path, { body, gzip: new Uint8Array(gzipSync(body, { level: 9 })), type, etag: etagOf(body), lasting: false }]
  })
  const fonts = FONTS.map(({ script, weight }): [string, Asset] => {
    const body = read(join(fontFolder, `be-vietnam-pro-${script}-${weight}-normal.woff2`))
    return [`fonts/${FONT_VERSION}/${script}-${weight}.woff2`, { body, type: 'font/woff2', etag: etagOf(body), lasting: true }]
  })
  return new Map([...own, ...fonts])
}

function etagOf(body: Uint8Array): string {
  return `W/"${createHash('sha256').update(body).digest('base64url')}"`
}

function read(file: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(file))
}
