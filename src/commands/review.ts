import { userInfo } from 'node:os'
import { createInterface } from 'node:readline'
import { basename } from 'node:path'
import { dayInVietnam } from '../language/day.ts'
import { folderOf, neighboursIn } from '../intake/files/folder.ts'
import type { Field } from '../intake/review/fields.ts'
import { decideIn, textsOf } from '../intake/review/folder.ts'
import { cardsOf, planFrom, type Card, type Decided } from '../intake/review/walk.ts'
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
  const plan = planFrom({ id, yaml: there.yaml, text: there.text })
  if ('reason' in plan) throw problem(`${there.folder}/plan.yml đang có lỗi; chạy "npm run validate" và sửa trước.`)
  const pending = cardsOf(there.yaml)
  if (pending.length === 0) {
    io.write('Mọi mục đều đã được kiểm tra.')
    return 0
  }
  io.write(`${plan.title}: ${pending.length} mục chưa kiểm tra.`)
  const by = values.by ?? ((await io.read(`Tên người kiểm tra [${userInfo().username}]: `)) || userInfo().username)
  return walk({ dir, id, mark: `${by}, ${dayInVietnam(new Date())}` }, pending, io)
}

interface Desk { readonly dir: string; readonly id: string; readonly mark: string }

async function walk(desk: Desk, cards: readonly Card[], io: ReviewIo): Promise<number> {
  let done = 0
  for (const [at, { key }] of cards.entries()) {
    // As it stands by now: a fact dropped before it may have taken it along.
    const card = cardNow(desk, key)
    if (!card) continue
    show(card, `[${at + 1}/${cards.length}] `, io)
    const answer = await decide(desk, card, io)
    if (answer === 'd') break
    done++
    tell(decideIn(desk.dir, desk.id, key, answer === 'b' ? { kind: 'drop' } : { kind: 'accept', mark: desk.mark }), io)
  }
  const left = cardsOf(textsOf(desk.dir, desk.id)?.yaml ?? '').length
  io.write(`Đã xem ${done} mục; còn ${left} mục chưa kiểm tra.`)
  return 0
}

const cardNow = ({ dir, id }: Desk, wanted: string) => cardsOf(textsOf(dir, id)?.yaml ?? '').find(({ key }) => key === wanted)

function show({ kind, clauseName, quote, doubts, fields }: Card, place: string, io: ReviewIo): void {
  io.write('')
  io.write(`${place}${kind} · ${clauseName}`)
  io.write(`  “${quote}”`)
  for (const doubt of doubts) io.write(`  ! ${doubt}`)
  for (const field of fields) io.write(`    ${field.label}: ${inLines(field)}`)
}

const inLines = ({ shown }: Field) => (typeof shown === 'string' ? shown : shown.map((line) => `\n      - ${line}`).join(''))

/** a, b or d, once what is to be corrected is corrected; the end of the input stops. */
async function decide(desk: Desk, card: Card, io: ReviewIo): Promise<'a' | 'b' | 'd'> {
  for (;;) {
    const typed = (await io.read('  (a) nhận  (s) sửa  (b) bỏ  (d) dừng: '))?.trim().toLowerCase()
    if (typed === undefined || typed === 'd' || typed === 'q') return 'd'
    if (typed === 'a' || typed === 'b') return typed
    if (typed !== 's') {
      io.write('  Gõ a, s, b hoặc d.')
      continue
    }
    await correctFields(desk, card.key, io)
    const now = cardNow(desk, card.key)
    if (now) show(now, '', io)
  }
}

async function correctFields(desk: Desk, key: string, io: ReviewIo): Promise<void> {
  for (;;) {
    const fields = cardNow(desk, key)?.fields.filter((field) => field.editable) ?? []
    if (fields.length === 0) return io.write('  Mục này chỉ sửa được trong tệp plan.yml.')
    for (const [at, field] of fields.entries()) io.write(`    ${at + 1}. ${field.label}: ${inLines(field)}`)
    const typed = (await io.read('  Sửa mục số mấy? (Enter là xong): '))?.trim() ?? ''
    if (typed === '') return
    const field = /^\d+$/.test(typed) ? fields[Number(typed) - 1] : undefined
    if (field) tell(decideIn(desk.dir, desk.id, key, { kind: 'correct', field: field.key, typed: (await io.read(`  ${field.label} mới: `)) ?? '' }), io)
    else io.write(`  Gõ một số từ 1 đến ${fields.length}, hoặc Enter nếu đã sửa xong.`)
  }
}

function tell(outcome: Decided, io: ReviewIo): void {
  if (outcome.kind === 'unreadable') io.write('  Chưa đọc được giá trị này; giữ nguyên giá trị cũ. Ví dụ hạn: trước ngày 05/11/2026.')
  else if (outcome.kind === 'refused') io.write(`  Giữ nguyên như cũ: ${outcome.reason}`)
  else if (outcome.kind === 'done' && outcome.told !== undefined) io.write(`  ${outcome.told}`)
  else if (outcome.kind === 'gone') io.write('  Mục này vừa được người khác xử lý.')
}
