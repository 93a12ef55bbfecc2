import { setTimeout as pause } from 'node:timers/promises'
import type { TelegramUpdate } from '@gramio/types'
import type { BotApi } from '../bot-api/server.ts'
import type { person } from '../bot-api/world.ts'
import type { Random } from './random.ts'

const AGAIN_MS = 100
const LATE_MS = 400
const QUESTIONS = ['hạn nộp hồ sơ bắc quang', 'hồ sơ bắc quang gồm những gì']

/** Brings updates as Telegram does: until they are taken, some of them twice, and some after those that came later. */
export function createPostman(api: BotApi, random: Random, byWebhook: boolean) {
  const askers = new Map<number, number>()
  let [broughtTwice, overtaken, isStopped] = [0, 0, false]
  const stopHearing = api.onCall((call) => {
    const { chat_id: chat } = call.fields as { chat_id?: number }
    const waiting = chat === undefined ? undefined : askers.get(chat)
    // What a cut line keeps from the sender has arrived all the same.
    if (waiting !== undefined && call.method === 'sendMessage' && (call.ok || call.error === 'fault: half')) askers.set(chat as number, waiting - 1)
  })

  async function deliver(update: TelegramUpdate, late = 0): Promise<void> {
    await pause(late)
    while (!isStopped && (await api.deliver(update).catch(() => 0)) !== 200) await pause(AGAIN_MS)
  }

  /** Polling fetches by itself; there only what is brought again is left to do. */
  function bring(update: TelegramUpdate): void {
    if (byWebhook) void deliver(update)
    if (random() > 0.25) return
    broughtTwice += 1
    if (byWebhook) void deliver(update, random() * LATE_MS)
    else api.push(update, update.update_id)
  }

  return {
    bring,
    /** Two questions of one person, the second of which comes first. */
    askTwo({ user, chat }: ReturnType<typeof person>): void {
      askers.set(chat.id, QUESTIONS.length)
      const [first, second] = QUESTIONS.map((text) => ({ update_id: api.reserve(), ...api.world.says(user, chat, { text }) }))
      overtaken += 1
      for (const [update, late] of [[second, 0], [first, random() * LATE_MS]] as const) {
        if (update === undefined) continue
        if (byWebhook) void deliver(update, late)
        else api.push(update, update.update_id)
      }
    },
    asked: () => askers.size * QUESTIONS.length,
    /** Questions without an answer; one that was answered twice does not make up for another. */
    unanswered: () => [...askers.values()].reduce((all, waiting) => all + Math.max(0, waiting), 0),
    broughtTwice: () => broughtTwice,
    overtaken: () => overtaken,
    stop() {
      isStopped = true
      stopHearing()
    },
  }
}

