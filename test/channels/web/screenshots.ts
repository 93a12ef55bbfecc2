import { join } from 'node:path'
import type { BrowserContextOptions } from 'playwright-core'
import { openBrowser, PHONE as PHONE_OF_TESTS, servePage, stopServing, visitor, WIDE } from './browser.ts'

/** Makes the pictures of the page that README shows: npm run screenshots. */

/** Fewer points than a phone has: README shows them small. */
const PHONE = { ...PHONE_OF_TESTS, deviceScaleFactor: 1.5 }
const FOLDER = join(import.meta.dirname, 'screenshots')
type Visitor = Awaited<ReturnType<typeof visitor>>

const SCENES: readonly (readonly [name: string, options: BrowserContextOptions, act: (person: Visitor) => Promise<unknown>])[] = [
  ['phone-welcome', PHONE, () => Promise.resolve()],
  ['phone-dark-strip', { ...PHONE, colorScheme: 'dark' }, ({ ask }) => ask('các hạn của kế hoạch bắc quang')],
  ['phone-check', PHONE, (person) => halfWay(person)],
  ['phone-dark-result', { ...PHONE, colorScheme: 'dark' }, (person) => toTheEnd(person)],
  ['wide-strip', WIDE, ({ ask }) => ask('/hannop cần thơ')],
  [
    'wide-clause',
    WIDE,
    async ({ ask }) => {
      const turn = await ask('hồ sơ bắc quang gồm những gì')
      await turn.getByText('Xem cả điều khoản').first().click()
      await turn.locator('.clause .where').first().waitFor()
    },
  ],
  ['wide-dark-check', { ...WIDE, colorScheme: 'dark' }, (person) => halfWay(person)],
]

async function halfWay({ page, press, turns }: Visitor): Promise<void> {
  await page.goto(`${page.url()}?start=kt_sp20-nong-dan`)
  await turns.first().waitFor()
  await press('Có')
  await press('Vì sao hỏi?')
}

/** One "Không" among the answers, so that there is something to see. */
async function toTheEnd({ page, press, turns }: Visitor): Promise<void> {
  await page.goto(`${page.url()}?start=kt_sp20-nong-dan`)
  await turns.first().waitFor()
  for (let step = 0; step < 20; step += 1) {
    const buttons = await turns.last().getByRole('button').allInnerTexts()
    const next = [step === 1 ? 'Không rõ' : step === 2 ? 'Không' : 'Có', 'Đi tiếp', 'Rồi', 'Đúng', 'Không rõ'].find((label) => buttons.includes(label))
    if (next === undefined) return
    await press(next)
  }
}

const served = await servePage()
const browser = await openBrowser()
for (const [name, options, act] of SCENES) {
  const person = await visitor(browser, served.address, options)
  await act(person)
  await person.page.evaluate("document.fonts.ready")
  await person.page.screenshot({ path: join(FOLDER, `${name}.png`) })
  for (const complaint of person.complaints) process.stderr.write(`${name}: ${complaint}\n`)
  await person.context.close()
}
await browser.close()
await stopServing(served)
