import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Message } from '../../src/answer/message.ts'
import { htmlTexts } from '../../src/channels/telegram/html.ts'
import { keyboardOf } from '../../src/channels/telegram/keyboard.ts'
import { piecesOf } from '../../src/channels/telegram/pieces.ts'
import { jsonMessage } from '../../src/channels/terminal/json-message.ts'
import { paintBlocks, paintButtons } from '../../src/channels/terminal/paint.ts'
import { pageMessage } from '../../src/channels/web/page-message.ts'
import { drawStrip } from '../../src/pictures/strip.ts'
import { parseHtml } from '../bot-api/html.ts'
import { METHODS, seen } from '../bot-api/methods.ts'
import { CASES } from './cases.ts'
import { CHROMIUM, openBrowser, servePage, SKIPPED, stopServing, visitor, type Served } from './web/browser.ts'

/** One suite of messages over all renderers. Each gives what its reader sees, the buttons at the end. */

if (CHROMIUM === undefined) process.stdout.write(`test/channels/renderers.test.ts, the page: ${SKIPPED}\n`)

const labels = (message: Message) => message.buttons.flat().map((button) => button.label)
const noFile = () => Promise.reject(new Error('no file in these'))

describe.each(CASES)('$name', ({ message, says }) => {
  it('in the terminal', () => {
    const shown = [paintBlocks(message.blocks, { colours: false, width: 80 }), ...message.buttons.map((row) => paintButtons(row.map((button) => ({ ...button, key: '1' })), { colours: false }))].join('\n')
    expectSaid(shown, [...says, ...labels(message)])
  })

  it('as JSON', async () => {
    const { text, buttons } = (await jsonMessage(message, noFile)) as { text: string; buttons: { label: string }[][] }
    expectSaid(text, says)
    expect(buttons.flat().map((button) => button.label)).toEqual(labels(message))
  })

  it('in Telegram', () => {
    const texts = htmlTexts(piecesOf(message.blocks))
    for (const html of texts) seen(html, 'HTML', 4096, 'message')
    expectSaid(texts.map((html) => parseHtml(html).text).join('\n'), says)
    const markup = keyboardOf(message)
    expect(METHODS.sendMessage.safeParse({ chat_id: 1, text: 'x', ...(markup && { reply_markup: markup }) }).success).toBe(true)
    expect(markup?.inline_keyboard.flat().map((button) => button.text) ?? []).toEqual(labels(message))
  })
})

describe.skipIf(CHROMIUM === undefined)('on the page', () => {
  let served: Served
  let browser: Browser
  beforeAll(async () => {
    ;[served, browser] = await Promise.all([servePage(), openBrowser()])
  })
  afterAll(async () => {
    await browser.close()
    await stopServing(served)
  })

  it.each(CASES)('$name', async ({ message, says }) => {
    const { page, complaints } = await visitor(browser, served.address)
    const sent = JSON.stringify(pageMessage(message, drawStrip, () => 'files/x/y'))
    const shown = await page.evaluate<{ words: string; strange: number }>(`(async () => {
      const { renderMessage } = await import('./render.js')
      const card = renderMessage(${sent}, { key: 'x', ticks: new Set(), tick() {}, press() {} })
      document.getElementById('talk').replaceChildren(card)
      for (const hidden of card.querySelectorAll('svg.narrow, summary')) hidden.remove()
      const strange = card.querySelectorAll('script, img, iframe, b, [onclick], [onerror], [style]').length
      return { words: card.textContent, strange }
    })()`)
    expectSaid(shown.words, [...says, ...labels(message)])
    expect(shown.strange).toBe(0)
    expect(complaints).toEqual([])
  })
})

/** Each in turn, further on than the one before; white space aside, as every renderer breaks lines in its own way. */
function expectSaid(shown: string, says: readonly string[]): void {
  const bare = (text: string) => text.replace(/\s+/gu, '')
  const all = bare(shown)
  let from = 0
  for (const text of says) {
    const at = all.indexOf(bare(text), from)
    if (at < 0) expect(all.slice(from)).toContain(bare(text))
    from = at + bare(text).length
  }
}
