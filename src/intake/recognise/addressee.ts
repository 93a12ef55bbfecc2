import { fold } from '../../language/normalise.ts'
import { bodyEnd } from './bodies.ts'

/**
 * To whom and through whom something is sent.
 * "gửi về Công an huyện (qua Đội Tham mưu)", "báo cáo … về UBND thị xã (qua Phòng Nội vụ)", "nộp tại Bộ phận Một cửa",
 * "gửi Sở Nội vụ, đồng thời gửi bản mềm qua địa chỉ email thidua@tinh.gov.vn", "thông qua phần mềm quản lý văn bản".
 * Not: "về công tác thi đua" (what it is about), "của Bộ Công an về …", "tại các xã" (where it happens).
 */
export interface Addressee {
  readonly to?: string
  readonly via?: string
  readonly start: number
  readonly end: number
}

const VERB = 'gui kem|gui|goi|nop|bao cao|trinh|chuyen|dang ky|tra loi|phan anh|lien he'
const BETWEEN = '(?: (?:truc tiep|ket qua|bao cao|van ban|01 ban|ban giay|day du)){0,2}'
const WAY = new RegExp(String.raw`(?<![\p{L}\p{N}])(?:(${VERB})${BETWEEN}(?: (ve|den|toi|cho|tai|voi|len|qua)(?: cho)?)?|(ve|den|toi|cho|tai|voi|len)(?: cho)?) (?=\p{L})`, 'gu')
const SENDING = /(?<!\p{L})(?:gui|nop|bao cao|trinh|chuyen|dang ky|tiep nhan|ho so|danh sach|to trinh|van ban|ke hoach|ket qua)(?!\p{L})/u
const VIA = /^\s{0,2}[(,]?\s{0,2}(?:thong qua|qua)\s{1,2}(?:dau moi (?:la )?)?/
const MAIL = /(?:email|e-mail|thu dien tu|hop thu|dia chi(?: mail)?)?[^@;.]{0,40}?([\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{1,30}){1,4})/iu
const SOFTWARE = /(?<!\p{L})(?:tren|qua|thong qua|bang)\s(phần mềm|hệ thống|trục liên thông|trang thông tin|cổng dịch vụ|địa chỉ)/iu

/** Every addressee named in text from `start` to `end`, in order. */
export function findAddressees(text: string, start: number, end: number): Addressee[] {
  const folded = fold(text)
  const found: Addressee[] = []
  WAY.lastIndex = start
  for (let match = WAY.exec(folded); match && match.index < end; match = WAY.exec(folded)) {
    const [whole, verb, afterVerb, alone] = match
    const preposition = afterVerb ?? alone
    const from = match.index + whole.length
    const name = bodyEnd(text, from)
    if (name === undefined || name > end + 2) continue
    if (!isSending(folded, match.index, start, verb, preposition, folded.slice(from, name))) continue
    const to = text.slice(from, name).trim()
    found.push(withVia(text, folded, to, match.index, name, end))
    WAY.lastIndex = Math.max(WAY.lastIndex, found.at(-1)?.end ?? 0)
  }
  return found
}

/** "tại các xã" and "về công tác" need a verb of sending before them; "với", "cho", "đến" too. */
function isSending(folded: string, at: number, start: number, verb: string | undefined, preposition: string | undefined, name: string): boolean {
  if (preposition === 'qua' || /(?<!\p{L})luu $/u.test(folded.slice(Math.max(0, at - 5), at))) return false
  if (verb && verb !== 'dang ky') return !/^(?:cac |moi )?(?:ca nhan|tap the|nguoi|tinh$|xa$)/.test(name) || preposition === 've'
  if (!SENDING.test(folded.slice(Math.max(start, at - 220), at + (verb ? verb.length : 0)))) return false
  if (preposition === 've') return true
  if (/^(?:cac |nhung |tung |moi |nguoi |ca nhan |tap the |thanh vien)/.test(name)) return false
  const before = folded.slice(Math.max(start, at - 160), at)
  if (preposition === 'cho' || preposition === 'toi' || preposition === 'len') return /(?<!\p{L})(?:gui|nop|chuyen|trinh|bao cao)(?!\p{L})/u.test(before)
  return (preposition === 'tai' && /(?<!\p{L})(?:nop|tiep nhan|gui)(?!\p{L})/u.test(folded.slice(Math.max(start, at - 60), at))) || (preposition === 'den' && /(?<!\p{L})(?:gui|nop|chuyen)(?!\p{L})/u.test(before)) || (preposition === 'voi' && verb === 'dang ky')
}

function withVia(text: string, folded: string, to: string, start: number, name: number, limit: number): Addressee {
  const after = folded.slice(name)
  const via = VIA.exec(after)
  if (via) {
    const from = name + via[0].length
    const end = bodyEnd(text, from) ?? otherWay(text, from, limit)
    if (end !== undefined) return withMore(text, { to, via: shortened(text.slice(from, end)), start, end })
  }
  // "về cơ quan Thường trực (Công an thị xã)": who that is.
  const bracket = /^\s?\(/.exec(after)
  const inside = bracket && name + bracket[0].length
  const close = inside ? text.indexOf(')', inside) : -1
  if (inside && close > 0 && bodyEnd(text, inside) === close) return { to: `${to} (${text.slice(inside, close)})`, start, end: close + 1 }
  return { to, start, end: name }
}

/** "… (qua Ban Thi đua) và Công an thành phố (Phòng Công tác chính trị)": one more addressee behind the bracket. */
function withMore(text: string, found: Required<Addressee>): Addressee {
  const and = /^[^().;]{0,40}\)\s(?:và|đồng thời gửi)\s/u.exec(text.slice(found.end, found.end + 60))
  const from = and ? found.end + and[0].length : -1
  const end = and ? bodyEnd(text, from) : undefined
  if (end === undefined) return found
  const bracket = /^\s?\([^()]{3,80}\)/.exec(text.slice(end))
  const last = end + (bracket?.[0].length ?? 0)
  return { to: `${found.to} (qua ${found.via}) và ${text.slice(from, last)}`, start: found.start, end: last }
}

/** "qua địa chỉ email …", "qua Hệ thống quản lý văn bản và điều hành". */
function otherWay(text: string, from: number, limit: number): number | undefined {
  const rest = text.slice(from, Math.min(limit, from + 160))
  const mail = MAIL.exec(rest)
  if (mail?.index === 0) return from + mail[0].length
  if (!/^(?:hệ thống|phần mềm|trục|cổng|dịch vụ|đường|bưu|mạng|trang)/iu.test(rest)) return undefined
  return from + (/[,;.()]|\s(?:trước|chậm nhất|để|và|hoặc)\s/u.exec(rest)?.index ?? rest.length)
}

/** "Đội Tham mưu Công an huyện - cơ quan Thường trực …": the desk alone. */
const shortened = (via: string) => via.replace(/^.*?([\w.+-]+@[\w.-]+)$/, 'email $1').replace(/\s-\s(?:cơ quan|là|đơn vị).*$/iu, '').trim()

/** An e-mail address or software named for sending in this stretch: "qua email a@b.vn". */
export function findChannel(text: string, start: number, end: number): string | undefined {
  const part = text.slice(start, end)
  const mail = /[\w.+-]{1,64}@[\w-]{1,60}(?:\.[\w-]{1,30}){1,4}/.exec(part)
  if (mail) return `email ${mail[0].replace(/\.$/, '')}`
  const software = SOFTWARE.exec(part)
  if (!software) return undefined
  const from = software.index + software[0].length - (software[1]?.length ?? 0)
  const name = part.slice(from, from + 90)
  return name.slice(0, /[,;.()]|\s(?:trước|chậm nhất|để|theo|và gửi)\s/u.exec(name)?.index ?? name.length).trim()
}

/** The addressee that belongs to a place in the text: the nearest before it in the same stretch, else the first after it. */
export function addresseeFor(text: string, start: number, end: number, at: number): Pick<Addressee, 'to' | 'via'> {
  const all = findAddressees(text, start, end)
  const near = all.findLast((one) => one.start < at && at - one.end < 120) ?? all.find((one) => one.start >= at) ?? all.at(-1)
  const channel = findChannel(text, start, end)
  const desk = near ? undefined : /\((?:thông )?qua ([^()]{3,80})\)/u.exec(text.slice(start, end))?.[1]
  const via = near?.via ?? desk ?? (channel && near?.to !== channel ? channel : undefined)
  return { ...(near?.to ? { to: near.to } : {}), ...(via ? { via } : {}) }
}
