import { createHmac, timingSafeEqual } from 'node:crypto'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Logger } from 'pino'
import type { Update } from 'telegraf/types'
import * as z from 'zod'
import { health, listen, type Listening } from '../listen.ts'
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
  const app = new Hono()
  health(app, ready)
  app.onError((error, context) => {
    log.error({ err: error }, 'webhook request failed')
    return context.body(null, 500)
  })
  app.post(
    path,
    async (context, next) => (isSame(context.req.header('x-telegram-bot-api-secret-token') ?? '', secret) ? await next() : context.body(null, 401)),
    bodyLimit({ maxSize: BODY_BYTES, onError: (context) => context.body(null, 413) }),
    async (context) => {
      const update = updateShape.safeParse(await context.req.json().catch(() => undefined))
      if (!update.success) return context.body(null, 400)
      return context.body(null, (await takeIn(update.data as unknown as Update)) ? 200 : 503)
    },
  )
  return listen(app, { host, port })
}

/** In constant time. */
function isSame(given: string, wanted: string): boolean {
  const digest = (text: string) => createHmac('sha256', wanted).update(text).digest()
  return timingSafeEqual(digest(given), digest(wanted))
}
