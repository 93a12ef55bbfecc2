import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Block, Message } from '../../../src/answer/message.ts'
import { runTelegram, type RunningBot } from '../../../src/channels/telegram/run.ts'
import type { Answer } from '../../../src/channels/telegram/journal.ts'
import type { Store } from '../../../src/store/types.ts'
import { openFileStore } from '../../../src/store/open.ts'
import { startBotApi, type BotApi } from '../../bot-api/server.ts'
import { BOT, group, person } from '../../bot-api/world.ts'

const citation = { plan: 'p', planName: 'Kế hoạch Bắc Quang 2024', clause: 'V.3.2', clauseName: 'mục V, khoản 3.2', quote: 'gửi trước ngày 05/11/2024' }
const EVERY_BLOCK: readonly Block[] = [
  { type: 'progress', step: 2, of: 5 },
  { type: 'headline', text: 'Đủ điều kiện' },
  { type: 'text', text: 'Theo các câu trả lời.' },
  { type: 'heading', text: 'Hồ sơ' },
  { type: 'list', items: ['Tờ trình'] },
  { type: 'checklist', items: ['Biên bản'] },
  { type: 'note', text: 'Bản trích.' },
  { type: 'quote', citation },
  { type: 'verdicts', rows: [{ criterion: 'Hộ dân', says: 'từ 90%', verdict: 'met', answer: '95%', citation }] },
  { type: 'calendar', today: '2024-10-30', entries: [{ label: 'Đăng ký', lastDay: '2024-04-19', plan: 'p' }, { label: 'Nộp hồ sơ', from: '2024-10-01', lastDay: '2024-11-04', plan: 'p' }] },
]
const message = (blocks: readonly Block[], more: Partial<Message> = {}): Message => ({ outcome: 'answered', blocks, buttons: [], citations: [], facts: [], choices: [], attachments: [], ...more })
const says = (text: string, more: Partial<Message> = {}) => message([{ type: 'text', text }], more)
const NEXT = [[{ label: 'Tiếp', action: 'next' }]]
const file = (name: string) => ({ name, type: 'text/plain', content: { kind: 'calendar', plan: 'p', deadlines: [] } as const })

let release = () => {}
const held = new Promise<void>((resolve) => (release = resolve))

/** A talk of which each word gives another shape of answer. */
const ANSWERS: Readonly<Record<string, () => readonly Message[]>> = {
  mọi: () => [message(EVERY_BLOCK)],
  dài: () => [message(Array.from({ length: 90 }, (_, n) => ({ type: 'text', text: `Đoạn ${n}. ${'thi đua khen thưởng '.repeat(8)}` })), { buttons: NEXT })],
  hai: () => [says('Một'), says('Hai')],
  tệp: () => [says('Đây', { attachments: [file('kết quả "1".ics')] })],
  'tệp hỏng': () => [says('Đây', { attachments: [file('hỏng.ics')] })],
  ảnh: () => [message([{ type: 'headline', text: 'Ảnh' }, ...Array.from({ length: 30 }, () => ({ type: 'text', text: 'Lời dưới ảnh. '.repeat(6) }) as const)], { buttons: NEXT })],
  hỏi: () => [says('Câu hỏi', { outcome: 'check', buttons: NEXT })],
  đáp: () => [says('Trả lời', { buttons: NEXT })],
}
let store: Store
const failed = new Set<string>()
const answer: Answer = async (chat, turn, { worker, update }) => {
  const word = 'action' in turn ? turn.action : (turn.text ?? '')
  if (word === 'chậm') await held
  if (word === 'hỏng' && !failed.has(chat)) {
    failed.add(chat)
    throw new Error('the database is away')
  }
  const messages = ANSWERS[word]?.() ?? [says(`Nghe: ${word}`)]
  const before = await store.load(chat)
  return (await store.answer(chat, before, before.session, { worker, update, answer: JSON.stringify(messages) })) === 'kept' ? messages : undefined
}

let api: BotApi
let bot: RunningBot
let ended: Promise<unknown>
const stop = new AbortController()

beforeAll(async () => {
  api = await startBotApi()
  store = await openFileStore(await mkdtemp(join(tmpdir(), 'deliver-')), { planner: () => [] })
  await new Promise<void>((ready) => {
    ended = runTelegram({
      token: api.token,
      apiRoot: api.root,
      answer,
      journal: store,
      perSecond: 28,
      administrators: [],
      log: pino({ level: 'silent' }),
      onError: () => undefined,
      stop: stop.signal,
      onReady: (running) => {
        bot = running
        ready()
      },
      onBlocked: () => undefined,
      makeFile: ({ name, type }) => (name === 'hỏng.ics' ? Promise.reject(new Error('no')) : Promise.resolve({ name, type, bytes: Buffer.from('nội dung') })),
      draw: ({ blocks }) => Promise.resolve(blocks[0]?.type === 'headline' && blocks[0].text === 'Ảnh' ? { name: 'a.png', type: 'image/png', bytes: Buffer.from('png') } : undefined),
    }, () => Promise.resolve())
  })
})
afterAll(async () => {
  release()
  stop.abort()
  await ended
  await store.close()
  await api.stop()
})

let last = 0
const somebody = () => person((last += 1))
const to = (chat: { id: number }) => (call: { fields: { chat_id: number } }) => call.fields.chat_id === chat.id

describe('an answer in Telegram', () => {
  it('shows every kind of block', async () => {
    const { user, chat } = somebody()
    api.text(user, chat, 'mọi')
    const { message: shown } = await api.next('sendMessage', to(chat))
    for (const words of ['Câu 2/5', 'Đủ điều kiện', '• Tờ trình', '☐ Biên bản', '⚠️ Bản trích.', '“gửi trước ngày 05/11/2024”', '✅ Hộ dân: từ 90%', 'Trả lời: 95%', '19/04/2024: Đăng ký (đã qua)', '01/10/2024 đến 04/11/2024: Nộp hồ sơ']) {
      expect(shown.text).toContain(words)
    }
  })

  it('is split where it is too long, in order, with the buttons below the last part', async () => {
    const { user, chat } = somebody()
    api.text(user, chat, 'dài')
    const parts = [await api.next('sendMessage', to(chat)), await api.next('sendMessage', to(chat)), await api.next('sendMessage', to(chat)), await api.next('sendMessage', to(chat))]
    expect(parts.every(({ ok }) => ok)).toBe(true)
    const numbers = parts.flatMap((part) => [...(part.message.text ?? '').matchAll(/Đoạn (\d+)\./g)].map((match) => Number(match[1])))
    expect(numbers).toEqual(Array.from({ length: 90 }, (_, n) => n))
    expect(parts.map((part) => part.message.reply_markup !== undefined)).toEqual([false, false, false, true])
  })

  it('brings its files, in a group as a reply like its words', async () => {
    const an = somebody().user
    const chat = group(1)
    const asked = api.text(an, chat, `@${BOT.username} tệp`)
    expect((await api.next('sendMessage', to(chat))).ok).toBe(true)
    const { ok, message: sent } = await api.next('sendDocument', to(chat))
    expect(ok).toBe(true)
    expect(sent.document?.file_name).toBe('kết quả _1_.ics')
    expect(sent.reply_to_message?.message_id).toBe(asked.message?.message_id)
  })

  it('says where a file could not be made', async () => {
    const { user, chat } = somebody()
    api.text(user, chat, 'tệp hỏng')
    await api.next('sendMessage', to(chat))
    expect((await api.next('sendMessage', to(chat))).message.text).toContain('hỏng.ics')
  })

  it('stands below its picture as far as there is room, the rest behind it', async () => {
    const { user, chat } = somebody()
    api.text(user, chat, 'ảnh')
    const photo = await api.next('sendPhoto', to(chat))
    expect(photo.ok).toBe(true)
    expect(photo.message.caption).toMatch(/^Ảnh\n\nLời dưới ảnh\./)
    const rest = await api.next('sendMessage', to(chat))
    expect([photo.message.reply_markup, rest.message.reply_markup].map((one) => one !== undefined)).toEqual([false, true])
  })

  it('takes the place of the question that was pressed, and follows the answer that was', async () => {
    const { user, chat } = somebody()
    for (const [word, method] of [['hỏi', 'editMessageText'], ['đáp', 'sendMessage']] as const) {
      api.text(user, chat, word)
      const { message: shown } = await api.next('sendMessage', to(chat))
      api.press(user, shown, { label: 'Tiếp' })
      await api.next('answerCallbackQuery')
      expect((await api.next(method, to(chat))).message.text).toBe('Nghe: next')
    }
  })

  it('comes later where it cannot be kept at once, which is said', async () => {
    const { user, chat } = somebody()
    api.text(user, chat, 'hỏng')
    expect((await api.next('sendMessage', to(chat))).message.text).toContain('sẽ được trả lời')
    expect((await api.next('sendMessage', to(chat))).message.text).toBe('Nghe: hỏng')
  })

  it('waits for the turn before it in its own chat, and for nobody else', async () => {
    const [slow, quick] = [somebody(), somebody()]
    api.text(slow.user, slow.chat, 'chậm')
    api.text(slow.user, slow.chat, 'sau')
    api.text(quick.user, quick.chat, 'nhanh')
    expect((await api.next('sendMessage')).message.text).toBe('Nghe: nhanh')
    release()
    expect((await api.next('sendMessage', to(slow.chat))).message.text).toBe('Nghe: chậm')
    expect((await api.next('sendMessage', to(slow.chat))).message.text).toBe('Nghe: sau')
  })

  it('can be sent unasked to a talk, and tells what became of it', async () => {
    const [here, gone] = [somebody(), somebody()]
    api.text(here.user, here.chat, 'x')
    api.text(gone.user, gone.chat, 'x')
    await api.next('sendMessage', to(gone.chat))
    api.world.blocked.add(gone.chat.id)
    expect(await bot.send(`tg:${here.chat.id}`, says('Nhắc hạn'))).toBe('sent')
    expect(await bot.send(`tg:${gone.chat.id}`, says('Nhắc hạn'))).toBe('blocked')
  })
})
