import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TelegramChat, TelegramMessage, TelegramUpdate, TelegramUser } from '@gramio/types'
import { readFields } from './body.ts'
import { createFaults, failWith, nameOf, type Fault } from './faults.ts'
import { METHODS, type Fields, type Method } from './methods.ts'
import { perform, refusal, type Performed } from './perform.ts'
import { createUpdateQueue } from './queue.ts'
import { createWorld, type NewUpdate } from './world.ts'

/** One call of the bot, as it came and as it was answered. */
export interface Call<M extends Method = Method> {
  readonly method: M
  readonly fields: Fields<M>
  readonly ok: boolean
  readonly error?: string
  /** What it left in the chat, for a call that sends or edits. */
  readonly message: TelegramMessage
}

const TOKEN = '700100:TEST-token_of-the-loopback-server'
const PATIENCE_MS = 45_000

/** A Bot API server on loopback: real HTTP, strict about limits, with faults on demand and a transcript. */
export async function startBotApi() {
  const world = createWorld()
  const faults = createFaults()
  const updates = createUpdateQueue()
  const transcript: Call[] = []
  let unseen: Call[] = []
  const watchers = new Set<() => void>()
  const listeners = new Set<(call: Call) => void>()
  const sent: TelegramUpdate[] = []
  let lastUpdate = 5000
  let webhook: { url: string; secret: string | undefined } | undefined
  let tokenTaken = true
  const server = createServer((request, response) => void serve(request, response))
  let connections = 0
  let emptied: (() => void)[] = []
  server.on('connection', (socket) => {
    connections += 1
    socket.on('close', () => {
      connections -= 1
      if (connections > 0) return
      for (const done of emptied) done()
      emptied = []
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const root = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const gone = new AbortController()
    response.on('close', () => gone.abort())
    const url = new URL(request.url ?? '', root)
    const method = url.pathname.split('/').at(-1) as Method
    let fields = {} as Fields
    if (url.pathname.startsWith(`/file/bot${TOKEN}/`)) return handOut(url, response)
    try {
      if (url.pathname !== `/bot${TOKEN}/${method}` || !tokenTaken) throw refusal(401, 'Unauthorized')
      const { method: _named, ...given } = await readFields(request, url)
      fields = accepted(method, given)
      const fault = faults.take(method)
      if (fault !== undefined) {
        failWith(fault, response, () => JSON.stringify({ ok: true, result: perform(world, method as Performed, fields) }))
        note({ method, fields, ok: false, error: `fault: ${nameOf(fault)}`, message: {} as TelegramMessage })
        return
      }
      const result = await resultOf(method, fields, gone.signal)
      reply(response, 200, { ok: true, result })
      note({ method, fields, ok: true, message: result as TelegramMessage })
    } catch (error) {
      // Who asked was killed over it.
      if (request.destroyed && !request.complete) return void response.destroy()
      const { message, code = 400, parameters } = error as Error & { code?: number; parameters?: object }
      reply(response, code, { ok: false, error_code: code, description: message, ...(parameters ? { parameters } : {}) })
      note({ method, fields, ok: false, error: message, message: {} as TelegramMessage })
    }
  }

  /** A file's bytes, from the path that getFile gave. */
  function handOut(url: URL, response: ServerResponse): void {
    const bytes = world.files.get(url.pathname.split('/').at(-1) ?? '')
    response.writeHead(bytes ? 200 : 404, { 'content-type': 'application/octet-stream', ...(bytes ? { 'content-length': bytes.length } : {}) })
    response.end(bytes)
  }

  function reply(response: ServerResponse, status: number, body: object): void {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body))
  }

  function accepted(method: Method, fields: Record<string, unknown>): Fields {
    const shape = Object.hasOwn(METHODS, method) ? METHODS[method] : undefined
    if (shape === undefined) throw refusal(404, `Not Found: method ${method}`)
    const read = shape.safeParse(fields)
    if (!read.success) throw refusal(400, `Bad Request: ${read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ')}`)
    return read.data
  }

  async function resultOf(method: Method, fields: Fields, gone: AbortSignal): Promise<unknown> {
    switch (method) {
      case 'getUpdates':
        if (webhook !== undefined) throw refusal(409, "Conflict: can't use getUpdates method while webhook is active")
        return await updates.take(fields as Fields<'getUpdates'>, gone)
      case 'setWebhook': {
        const { url, secret_token } = fields as Fields<'setWebhook'>
        webhook = { url, secret: secret_token }
        return true
      }
      case 'deleteWebhook':
        webhook = undefined
        return true
      case 'getWebhookInfo':
        return { url: webhook?.url ?? '', has_custom_certificate: false, pending_update_count: updates.unconfirmed().length }
      case 'getMe':
      case 'setMyCommands':
      case 'sendMessage':
      case 'sendPhoto':
      case 'sendDocument':
      case 'editMessageText':
      case 'getFile':
      case 'getChatMember':
      case 'answerCallbackQuery':
        return perform(world, method, fields)
    }
  }

  function note(call: Call): void {
    transcript.push(call)
    unseen.push(call)
    for (const look of watchers) look()
    for (const listen of listeners) listen(call)
  }

  /** Numbers an update and hands it to the bot. `number` repeats one that was sent before. */
  function push(update: NewUpdate, number = (lastUpdate += 1)): TelegramUpdate {
    const numbered = { update_id: number, ...update }
    sent.push(numbered)
    updates.add(numbered)
    return numbered
  }

  return {
    root,
    token: TOKEN,
    world,
    transcript,
    updates,
    /** All updates so far. */
    sent,
    push,
    /** A number for an update that others will overtake. */
    reserve: () => (lastUpdate += 1),
    fault: (method: Method | 'any', fault: Fault, times?: number) => faults.add(method, fault, times),
    faultsLeft: () => faults.left,
    /** Hears of every call from now on; gives what ends that. */
    /** Resolves once nobody is connected: all that a killed process had sent has come in. */
    async emptied(): Promise<void> {
      if (connections > 0) await new Promise<void>((done) => emptied.push(done))
    },
    onCall(listen: (call: Call) => void): () => void {
      listeners.add(listen)
      return () => void listeners.delete(listen)
    },
    refuseToken: () => void (tokenTaken = false),
    text: (from: TelegramUser, chat: TelegramChat, text: string, more: Partial<TelegramMessage> = {}) => push(world.says(from, chat, { text, ...more })),
    thing: (from: TelegramUser, chat: TelegramChat, content: Partial<TelegramMessage>) => push(world.says(from, chat, content)),
    document: (from: TelegramUser, chat: TelegramChat, name: string, bytes: Uint8Array, more?: Partial<TelegramMessage>) => push(world.sends(from, chat, name, bytes, more)),
    press: (from: TelegramUser, message: TelegramMessage, button: { label: string } | { data: string }) => push(world.presses(from, message, button)),

    /** The next call, not given before, of this method that fits; waits for it. */
    async next<M extends Method>(method: M, fits: (call: Call<M>) => boolean = () => true): Promise<Call<M>> {
      const find = () => (unseen as Call<M>[]).find((call) => call.method === method && fits(call))
      const found = find() ?? (await new Promise<Call<M>>((resolve, reject) => {
        const impatient = setTimeout(() => {
          watchers.delete(look)
          reject(new Error(`no such ${method} came; the last calls:\n${transcript.slice(-12).map((call) => JSON.stringify(call).slice(0, 200)).join('\n')}`))
        }, PATIENCE_MS)
        const look = () => {
          const call = find()
          if (call === undefined) return
          clearTimeout(impatient)
          watchers.delete(look)
          resolve(call)
        }
        watchers.add(look)
      }))
      unseen = unseen.filter((call) => call !== found)
      return found
    },

    /** Posts an update to the webhook that was set, as Telegram does; gives the answer's status. */
    async deliver(update: TelegramUpdate): Promise<number> {
      if (webhook === undefined) throw new Error('no webhook is set')
      const headers = { 'content-type': 'application/json', ...(webhook.secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': webhook.secret }) }
      return (await fetch(webhook.url, { method: 'POST', headers, body: JSON.stringify(update) })).status
    },

    async stop(): Promise<void> {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

export type BotApi = Awaited<ReturnType<typeof startBotApi>>
