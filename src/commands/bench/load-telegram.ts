import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

/** The least of a Bot API that a bot under load needs: takes what it sends, and tells when which chat was answered. */
export interface LoadTelegram {
  readonly root: string
  /** The webhook that was set last. */
  hook(): { readonly url: string; readonly secret: string } | undefined
  /** Hears of the first message to each chat. */
  onAnswer: (chat: number) => void
  stop(): void
}

export async function startLoadTelegram(): Promise<LoadTelegram> {
  let hook: { url: string; secret: string } | undefined
  const telegram = { onAnswer: (_chat: number) => {} }
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const method = request.url?.split('/').at(-1)
      if (method === 'setWebhook') hook = { url: body.url as string, secret: (body.secret_token as string | undefined) ?? '' }
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ ok: true, result: method === 'getMe' ? { id: 1, is_bot: true, first_name: 'Bot', username: 'do_tai_bot' } : method === 'sendMessage' ? { message_id: 1, date: 1, chat: { id: body.chat_id, type: 'private' } } : true }))
      if (method === 'sendMessage') telegram.onAnswer(Number(body.chat_id))
    })
  })
  const stop = () => {
    server.close()
    server.closeAllConnections()
  }
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return Object.assign(telegram, { root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, hook: () => hook, stop })
}

async function bodyOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  try {
    return JSON.parse(Buffer.concat(parts).toString()) as Record<string, unknown>
  } catch {
    return {}
  }
}
