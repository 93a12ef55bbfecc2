import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CHROMIUM, openBrowser, PHONE, servePage, SKIPPED, stopServing, visitor, type Served } from './browser.ts'

if (CHROMIUM === undefined) process.stdout.write(`test/channels/web/page.test.ts ${SKIPPED}\n`)

describe.skipIf(CHROMIUM === undefined)('the page in a browser', () => {
  let served: Served
  let browser: Browser
  const visit = (...[options]: [Parameters<typeof visitor>[2]?]) => visitor(browser, served.address, options)

  beforeAll(async () => {
    ;[served, browser] = await Promise.all([servePage(), openBrowser()])
  })
  afterAll(async () => {
    await browser.close()
    await stopServing(served)
  })

  it('answers a question typed without marks, says it to a screen reader, and is ready for the next', async () => {
    const { page, ask, box, complaints } = await visit()
    const turn = await ask('han nop ho so bac quang')
    expect(await turn.locator('.said').innerText()).toContain('han nop ho so bac quang')
    expect(await turn.getByRole('heading').first().innerText()).toContain('05/11/2024')
    expect(await turn.locator('blockquote').first().innerText()).toMatch(/^“Hồ sơ đề nghị khen thưởng gửi trước ngày 05\/11\/2024/)
    expect(await page.getByRole('log').innerText()).toContain('05/11/2024')
    expect(await box.inputValue()).toBe('')
    expect(await page.evaluate('document.activeElement.id')).toBe('text')
    expect(complaints).toEqual([])
  })

  it('unfolds a quotation to its whole clause, the quoted words marked', async () => {
    const { ask } = await visit()
    const turn = await ask('hồ sơ bắc quang gồm những gì')
    await turn.getByText('Xem cả điều khoản').first().click()
    const clause = turn.locator('.clause').first()
    await clause.getByText('mục V, khoản 3.1').waitFor()
    expect(await clause.innerText()).toContain('Biên bản họp Hội đồng Thi đua')
    expect(await clause.locator('mark').first().innerText()).toContain('Tờ trình đề nghị khen thưởng')
  })

  it('offers a choice, carries on with the question, and puts the used buttons away', async () => {
    const { ask, press, turns } = await visit()
    await ask('số bộ hồ sơ')
    const answer = await press('Kế hoạch huyện Bắc Quang năm 2024')
    expect(await answer.innerText()).toContain('03 bộ')
    expect(await turns.first().getByRole('button').count()).toBe(0)
  })

  it('shows the deadlines of a plan as a strip beside the words', async () => {
    const { ask } = await visit()
    const strip = (await ask('các hạn của kế hoạch bắc quang')).getByRole('img', { name: /Dải lịch 3 hạn, từ tháng 4\/2024 đến tháng 11\/2024/ })
    expect(await strip.count()).toBe(1)
    const letters = strip.locator('text')
    expect(await letters.allTextContents()).toEqual(expect.arrayContaining(['hôm nay 30/10', '19/04/2024 (thứ Sáu)', 'đã qua', 'còn 5 ngày']))
  })

  it('leads through a check with why, back and recap to a table and a file', async () => {
    const { page, ask, press, turns } = await visit()
    await ask('/start kt_sp20-nong-dan')
    expect(await (await press('Có')).innerText()).toContain('Câu 2/8')
    expect(await (await press('Vì sao hỏi?')).locator('blockquote').innerText()).toContain('tự lực')
    await press('Không')
    expect(await (await press('◀ Quay lại')).innerText()).toContain('Câu trả lời trước: Không')
    expect(await (await press('Có')).innerText()).toContain('Câu 3/8')
    expect(await (await press('Xem lại')).innerText()).toMatch(/chấp hành[^\n]*không\? Có/)
    await press(/^Sửa câu 1/)
    await press('Không')
    await press('Dừng, xem kết quả')
    const table = turns.last().getByRole('table').first()
    expect(await table.getByRole('columnheader').allInnerTexts()).toEqual(['Kết quả', 'Tiêu chuẩn'])
    expect(await table.getByRole('row').nth(1).innerText()).toMatch(/Chưa đạt[\s\S]*Trả lời: Không/)
    const download = page.waitForEvent('download')
    await turns.last().getByRole('link', { name: /Tải tệp/ }).click()
    const file = await download
    expect(file.suggestedFilename()).toBe('sp20-nong-dan-2024-10-30.docx')
    expect(readFileSync(await file.path()).subarray(0, 2).toString()).toBe('PK')
  })

  it('has the talk again after a reload in the middle of a check, ticks too, and goes on', async () => {
    const { page, ask, press, turns } = await visit()
    await (await ask('hồ sơ bắc quang gồm những gì')).getByRole('checkbox').nth(1).check()
    await ask('/start kt_sp20-nong-dan')
    await press('Có')
    await page.reload()
    expect(await turns.count()).toBe(3)
    expect(await page.getByRole('checkbox').nth(1).isChecked()).toBe(true)
    expect(await (await press('Có')).innerText()).toContain('Câu 3/8')
  })

  it('forgets the talk when it is told to', async () => {
    const { page, ask, box, turns } = await visit()
    page.on('dialog', (dialog) => void dialog.accept())
    const acts = [() => page.getByRole('button', { name: 'Xóa hội thoại' }).click(), () => box.fill('/xoadulieu').then(() => box.press('Enter'))]
    for (const act of acts) {
      await ask('/start kt_sp20-nong-dan')
      await act()
      await page.getByText('Đã xóa hội thoại.').waitFor()
      await page.reload()
      expect(await turns.count()).toBe(0)
      expect(await (await ask('có')).innerText()).not.toContain('Đã ghi')
    }
  })

  it('keeps the talks of two browsers apart', async () => {
    const [an, binh] = await Promise.all([visit(), visit()])
    await Promise.all([an.ask('/start kt_sp20-nong-dan'), binh.ask('/start kt_sp20-thon')])
    const [toAn, toBinh] = await Promise.all([an.press('Có'), binh.press('Không rõ')])
    expect(await toAn.innerText()).toContain('Đã ghi: Có')
    expect(await toBinh.innerText()).toContain('Đã ghi: Không rõ')
  })

  it('opens what a link names, once', async () => {
    const { page, ask, turns } = await visit()
    await page.goto(`${served.address}?start=kt_sp20-thon`)
    await turns.first().waitFor()
    expect(await turns.first().innerText()).toContain('Câu 1/')
    expect(page.url()).toBe(served.address)
    await page.goto(`${served.address}?start=plan_bac-quang-2024`)
    await turns.nth(1).waitFor()
    expect(await turns.nth(1).getByRole('heading').first().innerText()).toContain('Bắc Quang')
    await page.reload()
    expect(await turns.count()).toBe(2)
    expect(await (await ask('hạn nộp hồ sơ là khi nào')).innerText()).toContain('05/11/2024')
  })

  it('fits a phone of 360 pixels with the longest answers, and a screen four times magnified', async () => {
    const { page, ask, press } = await visit(PHONE)
    const overflow = () => page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
    await ask('/hannop')
    await ask('tiêu chuẩn bắc quang')
    await ask('x'.repeat(4000))
    await ask('/start kt_sp20-nong-dan')
    await press('Không')
    await press('Dừng, xem kết quả')
    expect(await overflow()).toBe(0)
    await page.setViewportSize({ width: 320, height: 256 })
    expect(await overflow()).toBe(0)
  })

  it('is used by the keyboard alone, and the focus is always seen', async () => {
    const { page, turns } = await visit()
    const focused = () => page.evaluate('document.activeElement.innerText || document.activeElement.id')
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('Tới ô hỏi')
    await page.keyboard.press('Enter')
    expect(await focused()).toBe('text')
    await page.keyboard.type('/start kt_sp20-nong-dan')
    await page.keyboard.press('Enter')
    await turns.first().waitFor()
    await page.keyboard.press('Shift+Tab')
    expect(await focused()).toBe('Dừng')
    while ((await focused()) !== 'Có') await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('Enter')
    await turns.nth(1).waitFor()
    // The pressed button is gone: the focus stands on the answer, with its buttons next.
    await page.waitForFunction('document.activeElement.innerText.includes("Câu 2/8")')
    await page.keyboard.press('Tab')
    expect(await focused()).toBe('Có')
    const outline = await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')
    expect(outline).toBe('solid')
  })

  it('says that it is answering when that takes longer than half a second', async () => {
    const { page, box, turns } = await visit()
    let release = () => {}
    await page.route('**/api/turn', async (route) => {
      await new Promise<void>((resolve) => (release = resolve))
      await route.continue()
    })
    await box.fill('hạn nộp hồ sơ bắc quang')
    await box.press('Enter')
    await page.getByRole('status').getByText('Đang trả lời…').waitFor()
    release()
    await turns.first().waitFor()
    expect(await page.getByRole('status').innerText()).toBe('')
  })

  it('says plainly that the network is gone, keeps what was typed, also over a reload', async () => {
    const { page, context, box, ask } = await visit()
    await context.setOffline(true)
    await box.fill('hạn nộp hồ sơ bắc quang')
    await box.press('Enter')
    await page.getByRole('status').getByText('Máy này đang mất mạng').waitFor()
    expect(await box.inputValue()).toBe('hạn nộp hồ sơ bắc quang')
    await context.setOffline(false)
    await page.reload()
    expect(await box.inputValue()).toBe('hạn nộp hồ sơ bắc quang')
    expect(await (await ask(await box.inputValue())).innerText()).toContain('05/11/2024')
  })

  it('counts an answer once whose reply was lost on the way', async () => {
    const { page, box, ask, turns } = await visit()
    await ask('/start kt_sp20-nong-dan')
    let cut = true
    await page.route('**/api/turn', async (route) => {
      if (!cut) return await route.continue()
      cut = false
      await route.fetch()
      await route.abort('connectionreset')
    })
    await box.fill('có')
    await box.press('Enter')
    await page.getByRole('status').getByText('Chưa kết nối được với máy chủ').waitFor()
    await page.reload()
    await page.getByRole('button', { name: 'Gửi' }).click()
    await turns.nth(1).waitFor()
    expect(await turns.nth(1).innerText()).toContain('Câu 2/8')
  })

  it('shows hostile text as the text it is', async () => {
    const { page, ask, complaints } = await visit()
    const hostile = '<img src=x onerror="document.title=1"><script>document.title=2</script> {{1}} “&lt;b&gt;”'
    const turn = await ask(hostile)
    expect(await turn.locator('.said').innerText()).toContain(hostile)
    expect(await turn.locator('img, script').count()).toBe(0)
    expect(await page.title()).toBe('Sổ tay thi đua')
    expect(complaints).toEqual([])
  })

  describe.each([
    ['light', {}],
    ['dark on a phone', { ...PHONE, colorScheme: 'dark' }],
  ] as const)('%s', (_name, options) => {
    it('passes WCAG 2.2 AA by axe: at the start, with answers, in a check, at its result', async () => {
      const { page, ask, press, turns } = await visit(options)
      expect(await violations(page)).toEqual([])
      await ask('các hạn của kế hoạch bắc quang')
      const papers = await ask('hồ sơ bắc quang gồm những gì')
      await papers.getByText('Xem cả điều khoản').first().click()
      await papers.locator('.clause .where').first().waitFor()
      await ask('/start kt_sp20-nong-dan')
      await press('Không rõ')
      expect(await violations(page)).toEqual([])
      await press('Không')
      await press('Dừng, xem kết quả')
      expect(await turns.last().getByRole('table').count()).toBeGreaterThan(0)
      expect(await violations(page)).toEqual([])
    })
  })
})

const require = createRequire(import.meta.url)
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(axe)
  const found = await page.evaluate<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }>(
    "axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })",
  )
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html}\n${failureSummary}`))
}
