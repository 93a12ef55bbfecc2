import { stretchesOf, type Passage, type Stretch } from '../passages.ts'
import { quoteOf } from '../quote.ts'
import { comparisonAround } from './comparisons.ts'
import { sourceIn, type Found, type Setting } from './found.ts'
import { askFor, hasPredicate, nounOf, phraseAfter, phraseBefore, predicateOf, startsWithPredicate } from './metrics.ts'
import { isRow } from './rows.ts'

/**
 * Shares that a plan asks for.
 * "ít nhất 90% số hộ dân …", "từ 98% trở lên", "trên 80%", "≥ 30%", "80% - 85%", "từ 70% đến dưới 80%", "100% cán bộ … được …",
 * "Tỷ lệ … đạt 95%", "ít nhất 2/3 số thành viên", "trong đó có từ 95% trở lên được công nhận".
 * Not: "hỗ trợ 50% kinh phí", "thưởng bằng 30% mức lương cơ sở", "giảm 20% lệ phí" (money), "ngày 2/3" (a day).
 */
const SHARE = /(?<![\p{L}\p{N}.,/])(?:(\d{1,3}(?:[.,]\d{1,2})?)\s?%?\s?(?:-|–|đến(?: dưới)?)\s?)?(\d{1,3}(?:[.,]\d{1,2})?)\s?%|(?<=(?:ít nhất|tối thiểu|trên|quá|có|đạt|từ)\s)([1-9])\/([1-9])(?=\s(?:số|tổng số|thành viên|đại biểu|số phiếu|trở lên))/giu
const MONEY = /(?:kinh phí|ngân sách|hỗ trợ|mức (?:lương|chi|thưởng|giá|hưởng|đóng|phí)|lương|tiền|thuế|lệ phí|phí|lãi|vốn|trích|chiết khấu|giá trị|phụ cấp|trợ cấp|bảo hiểm)[^,;.()]{0,30}$|(?<!\p{L})(?:bị |khấu |giảm )?trừ (?:đi )?$/iu
const MONEY_AFTER = /^\s?(?:kinh phí|mức lương|mức chi|mức tiền|tiền|lệ phí|phí|giá trị hợp đồng|vốn|lương|ngân sách|mức hưởng|chi phí)/iu

/** "Số lượng Cờ thi đua không quá 20% tổng số tập thể": how many are awarded, a quota. */
const ABOUT_AWARDS = /(?:số lượng|tỷ lệ|tỉ lệ|số người|số cá nhân|số tập thể)[^.;%]{0,60}(?:cờ thi đua|bằng khen|giấy khen|danh hiệu|chiến s[ĩỹ] thi đua|lao động tiên tiến)[^.;]{0,60}(?:không quá|tối đa|không vượt)/iu

const APART = /(năm 20\d\d)(?: là| đạt| có| từ| trên| ít nhất| tối thiểu| phấn đấu)* $|\(([^():]{3,40}):(?: đạt| từ| là| có| ít nhất| tối thiểu)* $|trong đó,? (?:đối với |riêng )?((?!có |số |tỷ lệ |tỉ lệ )[^;:()]{3,60}?)(?: đạt| từ| là| trên| ít nhất| tối thiểu)+ $/iu

type Draft = { value: number; upper?: number; below: boolean; comparison: NonNullable<ReturnType<typeof comparisonAround>> | 'between'; metric: string; start: number; end: number; glued: boolean; apart?: string }

export function readThresholds(setting: Setting): Found<'thresholds'>[] {
  return setting.passages.flatMap((passage) => (passage.zone === 'body' && !isRow(passage) && /%|\d\/\d/.test(passage.text) ? sharesOf(passage) : []))
}

function sharesOf(passage: Passage): Found<'thresholds'>[] {
  return stretchesOf(passage.text, false).flatMap((sentence) => {
    const drafts = draftsOf(passage.text, sentence)
    completed(drafts)
    return drafts.filter((draft) => draft.metric.length > 3).map((draft) => foundOf(passage, sentence, draft))
  })
}

function draftsOf(text: string, sentence: Stretch): Draft[] {
  const drafts: Draft[] = []
  const said = text.slice(sentence.start, sentence.end)
  for (const match of said.matchAll(SHARE)) {
    const start = sentence.start + match.index
    const end = start + match[0].length
    const before = text.slice(Math.max(sentence.start, start - 80), start)
    const after = text.slice(end, end + 90)
    if (ABOUT_AWARDS.test(said) || MONEY.test(before) || MONEY_AFTER.test(after) || /ngày $/iu.test(before)) continue
    const [low, high] = [match[1], match[2]].map((part) => (part === undefined ? undefined : Number(part.replace(',', '.'))))
    const value = match[3] && match[4] ? Math.round((Number(match[3]) / Number(match[4])) * 10_000) / 100 : (low ?? high ?? 0)
    if (value > 1000) continue
    const range = low !== undefined && high !== undefined && high > low
    const comparison = range ? 'between' : (comparisonAround(before, after) ?? (value === 100 ? 'exactly' : 'at_least'))
    drafts.push({ value, ...(range ? { upper: high } : {}), below: range && /dưới/iu.test(match[0]), comparison, metric: metricOf(text, sentence, start, end), start, end, ...(APART.exec(before) ? { apart: APART.exec(before)?.slice(1).find((one) => one !== undefined) ?? '' } : {}), glued: /(?:và|,)\s(?:có |từ |ít nhất |trên |hơn |phấn đấu )?$/u.test(before) && drafts.length > 0 })
  }
  return drafts
}

function metricOf(text: string, sentence: Stretch, start: number, end: number): string {
  const behind = phraseAfter(text, end, sentence.end)
  const after = /^(?:so với|tính đến|kể từ|của năm|tổng (?!số)|mỗi năm|\/)/iu.test(behind) ? '' : behind
  const before = phraseBefore(text, sentence.start, start)
  const named = /(?:tỷ lệ|tỉ lệ|tổng số|số lượng|kết quả|chỉ tiêu)(?!\p{L})/iu.test(before)
  if (after.length > 3 && !named) {
    // "hoàn thành 100% chỉ tiêu …", "huấn luyện 100% các xã …": the verb before belongs to it.
    const verb = /(?<!\p{L})(hoàn thành|huấn luyện|giải quyết|thu|(?<!cung )cấp|xử lý|phủ sóng|vận động|thu hút|giảm|tăng)(?: được| từ| ít nhất| trên| tối thiểu| đạt)* ?$/iu.exec(text.slice(sentence.start, start))?.[1]
    return verb ? `${after}${/(?:được|đạt)/u.test(after) ? '' : ` được ${verb.toLowerCase()}`}` : after
  }
  // "tỷ lệ không quá 15% tổng số cá nhân …": of what stands behind.
  if (/^(?:tỷ lệ|tỉ lệ|số lượng)$/iu.test(before) && after.length > 3) return `${before} trên số ${after}`
  return before.length > 3 ? before : after
}

/** A figure without a noun takes the one said before it; one without a predicate the next one's: "90% hộ dân và 100% cán bộ được tuyên truyền". */
function completed(drafts: Draft[]): void {
  for (const [at, draft] of drafts.entries()) {
    const before = drafts[at - 1]
    // "… 70% khu phố …; năm 2026 đạt 90%", "(khu vực III: từ 75%)": the same in another case.
    if (before && draft.apart) draft.metric = `${before.metric.replace(/ \([^()]*\)$/u, '')} (${draft.apart})`
    if (before && draft.apart) continue
    if (before && startsWithPredicate(draft.metric) && !startsWithPredicate(before.metric)) draft.metric = `${nounOf(before.metric)} ${draft.metric}`
  }
  for (let at = drafts.length - 2; at >= 0; at--) {
    const [draft, next] = [drafts[at] as Draft, drafts[at + 1] as Draft]
    if (next.glued && !hasPredicate(draft.metric) && hasPredicate(next.metric) && !startsWithPredicate(next.metric)) draft.metric = `${draft.metric} ${predicateOf(next.metric)}`
  }
}

function foundOf(passage: Passage, sentence: Stretch, draft: Draft): Found<'thresholds'> {
  const { value, upper, below, comparison, metric, start, end } = draft
  const subject = subjectOf(passage)
  return {
    fact: { metric, ...(subject ? { subject } : {}), comparison, value, ...(upper === undefined ? {} : { upper }), ...(below ? { upper_excluded: true } : {}), unit: '%', ask: askFor(metric, '%'), source: sourceIn(passage, quoteOf(passage.text, sentence, Math.max(sentence.start, start - 12), end)) },
    name: metric,
    at: passage,
    ...awardNamed(passage.text.slice(sentence.start, start)),
  }
}

const FOR_AWARD = /(?:tập thể|cá nhân|đơn vị|hộ gia đình|hồ sơ|trường hợp|riêng|đối với)(?: (?!không|và|hoặc)\p{L}+){0,4}? (?:tặng|danh hiệu)(?: thưởng| danh hiệu)? ?[“"]?(cờ thi đua|bằng khen|giấy khen|huân chương|chiến s[ĩỹ] thi đua|lao động tiên tiến|tập thể lao động)(?!\p{L})/iu

/** "riêng tập thể đề nghị tặng Bằng khen phải hoàn thành …": the award whose candidates alone the figure binds. */
export function awardNamed(before: string): { award?: string } {
  const part = before.slice(before.lastIndexOf(';') + 1)
  const award = FOR_AWARD.exec(part)?.[1]
  return award ? { award: award.charAt(0).toUpperCase() + award.slice(1) } : {}
}

/** Whose figure it is, where the clause is under "Đối với …". */
export function subjectOf(passage: Passage): string | undefined {
  for (let at: Passage | undefined = passage; at; at = at.parent) {
    const match = /^(?:\d+\.?\s*)?(?:tiêu chuẩn )?đối với ([^:;.]{3,140}?)(?: (?:phải |cần )?(?:đạt|có)(?: \p{L}+)* (?:tiêu chuẩn|điều kiện|kế hoạch)[^:]*)?(?:[:;.]|$)/iu.exec(at.text)
    if (match?.[1]) return match[1].trim()
  }
  const each = /(?:^|[(.;] ?)(mỗi (?:xã|phường|thôn|tổ|đơn vị|cơ quan|chi|tập thể|cá nhân|huyện|địa phương|khu|trường|hội|đoàn)[^.;()]{0,90}?) (?:phải|thi đua|xây dựng|duy trì|có|đăng ký|thực hiện|vận động|giúp|tổ chức)(?!\p{L})/iu.exec(passage.text)
  return each?.[1]?.trim().replace(/^M/, 'm')
}
