import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener, type HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'

/** Served by Node: a request of Node's own stands behind each. */
export type App = Hono<{ Bindings: HttpBindings }>

export interface Listening {
  readonly port: number
  /** Takes nothing new, finishes what is in hand, and is gone when its time to drain is over at the latest. */
  stop(): Promise<void>
}

/** A request that trickles in holds its connection no longer than this. */
const REQUEST_MS = 15_000
const CHECKED_MS = 5000
const DRAIN_MS = 5000
const SWEEP_MS = 50

/** Requests that are answered by a status alone, past the app: a web request and response for each cost more than all else that is done with an update. */
interface Plain {
  readonly takes: (request: IncomingMessage) => boolean
  /** Never rejects. */
  readonly status: (request: IncomingMessage) => Promise<number>
}

interface Options {
  readonly plain?: Plain
  readonly drainMs?: number
}

/** Serves an app; port 0 takes a free one. Rejects with Node's error where the address cannot be had. */
export async function listen(app: App, { host, port }: { readonly host: string; readonly port: number }, { plain, drainMs = DRAIN_MS }: Options = {}): Promise<Listening> {
  const usual = getRequestListener(app.fetch)
  const server = createServer({ requestTimeout: REQUEST_MS, headersTimeout: REQUEST_MS, connectionsCheckingInterval: CHECKED_MS }, (request, response) => {
    if (plain?.takes(request)) void plain.status(request).then((status) => response.writeHead(status).end())
    else void usual(request, response)
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        const late = setTimeout(() => server.closeAllConnections(), drainMs)
        // A connection whose last answer has just gone out would be held open for another one.
        const idle = setInterval(() => server.closeIdleConnections(), SWEEP_MS)
        server.close(() => {
          clearTimeout(late)
          clearInterval(idle)
          resolve()
        })
      }),
  }
}

/** /healthz: the process answers. /readyz: it could do its work at this moment. */
export function health(app: App, ready: () => Promise<void>): void {
  app.get('/healthz', (context) => context.text('ok', 200, { 'cache-control': 'no-store' }))
  app.get('/readyz', async (context) => {
    const isReady = await ready().then(() => true, () => false)
    return context.text(isReady ? 'ok' : 'store away', isReady ? 200 : 503, { 'cache-control': 'no-store' })
  })
}
