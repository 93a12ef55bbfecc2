import { listen, type Listening } from '../listen.ts'
import { createApp } from './app.ts'
import type { WebParts } from './parts.ts'

/** A reader's answer may take a picture or a file. */
const DRAIN_MS = 10_000

/** Serves the page; port 0 takes a free one. Rejects with Node's error where the address cannot be had. */
export async function serveWeb(parts: WebParts, place: { readonly host: string; readonly port: number }): Promise<Listening> {
  return await listen(createApp(parts), place, { drainMs: DRAIN_MS })
}
