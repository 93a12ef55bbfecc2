import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'
import { startProgram, type Program } from '../../program.ts'

/** The started program and a real browser in front of it. */

/** Where Debian and others put it; undefined where no Chromium is installed. */
export const CHROMIUM = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => path !== undefined && existsSync(path))

/** Said instead of running what needs a browser. */
export const SKIPPED = 'skipped: no Chromium is installed (Debian: apt-get install chromium)'

const FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

export function openBrowser(): Promise<Browser> {
  if (CHROMIUM === undefined) throw new Error(SKIPPED)
  return chromium.launch({ executablePath: CHROMIUM, args: FLAGS })
}

export interface Served {
  readonly program: Program
  /** Ends in a slash. */
  readonly address: string
}

export async function servePage(env: Readonly<Record<string, string>> = {}, args: readonly string[] = []): Promise<Served> {
  const dataDir = mkdtempSync(join(tmpdir(), 'so-tay-web-'))
  const program = startProgram({ args: ['web', '--today', '2024-10-30', ...args], env: { WEB_PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...env } })
  await program.says('Trang web:')
  return { program, address: /http:\S+\//.exec(program.stdout)?.[0] ?? '' }
}

export async function stopServing({ program }: Served): Promise<void> {
  program.kill('SIGTERM')
  await program.ended
}

export const PHONE = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, hasTouch: true } as const satisfies BrowserContextOptions
export const WIDE = { viewport: { width: 1360, height: 860 } } as const satisfies BrowserContextOptions

/** A person at a browser of their own, with the page open. Whatever the page complains of in the console is collected. */
export async function visitor(browser: Browser, address: string, options: BrowserContextOptions = WIDE) {
  const context = await browser.newContext({ locale: 'vi-VN', reducedMotion: 'reduce', ...options })
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  await page.goto(address)
  return { context, page, complaints, ...handsOn(page) }
}

function handsOn(page: Page) {
  const turns = page.locator('.turn')
  /** Does it and waits for the answer: the newest turn of the talk. */
  const answerTo = async (act: () => Promise<void>) => {
    const before = await turns.count()
    await act()
    await turns.nth(before).waitFor()
    return turns.nth(before)
  }
  const box = page.getByLabel('Câu hỏi hoặc câu trả lời của anh/chị')
  return {
    box,
    turns,
    /** Types into the box and presses Enter. */
    ask: (text: string) =>
      answerTo(async () => {
        await box.fill(text)
        await box.press('Enter')
      }),
    /** Presses the last button of this name. */
    press: (name: string | RegExp) => answerTo(() => page.getByRole('button', { name, exact: typeof name === 'string' }).last().click()),
  }
}
