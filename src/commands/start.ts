import type { Config } from '../config.ts'
import { makeFile } from './files.ts'
import { chatHere, openTalk } from './chat.ts'
import type { InOut } from './lines.ts'
import { problem } from './problem.ts'
import { daySwitch, readSwitches } from './switches.ts'
import { says } from './wording.ts'

/** `start [--today=DAY] [--knowledge=DIR]`: the bot by long polling, or without BOT_TOKEN the talk right here. */
export async function start(args: readonly string[], config: Config, io: InOut): Promise<void> {
  const { values } = readSwitches(args, { today: { type: 'string' }, knowledge: { type: 'string' } })
  const talk = openTalk(values.knowledge ?? config.KNOWLEDGE_DIR, daySwitch(values.today))
  if (config.BOT_TOKEN === undefined) {
    io.write(`${says.howToConnect}\n\n`)
    return await chatHere(talk, io)
  }
  const token = config.BOT_TOKEN
  const [{ runTelegram }, { createLog }] = await Promise.all([import('../channels/telegram/run.ts'), import('./log.ts')])
  const log = createLog(config.LOG_LEVEL, token)
  const refused = await runTelegram({
    token,
    apiRoot: config.TELEGRAM_API_ROOT,
    talk,
    makeFile,
    log,
    stop: stopSignal(() => io.write(`${says.stopping}\n`)),
    onReady: ({ username }) => io.write(`${says.running(username)}\n`),
    onBlocked: () => log.info('blocked by a chat'),
  })
  if (refused !== undefined) throw problem(says.tokenRefused(refused))
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
