import { say } from '../answer/absent.ts'
import type { Message } from '../answer/message.ts'
import { headline, list, message } from '../answer/parts.ts'
import { addDays, dayInVietnam, type Day } from '../language/day.ts'
import { formatDay } from '../language/format.ts'
import type { Turn } from '../respond.ts'
import type { Session } from '../session.ts'
import type { Store } from '../store/types.ts'
import { DICTIONARY } from './dictionary-wording.ts'
import { PLAN } from './plan-wording.ts'
import { reviewPress, reviewValue } from './review.ts'
import { listDrafts, scrapPress } from './scrap.ts'
import { whyUnwritable } from './unwritable.ts'
import { uploadPress, type Meanwhile, type UploadParts } from './upload.ts'
import { dictionaryTurn, teach, type DictionaryParts } from './dictionary.ts'
import { OPEN_DAYS, openQuestion, openQuestions } from './open-questions.ts'
import { commandOf, type Special } from './special.ts'
import { DESK } from './wording.ts'

export interface AdministratorParts extends DictionaryParts, UploadParts {
  readonly store: Pick<Store, 'statistics' | 'openQuestions'>
  readonly administrators: readonly number[]
  /** Settles once all questions so far can be read. */
  readonly written: () => Promise<void>
}

const STATISTICS_DAYS = 14
const LONGEST_DAYS = 365
const COMMANDS: readonly string[] = ['thongke', 'chuatraloi', 'duyet']

/** Commands, buttons and typed words of administrators. Undefined for every other turn; somebody else is told whom it is for. */
export async function administratorTurn(chat: string, turn: Turn, session: Session, parts: AdministratorParts, meanwhile: Meanwhile): Promise<Special | 'stopped' | undefined> {
  const command = 'text' in turn ? commandOf(turn.text) : undefined
  const isMeant = 'action' in turn ? turn.action.startsWith('desk:') : command === undefined ? session.desk !== undefined : COMMANDS.includes(command[0]) || (command[0] === 'huy' && session.desk !== undefined)
  if (!isMeant) return undefined
  if (!isAdministrator(chat, parts.administrators)) return { messages: [say(DESK.notForYou)], task: 'none' }
  if (command?.[0] === 'huy') return { messages: [say(DESK.stoppedTask)], task: 'none' }
  if (command) return await commanded(command, parts)
  try {
    return (await listed(turn, parts)) ?? (await planTurn(turn, session, parts, meanwhile)) ?? dictionaryTurn(turn, session.desk, parts) ?? old(turn)
  } catch (error) {
    const reason = whyUnwritable(error)
    if (reason === undefined) throw error
    return { messages: [say(PLAN.notWritten(reason))] }
  }
}

/** A button of an earlier version of the program. */
function old(turn: Turn): Special | undefined {
  return 'action' in turn ? { messages: [say(DICTIONARY.oldButton)] } : undefined
}

/** Whatever is about a plan on its way in. */
async function planTurn(turn: Turn, { desk: task }: Session, parts: AdministratorParts, meanwhile: Meanwhile): Promise<Special | 'stopped' | undefined> {
  const { knowledgeDir } = parts
  if ('text' in turn) return task?.kind === 'value' ? reviewValue(turn.text, task, knowledgeDir) : undefined
  const uploaded = await uploadPress(turn.action, task, parts, meanwhile)
  if (uploaded !== 'other') return uploaded ?? 'stopped'
  return reviewPress(turn.action, turn.by, knowledgeDir) ?? scrapPress(turn.action, parts)
}

/** The person of a talk is the last number of its key, in private and in a group alike. */
export function isAdministrator(chat: string, administrators: readonly number[]): boolean {
  return chat.startsWith('tg:') && administrators.includes(Number(chat.split(':').at(-1)))
}

/** With a number of days behind it where another span is wanted. */
async function commanded([name, rest]: readonly [string, string], parts: AdministratorParts): Promise<Special> {
  const days = /^\d{1,3}$/.test(rest) ? Math.min(Math.max(Number(rest), 1), LONGEST_DAYS) : undefined
  if (name === 'duyet') return { messages: [listDrafts(parts.knowledgeDir)], task: 'none' }
  await parts.written()
  if (name === 'chuatraloi') return { messages: [await openQuestions(parts.store, parts.knowledge().dictionary, realDay(), days ?? OPEN_DAYS, 0)], task: 'none' }
  return { messages: [await statistics(parts.store, realDay(), days ?? STATISTICS_DAYS)] }
}

/** A button of the list of open questions: another page, or a question to teach a word of. */
async function listed(turn: Turn, parts: AdministratorParts): Promise<Special | undefined> {
  const [, verb, first = '', second = ''] = ('action' in turn ? /^desk:(open|teach):(\d+)(?::(\w+))?$/.exec(turn.action) : null) ?? []
  if (verb === undefined) return undefined
  await parts.written()
  if (verb === 'open') return { messages: [await openQuestions(parts.store, parts.knowledge().dictionary, realDay(), Number(second) || OPEN_DAYS, Number(first))], task: 'none' }
  const question = await openQuestion(parts.store, realDay(), Number(first), second)
  return question === undefined ? { messages: [say(DESK.goneQuestion)] } : teach(question, parts)
}

/** Questions are kept under the real day, whatever day the talk is set to. */
function realDay(): Day {
  return dayInVietnam(new Date())
}

async function statistics(store: AdministratorParts['store'], today: Day, days: number): Promise<Message> {
  const rows = await store.statistics(addDays(today, 1 - days))
  if (rows.length === 0) return say(DESK.noQuestions(days))
  const total = rows.reduce((sum, row) => sum + row.questions, 0)
  const answered = rows.reduce((sum, row) => sum + row.answered, 0)
  const lines = rows.map((row) => DESK.day(formatDay(row.day as Day), row.questions, Math.round((100 * row.answered) / row.questions), row.good, row.bad, row.slowest.milliseconds, row.slowest.text))
  return message('help', [headline(DESK.statistics(days, total, Math.round((100 * answered) / total))), list(lines)])
}
