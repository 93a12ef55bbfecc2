import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { Hono } from 'hono'
import type { Logger } from 'pino'
import type { Update } from 'telegraf/types'
import * as z from 'zod'
import { fromJson } from '../../json.ts'
import { health, listen, type App, type Listening } from '../listen.ts'
import type { TakeIn } from './intake.ts'

/** `url`: what Telegram reaches; `host` and `port`: where this program waits for it. */
export interface WebhookPlace {
  readonly url: string
  readonly host: string
  readonly port: number
  /** Rejects while updates could not be kept. */
  readonly ready: () => Promise<void>
}

const BODY_BYTES = 1024 * 1024

/** Only what is read of an update; the rest is Telegram's. */
const user = z.looseObject({ id: z.int(), first_name: z.string() })
const chat = z.looseObject({ id: z.int(), type: z.string() })
const message = z.looseObject({ message_id: z.int(), date: z.int(), chat, from: user.optional(), text: z.string().optional(), caption: z.string().optional() })
const updateShape = z.looseObject({
  update_id: z.int().min(0),
  message: message.optional(),
  callback_query: z.looseObject({ id: z.string(), from: user, data: z.string().optional(), message: message.optional() }).optional(),
})

/** Path and secret follow from the token: nobody can guess them, and every replica knows them. */
export function secretsOf(token: string): { readonly path: string; readonly secret: string } {
  const derived = (purpose: string) => createHmac('sha256', token).update(purpose).digest('base64url')
  return { path: `/telegram/${derived('webhook path')}`, secret: derived('webhook secret') }
}

/** Waits for Telegram's updates: each is kept, then confirmed; what cannot be kept is refused, and Telegram sends it again. */
export function serveWebhook({ host, port, ready }: WebhookPlace, token: string, takeIn: TakeIn, log: Logger): Promise<Listening> {
  const { path, secret } = secretsOf(token)
  const app: App = new Hono()
  health(app, ready)
  const isUpdate = ({ method, url }: IncomingMessage) => method === 'POST' && url === path
  return listen(app, { host, port }, { plain: { takes: isUpdate, status: received } })

  async function received(request: IncomingMessage): Promise<number> {
    if (!isSame(String(request.headers['x-telegram-bot-api-secret-token'] ?? ''), secret)) return 401
    try {
      const body = await bodyOf(request)
      if (body === undefined) return 413
      const update = updateShape.safeParse(fromJson(body))
      if (!update.success) return 400
      return (await takeIn(update.data as unknown as Update)) ? 200 : 503
    } catch (error) {
      log.error({ err: error }, 'webhook request failed')
      return 500
    }
  }
}

/** Undefined where it is too large. By its events, which cost less than iterating over it. */
function bodyOf(incoming: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = []
  let bytes = 0
  return new Promise((resolve, reject) => {
    incoming.on('data', (part: Buffer) => {
      bytes += part.length
      if (bytes <= BODY_BYTES) parts.push(part)
      else resolve(undefined)
    })
    incoming.on('end', () => resolve(Buffer.concat(parts).toString()))
    incoming.on('error', reject)
  })
}

/** In constant time, but for the length, which is no secret. */
function isSame(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)]
  return one.length === other.length && timingSafeEqual(one, other)
}
