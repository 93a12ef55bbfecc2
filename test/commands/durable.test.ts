import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { convertIcsCalendar } from 'ts-ics'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { planningFrom } from '../../src/reminders/plan.ts'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import { openFileStore } from '../../src/store/open.ts'
import { step } from '../../src/session.ts'
import { startBotApi, type BotApi } from '../bot-api/server.ts'
import { BOT, group, messageKey, person } from '../bot-api/world.ts'
import { startProgram, type Program } from '../program.ts'
import { at } from '../reminders/sample.ts'
import { KNOWLEDGE } from './here.ts'

const QUESTION = 'hạn nộp hồ sơ bắc quang'
const ADMINISTRATOR = person(42)
let api: BotApi
let dir: string
let program: Program

beforeEach(async () => {
  api = await startBotApi()
  dir = mkdtempSync(join(tmpdir(), 'durable-'))
})
afterEach(async () => {
  program.kill('SIGKILL')
  await program.ended
  await api.stop()
  await rm(dir, { recursive: true, force: true })
})

const start = (env: Record<string, string> = {}, today = '2024-10-29') =>
  (program = startProgram({ env: { BOT_TOKEN: api.token, TELEGRAM_API_ROOT: api.root, DATA_DIR: dir, ADMIN_IDS: '41, 42', ...env }, args: ['--today', today] }))
const to = (chat: { id: number }) => (call: { ok: boolean; fields: { chat_id: number } }) => call.ok && call.fields.chat_id === chat.id
const answerTo = async (chat: { id: number }) => (await api.next('sendMessage', to(chat))).message
/** All that comes until these words. */
async function textsUntil(chat: { id: number }, words: string): Promise<string> {
  const { text = '' } = await answerTo(chat)
  return text.includes(words) ? text : text + (await textsUntil(chat, words))
}
async function kill(): Promise<void> {
  program.kill('SIGKILL')
  await program.ended
}

/** A store as an earlier run of the program left it: a chat that wants to be told of Bắc Quang's deadline of 4 November. */
async function subscribed(chat: string): Promise<void> {
  const knowledge = loadKnowledge(KNOWLEDGE)
  const clock = () => at('2024-10-20')
  const store = await openFileStore(dir, { planner: planningFrom(() => knowledge, clock), clock })
  await step(store, chat, (session) => ({ session: { ...session, subscriptions: [{ plan: 'bac-quang-2024', deadline: 'nop-ho-so', before: [7, 3, 1] }] } }))
  await store.close()
}

describe('a talk in Telegram', () => {
  it('goes on after a kill, and an update that comes again is not answered again', async () => {
    await start().says('đang chạy')
    const { user, chat } = person(1)
    const update = api.text(user, chat, QUESTION)
    await answerTo(chat)
    // With the second answer the first one is known to be marked as sent; between the two a kill may send again.
    api.text(user, chat, '/trogiup')
    await answerTo(chat)
    await kill()
    await start().says('đang chạy')
    api.push(update, update.update_id)
    api.text(user, chat, 'hồ sơ gồm những gì')
    expect(await textsUntil(chat, 'Tờ trình')).not.toMatch(/^Trước ngày/m)
  })

  it('is answered after a restart where the program was killed before its answer had gone out', async () => {
    await start().says('đang chạy')
    const { user, chat } = person(1)
    api.fault('sendMessage', { kind: 'hang' })
    api.text(user, chat, QUESTION)
    await api.next('sendMessage', (call) => !call.ok)
    await kill()
    await start().says('đang chạy')
    expect((await answerTo(chat)).text).toContain('05/11/2024')
  })

  it('shows what is kept of it and deletes all of it', async () => {
    await start().says('đang chạy')
    const { user, chat } = person(1)
    api.text(user, chat, QUESTION)
    await answerTo(chat)
    api.text(user, chat, '/xoadulieu')
    const shown = await answerTo(chat)
    expect(shown.text).toContain('Câu hỏi gần nhất')
    api.press(user, shown, { label: '🗑 Xóa tất cả' })
    expect((await answerTo(chat)).text).toContain('Đã xóa')
    api.text(user, chat, '/xoadulieu')
    expect((await answerTo(chat)).text).not.toContain('Câu hỏi gần nhất')
  })

  it('that is older than RETENTION_DAYS is gone with the next start, and a younger one is not', async () => {
    const clock = { now: at('2024-01-15') }
    const store = await openFileStore(dir, { planner: () => [], clock: () => clock.now })
    await step(store, 'tg:1', (session) => ({ session: { ...session, last: 'câu hỏi đã cũ' } }))
    clock.now = at('2024-10-20')
    await step(store, 'tg:2', (session) => ({ session: { ...session, last: 'câu hỏi gần đây' } }))
    await store.close()
    await start({ RETENTION_DAYS: '30' }).says('đang chạy')
    const [old, young] = [person(1), person(2)]
    api.text(young.user, young.chat, '/xoadulieu')
    expect((await answerTo(young.chat)).text).toContain('câu hỏi gần đây')
    api.text(old.user, old.chat, '/xoadulieu')
    expect((await answerTo(old.chat)).text).not.toContain('câu hỏi đã cũ')
  })

  it('leaves neither its words nor its names nor the token in the log', async () => {
    await start().says('đang chạy')
    const { user, chat } = person(1, 'Nguyễn Thị Riêng')
    api.fault('sendMessage', { kind: 'error', code: 400, description: 'Bad Request: chat not found' })
    api.fault('sendMessage', { kind: 'reset' })
    for (const text of [`${QUESTION} chuyện riêng`, 'lương của ông Bí Mật là bao nhiêu', '/start kt_bq24-xa-thi-tran']) {
      api.text(user, chat, text)
      await api.next('sendMessage')
    }
    const { message } = await api.next('sendMessage', (call) => call.ok && call.message.text?.includes('Câu 1/') === true)
    api.press(user, message, { data: message.reply_markup && 'inline_keyboard' in message.reply_markup ? (message.reply_markup.inline_keyboard[0]?.[0]?.callback_data ?? '') : '' })
    await api.next('editMessageText')
    await program.complains('"turn"')
    expect(program.stderr).toContain('Telegram refused a message')
    for (const secret of ['riêng', 'Riêng', 'Bí Mật', 'lương', QUESTION, api.token, api.token.split(':')[1] ?? '']) expect(program.stderr).not.toContain(secret)
  })

  it('is judged by thumbs, which administrators see, and nobody else', async () => {
    await start().says('đang chạy')
    const { user, chat } = person(1)
    api.text(user, chat, QUESTION)
    const answer = await answerTo(chat)
    for (let presses = 0; presses < 2; presses += 1) {
      api.press(user, answer, { label: '👍' })
      expect((await api.next('answerCallbackQuery')).fields.text).toContain('Cảm ơn')
    }
    for (const text of ['lương tối thiểu vùng là bao nhiêu', 'Lương tối thiểu vùng bao nhiêu?']) {
      api.text(user, chat, text)
      await answerTo(chat)
    }
    api.text(user, chat, '/thongke')
    expect((await answerTo(chat)).text).toContain('dành cho quản trị viên')
    api.text(ADMINISTRATOR.user, ADMINISTRATOR.chat, '/thongke')
    expect((await answerTo(ADMINISTRATOR.chat)).text).toMatch(/: 3 câu hỏi[^]*👍 1 👎 0/)
    api.text(ADMINISTRATOR.user, ADMINISTRATOR.chat, '/chuatraloi')
    expect((await answerTo(ADMINISTRATOR.chat)).text).toMatch(/1 nhóm câu hỏi[^]*2 lần/)
  })
})

describe('reminders of the program', () => {
  it('that fell due while it was down are sent once, as late', async () => {
    await subscribed('tg:1')
    api.world.chats.set(1, person(1).chat)
    await start().says('đang chạy')
    const { text } = await answerTo(person(1).chat)
    expect(text).toContain('04/11/2024')
    expect(text).toContain('Nhắc muộn')
    for (let starts = 0; starts < 2; starts += 1) {
      api.text(person(1).user, person(1).chat, '/nhacviec')
      expect((await answerTo(person(1).chat)).text).toContain('1 nhắc hẹn')
      await kill()
      await start().says('đang chạy')
    }
    expect(api.transcript.filter((call) => call.message.text?.includes('Nhắc muộn'))).toHaveLength(1)
  })

  it('end for who has blocked the bot', async () => {
    await subscribed('tg:1')
    const { user, chat } = person(1)
    api.world.chats.set(1, chat)
    api.world.blocked.add(1)
    await start().says('đang chạy')
    await api.next('sendMessage', (call) => !call.ok)
    api.world.blocked.delete(1)
    api.text(user, chat, '/nhacviec')
    expect((await answerTo(chat)).text).toContain('Chưa có nhắc hẹn')
  })

  it('are set, seen, changed and dropped by buttons and /nhacviec, and come as a calendar file', async () => {
    const { user, chat } = person(1)
    const edited = async () => (await api.next('editMessageText', (call) => call.ok && call.fields.chat_id === chat.id)).message
    const file = async () => {
      expect((await answerTo(chat)).text).toContain('Tệp lịch đây')
      const { fields } = await api.next('sendDocument', (call) => call.ok && call.fields.chat_id === chat.id)
      return { name: fields.document.name, events: convertIcsCalendar(undefined, await fields.document.text()).events ?? [] }
    }
    const says = (text: string) => (api.text(user, chat, text), answerTo(chat))
    await start({}, '2024-10-20').says('đang chạy')
    api.press(user, await says(QUESTION), { label: '🔔 Nhắc tôi' })
    const asked = await answerTo(chat)
    expect(asked.text).toContain('nhắc khi nào')
    api.press(user, asked, { label: '🔔 7, 3 và 1 ngày trước' })
    const set = await edited()
    expect(set.text).toMatch(/Đã đặt: nhắc 7, 3 và 1 ngày trước, lúc 08:00[^]*28\/10\/2024/)
    api.press(user, set, { label: 'Đúng ngày' })
    expect((await edited()).text).toContain('đúng ngày cuối')
    api.press(user, set, { label: '📅 Tệp lịch' })
    const one = await file()
    expect([one.name, one.events.length]).toEqual(['nop-ho-so-bac-quang-2024.ics', 1])
    expect(one.events[0]?.summary).toContain('Gửi hồ sơ')
    expect(one.events[0]?.description).toContain('mục V, khoản 3.2: “Hồ sơ đề nghị khen thưởng gửi trước ngày 05/11/2024')
    expect([one.events[0]?.start.date.toISOString().slice(0, 10), one.events[0]?.alarms?.length]).toEqual(['2024-11-04', 3])
    const plan = await says('/nhacviec Bắc Quang')
    expect(plan.text).toMatch(/Mọi hạn có ngày[^]*04\/11\/2024[^]*09\/11\/2024/)
    api.press(user, plan, { label: '📅 Tệp lịch cả kế hoạch' })
    expect((await file()).events).toHaveLength(2)
    api.press(user, plan, { label: '1 ngày' })
    await edited()
    expect((await says('/nhacviec 7h30')).text).toMatch(/Từ nay nhắc lúc 07:30[^]*1\. [^]*2\. /)
    const listed = await says('/nhacviec')
    expect(listed.text).toContain('Đang có 2 nhắc hẹn, gửi lúc 07:30')
    api.press(user, listed, { label: 'Xóa 1' })
    await edited()
    await kill()
    await start({}, '2024-10-20').says('đang chạy')
    const left = await says('/nhacviec')
    expect(left.text).toMatch(/mọi hạn có ngày. Nhắc 1 ngày trước/)
    api.press(user, left, { label: 'Xóa hết' })
    api.press(user, await edited(), { label: 'Đúng, xóa hết' })
    await edited()
    expect((await says('/nhacviec')).text).toContain('Chưa có nhắc hẹn')
  }, 120_000)

  it('that recur come again on their next day', async () => {
    const knowledge = loadKnowledge(KNOWLEDGE)
    const clock = () => at('2022-03-01')
    const store = await openFileStore(dir, { planner: planningFrom(() => knowledge, clock), clock })
    await step(store, 'tg:1', (session) => ({ session: { ...session, remindAt: 0, subscriptions: [{ plan: 'sa-pa-2022', deadline: 'bao-cao-quy', before: [1] }] } }))
    await store.close()
    const { user, chat } = person(1)
    api.world.chats.set(chat.id, chat)
    for (const [today, last] of [['2022-03-14', '15/03/2022'], ['2022-06-14', '15/06/2022']] as const) {
      await start({}, today).says('đang chạy')
      expect((await answerTo(chat)).text).toMatch(new RegExp(`Còn 1 ngày[^]*${last}`))
      // With the next answer the reminder is known to be marked as sent.
      api.text(user, chat, '/nhacviec')
      await answerTo(chat)
      await kill()
    }
  })

  it('of a group are set by its administrators alone, for all of it', async () => {
    const [an, binh] = [person(1).user, person(2).user]
    const chat = group(9)
    api.world.administrators.add(messageKey(chat.id, binh.id))
    await start().says('đang chạy')
    api.text(an, chat, `@${BOT.username} ${QUESTION}`)
    const answer = await answerTo(chat)
    api.press(an, answer, { label: '🔔 Nhắc tôi' })
    expect((await answerTo(chat)).text).toContain('chỉ quản trị viên')
    api.press(binh, answer, { label: '🔔 Nhắc tôi' })
    expect((await answerTo(chat)).text).toContain('nhắc khi nào')
    api.text(binh, chat, '/nhacviec Bắc Quang')
    const setting = await answerTo(chat)
    api.press(binh, setting, { data: 'remind:bac-quang-2024:nop-ho-so:31' })
    await answerTo(chat)
    api.text(an, chat, '/nhacviec')
    expect((await answerTo(chat)).text).toContain('1 nhắc hẹn')
  })
})
