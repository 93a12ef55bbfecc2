import { Agent as HttpAgent, type ClientRequest } from 'node:http'
import { Agent as HttpsAgent } from 'node:https'
import { HttpsProxyAgent } from 'https-proxy-agent'
import { Telegram } from 'telegraf'
import type { Opts, Telegram as Methods } from 'telegraf/types'

/** A call of the Bot API. Rejects with telegraf's TelegramError where Telegram answers with an error. */
export type Api = <M extends keyof Methods>(method: M, fields: Opts<M>, signal: AbortSignal) => Promise<ReturnType<Methods[M]>>

/**
 * telegraf's client for this root, which may have a path; an https root is reached through `proxy` where one is given.
 * Every call has a signal: left alone the client waits for minutes.
 */
export function createApi(token: string, root: string, proxy?: string): Api {
  const apiRoot = root.replace(/\/*$/, '/')
  const telegram = new Telegram(token, { apiRoot, webhookReply: false })
  // Set afterwards: for an http root the constructor drops the agent that it is given.
  telegram.options.agent = failingWithItsAnswer(agentFor(apiRoot, proxy))
  // telegraf's types know the AbortSignal of an old stand-in alone.
  return (method, fields, signal) => telegram.callApi(method, uploadable(fields), { signal: signal as never })
}

/** A kept connection to this root; an https root is reached through the proxy where there is one. */
export function agentFor(apiRoot: string, proxy: string | undefined): HttpAgent {
  if (!apiRoot.startsWith('https:')) return new HttpAgent({ keepAlive: true })
  return proxy === undefined ? new HttpsAgent({ keepAlive: true }) : new HttpsProxyAgent(proxy, { keepAlive: true })
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

/** In an upload telegraf drops every object but the keyboard: this one goes as the JSON text that Telegram takes as well. */
function uploadable<T extends object>(fields: T): T {
  const uploads = 'photo' in fields || 'document' in fields
  return uploads && 'reply_parameters' in fields ? { ...fields, reply_parameters: JSON.stringify(fields.reply_parameters) } : fields
}
