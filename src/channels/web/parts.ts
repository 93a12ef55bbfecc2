import type { Logger } from 'pino'
import type { Block } from '../../answer/message.ts'
import type { Drawing } from '../../pictures/drawing.ts'
import type { Talk } from '../../respond.ts'
import type { MakeFile } from '../files.ts'

/** What the page's server is given by the command that starts it. */
export interface WebParts {
  readonly talk: Talk
  readonly makeFile: MakeFile
  /** The strip of deadlines, `width` in the units of its letters. */
  readonly drawStrip: (block: Extract<Block, { type: 'calendar' }>, width: number) => Drawing
  /** A clause with all that stands below it, or undefined where the plan or the clause is not there (any more). */
  readonly readClause: (plan: string, clause: string) => WholeClause | undefined
  /** Drops what is kept of a talk, once its browser asks for it. */
  readonly forget: (chat: string) => Promise<void>
  /** Signs the cookies; whoever knows it can take up any talk. */
  readonly secret: string
  /** "" or "/so-tay": the path under which everything stands, as requests arrive here. */
  readonly basePath: string
  /** Addresses, ranges or "loopback": proxies whose X-Forwarded-* headers are believed. */
  readonly trustedProxies: readonly string[]
  readonly log: Logger
  readonly limits?: WebLimits
}

export interface WholeClause {
  readonly planName: string
  readonly clauseName: string
  /** In the plan's order; `depth` counts from 0, the clause itself. */
  readonly lines: readonly { readonly label: string; readonly text: string; readonly depth: number }[]
}

interface Rate {
  readonly count: number
  readonly seconds: number
}

export interface WebLimits {
  /** Turns of one browser. */
  readonly turns: Rate
  /** Everything but the page itself, from one address: a whole office may stand behind it. */
  readonly requests: Rate
  /** Talks begun from one address. */
  readonly newTalks: Rate
  /** Talks in which something was said in the last half hour. */
  readonly openTalks: number
}

export const USUAL_LIMITS: WebLimits = {
  turns: { count: 20, seconds: 10 },
  requests: { count: 1200, seconds: 60 },
  newTalks: { count: 300, seconds: 3600 },
  openTalks: 5000,
}
