import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { accepts } from 'hono/accepts'
import { bodyLimit } from 'hono/body-limit'
import { etag } from 'hono/etag'
import { secureHeaders } from 'hono/secure-headers'
import { z } from 'zod'
import { channelSays } from '../wording.ts'
import { readAssets } from './assets.ts'
import { originsBehind, ratesOf, type WebContext } from './guard.ts'
import { createKeptFiles } from './kept-files.ts'
import { pageMessage, type PageMessage } from './page-message.ts'
import { USUAL_LIMITS, type WebParts } from './parts.ts'
import { createTalks } from './talks.ts'
import { webSays } from './wording.ts'

/** 4,096 characters of Vietnamese, and what JSON puts around them. */
const BODY_BYTES = 24 * 1024

const turnShape = z
  .strictObject({
    /** The page's own number for this turn; the same again where it sends the turn again. */
    id: z.string().regex(/^[\w-]{8,64}$/),
    text: z.string().max(4096).optional(),
    action: z.string().regex(/^[\x21-\x7e]{1,64}$/).optional(),
  })
  .refine(({ text, action }) => (text === undefined) !== (action === undefined))

/** The page and its talk over HTTP. Rejects nothing; what goes wrong is one sentence for the reader and a line in the log. */
export function createApp(parts: WebParts): Hono<{ Bindings: HttpBindings }> {
  const { basePath, log } = parts
  const limits = parts.limits ?? USUAL_LIMITS
  const origins = originsBehind(parts.trustedProxies)
  const rates = ratesOf(limits)
  const talks = createTalks<readonly PageMessage[]>({ secret: parts.secret, basePath, openTalks: limits.openTalks, isSecure: origins.isSecure })
  const files = createKeptFiles()
  const app = new Hono<{ Bindings: HttpBindings }>()
  const at = (path: string) => `${basePath}/${path}`

  app.use(secureHeaders(SECURE))
  app.onError((error, context) => {
    log.error({ err: error }, 'request failed')
    return context.json({ error: channelSays.failed }, 500)
  })
  app.notFound((context) => context.text(webSays.noPage, 404))

  for (const path of new Set(['/healthz', at('healthz')])) app.get(path, (context) => context.text('ok', 200, { 'cache-control': 'no-store' }))
  if (basePath !== '') app.get(basePath, (context) => context.redirect(at('') + new URL(context.req.url).search, 308))
  for (const [path, { body, gzip, type, etag: version, lasting }] of readAssets()) {
    const cached = lasting ? 'public, max-age=31536000, immutable' : 'no-cache'
    app.get(at(path), etag(), (context) => {
      const zipped = gzip !== undefined && accepts(context, { header: 'Accept-Encoding', supports: ['gzip'], default: 'identity' }) === 'gzip'
      return context.body(zipped ? gzip : body, 200, { 'content-type': type, 'cache-control': cached, etag: version, vary: 'Accept-Encoding', ...(zipped && { 'content-encoding': 'gzip' }) })
    })
  }

  app.use(at('api/*'), async (context: WebContext, next) => {
    context.header('cache-control', 'no-store')
    return (await tooMany(context, rates.request(origins.addressOf(context)))) ?? (await next())
  })
  app.post(at('api/*'), async (context, next) => {
    if (!origins.isOwn(context)) return context.json({ error: webSays.foreign }, 403)
    return await next()
  })
  app.post(at('api/turn'), bodyLimit({ maxSize: BODY_BYTES, onError: (context) => context.json({ error: webSays.tooLong }, 413) }), async (context) => {
    const turn = turnShape.safeParse(await context.req.json().catch(() => undefined))
    if (!turn.success) return context.json({ error: webSays.unreadable }, 400)
    const known = talks.known(context)
    const refused = await tooMany(context, known === undefined ? rates.newTalk(origins.addressOf(context)) : rates.turn(known))
    if (refused) return refused
    const talk = known ?? talks.begin(context)
    if (!talks.admit(talk)) return context.json({ error: webSays.full }, 503)
    const { id, text, action = '' } = turn.data
    return context.json({ messages: await talks.once(talk, id, () => answer(talk, text === undefined ? { action } : { text })) })
  })
  app.post(at('api/forget'), async (context) => {
    const talk = talks.known(context)
    if (talk === undefined) return context.json({})
    await parts.forget(chatOf(talk))
    talks.end(context, talk)
    return context.json({})
  })
  app.get(at('api/clause'), (context) => {
    const { plan = '', clause = '' } = context.req.query()
    const found = parts.readClause(plan, clause)
    return found ? context.json(found) : context.json({ error: webSays.noClause }, 404)
  })
  app.get(at('files/:token/:name'), async (context) => {
    const refused = await rates.request(origins.addressOf(context))
    if (refused > 0) return context.text(webSays.tooFast(refused), 429, { 'retry-after': String(refused) })
    const attachment = files.take(context.req.param('token') ?? '')
    if (!attachment) return context.text(webSays.noFile, 404)
    const { name, type, bytes } = await parts.makeFile(attachment)
    return context.body(new Uint8Array(bytes), 200, { 'content-type': type, 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`, 'cache-control': 'no-store' })
  })
  return app

  async function answer(talk: string, turn: Parameters<WebParts['talk']>[1]): Promise<readonly PageMessage[]> {
    const started = performance.now()
    const { messages } = await parts.talk(chatOf(talk), { ...turn, unreachable: true })
    log.info({ outcomes: messages.map((message) => message.outcome), ms: Math.round(performance.now() - started) }, 'turn')
    return messages.map((message) => pageMessage(message, parts.drawStrip, files.keep))
  }
}

function chatOf(talk: string): string {
  return `web:${talk}`
}

async function tooMany(context: WebContext, wait: Promise<number>): Promise<Response | undefined> {
  const seconds = await wait
  return seconds > 0 ? context.json({ error: webSays.tooFast(seconds) }, 429, { 'retry-after': String(seconds) }) : undefined
}

/** Nothing from elsewhere, nothing written into the page itself; a frame around it is refused. */
const SECURE: Parameters<typeof secureHeaders>[0] = {
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
    requireTrustedTypesFor: ["'script'"],
  },
  referrerPolicy: 'no-referrer',
  xFrameOptions: 'DENY',
  // Whether a host is to be reached over HTTPS alone is for its web server to say.
  strictTransportSecurity: false,
}
