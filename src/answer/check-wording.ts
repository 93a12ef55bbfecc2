import { formatNumber, shorten } from '../language/format.ts'
import type { Unclear } from '../language/replies.ts'

/** Every Vietnamese sentence of a check. */

const HEADLINE = 290
const BUTTON = 60

export const CHECK = {
  rule: (says: string) => `Kế hoạch nêu: ${says.replace(/[.;]+$/, '')}.`,
  yesNo: ['Có', 'Không'],
  doneNotYet: ['Rồi', 'Chưa'],
  rightWrong: ['Đúng', 'Không đúng'],
  soNotSo: ['Đúng', 'Không phải'],
  unknown: 'Không rõ',
  noAnswer: 'chưa trả lời',
  needs: (limit: string) => `cần ${limit}`,
  oneOf: (labels: readonly string[]) => labels.map((label) => `“${label}”`).join(' hoặc '),

  opening: (title: string, plan: string) => `Kiểm tra: ${title} – theo ${plan}.`,
  taken: (parts: readonly string[]) => `Đã hiểu: ${parts.join('; ')}.`,
  manner: (count: number) => `Nhiều nhất ${count} câu; câu nào chưa chắc, xin chọn “Không rõ”.`,
  noted: (answer: string) => `Đã ghi: ${answer}.`,
  pastAlready: (line: string) => `Xin lưu ý: ${line}.`,
  figure: (unit: string, min: number, max: number, example?: string) => `Gõ một con số${unit === '%' ? ' (%)' : ` (${unit})`}, từ ${formatNumber(min)} đến ${formatNumber(max)}${example ? `; ví dụ: ${example}` : ''}.`,
  date: (example?: string) => `Gõ ngày, tháng, năm; ví dụ: ${example ?? '05/01/2024'}.`,
  before: (answer: string) => `Câu trả lời trước: ${answer}. Xin trả lời lại, hoặc chọn “Giữ nguyên”.`,

  why: (says: string) => `Câu này hỏi vì kế hoạch nêu tiêu chuẩn: ${says}.`,
  whyTarget: (says: string) => `Câu này hỏi vì kế hoạch giao chỉ tiêu: ${says}.`,
  whySteers: 'Câu này để biết có phải hỏi thêm phần dành riêng cho từng trường hợp không; tự nó không quyết định kết quả.',
  whyLimit: (limit: string) => `Mức cần đạt: ${limit}.`,
  findOut: (how: string) => `Cách biết: ${how}`,

  firstAlready: 'Đây là câu đầu tiên.',
  recap: (count: number) => (count ? `Đã trả lời ${count} câu. Chọn câu cần sửa:` : 'Chưa có câu nào được trả lời.'),
  recapLine: (ask: string, answer: string) => `${ask} ${answer}.`,
  recapButton: (number: number, answer: string) => shorten(`Sửa câu ${number}: ${answer}`, BUTTON),
  noSuchAnswer: (number: number) => `Chưa có câu trả lời số ${number}.`,
  stopped: (answered: number) => `Đã dừng kiểm tra. ${answered ? `${answered} câu trả lời còn được giữ` : 'Chưa có câu trả lời nào'}; bấm “Làm tiếp” khi cần.`,
  restarted: 'Bắt đầu lại từ đầu.',
  takenUp: (answered: number) => `Làm tiếp phần đang dở: đã có ${answered} câu trả lời. Muốn làm lại từ đầu, chọn “Làm lại”.`,
  updated: (questions: readonly string[]) => `Kế hoạch vừa được cập nhật; hỏi lại: ${questions.join('; ')}.`,

  failing: (says: readonly string[], targets: boolean) => shorten(`Đã chắc chắn chưa đủ ${targets ? 'chỉ tiêu' : 'tiêu chuẩn'}: ${says.join('; ')}.`, HEADLINE),
  goOnOrStop: (left: number) => `Có thể dừng ở đây để xem kết quả, hoặc trả lời tiếp (nhiều nhất ${left} câu) để biết các tiêu chuẩn còn lại.`,

  again: {
    hedged: 'Nếu chưa chắc, xin chọn “Không rõ”; nếu chắc, xin trả lời gọn lại.',
    'two-sided': 'Câu trả lời có thể hiểu hai cách. Xin chọn một.',
    negative: 'Trả lời “có” hay “không” ở câu này dễ hiểu ngược. Xin chọn “Đúng” hoặc “Không đúng”.',
    words: 'Chưa hiểu câu trả lời.',
    several: 'Câu trả lời có nhiều giá trị. Xin cho một.',
    about: 'Cần con số hoặc ngày chính xác để đối chiếu; nếu chưa có, xin chọn “Không rõ”.',
    digits: 'Con số này có thể đọc hai cách. Xin gõ lại, ví dụ 1200 hoặc 1,2.',
    none: 'Nếu là không có gì, xin gõ 0; nếu chưa có số liệu, xin chọn “Không rõ”.',
    unit: 'Đơn vị không khớp với câu hỏi.',
    range: 'Con số nằm ngoài khoảng cho phép.',
    whole: 'Ở đây cần một số nguyên.',
    'no-day': 'Ngày này không có trên lịch hoặc thiếu ngày, tháng.',
    'no-year': 'Xin gõ cả năm.',
  } satisfies Record<Unclear, string>,
  chooseAgain: 'Chưa hiểu ý này. Xin chọn một mục dưới đây, hoặc gõ số của mục đó.',
  againPlain: 'Chưa hiểu ý này. Xin trả lời câu đang hỏi.',
  againExample: (example: string) => `Ví dụ: ${example}.`,
  offerAgain: 'Xin chọn dừng hay đi tiếp.',

  staleAnswered: (ask: string, answer: string) => `Nút này thuộc câu đã trả lời (${shorten(ask, 80)} – ${answer}). Muốn đổi, chọn “Xem lại”.`,
  staleEarlier: 'Nút này thuộc lần hỏi trước, không dùng nữa.',
  staleChanged: 'Nút này thuộc một câu hỏi đã được sửa trong kế hoạch.',
  staleFinished: 'Kiểm tra này đã xong; nút ở câu hỏi cũ không dùng nữa.',
  stalePaused: 'Kiểm tra này đang tạm dừng; nút ở câu hỏi cũ không dùng nữa.',
  staleReplaced: (title: string) => `Nút này thuộc một kiểm tra khác, đã được thay bằng: ${title}.`,
  staleLost: 'Nút này thuộc một kiểm tra không còn lưu.',
  staleChoice: 'Nút này thuộc lần chọn trước, không dùng nữa.',
  gone: 'Kiểm tra này không còn trong kế hoạch; các câu trả lời đã được bỏ.',
  noCheck: 'Hiện không có kiểm tra nào đang làm. Chọn “Kiểm tra điều kiện” hoặc gõ /kiemtra để bắt đầu.',
} as const

export const limitWords = {
  atLeast: (value: string) => `từ ${value} trở lên`,
  moreThan: (value: string) => `trên ${value}`,
  atMost: (value: string) => `không quá ${value}`,
  lessThan: (value: string) => `dưới ${value}`,
  exactly: (value: string) => `đúng ${value}`,
  between: (low: string, high: string) => `từ ${low} đến ${high}`,
  from: (day: string) => `từ ngày ${day}`,
  until: (day: string) => `chậm nhất hết ngày ${day}`,
} as const

export const distanceWords = {
  short: (difference: string) => `thiếu ${difference}`,
  over: (difference: string) => `quá ${difference}`,
  needsMore: 'mới bằng mức này, cần cao hơn',
  needsLess: 'mới bằng mức này, cần thấp hơn',
  exact: 'vừa đúng mức',
  above: (difference: string) => `hơn mức cần ${difference}`,
  under: (difference: string) => `dưới mức tối đa ${difference}`,
} as const

export const RESULT = {
  eligible: (title: string) => shorten(`Đủ tiêu chuẩn: ${title}.`, HEADLINE),
  targetsMet: (count: number, title: string) => shorten(`Đạt cả ${count} chỉ tiêu: ${title}.`, HEADLINE),
  notEligible: (title: string, missed: readonly string[]) => shorten(`Chưa đủ tiêu chuẩn: ${title}. Chưa đạt: ${missed.join('; ')}.`, HEADLINE),
  targetsMissed: (title: string, missed: number, count: number, list: readonly string[]) => shorten(`Chưa đạt ${missed}/${count} chỉ tiêu: ${list.join('; ')} – ${title}.`, HEADLINE),
  unknown: (title: string, missing: readonly string[]) => shorten(`Chưa kết luận được: ${title}. Còn thiếu: ${missing.join('; ')}.`, HEADLINE),
  openEnded: (title: string, why: string) => shorten(`Chưa kết luận được: ${title}. Các tiêu chuẩn nêu ở đây đều đạt, nhưng: ${why}`, HEADLINE),
  nothingApplies: (title: string) => shorten(`Chưa kết luận được: không tiêu chuẩn nào ở đây áp dụng cho trường hợp này (${title}).`, HEADLINE),
  title: (title: string) => `Kết quả kiểm tra: ${title}`,
  on: (day: string) => `Ngày kiểm tra: ${day}. Kết quả dựa trên các câu trả lời, không thay quyết định của cấp có thẩm quyền.`,
  failed: (count: number) => `Chưa đạt (${count})`,
  notKnown: (count: number) => `Chưa rõ (${count})`,
  met: (count: number) => `Đạt (${count})`,
  aside: (count: number) => `Không ảnh hưởng kết quả (${count})`,
  /** Where "no" is what passes, the answer alone would read as its contrary. */
  asked: (ask: string, answer: string) => `“${ask}” ${answer}`,
  criterion: (number: number, target: boolean) => `${target ? 'Chỉ tiêu' : 'Tiêu chuẩn'} ${number}`,
  waits: (says: string) => `Chưa xét được vì chưa rõ: ${says}`,
  more: 'Cần biết thêm',
  leaves: (says: string, texts: readonly string[]) => (texts.length ? `${says} Xin xem: ${texts.join('; ')} (không có ở đây).` : says),
  dossier: (name: string) => `${name} – đánh dấu khi đã có`,
  sets: (sets: string) => `Số bộ: ${sets}`,
  deadlines: 'Thời hạn',
  registration: (line: string) => `Phải đăng ký trước. ${line}`,
} as const

export const CHOOSE = {
  plan: 'Kiểm tra điều kiện theo kế hoạch nào?',
  kind: 'Kiểm tra cho tập thể (đơn vị) hay cá nhân?',
  check: 'Kiểm tra phần nào?',
  kinds: { 'tap-the': 'Tập thể', 'ca-nhan': 'Cá nhân' },
  none: 'Chưa có kế hoạch nào ở đây có tiêu chuẩn để kiểm tra.',
  noneInPlan: (plans: readonly string[]) => `${plans.join('; ')} không có tiêu chuẩn để kiểm tra ở đây. Các kế hoạch khác:`,
  noneForKind: (kind: string) => `Không có phần kiểm tra dành cho ${kind.toLowerCase()}. Ở đây có:`,
  noneForAward: 'Không có phần kiểm tra cho hình thức khen này. Ở đây có:',
  goOn: (title: string) => shorten(`Làm tiếp: ${title}`, BUTTON),
} as const

export const CHECK_BUTTONS = {
  why: 'Vì sao hỏi?', back: '◀ Quay lại', recap: 'Xem lại', stop: 'Dừng', restart: 'Làm lại', resume: 'Làm tiếp', goOn: 'Đi tiếp', stopHere: 'Dừng, xem kết quả', result: 'Xem kết quả', edit: 'Sửa câu trả lời', keep: 'Giữ nguyên', other: 'Kiểm tra khác', another: 'Kiểm tra điều kiện',
} as const
