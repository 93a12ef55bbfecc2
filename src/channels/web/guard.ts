import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import proxyAddr from 'proxy-addr'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { WebLimits } from './parts.ts'

/** Where a request comes from, and whether it may do what it asks for. */

export type WebContext = Context<{ Bindings: HttpBindings }>

export interface Origins {
  /** The browser's address, as far as trusted proxies tell it. */
  readonly addressOf: (context: WebContext) => string
  /** The browser speaks HTTPS, to this server or to a trusted proxy. */
  readonly isSecure: (context: WebContext) => boolean
  /** Sent by a script of our own page: what changes something is taken from nowhere else. */
  readonly isOwn: (context: WebContext) => boolean
}

/** A script of another page can send neither this header nor our Origin. */
const OWN_HEADER = 'x-so-tay'

/** @throws TypeError where an address or a range cannot be read. */
export function originsBehind(trustedProxies: readonly string[]): Origins {
  const trusts = proxyAddr.compile([...trustedProxies])
  const forwarded = ({ env, req }: WebContext, header: string) => {
    const peer = env.incoming.socket.remoteAddress
    return peer !== undefined && trusts(peer, 0) ? req.header(header)?.split(',')[0]?.trim() : undefined
  }
  const hostOf = (context: WebContext) => forwarded(context, 'x-forwarded-host') ?? context.req.header('host')
  return {
    addressOf: ({ env }) => networkOf(proxyAddr(env.incoming, trusts)),
    isSecure: (context) => forwarded(context, 'x-forwarded-proto') === 'https',
    isOwn: (context) => {
      const { req } = context
      const site = req.header('sec-fetch-site')
      const origin = req.header('origin') ?? ''
      if (req.header(OWN_HEADER) === undefined || (site !== undefined && site !== 'same-origin')) return false
      return URL.canParse(origin) && new URL(origin).host === hostOf(context)?.toLowerCase()
    },
  }
}

/** Of IPv6 the half that a provider gives out as one: the rest its holder chooses at will. */
function networkOf(address: string | undefined): string {
  if (address === undefined) return 'unknown'
  if (!address.includes(':') || address.includes('.')) return address
  return (address.split('::')[0] ?? '').split(':').slice(0, 4).join(':')
}

export interface Rates {
  /** Seconds to wait; 0 where it may go on, which is counted. */
  readonly turn: (talk: string) => Promise<number>
  readonly request: (address: string) => Promise<number>
  readonly newTalk: (address: string) => Promise<number>
}

export function ratesOf({ turns, requests, newTalks }: WebLimits): Rates {
  const counted = ({ count, seconds }: WebLimits['turns']) => {
    const limiter = new RateLimiterMemory({ points: count, duration: seconds })
    return async (key: string) => {
      try {
        await limiter.consume(key)
        return 0
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return Math.max(1, Math.ceil(refused.msBeforeNext / 1000))
        throw refused
      }
    }
  }
  return { turn: counted(turns), request: counted(requests), newTalk: counted(newTalks) }
}
