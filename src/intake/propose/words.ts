import type { Due } from '../../knowledge/types.ts'
import type { FactKind } from '../recognise/found.ts'

/** How people ask for a fact of this kind and matter, where the plan's own words are stiffer. */
const WORDS: Readonly<Partial<Record<FactKind, readonly (readonly [RegExp, readonly string[]])[]>>> = {
  deadlines: [
    [/(?<!đăng ký.{0,40})hồ sơ|đề nghị khen thưởng/iu, ['nộp hồ sơ', 'gửi hồ sơ', 'hạn hồ sơ', 'hồ sơ khen thưởng', 'nộp giấy tờ', 'trình khen', 'đề nghị khen']],
    [/đăng ký|đăng kí|giao ước/iu, ['đăng ký', 'đăng ký thi đua', 'gửi đăng ký', 'hạn đăng ký']],
    [/báo cáo/iu, ['báo cáo', 'gửi báo cáo', 'nộp báo cáo', 'hạn báo cáo']],
    [/tổng kết/iu, ['tổng kết', 'báo cáo tổng kết', 'báo cáo cuối']],
    [/sơ kết/iu, ['sơ kết', 'báo cáo sơ kết']],
    [/thẩm định|xét duyệt|xét chọn|bình xét/iu, ['thẩm định', 'xét hồ sơ', 'duyệt hồ sơ', 'xét xong']],
    [/phát động/iu, ['phát động', 'văn bản phát động', 'tổ chức phát động']],
    [/kế hoạch/iu, ['kế hoạch triển khai', 'xây dựng kế hoạch', 'gửi kế hoạch']],
    [/dự thi|bài thi|tác phẩm|sản phẩm/iu, ['nộp bài', 'gửi bài dự thi', 'hạn dự thi']],
    [/giải quyết|trả kết quả/iu, ['bao lâu có kết quả', 'giải quyết trong bao lâu', 'thời gian giải quyết']],
  ],
  dossiers: [[/./u, ['hồ sơ', 'giấy tờ', 'thành phần hồ sơ', 'bộ hồ sơ', 'thủ tục', 'cần giấy gì', 'gồm những gì']]],
  periods: [[/cả|năm/iu, ['thời gian thi đua', 'kéo dài bao lâu', 'bắt đầu khi nào', 'kết thúc khi nào']]],
  audiences: [[/./u, ['đối tượng', 'áp dụng cho ai', 'ai được tham gia']]],
  statements: [
    [/kinh phí/iu, ['kinh phí', 'tiền lấy ở đâu', 'nguồn kinh phí', 'ngân sách']],
    [/thưởng/iu, ['tiền thưởng', 'thưởng bao nhiêu']],
    [/khẩu hiệu/iu, ['khẩu hiệu']],
    [/chủ đề/iu, ['chủ đề']],
    [/phạm vi/iu, ['phạm vi', 'áp dụng ở đâu']],
    [/mục đích|yêu cầu|mục tiêu/iu, ['mục đích', 'yêu cầu', 'để làm gì']],
    [/thường trực/iu, ['cơ quan thường trực', 'đầu mối', 'ai thường trực']],
    [/nơi nhận/iu, ['nơi nhận', 'gửi cho ai']],
    [/không xét/iu, ['không xét', 'không được khen', 'không xem xét khen thưởng']],
  ],
  routes: [[/./u, ['tuyến trình', 'quy trình', 'trình tự', 'các bước', 'đi qua những cơ quan nào']]],
}

/** How people ask for the number of sets. */
export const SET_WORDS = ['mấy bộ', 'bao nhiêu bộ', 'số bộ', 'số lượng hồ sơ', 'bản chính hay bản sao']

/** Words for a fact called this; none where its own words are what people say. */
export function wordsFor(kind: FactKind, name: string, due?: Due): string[] {
  const term = due && 'every' in due ? wordsOfTerm(name, due.every) : []
  return [...new Set([...(WORDS[kind] ?? []).filter(([pattern]) => pattern.test(name)).flatMap(([, words]) => words), ...term])]
}

/** What people call a report that comes round: "báo cáo quý". */
function wordsOfTerm(task: string, rule: string): string[] {
  if (!/báo cáo|sơ kết|kết quả/iu.test(task)) return []
  const months = /BYMONTH=([\d,]+)/.exec(rule)?.[1]?.split(',').length
  if (months === 4) return ['báo cáo quý', 'báo cáo hằng quý', 'báo cáo định kỳ', 'kỳ báo cáo', ...['I', 'II', 'III', 'IV'].flatMap((roman, at) => [`báo cáo quý ${roman}`, `báo cáo quý ${at + 1}`])]
  return /FREQ=MONTHLY/.test(rule) ? ['báo cáo tháng', 'báo cáo hằng tháng', 'báo cáo định kỳ', 'kỳ báo cáo'] : months === 1 ? ['báo cáo năm', 'báo cáo hằng năm'] : ['báo cáo định kỳ', 'kỳ báo cáo']
}

/** How a cited text is asked for: "kế hoạch 66", "66/KH-BCĐ". */
export function wordsOfText(name: string): string[] {
  const number = /\d[\p{L}\d]*(?:\s?[/-]\s?[\p{L}\d]+)+/u.exec(name)?.[0].replace(/\s/g, '')
  const kind = /^\p{L}+(?: \p{Ll}+)?(?= (?:số )?\d)/u.exec(name)?.[0].toLowerCase()
  const short = number && /^\d+/.exec(number)?.[0]
  return [...(number ? [number] : []), ...(kind && short ? [`${kind.replace(/ số$/u, '')} ${short}`] : [])]
}
