import { say } from '../answer/absent.ts'
import type { Block, Button, Message } from '../answer/message.ts'
import { headline, list, message, paragraph } from '../answer/parts.ts'
import { markOf } from '../dialog/memory.ts'
import type { Difference } from '../intake/files/compare.ts'
import { restoreFolder, folderOf } from '../intake/files/folder.ts'
import { readUpload, standingOf, writeDraft, type Standing } from '../intake/files/import.ts'
import type { Draft } from '../intake/digest.ts'
import { LIMITS } from '../intake/limits.ts'
import { refusalOf } from '../intake/refusal.ts'
import { differenceLines, keepsReviewed } from '../intake/review/differences.ts'
import { summary } from '../intake/review/summary.ts'
import type { KnowledgeError } from '../knowledge/problem.ts'
import { dayInVietnam, yearOf } from '../language/day.ts'
import type { FetchFile, SentFile } from '../respond.ts'
import type { DeskTask } from '../session.ts'
import { draftOf } from './drafts.ts'
import { scrapButton } from './scrap.ts'
import { PLAN } from './plan-wording.ts'
import { seeAction } from './review.ts'
import type { Special } from './special.ts'
import { whyUnwritable } from './unwritable.ts'

/** A plan brought in as a file: fetched, read in the worker, written as a draft, or held against the plan that is there. */

export interface UploadParts {
  readonly knowledgeDir: string
  readonly reload: () => KnowledgeError | undefined
  readonly onError: (error: unknown) => void
}

/** What the channel lends while it is being done. */
export interface Meanwhile {
  readonly fetchFile: FetchFile
  readonly tell: (message: Message) => void
  readonly stop: AbortSignal
}

const ACTION = /^desk:file:(yes|no):(\w+)$/
/** Of each kind in a summary; the rest is seen on the walk. */
const SHOWN = 8

/** A file of an administrator. Undefined where the program ends first: the next start begins again. */
export async function uploadTurn(sent: SentFile, parts: UploadParts, meanwhile: Meanwhile): Promise<Special | undefined> {
  return await bringIn({ ...sent, name: sent.name || PLAN.unnamed }, false, parts, meanwhile)
}

/** The buttons under the differences; "other" where the button is another one's. */
export async function uploadPress(action: string, task: DeskTask | undefined, parts: UploadParts, meanwhile: Meanwhile): Promise<Special | undefined | 'other'> {
  const [, verb, mark] = ACTION.exec(action) ?? []
  if (verb === undefined) return 'other'
  if (task?.kind !== 'file' || markOf(task.id) !== mark) return { messages: [say(PLAN.oldFile)] }
  if (verb === 'no') return { messages: [say(PLAN.leftAsIs)], task: 'none' }
  return await bringIn(task, true, parts, meanwhile)
}

async function bringIn(file: SentFile, agreed: boolean, parts: UploadParts, { fetchFile, tell, stop }: Meanwhile): Promise<Special | undefined> {
  const only = (text: string): Special => ({ messages: [say(text)], task: 'none' })
  if (file.size > LIMITS.fileBytes) return only(PLAN.tooBig(file.name, file.size))
  tell(say(PLAN.reading(file.name, file.size)))
  const bytes = await fetchFile(file.id)
  if (stop.aborted) return undefined
  if (bytes === 'away') return only(PLAN.notFetched)
  if (bytes === 'refused') return only(PLAN.notGiven)
  try {
    const reading = readUpload({ bytes, name: file.name }, parts.knowledgeDir, yearOf(dayInVietnam(new Date())), undefined, () => undefined)
    const draft = await unlessStopped(reading, stop)
    return draft && place(draft, file, agreed, parts)
  } catch (error) {
    const reason = refusalOf(error)
    if (reason !== undefined) return only(PLAN.refused(file.name, reason))
    parts.onError(error)
    const unwritable = whyUnwritable(error)
    return only(unwritable === undefined ? PLAN.failed : PLAN.notWritten(unwritable))
  }
}

/** From here on nothing waits: what the folder holds cannot change in between. */
function place(draft: Draft, file: SentFile, agreed: boolean, parts: UploadParts): Special {
  const { knowledgeDir } = parts
  const { id } = draft.plan
  const standing = standingOf(draft, knowledgeDir)
  const changes = changesOf(standing)
  if (standing.kind !== 'new' && !changes.length) return { messages: [known(draft, [paragraph(PLAN.same)], knowledgeDir)], task: 'none' }
  if (standing.kind !== 'new' && !agreed) return askToWrite(draft, standing.kind === 'known' ? standing.facts : [], changes, file)
  const before = folderOf(knowledgeDir, id)
  writeDraft(draft, knowledgeDir, standing, file.name)
  const wrong = parts.reload()
  if (wrong) {
    restoreFolder(knowledgeDir, id, before)
    parts.reload()
    return { messages: [say(PLAN.notUsable(wrong.message))], task: 'none' }
  }
  return { messages: [standing.kind === 'new' ? imported(draft, knowledgeDir) : known(draft, [paragraph(PLAN.updated)], knowledgeDir)], task: 'none' }
}

function changesOf(standing: Standing): string[] {
  if (standing.kind !== 'known') return standing.kind === 'other-text' ? [PLAN.otherText] : []
  if (standing.facts.length === 0 && !standing.textChanged) return []
  return [...(standing.textChanged ? [PLAN.otherText] : []), ...differenceLines(standing.head, standing.facts)]
}

function askToWrite(draft: Draft, facts: readonly Difference[], changes: readonly string[], file: SentFile): Special {
  const task: DeskTask = { kind: 'file', id: file.id, name: file.name, size: file.size }
  const button = (label: string, verb: string): Button => ({ label, action: `desk:file:${verb}:${markOf(file.id)}` })
  const blocks = [headline(PLAN.known(draft.plan.title)), paragraph(PLAN.differs), list(cut(changes, 4 * SHOWN)), paragraph(keepsReviewed(facts))]
  return { messages: [message('choose', blocks, { buttons: [[button(PLAN.write, 'yes'), button(PLAN.dontWrite, 'no')]] })], task }
}

function imported(draft: Draft, dir: string): Message {
  const { title, about, lists, doubts } = summary(draft)
  const blocks: Block[] = [
    headline(title),
    ...about.map(paragraph),
    ...lists.flatMap((one): Block[] => (one.rows.length > 0 ? [{ type: 'heading', text: one.title }, list(cut(one.rows, SHOWN))] : [])),
    ...(doubts.length > 0 ? [{ type: 'heading' as const, text: PLAN.doubts }, list(cut(doubts, SHOWN))] : []),
    paragraph(PLAN.imported),
  ]
  return message('help', blocks, { buttons: nextSteps(draft, dir) })
}

function known(draft: Draft, blocks: readonly Block[], dir: string): Message {
  return message('help', [headline(PLAN.known(draft.plan.title)), ...blocks], { buttons: nextSteps(draft, dir) })
}

function nextSteps({ plan }: Draft, dir: string): Button[][] {
  const left = draftOf(dir, plan.id)?.cards.length ?? 0
  return left > 0 ? [[{ label: PLAN.walk(left), action: seeAction(plan.id) }], [scrapButton(plan.id)]] : []
}

function cut(rows: readonly string[], most: number): string[] {
  return rows.length > most ? [...rows.slice(0, most), PLAN.andMore(rows.length - most)] : [...rows]
}

/** What the work gives, or undefined once the program is to end. */
async function unlessStopped<T>(work: Promise<T>, stop: AbortSignal): Promise<T | undefined> {
  const over = new AbortController()
  const stopped = new Promise<undefined>((resolve) => stop.addEventListener('abort', () => resolve(undefined), { once: true, signal: over.signal }))
  return await Promise.race([work, stopped]).finally(() => over.abort())
}
