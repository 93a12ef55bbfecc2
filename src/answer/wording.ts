import { capitalise, formatCount, lowerFirst, shorten } from '../language/format.ts'
import { fold } from '../language/normalise.ts'
import type { Dossier, Paper, Plan } from '../knowledge/types.ts'
import type { Intent } from '../understand/request.ts'

/** Every Vietnamese sentence of the answers. */

const HEADLINE = 290
const BUTTON = 60

/** "Kế hoạch 214/KH-UBND của thành phố Cần Thơ (2024)" */
export function planName(plan: Plan): string {
  const number = plan.number ? ` ${plan.number.text.replaceAll(' ', '')}` : ''
  return `${plan.kind}${number} ${plan.place.name} năm ${plan.year}`
}

/** The plan's own title behind its name, for choosing among several. */
export function planTitle(plan: Plan): string {
  return `${planName(plan)}: ${plan.title}`
}

export function impliedLine(plan: Plan): string {
  return `Trả lời theo ${planName(plan)}; nếu anh/chị hỏi kế hoạch khác, xin nêu tên địa phương và năm.`
}

export const NOTES = {
  unreviewed: 'Trích tự động, chưa được cán bộ kiểm tra.',
  excerpt: 'Bản có ở đây là bản trích, phần sau của kế hoạch không có.',
} as const

export const DEADLINE = {
  before: (day: string, last: string) => `trước ngày ${day}, tức chậm nhất hết ngày ${last}`,
  by: (day: string) => `chậm nhất hết ngày ${day}`,
  on: (day: string) => `ngày ${day}`,
  span: (from: string, to: string) => `từ ngày ${from} đến hết ngày ${to}`,
  month: (month: number, year: number, last: string) => `trong tháng ${month}/${year}, tức chậm nhất hết ngày ${last}`,
  quarter: (quarter: number, year: number, last: string) => `trong quý ${['I', 'II', 'III', 'IV'][quarter - 1]} năm ${year}, tức chậm nhất hết ngày ${last}`,
  every: (days: readonly string[], before: boolean) => `định kỳ, ${before ? 'chậm nhất ' : ''}các ngày ${days.slice(0, 8).join(', ')}${days.length > 8 ? ' …' : ''}`,
  after: (days: number, working: boolean, event: string) => `trong ${formatCount(days)} ngày${working ? ' làm việc' : ''} ${event}`,
  left: (days: number) => `còn ${days} ngày`,
  lastDay: 'hôm nay là ngày cuối',
  past: (days: number) => `đã qua ${days} ngày`,
  value: (due: string, rest: string) => (rest.startsWith('đã qua') ? `${capitalise(rest)}: ${due}.` : `${capitalise(due)}${rest ? ` – ${rest}` : ''}.`),
  line: (task: string, due: string, rest: string) => `${capitalise(task)}: ${rest.startsWith('đã qua') ? `${rest}, ` : ''}${due}${rest && !rest.startsWith('đã qua') ? ` – ${rest}` : ''}`,
  nearest: (first: string) => shorten(`Gần nhất – ${first}`, HEADLINE),
  then: 'Sau đó:',
  inSpan: (span: string, count: number) => `${capitalise(span)} có ${count} hạn`,
  noneIn: (span: string, plans: readonly string[]) => shorten(`${capitalise(span)} không có hạn nào trong ${plans.join('; ')}.`, HEADLINE),
  noneAhead: (plans: readonly string[]) => shorten(`Không còn hạn nào phía trước trong ${plans.join('; ')}.`, HEADLINE),
  following: (line: string) => `Hạn kế tiếp là: ${line}.`,
  lateUnsaid: 'Kế hoạch không nêu gửi sau hạn thì xử lý thế nào; anh/chị nên hỏi nơi nhận.',
  lastWas: (line: string) => `Hạn cuối cùng là: ${line}.`,
  who: (who: string) => `Ai làm: ${who}`,
  to: (to: string, via?: string) => `Gửi về: ${to}${via ? ` (qua ${via})` : ''}`,
  place: (to: string, via?: string) => `${to}${via ? ` (qua ${via})` : ''}`,
  period: (name: string, from: string, to: string) => `${capitalise(name)}: từ ngày ${from} đến hết ngày ${to}`,
  year: (name: string, year: string) => `${capitalise(name)}: năm ${year}`,
  months: (name: string, from: string, to: string) => `${capitalise(name)}: từ tháng ${from} đến hết tháng ${to}`,
  periodIs: (line: string, state: string) => (state ? `${line} – ${state}` : line),
  periodFirst: (state: string, line: string) => `${capitalise(state)} – ${lowerFirst(line)}`,
  ended: (days?: number) => (days === undefined ? 'đã kết thúc' : `đã kết thúc ${days} ngày`),
  endsToday: 'hôm nay là ngày cuối',
  begins: (days: number) => `chưa bắt đầu, còn ${days} ngày nữa`,
  where: (place: string, due: string) => `${capitalise(place)} – ${lowerFirst(due)}`,
  next: (day: string, rest: string, all: string) => `kỳ tới ngày ${day} – ${rest}; ${all}`,
  inTime: (day: string, due: string) => `Kịp nếu nộp ngày ${day}: ${due}.`,
  tooLate: (day: string, due: string) => `Ngày ${day} là quá hạn: ${due}.`,
  closed: (day: string, reason: string) => `Lưu ý: ngày ${day} là ${reason}, cơ quan có thể không làm việc; kế hoạch không nói lùi hạn, nên nộp sớm hơn.`,
  over: (end: string) => `Kế hoạch này đã hết thời gian thực hiện (đến ${end}).`,
} as const

const STATES = { original: 'bản chính', copy: 'bản sao', 'certified-copy': 'bản sao có chứng thực', pdf: 'bản pdf' } as const

export const DOSSIER = {
  papers: (dossier: Dossier, sets: string) => shorten(`${capitalise(dossier.name)} gồm ${dossier.papers.length} loại giấy tờ${sets ? `; số bộ: ${sets}` : ''}.`, HEADLINE),
  handed: (dossier: Dossier, place: string) => [capitalise(dossier.name), place && lowerFirst(place)].filter(Boolean).join(' – ') + '.',
  paper: (paper: Paper) =>
    [paper.name, paper.form && ` – theo ${paper.form}`, paper.state && !fold(paper.name).startsWith(fold(STATES[paper.state])) && ` (${STATES[paper.state]})`, paper.if_any && ' (nếu có)', paper.only_for && ` – chỉ với ${paper.only_for}`, paper.note && ` – ${paper.note}`].filter(Boolean).join(''),
  sets: (sets: NonNullable<Dossier['sets']>) => {
    const states = new Set(sets.map((set) => set.state))
    const shared = states.size === 1 ? [...states][0] : undefined
    const each = sets.map((set) => `${set.award ? `${set.award}: ` : ''}${formatCount(set.count)} bộ${set.state && !shared ? ` (${STATES[set.state]})` : ''}`)
    const notes = [...new Set(sets.flatMap((set) => set.note ?? []))]
    return [each.join('; '), shared && ` (${[STATES[shared], ...notes].join(', ')})`].filter(Boolean).join('')
  },
  to: (to: string, via?: string) => `Nơi nhận: ${to}${via ? ` (qua ${via})` : ''}`,
  isAsked: (paper: Paper, dossier: Dossier) => `${capitalise(DOSSIER.paper(paper))} – thuộc ${dossier.name}.`,
} as const

/** The same with what was asked about, as it was typed. */
const SILENT_ON = (plan: Plan, about: string) => `${planName(plan)} không nêu về “${about}”.`

const ABOUT: Readonly<Partial<Record<Intent, string>>> = {
  deadline: 'thời hạn này', upcoming: 'hạn nào như vậy', period: 'khoảng thời gian này', dossier: 'thành phần hồ sơ này', sets: 'số bộ hồ sơ', addressee: 'nơi nhận này', threshold: 'con số này', criteria: 'tiêu chuẩn này', quota: 'số lượng khen thưởng',
  award: 'hình thức khen thưởng này', route: 'trình tự này', audience: 'đối tượng này', duty: 'nhiệm vụ này', basis: 'căn cứ này',
}

export const ABSENT = {
  silent: (plan: Plan, intent?: Intent, about?: string) => (about ? SILENT_ON(plan, about) : `${planName(plan)} không nêu ${(intent && ABOUT[intent]) ?? 'điều anh/chị hỏi'}.`),
  leaves: (says: string) => shorten(says, HEADLINE),
  texts: (texts: readonly string[]) => `Xin xem: ${texts.join('; ')} (các văn bản này không có ở đây).`,
  others: 'Kế hoạch khác ở đây có nêu:',
  notHere: (what: string) => shorten(`Không có kế hoạch hay nội dung nào ở đây về ${what}.`, HEADLINE),
  notFound: 'Không có trong các kế hoạch ở đây.',
  near: 'Có thể anh/chị cần:',
  have: 'Ở đây có:',
  examples: 'Anh/chị có thể hỏi, ví dụ: “hạn nộp hồ sơ Bắc Quang”, “số bộ hồ sơ bằng khen Cần Thơ”, “Sa Pa 2022 báo cáo quý ngày nào”.',
  choose: 'Anh/chị hỏi kế hoạch nào?',
  check: 'Có thể kiểm tra điều kiện từng bước, mỗi câu một ý.',
} as const

export const TALK = {
  help: 'Tôi tra cứu kế hoạch thi đua: hạn, hồ sơ, chỉ tiêu, tiêu chuẩn, nơi nhận, ai làm gì; mỗi câu trả lời kèm nguyên văn và điều khoản.',
  helpMore: 'Cứ gõ tự nhiên, có dấu hay không dấu đều được. Lệnh: /hannop /hoso /chitieu /tieuchuan /kiemtra /kehoach /nhacviec /trogiup /huy.',
  greeting: 'Chào anh/chị. Anh/chị cần tra hạn, hồ sơ hay tiêu chuẩn của kế hoạch nào?',
  thanks: 'Không có gì ạ. Cần tra thêm điều gì, anh/chị cứ nhắn.',
  plans: (count: number) => `Ở đây có ${count} kế hoạch:`,
  empty: 'Tôi chưa nhận được câu hỏi. Anh/chị gõ giúp vài chữ, ví dụ: hạn nộp hồ sơ Bắc Quang.',
  stale: 'Nút này thuộc câu hỏi cũ, không dùng được nữa. Anh/chị hỏi lại giúp bằng một câu.',
  cancelled: 'Đã dừng. Anh/chị cần gì cứ hỏi tiếp.',
} as const

export const BUTTONS = {
  deadline: 'Hạn nộp', dossier: 'Hồ sơ gồm gì', sets: 'Mấy bộ', addressee: 'Nộp ở đâu', criteria: 'Tiêu chuẩn', threshold: 'Chỉ tiêu', check: 'Kiểm tra điều kiện', remind: '🔔 Nhắc tôi', plans: 'Các kế hoạch', quota: 'Số lượng khen', award: 'Hình thức khen', route: 'Quy trình', duty: 'Ai làm gì', audience: 'Đối tượng', period: 'Thời gian', upcoming: 'Hạn sắp tới',
  checkOf: (subject: string) => shorten(`Kiểm tra: ${subject}`, BUTTON),
  all: (label: string) => shorten(label, BUTTON),
} as const
