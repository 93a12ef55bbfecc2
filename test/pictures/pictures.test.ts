import { openSync, type Font } from 'fontkit'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Block, CalendarEntry, Message } from '../../src/answer/message.ts'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import type { Day } from '../../src/language/day.ts'
import type { Drawing } from '../../src/pictures/drawing.ts'
import { FONT_FILES, widthOf } from '../../src/pictures/lettering.ts'
import { pictureOf } from '../../src/pictures/picture.ts'
import { drawResult } from '../../src/pictures/result.ts'
import { drawStrip } from '../../src/pictures/strip.ts'
import { svgText } from '../../src/pictures/svg.ts'
import { hostileMessage } from '../channels/hostile.ts'
import { newTalk } from '../talk.ts'

const TODAY = '2024-10-30'
const PLAN = 'Kế hoạch huyện Bắc Quang năm 2024'
const entry = (label: string, lastDay: Day, from?: Day): CalendarEntry => ({ label, lastDay, plan: PLAN, ...(from && { from }) })
const strip = (entries: readonly CalendarEntry[], today: Day = TODAY, width = 360) => drawStrip({ type: 'calendar', today, entries }, width)
const texts = (drawing: Drawing | undefined) => (drawing?.shapes ?? []).flatMap((shape) => (shape.text === undefined ? [] : [shape.text]))
const dots = (drawing: Drawing) => drawing.shapes.filter((shape) => shape.tag === 'circle')
const knowledge = loadKnowledge('knowledge')

describe('a strip of deadlines', () => {
  const three = [entry('Đăng ký', '2024-09-15'), entry('Gửi hồ sơ', '2024-11-04'), entry('Thẩm định', '2024-11-09')]

  it('names months, days, what is due and how far off it is, in the order in which it comes', () => {
    const drawing = strip(three)
    const said = texts(drawing)
    expect(said).toEqual(expect.arrayContaining(['2024', 'T9', 'T10', 'T11', 'hôm nay 30/10', PLAN]))
    expect(said.filter((text) => /\(|còn|qua/.test(text))).toEqual(['15/09/2024 (Chủ nhật)', 'đã qua', '04/11/2024 (thứ Hai)', 'còn 5 ngày', '09/11/2024 (thứ Bảy)', 'còn 10 ngày'])
    const places = dots(drawing).map((dot) => Number(dot.at.cx))
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  it('greys what is past and marks today on every line', () => {
    const drawing = strip(three)
    expect(dots(drawing).map((dot) => dot.fill)).toEqual(['faint', 'accent', 'accent'])
    expect(drawing.shapes.filter((shape) => shape.tag === 'rect' && shape.fill === 'accent')).toHaveLength(3)
  })

  it('tells a today that lies years away in words, and draws the deadlines as large as before', () => {
    const drawing = strip(three, '2026-10-30')
    expect(texts(drawing)[0]).toBe('Hôm nay (30/10/2026) nằm ngoài khoảng này.')
    expect(dots(drawing).every((dot) => dot.fill === 'faint')).toBe(true)
  })

  it('draws a phase as a bar, and times of one deadline on one line', () => {
    const drawing = strip([entry('Đợt 1', '2025-02-03', '2024-08-19'), entry('Báo cáo quý', '2024-09-15'), entry('Báo cáo quý', '2024-12-15'), entry('Báo cáo quý', '2025-03-15')])
    expect(texts(drawing)).toEqual(expect.arrayContaining(['19/08/2024 – 03/02/2025', '15/09, 15/12/2024, 15/03/2025', 'còn 46 ngày']))
    expect(drawing.shapes.some((shape) => shape.tag === 'rect' && shape.at.height === 6 && Number(shape.at.width) > 100)).toBe(true)
  })

  it('says how many it leaves out', () => {
    const many = Array.from({ length: 30 }, (_, n) => entry(`Việc ${n}`, `2024-11-${String(n + 1).padStart(2, '0')}` as Day))
    expect(texts(strip(many)).at(-1)).toBe('… và 16 mục nữa, xem trong lời')
  })

  it('keeps every letter within its width, whatever is due', () => {
    const word = fc.constantFrom('nghiêng', 'hồ sơ đề nghị khen thưởng', 'x'.repeat(200), '<b>&"', '👨‍👩‍👧', '\u0000', '\ufffe', ' ')
    const anyEntry = fc.record({ label: fc.array(word, { maxLength: 12 }).map((words) => words.join(' ')), lastDay: fc.constantFrom<Day>('2024-11-04', '2024-10-30', '2026-01-01', '2019-02-28', '2199-12-31', '1950-01-01'), plan: word })
    fc.assert(
      fc.property(fc.array(anyEntry, { minLength: 1, maxLength: 20 }), fc.constantFrom(280, 360, 620), (entries, width) => {
        const drawing = strip(entries, TODAY, width)
        for (const { text, at, bold } of drawing.shapes) {
          if (text === undefined) continue
          const length = widthOf(text, { size: Number(at['font-size']), bold: bold === true })
          const left = at['text-anchor'] === 'end' ? Number(at.x) - length : at['text-anchor'] === 'middle' ? Number(at.x) - length / 2 : Number(at.x)
          expect(left).toBeGreaterThanOrEqual(0)
          expect(left + length).toBeLessThanOrEqual(width + 1)
          expect(Number(at.y)).toBeLessThan(drawing.height)
        }
      }),
      { numRuns: 150 },
    )
  })
})

describe('the result of a check', () => {
  it('shows the verdict, each criterion under its heading, the answer, the plan and the day', () => {
    const talk = newTalk(knowledge, TODAY)
    talk.type('/start kt_sp20-nong-dan')
    talk.press('Không')
    talk.press('Dừng, xem kết quả')
    const said = texts(drawResult(talk.messages[0] as Message, 360)).join(' ')
    expect(said).toMatch(/^Chưa đủ tiêu chuẩn.*Chưa đạt \(1\).*Tiêu chuẩn 1.*Không.*Chưa rõ.*Ngày kiểm tra: 30\/10\/2024.*Sa Pa năm 2020/)
  })

  it('is nothing where there are no verdicts', () => {
    expect(drawResult({ blocks: [{ type: 'headline', text: 'a' }] }, 360)).toBeUndefined()
  })
})

describe('the picture of an answer', () => {
  const size = (png: Uint8Array) => {
    const view = new DataView(png.buffer, png.byteOffset)
    return { magic: Buffer.from(png.subarray(1, 4)).toString(), width: view.getUint32(16), height: view.getUint32(20) }
  }

  it('is a PNG, sharp on a phone, for the deadlines of a plan and for a finished check', async () => {
    const talk = newTalk(knowledge, TODAY)
    const deadlines = await pictureOf(talk.type('/hannop bắc quang')[0] as Message)
    expect(deadlines).toMatchObject({ name: 'lich-han.png', type: 'image/png' })
    expect(size(deadlines?.bytes as Uint8Array)).toMatchObject({ magic: 'PNG', width: 900 })
    talk.type('/start kt_sp20-nong-dan')
    expect(await pictureOf(talk.press('Không')[0] as Message)).toBeUndefined()
    expect(await pictureOf(talk.press('Dừng, xem kết quả')[0] as Message)).toMatchObject({ name: 'ket-qua.png' })
    expect(await pictureOf(talk.type('hạn nộp hồ sơ bắc quang')[0] as Message)).toBeUndefined()
  })

  it('can be drawn whatever stands in the message, within what Telegram takes of a photo', async () => {
    const drawn = hostileMessage.filter(({ blocks }) => blocks.some((block) => block.type === 'verdicts' || (block.type === 'calendar' && block.entries.length > 0)))
    const finished = { id: 'a', plan: 'p', verdict: 'unknown', criteria: [] } as const
    await fc.assert(
      fc.asyncProperty(drawn, fc.boolean(), async (message, isCheck) => {
        const picture = await pictureOf(isCheck ? { ...message, check: finished } : message)
        if (!picture) return
        const { width, height } = size(picture.bytes)
        expect(width + height).toBeLessThanOrEqual(10_000)
        expect(height / width).toBeLessThan(20)
        expect(picture.bytes.length).toBeLessThan(5_000_000)
      }),
      { numRuns: 25 },
    )
  })

  it('has a letter for every Vietnamese mark, in both weights', () => {
    const vowels = [...'aăâeêioôơuưy'].flatMap((vowel) => ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323'].map((tone) => (vowel + tone).normalize('NFC')))
    const letters = [...vowels, 'đ', ...vowels.map((one) => one.toUpperCase()), 'Đ', ...'“”–…,/%0123456789']
    for (const file of Object.values(FONT_FILES)) {
      const font = openSync(file) as Font
      expect(letters.filter((letter) => !font.hasGlyphForCodePoint(letter.codePointAt(0) as number))).toEqual([])
    }
  })

  it('is written as SVG in which text stays text', () => {
    const svg = svgText(strip([entry('<script>alert("1")</script> & \u0007\ufffe', '2024-11-04'), entry('b', '2024-11-05')]))
    expect(svg).toContain('&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp;')
    expect(svg).not.toContain('<script')
  })
})

describe('the strip of an answer', () => {
  const stripOf = (messages: readonly Message[]) => messages.flatMap((message) => message.blocks).find((block): block is Extract<Block, { type: 'calendar' }> => block.type === 'calendar')

  it('has the past deadlines of a plan too, asked for as a whole; not asked for by month', () => {
    const whole = stripOf(newTalk(knowledge, TODAY).type('các hạn của kế hoạch bắc quang'))
    expect(whole?.entries.map((one) => one.lastDay)).toEqual(['2024-04-19', '2024-11-04', '2024-11-09'])
    const november = stripOf(newTalk(knowledge, TODAY).type('tháng 11 bắc quang có hạn gì'))
    expect(november?.entries.map((one) => one.lastDay)).toEqual(['2024-11-04', '2024-11-09'])
  })

  it('has every time of a deadline that comes again', () => {
    const quarters = stripOf(newTalk(knowledge, '2022-05-01').type('các hạn sa pa 2022'))
    expect(quarters?.entries.map((one) => one.lastDay)).toEqual(expect.arrayContaining(['2022-06-15', '2022-09-15', '2022-12-15']))
  })

  it('is left out where one day is all there is', () => {
    expect(stripOf(newTalk(knowledge, TODAY).type('hạn nộp hồ sơ bắc quang'))).toBeUndefined()
  })
})
