import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer, type HttpBindings } from '@hono/node-server'
import type { Hono } from 'hono'

/** Served by Node: a request of Node's own stands behind each. */
export type App = Hono<{ Bindings: HttpBindings }>

export interface Listening {
  readonly port: number
  /** Takes nothing new and finishes what is in hand. */
  stop(): Promise<void>
}

const REQUEST_MS = 15_000
const DRAIN_MS = 5000

/** Serves an app to other programs; port 0 takes a free one. Rejects with Node's error where the address cannot be had. */
export async function listen(app: App, { host, port }: { readonly host: string; readonly port: number }): Promise<Listening> {
  const server = createAdaptorServer({ fetch: app.fetch, serverOptions: { requestTimeout: REQUEST_MS, headersTimeout: REQUEST_MS } }) as Server
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })
  return {
    port: (server.address() as AddressInfo).port,
    async stop() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeIdleConnections()
      const late = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
      await closed
      clearTimeout(late)
    },
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
