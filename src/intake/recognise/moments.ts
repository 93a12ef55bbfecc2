import { findTimes } from '../../language/dates.ts'
import { stretchesOf, type Passage, type Stretch } from '../passages.ts'
import { quoteOf } from '../quote.ts'
import { addresseeFor, findAddressees } from './addressee.ts'
import { sourceIn, type Found, type Setting } from './found.ts'
import { taskOf } from './tasks.ts'

/**
 * Deadlines that name a moment and no day.
 * "sau khi kết thúc đợt thi đua", "khi tổng kết đợt thi đua", "theo đúng thời gian quy định", "6 tháng một lần",
 * "định kỳ hằng quý, 6 tháng, năm báo cáo", "6 tháng, tổng kết năm … báo cáo", "Kết thúc mỗi đợt … gửi".
 * Not: where the same sentence names a day; "khi phát hiện vi phạm" (no deadline); "định kỳ tổ chức" and "hằng quý sơ kết"
 * (nothing is handed in); what a standard asks of those to be awarded.
 */
const ACTS = /(?<!\p{L})(?:gửi|nộp|báo cáo|trình|đề xuất|đề nghị|đánh giá|sơ kết|tổng kết|bình xét|xét|họp|quyết định|đăng ký|hoàn thành|có kế hoạch|xây dựng kế hoạch|kiểm tra|phân loại|khen thưởng)(?!\p{L})/iu
const SENDS = /(?<!\p{L})(?:gửi|gởi|nộp|báo cáo|(?<!(?:chương|quy|quá|giáo|công|tờ|thuyết|lộ|tiến|hành|giải) )trình)(?!\p{L}| (?:độ|tự|bày))/iu
const PERIOD = String.raw`(?:(?:hằng|hàng|mỗi) (?:tuần|tháng|quý|năm)|0?[36] tháng|0?1 năm|quý|tháng|năm|cuối năm|đầu năm|một năm|sáu tháng|ba tháng|nửa năm)`
const ENDING = /(?<!\p{L})(?:(?:ngay )?(?:sau khi|trước khi|khi|ngay sau|sau) (?:kết thúc|tổng kết|sơ kết|hoàn thành|có kết quả|có quyết định|nhận được|phát động)[^,;.()]{0,80}|^(?:khi )?(?:kết thúc|tổng kết) (?:mỗi |từng |các )?(?:đợt|phong trào|năm|quý|kỳ|cuộc|hội thi|giai đoạn)(?: thi đua| học)?)/iu
const PERIODIC = new RegExp(String.raw`(?<!\p{L})(?:định kỳ,? (?:vào )?(?:trong )?${PERIOD}(?:(?:,| và| hoặc) (?:tổng kết )?${PERIOD})*(?: (?:một|01|1|hai|02|2) lần)?|${PERIOD}(?:(?:,| và) (?:tổng kết )?${PERIOD})* (?:một|01|1|hai|02) lần(?:/năm)?|(?:hằng|hàng) (?:tháng|quý)|^(?:6 tháng|sáu tháng|sơ kết 6 tháng|báo cáo 6 tháng)(?:(?:,| và) (?:tổng kết |báo cáo )?(?:năm|cuối năm|một năm))?)(?!\p{L})`, 'iu')
const ON_TIME = /(?:theo|đúng) (?:đúng )?(?:thời gian|thời hạn|tiến độ)(?: (?:theo )?quy định)/iu
const BY_RULE = /định kỳ báo cáo [^,;.]{4,120} theo quy định/iu

export function readMoments(setting: Setting): Found<'deadlines'>[] {
  return setting.passages.flatMap((passage) => (passage.zone === 'body' && !passage.text.startsWith('|') && !/tieu chuan|dieu kien/.test(passage.above) ? momentsOf(passage) : []))
}

function momentsOf(passage: Passage): Found<'deadlines'>[] {
  return stretchesOf(passage.text, true).flatMap((part) => {
    const said = passage.text.slice(part.start, part.end)
    if (/(?:thời hạn|trong|vòng|nhất|quá) (?:\d+|\p{L}+)(?: ?\([^)]*\))? ngày/iu.test(said) || !ACTS.test(`${said} ${passage.heading}`) || findTimes(said).some((time) => time.name.kind !== 'year' && !/\d\/\p{L}/u.test(said.slice(0, time.start).slice(-12)) && !/số [^ ]+\s*,? $/u.test(said.slice(0, time.start)) && isDue(said, time.start))) return []
    const moments = momentIn(said, /(?:thời (?:gian|hạn)|hạn nộp)/iu.test(`${passage.heading} ${passage.parent?.text.slice(0, 120) ?? ''}`))
    return moments.map(({ at, event }) => deadline(passage, part, part.start + at, part.start + at + event.length, event))
  })
}

/** A day that is the time of something and not part of a cited text's name or an anniversary. */
const isDue = (said: string, at: number) => /(?:trước|nhất(?: là| vào)?|đến hết|hết|quá|hạn|vào|trong|định kỳ|cuối cùng|chót)[: ]*(?:ngày )?$/iu.test(said.slice(0, at)) || /(?:trước|nhất|hết|quá|hạn|vào|trong|kỳ) ngày ?$/iu.test(said.slice(0, at + 5))

/** `timed`: the clause is about times, so that a moment in it needs no verb of sending. */
function momentIn(said: string, timed: boolean): { at: number; event: string }[] {
  const periodic = PERIODIC.exec(said)
  if (periodic && SENDS.test(said)) return splitPeriods(periodic.index, periodic[0])
  const onTime = ON_TIME.exec(said)
  if (onTime && SENDS.test(said)) return [{ at: onTime.index, event: onTime[0] }]
  const rule = BY_RULE.exec(said)
  if (rule && findAddressees(said, 0, said.length).length > 0) return [{ at: rule.index, event: 'định kỳ' }]
  const ending = ENDING.exec(said)
  if (!ending) return []
  const decided = /(?:quyết định[^,;.]{0,30}|(?<!\p{L})tặng[^,;.]{0,30}|khen thưởng )$/iu.test(said.slice(0, ending.index))
  const told = ending.index < 2 ? SENDS.test(said) || /đánh giá|đề xuất|bình xét/iu.test(said) : timed || (SENDS.test(said.slice(0, ending.index + 120)) && !decided)
  return told ? [{ at: ending.index, event: ending[0].trim() }] : []
}

/** "6 tháng, tổng kết năm" are two reports; "định kỳ hằng quý, 6 tháng, 01 năm" is one habit. */
function splitPeriods(at: number, said: string): { at: number; event: string }[] {
  const two = /^(6 tháng|sáu tháng),? (?:và )?(tổng kết năm|báo cáo năm)$/iu.exec(said)
  if (!two?.[1] || !two[2]) return [{ at, event: said }]
  return [{ at, event: two[1] }, { at: at + said.length - two[2].length, event: two[2] }]
}

function deadline(passage: Passage, part: Stretch, start: number, end: number, event: string): Found<'deadlines'> {
  const { task, who } = taskOf(passage, part, part.start, start, end)
  const { text } = passage
  const fact = { task, ...(who ? { who } : {}), ...addresseeFor(text, part.start, part.end, start), due: { event: event.charAt(0).toLowerCase() + event.slice(1) }, source: sourceIn(passage, quoteOf(text, part, Math.max(part.start, start - 120), end)) }
  return { fact, name: task, at: passage }
}
