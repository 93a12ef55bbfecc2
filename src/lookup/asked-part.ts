import type { Plan } from '../knowledge/types.ts'
import { tokenise } from '../language/tokens.ts'
import { hasAny, phrase, type Phrase } from '../understand/phrase.ts'
import { ownWords, type Request } from '../understand/request.ts'
import type { AwardPart, IdentityPart } from './finding.ts'

/** Which part of a fact is asked for, so that the answer can begin with it; and what was asked about where there is no fact. */

/** "chia làm mấy đợt, mỗi đợt từ ngày nào" */
export function asksPhases({ words, phase }: Request): boolean {
  return phase === undefined && hasAny(words, [PHASE]) && words.some((word) => word.key === 'mây1' || word.key === 'môi4' || word.folded === 'cac' || word.folded === 'nhieu')
}

const PHASE = phrase('đợt')

const END = ['kết thúc chưa', 'hết chưa', 'xong chưa', 'còn không', 'còn hiệu lực', 'hết hiệu lực', 'hết hạn', 'còn mấy ngày', 'còn bao nhiêu ngày', 'còn bao lâu', 'đã kết thúc', 'đã hết', 'qua chưa', 'còn diễn ra', 'đang diễn ra'].map(phrase)

/** "kết thúc chưa", "còn không": whether it is over, before the days of its span. */
export function asksEnd({ words }: Request): boolean {
  return hasAny(words, END) || (words.at(-1)?.key === 'chưa' && hasAny(words, [phrase('kết thúc')]))
}

const DECIDED = ['ai quyết định', 'ai tặng', 'ai khen', 'ai ký', 'ai trao', 'ai cấp', 'ai công nhận', 'ai xét', 'do ai', 'cấp nào', 'thẩm quyền', 'cơ quan nào quyết định', 'người quyết định', 'quyết định tặng'].map(phrase)
const PROPOSED = ['ai đề xuất', 'ai đề nghị', 'ai trình', 'ai lựa chọn', 'ai chọn', 'ai lập', 'cơ quan nào đề xuất', 'cơ quan nào đề nghị', 'đơn vị nào đề xuất', 'đơn vị nào đề nghị', 'do ai đề xuất', 'do ai đề nghị', 'do ai trình', 'ai tham mưu', 'ai giới thiệu', 'cơ quan nào trình'].map(phrase)

/** Who decides on an award, or who puts it forward; absent where neither is asked for. */
export function partOfAward({ words }: Request): { asks?: AwardPart } {
  return hasAny(words, PROPOSED) ? { asks: 'proposed' } : hasAny(words, DECIDED) ? { asks: 'decided' } : {}
}

/** In the order in which the parts are told. */
const IDENTITY: readonly (readonly [IdentityPart, readonly Phrase[]])[] = [
  ['signer', ['ai ký', 'người ký', 'ký tên', 'ký là ai', 'họ tên'].map(phrase)],
  ['role', ['chức vụ', 'chức danh', 'giữ chức', 'chức gì', 'làm chức'].map(phrase)],
  ['issuer', ['ai ban hành', 'cơ quan nào', 'cơ quan ban hành', 'đơn vị nào', 'nơi ban hành', 'nơi nào', 'ai phát động', 'ai ra', 'do ai', 'tỉnh nào', 'huyện nào', 'địa phương nào', 'cấp nào'].map(phrase)],
  ['day', ['ngày', 'tháng', 'khi nào', 'bao giờ', 'hôm nào', 'lúc nào'].map(phrase)],
  ['number', ['số mấy', 'số bao nhiêu', 'số hiệu', 'số kế hoạch', 'kế hoạch số', 'số văn bản', 'số nào'].map(phrase)],
  ['title', ['tên đầy đủ', 'tên kế hoạch', 'tên gì', 'tên là gì', 'tên của kế hoạch', 'tên phong trào'].map(phrase)],
]

/** Which parts of a plan's identity are asked for; empty where it is the whole. */
export function partsOfIdentity({ words }: Request, plan: Plan): IdentityPart[] {
  const asked = IDENTITY.flatMap(([part, sought]) => (hasAny(words, sought) ? [part] : []))
  const person = asked.includes('signer') || asked.includes('role')
  // "kế hoạch số 214 ai ký" gives the number, it does not ask for it; "người ký tên gì" asks for the person's name.
  const given = words.some((word) => word.key === plan.number?.text.split('/')[0]?.trim())
  return asked.filter((part) => !(part === 'number' && given) && !(part === 'title' && person))
}

const WHO = ['ai làm', 'ai báo cáo', 'ai gửi', 'ai nộp', 'ai phải', 'do ai', 'cơ quan nào làm', 'cơ quan nào báo cáo', 'đơn vị nào báo cáo', 'cơ quan nào gửi', 'đơn vị nào gửi'].map(phrase)

/** "báo cáo 6 tháng ai làm": who has to do it, before the day. */
export function asksWho({ words }: Request): boolean {
  return hasAny(words, WHO)
}

/** More words than this are no name of a matter. */
const LONGEST_ABOUT = 7
/** A name does not begin or end with one of these: it was cut. */
const NO_EDGE: ReadonlySet<string> = new Set('den tu trong ngay thang nam cua cho voi ve va hay hoac la co khong duoc phai bi thi ma nay kia gi nao ai dau sao may nhieu bao nhung cac mot theo tai o truoc sau khi roi chua nua a neu noi quy dinh ghi hoi biet muon can xin lam xem gui nop tim tra ke hoach'.split(' '))

/** What was asked about, in the words that were typed: the whole run of them between the plan's name and the cue, or nothing. */
export function aboutOf({ words, content, explained, asides, corrections }: Request, plan: Plan): { about?: string; particular?: boolean } {
  const own = ownWords({ content, explained, asides })
  const [from, to] = [own[0], own.at(-1)]
  if (from === undefined || to === undefined) return {}
  const naming = new Set(tokenise([plan.place.name, plan.place.within, ...plan.place.aliases].join(' ')).map((token) => token.folded))
  const joins = (at: number) => {
    const word = words[at]
    return word !== undefined && !explained.has(at) && !naming.has(word.folded) && !NO_EDGE.has(word.folded) && /\p{L}/u.test(word.text)
  }
  let [first, last] = [from, to]
  while (joins(first - 1)) first -= 1
  while (joins(last + 1)) last += 1
  const typed = words.slice(first, last + 1)
  const [head, tail] = [typed[0], typed.at(-1)]
  const whole = typed.length > 1 && typed.length <= LONGEST_ABOUT && head && tail && !NO_EDGE.has(head.folded) && !NO_EDGE.has(tail.folded)
  const readable = whole && !corrections.length && typed.every((word) => !word.loose)
  return { particular: true, ...(readable && { about: typed.map((word) => word.text).join(' ').toLowerCase() }) }
}

/** "báo cáo của đợt tới 3/2 gửi trước bữa nào": the day named is not the one to be held against the deadline. */
export function asksWhichDay({ words }: Request): boolean {
  return hasAny(words, WHICH_DAY)
}

const WHICH_DAY = ['ngày nào', 'ngày mấy', 'bữa nào', 'hôm nào', 'khi nào', 'bao giờ', 'lúc nào', 'tháng mấy', 'ngày bao nhiêu'].map(phrase)
