import { userInfo } from 'node:os'
import { createInterface } from 'node:readline'
import { basename } from 'node:path'
import { parseDocument } from 'yaml'
import { clauseName } from '../language/clause-name.ts'
import { dayInVietnam } from '../language/day.ts'
import { planFile } from '../knowledge/schema.ts'
import { readYaml } from '../knowledge/yaml-file.ts'
import type { Fact } from '../intake/files/compare.ts'
import { folderOf, neighboursIn, writeFolder } from '../intake/files/folder.ts'
import { accept, correct, drop, pendingFacts, type PendingFact } from '../intake/files/pending.ts'
import { SECTION_WORDS } from '../intake/files/plan-yml.ts'
import { fieldsOf, valueFrom } from './review-fields.ts'
import { problem } from './problem.ts'
import { readSwitches } from './switches.ts'

export interface ReviewIo {
  readonly knowledgeDir: string
  readonly write: (text: string) => void
  /** The next line typed; undefined where the input has ended. */
  readonly read: (prompt: string) => Promise<string | undefined>
}

const USAGE = 'Cách dùng: npm run review -- ID_KẾ_HOẠCH [--by "Tên người kiểm tra"] [--knowledge THƯ_MỤC]'

/** `review PLAN`: walks through the facts that nobody has looked at, quote beside fact. Gives the exit code. */
export async function reviewCommand(args: string[], config: { knowledgeDir: string }): Promise<number> {
  const lines = createInterface({ input: process.stdin })
  const waiting: string[] = []
  let [ended, wake] = [false, () => {}]
  lines.on('line', (line) => (waiting.push(line), wake()))
  lines.on('close', () => ((ended = true), wake()))
  const read = async (prompt: string) => {
    process.stdout.write(prompt)
    while (waiting.length === 0 && !ended) await new Promise<void>((resolve) => (wake = resolve))
    return waiting.shift()
  }
  try {
    return await reviewPlan(args, { knowledgeDir: config.knowledgeDir, write: (text) => process.stdout.write(`${text}\n`), read })
  } finally {
    lines.close()
  }
}

/** The same for any caller. Each decision is written at once, so that stopping loses nothing. */
export async function reviewPlan(args: string[], io: ReviewIo): Promise<number> {
  const { values, positionals } = readSwitches(args, { by: { type: 'string' }, knowledge: { type: 'string' } })
  const [given] = positionals
  const dir = values.knowledge ?? io.knowledgeDir
  if (given === undefined) throw problem(USAGE)
  const id = basename(given)
  const there = folderOf(dir, id)
  if (there.yaml === undefined || there.text === undefined) throw problem(`Không có kế hoạch "${id}". Đang có: ${neighboursIn(dir).map((one) => one.id).join(', ') || 'chưa có kế hoạch nào'}.`)
  const checked = readYaml('plan.yml', there.yaml, planFile)
  if ('problems' in checked) throw problem(`${there.folder}/plan.yml đang có lỗi; chạy "npm run validate" và sửa trước.`)
  const pending = pendingFacts(there.yaml)
  if (pending.length === 0) {
    io.write('Mọi mục đều đã được kiểm tra.')
    return 0
  }
  io.write(`${checked.value.title}: ${pending.length} mục chưa kiểm tra.`)
  const by = values.by ?? ((await io.read(`Tên người kiểm tra [${userInfo().username}]: `)) || userInfo().username)
  return walk({ dir, id, text: there.text, by: `${by}, ${dayInVietnam(new Date())}`, year: checked.value.year }, there.yaml, pending, io)
}

interface Desk { readonly dir: string; readonly id: string; readonly text: string; readonly by: string; readonly year: number }

async function walk(desk: Desk, start: string, pending: readonly PendingFact[], io: ReviewIo): Promise<number> {
  let [yaml, done] = [start, 0]
  const save = (changed: string) => {
    yaml = changed
    writeFolder(desk.dir, desk.id, desk.text, yaml)
  }
  for (const [at, { section, fact }] of pending.entries()) {
    // As it stands by now: a fact dropped before it may have taken it along.
    const one = pendingFacts(yaml).find((now) => now.section === section && now.fact.id === fact.id)
    if (!one) continue
    show(one, at + 1, pending.length, io)
    const answer = await decide(io)
    if (answer === 'd') break
    done++
    if (answer === 'b') save(drop(yaml, one.section, one.fact.id))
    else {
      if (answer === 's') yaml = await correctFields(yaml, one, desk.year, io)
      save(accept(yaml, one.section, one.fact.id, desk.by))
    }
  }
  const left = pendingFacts(yaml).length
  io.write(`Đã xem ${done} mục; còn ${left} mục chưa kiểm tra.`)
  return 0
}

function show({ section, fact }: PendingFact, at: number, of: number, io: ReviewIo): void {
  const source = (fact['source'] ?? {}) as { clause?: string; quote?: string }
  io.write('')
  io.write(`[${at}/${of}] ${SECTION_WORDS[section].split(':')[0]} · ${clauseName(source.clause ?? '')}`)
  io.write(`  “${source.quote ?? ''}”`)
  for (const field of fieldsOf(section, fact)) io.write(`    ${field.label}: ${field.shown}`)
}

/** a, s, b or d; the end of the input stops. */
async function decide(io: ReviewIo): Promise<'a' | 's' | 'b' | 'd'> {
  for (;;) {
    const typed = (await io.read('  (a) nhận  (s) sửa  (b) bỏ  (d) dừng: '))?.trim().toLowerCase()
    if (typed === undefined || typed === 'd' || typed === 'q') return 'd'
    if (typed === 'a' || typed === 's' || typed === 'b') return typed
    io.write('  Gõ a, s, b hoặc d.')
  }
}

async function correctFields(start: string, { section, fact }: PendingFact, year: number, io: ReviewIo): Promise<string> {
  let yaml = start
  const fields = fieldsOf(section, fact).filter((field) => field.editable)
  for (;;) {
    for (const [at, field] of fields.entries()) io.write(`    ${at + 1}. ${field.label}: ${field.shown}`)
    const typed = (await io.read('  Sửa mục số mấy? (Enter là xong): '))?.trim() ?? ''
    const field = fields[Number(typed) - 1]
    if (typed === '' || !field) return yaml
    const value = valueFrom(field.key, (await io.read(`  ${field.label} mới: `)) ?? '', fact[field.key], year)
    const changed = value === undefined ? undefined : correct(yaml, section, fact.id, field.key, value)
    if (changed === undefined || 'problems' in readYaml('plan.yml', changed, planFile)) io.write('  Chưa đọc được giá trị này; giữ nguyên giá trị cũ. Ví dụ hạn: trước ngày 05/11/2026.')
    else {
      yaml = changed
      const now = (parseDocument(yaml).toJS() as Record<string, Fact[]>)[section]?.find((one) => one.id === fact.id)
      fields.splice(0, fields.length, ...fieldsOf(section, now ?? fact).filter((one) => one.editable))
    }
  }
}
