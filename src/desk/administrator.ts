import { say } from '../answer/absent.ts'
import type { Message } from '../answer/message.ts'
import { headline, list, message } from '../answer/parts.ts'
import { addDays, dayInVietnam, type Day } from '../language/day.ts'
import { formatDay } from '../language/format.ts'
import type { Turn } from '../respond.ts'
import type { Store } from '../store/types.ts'
import { groupAlike } from './likeness.ts'
import { commandOf, type Special } from './special.ts'
import { DESK } from './wording.ts'

interface Parts {
  readonly store: Pick<Store, 'statistics' | 'openQuestions'>
  readonly administrators: readonly number[]
  /** Settles once all questions so far can be read. */
  readonly written: () => Promise<void>
}

const STATISTICS_DAYS = 14
const OPEN_DAYS = 90
const OPEN_SHOWN = 15
/** Looked at for likeness. */
const OPEN_READ = 500
const LONGEST_DAYS = 365

/** /thongke and /chuatraloi, with a number of days behind where another span is wanted. Undefined for every other turn. */
export async function administratorTurn(chat: string, turn: Turn, { store, administrators, written }: Parts): Promise<Special | undefined> {
  const [name, rest = ''] = ('text' in turn ? commandOf(turn.text) : undefined) ?? []
  if (name !== 'thongke' && name !== 'chuatraloi') return undefined
  if (!administrators.includes(userOf(chat))) return { messages: [say(DESK.notForYou)] }
  await written()
  const days = /^\d{1,3}$/.test(rest) ? Math.min(Math.max(Number(rest), 1), LONGEST_DAYS) : undefined
  // Questions are kept under the real day, whatever day the talk is set to.
  const real = dayInVietnam(new Date())
  const message = name === 'thongke' ? await statistics(store, real, days ?? STATISTICS_DAYS) : await openQuestions(store, real, days ?? OPEN_DAYS)
  return { messages: [message] }
}

/** The person of a talk: the last number of its key, in private and in a group alike. */
function userOf(chat: string): number {
  return Number(chat.split(':').at(-1))
}

async function statistics(store: Parts['store'], today: Day, days: number): Promise<Message> {
  const rows = await store.statistics(addDays(today, 1 - days))
  if (rows.length === 0) return say(DESK.noQuestions(days))
  const total = rows.reduce((sum, row) => sum + row.questions, 0)
  const answered = rows.reduce((sum, row) => sum + row.answered, 0)
  const lines = rows.map((row) => DESK.day(formatDay(row.day as Day), row.questions, Math.round((100 * row.answered) / row.questions), row.good, row.bad, row.slowest.milliseconds, row.slowest.text))
  return message('help', [headline(DESK.statistics(days, total, Math.round((100 * answered) / total))), list(lines)])
}

async function openQuestions(store: Parts['store'], today: Day, days: number): Promise<Message> {
  const groups = groupAlike(await store.openQuestions(addDays(today, 1 - days), ['not-found', 'not-stated'], OPEN_READ))
  if (groups.length === 0) return say(DESK.noneOpen(days))
  const lines = groups.slice(0, OPEN_SHOWN).map(({ text, asked, last, others }) => DESK.open(text, asked, formatDay(last as Day), others[0]))
  return message('help', [headline(DESK.openQuestions(groups.length, days)), list(lines, true)])
}
