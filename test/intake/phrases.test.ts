import { expect, test } from 'vitest'
import { digest } from '../../src/intake/digest.ts'
import { factLines } from './facts.ts'

/** A plan of the year 2025 of an invented province with this one clause. */
const planWith = (clause: string, heading = 'TỔ CHỨC THỰC HIỆN') => `Số: 12/KH-UBND

Bình Sơn, ngày 10 tháng 01 năm 2025

KẾ HOẠCH

Tổ chức phong trào thi đua yêu nước trên địa bàn tỉnh Bình Sơn năm 2025

Ủy ban nhân dân tỉnh Bình Sơn ban hành kế hoạch như sau:

I. ${heading}

1. ${clause}
`

const facts = async (clause: string, heading?: string) =>
  factLines((await digest({ bytes: Buffer.from(planWith(clause, heading)), name: 'plan.md', thisYear: 2026, known: [] }, () => undefined)).plan)

const DEADLINES: readonly (readonly [string, readonly string[]])[] = [
  ['Các sở, ngành gửi hồ sơ về Sở Nội vụ trước ngày 05/11/2025.', ['before 2025-11-05 -> Sở Nội vụ']],
  ['Gửi hồ sơ về Sở Nội vụ trước ngày 16 tháng 12 năm 2025.', ['before 2025-12-16 -> Sở Nội vụ']],
  ['Báo cáo tổng kết (trước ngày 15 tháng 12) về Sở Nội vụ.', ['before 2025-12-15 -> Sở Nội vụ']],
  ['Báo cáo tổng kết (**trước ngày 15 tháng 12**) về Sở Nội vụ.', ['before 2025-12-15 -> Sở Nội vụ']],
  ['Hồ sơ gửi trước ngày\n15 tháng\n12 năm 2025 về Sở Nội vụ.', ['before 2025-12-15 -> Sở Nội vụ']],
  ['Nộp hồ sơ chậm nhất ngày 20/10/2025.', ['by 2025-10-20']],
  ['Nộp hồ sơ chậm nhất là ngày 20/10/2025.', ['by 2025-10-20']],
  ['Nộp hồ sơ chậm nhất vào ngày 20/10/2025.', ['by 2025-10-20']],
  ['Tiếp nhận hồ sơ đến hết ngày 31/10/2025.', ['by 2025-10-31']],
  ['Hạn cuối nhận hồ sơ: 31/10/2025.', ['by 2025-10-31']],
  ['Thời hạn nộp báo cáo không quá 15/02.', ['by 2025-02-15']],
  ['Gửi hồ sơ về Bộ trước ngày 10/12 hằng năm.', ['before every 12;10 -> Bộ']],
  ['Gửi hồ sơ về Bộ trước ngày 10/12 hàng năm.', ['before every 12;10 -> Bộ']],
  ['Hồ sơ gửi về Ban Thi đua trước ngày 01/6 và 15/11 hằng năm.', ['before every 6;1 -> Ban Thi đua', 'before every 11;15 -> Ban Thi đua']],
  ['Gửi báo cáo chậm nhất ngày 31 tháng 12 của năm liền kề.', ['by 2026-12-31']],
  ['Định kỳ ngày 15 tháng cuối quý các đơn vị báo cáo Công an tỉnh.', ['every 3,6,9,12;15 -> Công an tỉnh']],
  ['Gửi văn bản phát động về Sở Nội vụ trong quý III năm 2025.', ['quarter 2025-Q3 -> Sở Nội vụ']],
  ['Hoàn thành việc rà soát trong Quí IV-2025.', ['quarter 2025-Q4']],
  ['Đăng ký thi đua trong tháng 01 hàng năm, trường hợp đặc biệt không quá 15/02.', ['every 1;-1', 'every 2;15']],
  ['Tổ chức hội thi từ ngày 08 đến ngày 10 tháng 12 năm 2025.', ['2025-12-08..2025-12-10']],
  ['Gửi hồ sơ trước 10 ngày so với ngày tổ chức lễ tổng kết.', ['-10 days: ngày tổ chức lễ tổng kết']],
  ['Sở Nội vụ trả lời trong thời hạn 10 ngày kể từ ngày nhận đủ hồ sơ.', ['10 days: ngày nhận đủ hồ sơ']],
  ['Thời hạn giải quyết: 25 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ.', ['25 working days: ngày nhận đủ hồ sơ hợp lệ']],
  ['Các đơn vị báo cáo sau 15 ngày kể từ ngày phát động.', ['15 days: ngày phát động']],
  ['Hồ sơ gửi khi tổng kết đợt thi đua.', ['event khi tổng kết đợt thi đua']],
  ['Định kỳ 6 tháng một lần báo cáo kết quả về Sở Nội vụ.', ['event định kỳ 6 tháng một lần -> Sở Nội vụ']],
  ['Báo cáo gửi về Sở Nội vụ trước 17 giờ 00 ngày 12/6/2025.', ['by 2025-06-12 -> Sở Nội vụ']],
  ['Báo cáo 6 tháng (trước ngày 15/6), năm (trước ngày 15/12) về Sở Nội vụ.', ['before 2025-06-15 -> Sở Nội vụ', 'before 2025-12-15 -> Sở Nội vụ']],
  ['Gửi báo cáo công tác về Sở Nội vụ tỉnh trước ngày 15/12/2025.', ['before 2025-12-15 -> Sở Nội vụ tỉnh']],
  ['Hồ sơ gửi Phòng Nội vụ thị xã Đà Sơn trước ngày 15/11/2025.', ['before 2025-11-15 -> Phòng Nội vụ thị xã Đà Sơn']],
  ['Nhà trường lập danh sách học sinh trước ngày 05/6/2025.', ['before 2025-06-05']],
  ['Kế hoạch của đơn vị phải được phê duyệt trước ngày 31/3/2025.', ['before 2025-03-31']],
  ['Hồ sơ gửi về Sở Nội vụ trước ngày 05 tháng 12 hàng năm (tính theo dấu bưu điện).', ['before every 12;5 -> Sở Nội vụ']],
  ['Khoa đăng ký giáo trình với Ban Giáo trình vào đầu tháng 11 hằng năm.', ['event đầu tháng 11 hằng năm -> Ban Giáo trình']],
  ['Khi có văn bản xin ý kiến, trong thời hạn 10 ngày làm việc kể từ khi nhận được văn bản, cơ quan được xin ý kiến có trách nhiệm trả lời.', ['10 working days: khi nhận được văn bản']],
]

test.each(DEADLINES)('a deadline: %s', async (clause, expected) => {
  expect((await facts(clause)).deadlines).toEqual(expected)
})

/** The same words as pages and editors leave them. */
const WAYS: readonly (readonly [string, (clause: string) => string])[] = [
  ['in bold', (clause) => `**${clause.replaceAll('**', '')}**`],
  ['in italics', (clause) => `*${clause.replaceAll('**', '')}*`],
  ['broken over short lines', (clause) => clause.replaceAll('\n', ' ').split(' ').map((word, at) => (at > 0 && at % 7 === 0 ? `\n${word}` : `${at > 0 ? ' ' : ''}${word}`)).join('')],
  ['behind another sentence', (clause) => `Tổ chức quán triệt Kế hoạch này đến toàn thể cán bộ. ${clause}`],
  ['before another sentence', (clause) => `${clause} Tổ chức quán triệt nghiêm túc.`],
]
test.each(WAYS)('every way of writing a day, %s', async (_name, way) => {
  for (const [clause, expected] of DEADLINES) expect([clause, (await facts(way(clause))).deadlines]).toEqual([clause, expected])
})

test.each([
  'Thực hiện Quyết định số 36/2021/QĐ-UBND ngày 02/7/2021 của Ủy ban nhân dân tỉnh.',
  'Kế hoạch này có hiệu lực kể từ ngày 01/02/2025.',
  'Chào mừng kỷ niệm 95 năm Ngày thành lập Đảng (03/02/1930 - 03/02/2025).',
  'Tổ chức tốt “Ngày hội toàn dân bảo vệ an ninh Tổ quốc” (19/8) và các phong trào khác.',
  'Hồ sơ đã nộp trước ngày 01/02/2025 được xét theo quy định cũ.',
  'Số liệu tính đến ngày 31/12/2024 do Sở Nội vụ cung cấp.',
  'Các văn bản ban hành trước ngày 01/01/2020 hết hiệu lực.',
  'Cá nhân nghỉ không quá 12 ngày trong năm vẫn được xét.',
  'Trong thời hạn 12 tháng kể từ ngày có quyết định kỷ luật thì không được xét khen thưởng.',
  'Giai đoạn 2021-2025 và định hướng đến năm 2030.',
  'Quyết định này có hiệu lực sau 10 ngày kể từ ngày ký.',
  'Số thành viên mời ngoài không quá 1/3 tổng số thành viên Hội đồng.',
  'Số vào sổ được ghi liên tục theo từng năm từ ngày 01/01 đến hết ngày 31/12.',
  'Sơ yếu lý lịch (được cấp trong vòng 3 tháng).',
  'Sau khi hoàn thành chương trình bồi dưỡng, học viên được cấp chứng chỉ.',
  'Tiêu chuẩn khen thưởng\n\na) Cá nhân được xếp loại hoàn thành xuất sắc nhiệm vụ trong quý III năm 2025.',
  'Đối tượng và thời gian\n\na) Các sở, ngành.\n\nb) Thời gian: 100 ngày, từ ngày 01/8/2025 đến ngày 08/11/2025.',
])('no deadline: %s', async (clause) => {
  expect((await facts(clause)).deadlines).toEqual([])
})

test.each([
  ['Có từ 98% trở lên số hộ ký cam kết.', ['at_least 98 %']],
  ['Ít nhất 70% cán bộ được tập huấn.', ['at_least 70 %']],
  ['Trên 80% trường học đạt chuẩn.', ['more_than 80 %']],
  ['Tỷ lệ khu dân cư đạt chuẩn ≥ 30%.', ['at_least 30 %']],
  ['80% - 85% đơn vị xếp loại khá trở lên.', ['between 80-85 %']],
  ['Có ít nhất 2/3 số thôn có câu lạc bộ.', ['at_least 66.67 %']],
  ['Loại tốt: từ 85 điểm đến dưới 95 điểm.', ['between 85-<95 điểm']],
  ['Loại khá: từ 70% đến dưới 85% chỉ tiêu.', ['between 70-<85 %']],
  ['Loại khá: từ 70 điểm đến 85 điểm.', ['between 70-85 điểm']],
  ['Giảm 01 xã phức tạp về an ninh, trật tự.', ['at_least 1 xã']],
  ['Mỗi xã có ít nhất 01 mô hình, 02 câu lạc bộ.', ['at_least 1 mô hình', 'at_least 2 câu lạc bộ']],
  ['Không để xảy ra vụ việc phức tạp về an ninh, trật tự.', ['exactly 0 vụ']],
  ['Không để quá 02% hồ sơ trễ hạn.', ['at_most 2 %']],
  ['Tổng số giờ dạy trực tuyến không được chiếm quá 30% chương trình.', ['at_most 30 %']],
  ['Tỷ lệ hộ nghèo nhỏ hơn 3%.', ['less_than 3 %']],
  ['Số vụ cháy giảm, tỷ lệ điều tra vượt 75%.', ['more_than 75 %']],
  ['Tỷ lệ hài lòng đạt tối thiểu 85%, trong đó lĩnh vực đất đai đạt tối thiểu 80%.', ['at_least 85 %', 'at_least 80 %']],
])('a target: %s', async (clause, expected) => {
  expect((await facts(clause, 'CHỈ TIÊU THI ĐUA')).thresholds).toEqual(expected)
})

test.each([
  ['Cá nhân có 03 lần liên tục đạt danh hiệu cấp cơ sở.', ['at_least 3 lần']],
  ['Tập thể hai năm liên tục hoàn thành tốt nhiệm vụ.', ['at_least 2 năm']],
  ['Có 01 sáng kiến được công nhận.', ['at_least 1 sáng kiến']],
])('a number in a standard: %s', async (clause, expected) => {
  expect((await facts(clause, 'TIÊU CHUẨN KHEN THƯỞNG')).thresholds).toEqual(expected)
})

test.each([
  'Hỗ trợ 50% kinh phí cho các mô hình.',
  'Thưởng bằng 30% mức lương cơ sở.',
  'Khen thưởng không quá 01 tập thể, 03 cá nhân.',
  'Hồ sơ gồm 02 bộ gửi Sở Nội vụ.',
  'Thực hiện điểm b khoản 2 Điều 30 Luật Thi đua, khen thưởng.',
  'Kỷ niệm 80 năm Ngày thành lập nước.',
  'Người vi phạm bị trừ 25% số điểm thi.',
  'Nếu điểm dưới 5,0 sinh viên được đăng ký học lại.',
  'Người nộp bổ sung hồ sơ không quá 01 lần.',
])('no target: %s', async (clause) => {
  expect((await facts(clause, 'CHỈ TIÊU THI ĐUA')).thresholds).toEqual([])
})

test.each([
  ['Bằng khen của Chủ tịch UBND tỉnh: không quá 01 tập thể, 03 cá nhân.', '1/3 Bằng khen của Chủ tịch UBND tỉnh'],
  ['Chủ tịch UBND tỉnh tặng Bằng khen cho tối đa 15 tập thể và 30 cá nhân.', '15/30 Bằng khen của Chủ tịch UBND tỉnh'],
  ['Giấy khen của Giám đốc Sở: 10 tập thể và 20 cá nhân.', '10/20 Giấy khen của Giám đốc Sở'],
])('a quota: %s', async (clause, expected) => {
  expect((await facts(clause, 'KHEN THƯỞNG')).quotas).toEqual([expected])
})

test.each([
  ['Hồ sơ lập 01 bộ (bản chính).', ['1 original']],
  ['Số lượng: Bằng khen 03 bộ; Giấy khen 01 bộ.', ['Bằng khen 3', 'Giấy khen 1']],
  ['Hồ sơ lập thành 02 bộ đối với Cờ thi đua, 01 bộ đối với Bằng khen; gửi kèm bản điện tử.', ['Cờ thi đua 2', 'Bằng khen 1']],
  ['Lập 03 bộ (bản chính) cho hồ sơ đề nghị tặng Bằng khen và 02 bộ cho Giấy khen.', ['Bằng khen 3 original', 'Giấy khen 2']],
  ['Lập 02 bộ đối với Cờ thi đua, Bằng khen; 01 bộ đối với Giấy khen (bản chính).', ['Cờ thi đua, Bằng khen 2 original', 'Giấy khen 1 original']],
  ['Lập 02 bộ đối với tập thể, 01 bộ đối với cá nhân.', ['Tập thể 2', 'Cá nhân 1']],
  ['Hồ sơ: Bằng khen 03 bộ, Giấy khen 02 bộ.', ['Bằng khen 3', 'Giấy khen 2']],
  ['Đối với Bằng khen: 03 bộ, đối với Giấy khen: 02 bộ.', ['Bằng khen 3', 'Giấy khen 2']],
  ['Cờ thi đua, Bằng khen lập 02 bộ, Giấy khen 01 bộ.', ['Cờ thi đua, Bằng khen 2', 'Giấy khen 1']],
  ['Gửi 02 (hai) bộ bản chính và 01 bộ (bản pdf).', ['2 original', '1 pdf']],
])('sets beside papers: %s', async (sentence, expected) => {
  const { sets, papers } = await facts(`Hồ sơ gồm:\n\n- Tờ trình;\n\n- Báo cáo thành tích theo mẫu số 08 (nếu có);\n\n- Bản sao có chứng thực bằng khen;\n\n- ${sentence}`, 'HỒ SƠ')
  expect({ sets, papers }).toEqual({ sets: expected, papers: ['Tờ trình', 'Báo cáo thành tích [mẫu số 08] ?', 'Bản sao có chứng thực bằng khen certified-copy'] })
})

test('papers in a table, with their copies, their state and whom they are asked of', async () => {
  const table = (heading: string, rows: readonly string[]) => `Hồ sơ đề nghị gồm\n\n${[heading, heading.replace(/[^|]+/g, ' --- '), ...rows].join('\n')}\n\nHồ sơ lập thành 02 bộ.`
  const { plan } = await digest({ bytes: Buffer.from(planWith(table('| STT | Tên giấy tờ | Số lượng | Hình thức | Ghi chú |', ['| 1 | Tờ trình (Mẫu số 01) | 01 | Bản chính | |', '| 2 | Báo cáo thành tích | 02 | Bản chính | Có xác nhận |', '| 3 | Quyết định công nhận sáng kiến | 01 | Bản sao chứng thực | Nếu có |', '| 4 | Giấy xác nhận | 01 | Bản sao | Chỉ áp dụng với cá nhân |']), 'KHEN THƯỞNG')), name: 'plan.md', thisYear: 2026, known: [] }, () => undefined)
  expect(factLines(plan)).toMatchObject({ papers: ['Tờ trình [Mẫu số 01] original', 'Báo cáo thành tích original', 'Quyết định công nhận sáng kiến certified-copy ?', 'Giấy xác nhận copy <cá nhân>'], sets: ['2'] })
  expect(plan.dossiers?.[0]?.papers.map(({ note }) => note)).toEqual([undefined, '02 bản; Có xác nhận', undefined, undefined])
  expect((await facts(table('| TT | Thành phần hồ sơ | Bản chính | Bản sao |', ['| 1 | Tờ trình | x | |', '| 2 | Biên bản họp xét | | 01 |']), 'KHEN THƯỞNG')).papers).toEqual(['Tờ trình original', 'Biên bản họp xét copy'])
  expect((await facts(table('| TT | Nội dung | Đơn vị thực hiện | Ghi chú |', ['| 1 | Báo cáo kết quả | Các xã | |']), 'KHEN THƯỞNG')).papers).toEqual([])
})

test('targets in a table are called by their row and, of several, their column; what is no figure gives none', async () => {
  const { plan } = await digest({ bytes: Buffer.from(planWith('Các đơn vị phấn đấu:\n\n| TT | Chỉ tiêu | Khối 1 | Khối 2 |\n| --- | --- | --- | --- |\n| 1 | Tỷ lệ hồ sơ đúng hạn | ≥ 80% | Từ 70% trở lên |\n| 2 | Tỷ lệ hồ sơ số hóa | 100% | 90% |\n| 3 | Tỷ lệ hồ sơ trễ hạn | 2% | dưới 3% |\n| 4 | Số hồ sơ chưa xin lỗi | 0 | theo quy định |', 'CHỈ TIÊU')), name: 'plan.md', thisYear: 2026, known: [] }, () => undefined)
  expect(plan.thresholds?.map((one) => `${one.comparison} ${one.value} ${one.metric}`)).toEqual(['at_least 80 tỷ lệ hồ sơ đúng hạn (Khối 1)', 'at_least 70 tỷ lệ hồ sơ đúng hạn (Khối 2)', 'exactly 100 tỷ lệ hồ sơ số hóa (Khối 1)', 'at_least 90 tỷ lệ hồ sơ số hóa (Khối 2)', 'less_than 3 tỷ lệ hồ sơ trễ hạn (Khối 2)'])
  expect(plan.checks?.map(({ title, targets }) => `${title}: ${targets?.length}`)).toEqual(['Chỉ tiêu: Khối 1: 2', 'Chỉ tiêu: Khối 2: 3'])
})

test('a figure for the candidates of one award alone is asked in a check of that award', async () => {
  const { plan } = await digest({ bytes: Buffer.from(planWith('Hình thức: Bằng khen của Chủ tịch UBND tỉnh; Giấy khen của Giám đốc Sở.\n\n2. Tiêu chuẩn\n\n2.1. Đối với tập thể\n\n- Hoàn thành từ 95% chỉ tiêu trở lên; riêng tập thể đề nghị tặng Bằng khen phải hoàn thành 100% chỉ tiêu.\n\n- Nội bộ đoàn kết, không có đơn thư.', 'KHEN THƯỞNG')), name: 'plan.md', thisYear: 2026, known: [] }, () => undefined)
  const asked = (plan.checks ?? []).map(({ title, criteria }) => [title, (criteria ?? []).flatMap((one) => (one.type === 'number' && one.passes && 'threshold' in one.passes ? [one.passes.threshold] : []).map((id) => plan.thresholds?.find((threshold) => threshold.id === id)?.value))])
  expect(asked).toEqual([['Khen thưởng: tập thể', [95]], ['Bằng khen: tập thể', [95, 100]]])
  expect(plan.thresholds?.find(({ value }) => value === 100)?.awards).toEqual(plan.awards?.filter(({ name }) => name.startsWith('Bằng khen')).map(({ id }) => id))
})

test('a route told in one sentence, each office taking up what the one before has sent it', async () => {
  const stepsOf = async (clause: string) => ((await digest({ bytes: Buffer.from(planWith(clause)), name: 'plan.md', thisYear: 2026, known: [] }, () => undefined)).plan.routes ?? []).map(({ steps }) => steps.map(({ who, to }) => `${who} -> ${to}`))
  expect(await stepsOf('Các xã gửi hồ sơ về Công an huyện để thẩm định; Công an huyện chuyển hồ sơ đến Phòng Nội vụ; Phòng Nội vụ hoàn thiện hồ sơ trình Chủ tịch UBND huyện quyết định.')).toEqual([['Các xã -> Công an huyện', 'Công an huyện -> Phòng Nội vụ', 'Phòng Nội vụ -> Chủ tịch UBND huyện']])
  expect(await stepsOf('Công an huyện hướng dẫn lập hồ sơ; Phòng Tài chính bố trí kinh phí; Phòng Nội vụ tổng hợp.')).toEqual([])
})

test('what an office writes and keeps is no paper to hand in', async () => {
  const procedure = '1. Trình tự thực hiện\n\n- Trường hợp hồ sơ hợp lệ, công chức viết Giấy tiếp nhận hồ sơ và hẹn trả kết quả;\n\n- Trường hợp hồ sơ thiếu, công chức viết Phiếu yêu cầu bổ sung hồ sơ.\n\n2. Hồ sơ được lưu trữ tại văn phòng gồm:\n\n- Sổ theo dõi;\n\n- Danh sách người nhận.\n\n3. Thành phần hồ sơ:\n\n- Đơn đề nghị cấp bản sao văn bằng, chứng chỉ;\n\n- Căn cước (bản sao).'
  expect((await facts(`Quy định về hồ sơ.\n\n${procedure}`)).papers).toEqual(['Đơn đề nghị cấp bản sao văn bằng, chứng chỉ', 'Căn cước copy'])
})

test('a deadline is called what is handed in, behind a label too, and a report that comes round what people call it', async () => {
  const proposed = async (clause: string) => (await digest({ bytes: Buffer.from(planWith(clause)), name: 'plan.md', thisYear: 2026, known: [] }, () => undefined)).plan.deadlines ?? []
  expect((await proposed('Thời hạn gửi hồ sơ: Hồ sơ đề nghị tặng Bằng khen gửi trước ngày 05/11/2025; hồ sơ đề nghị tặng Giấy khen gửi trước ngày 20/11/2025.')).map(({ task }) => task)).toEqual(['Gửi hồ sơ đề nghị tặng Bằng khen', 'Gửi hồ sơ đề nghị tặng Giấy khen'])
  expect((await proposed('Định kỳ trước ngày 20 của tháng cuối quý báo cáo kết quả thực hiện về Công an huyện.'))[0]?.words).toEqual(expect.arrayContaining(['báo cáo quý', 'báo cáo quý IV']))
})
