import { stringify } from 'yaml'
import { say } from '../answer/absent.ts'
import type { Button, Message } from '../answer/message.ts'
import { headline, message, paragraph, rows } from '../answer/parts.ts'
import { markOf } from '../dialog/memory.ts'
import type { KnowledgeError } from '../knowledge/problem.ts'
import type { DictionaryEntry, Knowledge } from '../knowledge/types.ts'
import { dayInVietnam, type Day } from '../language/day.ts'
import { clean } from '../language/normalise.ts'
import { respond, type Turn } from '../respond.ts'
import { freshSession, type DeskTask } from '../session.ts'
import { meaningSoFar, whyNotMeaning, whyNotPhrase } from './dictionary-check.ts'
import { writeEntry } from './dictionary-file.ts'
import { likelyMeanings, unknownWords } from './dictionary-offers.ts'
import { DICTIONARY } from './dictionary-wording.ts'
import type { Special } from './special.ts'

/** The talk in which an administrator teaches the bot a word of a question: which word, what it means, a look, kept or dropped. */

export interface DictionaryParts {
  readonly knowledgeDir: string
  readonly knowledge: () => Knowledge
  readonly today: () => Day
  /** Takes what was written into use at once; gives what is wrong with the folder. */
  readonly reload: () => KnowledgeError | undefined
}

/** "desk:word:<i>:<mark>"; the mark ties a button to the question, phrase and meaning it was made for. */
const ACTION = /^desk:(word|means|keep|drop|other|stop):(\d*):(\w+)$/
export const OPEN_LIST = 'desk:open:0'

/** Begins with a question that had no answer. */
export function teach(question: string, { knowledge, today }: DictionaryParts): Special {
  return askPhrase(question, unknownWords(question, knowledge(), today()))
}

/** A press or a typed word of this talk; undefined where the turn is something else. */
export function dictionaryTurn(turn: Turn, task: DeskTask | undefined, parts: DictionaryParts): Special | undefined {
  if ('action' in turn) {
    const [, verb, index, mark] = ACTION.exec(turn.action) ?? []
    if (verb === undefined) return undefined
    if (task === undefined || markOfTask(task) !== mark) return { messages: [say(DICTIONARY.oldButton)] }
    return pressed(verb, Number(index), task, turn.by, parts)
  }
  const typed = clean(turn.text).trim().replaceAll(/\s+/g, ' ')
  if (task?.kind === 'phrase') return choosePhrase(typed, task.question, parts)
  return task?.kind === 'meaning' ? chooseMeaning(typed, task, parts) : undefined
}

function pressed(verb: string, index: number, task: DeskTask, by: string | undefined, parts: DictionaryParts): Special {
  if (verb === 'stop') return { messages: [withList(DICTIONARY.stopped)], task: 'none' }
  if (verb === 'word' && task.kind === 'phrase') return choosePhrase(task.offered[index] ?? '', task.question, parts)
  if (verb === 'means' && task.kind === 'meaning') return chooseMeaning(task.offered[index] ?? '', task, parts)
  if (task.kind !== 'entry') return { messages: [say(DICTIONARY.oldButton)] }
  if (verb === 'drop') return { messages: [withList(DICTIONARY.dropped)], task: 'none' }
  if (verb === 'other') return askMeaning(task.question, task.phrase, parts)
  return keep(task, by, parts)
}

function askPhrase(question: string, offered: readonly string[]): Special {
  const task: DeskTask = { kind: 'phrase', question, offered }
  const buttons = offered.map((word, index): Button => ({ label: word, action: `desk:word:${index}:${markOfTask(task)}` }))
  return { messages: [message('choose', [headline(DICTIONARY.which(question)), paragraph(DICTIONARY.whichHow)], { buttons: [...rows(buttons), [stopOf(task)]] })], task }
}

function choosePhrase(phrase: string, question: string, parts: DictionaryParts): Special {
  const reason = whyNotPhrase(phrase, question)
  return reason === undefined ? askMeaning(question, phrase, parts) : withReason(reason, askPhrase(question, unknownWords(question, parts.knowledge(), parts.today())))
}

function askMeaning(question: string, phrase: string, { knowledge, today }: DictionaryParts): Special {
  const task: DeskTask = { kind: 'meaning', question, phrase, offered: likelyMeanings(question, phrase, knowledge(), today()) }
  const before = meaningSoFar(phrase, knowledge(), today())
  const buttons = task.offered.map((means, index): Button => ({ label: means, action: `desk:means:${index}:${markOfTask(task)}` }))
  const blocks = [headline(DICTIONARY.means(phrase)), ...(before === undefined ? [] : [{ type: 'note', text: before } as const]), paragraph(DICTIONARY.meansHow)]
  return { messages: [message('choose', blocks, { buttons: [...rows(buttons), [stopOf(task)]] })], task }
}

function chooseMeaning(means: string, { question, phrase }: Extract<DeskTask, { kind: 'meaning' }>, parts: DictionaryParts): Special {
  const reason = whyNotMeaning(means, phrase, parts.knowledge())
  return reason === undefined ? preview({ kind: 'entry', question, phrase, means }, parts) : withReason(reason, askMeaning(question, phrase, parts))
}

/** What the bot would answer, with its own code and the entry as if it were kept. */
function preview(task: Extract<DeskTask, { kind: 'entry' }>, { knowledge, today }: DictionaryParts): Special {
  const { question, phrase, means } = task
  const known = knowledge()
  const { messages } = respond({ text: question }, freshSession, { ...known, dictionary: withNew(known.dictionary, { phrase, means }) }, today())
  const isOpen = messages.every(({ outcome }) => outcome === 'not-found' || outcome === 'not-stated')
  const before = meaningSoFar(phrase, known, today())
  const notes = [...(before === undefined ? [] : [before]), ...(isOpen ? [DICTIONARY.stillOpen] : [])].map((text) => ({ type: 'note', text }) as const)
  const button = (label: string, verb: string): Button => ({ label, action: `desk:${verb}::${markOfTask(task)}` })
  const buttons = [[button(DICTIONARY.keep, 'keep'), button(DICTIONARY.drop, 'drop')], [button(DICTIONARY.otherMeaning, 'other')]]
  return { messages: [message('choose', [paragraph(DICTIONARY.preview(phrase, means)), ...messages.flatMap(({ blocks }) => blocks), ...notes], { buttons })], task }
}

function keep(task: Extract<DeskTask, { kind: 'entry' }>, by: string | undefined, { knowledgeDir, reload }: DictionaryParts): Special {
  const { question, phrase, means } = task
  const day = dayInVietnam(new Date())
  const entry = { phrase, means, added: by === undefined ? day : `${by}, ${day}`, question }
  const written = writeEntry(knowledgeDir, entry)
  if (written.kind === 'written') {
    const problem = reload()?.message
    return { messages: [withList(problem === undefined ? DICTIONARY.kept(phrase, means) : DICTIONARY.keptButRefused(phrase, means, problem))], task: 'none' }
  }
  const again: Button[] = [{ label: DICTIONARY.again, action: `desk:keep::${markOfTask(task)}` }, { label: DICTIONARY.drop, action: `desk:drop::${markOfTask(task)}` }]
  if (written.kind === 'invalid') return { messages: [message('choose', [headline(DICTIONARY.notValid(written.reason))], { buttons: [again] })] }
  const line = `  ${stringify([entry], { collectionStyle: 'flow', lineWidth: 0 }).trim().replace(/^\[\s*/, '- ').replace(/\s*\]$/, '')}`
  return { messages: [message('choose', [headline(DICTIONARY.notWritten(written.reason)), paragraph(line)], { buttons: [again] })] }
}

function withNew(dictionary: readonly DictionaryEntry[], entry: DictionaryEntry): DictionaryEntry[] {
  return [entry, ...dictionary.filter(({ phrase }) => phrase !== entry.phrase)]
}

function withReason(reason: string, { messages, ...rest }: Special): Special {
  return { ...rest, messages: messages.map((one) => ({ ...one, blocks: [{ type: 'note', text: reason }, ...one.blocks] })) }
}

function withList(text: string): Message {
  return message('choose', [headline(text)], { buttons: [[{ label: DICTIONARY.others, action: OPEN_LIST }]] })
}

function stopOf(task: DeskTask): Button {
  return { label: DICTIONARY.stop, action: `desk:stop::${markOfTask(task)}` }
}

function markOfTask(task: DeskTask): string {
  return markOf(JSON.stringify(task))
}
