import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startBotApi, type BotApi } from './server.ts'
import { person } from './world.ts'

/** The server that other tests stand on: it must refuse what Telegram refuses. */
let api: BotApi
beforeAll(async () => void (api = await startBotApi()))
afterAll(() => api.stop())

const { user, chat } = person(1)
interface Answer { readonly ok: boolean; readonly error_code?: number; readonly description?: string; readonly result: never }
const call = async (method: string, fields: object): Promise<Answer> =>
  (await (await fetch(`${api.root}/bot${api.token}/${method}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(fields) })).json()) as Answer
const send = (fields: object) => call('sendMessage', { chat_id: chat.id, parse_mode: 'HTML', ...fields })
const button = (fields: object) => ({ text: 'x', reply_markup: { inline_keyboard: [[{ text: 'a', ...fields }]] } })

beforeAll(() => void api.text(user, chat, 'xin chào'))

describe('the Bot API server of the tests', () => {
  it.each([
    ['4,096 characters', { text: 'x'.repeat(4096) }],
    ['4,096 characters and their escapes', { text: '&amp;'.repeat(4096) }],
    ['nested tags', { text: '<blockquote>a <b>b <i>c</i></b></blockquote>' }],
    ['64 bytes of a button', button({ callback_data: 'x'.repeat(64) })],
  ])('takes %s', async (_name, fields) => {
    expect(await send(fields)).toMatchObject({ ok: true })
  })

  it.each([
    ['one character more', { text: 'x'.repeat(4097) }, /too long/],
    ['a tag that is not closed', { text: '<b>a' }, /end tag/],
    ['tags that cross', { text: '<b>a<i>b</b></i>' }, /unmatched/],
    ['a tag it does not know', { text: '<h1>a</h1>' }, /unsupported/],
    ['a sign unescaped', { text: 'a < b' }, /unescaped/],
    ['blanks alone', { text: ' \n <b> </b>' }, /empty/],
    ['half a character', { text: 'a\ud83d' }, /UTF-8/],
    ['a field it does not know', { text: 'a', disable_webpage_preview: true }, /disable_webpage_preview/],
    ['65 bytes of a button', button({ callback_data: 'x'.repeat(65) }), /BUTTON_DATA_INVALID/],
    ['a button without data', button({ callback_data: '' }), /BUTTON_DATA_INVALID/],
    ['a chat that nobody opened', { chat_id: 404, text: 'a' }, /chat not found/],
    ['a reply to nothing', { text: 'a', reply_parameters: { message_id: 9999 } }, /replied not found/],
  ])('refuses %s', async (_name, fields, why) => {
    expect(await send(fields)).toMatchObject({ ok: false, error_code: 400, description: expect.stringMatching(why) as string })
  })

  it('refuses an unknown method and a wrong token', async () => {
    expect(await call('sendEverything', {})).toMatchObject({ error_code: 404 })
    const answer = await fetch(`${api.root}/bot1:wrong/getMe`)
    expect(answer.status).toBe(401)
  })

  it('takes a form, and an upload with its keyboard as JSON text', async () => {
    const form = new URLSearchParams({ chat_id: String(chat.id), text: 'từ biểu mẫu' })
    expect(((await (await fetch(`${api.root}/bot${api.token}/sendMessage`, { method: 'POST', body: form })).json()) as Answer).ok).toBe(true)
    const upload = new FormData()
    upload.set('chat_id', String(chat.id))
    upload.set('document', new File(['nội dung'], 'kết-quả.txt', { type: 'text/plain' }))
    upload.set('reply_markup', JSON.stringify({ inline_keyboard: [[{ text: 'a', callback_data: 'b' }]] }))
    expect(await (await fetch(`${api.root}/bot${api.token}/sendDocument`, { method: 'POST', body: upload })).json()).toMatchObject({ ok: true, result: { document: { file_name: 'kết-quả.txt' } } })
  })

  it('hands out a file by the path that getFile gave, up to 20 MB', async () => {
    api.document(user, chat, 'a.txt', Buffer.from('nội dung'))
    const { result } = await call('getFile', { file_id: 'sent-1' })
    const { file_path } = result as { file_path: string }
    expect(await (await fetch(`${api.root}/file/bot${api.token}/${file_path}`)).text()).toBe('nội dung')
    expect((await fetch(`${api.root}/file/bot1:wrong/${file_path}`)).status).toBe(401)
    api.document(user, chat, 'b.txt', Buffer.alloc(20 * 1024 * 1024 + 1))
    expect(await call('getFile', { file_id: 'sent-2' })).toMatchObject({ ok: false, description: expect.stringContaining('too big') as string })
    expect(await call('getFile', { file_id: 'nothing' })).toMatchObject({ ok: false, error_code: 400 })
    await call('getUpdates', { offset: 9_999_999 })
  })

  it('hands updates out from the offset on, and forgets those before it', async () => {
    const [first, second] = [api.text(user, chat, 'một'), api.text(user, chat, 'hai')]
    expect((await call('getUpdates', { offset: first.update_id, limit: 1 })).result).toMatchObject([{ update_id: first.update_id }])
    expect((await call('getUpdates', { offset: second.update_id })).result).toMatchObject([{ update_id: second.update_id }])
    expect(api.updates.unconfirmed()).toEqual([second.update_id])
    await call('getUpdates', { offset: second.update_id + 1 })
  })

  it('holds an empty answer back until something comes; a second poll ends the first with 409', async () => {
    const held = call('getUpdates', { timeout: 20 })
    const other = call('getUpdates', { timeout: 20, offset: 1 })
    expect(await Promise.race([held, other])).toMatchObject({ error_code: 409 })
    const update = api.text(user, chat, 'ba')
    expect((await Promise.all([held, other])).find(({ ok }) => ok)?.result).toMatchObject([{ update_id: update.update_id }])
  })

  it('answers a press once, and tells an edit that changes nothing', async () => {
    const { message } = await send({ text: 'chọn', reply_markup: { inline_keyboard: [[{ text: 'a', callback_data: 'b' }]] } }).then(() => api.next('sendMessage', ({ fields }) => fields.text === 'chọn'))
    const press = api.press(user, message, { label: 'a' })
    const answer = { callback_query_id: press.callback_query?.id }
    expect(await call('answerCallbackQuery', answer)).toMatchObject({ ok: true })
    expect(await call('answerCallbackQuery', answer)).toMatchObject({ ok: false, description: expect.stringContaining('query is too old') as string })
    expect(await call('editMessageText', { chat_id: chat.id, message_id: message.message_id, text: 'chọn', reply_markup: message.reply_markup })).toMatchObject({ description: expect.stringContaining('not modified') as string })
  })

  it('posts to the webhook that was set, with its secret', async () => {
    expect(await call('setWebhook', { url: `${api.root}/hook`, secret_token: 'khoa' })).toMatchObject({ ok: true })
    expect(await call('getUpdates', {})).toMatchObject({ error_code: 409 })
    // The address is this server itself, which knows no such path.
    expect(await api.deliver(api.text(user, chat, 'bốn'))).toBe(401)
    expect(await call('deleteWebhook', {})).toMatchObject({ ok: true })
  })
})
