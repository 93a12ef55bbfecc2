import type { Logger } from 'pino'
import type { Api } from './client.ts'
import { ANONYMOUS_ADMINISTRATOR } from './incoming.ts'

/** Whether somebody is an administrator of a group; false where Telegram does not say. Never rejects. */
export type IsAdministrator = (group: number, user: number) => Promise<boolean>

const KNOWN_MS = 60_000
const MOST = 5000
const CALL_MS = 10_000

/** Asks Telegram, and believes its answer for a minute. */
export function administratorsBy(api: Api, log: Logger): IsAdministrator {
  const known = new Map<string, { readonly is: boolean; readonly until: number }>()
  return async (group, user) => {
    if (user === ANONYMOUS_ADMINISTRATOR) return true
    const key = `${group} ${user}`
    const kept = known.get(key)
    if (kept !== undefined && kept.until > performance.now()) return kept.is
    try {
      const { status } = await api('getChatMember', { chat_id: group, user_id: user }, AbortSignal.timeout(CALL_MS))
      const is = status === 'creator' || status === 'administrator'
      if (known.size >= MOST) known.clear()
      known.set(key, { is, until: performance.now() + KNOWN_MS })
      return is
    } catch (error) {
      log.warn({ err: error }, 'Telegram does not say who administers a group')
      return false
    }
  }
}
