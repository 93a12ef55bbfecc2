import type { TelegramUpdate } from '@gramio/types'
import { refusal } from './perform.ts'
import type { Fields } from './methods.ts'

/** Updates that wait for the bot, handed out as getUpdates does: held back while there are none, forgotten once confirmed. */
export function createUpdateQueue() {
  let waiting: TelegramUpdate[] = []
  let holding: { wake: () => void; conflict: () => void } | undefined
  let kinds: readonly string[] | undefined
  return {
    add(update: TelegramUpdate): void {
      waiting.push(update)
      holding?.wake()
    },
    /** Numbers of those not confirmed yet. */
    unconfirmed: (): number[] => waiting.map((update) => update.update_id),
    async take({ offset = 0, limit = 100, timeout = 0, allowed_updates }: Fields<'getUpdates'>, gone: AbortSignal): Promise<TelegramUpdate[]> {
      holding?.conflict()
      kinds = allowed_updates ?? kinds
      waiting = waiting.filter((update) => update.update_id >= offset && Object.keys(update).some((key) => kinds?.includes(key) ?? key !== 'update_id'))
      if (waiting.length === 0 && timeout > 0) {
        let mine: typeof holding
        await new Promise<void>((resolve, reject) => {
          const limitTimer = setTimeout(resolve, timeout * 1000)
          const leave = () => {
            clearTimeout(limitTimer)
            resolve()
          }
          mine = holding = { wake: leave, conflict: () => reject(refusal(409, 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running')) }
          gone.addEventListener('abort', leave, { once: true })
        }).finally(() => {
          if (holding === mine) holding = undefined
        })
      }
      return waiting.slice(0, limit)
    },
  }
}
