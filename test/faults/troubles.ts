import type { Fault } from '../bot-api/faults.ts'
import type { Method } from '../bot-api/methods.ts'
import type { BotApi } from '../bot-api/server.ts'
import type { Random } from './random.ts'

const FLOOD: Fault = { kind: 'error', code: 429, description: 'Too Many Requests: retry after 1', retryAfter: 1 }
const TROUBLES: readonly (readonly [Method, Fault])[] = [
  ['sendMessage', { kind: 'error', code: 500, description: 'Internal Server Error' }],
  ['sendMessage', { kind: 'half' }],
  ['sendMessage', FLOOD],
  ['sendMessage', { kind: 'reset' }],
  ['editMessageText', { kind: 'reset' }],
  ['editMessageText', { kind: 'half' }],
  ['editMessageText', { kind: 'page', code: 502 }],
  ['editMessageText', FLOOD],
  ['getUpdates', { kind: 'reset' }],
  ['getUpdates', { kind: 'half' }],
  ['getUpdates', { kind: 'page', code: 502 }],
]
/** So many calls in a row find nobody at the other end. */
const CUT = 6

/** Two kinds of trouble a round, one after the other so that each has its turn, and in some rounds a line that is cut for all calls. */
export function addFaults(api: BotApi, round: number, random: Random): void {
  for (const nth of [2 * round, 2 * round + 1]) api.fault(...(TROUBLES[nth % TROUBLES.length] as (typeof TROUBLES)[number]))
  if (random() < 0.2) api.fault('any', { kind: 'reset' }, CUT)
}

/** Those that met a call, by their names. */
export function faultsSeen(api: BotApi): Record<string, number> {
  const seen: Record<string, number> = {}
  for (const { error } of api.transcript) {
    const [, name] = /^fault: (.*)$/.exec(error ?? '') ?? []
    if (name !== undefined) seen[name] = (seen[name] ?? 0) + 1
  }
  return seen
}
