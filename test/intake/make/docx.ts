import { AlignmentType, Document, Footer, Header, LevelFormat, Packer, PageNumber, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'

/** A Word file as an office makes it: letterhead in a borderless table, numbers that Word counts itself, a header, page numbers. */

const NUMBERING = {
  config: [
    {
      reference: 'plan',
      levels: [
        { level: 0, format: LevelFormat.UPPER_ROMAN, text: '%1.', alignment: AlignmentType.START },
        { level: 1, format: LevelFormat.DECIMAL, text: '%2.', alignment: AlignmentType.START },
        { level: 2, format: LevelFormat.LOWER_LETTER, text: '%3)', alignment: AlignmentType.START },
      ],
    },
    { reference: 'dash', levels: [{ level: 0, format: LevelFormat.BULLET, text: '-', alignment: AlignmentType.START }] },
    { reference: 'article', levels: [{ level: 0, format: LevelFormat.DECIMAL, text: 'Điều %1.', alignment: AlignmentType.START }] },
  ],
}

export const numbered = (level: number, text: string, bold = false) => new Paragraph({ numbering: { reference: 'plan', level }, children: [new TextRun({ text, bold })] })
export const article = (text: string) => new Paragraph({ numbering: { reference: 'article', level: 0 }, children: [new TextRun({ text, bold: true })] })
export const dashed = (text: string) => new Paragraph({ numbering: { reference: 'dash', level: 0 }, children: [new TextRun(text)] })
export const words = (text: string, font?: string) => new Paragraph({ children: [new TextRun({ text, ...(font ? { font } : {}) })] })
export const bold = (text: string) => new Paragraph({ alignment: AlignmentType.CENTER, children: [new TextRun({ text, bold: true })] })

export function table(rows: readonly (readonly string[])[]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map((row) => new TableRow({ children: row.map((cell) => new TableCell({ children: cell.split('\n').map((text) => new Paragraph(text)) })) })),
  })
}

/** The bytes of a file with these parts, a running header and page numbers. */
export async function docxOf(children: (Paragraph | Table)[]): Promise<Buffer> {
  const document = new Document({
    numbering: NUMBERING,
    sections: [
      {
        headers: { default: new Header({ children: [new Paragraph('Tài liệu nội bộ, hạn chót 01/01/2031')] }) },
        footers: { default: new Footer({ children: [new Paragraph({ children: [new TextRun({ children: ['Trang ', PageNumber.CURRENT] })] })] }) },
        children,
      },
    ],
  })
  return Buffer.from(await Packer.toBuffer(document))
}

/** The plan that the tests of file kinds share. */
export const planParts = () => [
  table([['ỦY BAN NHÂN DÂN\nHUYỆN MƯỜNG LAI\nSố: 88/KH-UBND', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nMường Lai, ngày 06 tháng 3 năm 2026']]),
  bold('KẾ HOẠCH'),
  bold('Phát động phong trào thi đua "Bản làng không ma túy" năm 2026'),
  words('Căn cứ Kế hoạch số 20/KH-UBND ngày 15/01/2026 của UBND tỉnh Phú Lương về phòng, chống ma túy;'),
  words('UBND huyện Mường Lai ban hành kế hoạch như sau:'),
  numbered(0, 'CHỈ TIÊU', true),
  numbered(1, 'Ít nhất 85% số bản đạt chuẩn "Bản không ma túy".'),
  numbered(1, '100% trường học ký cam kết.'),
  numbered(0, 'KHEN THƯỞNG', true),
  numbered(1, 'Giấy khen của Chủ tịch UBND huyện'),
  numbered(2, 'Số lượng: không quá 10 tập thể và 15 cá nhân.'),
  numbered(2, 'Hồ sơ gồm:'),
  dashed('Tờ trình của UBND xã;'),
  dashed('Báo cáo thành tích (theo mẫu số 03).'),
  numbered(2, 'Hồ sơ lập 02 bộ (bản chính), gửi Công an huyện (qua Đội Cảnh sát ma túy) trước ngày 20/11/2026.'),
  numbered(0, 'TỔ CHỨC THỰC HIỆN', true),
  table([['TT', 'Nội dung', 'Đơn vị thực hiện', 'Thời hạn'], ['1', 'Đăng ký thi đua', 'UBND các xã', 'Trước ngày 30/3/2026'], ['2', 'Báo cáo sơ kết', 'UBND các xã', 'Tháng 7/2026']]),
  words('Trên đây là Kế hoạch phát động phong trào thi đua, yêu cầu các đơn vị thực hiện./.'),
  table([['Nơi nhận:\n- UBND tỉnh;\n- Lưu: VT.', 'TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\n\nTriệu Văn Sinh']]),
]
