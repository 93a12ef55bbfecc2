import { randomBytes } from 'node:crypto'
import { sign, unsign } from 'cookie-signature'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { LRUCache } from 'lru-cache'
import type { WebContext } from './guard.ts'

/** Which browser is speaking, by a signed cookie; and what was last answered to each, so that a turn sent twice is taken once. */

const COOKIE = 'so_tay'
const DAYS_180 = 180 * 24 * 60 * 60
const HALF_AN_HOUR = 30 * 60 * 1000

interface Talking {
  /** The answer as it was sent: many talks are open, and text is smaller than what it says. */
  last?: { readonly turn: string; readonly answer: Promise<string> }
}

export interface Talks {
  /** The browser's talk, or undefined where it has none that we gave out. */
  known(context: WebContext): string | undefined
  /** Begins a talk and gives the browser its cookie. */
  begin(context: WebContext): string
  /** Ends it; the browser begins afresh with its next turn. */
  end(context: WebContext, talk: string): void
  /** False where as many talks as may be are open. */
  admit(talk: string): boolean
  /** Takes a turn, or gives again what was answered to it: a page sends it anew when the line broke off before the answer came. */
  once(talk: string, turn: string, take: () => Promise<string>): Promise<string>
}

interface TalksSetting {
  readonly secret: string
  readonly basePath: string
  readonly openTalks: number
  readonly isSecure: (context: WebContext) => boolean
}

export function createTalks({ secret, basePath, openTalks, isSecure }: TalksSetting): Talks {
  const open = new LRUCache<string, Talking>({ max: openTalks, ttl: HALF_AN_HOUR, updateAgeOnGet: true })
  const cookie = (context: WebContext) => ({ path: `${basePath}/`, httpOnly: true, sameSite: 'Strict', secure: isSecure(context) }) as const
  return {
    known(context) {
      const talk = unsign(getCookie(context, COOKIE) ?? '', secret)
      return talk === false ? undefined : talk
    },
    begin(context) {
      const talk = randomBytes(16).toString('base64url')
      setCookie(context, COOKIE, sign(talk, secret), { ...cookie(context), maxAge: DAYS_180 })
      return talk
    },
    end(context, talk) {
      open.delete(talk)
      deleteCookie(context, COOKIE, cookie(context))
    },
    admit(talk) {
      if (open.get(talk)) return true
      if (open.size >= openTalks) open.purgeStale()
      if (open.size >= openTalks) return false
      open.set(talk, {})
      return true
    },
    once(talk, turn, take) {
      const talking = open.get(talk) ?? {}
      if (talking.last?.turn === turn) return talking.last.answer
      const answer = take()
      talking.last = { turn, answer }
      answer.catch(() => {
        if (talking.last?.turn === turn) delete talking.last
      })
      return answer
    },
  }
}
