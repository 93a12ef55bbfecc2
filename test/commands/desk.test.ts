import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBotApi, type BotApi } from '../bot-api/server.ts'
import { labelsOf, talkWith } from '../bot-api/talk.ts'
import { BOT, group, person } from '../bot-api/world.ts'
import { docxOf, planParts } from '../intake/make/docx.ts'
import { startProgram, type Program } from '../program.ts'
import { KNOWLEDGE } from './here.ts'

/** What administrators do in Telegram, through the started program: words taught, plans brought in. */

/** The program is killed and started again, or has plans to load meanwhile. */
const LONG = 180_000
const QUESTION = 'ngày hạ màn hồ sơ bắc quang'
const PLAN = 'plans/muong-lai-2026/plan.yml'
const DRAFT = '▶️ Kế hoạch 88/KH-UBND huyện Mường Lai năm 2026'
const UNSEEN = 'chưa được cán bộ kiểm tra'
const ADMINISTRATORS = Array.from({ length: 60 }, (_, at) => 100 + at)
let api: BotApi
let dir: string
let program: Program
let plan: Buffer

beforeAll(async () => {
  api = await startBotApi()
  dir = mkdtempSync(join(tmpdir(), 'desk-'))
  cpSync(KNOWLEDGE, join(dir, 'knowledge'), { recursive: true })
  plan = await docxOf(planParts())
  await start()
})
afterAll(async () => {
  program.kill('SIGKILL')
  await program.ended
  await api.stop()
  rmSync(dir, { recursive: true, force: true })
})

async function start(): Promise<void> {
  program = startProgram({ env: { BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.root, DATA_DIR: join(dir, 'data'), KNOWLEDGE_DIR: join(dir, 'knowledge'), ADMIN_IDS: ADMINISTRATORS.join(', ') }, args: ['--today', '2024-10-20'] })
  await program.says('đang chạy')
}
async function restart(): Promise<void> {
  program.kill('SIGKILL')
  await program.ended
  await start()
}
const inKnowledge = (path: string) => join(dir, 'knowledge', path)
const written = (path: string) => readFileSync(inKnowledge(path), 'utf8')
/** Other people each time: what was said late in one test must not be heard in the next. */
let met = 0
const administrator = (name: string) => person(ADMINISTRATORS[met++] ?? 0, name)
function talks() {
  return { lan: talkWith(api, administrator('Lan')), minh: talkWith(api, administrator('Minh')), stranger: talkWith(api, person(1000 + met)) }
}

describe('a word for the dictionary', () => {
  it('is taught by buttons, also across a restart, and the next question understands it', async () => {
    const { lan, stranger } = talks()
    expect((await stranger.say(QUESTION)).text).toContain('không nêu về “hạ màn”')
    const list = await lan.say('/chuatraloi')
    expect(list.text).toContain(`“${QUESTION}”`)
    const which = await lan.press(list, '📖 1')
    expect(labelsOf(which)).toContain('hạ màn')
    const means = await lan.press(which, 'hạ màn')
    await restart()
    const preview = await lan.press(means, 'hạn nộp hồ sơ')
    expect(preview.text).toContain('05/11/2024')
    expect(existsSync(inKnowledge('dictionary.yml'))).toBe(false)
    const kept = await lan.press(preview, '✅ Giữ')
    expect(kept.text).toContain('“hạ màn” là “hạn nộp hồ sơ”')
    expect((await stranger.say('bq ha man ho so ngay nao')).text).toMatch(/^Trước ngày 05\/11\/2024/)
    expect(written('dictionary.yml')).toMatch(/hạ màn.*hạn nộp hồ sơ.*Lan, \d{4}/)
    // The question is done with; the button of the talk that is over says so.
    expect((await lan.press(kept, 'Câu chưa trả lời được khác')).text).not.toContain(QUESTION)
    expect((await lan.press(preview, '✅ Giữ')).text).toContain('lần trước')
  }, LONG)

  it('keeps what a person wrote into the file, and refuses to write into a broken one', async () => {
    const { lan, stranger } = talks()
    await stranger.say('thời khắc gút danh sách hồ sơ bắc quang')
    writeFileSync(inKnowledge('dictionary.yml'), `${written('dictionary.yml')}  # của cơ quan\n  - phrase: ba không\n    means: quy trình\n  - phrase: hỏng\n`)
    const which = await lan.press(await lan.say('/chuatraloi'), '📖 1')
    await lan.say('gút danh sách')
    const preview = await lan.say('hạn nộp hồ sơ')
    const refused = await lan.press(preview, '✅ Giữ')
    expect(refused.text).toMatch(/Chưa ghi gì.*dictionary\.yml:\d+/)
    expect(which.text).toContain('gút danh sách')
    writeFileSync(inKnowledge('dictionary.yml'), written('dictionary.yml').replace('  - phrase: hỏng\n', ''))
    expect((await lan.press(refused, 'Thử ghi lại')).text).toContain('Đã thêm')
    expect(written('dictionary.yml')).toContain('  # của cơ quan\n  - phrase: ba không\n    means: quy trình\n')
    expect((await stranger.say('thời khắc gút danh sách hồ sơ bắc quang')).text).toContain('05/11/2024')
  })

  it('that means something already, or nothing, is told', async () => {
    const { lan, stranger } = talks()
    await stranger.say('vé xe đi họp của antt bắc quang bao nhiêu tiền')
    await lan.press(await lan.say('/chuatraloi'), '📖 1')
    expect((await lan.say('lương thưởng')).text).toContain('không có trong câu hỏi này')
    expect((await lan.say('của')).text).toContain('quá chung')
    expect((await lan.say('antt')).text).toContain('đang là chữ tắt của “an ninh, trật tự”')
    expect((await lan.say('blockchain')).text).toContain('chưa hiểu “blockchain”')
    expect((await lan.say('/huy')).text).toContain('chưa ghi gì')
    expect((await lan.say('hạn nộp hồ sơ bắc quang')).text).toContain('05/11/2024')
  })

  it('is nobody else’s to teach', async () => {
    const chat = group(8)
    const inGroup = async () => (await api.next('sendMessage', (call) => call.fields.chat_id === chat.id)).message
    api.text(administrator('Lan').user, chat, `/chuatraloi@${BOT.username}`)
    const list = await inGroup()
    api.press(person(1).user, list, { label: '📖 1' })
    expect((await inGroup()).text).toContain('dành cho quản trị viên')
  })
})

describe('a plan sent as a file', () => {
  it('is answered from at once, with the note that nobody has checked it', async () => {
    const { lan, stranger } = talks()
    expect((await lan.send('ke-hoach-88.docx', plan)).text).toMatch(/ke-hoach-88\.docx” \(\d+ KB\)/)
    const summary = await lan.next()
    expect(summary.text).toContain('Bản làng không ma túy')
    expect(summary.text).toContain('3 thời hạn')
    const before = await stranger.say('hạn nộp hồ sơ mường lai')
    expect(before.text).toContain('20/11/2026')
    expect(before.text).toContain(UNSEEN)
    expect(labelsOf(summary)).toEqual(['▶️ Xem từng mục (11)', '🗑 Bỏ cả kế hoạch này'])
  })

  it('has its facts taken and dropped by buttons, by two people and across a restart', async () => {
    const { lan, minh } = talks()
    const first = await lan.press(await lan.say('/duyet'), `${DRAFT} (11)`)
    const deadline = await lan.press(first, '✅ Nhận')
    expect(deadline.text).toContain('“Hồ sơ lập 02 bộ (bản chính), gửi Công an huyện')
    await restart()
    // Two at one card: what the second one presses is told to be done, and the walk goes on.
    const next = await lan.press(deadline, '✅ Nhận')
    expect(next.text).toContain('Đăng ký thi đua')
    const minhs = await minh.press(await minh.say('/duyet'), `${DRAFT} (9)`)
    expect(minhs.text).toContain('Đăng ký thi đua')
    await minh.press(minhs, '🗑 Bỏ')
    expect((await lan.press(next, '✅ Nhận')).text).toMatch(/đã được xử lý rồi[^]*còn 8 mục/)
    expect(written(PLAN)).toMatch(/review: "Lan, \d{4}-\d\d-\d\d"/)
    expect(written(PLAN)).not.toContain('Đăng ký thi đua')
  }, LONG)

  it('is answered without that note once a person has taken the fact', async () => {
    const { stranger } = talks()
    let answer = await stranger.say('hạn nộp hồ sơ mường lai')
    for (let tries = 0; tries < 45 && answer.text?.includes(UNSEEN); tries += 1) answer = await stranger.say('hạn nộp hồ sơ mường lai')
    expect(answer.text).toContain('20/11/2026')
    expect(answer.text).not.toContain(UNSEEN)
  }, LONG)

  it('has its facts corrected by what is typed', async () => {
    const { lan } = talks()
    const card = await lan.press(await lan.say('/duyet'), `${DRAFT} (8)`)
    expect(card.text).toContain('Báo cáo sơ kết')
    const ask = await lan.press(await lan.press(card, '✏️ Sửa'), 'Hạn')
    expect(ask.text).toContain('trong tháng 07/2026')
    expect((await lan.say('linh tinh 99')).text).toContain('Chưa đọc được')
    const corrected = await lan.say('trước ngày 25/7/2026')
    expect(corrected.text).toContain('Hạn: trước ngày 25/07/2026')
    expect((await lan.press(corrected, '⏸ Để sau')).text).toMatch(/để sau[^]*còn 8 mục/)
  })

  it('that is there already shows what is new in it, and writes it only when told to', async () => {
    const { lan } = talks()
    await lan.send('ke-hoach-88.docx', plan)
    const differences = await lan.next()
    expect(differences.text).toMatch(/đã có[^]*\+ Thời hạn \| Đăng ký thi đua/)
    expect(written(PLAN)).not.toContain('Đăng ký thi đua')
    await lan.press(differences, 'Ghi các thay đổi')
    expect((await lan.next()).text).toContain('Đã ghi các thay đổi')
    expect(written(PLAN)).toContain('Đăng ký thi đua')
    expect(written(PLAN)).toMatch(/review: "Lan/)
    expect((await lan.press(differences, 'Thôi, giữ bản cũ')).text).toContain('lần gửi trước')
  }, LONG)

  it('is thrown out as a whole after one more question, and a copy stays', async () => {
    const { lan, stranger } = talks()
    const sure = await lan.press(await lan.say('/duyet'), '🗑 Bỏ Kế hoạch 88/KH-UBND huyện Mường Lai năm 2026')
    expect(sure.text).toContain('2 mục đã được kiểm tra')
    expect(existsSync(inKnowledge(PLAN))).toBe(true)
    expect((await lan.press(sure, '🗑 Bỏ hẳn')).text).toContain('Bản lưu')
    expect((await stranger.say('hạn nộp hồ sơ mường lai')).text).not.toContain('20/11/2026')
    expect(readdirSync(inKnowledge('plans')).filter((name) => name.startsWith('.dropped-muong-lai-2026'))).toHaveLength(1)
    expect((await lan.press(sure, '🗑 Bỏ hẳn')).text).toContain('không còn')
  })

  it('is not opened for anybody else; words below it are answered', async () => {
    const { stranger } = talks()
    expect((await stranger.send('ke-hoach.docx', plan)).text).toContain('việc của quản trị viên')
    expect((await stranger.send('ke-hoach.docx', plan, 'hạn nộp hồ sơ bắc quang')).text).toContain('việc của quản trị viên')
    expect((await stranger.next()).text).toContain('05/11/2024')
    expect(existsSync(inKnowledge(PLAN))).toBe(false)
  })

  it.each([
    ['damaged', 'hong.docx', Buffer.from('PK\x03\x04 hỏng'), /hỏng/],
    ['no plan', 'tho.txt', Buffer.from('Trăm năm trong cõi người ta, chữ tài chữ mệnh khéo là ghét nhau. '.repeat(20)), /không giống một kế hoạch/],
    ['a picture', 'anh.png', Buffer.from('\x89PNG....'), /Loại tệp này|loại tệp này/],
    ['empty', 'rong.txt', Buffer.from(''), /rỗng/],
  ])('that is %s: one clear sentence, nothing written', async (_name, name, bytes, why) => {
    const { lan } = talks()
    await lan.send(name, bytes)
    const said = await lan.next()
    expect(said.text).toMatch(why)
    expect(said.text).not.toContain('\n')
    expect(readdirSync(inKnowledge('plans')).filter((one) => !one.startsWith('.'))).toHaveLength(5)
  })

  it('that is too large or gone is said to be so', async () => {
    const own = administrator('Lan')
    const lan = talkWith(api, own)
    const document = { file_id: 'lon', file_unique_id: 'lon', file_name: 'lon.pdf', file_size: 26_214_400 }
    api.thing(own.user, own.chat, { document })
    expect((await lan.next()).text).toMatch(/25 MB.*20 MB/)
    api.thing(own.user, own.chat, { document: { ...document, file_size: 1000 } })
    expect((await lan.next()).text).toContain('Đang đọc')
    expect((await lan.next()).text).toContain('không giao tệp này')
    expect(program.stderr).not.toContain(api.token)
  })

  it('in a group is passed over unless the bot is spoken to', async () => {
    const chat = group(9)
    const { user } = administrator('Lan')
    api.document(user, chat, 'ke-hoach.docx', plan)
    api.document(user, chat, 'ke-hoach.docx', plan, { caption: `@${BOT.username} nhập giúp` })
    const { message } = await api.next('sendMessage', (call) => call.fields.chat_id === chat.id)
    expect(message.text).toContain('trò chuyện riêng')
    expect(existsSync(inKnowledge(PLAN))).toBe(false)
  })
})
