import { get as getPlain, type IncomingMessage } from 'node:http'
import { get as getSecure } from 'node:https'
import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from 'pino'
import type { FetchFile } from '../../respond.ts'
import { agentFor, type Api } from './client.ts'
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
  const agent = agentFor(root, proxy)
  return async (id) => {
    for (let tries = 1; ; tries += 1) {
      const signal = AbortSignal.any([stop, AbortSignal.timeout(CALL_MS)])
      try {
        const { file_path } = await api('getFile', { file_id: id }, signal)
        if (file_path === undefined) return 'refused'
        return await read(new URL(`${root}/file/bot${token}/${file_path.split('/').map(encodeURIComponent).join('/')}`), agent, signal)
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
function read(url: URL, agent: ReturnType<typeof agentFor>, signal: AbortSignal): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const request = (url.protocol === 'https:' ? getSecure : getPlain)(url, { agent, signal }, (response: IncomingMessage) => {
      const chunks: Buffer[] = []
      let length = 0
      if (response.statusCode !== 200) {
        response.resume()
        return reject(new Error(`the file server answered ${response.statusCode}`))
      }
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        length += chunk.length
        if (length > MOST_BYTES) request.destroy(new Error('more than a bot is given'))
      })
      response.on('error', reject)
      response.on('end', () => (response.complete ? resolve(Buffer.concat(chunks)) : reject(new Error('the file broke off'))))
    })
    request.on('error', reject)
  })
}
