import type { Config } from '../config.ts'
import { dayInVietnam } from '../language/day.ts'
import { watchKnowledge } from '../knowledge/watch.ts'
import { sessionsInMemory } from '../store/memory.ts'
import { assembleTalk, readKnowledge } from './assemble.ts'
import { chatHere, openHere } from './chat.ts'
import { filesFrom } from './files.ts'
import type { InOut } from './lines.ts'
import { problem } from './problem.ts'
import { daySwitch, readSwitches } from './switches.ts'
import { says } from './wording.ts'

/** `start [--today=DAY] [--knowledge=DIR]`: the bot by long polling, or without BOT_TOKEN the talk right here. */
export async function start(args: readonly string[], config: Config, io: InOut): Promise<void> {
  const { values } = readSwitches(args, { today: { type: 'string' }, knowledge: { type: 'string' } })
  const dir = values.knowledge ?? config.KNOWLEDGE_DIR
  const fixedDay = daySwitch(values.today)
  if (config.BOT_TOKEN === undefined) {
    io.write(`${says.howToConnect}\n\n`)
    return await chatHere(openHere(dir, fixedDay), io)
  }
  const token = config.BOT_TOKEN
  const [{ runTelegram }, { createLog }] = await Promise.all([import('../channels/telegram/run.ts'), import('./log.ts')])
  const log = createLog(config.LOG_LEVEL, token)
  let read = readKnowledge(dir)
  const knowledge = () => read
  watchKnowledge(
    dir,
    (changed) => {
      read = changed
      log.info({ version: changed.version }, 'knowledge changed')
    },
    (error) => log.error({ problems: error.message }, 'changed knowledge refused, the last good one stays'),
  )
  const talk = assembleTalk({ knowledge, sessions: sessionsInMemory(), today: () => fixedDay ?? dayInVietnam(new Date()) })
  const refused = await runTelegram({
    token,
    apiRoot: config.TELEGRAM_API_ROOT,
    talk,
    makeFile: filesFrom(knowledge),
    log,
    stop: stopSignal(() => io.write(`${says.stopping}\n`)),
    onReady: ({ username }) => io.write(`${says.running(username)}\n`),
    onBlocked: () => log.info('blocked by a chat'),
  })
  if (refused !== undefined) throw problem(says.tokenRefused(refused))
  // telegraf's HTTP library leaves a timer of minutes behind after a broken answer.
  process.exit()
}

/** Comes with the first SIGTERM or SIGINT; the second one ends the process at once. */
function stopSignal(onStop: () => void): AbortSignal {
  const stop = new AbortController()
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(130)
      onStop()
      stop.abort()
    })
  }
  return stop.signal
}
