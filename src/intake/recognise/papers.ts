import type { Paper } from '../../knowledge/types.ts'
import { stretchesOf, type Passage } from '../passages.ts'
import { quoteOf } from '../quote.ts'
import { sourceIn } from './found.ts'
import { stateOf } from './states.ts'

/**
 * The papers of a dossier, one a row of its list.
 * "- Tờ trình đề nghị khen thưởng;", "+ Báo cáo thành tích theo mẫu số 08 …", "a) Bản sao các danh hiệu (nếu có).",
 * "Tờ trình kèm theo Biên bản họp Hội đồng và Danh sách đề nghị", "Đối với tập thể phải có Báo cáo kết quả …",
 * "Trường hợp …, đề nghị gửi kèm theo hồ sơ ý kiến thống nhất của …", "gồm: Tờ trình; báo cáo thành tích; biên bản họp".
 * Not: "Số lượng: 02 bộ", "Hồ sơ … gửi về Công an huyện", "Lưu ý: …", "Báo cáo thành tích bảo đảm nêu rõ …", dates of sending.
 */
export type PaperRow = Omit<Paper, 'id' | 'review'>

const NOUN = String.raw`(?:tờ trình|báo cáo|biên bản|danh sách|bản (?:sao|chụp|chính|tóm tắt|tự|kê|cam kết|nhận xét|xác nhận|đăng ký|đánh giá|thuyết minh|photo|scan|giải trình|thành tích|tổng hợp|phô tô|phôtô|photocopy|mô tả|mô tả|in|mềm|kiểm điểm|thống kê|khai|điện tử|trích)|đơn(?! vị| giản)|giấy|quyết định(?= )|công văn|văn bản|phiếu|hợp đồng|(?:các |những )?(?:loại )?(?:tài liệu|giấy tờ|chứng từ|minh chứng|hồ sơ minh chứng|hình ảnh)|ảnh|video|clip|chứng (?:minh|nhận|chỉ|thư)|thẻ|căn cước|bảng (?:tổng|kê|chấm|điểm|tự)|hồ sơ (?=cá nhân|minh|của tập|thiết|bệnh|năng)|sơ yếu|băng|đĩa|usb|lý lịch|ý kiến|kế hoạch|file|tệp|dự thảo|đề án|bài (?:viết|dự thi|thi|tham luận)|tác phẩm|thuyết minh|tờ khai|nghị quyết|trích ngang|thư|sổ|mẫu|dữ liệu|01 (?:bản|ảnh|tờ)|bài )`
const STARTS = new RegExp(`^(?:\\d{1,2} (?:bản |tờ |bộ )?)?(?:\\(\\d\\) ?)?(?:có |các )?${NOUN}`, 'iu')
const NONE = /^(?:giấy (?:tiếp nhận|biên nhận|hẹn)|phiếu (?:tiếp nhận|yêu cầu|hẹn|hướng dẫn|từ chối|kiểm soát)|(?:giấy )?biên nhận|\d{1,2} (?:\([^)]*\) )?bộ|số lượng|lưu ý|thời gian|thời hạn|nơi (?:nhận|nộp)|địa (?:chỉ|điểm)|hình thức|cách thức|kết thúc|trên cơ sở|các (?:cơ quan|đơn vị|địa phương)|hồ sơ (?:đề nghị|trình|đăng ký|khen)|báo cáo thành tích (?:phải|bảo đảm|đảm bảo|cần|nêu|ghi|được)|nội dung báo cáo|văn bản phát hành|quyết định khen|đối tượng|tiêu chuẩn)/iu
const SENT = /(?:gửi|nộp) (?:về|đến|trước|cho|tại)|trước ngày \d|chậm nhất/iu
const ONLY_FOR = new RegExp(String.raw`(?:^|[.;] )((?:đối với|riêng(?: đối với)?|(?:các )?trường hợp|với) [^:;.]{3,200}?)(?:,|:)? (?:thì |đề nghị |cần |yêu cầu )?(?:phải |cần |còn |thì )?(?:có|viết|nộp|gửi|bổ sung|kèm|gửi kèm|nộp kèm|nộp thêm|gửi thêm|làm|lập)(?: thêm| kèm| theo| hồ sơ)*:? (?:thêm )?(?=${NOUN})`, 'iu')
const FORM = /(?:theo|\()\s?((?:các )?(?:biểu )?mẫu (?:số )?[^;:.()]{1,140})/iu

/** The papers a passage names, none where it is no row of a list of papers. */
export function papersIn(passage: Passage): PaperRow[] {
  const { text } = passage
  const conditional = stretchesOf(text, false).flatMap((sentence) => {
    const match = ONLY_FOR.exec(text.slice(sentence.start, sentence.end))
    // "Trường hợp hồ sơ hợp lệ, công chức viết Giấy tiếp nhận …": what the office does with it.
    if (!match?.[1] || /hồ sơ (?:\S+ ){0,4}(?:hợp lệ|đầy đủ|chưa|thiếu|không)/iu.test(match[1]) || NONE.test(text.slice(sentence.start + match.index + match[0].length))) return []
    const from = sentence.start + match.index + match[0].length
    return [row(passage, from, sentence.end, sentence.start, match[1].replace(/^(?:riêng )?(?:đối với|với|riêng) /iu, ''))]
  })
  if (!STARTS.test(text) || NONE.test(text) || SENT.test(text.slice(0, 200))) return conditional
  return [...listed(passage, 0, firstSentenceEnd(text)), ...conditional]
}

/** Papers named one after the other in a sentence behind "gồm:". */
export function papersAfter(passage: Passage, from: number): PaperRow[] {
  const { text } = passage
  const end = from + firstSentenceEnd(text.slice(from))
  const parts: { start: number; end: number }[] = []
  for (const part of stretchesOf(text.slice(from, end), true)) parts.push(...commaParts(text, from + part.start, from + part.end))
  return parts.filter((part) => STARTS.test(text.slice(part.start, part.end).trimStart()) && !NONE.test(text.slice(part.start, part.end).trimStart())).map((part) => row(passage, part.start, part.end, part.start, undefined))
}

function commaParts(text: string, start: number, end: number): { start: number; end: number }[] {
  const cuts = [...text.slice(start, end).matchAll(new RegExp(String.raw`(?:(?<!(?:văn bằng|chứng chỉ)), (?:và )?|(?<=[\p{L})]) và |(?:^|[ ;,])\(\d\) )(?=(?:\d{1,2} bản )?${NOUN})`, 'giu'))]
  const starts = [start, ...cuts.map((cut) => start + cut.index + cut[0].length)]
  return starts.map((from, at) => ({ start: from, end: at + 1 < starts.length ? start + (cuts[at]?.index ?? 0) : end })).filter((part) => part.end - part.start > 3)
}

/** "Tờ trình … kèm theo Biên bản … và Danh sách …": each paper named with a capital of its own is one. */
function listed(passage: Passage, start: number, end: number): PaperRow[] {
  const said = passage.text.slice(start, end)
  const cuts = [...said.matchAll(/(?:,? (?:có )?kèm(?: theo)? (?=danh sách|biên bản|báo cáo|bản sao|phiếu|tờ trình)|(?:,? (?:có )?kèm(?: theo)?|,| và|;) (?=(?:Tờ trình|Biên bản|Danh sách|Báo cáo|Bản sao|Bản tóm tắt|Phiếu|Giấy|Quyết định|Văn bản|Đơn) ))/gu)]
  const starts = [0, ...cuts.map((cut) => cut.index + cut[0].length)]
  return starts.map((from, at) => row(passage, start + from, start + (cuts[at]?.index ?? said.length), start, undefined))
}

function row(passage: Passage, start: number, end: number, quoteStart: number, onlyFor: string | undefined): PaperRow {
  return paperIn(passage.text.slice(start, end).trim(), sourceIn(passage, quoteOf(passage.text, { start: quoteStart, end }, start, end)), onlyFor)
}

/** The paper that these words name, with its form, its state and whom it is asked of. */
export function paperIn(said: string, source: PaperRow['source'], onlyFor?: string): PaperRow {
  const form = FORM.exec(said)?.[1]?.trim().replace(/\s+(?:và|hoặc)$/u, '')
  const state = stateOf(said)
  const only = onlyFor ?? /\((?:áp dụng )?(?:đối với|dành cho|với) ([^()]{3,90})\)/iu.exec(said)?.[1]
  return {
    name: nameOf(said, form),
    ...(form ? { form } : {}),
    ...(state ? { state } : {}),
    ...(/nếu có/iu.test(said) ? { if_any: true } : {}),
    ...(only ? { only_for: only.trim() } : {}),
    source,
  }
}

/** Without "(nếu có)", the form and the closing sign. */
function nameOf(said: string, form: string | undefined): string {
  let name = said.replace(/\s*\((?:nếu có|\d[^()]*|bản (?:chính|sao)[^()]*|theo mẫu[^()]*|mẫu[^()]*|(?:đối với|dành cho) [^()]*)\)/giu, '')
  if (form) name = name.slice(0, /,?\s*(?:được lập |lập |thực hiện )?\(?\s?(?:theo )?(?:các )?(?:biểu )?mẫu /iu.exec(name)?.index ?? name.length)
  name = name.replace(/^(?:có|\(\d\)) /iu, '').replace(/[\s;,.:]+$/u, '').replace(/\s(?:và|kèm theo|theo|kèm)$/u, '')
  const short = name.length > 160 ? name.slice(0, name.lastIndexOf(' ', 160)) : name
  return short.charAt(0).toUpperCase() + short.slice(1)
}

function firstSentenceEnd(text: string): number {
  return stretchesOf(text, false)[0]?.end ?? text.length
}
