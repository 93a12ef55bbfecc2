import { TelegramError } from 'telegraf'

/** What a failed call means for what comes next. */
type Failure =
  /** Too much in too short a time. */
  | { readonly kind: 'flood'; readonly pauseMs: number }
  /** Telegram or the line to it is away: worth another try. */
  | { readonly kind: 'away' }
  /** The token is not taken: nothing more will work. */
  | { readonly kind: 'token'; readonly code: 401 | 404 }
  /** The user has blocked the bot, or it is no longer in the group. */
  | { readonly kind: 'blocked' }
  /** Another process polls with this token. */
  | { readonly kind: 'conflict' }
  /** Nothing had to be done: the text stands there already, or the button is too old to answer. */
  | { readonly kind: 'harmless' }
  | { readonly kind: 'refused' }

export function failureOf(error: unknown): Failure {
  if (!(error instanceof TelegramError)) return { kind: 'away' }
  switch (error.code) {
    case 429:
      return { kind: 'flood', pauseMs: (error.parameters?.retry_after ?? 1) * 1000 }
    case 401:
    case 404:
      return { kind: 'token', code: error.code }
    case 403:
      return { kind: 'blocked' }
    case 409:
      return { kind: 'conflict' }
    case 400:
      return { kind: HARMLESS.test(error.description) ? 'harmless' : 'refused' }
    default:
      return { kind: error.code >= 500 ? 'away' : 'refused' }
  }
}

const HARMLESS = /message is not modified|query is too old|query ID is invalid/i

/** Milliseconds before try number `attempt` (from 1): doubled each time, at most half a minute. */
export function growingPause(attempt: number): number {
  return Math.min(500 * 2 ** (attempt - 1), 30_000)
}
