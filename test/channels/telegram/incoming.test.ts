import type { Update } from 'telegraf/types'
import { describe, expect, it } from 'vitest'
import { heardUpdate, placeOfTalk } from '../../../src/channels/telegram/incoming.ts'

const ME = { id: 7, username: 'so_tay_bot' }
const AN = { id: 11, is_bot: false, first_name: 'An' }
const PRIVATE = { id: 11, type: 'private', first_name: 'An' }
const GROUP = { id: -100, type: 'supergroup', title: 'Nhóm' }
const update = (message: object) => ({ update_id: 1, message: { message_id: 5, date: 1, from: AN, chat: GROUP, ...message } }) as unknown as Update
const heardText = (message: object) => {
  const said = heardUpdate(update(message), ME)?.said
  return said === undefined || said === 'no-words' || 'action' in said ? said : said.text
}

describe('a file', () => {
  const document = { file_id: 'f', file_unique_id: 'f', file_name: 'kế hoạch.docx', file_size: 9 }
  const file = { id: 'f', name: 'kế hoạch.docx', size: 9 }

  it('is heard with its name, its size and the words below it', () => {
    expect(heardUpdate(update({ chat: PRIVATE, document }), ME)?.said).toEqual({ file })
    expect(heardUpdate(update({ chat: PRIVATE, document, caption: 'đây ạ' }), ME)?.said).toEqual({ file, text: 'đây ạ' })
  })

  it('in a group is heard where the bot is named or replied to', () => {
    expect(heardUpdate(update({ document, caption: 'gửi mọi người' }), ME)).toBeUndefined()
    expect(heardUpdate(update({ document, caption: '@so_tay_bot nhập' }), ME)?.said).toEqual({ file, text: 'nhập' })
  })

  it('is none where it is an animation', () => {
    expect(heardUpdate(update({ chat: PRIVATE, document, animation: document }), ME)?.said).toBe('no-words')
  })
})

describe('what is said to the bot in a group', () => {
  it.each([
    ['@so_tay_bot hạn nộp', 'hạn nộp'],
    ['Nhờ @So_Tay_Bot: hạn nộp?', 'Nhờ hạn nộp?'],
    ['/hannop@so_tay_bot bắc quang', '/hannop bắc quang'],
    ['/hannop bắc quang', '/hannop bắc quang'],
    ['@so_tay_bot', ''],
  ])('%s', (text, words) => {
    expect(heardText({ text })).toBe(words)
  })

  it.each(['hạn nộp', '@so_tay_bot2 hạn nộp', 'ai@so_tay_bot.vn', '/hannop@bot_khac', '/lệnh-lạ'])('not: %s', (text) => {
    expect(heardText({ text })).toBeUndefined()
  })

  it('a mention of a bot by its person, and by an anonymous administrator', () => {
    expect(heardText({ text: 'Sổ tay ơi', entities: [{ type: 'text_mention', offset: 0, length: 6, user: { id: 7 } }] })).toBe('Sổ tay ơi')
    expect(heardText({ text: '/huy', from: { id: 1087968824, is_bot: true, first_name: 'Group' } })).toBe('/huy')
    expect(heardText({ text: '/huy', from: { id: 99, is_bot: true, first_name: 'Other' } })).toBeUndefined()
  })

  it('in a topic: the answer goes there, as a reply', () => {
    expect(heardUpdate(update({ text: '/huy', is_topic_message: true, message_thread_id: 3 }), ME)?.place).toEqual({ chat: -100, thread: 3, replyTo: 5 })
  })
})

describe('a press', () => {
  const press = (message: object, data = '~kt:yes') => ({ update_id: 2, callback_query: { id: 'q', from: AN, chat_instance: 'c', data, message } }) as unknown as Update

  it('under a message that Telegram has forgotten is answered by a new one', () => {
    expect(heardUpdate(press({ message_id: 5, date: 0, chat: PRIVATE }), ME)).toEqual({ talk: 'tg:11', said: { action: 'kt:yes' }, place: { chat: 11 } })
  })

  it('under the answer to another person is answered to the one who pressed', () => {
    const message = { message_id: 5, date: 1, chat: GROUP, reply_to_message: { message_id: 4, from: { id: 12 } } }
    expect(heardUpdate(press(message), ME)).toEqual({ talk: 'tg:-100:11', said: { action: 'kt:yes' }, place: { chat: -100, mention: AN } })
  })
})

it('keeps one talk a person, whose key leads back to its chat; what concerns a whole group is the group\'s', () => {
  expect(heardUpdate(update({ text: '/huy' }), ME)?.talk).toBe('tg:-100:11')
  expect(heardUpdate(update({ text: '/huy', chat: PRIVATE }), ME)?.talk).toBe('tg:11')
  expect(heardUpdate(update({ text: '/nhacviec' }), ME)).toMatchObject({ talk: 'tg:-100', asker: 11 })
  expect(heardUpdate(update({ text: '/nhacviec', chat: PRIVATE }), ME)?.asker).toBeUndefined()
  expect(placeOfTalk('tg:-100:11')).toEqual({ chat: -100 })
  expect(placeOfTalk('tg:-100')).toEqual({ chat: -100 })
})
