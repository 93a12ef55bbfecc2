import type { Logger } from 'pino'
import type { MakeFile } from '../channels/files.ts'
import { runTelegram, type RunningBot } from '../channels/telegram/run.ts'
import type { Config } from '../config.ts'
import { createDesk } from '../desk/desk.ts'
import type { QuestionLog } from '../desk/question-log.ts'
import type { Day } from '../language/day.ts'
import type { KnowledgeError } from '../knowledge/problem.ts'
import type { Knowledge } from '../knowledge/types.ts'
import { runReminders } from '../reminders/run.ts'
import type { Store } from '../store/types.ts'
import { drawn } from './files.ts'
import { createMetrics, serveMetrics } from './metrics.ts'
import { problem } from './problem.ts'
import { says } from './wording.ts'

interface BotParts {
  readonly store: Store
  readonly questions: QuestionLog
  readonly knowledge: () => Knowledge
  readonly knowledgeDir: string
  readonly reload: () => KnowledgeError | undefined
  readonly today: () => Day
  readonly clock: () => number
  readonly makeFile: MakeFile
  readonly log: Logger
  readonly stop: AbortSignal
  readonly write: (text: string) => void
  /** True of a failure of the store: that has been logged, once an outage. */
  readonly isKnown: (error: unknown) => boolean
}

/** The Telegram bot with its store and reminders until `stop`. Gives the code where Telegram does not take the token. */
export async function runBot(token: string, config: Config, parts: BotParts): Promise<401 | 404 | undefined> {
  const { store, knowledge, clock, log, stop, write } = parts
  let bot: RunningBot | undefined
  let reminding: Promise<void> | undefined
  const ready = () => store.ready()
  const metrics = createMetrics(() => bot?.inHand() ?? 0)
  const onError = (error: unknown) => {
    metrics.error()
    if (!parts.isKnown(error)) log.error({ err: error }, 'a turn or a reminder failed')
  }
  const { METRICS_PORT, METRICS_HOST, WEBHOOK_URL, WEBHOOK_HOST, WEBHOOK_PORT } = config
  const measuring = METRICS_PORT === undefined ? undefined : await serveMetrics(metrics, ready, { host: METRICS_HOST, port: METRICS_PORT }).catch(refused(says.metricsRefused))
  if (measuring) log.info({ port: measuring.port }, 'metrics')
  const desk = createDesk({ ...parts, administrators: config.ADMIN_IDS, onError })
  const code = await runTelegram(
    {
      token,
      apiRoot: config.TELEGRAM_API_ROOT,
      proxy: config.HTTPS_PROXY,
      makeFile: parts.makeFile,
      draw: drawn,
      log,
      stop,
      onError,
      answer: (chat, turn, receipt, meanwhile) => desk.answer(chat, turn, receipt, meanwhile),
      journal: store,
      perSecond: config.SEND_PER_SECOND,
      administrators: config.ADMIN_IDS,
      webhook: WEBHOOK_URL === undefined ? undefined : { url: WEBHOOK_URL, host: WEBHOOK_HOST, port: WEBHOOK_PORT, ready },
      onTurn: (outcomes, ms) => metrics.turn(outcomes, ms),
      onBlocked: (chat) => void store.endReminders(`tg:${chat}`).catch(onError),
      onReady: (running) => {
        bot = running
        write(`${says.running(running.username)}\n`)
        if (running.port !== undefined) log.info({ port: running.port }, 'webhook')
        const send = async (chat: string, message: Parameters<RunningBot['send']>[1]) => {
          // A page cannot be written to by itself.
          const delivery = chat.startsWith('tg:') ? await running.send(chat, message) : 'refused'
          metrics.reminder(delivery)
          return delivery
        }
        reminding = runReminders({ store, send, knowledge, clock, signal: stop, onError })
      },
    },
    () => reminding ?? Promise.resolve(),
  ).catch(refused(says.webhookRefused))
  await measuring?.stop()
  return code
}

/** An address that cannot be had is for the person at the keyboard to mend. */
function refused(words: (host: string, port: number, code: string) => string): (error: NodeJS.ErrnoException & { address?: string; port?: number }) => never {
  return (error) => {
    if (error.syscall === 'listen' || error.syscall === 'getaddrinfo') throw problem(words(error.address ?? '', error.port ?? 0, error.code ?? error.message))
    throw error
  }
}
