import { Hono } from 'hono'
import { accepts } from 'hono/accepts'
import { bodyLimit } from 'hono/body-limit'
import { etag } from 'hono/etag'
import { secureHeaders } from 'hono/secure-headers'
import * as z from 'zod'
import type { Turn } from '../../respond.ts'
import type { App } from '../listen.ts'
import { channelSays } from '../wording.ts'
import { readAssets } from './assets.ts'
import { originsBehind, ratesOf, type Origins, type Rates, type WebContext } from './guard.ts'
import { createKeptFiles, type KeptFiles } from './kept-files.ts'
import { pageMessage } from './page-message.ts'
import { USUAL_LIMITS, type WebParts } from './parts.ts'
import { createTalks, type Talks } from './talks.ts'
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

/** What the routes share. */
interface House {
  readonly parts: WebParts
  readonly origins: Origins
  readonly rates: Rates
  readonly talks: Talks
  readonly files: KeptFiles
  /** A path below the page's own. */
  readonly at: (path: string) => string
}

/** The page and its talk over HTTP. What goes wrong is one sentence for the reader and a line in the log. */
export function createApp(parts: WebParts): App {
  const { basePath, secret, log, limits = USUAL_LIMITS } = parts
  const origins = originsBehind(parts.trustedProxies)
  const talks = createTalks({ secret, basePath, openTalks: limits.openTalks, isSecure: origins.isSecure })
  const house: House = { parts, origins, rates: ratesOf(limits), talks, files: createKeptFiles(), at: (path) => `${basePath}/${path}` }
  const app: App = new Hono()
  app.use(secureHeaders(SECURE))
  app.onError((error, context) => {
    log.error({ err: error }, 'request failed')
    return context.json({ error: channelSays.failed }, 500)
  })
  app.notFound((context) => context.text(webSays.noPage, 404))
  for (const path of new Set(['/healthz', house.at('healthz')])) app.get(path, (context) => context.text('ok', 200, { 'cache-control': 'no-store' }))
  if (basePath !== '') app.get(basePath, (context) => context.redirect(house.at('') + new URL(context.req.url).search, 308))
  addPage(app, house)
  addTalk(app, house)
  addFiles(app, house)
  return app
}

function addPage(app: App, { at }: House): void {
  for (const [path, { body, gzip, type, etag: version, lasting }] of readAssets()) {
    const cached = lasting ? 'public, max-age=31536000, immutable' : 'no-cache'
    app.get(at(path), etag(), (context) => {
      const zipped = gzip !== undefined && accepts(context, { header: 'Accept-Encoding', supports: ['gzip'], default: 'identity' }) === 'gzip'
      return context.body(zipped ? gzip : body, 200, { 'content-type': type, 'cache-control': cached, etag: version, vary: 'Accept-Encoding', ...(zipped && { 'content-encoding': 'gzip' }) })
    })
  }
}

function addTalk(app: App, house: House): void {
  const { parts, origins, rates, talks, at } = house
  app.use(at('api/*'), async (context: WebContext, next) => {
    context.header('cache-control', 'no-store')
    return (await tooMany(context, rates.request(origins.addressOf(context)))) ?? (await next())
  })
  app.post(at('api/*'), async (context: WebContext, next) => {
    if (!origins.isOwn(context)) return context.json({ error: webSays.foreign }, 403)
    return await next()
  })
  app.post(at('api/turn'), bodyLimit({ maxSize: BODY_BYTES, onError: (context) => context.json({ error: webSays.tooLong }, 413) }), async (context: WebContext) => {
    const turn = turnShape.safeParse(await context.req.json().catch(() => undefined))
    if (!turn.success) return context.json({ error: webSays.unreadable }, 400)
    const known = talks.known(context)
    const refused = await tooMany(context, known === undefined ? rates.newTalk(origins.addressOf(context)) : rates.turn(known))
    if (refused) return refused
    const talk = known ?? talks.begin(context)
    if (!talks.admit(talk)) return context.json({ error: webSays.full }, 503)
    const { id, text, action = '' } = turn.data
    return context.body(await talks.once(talk, id, () => answerTo(talk, text === undefined ? { action } : { text }, house)), 200, { 'content-type': 'application/json' })
  })
  app.post(at('api/forget'), async (context: WebContext) => {
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
}

function addFiles(app: App, { parts, origins, rates, files, at }: House): void {
  app.get(at('files/:token/:name'), async (context: WebContext) => {
    const wait = await rates.request(origins.addressOf(context))
    if (wait > 0) return context.text(webSays.tooFast(wait), 429, { 'retry-after': String(wait) })
    const attachment = files.take(context.req.param('token') ?? '')
    if (!attachment) return context.text(webSays.noFile, 404)
    try {
      const { name, type, bytes } = await parts.makeFile(attachment)
      return context.body(new Uint8Array(bytes), 200, { 'content-type': type, 'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(name)}`, 'cache-control': 'no-store' })
    } catch (error) {
      parts.log.error({ err: error }, 'file not made')
      return context.text(channelSays.fileFailed(attachment.name), 500)
    }
  })
}

/** The answer as the page gets it. */
async function answerTo(talk: string, turn: Turn, { parts, files }: House): Promise<string> {
  const started = performance.now()
  const { messages } = await parts.talk(chatOf(talk), { ...turn, unreachable: true })
  parts.log.info({ outcomes: messages.map((message) => message.outcome), ms: Math.round(performance.now() - started) }, 'turn')
  return JSON.stringify({ messages: messages.map((message) => pageMessage(message, parts.drawStrip, files.keep)) })
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
