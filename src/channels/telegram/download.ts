import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { Dispatcher } from 'undici'
import type { FetchFile } from '../../respond.ts'
import { dispatcherFor, type Api } from './client.ts'
import { failureOf, growingPause } from './failure.ts'

const TRIES = 3
const CALL_MS = 60_000
/** Telegram hands bots no larger file. */
const MOST_BYTES = 20 * 1024 * 1024

interface DownloadParts {
  readonly api: Api
  readonly token: string
  readonly apiRoot: string
  readonly proxy?: string | undefined
  readonly log: Logger
  readonly stop: AbortSignal
}

/** Fetches what somebody sent, by its id: asks where it lies, then reads it from there. Never rejects. */
export function downloadsFrom({ api, token, apiRoot, proxy, log, stop }: DownloadParts): FetchFile {
  const root = apiRoot.replace(/\/+$/, '')
  const dispatcher = dispatcherFor(root, proxy, { maxResponseSize: MOST_BYTES })
  return async (id) => {
    for (let tries = 1; ; tries += 1) {
      const signal = AbortSignal.any([stop, AbortSignal.timeout(CALL_MS)])
      try {
        const { file_path } = await api('getFile', { file_id: id }, signal)
        if (file_path === undefined) return 'refused'
        return await read(new URL(`${root}/file/bot${token}/${file_path.split('/').map(encodeURIComponent).join('/')}`), dispatcher, signal)
      } catch (error) {
        const { kind } = failureOf(error)
        log.warn({ err: error, tries }, 'a file was not fetched')
        if (kind !== 'away' && kind !== 'flood') return 'refused'
        if (tries === TRIES || stop.aborted) return 'away'
        await pause(growingPause(tries), undefined, { signal: stop }).catch(() => undefined)
      }
    }
  }
}

/** The whole body; rejects where the line breaks, the server refuses, or more comes than a bot is given. Errors name no address: it holds the token. */
async function read({ origin, pathname }: URL, dispatcher: Dispatcher, signal: AbortSignal): Promise<Uint8Array> {
  const { statusCode, body } = await dispatcher.request({ origin, path: pathname, method: 'GET', signal })
  if (statusCode === 200) return new Uint8Array(await body.arrayBuffer())
  await body.dump()
  throw new Error(`the file server answered ${statusCode}`)
}
