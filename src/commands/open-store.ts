import type { Logger } from 'pino'
import type { Config } from '../config.ts'
import { openFileStore, openServerStore } from '../store/open.ts'
import type { StoreOptions } from '../store/types.ts'
import { problem } from './problem.ts'
import { reasonOf } from './store-reason.ts'
import { watchStore, type WatchedStore } from './store-watch.ts'
import { says } from './wording.ts'

/** A file stands where the folder should be: no waiting mends that. */
const NEVER = ['ENOTDIR', 'EEXIST']

/**
 * The store that the settings name, opened or not: while it cannot be (a server away, a full disk, a folder that may
 * not be written) that is said once, and it is tried again. Ending would only have somebody start the program in a
 * circle. A folder that can never be one is a Problem.
 */
export async function openStore(config: Pick<Config, 'DATA_DIR' | 'DATABASE_URL'>, options: StoreOptions, log: Logger, stop: AbortSignal): Promise<WatchedStore> {
  const { DATA_DIR, DATABASE_URL } = config
  const where = DATABASE_URL === undefined ? `${DATA_DIR} (DATA_DIR)` : `${serverOf(DATABASE_URL)} (DATABASE_URL)`
  const onError = (error: Error) => log.debug({ err: error }, 'a connection to the database broke')
  const open = async () => await (DATABASE_URL === undefined ? openFileStore(DATA_DIR, options) : openServerStore(DATABASE_URL, options, onError))
  const first = await open().catch((error: unknown) => {
    if (NEVER.includes((error as NodeJS.ErrnoException).code ?? '')) throw problem(says.dataRefused(DATA_DIR, reasonOf(error)))
    return { error }
  })
  return watchStore({
    first,
    open,
    stop,
    log,
    onAway: (error) => void process.stderr.write(`${says.storeAway(where, reasonOf(error))}\n`),
    onBack: () => void process.stderr.write(`${says.storeOpened}\n`),
  })
}

/** Without name and password. */
function serverOf(url: string): string {
  const { host, pathname } = new URL(url)
  return `PostgreSQL ${host}${pathname}`
}
