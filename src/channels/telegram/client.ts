import { Agent as HttpAgent, type ClientRequest } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { HttpsProxyAgent } from 'https-proxy-agent'
import { Telegram, TelegramError } from 'telegraf'
import type { Opts, Telegram as Methods } from 'telegraf/types'
import { Agent, ProxyAgent, type Dispatcher } from 'undici'

/**
 * A call of the Bot API, ended by its time or by the signal. Rejects with telegraf's TelegramError where Telegram answers
 * with an error.
 */
export type Api = <M extends keyof Methods>(method: M, fields: Opts<M>, signal: AbortSignal) => Promise<ReturnType<Methods[M]>>

/** Longer than Telegram holds back an answer to whoever waits for updates. */
const CALL_MS = 40_000
const KEPT = { keepAlive: true }
const JSON_BODY = { 'content-type': 'application/json' }

/**
 * The Bot API under this root, which may have a path; an https root is reached through `proxy` where one is given. Files
 * go by telegraf's client; all else does not, as its HTTP library takes three times as long over a call.
 */
export function createApi(token: string, root: string, proxy?: string): Api {
  const apiRoot = root.replace(/\/*$/, '/')
  const upload = uploads(token, apiRoot, proxy)
  const dispatcher = dispatcherFor(apiRoot, proxy)
  const { origin, pathname } = new URL(apiRoot)
  return async (method, fields, signal) => {
    if ('photo' in fields || 'document' in fields) return await upload(method, fields, signal)
    const answer = await post<ReturnType<Methods[typeof method]>>(dispatcher, { origin, path: `${pathname}bot${token}/${method}`, body: JSON.stringify(fields), signal }).catch((error: Error) => {
      // Which call of which server; its path holds the token.
      throw Object.assign(new Error(`${method} at ${origin}: ${error.message}`, { cause: error }), { code: (error as NodeJS.ErrnoException).code })
    })
    if (!answer.ok) throw new TelegramError(answer)
    return answer.result
  }
}

type Answer<T> = { readonly ok: true; readonly result: T } | ({ readonly ok: false } & ConstructorParameters<typeof TelegramError>[0])

interface Posting { readonly origin: string; readonly path: string; readonly body: string; readonly signal: AbortSignal }

/** Without a stream for each answer, which costs as much as the sending: answers are short. */
async function post<T>(dispatcher: Dispatcher, { signal, ...posting }: Posting): Promise<Answer<T>> {
  let cut = () => {}
  const { status, reason, body } = await new Promise<{ status: number; reason: string; body: string }>((resolve, reject) => {
    const parts: Buffer[] = []
    let [status, reason] = [0, '']
    let started: Dispatcher.DispatchController | undefined
    // Also before it has a connection: one that does not come about would hold it.
    cut = () => {
      reject(signal.reason as Error)
      started?.abort(signal.reason as Error)
    }
    if (signal.aborted) return cut()
    signal.addEventListener('abort', cut)
    dispatcher.dispatch(
      { ...posting, method: 'POST', headers: JSON_BODY },
      {
        onRequestStart(controller) {
          started = controller
          if (signal.aborted) cut()
        },
        onResponseStart: (_controller, code, _headers, message = '') => void ([status, reason] = [code, message]),
        onResponseData: (_controller, part) => void parts.push(part),
        onResponseEnd: () => resolve({ status, reason, body: Buffer.concat(parts).toString() }),
        onResponseError: (_controller, error) => reject(error),
      },
    )
  }).finally(() => signal.removeEventListener('abort', cut))
  // A gateway's error is a page.
  return status >= 500 ? { ok: false, error_code: status, description: reason } : (JSON.parse(body) as Answer<T>)
}

/** Kept connections to this root; an https root is reached through the proxy where there is one. */
export function dispatcherFor(root: string, proxy: string | undefined, options: Pick<Agent.Options, 'maxResponseSize'> = {}): Dispatcher {
  const times = { headersTimeout: CALL_MS, bodyTimeout: CALL_MS, ...options }
  return proxy !== undefined && root.startsWith('https:') ? new ProxyAgent({ uri: proxy, ...times }) : new Agent(times)
}

function uploads(token: string, apiRoot: string, proxy: string | undefined): Api {
  const telegram = new Telegram(token, { apiRoot, webhookReply: false })
  // Set afterwards: for an http root the constructor drops the agent that it is given.
  telegram.options.agent = failingWithItsAnswer(apiRoot.startsWith('https:') ? (proxy === undefined ? new HttpsAgent(KEPT) : new HttpsProxyAgent(proxy, KEPT)) : new HttpAgent(KEPT))
  // In an upload telegraf drops every object but the keyboard: this one goes as the JSON text that Telegram takes as well.
  const uploadable = <T extends object>(fields: T): T => ('reply_parameters' in fields ? { ...fields, reply_parameters: JSON.stringify(fields.reply_parameters) } : fields)
  // telegraf's types know the AbortSignal of an old stand-in alone.
  return (method, fields, signal) => telegram.callApi(method, uploadable(fields), { signal: AbortSignal.any([signal, AbortSignal.timeout(CALL_MS)]) as never })
}

/** An answer that breaks off fails its request at once; telegraf's HTTP library would wait for the rest until the time is up. */
function failingWithItsAnswer<T extends HttpAgent>(agent: T): T {
  const hooked = agent as T & { addRequest: (request: ClientRequest, ...rest: unknown[]) => void }
  const addRequest = hooked.addRequest.bind(agent)
  hooked.addRequest = (request, ...rest) => {
    request.on('response', (response) => response.on('error', (error) => request.emit('error', error)))
    addRequest(request, ...rest)
  }
  return agent
}
