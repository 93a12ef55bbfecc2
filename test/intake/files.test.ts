import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { digest } from '../../src/intake/digest.ts'
import { readFileText } from '../../src/intake/read/file.ts'
import { refusalOf } from '../../src/intake/refusal.ts'
import { factLines } from './facts.ts'
import { docOf } from './make/doc.ts'
import { article, docxOf, planParts, words } from './make/docx.ts'
import { toTcvn3, toVni } from './make/legacy.ts'
import { pdfOf, pdfPages } from './make/pdf.ts'
import { zipOf } from './make/zip.ts'

const sample = readFileSync(join(import.meta.dirname, 'samples', 'ke-hoach-xa.txt'), 'utf8')
const quiet = () => undefined
const textOf = async (bytes: Buffer, name: string) => (await readFileText(bytes, name, quiet)).text
const factsOf = async (bytes: Buffer, name: string) => factLines((await digest({ bytes, name, thisYear: 2026, known: [] }, quiet)).plan)
const refusalFor = (bytes: Buffer, name: string) => digest({ bytes, name, thisYear: 2026, known: [] }, quiet).then(() => 'taken', (error: unknown) => refusalOf(error) ?? String(error))

describe('a Word file', () => {
  let bytes: Buffer
  beforeAll(async () => (bytes = await docxOf(planParts())))

  test('keeps the numbers that Word counts itself, tables as rows, headers and page numbers out', async () => {
    const text = await textOf(bytes, 'ke-hoach.docx')
    expect(text).toContain('II. KHEN THƯỞNG\n\n1. Giấy khen của Chủ tịch UBND huyện\n\na) Số lượng: không quá 10 tập thể và 15 cá nhân.\n\nb) Hồ sơ gồm:\n\n- Tờ trình của UBND xã;')
    expect(text).toContain('| 1 | Đăng ký thi đua | UBND các xã | Trước ngày 30/3/2026 |')
    expect(text).not.toMatch(/2031|Trang/)
  })

  test('gives its facts', async () => {
    expect(await factsOf(bytes, 'ke-hoach.docx')).toEqual({
      head: 'Kế hoạch | 88/KH-UBND | Ủy ban nhân dân huyện Mường Lai | huyện Mường Lai | tỉnh Phú Lương | 2026 | 2026-03-06 | Triệu Văn Sinh',
      periods: ['2026-01-01..2026-12-31 whole'],
      deadlines: ['before 2026-11-20 -> Công an huyện (Đội Cảnh sát ma túy)', 'before 2026-03-30', 'month 2026-07'],
      papers: ['Tờ trình của UBND xã', 'Báo cáo thành tích [mẫu số 03]'],
      sets: ['2 original'],
      thresholds: ['at_least 85 %', 'exactly 100 %'],
      quotas: ['10/15 Giấy khen của Chủ tịch UBND huyện'],
    })
  })

  test('counts "Điều 1.", "Điều 2." on', async () => {
    expect(await textOf(await docxOf([article('Phạm vi'), words('Trong toàn tỉnh.'), article('Đối tượng')]), 'quy-che.docx')).toBe('Điều 1. Phạm vi\n\nTrong toàn tỉnh.\n\nĐiều 2. Đối tượng\n')
  })

  test('in an old font is read as Unicode', async () => {
    expect(await textOf(await docxOf([words(toTcvn3('Gửi hồ sơ đề nghị khen thưởng về huyện'), '.VnTime'), words(toVni('Báo cáo trước ngày 15 tháng 12'), 'VNI-Times')]), 'cu.docx')).toBe('Gửi hồ sơ đề nghị khen thưởng về huyện\n\nBáo cáo trước ngày 15 tháng 12\n')
  })
})

test('an old Word file: letterhead and tables by their cells, field codes out, a tab after a number', async () => {
  const bytes = docOf([
    { rows: [['ỦY BAN NHÂN DÂN\rHUYỆN MƯỜNG LAI\rSố: 88/KH-UBND', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\rĐộc lập - Tự do - Hạnh phúc\rMường Lai, ngày 06 tháng 3 năm 2026']] },
    'KẾ HOẠCH',
    'Phát động phong trào thi đua "Bản làng không ma túy" năm 2026',
    'I. NỘI DUNG',
    '1.\tÍt nhất 85% số bản đạt chuẩn, xem \x13 HYPERLINK "https://vi.du" \x14Phụ lục\x15.',
    '2.\tTiến độ:',
    { rows: [['TT', 'Việc', 'Cơ quan', 'Thời hạn'], ['1', 'Đăng ký thi đua', 'UBND các xã', 'Trước ngày 30/3/2026'], ['2', 'Sơ kết\rđợt 1', 'Công an huyện', 'Tháng 7/2026']] },
    'Nơi nhận:',
    '- Lưu: VT.',
  ])
  const text = await textOf(bytes, 'ke-hoach.doc')
  expect(text).toContain('1. Ít nhất 85% số bản đạt chuẩn, xem Phụ lục.\n\n2. Tiến độ:\n\n| TT | Việc | Cơ quan | Thời hạn |\n| --- | --- | --- | --- |\n| 1 | Đăng ký thi đua | UBND các xã | Trước ngày 30/3/2026 |\n| 2 | Sơ kết đợt 1 |')
  expect(await factsOf(bytes, 'ke-hoach.doc')).toMatchObject({ head: 'Kế hoạch | 88/KH-UBND | Ủy ban nhân dân huyện Mường Lai | huyện Mường Lai | - | 2026 | 2026-03-06 | -', deadlines: ['before 2026-03-30', 'month 2026-07'], thresholds: ['at_least 85 %'] })
})

test('a PDF: letterhead and signature side by side, lines and page breaks inside sentences joined, running lines out', async () => {
  const filler = Array.from({ length: 28 }, (_, at) => `${at + 2}. Tăng cường tuyên truyền về phòng, chống ma túy trong các bản, trường học, cơ quan, đơn vị và doanh nghiệp trên địa bàn huyện theo đúng chỉ đạo của cấp trên.`)
  const bytes = pdfPages([
    ['ỦY BAN NHÂN DÂN\nHUYỆN MƯỜNG LAI\nSố: 88/KH-UBND', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nMường Lai, ngày 06 tháng 3 năm 2026'],
    'KẾ HOẠCH',
    'Phát động phong trào thi đua "Bản làng không ma túy" năm 2026',
    'Căn cứ Kế hoạch số 20/KH-UBND ngày 15/01/2026 của UBND tỉnh Phú Lương về phòng, chống ma túy;',
    'I. NỘI DUNG',
    '1. Ít nhất 85% số bản đạt chuẩn "Bản không ma túy", trong đó có ít nhất 20% số bản giữ vững danh hiệu và không để xảy ra vụ việc phức tạp.',
    ...filler,
    'II. KHEN THƯỞNG',
    'Hồ sơ lập 02 bộ (bản chính), gửi Công an huyện (qua Đội Cảnh sát ma túy) trước ngày 20/11/2026 để tổng hợp, thẩm định trình Hội đồng Thi đua - Khen thưởng huyện.',
    ['Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT.', 'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nTriệu Văn Sinh'],
  ])
  const text = await textOf(bytes, 'ke-hoach.pdf')
  for (const sentence of filler) expect(text).toContain(`\n\n${sentence}\n\n`)
  expect(text).not.toMatch(/Văn thư|^\s*\d+\s*$/m)
  const facts = await factsOf(bytes, 'ke-hoach.pdf')
  expect(facts.head).toBe('Kế hoạch | 88/KH-UBND | Ủy ban nhân dân huyện Mường Lai | huyện Mường Lai | tỉnh Phú Lương | 2026 | 2026-03-06 | Triệu Văn Sinh')
  expect(facts.deadlines).toEqual(['before 2026-11-20 -> Công an huyện (Đội Cảnh sát ma túy)'])
})

describe('a text file', () => {
  const plainFacts = factsOf(Buffer.from(sample), 'ke-hoach.txt')
  test.each([
    ['UTF-8 with its mark', Buffer.from(`\ufeff${sample}`)],
    ['UTF-16 LE', Buffer.from(`\ufeff${sample}`, 'utf16le')],
    ['UTF-16 LE without its mark', Buffer.from(sample, 'utf16le')],
    ['UTF-16 BE', Buffer.from(`\ufeff${sample}`, 'utf16le').swap16()],
    ['decomposed letters', Buffer.from(sample.normalize('NFD'))],
    ['VNI', Buffer.from(toVni(sample), 'latin1')],
  ])('in %s gives the same facts', async (_, bytes) => {
    expect(await factsOf(bytes, 'ke-hoach.txt')).toEqual(await plainFacts)
  })

  test('in TCVN3 gives the same facts', async () => {
    // Without capitals that carry a tone, typists set it on the next letter: "Uỷ ban".
    const bytes = Buffer.from(toTcvn3(sample.replaceAll('Ủy', 'Uỷ')), 'latin1')
    const read = await readFileText(bytes, 'ke-hoach.txt', quiet)
    expect(read.oldFont).toBe('TCVN3')
    const { deadlines, papers, quotas } = await factsOf(bytes, 'ke-hoach.txt')
    const plain = await factsOf(Buffer.from(sample.replaceAll('Ủy', 'Uỷ')), 'ke-hoach.txt')
    expect({ deadlines, papers, quotas }).toEqual({ deadlines: plain.deadlines, papers: plain.papers, quotas: plain.quotas })
  })
})

describe('is refused in one sentence:', () => {
  test.each([
    ['an empty file', Buffer.alloc(0), 'a.txt', 'Tệp rỗng.'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]), 'a.png', 'Loại tệp này không nhập được; hãy dùng .docx, .doc, .pdf, .html, .md hoặc .txt.'],
    ['a damaged Word file', Buffer.from('PK\x03\x04 not a zip at all', 'latin1'), 'a.docx', 'Tệp bị hỏng, không mở được.'],
    ['a text named .docx', Buffer.from(sample), 'a.docx', 'Tệp bị hỏng hoặc không đúng loại như phần đuôi của tên.'],
    ['a zip that is no Word file', zipOf({ 'a.txt': 'x' }), 'a.docx', 'Tệp không phải văn bản Word (.docx) hoặc đã hỏng.'],
    ['a locked Word file', Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(1000), Buffer.from('EncryptedPackage', 'utf16le')]), 'a.docx', 'Tệp có mật khẩu; hãy bỏ mật khẩu rồi nhập lại.'],
    ['a damaged old Word file', Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(1000)]), 'a.doc', 'Tệp Word (.doc) bị hỏng hoặc có mật khẩu, không đọc được.'],
    ['a damaged PDF', Buffer.from('%PDF-1.4\nnothing'), 'a.pdf', 'Tệp PDF bị hỏng, không đọc được.'],
    ['a scan', pdfOf([[], [{ text: '2', x: 290, y: 800 }]]), 'a.pdf', 'Tệp PDF chỉ có ảnh quét, không có chữ; hãy nhận dạng chữ (OCR) trước hoặc tìm bản Word.'],
    ['a zip bomb', zipOf({ '[Content_Types].xml': '<Types/>', 'word/document.xml': Buffer.alloc(90 * 1024 * 1024, 32) }), 'a.docx', 'Tệp bung ra quá lớn, không nhận.'],
    ['bytes that are no text', Buffer.from(Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256)), 'a.txt', 'Không nhận ra bảng mã chữ Việt của tệp; hãy lưu lại bằng Unicode (UTF-8) rồi nhập lại.'],
    ['a page nested without end', Buffer.from('<html>'.concat('<div>'.repeat(20_000), 'Kế hoạch thi đua')), 'a.html', 'Trang web lồng quá nhiều lớp, không đọc.'],
    ['a recipe', Buffer.from(`Cách nấu phở bò\n\n1. Nguyên liệu: xương bò, bánh phở, hành, gừng nướng, quế, hồi, thảo quả, nước mắm ngon, muối, đường phèn.\n\n2. Ninh xương trong ít nhất 06 giờ, hớt bọt thường xuyên để nước dùng được trong và ngọt.\n\n3. Thái thịt mỏng, chần bánh phở qua nước sôi rồi xếp ra bát, rắc hành lá, chan nước dùng thật nóng.\n`), 'a.md', 'Tệp không giống một kế hoạch, quyết định, quy định hay thủ tục: không thấy phần đầu văn bản và các điều khoản đánh số.'],
    ['an English text', Buffer.from('PLAN\n\nNo: 12/KH-UBND\n\n1. Reports are due before 05/11/2025.\n\n2. At least 90% of households take part.\n'.repeat(10)), 'a.txt', 'Tệp không giống một kế hoạch, quyết định, quy định hay thủ tục: không thấy phần đầu văn bản và các điều khoản đánh số.'],
  ])('%s', async (_, bytes, name, sentence) => {
    expect(await refusalFor(bytes, name)).toBe(sentence)
  })
})
