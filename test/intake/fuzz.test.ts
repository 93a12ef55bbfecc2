import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { digest } from '../../src/intake/digest.ts'
import { planDocument, yamlOf } from '../../src/intake/files/plan-yml.ts'
import { openZip } from '../../src/intake/read/zip.ts'
import { refusalOf } from '../../src/intake/refusal.ts'
import { inspectKnowledge } from '../../src/knowledge/load.ts'
import { docxOf, planParts } from './make/docx.ts'
import { pdfPages } from './make/pdf.ts'
import { zipOf } from './make/zip.ts'

const room = mkdtempSync(join(tmpdir(), 'fuzz-'))
afterAll(() => rmSync(room, { recursive: true, force: true }))
const samples = join(import.meta.dirname, 'samples')
const texts = readdirSync(samples).filter((name) => /\.(?:txt|md|html)$/.test(name)).map((name) => readFileSync(join(samples, name), 'utf8'))
const lines = texts.flatMap((text) => text.split('\n')).filter((line) => line.trim() !== '')

/** Refused, or taken in such that the bot can work with it at once: shape, quotes, references. */
async function takenOrRefused(bytes: Buffer, name: string): Promise<'taken' | 'refused'> {
  try {
    const { plan, text, doubts } = await digest({ bytes, name, thisYear: 2026, known: [] }, () => undefined)
    const dir = mkdtempSync(join(room, 'k-'))
    mkdirSync(join(dir, 'plans', plan.id), { recursive: true })
    writeFileSync(join(dir, 'plans', plan.id, 'plan.md'), text)
    writeFileSync(join(dir, 'plans', plan.id, 'plan.yml'), yamlOf(planDocument(plan, doubts, name)))
    expect(inspectKnowledge(dir).problems.filter(({ file }) => !file.endsWith('vocabulary.yml')).map(({ line, message }) => `${line}: ${message}`)).toEqual([])
    return 'taken'
  } catch (error) {
    const refusal = refusalOf(error)
    if (refusal === undefined) throw error
    expect(refusal).toMatch(/^\p{Lu}[^\n]+\.$/u)
    return 'refused'
  }
}

const opening = 'ỦY BAN NHÂN DÂN\nXÃ VÂN THỦY\nSố: 37/KH-UBND\n\nKẾ HOẠCH\nPhát động phong trào thi đua năm 2026\n\n'

describe('whatever is brought is refused in a sentence or can be worked with', () => {
  test('lines of plans in any order, broken anywhere', async () => {
    const line = fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...lines) }, { weight: 1, arbitrary: fc.constantFrom('', '---', '| a | b |', '|---|---|', '```', '# ', '> ', '<b>', '[...]') }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) })
    const cut = fc.tuple(line, fc.nat(200)).map(([text, at]) => (at < 60 ? text.slice(0, at) : text))
    let taken = 0
    await fc.assert(
      fc.asyncProperty(fc.array(cut, { minLength: 20, maxLength: 150, size: 'max' }), fc.boolean(), fc.constantFrom('x.txt', 'x.md', 'x.html'), async (rows, opened, name) => {
        if ((await takenOrRefused(Buffer.from((opened ? opening : '') + rows.join('\n')), name)) === 'taken') taken++
      }),
      { numRuns: Number(process.env['RUNS'] ?? 60) },
    )
    expect(taken).toBeGreaterThan(0)
  })

  test('numbers, signs and the words of rules thrown together', async () => {
    const word = fc.constantFrom('trước ngày', 'hồ sơ', 'gồm:', '01', 'bộ', '(bản chính)', 'từ', '98%', 'trở lên', 'không quá', '05/11/2026', 'hằng năm', 'gửi về', 'Sở Nội vụ', 'tiêu chuẩn', 'Bằng khen', 'tập thể', 'cá nhân', 'Điều', '5', '1.', 'a)', '-', '+', ';', ':', '\n', '\n\n', '|', '“', '”', '(', ')', 'tháng', 'quý III', 'đến', '≥', '2/3', 'kể từ', 'ngày', 'làm việc', '«', '\u00a0', '\t', 'theo mẫu số', '02')
    await fc.assert(
      fc.asyncProperty(fc.array(word, { minLength: 20, maxLength: 400, size: 'max' }), async (words) => {
        await takenOrRefused(Buffer.from(`${opening}I. NỘI DUNG\n\n1. ${words.join(' ')}\n\n2. ${words.toReversed().join(' ')}`), 'x.txt')
      }),
      { numRuns: Number(process.env['RUNS'] ?? 60) },
    )
  })

  test('bytes of any kind', async () => {
    const head = fc.constantFrom('', 'PK\x03\x04', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', '%PDF-1.7\n', '\xff\xfe', '\xfe\xff', '<html>', '{\\rtf1')
    await fc.assert(
      fc.asyncProperty(head, fc.uint8Array({ maxLength: 2000 }), fc.constantFrom('x.docx', 'x.doc', 'x.pdf', 'x.txt', 'x.html'), async (start, rest, name) => {
        expect(await takenOrRefused(Buffer.concat([Buffer.from(start, 'latin1'), rest]), name)).toBe('refused')
      }),
      { numRuns: Number(process.env['RUNS'] ?? 80) },
    )
  })

  test('a Word file whose marks are broken within', async () => {
    const zip = openZip(await docxOf(planParts()))
    const part = (name: string) => zip.read(name).toString('utf8')
    const [xml, numbering, types] = [part('word/document.xml'), part('word/numbering.xml'), part('[Content_Types].xml')]
    const change = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom('', '<', '>', '"', '</w:tbl>', '<w:tbl>', '<w:p>', '</w:p>', '<w:tr>', '<w:numId w:val="-1"/>', '<w:ilvl w:val="99999999"/>', '&#0;', '&amp;', '\0'), fc.nat(60))
    const broken = (text: string, changes: readonly [number, string, number][]) => changes.reduce((sofar, [where, put, length]) => sofar.slice(0, Math.floor(where * sofar.length)) + put + sofar.slice(Math.floor(where * sofar.length) + length), text)
    await fc.assert(
      fc.asyncProperty(fc.array(change, { maxLength: 4 }), fc.array(change, { maxLength: 2 }), async (one, two) => {
        await takenOrRefused(zipOf({ '[Content_Types].xml': types, 'word/document.xml': broken(xml, one), 'word/numbering.xml': broken(numbering, two) }), 'x.docx')
      }),
      { numRuns: Number(process.env['RUNS'] ?? 60) },
    )
  })

  test('a Word file and a PDF with bytes changed, lost and doubled', async () => {
    const files = [{ name: 'x.docx', bytes: await docxOf(planParts()) }, { name: 'x.pdf', bytes: pdfPages([opening, ...lines.slice(0, 40)]) }]
    const change = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom('set', 'cut', 'double'), fc.nat(255), fc.nat(300))
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), fc.array(change, { minLength: 1, maxLength: 6 }), async ({ name, bytes }, changes) => {
        const damaged = changes.reduce((sofar, [where, how, value, length]) => {
          const at = Math.floor(where * (sofar.length - 1))
          if (how === 'set') return Buffer.concat([sofar.subarray(0, at), Buffer.from([value]), sofar.subarray(at + 1)])
          return how === 'cut' ? Buffer.concat([sofar.subarray(0, at), sofar.subarray(at + length)]) : Buffer.concat([sofar.subarray(0, at + length), sofar.subarray(at)])
        }, bytes)
        await takenOrRefused(damaged, name)
      }),
      { numRuns: Number(process.env['RUNS'] ?? 60) },
    )
  })
})
