import { stretchesOf, type Passage, type Stretch } from '../passages.ts'
import { quoteOf } from '../quote.ts'
import { comparisonAround, type Comparison } from './comparisons.ts'
import { COUNT, readCount } from './counts.ts'
import { sourceIn, type Found, type Setting } from './found.ts'
import { askFor, phraseAfter, phraseBefore } from './metrics.ts'
import { awardNamed, subjectOf } from './thresholds.ts'

/**
 * Numbers of things that a plan asks for.
 * "ít nhất 01 mô hình …", "từ 03 hộ trở lên thoát nghèo", "hai năm liên tục hoàn thành tốt nhiệm vụ", "03 lần liên tục",
 * "từ 85 điểm đến dưới 95 điểm", "đạt từ 90 điểm trở lên", "giảm 01 xã", "có 01 sáng kiến", "mỗi năm ít nhất 01 xã, 01 phường".
 * Not: quotas ("không quá 01 tập thể, 03 cá nhân"), sets ("02 bộ"), days to wait, years of dates, clause numbers, money of awards.
 */
const UNIT = String.raw`(điểm|đơn vị máu|hộ(?! dân có)|lao động|sáng kiến|mô hình|(?:điển hình|việc tốt|việc làm tốt|gương)|công trình|phần việc|đề tài|giải pháp|bài (?:viết|dự thi|tuyên truyền|báo)|tin,? bài|tin|buổi|lượt(?: người)?|cuộc|lớp|đợt|hội viên|đoàn viên|đảng viên|người|học sinh|thành viên|trường hợp|vụ(?: việc)?|xã|phường(?:\/thị trấn)?|thị trấn|huyện|thôn|ấp|bản|khu dân cư|cơ quan|đơn vị|doanh nghiệp|trường|cơ sở|câu lạc bộ|tổ|nhóm|chi (?:hội|đoàn|bộ)|km|ha|m2|cây|nhà|căn nhà|tuyến đường|đường|chỉ tiêu|tiêu chí|nội dung|danh hiệu|bằng khen|giấy khen|(?:năm|tháng|lần) (?:liên tục|liên tiếp|liền kề|liền)|năm|lần|triệu đồng(?:\/\p{L}+)?|nghìn đồng|đồng|tiết(?:\/\p{L}+)?|sinh viên|gia đình|câu|tổ chức|công đoàn viên|ngày công|ý tưởng|sản phẩm|tác phẩm|chuyên đề|hoạt động|phong trào|tập thể|cá nhân|phiếu|nhiệm vụ)`
const AMOUNT = new RegExp(String.raw`(?<![\p{L}\p{N}/.,-])(${COUNT}) ?(?:\([^()]{1,16}\) )?${UNIT}(?![\p{L}\p{N}])`, 'giu')
const POINTS = /(?<![\p{L}\p{N}])(\d{1,3}(?:[.,]\d)?)(?: điểm)? (?:đến|-|–)(?: dưới| cận)? ?(\d{1,3}(?:[.,]\d)?) điểm/giu
const STANDARD = /tieu chuan|dieu kien|tieu chi|danh hieu|bang khen|giay khen|loai (?:xuat sac|tot|kha)/
const TARGET = /chi tieu|muc tieu|noi dung|tieu chi|nhiem vu/
const QUOTA = /so luong|(?:de nghi|gioi thieu|lua chon|xet chon|binh chon|cu|xet tang)(?: \p{L}+){0,4} (?:khong (?:vuot )?qua|toi da)|khong qua \d+ (?:\([^)]*\) )?(?:tap the|ca nhan)|toi da \d+ (?:\([^)]*\) )?(?:tap the|ca nhan)|\d+ (?:\([^)]*\) )?tap the(?: va|,|;) (?:khong qua |toi da )?\d+ (?:\([^)]*\) )?ca nhan|co cau khen|chi tieu khen/u
const OF_POINTS = /(?<![\p{L}\p{N}])(\d{1,3})\/(\d{2,4}) điểm(?: trở lên)?/giu
const AWARDED = /(?:tặng|trao|giải|tiền thưởng|phần thưởng|trị giá|mức thưởng|thưởng) [^,;.]{0,20}$/iu
const STREAK = /^(?:năm|tháng|lần) (?:liên tục|liên tiếp|liền kề|liền)/iu

export function readAmounts(setting: Setting): Found<'thresholds'>[] {
  return setting.passages.flatMap((passage) => (passage.zone === 'body' && !passage.text.startsWith('|') ? amountsOf(passage) : []))
}

function amountsOf(passage: Passage): Found<'thresholds'>[] {
  return stretchesOf(passage.text, true).flatMap((part) => {
    const points = [...pointsIn(passage, part), ...ofPoints(passage, part)]
    return points.length > 0 ? points : countsIn(passage, part)
  })
}

/** "từ 85 điểm đến dưới 95 điểm". */
function pointsIn(passage: Passage, part: Stretch): Found<'thresholds'>[] {
  return [...passage.text.slice(part.start, part.end).matchAll(POINTS)].flatMap((match): Found<'thresholds'>[] => {
    const [value, upper] = [readCount(match[1] ?? ''), readCount(match[2] ?? '')]
    const metric = pointsFor(passage.text.slice(part.start, part.start + match.index))
    return upper > value ? [threshold(passage, part, part.start + match.index, match[0].length, { value, upper, ...(/(?:dưới|cận) ?\d/iu.test(match[0]) ? { upper_excluded: true } : {}), comparison: 'between', unit: 'điểm', metric })] : []
  })
}

/** "đạt 90/100 điểm trở lên". */
function ofPoints(passage: Passage, part: Stretch): Found<'thresholds'>[] {
  return [...passage.text.slice(part.start, part.end).matchAll(OF_POINTS)].flatMap((match): Found<'thresholds'>[] => {
    const [value, of] = [readCount(match[1] ?? ''), readCount(match[2] ?? '')]
    const metric = pointsFor(passage.text.slice(part.start, part.start + match.index))
    return value < of ? [threshold(passage, part, part.start + match.index, match[0].length, { value, comparison: 'at_least', unit: 'điểm', metric })] : []
  })
}

/** "Loại xuất sắc: đạt từ 95 điểm": points for what. */
function pointsFor(before: string): string {
  const what = before.replace(/\s*(?:đạt|có|số điểm|tổng|điểm|từ|(?<!tự )chấm|là|được|phải|[:(,-]|\s)+$/iu, '').trim()
  return what.length > 3 && what.length < 90 ? `điểm: ${lowerFirst(what)}` : 'điểm'
}

function countsIn(passage: Passage, part: Stretch): Found<'thresholds'>[] {
  const said = passage.text.slice(part.start, part.end)
  const about = `${passage.folded.slice(0, 80)} ${passage.above}`
  const quota = QUOTA.test(passage.folded.slice(part.start, part.end)) || /so luong/.test(passage.folded.slice(0, 60)) || /so luong|chi tieu gioi thieu|co cau/.test(passage.above.split('|')[0] ?? '')
  let listed: Comparison | undefined
  let listEnd = -1
  const found: Found<'thresholds'>[] = []
  const rows: boolean[] = []
  for (const match of said.matchAll(AMOUNT)) {
    const [whole, count = '', unit = ''] = match
    const before = said.slice(0, match.index)
    const after = said.slice(match.index + whole.length)
    const own = comparisonAround(before, after)
    // "ít nhất 01 xã, 01 phường/thị trấn và 01 cơ quan": what is said of the first is said of all.
    const inList = match.index === listEnd || /^(?:,| và|, và) ?$/u.test(said.slice(listEnd, match.index)) || (listed !== undefined && /^[^,;.\d]{0,40} và $/u.test(said.slice(listEnd, match.index)))
    const comparison = own ?? (inList ? listed : undefined) ?? implied(unit, before, about)
    listEnd = match.index + whole.length
    listed = comparison
    const value = readCount(count)
    // "nếu điểm dưới 5,0 sinh viên được …": half a person is none.
    if (/[.,]\d{1,2}$/.test(count) && !/^(?:điểm|km|ha|m2|.*đồng)/iu.test(unit)) continue
    if (/^lần$/iu.test(unit) && comparison === 'at_most') continue
    if (/^ (?:trở lên )?thì(?!\p{L})/iu.test(after)) continue
    if (!comparison || !Number.isFinite(value) || quota || (isOther(unit, before, after, value) && !(own && /^năm$/iu.test(unit) && STANDARD.test(about) && !/^ \d/u.test(after)))) continue
    rows.push(inList)
    found.push(threshold(passage, part, part.start + match.index, whole.length, { value, comparison, unit: unitName(unit), metric: metricOf(passage.text, part, part.start + match.index + whole.length, unit, before) }))
  }
  return rows.at(-1) ? sharedTail(found) : found
}

/** "01 xã, 01 phường và 01 cơ quan để xây dựng điển hình": the last one's purpose is that of all. */
function sharedTail(found: Found<'thresholds'>[]): Found<'thresholds'>[] {
  const last = found.at(-1)?.fact
  if (!last) return found
  const tail = last.metric.slice(last.unit.length)
  return found.map((one) => {
    if (one.fact.metric.replace(/ được .*$/u, '').trim() !== one.fact.unit || tail.length < 6) return one
    const metric = `${one.fact.unit}${tail}`
    return { ...one, name: metric, fact: { ...one.fact, metric, ask: askFor(metric, one.fact.unit) } }
  })
}

/** Without a word of comparison a number binds in a standard ("có 01 sáng kiến"), in a row of years, and where something falls by it. */
function implied(unit: string, before: string, about: string): Comparison | undefined {
  if (STREAK.test(unit)) return STANDARD.test(about) && !/(?:trong|vòng) (?:thời gian )?$/iu.test(before) ? 'at_least' : undefined
  if (/(?:^|[\s,])giảm (?:được )?$/iu.test(before) && TARGET.test(about)) return 'at_least'
  if (!STANDARD.test(about) || /^(?:năm|người|lần|tập thể|cá nhân|danh hiệu|nội dung|tiêu chí)/iu.test(unit)) return undefined
  if (/trong (?:thời gian )?$/iu.test(before)) return undefined
  return /(?:^|[\s,;(])(?:có|đạt|được|giúp đỡ được|giúp|vận động được|vận động|thực hiện|xây dựng|duy trì)(?: được)? $/iu.test(before) ? 'at_least' : undefined
}

function isOther(unit: string, before: string, after: string, value: number): boolean {
  if (AWARDED.test(before) || value > 5000) return true
  if (/(?:đồng)$/iu.test(unit) && /thưởng|phí|kinh phí|mức/iu.test(before)) return true
  if (/^năm$/iu.test(unit) && (/^ \d/u.test(after) || !/trở lên|liên tục|công tác/iu.test(after.slice(0, 40)) || /kỷ niệm|giai đoạn|chào mừng|trong $|vòng $|thời (?:gian|hạn)[^,;]*$/iu.test(before))) return true
  if (/(?:điều|khoản|điểm|mục|số|mẫu|phụ lục|quý|tháng|ngày|đợt) $/iu.test(before) || /khoản|điều \d|quy định/iu.test(after.slice(0, 12)) && /^điểm$/iu.test(unit)) return true
  return /^(?:đợt|nội dung|tiêu chí|nhiệm vụ|chỉ tiêu)$/iu.test(unit) && !/ít nhất|tối thiểu|từ $/iu.test(before.slice(-20))
}

function metricOf(text: string, part: Stretch, from: number, unit: string, before: string): string {
  if (/^điểm$/iu.test(unit)) return pointsFor(before)
  if (/đồng/iu.test(unit)) return phraseBefore(text, part.start, part.start + before.length).replace(/^.*?(?=thu nhập|doanh thu|lợi nhuận|giá trị)/iu, '') || unit
  const after = phraseAfter(text, from, part.end).replace(/^(?:trở lên|\((?=[^)]*$))\s*/u, '')
  const verb = /(?:^|[\s,(])(duy trì|xây dựng|giúp(?: đỡ)?(?: được)?|tạo công ăn việc làm|tạo việc làm|vận động|lựa chọn|thực hiện|giảm|tổ chức|nhân rộng|có)(?: \p{L}+){0,3} (?:ít nhất|tối thiểu|từ|cho từ|được|trên|cho)? ?$/iu.exec(before)?.[1]
  const noun = unitName(unit)
  if ((after.length < 3 || /^(?:tính đến|kể từ|so với)/iu.test(after)) && !/(?:^|[\s,(])(?:có|đạt|được) (?:ít nhất |tối thiểu |từ )?$/iu.test(before)) {
    const doing = phraseBefore(text, part.start, part.start + before.length)
    if (doing.length > 3) return `${noun} ${doing}`
  }
  const said = `${STREAK.test(unit) ? unit.toLowerCase() : noun} ${after}`.replace(/\s+/g, ' ').trim()
  if (/^giảm$/iu.test(verb ?? '')) return `${said} giảm được`
  return verb && !/^(?:có)$/iu.test(verb) && !/được|thoát/u.test(after) ? `${said} được ${verb.toLowerCase().replace(/ được$/, '')}` : said
}

const unitName = (unit: string) => unit.toLowerCase().replace(/^(năm|tháng|lần) (?:liên tục|liên tiếp|liền kề|liền|\p{L}+)$/u, '$1')
const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)

interface Amount { readonly value: number; readonly upper?: number; readonly upper_excluded?: boolean; readonly comparison: Comparison; readonly unit: string; readonly metric: string }

function threshold(passage: Passage, part: Stretch, start: number, length: number, amount: Amount): Found<'thresholds'> {
  const subject = subjectOf(passage)
  const max = Math.max(100, (amount.upper ?? amount.value) * 20)
  return {
    fact: { ...amount, ...(subject ? { subject } : {}), max, ask: askFor(amount.metric, amount.unit), source: sourceIn(passage, quoteOf(passage.text, part, Math.max(part.start, start - 30), start + length)) },
    name: amount.metric,
    at: passage,
    ...awardNamed(passage.text.slice(part.start, start)),
  }
}
