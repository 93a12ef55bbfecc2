import { join } from 'node:path'
import { pino } from 'pino'
import { wholeClause } from '../../../src/answer/whole-clause.ts'
import type { PageMessage } from '../../../src/channels/web/page-message.ts'
import type { WebParts } from '../../../src/channels/web/parts.ts'
import type { Listening } from '../../../src/channels/listen.ts'
import { serveWeb } from '../../../src/channels/web/serve.ts'
import { assembleTalk } from '../../../src/commands/assemble.ts'
import { filesFrom } from '../../../src/commands/files.ts'
import { loadKnowledge } from '../../../src/knowledge/load.ts'
import { clauseAt } from '../../../src/knowledge/proof.ts'
import { drawStrip } from '../../../src/pictures/strip.ts'
import { sessionsInMemory } from '../../../src/store/memory.ts'

/** The page's server in this process, over the real knowledge, where a test needs settings that the program does not offer. */
export async function serveHere(more: Partial<WebParts> = {}) {
  const knowledge = loadKnowledge(join(import.meta.dirname, '../../../knowledge'))
  const forgotten: string[] = []
  const parts: WebParts = {
    talk: assembleTalk({ knowledge: () => knowledge, sessions: sessionsInMemory(), today: () => '2024-10-30' }),
    makeFile: filesFrom(() => knowledge),
    drawStrip,
    readClause: (id, address) => {
      const plan = knowledge.plans.find((one) => one.id === id)
      const clause = plan && clauseAt(plan, address)
      return plan && clause && wholeClause(plan, clause)
    },
    forget: (chat) => Promise.resolve(void forgotten.push(chat)),
    secret: 'a secret for tests, thirty-two or more',
    basePath: '',
    trustedProxies: [],
    log: pino({ level: 'silent' }),
    ...more,
  }
  const server = await serveWeb(parts, { host: '127.0.0.1', port: 0 })
  return { ...hands(server, parts.basePath), server, forgotten }
}

let turns = 0

/** What a browser does, without one. A client keeps its cookie. */
function hands({ port }: Listening, basePath: string) {
  const origin = `http://127.0.0.1:${port}`
  const own = { 'content-type': 'application/json', 'x-so-tay': '1', origin }
  const get = (path: string, headers: Record<string, string> = {}) => fetch(`${origin}${basePath}/${path}`, { headers, redirect: 'manual' })
  const post = (path: string, body: unknown, headers: Record<string, string | undefined> = {}) =>
    fetch(`${origin}${basePath}/${path}`, { method: 'POST', body: typeof body === 'string' ? body : JSON.stringify(body), headers: Object.fromEntries(Object.entries({ ...own, ...headers }).filter((one): one is [string, string] => one[1] !== undefined)) })
  const newTurn = (turn: { text: string } | { action: string }) => ({ id: `test-turn-${(turns += 1)}`, ...turn })
  const client = (headers: Record<string, string> = {}) => {
    let cookie = ''
    const send = async (turn: object) => {
      const response = await post('api/turn', turn, { ...headers, ...(cookie && { cookie }) })
      cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
      return response
    }
    const messagesOf = async (response: Response) => ((await response.json()) as { messages: PageMessage[] }).messages
    return {
      send,
      say: async (text: string) => messagesOf(await send(newTurn({ text }))),
      press: async (action: string) => messagesOf(await send(newTurn({ action }))),
      cookie: () => cookie,
    }
  }
  return { origin, get, post, client, newTurn }
}

export function wordsOf(messages: readonly PageMessage[]): string {
  return JSON.stringify(messages.map((message) => message.blocks))
}
