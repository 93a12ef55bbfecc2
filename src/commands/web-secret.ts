import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { problem } from './problem.ts'
import { says } from './wording.ts'

const FILE = 'web-secret'
/** Below this somebody has written into the file, or it broke off. */
const SHORTEST = 32

/** The secret that signs the page's cookies, made with the first start and kept in `dir`, so that talks outlive a restart. */
export function webSecret(dir: string): string {
  const path = join(dir, FILE)
  try {
    mkdirSync(dir, { recursive: true })
    try {
      // Another process may be making it at this moment: the first one wins.
      writeFileSync(path, randomBytes(32).toString('base64url'), { flag: 'wx', mode: 0o600 })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
    const secret = readFileSync(path, 'utf8').trim()
    if (secret.length >= SHORTEST) return secret
  } catch (error) {
    throw problem(says.secretNotKept(path, (error as NodeJS.ErrnoException).code ?? String(error)))
  }
  throw problem(says.secretTooShort(path))
}
