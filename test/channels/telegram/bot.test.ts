import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBotApi, type BotApi } from '../../bot-api/server.ts'
import { BOT, group, person } from '../../bot-api/world.ts'
import { startProgram, type Program } from '../../program.ts'

let api: BotApi
let program: Program

beforeAll(async () => {
  api = await startBotApi()
  program = startProgram({ env: botSettings(api), args: ['--today', '2024-10-30'] })
  await program.says('đang chạy')
})

afterAll(async () => {
  program.kill('SIGTERM')
  await program.ended
  await api.stop()
})

function botSettings({ root, token }: BotApi) {
  return { BOT_TOKEN: token, TELEGRAM_API_ROOT: root }
}

let lastPerson = 1000
const somebody = (name?: string) => person((lastPerson += 1), name)
/** Telegram's answers to one chat; of several people in a group, those to one. */
const answerTo = (chat: { id: number }) => api.next('sendMessage', (call) => call.fields.chat_id === chat.id)

describe('the started bot', () => {
  it('sets the menu in Vietnamese', async () => {
    const { fields } = await api.next('setMyCommands')
    const names = fields.commands.map((one: { command: string }) => one.command)
    expect(names).toEqual(expect.arrayContaining(['start', 'hannop', 'hoso', 'chitieu', 'tieuchuan', 'kiemtra', 'kehoach', 'trogiup', 'huy']))
    expect(fields.commands[0]?.description).toMatch(/[à-ỹ]/)
  })

  it('answers a question typed without marks, in HTML, with the quotation, without a link preview', async () => {
    const { user, chat } = somebody()
    api.text(user, chat, 'han nop ho so bac quang')
    const { fields, message } = await answerTo(chat)
    expect(message.text?.split('\n')[0]).toContain('05/11/2024')
    expect(message.entities?.map((entity) => entity.type)).toContain('blockquote')
    expect(fields).toMatchObject({ parse_mode: 'HTML', link_preview_options: { is_disabled: true } })
    expect(fields.reply_parameters).toBeUndefined()
  })

  it('draws what /hannop found, with its words below the picture', async () => {
    const { user, chat } = somebody()
    api.text(user, chat, '/hannop bắc quang')
    const { ok, message } = await api.next('sendPhoto', (call) => call.fields.chat_id === chat.id)
    expect(ok).toBe(true)
    expect(message.caption).toContain('05/11/2024')
  })

  it('offers a choice as buttons; the press is answered and the choice gives way to the answer', async () => {
    const { user, chat } = somebody()
    api.text(user, chat, 'hạn nộp hồ sơ sa pa')
    const { message } = await answerTo(chat)
    api.press(user, message, { label: 'Kế hoạch thị xã Sa Pa năm 2020' })
    await api.next('answerCallbackQuery')
    const edited = await api.next('editMessageText', (call) => call.fields.chat_id === chat.id)
    expect(edited.ok).toBe(true)
    expect(edited.message).toMatchObject({ message_id: message.message_id })
    expect(edited.message.text).toContain('25/10/2020')
  })

  it('sends the answer anew where the pressed message is gone', async () => {
    const { user, chat } = somebody()
    api.text(user, chat, 'hạn nộp hồ sơ sa pa')
    const { message } = await answerTo(chat)
    api.world.messages.delete(`${chat.id}/${message.message_id}`)
    api.press(user, message, { label: 'Kế hoạch thị xã Sa Pa năm 2020' })
    expect((await answerTo(chat)).message.text).toContain('25/10/2020')
  })

  it("says a kind word to a button of last year's keyboard", async () => {
    const { user, chat } = somebody()
    api.text(user, chat, '/start')
    const { message } = await answerTo(chat)
    api.press(user, message, { data: 'no-such-action' })
    await api.next('answerCallbackQuery')
    expect((await answerTo(chat)).message.text).toMatch(/nút/i)
  })

  it.each([
    ['a photo', { photo: [{ file_id: 'a', file_unique_id: 'a', width: 1, height: 1 }] }],
    ['a sticker', { sticker: { file_id: 'a', file_unique_id: 'a', type: 'regular' as const, width: 1, height: 1, is_animated: false, is_video: false } }],
    ['a voice', { voice: { file_id: 'a', file_unique_id: 'a', duration: 1 } }],
    ['a place', { location: { latitude: 22.3, longitude: 103.8 } }],
  ])('answers %s with one kind sentence', async (_name, content) => {
    const { user, chat } = somebody()
    api.thing(user, chat, content)
    expect((await answerTo(chat)).message.text).toMatch(/chỉ đọc được chữ/)
  })

  it('says of a captioned photo that it reads words alone, and answers the words', async () => {
    const { user, chat } = somebody()
    api.thing(user, chat, { photo: [{ file_id: 'a', file_unique_id: 'a', width: 1, height: 1 }], caption: 'hạn nộp hồ sơ bắc quang' })
    expect((await answerTo(chat)).message.text).toMatch(/chỉ đọc được chữ/)
    expect((await answerTo(chat)).message.text).toContain('05/11/2024')
  })

  it('takes bad input with one sentence each, one line in the log, and goes on', async () => {
    const bad = [' ', '\u0000\u0007\u001b[31m', '🎉🎉🎉', 'x'.repeat(4096), '<b>đậm</i> & *sao* _gạch_ [a](b)', '/lệnh-lạ', '/nosuch', '\ud83c']
    const before = program.stderr.length
    for (const text of bad) {
      const { user, chat } = somebody()
      api.text(user, chat, text)
      expect((await answerTo(chat)).message.text).not.toBe('')
    }
    const lines = program.stderr.slice(before).trim().split('\n')
    // A line of the test before may come in late.
    const updates = lines.map((line) => (JSON.parse(line) as { update?: number }).update)
    expect(updates).not.toContain(undefined)
    expect(new Set(updates).size).toBe(updates.length)
    expect(lines.join('')).not.toContain('xxxx')
  })

  it('handles an update once that Telegram sends twice', async () => {
    const { user, chat } = somebody()
    const update = api.text(user, chat, 'hạn nộp hồ sơ bắc quang')
    await answerTo(chat)
    api.push(update, update.update_id)
    api.text(user, chat, 'hồ sơ bắc quang gồm những gì')
    expect((await answerTo(chat)).message.text).toContain('Tờ trình')
  })

  it('keeps the talks of two people apart, side by side', async () => {
    const [one, two] = [somebody(), somebody()]
    api.text(one.user, one.chat, 'hạn nộp hồ sơ bắc quang')
    api.text(two.user, two.chat, 'hạn nộp hồ sơ sa pa 2020')
    expect((await answerTo(one.chat)).message.text).toContain('Bắc Quang')
    expect((await answerTo(two.chat)).message.text).toContain('25/10/2020')
  })

  it('waits as long as Telegram asks, and the answer arrives', async () => {
    const { user, chat } = somebody()
    api.fault('sendMessage', { kind: 'error', code: 429, description: 'Too Many Requests: retry after 1', retryAfter: 1 })
    api.text(user, chat, 'hạn nộp hồ sơ bắc quang')
    expect((await api.next('sendMessage', (call) => call.fields.chat_id === chat.id && call.ok)).message.text).toContain('05/11/2024')
  })

  it.each([
    ['a gateway error', { kind: 'page', code: 502 }],
    ['a cut line', { kind: 'reset' }],
    ['half an answer', { kind: 'half' }],
  ] as const)('sends again after %s', async (_name, fault) => {
    const { user, chat } = somebody()
    api.fault('sendMessage', fault)
    api.text(user, chat, 'hạn nộp hồ sơ bắc quang')
    expect((await api.next('sendMessage', (call) => call.fields.chat_id === chat.id && call.ok)).message.text).toContain('05/11/2024')
  })

  it.each([
    ['500', { kind: 'error', code: 500, description: 'Internal Server Error' }],
    ['409', { kind: 'error', code: 409, description: 'Conflict: terminated by other getUpdates request' }],
    ['a reset', { kind: 'reset' }],
    ['half an answer', { kind: 'half' }],
  ] as const)('goes on polling after %s', async (_name, fault) => {
    const { user, chat } = somebody()
    api.fault('getUpdates', fault)
    api.text(user, chat, 'hạn nộp hồ sơ bắc quang')
    expect((await answerTo(chat)).message.text).toContain('05/11/2024')
  })

  it('goes on when a user has blocked it', async () => {
    const [gone, here] = [somebody(), somebody()]
    api.world.blocked.add(gone.chat.id)
    api.text(gone.user, gone.chat, 'hạn nộp hồ sơ bắc quang')
    await answerTo(gone.chat)
    api.text(here.user, here.chat, 'hạn nộp hồ sơ bắc quang')
    expect((await answerTo(here.chat)).ok).toBe(true)
  })

  it('confirms what it has answered', async () => {
    const { user, chat } = somebody()
    const { update_id } = api.text(user, chat, '/trogiup')
    await answerTo(chat)
    await api.next('getUpdates', (call) => (call.fields.offset ?? 0) > update_id || call.ok)
    expect(program.stderr).not.toContain(api.token)
  })
})

describe('in a group', () => {
  it('is silent until it is called by name, replied to or given a command', async () => {
    const an = somebody('An').user
    const chat = group(1)
    api.text(an, chat, 'hạn nộp hồ sơ bắc quang')
    api.thing(an, chat, { photo: [{ file_id: 'a', file_unique_id: 'a', width: 1, height: 1 }] })
    api.text(an, chat, '/hannop@another_bot bắc quang')
    api.thing(an, chat, { new_chat_members: [{ id: 5, is_bot: false, first_name: 'Bình' }] })
    const called = api.text(an, chat, `@${BOT.username} hạn nộp hồ sơ bắc quang`)
    const first = await answerTo(chat)
    expect(first.fields.reply_parameters?.message_id).toBe(called.message?.message_id)
    expect(first.message.text).toContain('05/11/2024')
    const command = api.text(an, chat, `/hoso@${BOT.username} bắc quang`)
    expect((await answerTo(chat)).fields.reply_parameters?.message_id).toBe(command.message?.message_id)
    const replied = api.text(an, chat, 'hồ sơ gồm gì', { reply_to_message: first.message })
    expect((await answerTo(chat)).fields.reply_parameters?.message_id).toBe(replied.message?.message_id)
  })

  it('gives each person a talk of their own, and nobody edits the question of another', async () => {
    const [an, binh] = [somebody('An').user, somebody('Bình').user]
    const chat = group(2)
    api.text(an, chat, `@${BOT.username} hạn nộp hồ sơ sa pa`)
    const { message } = await answerTo(chat)
    api.press(binh, message, { label: 'Kế hoạch thị xã Sa Pa năm 2020' })
    const toBinh = await answerTo(chat)
    expect(toBinh.message.entities?.[0]).toMatchObject({ type: 'text_mention', user: { id: binh.id } })
    api.press(an, message, { label: 'Kế hoạch thị xã Sa Pa năm 2020' })
    expect((await api.next('editMessageText', (call) => call.fields.chat_id === chat.id)).message.text).toContain('25/10/2020')
  })
})
