import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block } from '../../../src/answer/message.ts'
import { htmlTexts } from '../../../src/channels/telegram/html.ts'
import { keyboardOf, readPress } from '../../../src/channels/telegram/keyboard.ts'
import { mention, piecesOf } from '../../../src/channels/telegram/pieces.ts'
import { parseHtml } from '../../bot-api/html.ts'
import { METHODS, seen } from '../../bot-api/methods.ts'
import { hostileMessage } from '../hostile.ts'

const RUNS = { numRuns: 1500 }
const words = (text: string) => text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
const paragraph = (text: string): Block => ({ type: 'text', text })

describe('a message as Telegram HTML', () => {
  it('is taken by Telegram whatever stands in it', () => {
    fc.assert(
      fc.property(hostileMessage, fc.constantFrom(4096, 1024), (message, firstLimit) => {
        const texts = htmlTexts(piecesOf(message.blocks), firstLimit)
        texts.forEach((html, index) => {
          expect(html.isWellFormed()).toBe(true)
          // Throws where tags do not balance, a limit is passed or nothing can be seen.
          seen(html, 'HTML', index === 0 ? firstLimit : 4096, 'message')
        })
      }),
      RUNS,
    )
  })

  it('has a keyboard that Telegram takes, whatever its buttons are called', () => {
    fc.assert(
      fc.property(hostileMessage, (message) => {
        const keyboard = keyboardOf(message)
        const fields = { chat_id: 1, text: 'x', ...(keyboard ? { reply_markup: keyboard } : {}) }
        expect(METHODS.sendMessage.safeParse(fields).error?.issues).toBeUndefined()
      }),
      RUNS,
    )
  })

  it('loses no word where it is split, and splits none', () => {
    const text = fc.array(fc.constantFrom('nghiêng', 'hồ sơ', '<b>', '&', 'đề nghị', 'khen thưởng,', '05/11/2024'), { minLength: 300, maxLength: 900 }).map((units) => units.join(' '))
    fc.assert(
      fc.property(text, text, (one, two) => {
        const citation = { plan: 'p', planName: 'Kế hoạch', clause: 'I', clauseName: 'mục I', quote: two }
        const seenWords = htmlTexts(piecesOf([paragraph(one), { type: 'quote', citation }]), 1024).flatMap((html) => words(parseHtml(html).text))
        expect(seenWords).toEqual(words(`${one} ${two} Kế hoạch mục I`))
      }),
      { numRuns: 60 },
    )
  })

  it('keeps a short answer whole: value, list, quotation', () => {
    const citation = { plan: 'p', planName: 'Kế hoạch Bắc Quang 2024', clause: 'V.3.2', clauseName: 'mục V, khoản 3.2', quote: 'trước ngày <05/11/2024> & sau' }
    const blocks: Block[] = [
      { type: 'headline', text: 'Trước ngày 05/11/2024' },
      { type: 'list', ordered: true, items: ['Tờ trình', 'Biên bản'] },
      { type: 'note', text: 'Bản trích.' },
      { type: 'quote', citation },
    ]
    expect(htmlTexts(piecesOf(blocks))).toEqual([
      '<b>Trước ngày 05/11/2024</b>\n\n1. Tờ trình\n2. Biên bản\n\n⚠️ Bản trích.\n\n<blockquote>“trước ngày &lt;05/11/2024&gt; &amp; sau”\n<i>Kế hoạch Bắc Quang 2024, mục V, khoản 3.2</i></blockquote>',
    ])
  })

  it('splits between blocks where they fit, and opens a quotation anew where one is too long', () => {
    const texts = htmlTexts(piecesOf([paragraph('a '.repeat(1500)), paragraph('b '.repeat(1500))]))
    expect(texts.map((html) => [html.includes('a'), html.includes('b')])).toEqual([[true, false], [false, true]])
    const citation = { plan: 'p', planName: 'K', clause: 'I', clauseName: 'mục I', quote: 'thi đua '.repeat(700) }
    const quotes = htmlTexts(piecesOf([{ type: 'quote', citation }]))
    expect(quotes.length).toBe(2)
    expect(quotes.every((html) => html.startsWith('<blockquote>') && html.endsWith('</blockquote>'))).toBe(true)
  })

  it('gathers the quotations of one clause, and folds them where they are many', () => {
    const quote = (text: string, continued: boolean): Block => ({ type: 'quote', citation: { plan: 'p', planName: 'K', clause: 'I', clauseName: 'mục I', quote: text }, ...(continued && { continued }) })
    expect(htmlTexts(piecesOf([quote('a', true), quote('b', false)]))).toEqual(['<blockquote>“a”\n“b”\n<i>K, mục I</i></blockquote>'])
    expect(htmlTexts(piecesOf([quote('a', true), quote('b', true), quote('c', false), quote('d', false)]))).toEqual(['<blockquote expandable>“a”\n“b”\n“c”\n<i>K, mục I</i></blockquote>\n\n<blockquote>“d”\n<i>K, mục I</i></blockquote>'])
  })

  it('names a person by a mention that their name cannot break', () => {
    const [html = ''] = htmlTexts([mention({ id: 42, first_name: '<b>"An"&' }), ...piecesOf([paragraph('Xin chào')])])
    expect(parseHtml(html).entities).toEqual([{ type: 'text_mention', text: '<b>"An"&', href: 'tg://user?id=42' }])
  })
})

describe('a button', () => {
  it('comes back as the action it was made of, with whether its answer takes its place', () => {
    const message = (outcome: 'check' | 'answered') => ({ outcome, blocks: [], buttons: [[{ label: 'Rồi', action: 'kt:yes' }]], citations: [], facts: [], choices: [], attachments: [] })
    const data = (outcome: 'check' | 'answered') => {
      const button = keyboardOf(message(outcome))?.inline_keyboard[0]?.[0]
      return button && 'callback_data' in button ? button.callback_data : ''
    }
    expect(readPress(data('check'))).toEqual({ action: 'kt:yes', inPlace: true })
    expect(readPress(data('answered'))).toEqual({ action: 'kt:yes', inPlace: false })
  })
})
