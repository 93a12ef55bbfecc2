import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { createApp } from './app.ts'
import type { WebParts } from './parts.ts'

export interface WebServer {
  readonly port: number
  /** Takes nothing new, finishes what is in hand, and is gone after ten seconds at the latest. */
  stop(): Promise<void>
}

const DRAIN_MS = 10_000
const SWEEP_MS = 50
/** A request that trickles in holds its connection no longer than this. */
const REQUEST_MS = 15_000

/** Serves the page; port 0 takes a free one. Rejects with Node's error where the address cannot be had. */
export async function serveWeb(parts: WebParts, { host, port }: { readonly host: string; readonly port: number }): Promise<WebServer> {
  const app = createApp(parts)
  const server = createAdaptorServer({ fetch: app.fetch, serverOptions: { requestTimeout: REQUEST_MS, headersTimeout: REQUEST_MS, connectionsCheckingInterval: 5000 } }) as Server
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
        const late = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
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
