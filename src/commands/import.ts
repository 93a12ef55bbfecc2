import { copyFileSync, existsSync, mkdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { parseDocument } from 'yaml'
import { dayInVietnam, yearOf } from '../language/day.ts'
import { readClauses } from '../knowledge/clauses.ts'
import { findQuote } from '../knowledge/proof.ts'
import type { Source } from '../knowledge/types.ts'
import type { Draft } from '../intake/digest.ts'
import { differences, headDifferences, type Difference, type Fact } from '../intake/files/compare.ts'
import { checksBeside, folderOf, neighboursIn, placeBeside, writeFolder } from '../intake/files/folder.ts'
import { merge } from '../intake/files/merge.ts'
import { planDocument, yamlOf } from '../intake/files/plan-yml.ts'
import { LIMITS } from '../intake/limits.ts'
import { refuse, refusalOf } from '../intake/refusal.ts'
import { takeIn } from '../intake/take-in.ts'
import { differenceLines, summary } from './import-summary.ts'
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
    const draft = await read(file, dir, values.id, io)
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

async function read(file: string, dir: string, id: string | undefined, io: ImportIo): Promise<Draft> {
  const bytes = bytesOf(file)
  const neighbours = neighboursIn(dir)
  const known = neighbours.map(({ id: one, title, number }) => ({ id: one, title, ...(number ? { number } : {}) }))
  const draft = await takeIn({ bytes, name: basename(file), thisYear: yearOf(dayInVietnam(new Date())), known, ...(id ? { id } : {}) }, io.progress)
  return { ...draft, plan: { ...draft.plan, place: placeBeside(draft.plan.place, draft.plan.id, neighbours), checks: checksBeside(draft.plan.checks ?? [], draft.plan.id, neighbours) } }
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
  const { plan } = draft
  const there = folderOf(dir, plan.id)
  if (there.yaml === undefined && (there.text === undefined || there.text === draft.text || switches.yes || (await io.ask?.(`${there.folder} đã có plan.md khác. Ghi đè?`)) === true)) {
    writeFolder(dir, plan.id, draft.text, yamlOf(planDocument(plan, draft.doubts, origin)))
    tell(draft, { written: true, folder: there.folder, differences: [] }, switches.json, io)
    return 0
  }
  const document = parseDocument(there.yaml ?? '')
  if (document.errors.length > 0) throw refuse(`${there.folder}/plan.yml đang có lỗi; hãy sửa (npm run validate) rồi nhập lại. Chưa ghi gì.`)
  const old = (document.toJS() ?? {}) as Record<string, unknown>
  const [head, facts] = [headDifferences(old, plan), differences(old, plan)]
  const textChanged = there.text !== draft.text
  const lines = [...(textChanged ? ['~ plan.md: toàn văn khác bản đang có'] : []), ...differenceLines(head, facts)]
  const wanted = facts.length > 0 || textChanged
  if (!switches.json) showDifferences(there.folder, lines, io)
  const agreed = wanted && (switches.yes || (await io.ask?.('Ghi các thay đổi này? Mục đã có người kiểm tra được giữ nguyên.')) === true)
  if (agreed) {
    const { clauses } = readClauses(draft.text)
    merge(document, facts, plan, (fact) => stands(fact, clauses))
    writeFolder(dir, plan.id, draft.text, yamlOf(document))
  }
  if (switches.json) tell(draft, { written: agreed, folder: there.folder, differences: facts }, true, io)
  else io.write(agreed ? `Đã ghi vào ${there.folder}.` : wanted ? 'Chưa ghi gì. Thêm --yes để ghi các thay đổi trên.' : 'Không có gì thay đổi.')
  return 0
}

function showDifferences(folder: string, lines: readonly string[], io: ImportIo): void {
  io.write(`Kế hoạch này đã có ở ${folder}.`)
  if (lines.length > 0) io.write('So với bản đang có (+ mới, - không còn, ~ khác):')
  for (const line of lines) io.write(line)
}

/** Whether every quote of a fact stands in the new text. */
function stands(fact: Fact, clauses: ReturnType<typeof readClauses>['clauses']): boolean {
  return sourcesOf(fact).every((source) => findQuote({ clauses }, source).verdict === 'found')
}

function sourcesOf(value: unknown): Source[] {
  if (Array.isArray(value)) return value.flatMap(sourcesOf)
  if (typeof value !== 'object' || value === null) return []
  return [...('clause' in value && 'quote' in value ? [value as Source] : []), ...Object.values(value).flatMap(sourcesOf)]
}

interface Outcome { readonly written: boolean; readonly folder: string; readonly differences: readonly Difference[] }

function tell(draft: Draft, outcome: Outcome, json: boolean, io: ImportIo): void {
  if (json) {
    const { plan, doubts, oldFont } = draft
    io.write(JSON.stringify({ id: plan.id, folder: outcome.folder, written: outcome.written, ...(oldFont ? { oldFont } : {}), doubts, differences: outcome.differences.map(({ section, kind, old, now, reviewed }) => ({ section, kind, reviewed, ...(old ? { old: old.id } : {}), ...(now ? { now: now.id } : {}) })), plan }))
    return
  }
  for (const line of summary(draft)) io.write(line)
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
