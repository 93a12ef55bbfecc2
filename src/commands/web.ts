import type { Logger } from 'pino'
import { wholeClause } from '../answer/whole-clause.ts'
import type { MakeFile } from '../channels/files.ts'
import type { Listening } from '../channels/listen.ts'
import { serveWeb } from '../channels/web/serve.ts'
import type { Config } from '../config.ts'
import { clauseAt } from '../knowledge/proof.ts'
import type { Knowledge } from '../knowledge/types.ts'
import { drawStrip } from '../pictures/strip.ts'
import type { Talk } from '../respond.ts'
import { problem } from './problem.ts'
import { webSecret } from './web-secret.ts'
import { says } from './wording.ts'

/** What the page shares with whatever else this process runs: one talk, one knowledge. */
interface Shared {
  readonly talk: Talk
  readonly makeFile: MakeFile
  readonly knowledge: () => Knowledge
  /** Deletes all that is kept of a talk. */
  readonly forget: (chat: string) => Promise<void>
  readonly log: Logger
}

const USUAL_PORT = 8080

/** Opens the page as the settings say, and writes its address. An address that cannot be had, or a secret that cannot be kept, is a Problem. */
export async function openWeb({ talk, makeFile, knowledge, forget, log }: Shared, config: Config, write: (text: string) => void): Promise<Listening> {
  const port = config.WEB_PORT ?? USUAL_PORT
  const host = config.WEB_HOST
  const parts = {
    talk,
    makeFile,
    drawStrip,
    readClause: (planId: string, address: string) => {
      const plan = knowledge().plans.find(({ id }) => id === planId)
      const clause = plan && clauseAt(plan, address)
      return plan && clause && wholeClause(plan, clause)
    },
    forget,
    secret: config.WEB_SECRET ?? webSecret(config.DATA_DIR),
    basePath: config.WEB_BASE_PATH,
    trustedProxies: config.TRUST_PROXY,
    log,
  }
  const server = await serveWeb(parts, { host, port }).catch((error: NodeJS.ErrnoException) => {
    if (error.syscall === 'listen' || error.syscall === 'getaddrinfo') throw problem(says.webRefused(host, port, error.code ?? error.message))
    throw error
  })
  write(`${says.webRunning(`http://${shown(host)}:${server.port}${config.WEB_BASE_PATH}/`, isHere(host))}\n`)
  return server
}

function shown(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost'
  return host.includes(':') ? `[${host}]` : host
}

/** Only browsers on this very machine reach it. */
function isHere(host: string): boolean {
  return host === 'localhost' || host === '::1' || host.startsWith('127.')
}
