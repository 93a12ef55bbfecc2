import type { Passage, Stretch } from '../passages.ts'
import { bodyEnd, isOffice } from './bodies.ts'
import { whoAbove, whoFirst, whoIn } from './doer.ts'
import { ALONE, HAS_VERB, SEND, VERB } from './verbs.ts'

/**
 * What is to be done by a deadline, and by whom, from the words around it.
 * "Hồ sơ đề nghị khen thưởng gửi trước ngày … về Công an huyện" -> "Gửi hồ sơ đề nghị khen thưởng"
 * "các cơ quan, đơn vị báo cáo kết quả thi đua về Sở Nội vụ trước ngày …" -> who "các cơ quan, đơn vị", "Báo cáo kết quả thi đua"
 * "Thẩm định thành tích …, hoàn thành trước ngày …" -> "Thẩm định thành tích …"
 */
export interface Task {
  readonly task: string
  readonly who?: string
}

/** "bản đăng ký", "gửi báo cáo": what is sent, not sending. */
const NOUN_VERB = /^(?:đăng ký|đăng kí|báo cáo)$/iu
const AS_NOUN = /(?:bản|phiếu|hồ sơ|giấy|đơn|thể|nội dung|danh sách|chế độ|kết quả|mẫu|các|gửi|nộp|trình|số liệu|tổng hợp|và|văn bản)\s$/iu

const PAPER = /(?<![\p{L}\p{N}])(?:hồ sơ|báo cáo|(?:bản |phiếu )?đăng ký|danh sách|kế hoạch|(?<!bằng )văn bản|công văn|tờ trình|biên bản|sản phẩm|bài dự thi|bài viết|bài thi|kết quả|ý kiến|chương trình|đề xuất|đề nghị|tác phẩm|nội dung đăng ký|bản giao ước|giao ước|bản tóm tắt|số liệu|tài liệu|đề án|sáng kiến|đơn đề nghị|đơn)(?![\p{L}\p{N}])/giu
const OBJECT_ENDS = / (?:về|đến|tới|cho (?=các|[CUHSBPTĐ])|tại|trước|chậm nhất|muộn nhất|trong thời|theo quy|qua|thông qua|để|kèm theo|đảm bảo|bảo đảm|định kỳ|vào ngày|trong quý|trong tháng)(?= |$)|[(;:]|(?<!\s\p{Lu})\.|,? (?:gồm|bao gồm):?/u
const LONGEST = 120

/** `start` and `end` bound the deadline's own words; `from` is where the words that may tell its task begin (an earlier deadline's end). */
export function taskOf(passage: Passage, stretch: Stretch, from: number, start: number, end: number): Task {
  const { text } = passage
  // What stands in brackets explains; it names neither task nor doer.
  const bracketless = text.replace(/\([^()]*\)?/g, (bracket) => ' '.repeat(bracket.length))
  const before = { start: from, end: start }
  const after = { start: end, end: stretch.end }
  const heading = /^[^:]{3,120}:/u.test(text) && bodyEnd(text, 0) !== undefined ? whoFirst(passage) : undefined
  const who = heading ?? whoIn(text, bracketless, stretch.start, start) ?? whoIn(text, bracketless, end, stretch.end) ?? whoFirst(passage) ?? whoAbove(passage)
  // "Vụ Tổ chức cán bộ", "Cơ quan tiếp nhận hồ sơ": a verb in a name is no task.
  const bare = who ? bracketless.replace(who, (name) => ' '.repeat(name.length)) : bracketless
  const later = from > stretch.start
  const next = startsWithVerb(bare, after) ? (sending(bare, after) ?? doing(bare, after)) : undefined
  const said = sending(bare, before) ?? next ?? doing(bare, before) ?? (later ? bareNoun(bare, before, 3) : undefined) ?? sending(bare, after) ?? doing(bare, after) ?? bareNoun(bare, before, 6) ?? inTrigger(text.slice(start, end))
  const timed = labelUnderTime(passage, stretch)
  const acts = timed ?? (heading === undefined && who ? predicateAfter(text, bare, who, end, stretch.end) : undefined)
  const task = acts ?? (said && later ? shared(bare, stretch, from, said) : said) ?? headingOf(passage)
  const heading2 = headingOf(passage)
  // "6 tháng (trước ngày 15/6) …, báo cáo kết quả về …": the verb is said once, for all of them.
  if (REPORTED.test(task.trim()) && /báo cáo/iu.test(bare.slice(stretch.start, stretch.end))) return { task: `Báo cáo ${lowerFirst(tidy(task))}`, ...(who ? { who } : {}) }
  return { task: tidy(ALONE.test(task.trim()) && heading2 !== NOTHING && !heading2.toLowerCase().startsWith(task.trim().toLowerCase()) ? `${task} ${lowerFirst(heading2)}` : task), ...(who ? { who } : {}) }
}

/** "định kỳ báo cáo …", "trước ngày 15 các đơn vị gửi …": the task follows at once. */
function startsWithVerb(text: string, { start, end }: Stretch): boolean {
  const words = text.slice(start, Math.min(end, start + 40)).trimStart()
  const verb = HAS_VERB.exec(words)
  return verb !== null && verb.index < 2
}

const REPORTED = /^(?:và )?(?:0?\d{1,2} tháng|(?:hằng |hàng )?(?:tuần|tháng|quý|năm)|sơ kết|tổng kết)$/iu

/** "Thời gian trình khen thưởng" above "1. Ngành Giáo dục: chậm nhất ngày …": what the time is of, and for whom. */
function labelUnderTime(passage: Passage, stretch: Stretch): string | undefined {
  const of = /^(?:thời gian|thời hạn|thời điểm|hạn) ((?:trình|gửi|nộp|nhận|tiếp nhận|đăng ký|xét|bình xét|báo cáo)(?!\p{L})[^:]{0,60})$/iu.exec(passage.parent?.heading ?? '')?.[1]
  const label = /^([^:.;]{6,110}): (?=(?:(?:gửi|nộp|trình|về|xong)(?!\p{L})[^:;]{0,70} )?(?:trước|chậm nhất|muộn nhất|đến hết|hạn))/iu.exec(passage.text)?.[1]
  return of && label && stretch.start === 0 ? `${/\p{Ll}/u.test(of) ? of : of.toLowerCase()}: ${label}` : undefined
}

/** "Trong thời hạn 10 ngày …, Sở Nội vụ có trách nhiệm thẩm định, trình …": what the office named behind the time does. */
function predicateAfter(text: string, bare: string, who: string, end: number, last: number): string | undefined {
  const at = text.indexOf(who, end)
  if (at < 0 || at + who.length > last || !/^[\s,.)\]]*$/u.test(bare.slice(end, at).replace(/^[^,;.]{0,80}/u, ''))) return undefined
  const rest = bare.slice(at + who.length, last)
  const opening = /^\s*,? (?:(?:có trách nhiệm|chịu trách nhiệm|phải|cần|sẽ|kịp thời) )?/u.exec(rest)?.[0] ?? ''
  const verb = HAS_VERB.exec(rest.slice(opening.length))
  if (verb?.index !== 0) return undefined
  const phrase = rest.slice(opening.length)
  return phrase.slice(0, /[;:]|(?<!\s\p{Lu})\.(?:\s|$)|, (?:nếu|trường hợp|đồng thời)(?= )/u.exec(phrase)?.index ?? phrase.length).trim()
}

/** "gửi X về", "X gửi": the last verb of sending and what is sent. */
function sending(text: string, { start, end }: Stretch): string | undefined {
  const part = text.slice(start, end)
  const subject = /(?:^|:)\s*(?:riêng )?(hồ sơ(?: [\p{L}“”"-]+){0,10}?),? (?:được )?(?:lập thành [^,]{0,40}, )?(nộp|gửi)(?!\p{L})/iu.exec(part)
  if (subject?.[1]) return `${subject[2]} ${lowerFirst(subject[1].replace(/ (?:gồm|bao gồm) .*$/iu, ''))}`
  for (const match of [...part.matchAll(SEND)].reverse()) {
    const from = start + match.index
    const verb = match[0]
    const ahead = text.slice(start, from)
    if ((/^\p{Lu}/u.test(verb) && /\p{L}\s$/u.test(ahead)) || (NOUN_VERB.test(verb) && AS_NOUN.test(ahead))) continue
    const object = objectAt(text, from + verb.length, end)
    if (object) return `${verb}${object}`
    const sent = paperBefore(text, start, from) ?? (from - start < 4 && /^(?:gửi|nộp)/iu.test(verb) ? paperBefore(text, Math.max(0, start - 220), from) : undefined)
    // "thẩm định hồ sơ khen thưởng và trình Thủ tướng": both are done by then.
    if (sent && / và$/u.test(sent)) return doing(text, { start, end })
    if (sent) return /^(?:báo cáo|đăng ký)/iu.test(sent) && !/^(?:gửi|nộp)/iu.test(verb) ? sent : `${/^báo cáo/iu.test(verb) ? 'báo cáo' : verb} ${lowerFirst(sent)}`
  }
  return undefined
}

function objectAt(text: string, from: number, end: number): string | undefined {
  const rest = text.slice(from, end)
  const object = rest.slice(0, OBJECT_ENDS.exec(rest)?.index ?? rest.length)
  if (object.trim().length < 4 || (bodyEnd(text, from + 1) !== undefined && isOffice(text, from + 1))) return undefined
  return object.replace(/[\s,]+$/, '')
}

/** "… đăng ký các hình thức khen thưởng, gồm: … gửi về": the paper named nearest before the verb. */
function paperBefore(text: string, start: number, verb: number): string | undefined {
  const papers = [...text.slice(start, verb).matchAll(PAPER)]
  const [first, last] = [papers[0], papers.at(-1)]
  const leading = first && /^[^\p{L}]*(?:\p{L}+ ){0,2}$/u.test(text.slice(start, start + first.index)) ? first : last
  if (!leading) return undefined
  const phrase = text.slice(start + leading.index, verb)
  return phrase.slice(0, /\s*[;:]|,? (?:gồm|bao gồm) |\.\s| (?:được )?(?:lập thành|nộp|gửi|thực hiện theo) /u.exec(phrase)?.index ?? phrase.length).replace(/[\s,]+$|\s+(?:đã|được|phải|cần)$/u, '')
}

function doing(text: string, { start, end }: Stretch): string | undefined {
  for (const match of text.slice(start, end).matchAll(VERB)) {
    if (/^\p{Lu}/u.test(match[0]) && /\p{L}\s$/u.test(text.slice(start, start + match.index))) continue
    const phrase = text.slice(start + match.index, end)
    const stop = /\s(?:đối với|trong thời gian|nhằm|trước|chậm nhất|muộn nhất)\s|[;.:]|, (?:hoàn thành|xong|gửi|báo cáo|để)(?=\s|$)/u.exec(phrase)?.index ?? phrase.length
    const said = phrase.slice(0, stop).replace(/[\s,]+$/, '')
    if (said.length > match[0].length + 3) return said
  }
  return undefined
}

/** "báo cáo kết quả đợt 1 (trước ngày …), tổng kết (trước ngày …)": the second has no object and takes the first one's verb. */
function shared(text: string, stretch: Stretch, from: number, said: string): string {
  if (said.split(' ').length > 3 || /^(?:gửi|nộp|báo cáo|hoàn thành|trình)/iu.test(said)) return said
  const [verb] = text.slice(stretch.start, from).match(SEND) ?? []
  return verb ? `${verb} ${said}` : said
}

function bareNoun(text: string, { start, end }: Stretch, least: number): string | undefined {
  const said = text.slice(start, end).replace(/^[\s,;:)–-]+(?:và\s)?|[\s,;:(–-]+$/gu, '').replace(/^(?:thời gian|thời hạn) (?=(?:nhận|nộp|gửi|đăng ký|tiếp nhận|tổ chức|thẩm định|chấm|xét|giải quyết|trả kết quả|xem xét|xử lý)(?!\p{L}))/iu, '')
  return said.length >= least && said.length <= LONGEST && /\p{L}{2}/u.test(said) && !/^(?:thời gian|thời hạn|hạn|định kỳ|chậm nhất)/iu.test(said) ? said : undefined
}

/** "hạn cuối nhận hồ sơ là ngày": the task stands in the words of the time itself. */
function inTrigger(said: string): string | undefined {
  return /(?:tiếp nhận|nhận|nộp|gửi|đăng ký|báo cáo|hoàn thành)(?: \p{L}+){1,8}?(?= (?:là|vào|đến|trước|ngày|hết)|:)/iu.exec(said)?.[0]
}

/** Where neither words nor headings tell. */
export const NOTHING = 'Thực hiện'

function headingOf(passage: Passage): string {
  for (let at: Passage | undefined = passage.heading === passage.text.replace(/[.;:]+$/, '') && passage.parent ? passage.parent : passage; at; at = at.parent) {
    const heading = at.heading.replace(/…$/, '').trim()
    if (heading.length > 5 && !/^(?:thời gian|thời hạn|tiến độ|hạn|ngày)(?:\s|$)/iu.test(heading) && at.zone === 'body') return heading
  }
  return NOTHING
}

const lowerFirst = (text: string) => (/^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLowerCase() + text.slice(1))

function tidy(task: string): string {
  const flat = task.replace(/^\s*(?:có trách nhiệm|chịu trách nhiệm)\s+/iu, '').replace(/\s+/g, ' ').replace(/[\s,;:(–-]+$/u, '').replace(/^[\s,;:)–-]+/u, '')
  let short = flat
  if (flat.length > LONGEST) {
    const cut = flat.slice(0, LONGEST).search(/[,;][^,;]*$/)
    short = cut > 40 ? flat.slice(0, cut) : flat.slice(0, flat.lastIndexOf(' ', LONGEST))
  }
  return short.charAt(0).toUpperCase() + short.slice(1)
}
