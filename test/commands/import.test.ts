import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { importPlan, type ImportIo } from '../../src/commands/import.ts'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import { KNOWLEDGE } from './here.ts'

const original = readFileSync(join(import.meta.dirname, '..', 'intake', 'samples', 'ke-hoach-xa.txt'), 'utf8')
const ID = 'van-thuy-2026'

const room = mkdtempSync(join(tmpdir(), 'import-'))
afterAll(() => rmSync(room, { recursive: true, force: true }))

function emptyFolder(): string {
  const dir = mkdtempSync(join(room, 'knowledge-'))
  mkdirSync(join(dir, 'plans'))
  return dir
}

/** A desk with one file on it and a knowledge folder beside. */
function desk(text: string | Buffer = original, name = 'ke-hoach.txt', dir = emptyFolder()) {
  const file = join(mkdtempSync(join(room, 'inbox-')), name)
  writeFileSync(file, text)
  return {
    dir,
    file,
    retype: (changed: string) => writeFileSync(file, changed),
    plan: (id = ID) => readFileSync(join(dir, 'plans', id, 'plan.yml'), 'utf8'),
    rewrite: (change: (yaml: string) => string, id = ID) => writeFileSync(join(dir, 'plans', id, 'plan.yml'), change(readFileSync(join(dir, 'plans', id, 'plan.yml'), 'utf8'))),
    take: async (args: string[] = [], ask?: ImportIo['ask']) => {
      const [lines, steps]: [string[], string[]] = [[], []]
      const code = await importPlan([file, ...args], { knowledgeDir: dir, write: (line) => lines.push(line), progress: (said) => steps.push(said), ...(ask ? { ask } : {}) })
      return { code, text: lines.join('\n'), steps }
    },
  }
}

type Taken = Awaited<ReturnType<ReturnType<typeof desk>['take']>>
let first: Taken
const imported = emptyFolder()
beforeAll(async () => (first = await desk(original, 'ke-hoach.txt', imported).take()))

/** The desk on which the plan has been taken in once. */
function deskAfterwards(text = original, name = 'ke-hoach.txt') {
  const dir = emptyFolder()
  cpSync(imported, dir, { recursive: true })
  return desk(text, name, dir)
}

const plansIn = (dir: string) => readdirSync(join(dir, 'plans'))
const deadlineOf = (yaml: string, id: string) => (parse(yaml) as { deadlines: { id: string; due: unknown; review?: string }[] }).deadlines.find((one) => one.id === id)
/** The whole entry of one fact, as it is written. */
const reviewed = (id: string) => (yaml: string) => yaml.replace(new RegExp(`(- id: ${id}\\n(?:(?!\\n {2}- )[^])*?review: )pending`), '$1"Lò Thị Mỷ, 2026-02-01" # đã đối chiếu bản giấy')

describe('a plan dropped in', () => {
  test('is known at once, every fact unreviewed, and says what was found and what is doubtful', () => {
    const { dir, plan } = deskAfterwards()
    const { code, text, steps } = first
    expect(code).toBe(0)
    expect(steps).toContain('Đang tìm thời hạn…')
    expect(text).toContain('Kế hoạch số 37/KH-UBND: Phát động phong trào thi đua "Chung sức xây dựng xã Vân Thủy sáng, xanh, sạch, đẹp" năm 2026')
    expect(text).toContain('  - Gửi đăng ký nội dung thi đua bằng văn bản: chậm nhất ngày 10/02/2026, gửi Ủy ban nhân dân xã (qua Phòng Văn hóa - Xã hội)')
    expect(text).toContain('Cần xem lại:\n  - deadlines/bao-cao-ket-qua-6-thang: Văn bản không ghi năm của hạn này; đang hiểu là năm 2026.')
    expect(text).toContain('npm run review -- van-thuy-2026')
    expect(plan()).toContain('  # Cần xem: Văn bản không ghi năm của hạn này; đang hiểu là năm 2026.\n  - id: bao-cao-nam')
    expect(plansIn(dir)).toEqual([ID])
    const [known] = loadKnowledge(dir).plans
    expect(known?.deadlines.map((one) => one.review)).toEqual(Array.from({ length: 5 }, () => 'pending'))
    expect(known?.clauses.map((clause) => clause.address)).toEqual(['head', 'I', 'II', 'III', 'IV', 'tail'])
  })

  test('goes where and under the name it is told, and brings the words of questions along', async () => {
    const { take, dir } = desk(original, 'ke-hoach.txt', KNOWLEDGE)
    const other = emptyFolder()
    expect((await take(['--id', 'van-thuy', '--knowledge', other])).code).toBe(0)
    expect(plansIn(other)).toEqual(['van-thuy'])
    expect(existsSync(join(other, 'vocabulary.yml'))).toBe(true)
    expect(plansIn(dir)).not.toContain('van-thuy')
  })

  test('is told as one line of JSON', async () => {
    const { take } = desk()
    const told = JSON.parse((await take(['--json'])).text) as { id: string; written: boolean; plan: { deadlines: unknown[] }; doubts: unknown[] }
    expect(told).toMatchObject({ id: ID, written: true })
    expect(told.plan.deadlines).toHaveLength(5)
  })

  test('beside another of the same place and year gets a name of its own', async () => {
    const second = deskAfterwards(original.replace('37/KH-UBND', '58/KH-UBND').replace('"Chung sức xây dựng xã Vân Thủy\n                  sáng, xanh, sạch, đẹp"', '"Học tập suốt đời"'), 'khac.txt')
    expect((await second.take()).code).toBe(0)
    expect(plansIn(second.dir)).toHaveLength(2)
    expect(loadKnowledge(second.dir).plans.map((one) => one.number?.text).sort()).toEqual(['37/KH-UBND', '58/KH-UBND'])
  })

  test('whose place is named like another place does not take that name away', async () => {
    const second = deskAfterwards(original.replace('37/KH-UBND', '12/KH-UBND').replaceAll('Lạng Châu', 'Hà Sơn').replaceAll('năm 2026', 'năm 2027'), 'khac.txt')
    expect((await second.take()).code).toBe(0)
    const places = loadKnowledge(second.dir).plans.map((one) => one.place)
    expect(places).toHaveLength(2)
    expect(new Set(places.flatMap((place) => [place.name, ...place.aliases])).size).toBe(places.flatMap((place) => [place.name, ...place.aliases]).length)
  })
})

describe('what is refused is said in one sentence, and nothing is written', () => {
  test.each([
    ['a letter to a friend', 'Chào anh, cuối tuần này trời đẹp, mình đi câu cá nhé. Nhớ mang theo nước uống.', [], 'Tệp không giống một kế hoạch, quyết định, quy định hay thủ tục: không thấy phần đầu văn bản và các điều khoản đánh số.'],
    ['an id that no folder can have', original, ['--id', '../../etc'], '--id chỉ gồm chữ thường không dấu, số và gạch nối, nhiều nhất 30 ký tự, ví dụ bac-quang-2025.'],
  ])('%s', async (_, text, args, sentence) => {
    const { take, dir } = desk(text)
    expect(await take(args)).toMatchObject({ code: 1, text: sentence })
    expect(plansIn(dir)).toEqual([])
  })

  test.each([
    [['/khong/co/tep.docx'], 'Không có tệp "/khong/co/tep.docx".'],
    [['/'], '"/" không phải một tệp.'],
    [['/khong/co/tep.docx', '--json'], '{"written":false,"error":"Không có tệp \\"/khong/co/tep.docx\\"."}'],
    [[], 'Cách dùng: npm run import -- TỆP [--id ID] [--knowledge THƯ_MỤC] [--yes] [--json]'],
  ])('%j', async (args, sentence) => {
    const lines: string[] = []
    expect(await importPlan(args, { knowledgeDir: emptyFolder(), write: (line) => lines.push(line), progress: () => undefined })).toBe(1)
    expect(lines).toEqual([sentence])
  })
})

describe('a second import', () => {
  test('of the same text changes nothing', async () => {
    const { take, plan } = deskAfterwards()
    const before = plan()
    expect((await take(['--yes'])).text).toMatch(/Không có gì thay đổi\.$/)
    expect(plan()).toBe(before)
  })

  const later = original.replace('16 tháng 12 năm 2026', '20 tháng 12 năm 2026').replace('trên 92%', 'trên 94%').replace('- Biên bản họp xét khen thưởng của thôn, trường học;\n\n', '')

  test('of a changed text shows the difference and writes only when a person says so', async () => {
    const { take, plan, retype } = deskAfterwards()
    const before = plan()
    retype(later)
    const shown = await take()
    expect(shown.code).toBe(0)
    expect(shown.text).toContain('~ plan.md: toàn văn khác bản đang có')
    expect(shown.text).toContain('~ Thời hạn | Gửi hồ sơ: trước ngày 16/12/2026 → Gửi hồ sơ: trước ngày 20/12/2026')
    expect(shown.text).toMatch(/Chưa ghi gì\. Thêm --yes để ghi các thay đổi trên\.$/)
    await take([], () => Promise.resolve(false))
    expect(plan()).toBe(before)
    const asked: string[] = []
    await take([], (question) => (asked.push(question), Promise.resolve(true)))
    expect(asked).toEqual(['Ghi các thay đổi này? Mục đã có người kiểm tra được giữ nguyên.'])
    expect(deadlineOf(plan(), 'gui-ho-so')).toMatchObject({ due: { before: '2026-12-20' }, review: 'pending' })
    expect(plan()).not.toContain('Biên bản họp xét')
  })

  test('keeps what a person has looked at, written and noted', async () => {
    const { take, plan, rewrite, retype, dir } = deskAfterwards()
    rewrite((yaml) => reviewed('gui-dang-ky-noi-dung-thi-dua')(yaml).replace('task: Gửi đăng ký nội dung thi đua bằng văn bản', 'task: Nộp bản đăng ký').replace('title: Phát động', '# tên do văn phòng đặt\ntitle: Kế hoạch phát động'))
    retype(later)
    expect((await take(['--yes'])).code).toBe(0)
    expect(plan()).toContain('# đã đối chiếu bản giấy')
    expect(plan()).toContain('# tên do văn phòng đặt\ntitle: Kế hoạch phát động')
    expect(plan()).toContain('task: Nộp bản đăng ký')
    expect(deadlineOf(plan(), 'gui-dang-ky-noi-dung-thi-dua')).toMatchObject({ due: { by: '2026-02-10' }, review: 'Lò Thị Mỷ, 2026-02-01' })
    expect(loadKnowledge(dir).plans).toHaveLength(1)
  })

  test('puts a reviewed fact whose sentence has changed up for review, and keeps what was reviewed above it', async () => {
    const { take, plan, rewrite, retype, dir } = deskAfterwards()
    rewrite(reviewed('gui-ho-so'))
    retype(later)
    const { text } = await take(['--yes'])
    expect(text).toContain('~ Thời hạn | Gửi hồ sơ: trước ngày 16/12/2026 → Gửi hồ sơ: trước ngày 20/12/2026 [đã có người kiểm tra, nhưng câu trích không còn trong văn bản mới: ghi theo văn bản mới và chờ kiểm tra lại')
    expect(text).toMatch(/Còn \d+ mục chờ kiểm tra: chạy "npm run review -- van-thuy-2026"\.$/)
    expect(deadlineOf(plan(), 'gui-ho-so')).toMatchObject({ due: { before: '2026-12-20' }, review: 'pending' })
    expect(plan()).toMatch(/# Cần xem: văn bản mới đã đổi câu trích\. Lò Thị Mỷ, 2026-02-01 đã ghi: Gửi hồ sơ: trước ngày 16\/12\/2026; câu trích cũ: “[^”]*”\n[^-]*- id: gui-ho-so\n[^]*# {2,}review: Lò Thị Mỷ, 2026-02-01[^]*- id: gui-ho-so\n/)
    expect(loadKnowledge(dir).plans).toHaveLength(1)
  })

  test('of a plan reviewed throughout leaves a plan that can be used, and loses nothing', async () => {
    const { take, plan, rewrite, retype, dir } = deskAfterwards()
    rewrite((yaml) => `${yaml.replaceAll('review: pending', 'review: "Lò Thị Mỷ, 2026-02-01"')}notes:\n  - { id: rac, says: Chỉ tiêu về rác mới có năm nay., on: [threshold/ho-dan-ky-cam-ket-phan-loai], source: { clause: II.1, quote: 100% hộ dân ký cam kết phân loại rác tại nguồn } }\n`)
    retype(original.replace('ngày 12 tháng 01', 'ngày 14 tháng 01').replace('Bố trí kinh phí', 'Chủ trì bố trí kinh phí').replace('Tờ trình kèm', 'Công văn kèm').replace('phân loại rác tại nguồn', 'đổ rác đúng nơi quy định').replace(/3\. Mỗi thôn xây dựng[^.]*\./, '3. Mỗi thôn giữ vệ sinh chung.'))
    const { text } = await take(['--yes'])
    expect(text).toContain('~ ngày ban hành: đang ghi "2026-01-12", văn bản mới đọc ra "2026-01-14" [câu trích không còn trong văn bản mới: ghi theo văn bản mới')
    expect(text).toMatch(/~ Trách nhiệm của từng cơ quan \| Phòng Kinh tế: bố trí kinh phí .* → Phòng Kinh tế: chủ trì bố trí kinh phí .* \[đã có người kiểm tra, nhưng/)
    expect(text).toMatch(/- Chỉ tiêu, ngưỡng \| từ 2 tuyến đường hoa .* \[đã có người kiểm tra, nhưng câu trích không còn trong văn bản mới: thôi dùng, giữ làm ghi chú/)
    const [known] = loadKnowledge(dir).plans
    expect(known?.issued?.on).toBe('2026-01-14')
    expect(known?.dossiers[0]?.review).toBe('pending')
    expect(known?.dossiers[0]?.papers.map((paper) => `${paper.name}: ${paper.review}`)).toEqual(expect.arrayContaining(['Công văn: pending', 'Biên bản họp xét khen thưởng của thôn, trường học: Lò Thị Mỷ, 2026-02-01']))
    expect(known?.duties.find((duty) => duty.who === 'Phòng Kinh tế')).toMatchObject({ does: expect.stringMatching(/^chủ trì/) as string, review: 'pending' })
    expect(known?.deadlines.map((one) => one.review)).toEqual(known?.deadlines.map(() => 'Lò Thị Mỷ, 2026-02-01'))
    for (const kept of ['on: 2026-01-12', 'name: Tờ trình', 'metric: tuyến đường hoa', 'says: Chỉ tiêu về rác mới có năm nay.']) expect(plan()).toMatch(new RegExp(`^ *#.*${kept}`, 'm'))
  })

  test('over a broken plan.yml is refused', async () => {
    const { take, plan, rewrite } = deskAfterwards()
    rewrite(() => 'id: [van-thuy\n')
    expect(await take(['--yes'])).toMatchObject({ code: 1, text: expect.stringContaining('Chưa ghi gì.') as string })
    expect(plan()).toBe('id: [van-thuy\n')
  })
})
