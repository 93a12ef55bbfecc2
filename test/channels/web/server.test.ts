import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { USUAL_LIMITS } from '../../../src/channels/web/parts.ts'
import type { Reply } from '../../../src/respond.ts'
import { freshSession } from '../../../src/session.ts'
import { serveHere, wordsOf } from './here.ts'

const errorOf = async (response: Response) => ((await response.json()) as { error: string }).error

type Here = Awaited<ReturnType<typeof serveHere>>
const opened: Here[] = []
const serve = async (...given: Parameters<typeof serveHere>) => {
  const here = await serveHere(...given)
  opened.push(here)
  return here
}
let here: Here
beforeAll(async () => void (here = await serve()))
afterAll(async () => void (await Promise.all(opened.map((one) => one.server.stop()))))

describe('the page', () => {
  it('is complete: everything it asks for is there, and all but the font weighs under 60 kB', async () => {
    const page = await here.get('')
    expect(page.status).toBe(200)
    const html = await page.text()
    const css = await (await here.get('page.css')).text()
    const scripts = ['page.js', 'render.js', 'memory.js', 'send.js']
    const asked = [...html.matchAll(/(?:href|src)="([^"#]+)"/g), ...css.matchAll(/url\(([^)]+)\)/g)].map((match) => match[1] as string)
    expect(asked).toEqual(expect.arrayContaining(['page.css', 'icon.svg', ...scripts]))
    let weight = html.length
    for (const path of new Set(asked)) {
      const response = await here.get(path)
      expect(response.status, path).toBe(200)
      const bytes = (await response.arrayBuffer()).byteLength
      if (!path.startsWith('fonts/')) weight += bytes
    }
    expect(weight).toBeLessThan(60_000)
    for (const script of scripts) {
      const text = await (await here.get(script)).text()
      for (const match of text.matchAll(/from '\.\/([^']+)'/g)) expect(scripts).toContain(match[1])
    }
  })

  it('allows nothing from elsewhere and nothing inline, and stands in no frame', async () => {
    const { headers } = await here.get('')
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("script-src 'self'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).not.toContain('unsafe')
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(await (await here.get('')).text()).not.toMatch(/<script(?![^>]+src=)|<style|\sstyle=|\son[a-z]+=/)
  })

  it('is asked for again cheaply, its font not at all', async () => {
    const first = await here.get('page.js')
    const again = await here.get('page.js', { 'if-none-match': first.headers.get('etag') ?? '' })
    expect(again.status).toBe(304)
    const css = await (await here.get('page.css')).text()
    const font = await here.get(/url\((fonts[^)]+)\)/.exec(css)?.[1] ?? '')
    expect(font.headers.get('cache-control')).toContain('immutable')
  })

  it.each(['../package.json', '..%2f..%2fpackage.json', '%2e%2e/%2e%2e/package.json', 'page/index.html', 'fonts/', '/etc/passwd', '.env', 'page.js/../../app.ts', 'files/x/../../app.ts', '\\..\\app.ts'])('gives no other file: %s', async (path) => {
    // Past fetch, which tidies a path up before it is sent.
    const status = await new Promise<number | undefined>((resolve, reject) => {
      request({ port: here.server.port, host: '127.0.0.1', path: `/${path}` }, (response) => {
        response.resume()
        resolve(response.statusCode)
      })
        .on('error', reject)
        .end()
    })
    expect([400, 404]).toContain(status)
  })

  it('says that it is well', async () => {
    const response = await here.get('healthz')
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('ok')
  })
})

describe('a talk', () => {
  it('answers a question, and goes on with what it was about', async () => {
    const person = here.client()
    expect(wordsOf(await person.say('han nop ho so bac quang'))).toContain('05/11/2024')
    expect(wordsOf(await person.say('hồ sơ gồm những gì'))).toContain('Tờ trình')
  })

  it('is known by a signed cookie that no script and no other site sees', async () => {
    const response = await here.post('api/turn', here.newTurn({ text: 'xin chào' }))
    const cookie = response.headers.get('set-cookie') ?? ''
    expect(cookie).toMatch(/; HttpOnly/)
    expect(cookie).toMatch(/; SameSite=Strict/)
    expect(cookie).toMatch(/; Path=\/(;|$)/)
    expect(cookie).not.toContain('Secure')
  })

  it('belongs to one browser: another has its own, and a cookie that was meddled with opens none', async () => {
    const [an, binh] = [here.client(), here.client()]
    await an.say('/start kt_sp20-nong-dan')
    expect(wordsOf(await binh.say('có'))).not.toContain('Đã ghi')
    const [name, value = ''] = an.cookie().split('=')
    const forged = await here.post('api/turn', here.newTurn({ text: 'có' }), { cookie: `${name}=${value.replace(/^.{4}/, 'AAAA')}` })
    expect(forged.headers.get('set-cookie')).not.toBeNull()
    expect(await forged.text()).not.toContain('Đã ghi')
    expect(wordsOf(await an.say('có'))).toContain('Đã ghi: Có')
  })

  it('takes a turn once that is sent twice, also at the same moment', async () => {
    const person = here.client()
    await person.say('/start kt_sp20-nong-dan')
    const turn = here.newTurn({ text: 'có' })
    const answers = await Promise.all([person.send(turn), person.send(turn)].map(async (one) => (await one).text()))
    answers.push(await (await person.send(turn)).text())
    expect(new Set(answers).size).toBe(1)
    expect(answers[0]).toContain('"step":2')
  })

  it('can be forgotten, and begins afresh', async () => {
    const person = here.client()
    await person.say('hạn nộp hồ sơ bắc quang')
    const response = await here.post('api/forget', {}, { cookie: person.cookie() })
    expect(response.headers.get('set-cookie')).toMatch(/Max-Age=0/)
    expect(here.forgotten.at(-1)).toMatch(/^web:/)
  })

  it('says one kind sentence where a turn fails, and goes on', async () => {
    let fails = true
    const broken = await serve({
      talk: () => (fails ? Promise.reject(new Error('inside')) : Promise.resolve({ messages: [], session: freshSession } satisfies Reply)),
    })
    const person = broken.client()
    const turn = broken.newTurn({ text: 'a' })
    const response = await person.send(turn)
    expect(response.status).toBe(500)
    expect(await errorOf(response)).toContain('thử lại')
    fails = false
    expect((await person.send(turn)).status).toBe(200)
  })
})

describe('what a turn may be', () => {
  it.each([
    ['no JSON', '{'],
    ['null', 'null'],
    ['no number of its own', { text: 'a' }],
    ['neither words nor a press', { id: 'abcdefgh' }],
    ['both', { id: 'abcdefgh', text: 'a', action: 'b' }],
    ['a press that no button has', { id: 'abcdefgh', action: 'a b' }],
    ['more than a message holds', { id: 'abcdefgh', text: 'a'.repeat(4097) }],
  ])('%s: refused with a sentence', async (_name, body) => {
    const response = await here.post('api/turn', body)
    expect(response.status).toBe(400)
    expect(await errorOf(response)).toContain('Mời anh/chị')
  })

  it('4,096 letters with marks are taken, a flood of bytes is not', async () => {
    expect((await here.client().send(here.newTurn({ text: 'ữ'.repeat(4096) }))).status).toBe(200)
    expect((await here.post('api/turn', { id: 'abcdefgh', text: 'a'.repeat(100_000) })).status).toBe(413)
  })

  it.each([
    ['without the header of our page', { 'x-so-tay': undefined }],
    ['without an origin', { origin: undefined }],
    ['from another origin', { origin: 'https://evil.example' }],
    ['from a page in a sandbox', { origin: 'null' }],
    ['from another site, as the browser says itself', { 'sec-fetch-site': 'cross-site' }],
    ['from a neighbouring host', { 'sec-fetch-site': 'same-site' }],
  ])('%s: refused, and nothing is begun', async (_name, headers) => {
    const response = await here.post('api/turn', here.newTurn({ text: 'xin chào' }), headers)
    expect(response.status).toBe(403)
    expect(response.headers.get('set-cookie')).toBeNull()
  })
})

describe('limits', () => {
  it('slow one browser down, with the seconds to wait', async () => {
    const slow = await serve({ limits: { ...USUAL_LIMITS, turns: { count: 2, seconds: 60 } } })
    const [an, binh] = [slow.client(), slow.client()]
    for (let turn = 0; turn < 3; turn += 1) await an.say('xin chào')
    const refused = await an.send(slow.newTurn({ text: 'xin chào' }))
    expect(refused.status).toBe(429)
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await refused.text()).toMatch(/thử lại sau \d+ giây/)
    expect((await binh.send(slow.newTurn({ text: 'xin chào' }))).status).toBe(200)
  })

  it('hold for an address, new talks and open talks', async () => {
    const crowded = await serve({ limits: { ...USUAL_LIMITS, newTalks: { count: 2, seconds: 60 } } })
    const first = [crowded.client(), crowded.client(), crowded.client()]
    const statuses = []
    for (const person of first) statuses.push((await person.send(crowded.newTurn({ text: 'xin chào' }))).status)
    expect(statuses).toEqual([200, 200, 429])

    const full = await serve({ limits: { ...USUAL_LIMITS, openTalks: 1 } })
    const [an, binh] = [full.client(), full.client()]
    await an.say('xin chào')
    const refused = await binh.send(full.newTurn({ text: 'xin chào' }))
    expect(refused.status).toBe(503)
    expect(await refused.text()).toContain('quá nhiều người')
    expect((await an.send(full.newTurn({ text: 'xin chào' }))).status).toBe(200)

    const asked = await serve({ limits: { ...USUAL_LIMITS, requests: { count: 1, seconds: 60 } } })
    expect((await asked.get('api/clause?plan=bac-quang-2024&clause=V.3.2')).status).toBe(200)
    expect((await asked.get('api/clause?plan=bac-quang-2024&clause=V.3.2')).status).toBe(429)
  })
})

describe('a clause', () => {
  it('is given whole, with what stands below it', async () => {
    const clause = (await (await here.get('api/clause?plan=bac-quang-2024&clause=V.3')).json()) as { clauseName: string; lines: { label: string; text: string; depth: number }[] }
    expect(clause.clauseName).toBe('mục V, khoản 3')
    expect(clause.lines[0]).toMatchObject({ label: '3.', depth: 0 })
    expect(clause.lines.some(({ text, depth }) => text.includes('gửi trước ngày 05/11/2024') && depth === 2)).toBe(true)
  })

  it.each(['plan=no-such&clause=V', 'plan=bac-quang-2024&clause=XX', 'plan=__proto__&clause=constructor', ''])('that is not there is said to be missing: %s', async (query) => {
    const response = await here.get(`api/clause?${query}`)
    expect(response.status).toBe(404)
    expect(await errorOf(response)).toContain('Không tìm thấy')
  })
})

describe('a file', () => {
  it('is made when it is taken, under its name, and an old address says what to do', async () => {
    const messages = await here.client().press('calendar:bac-quang-2024:nop-ho-so')
    const [file] = messages.flatMap((message) => message.files)
    const response = await here.get(file?.href ?? '')
    expect(response.headers.get('content-type')).toContain('text/calendar')
    expect(response.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''nop-ho-so-bac-quang-2024.ics")
    expect(await response.text()).toContain('BEGIN:VEVENT')
    const broken = await serve({ makeFile: () => Promise.reject(new Error('inside')) })
    const [lost] = (await broken.client().press('calendar:bac-quang-2024:nop-ho-so')).flatMap((message) => message.files)
    const failed = await broken.get(lost?.href ?? '')
    expect([failed.status, await failed.text()]).toEqual([500, expect.stringContaining('Chưa tạo được tệp')])
    const gone = await here.get('files/AAAA/a.ics')
    expect(gone.status).toBe(404)
    expect(await gone.text()).toContain('lấy tệp lần nữa')
  })
})

it('promises no reminder that it could not send: a calendar file that rings by itself instead', async () => {
  const person = here.client()
  const [message] = await person.press('remind:bac-quang-2024:nop-ho-so')
  expect(wordsOf(message ? [message] : [])).toContain('không tự gửi lời nhắc')
  expect(message?.files.map((file) => file.name)).toEqual(['nop-ho-so-bac-quang-2024.ics'])
  expect(wordsOf(await person.say('/nhacviec bắc quang'))).toContain('không tự gửi lời nhắc')
})

describe('behind a web server', () => {
  const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'sotay.example.vn', 'x-forwarded-for': '203.0.113.9', origin: 'https://sotay.example.vn' }

  it('believes its headers where told so: cookies for HTTPS alone, its own name, each reader counted alone', async () => {
    const behind = await serve({ trustedProxies: ['loopback'], limits: { ...USUAL_LIMITS, newTalks: { count: 1, seconds: 60 } } })
    const response = await behind.post('api/turn', behind.newTurn({ text: 'xin chào' }), headers)
    expect(response.status).toBe(200)
    expect(response.headers.get('set-cookie')).toContain('Secure')
    expect((await behind.post('api/turn', behind.newTurn({ text: 'xin chào' }), headers)).status).toBe(429)
    expect((await behind.post('api/turn', behind.newTurn({ text: 'xin chào' }), { ...headers, 'x-forwarded-for': '203.0.113.10' })).status).toBe(200)
    // What the reader writes into the header himself stands to the left of what the proxy saw.
    expect((await behind.post('api/turn', behind.newTurn({ text: 'xin chào' }), { ...headers, 'x-forwarded-for': '198.51.100.1, 203.0.113.10' })).status).toBe(429)
  })

  it('believes nothing where not told so', async () => {
    const alone = await serve({ limits: { ...USUAL_LIMITS, newTalks: { count: 1, seconds: 60 } } })
    expect((await alone.post('api/turn', alone.newTurn({ text: 'xin chào' }), headers)).status).toBe(403)
    const response = await alone.post('api/turn', alone.newTurn({ text: 'xin chào' }), { ...headers, origin: alone.origin })
    expect(response.headers.get('set-cookie')).not.toContain('Secure')
    expect((await alone.post('api/turn', alone.newTurn({ text: 'xin chào' }), { ...headers, origin: alone.origin, 'x-forwarded-for': '203.0.113.11' })).status).toBe(429)
  })

  it('stands under a path of its own, and nowhere else', async () => {
    const below = await serve({ basePath: '/so-tay' })
    expect((await below.get('')).status).toBe(200)
    expect((await below.get('page.js')).status).toBe(200)
    expect((await below.get('healthz')).status).toBe(200)
    expect((await fetch(`${below.origin}/healthz`)).status).toBe(200)
    expect((await fetch(`${below.origin}/`)).status).toBe(404)
    const bare = await fetch(`${below.origin}/so-tay?start=kt_sp20-thon`, { redirect: 'manual' })
    expect([bare.status, bare.headers.get('location')]).toEqual([308, '/so-tay/?start=kt_sp20-thon'])
    const cookie = (await below.post('api/turn', below.newTurn({ text: 'xin chào' }))).headers.get('set-cookie')
    expect(cookie).toContain('Path=/so-tay/')
  })
})

it('finishes the turn in hand when it is stopped, and takes no other', async () => {
  let release = () => {}
  let heard = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  const hearing = new Promise<void>((resolve) => (heard = resolve))
  const stopping = await serveHere({
    talk: async () => {
      heard()
      await held
      return { messages: [{ outcome: 'help', blocks: [{ type: 'headline', text: 'Xong' }], buttons: [], citations: [], facts: [], choices: [], attachments: [] }], session: freshSession }
    },
  })
  const answer = stopping.client().send(stopping.newTurn({ text: 'a' }))
  await hearing
  const stopped = stopping.server.stop()
  release()
  expect(await (await answer).text()).toContain('Xong')
  await stopped
  await expect(stopping.get('healthz')).rejects.toThrow()
})
