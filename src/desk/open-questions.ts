import { say } from '../answer/absent.ts'
import type { Button, Message } from '../answer/message.ts'
import { headline, list, message, paragraph } from '../answer/parts.ts'
import { markOf } from '../dialog/memory.ts'
import type { DictionaryEntry } from '../knowledge/types.ts'
import { addDays, type Day } from '../language/day.ts'
import { formatDay } from '../language/format.ts'
import type { Store } from '../store/types.ts'
import { standsIn } from './dictionary-check.ts'
import { groupAlike, type Group } from './likeness.ts'
import { DESK } from './wording.ts'

/** Questions that had no answer, grouped by likeness, most asked first; each can be taught a word for. */

/** Looked at for likeness. */
const READ = 500
const SHOWN = 10
const PER_ROW = 5
export const OPEN_DAYS = 90

/** One page of the groups, from `page` (0 on). */
export async function openQuestions(store: Pick<Store, 'openQuestions'>, dictionary: readonly DictionaryEntry[], today: Day, days: number, page: number): Promise<Message> {
  const groups = await groupsOf(store, dictionary, today, days)
  if (groups.length === 0) return say(DESK.noneOpen(days))
  const from = page * SHOWN < groups.length ? page * SHOWN : 0
  const shown = groups.slice(from, from + SHOWN)
  const lines = shown.map(({ text, asked, last, others }) => DESK.open(text, asked, formatDay(last as Day), others[0]))
  const buttons = shown.map(({ text }, i): Button => ({ label: `📖 ${i + 1}`, action: `desk:teach:${days}:${markOf(text)}` }))
  const more = from + SHOWN < groups.length ? [[{ label: DESK.more, action: `desk:open:${page + 1}:${days}` }]] : []
  return message('help', [headline(DESK.openQuestions(groups.length, days)), list(lines, true), paragraph(DESK.howToTeach)], { buttons: [...inRows(buttons), ...more] })
}

/** The question that a button of the list stands for; undefined where it is open no longer. */
export async function openQuestion(store: Pick<Store, 'openQuestions'>, today: Day, days: number, mark: string): Promise<string | undefined> {
  return (await groupsOf(store, [], today, days)).find(({ text }) => markOf(text) === mark)?.text
}

async function groupsOf(store: Pick<Store, 'openQuestions'>, dictionary: readonly DictionaryEntry[], today: Day, days: number): Promise<Group[]> {
  const groups = groupAlike(await store.openQuestions(addDays(today, 1 - days), READ))
  return groups.filter(({ text, last }) => !dictionary.some((entry) => isTaughtSince(entry, text, last)))
}

/** A word of the question has been taught since it was last asked: whether that helped is seen when it is asked again. */
function isTaughtSince({ phrase, added }: DictionaryEntry, question: string, lastAsked: string): boolean {
  const day = /\d{4}-\d\d-\d\d$/.exec(added ?? '')?.[0]
  return day !== undefined && day >= lastAsked && standsIn(phrase, question)
}

function inRows(buttons: readonly Button[]): Button[][] {
  return Array.from({ length: Math.ceil(buttons.length / PER_ROW) }, (_, at) => buttons.slice(at * PER_ROW, (at + 1) * PER_ROW))
}
