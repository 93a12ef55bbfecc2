import type { Config } from '../config.ts'
import { dayInVietnam } from '../language/day.ts'
import { createQuestionLog, notedTalk } from '../desk/question-log.ts'
import { watchKnowledge } from '../knowledge/watch.ts'
import { preparedFor } from '../prepared.ts'
import { planningFrom } from '../reminders/plan.ts'
import { assembleTalk, readKnowledge } from './assemble.ts'
import { chatHere, openHere } from './chat.ts'
import { clockOf, keepClean } from './clock.ts'
import { filesFrom } from './files.ts'
import type { InOut } from './lines.ts'
import { openStore } from './open-store.ts'
import { daySwitch, readSwitches } from './switches.ts'
import { says } from './wording.ts'

/**
 * `start [--today=DAY] [--knowledge=DIR]`: the bot by long polling, or without BOT_TOKEN the talk right here; where
 * WEB_PORT is set the page besides. `web`: the page alone.
 */
export async function start(args: readonly string[], config: Config, io: InOut, webAlone = false): Promise<void> {
  const { values } = readSwitches(args, { today: { type: 'string' }, knowledge: { type: 'string' } })
  const dir = values.knowledge ?? config.KNOWLEDGE_DIR
  const fixedDay = daySwitch(values.today)
  const token = webAlone ? undefined : config.BOT_TOKEN
  const withWeb = webAlone || config.WEB_PORT !== undefined
  if (token === undefined && !withWeb) {
    io.write(`${says.howToConnect}\n\n`)
    return await chatHere(await openHere(dir, fixedDay), io)
  }
  const { createLog } = await import('./log.ts')
  const log = createLog(config.LOG_LEVEL, token)
  let read = readKnowledge(dir, (text) => {
    process.stderr.write(`${text}\n`)
    log.error({ problems: text }, 'plans left out')
  })
  // Now, so that the first question does not wait for it.
  preparedFor(read)
  const knowledge = () => read
  const { reload } = watchKnowledge(
    dir,
    read,
    (changed) => {
      preparedFor(changed)
      read = changed
      log.info({ version: changed.version }, 'knowledge changed')
    },
    (error) => log.error({ problems: error.message }, 'changed knowledge refused, the last good one stays'),
  )
  const stop = stopSignal(() => io.write(`${says.stopping}\n`))
  const clock = clockOf(fixedDay)
  const today = () => fixedDay ?? dayInVietnam(new Date())
  const { store, isKnown, opened } = await openStore(config, { planner: planningFrom(knowledge, clock), clock }, log, stop)
  void keepClean(store, config.RETENTION_DAYS, clock, stop, (error) => isKnown(error) || log.error({ err: error }, 'old data not deleted'))
  // The page has nowhere to say that it cannot keep a talk yet.
  if (withWeb) await opened
  const makeFile = filesFrom(knowledge)
  const questions = createQuestionLog(store, (error) => isKnown(error) || log.error({ err: error }, 'questions not noted down yet'))
  const talk = notedTalk(assembleTalk({ knowledge, sessions: store, today }), questions, store)
  const shared = { talk, makeFile, knowledge, log }
  const page = withWeb && !stop.aborted ? await (await import('./web.ts')).openWeb({ ...shared, forget: (chat) => store.forget(chat) }, config, io.write) : undefined
  const closed = page && stopped(stop).then(() => page.stop())
  const refused = token === undefined ? undefined : await (await import('./bot.ts')).runBot(token, config, { store, questions, knowledge, knowledgeDir: dir, reload, today, clock, makeFile, log, stop, write: io.write, isKnown })
  // Not left to end by itself: telegraf's HTTP library leaves a timer of minutes behind after a broken answer.
  if (refused !== undefined) return void process.stderr.write(`${says.tokenRefused(refused)}\n`, () => process.exit(1))
  await closed
  await questions.flush()
  await store.close()
  process.exit()
}

function stopped(stop: AbortSignal): Promise<void> {
  return new Promise((resolve) => (stop.aborted ? resolve() : stop.addEventListener('abort', () => resolve(), { once: true })))
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
