import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import { openFileStore, openServerStore } from '../store/open.ts'
import type { Store, StoreOptions } from '../store/types.ts'
import { problem } from './problem.ts'
import { reasonOf } from './store-reason.ts'
import { says } from './wording.ts'

const FIRST_PAUSE = 500
const LONGEST_PAUSE = 30_000
/** A file stands where the folder should be: no waiting mends that. */
const NEVER = ['ENOTDIR', 'EEXIST']

/**
 * The store that the settings name. While it cannot be opened (a server away, a full disk, a folder that may not be
 * written) that is said once, and it is tried again: ending would only have somebody start the program in a circle.
 * Undefined where `stop` comes first.
 */
export async function openStore(config: Pick<Config, 'DATA_DIR' | 'DATABASE_URL'>, options: StoreOptions, log: Logger, stop: AbortSignal): Promise<Store | undefined> {
  const { DATA_DIR, DATABASE_URL } = config
  const onError = (error: Error) => log.warn({ err: error }, 'a connection to the database broke')
  for (let tries = 0; !stop.aborted; tries += 1) {
    try {
      const store = await (DATABASE_URL === undefined ? openFileStore(DATA_DIR, options) : openServerStore(DATABASE_URL, options, onError))
      if (tries > 0) process.stderr.write(`${says.storeOpened}\n`)
      return store
    } catch (error) {
      if (NEVER.includes((error as NodeJS.ErrnoException).code ?? '')) throw problem(says.dataRefused(DATA_DIR, reasonOf(error)))
      if (tries === 0) process.stderr.write(`${says.storeAway(DATABASE_URL === undefined ? DATA_DIR : serverOf(DATABASE_URL), reasonOf(error))}\n`)
      log.error({ err: error, tries }, 'the store cannot be opened yet')
      await pause(Math.min(FIRST_PAUSE * 2 ** tries, LONGEST_PAUSE), undefined, { signal: stop }).catch(() => undefined)
    }
  }
  return undefined
}

/** Without name and password. */
function serverOf(url: string): string {
  const { host, pathname } = new URL(url)
  return `PostgreSQL ${host}${pathname}`
}
