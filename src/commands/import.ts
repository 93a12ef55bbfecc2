import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { dayInVietnam, yearOf } from '../language/day.ts'
import type { Draft } from '../intake/digest.ts'
import type { Difference } from '../intake/files/compare.ts'
import { folderOf } from '../intake/files/folder.ts'
import { readUpload, standingOf, writeDraft } from '../intake/files/import.ts'
import { LIMITS } from '../intake/limits.ts'
import { refuse, refusalOf } from '../intake/refusal.ts'
import { differenceLines, keepsReviewed } from '../intake/review/differences.ts'
import { cardsOf } from '../intake/review/walk.ts'
import { summary, summaryLines } from '../intake/review/summary.ts'
import { readSwitches } from './switches.ts'

export interface ImportIo {
  readonly knowledgeDir: string
  /** One line of the result. */
  readonly write: (line: string) => void
  /** A word on what is being done. */
  readonly progress: (said: string) => void
  /** Asks yes or no; left out where nobody can answer. */
  readonly ask?: (question: string) => Promise<boolean>
}

const OPTIONS = { id: { type: 'string' }, knowledge: { type: 'string' }, yes: { type: 'boolean' }, json: { type: 'boolean' } } as const
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/
const USAGE = 'Cách dùng: npm run import -- TỆP [--id ID] [--knowledge THƯ_MỤC] [--yes] [--json]'

/** `import FILE …`: writes plans/<id>/ from a file, or shows what a second import would change. Gives the exit code. */
export async function importCommand(args: string[], config: { knowledgeDir: string }): Promise<number> {
  const interactive = process.stdin.isTTY === true && process.stderr.isTTY === true
  return importPlan(args, {
    knowledgeDir: config.knowledgeDir,
    write: (line) => process.stdout.write(`${line}\n`),
    progress: (said) => process.stderr.write(`${said}\n`),
    ...(interactive ? { ask: askOnTerminal } : {}),
  })
}

/** The same for any caller: what is said goes through `io`. A file that cannot be taken in is said in one sentence, exit code 1, nothing written. */
export async function importPlan(args: string[], io: ImportIo): Promise<number> {
  const { values, positionals } = readSwitches(args, OPTIONS)
  try {
    const [file] = positionals
    if (file === undefined || positionals.length > 1) throw refuse(USAGE)
    if (values.id !== undefined && (!ID.test(values.id) || values.id.length > 30)) throw refuse('--id chỉ gồm chữ thường không dấu, số và gạch nối, nhiều nhất 30 ký tự, ví dụ bac-quang-2025.')
    const dir = values.knowledge ?? io.knowledgeDir
    const draft = await readUpload({ bytes: bytesOf(file), name: basename(file) }, dir, yearOf(dayInVietnam(new Date())), values.id, io.progress)
    bringVocabulary(io.knowledgeDir, dir)
    return await keep(draft, basename(file), dir, { yes: values.yes === true, json: values.json === true }, io)
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal === undefined) throw error
    if (values.json) io.write(JSON.stringify({ written: false, error: refusal }))
    else io.write(refusal)
    return 1
  }
}

/** A new folder gets the words that questions are understood by; one that has its own keeps them. */
function bringVocabulary(from: string, to: string): void {
  const [source, target] = [join(from, 'vocabulary.yml'), join(to, 'vocabulary.yml')]
  if (!existsSync(source) || existsSync(target)) return
  mkdirSync(to, { recursive: true })
  copyFileSync(source, target)
}

function bytesOf(file: string): Buffer {
  const stats = statSync(file, { throwIfNoEntry: false })
  if (!stats) throw refuse(`Không có tệp "${file}".`)
  if (!stats.isFile()) throw refuse(`"${file}" không phải một tệp.`)
  if (stats.size > LIMITS.fileBytes) throw refuse('Tệp lớn hơn 20 MB, không nhận.')
  try {
    return readFileSync(file)
  } catch {
    throw refuse(`Không mở được tệp "${file}".`)
  }
}

async function keep(draft: Draft, origin: string, dir: string, switches: { yes: boolean; json: boolean }, io: ImportIo): Promise<number> {
  const standing = standingOf(draft, dir)
  const { folder } = standing
  if (standing.kind === 'new' || (standing.kind === 'other-text' && (switches.yes || (await io.ask?.(`${folder} đã có plan.md khác. Ghi đè?`)) === true))) {
    writeDraft(draft, dir, standing, origin)
    tell(draft, { written: true, folder, differences: [] }, switches.json, io)
    return 0
  }
  const { head, facts, textChanged } = standing.kind === 'known' ? standing : { head: [], facts: [], textChanged: true }
  const lines = [...(textChanged ? ['~ plan.md: toàn văn khác bản đang có'] : []), ...differenceLines(head, facts)]
  const wanted = facts.length > 0 || textChanged
  if (!switches.json) showDifferences(folder, lines, io)
  const agreed = wanted && standing.kind === 'known' && (switches.yes || (await io.ask?.(`Ghi các thay đổi này? ${keepsReviewed(facts)}`)) === true)
  if (agreed) writeDraft(draft, dir, standing, origin)
  if (switches.json) tell(draft, { written: agreed, folder, differences: facts }, true, io)
  else io.write(agreed ? `Đã ghi vào ${folder}.${toLookAt(dir, draft.plan.id)}` : wanted ? 'Chưa ghi gì. Thêm --yes để ghi các thay đổi trên.' : 'Không có gì thay đổi.')
  return 0
}

function toLookAt(dir: string, id: string): string {
  const left = cardsOf(folderOf(dir, id).yaml ?? '').length
  return left > 0 ? ` Còn ${left} mục chờ kiểm tra: chạy "npm run review -- ${id}".` : ''
}

function showDifferences(folder: string, lines: readonly string[], io: ImportIo): void {
  io.write(`Kế hoạch này đã có ở ${folder}.`)
  if (lines.length > 0) io.write('So với bản đang có (+ mới, - không còn, ~ khác):')
  for (const line of lines) io.write(line)
}

interface Outcome { readonly written: boolean; readonly folder: string; readonly differences: readonly Difference[] }

function tell(draft: Draft, outcome: Outcome, json: boolean, io: ImportIo): void {
  if (json) {
    const { plan, doubts, oldFont } = draft
    io.write(JSON.stringify({ id: plan.id, folder: outcome.folder, written: outcome.written, ...(oldFont ? { oldFont } : {}), doubts, differences: outcome.differences.map(({ section, kind, old, now, reviewed, stale }) => ({ section, kind, reviewed, stale, ...(old ? { old: old.id } : {}), ...(now ? { now: now.id } : {}) })), plan }))
    return
  }
  for (const line of summaryLines(summary(draft))) io.write(line)
  io.write(`Đã ghi vào ${outcome.folder}. Chạy "npm run review -- ${draft.plan.id}" để xem từng mục.`)
}

async function askOnTerminal(question: string): Promise<boolean> {
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return /^\s*(?:c|co|có|y|yes|u|ừ|ok)\s*$/iu.test(await lines.question(`${question} (c/k) `))
  } finally {
    lines.close()
  }
}
