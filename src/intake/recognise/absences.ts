import { stretchesOf, type Passage } from '../passages.ts'
import { quoteOf } from '../quote.ts'
import { sourceIn, type Found, type Setting } from './found.ts'
import { tidied } from './metrics.ts'

/**
 * Targets of none at all.
 * "Không có đơn vị bị phân loại phong trào Yếu.", "(trên địa bàn không để xảy ra tai nạn giao thông nghiêm trọng)".
 * Not: "không để đột xuất, bất ngờ" in the middle of a sentence, "không có cá nhân bị kỷ luật" of a standard (a yes or no), "không quá".
 */
const CONTEXT = /chi tieu|muc tieu|noi dung thi dua/
const STANDARD = /tieu chuan|dieu kien/
const NONE = /(?:^|[(;] ?|\. )((?:trên địa bàn |phấn đấu |tuyệt đối |trong năm )?không (?:có|để xảy ra|để phát sinh|xảy ra|để) (?:tình trạng |trường hợp (?!đặc biệt))?)([^;.()]{6,180})/giu
const UNITS = /^(vụ(?: việc)?|đơn vị|xã|phường|cơ sở|trường hợp|cá nhân|tập thể|người|đảng viên|điểm nóng|học sinh|cán bộ|hộ|địa bàn)(?!\p{L})/u
const TURN = /, (?=hoàn thành|bảo đảm|đảm bảo|đạt|tổ chức|thực hiện|góp phần|giữ|có|phấn đấu|duy trì|tăng cường)/u

export function readAbsences(setting: Setting): Found<'thresholds'>[] {
  return setting.passages.flatMap((passage) => {
    const about = `${passage.folded.slice(0, 60)} ${passage.above}`
    return passage.zone === 'body' && CONTEXT.test(about) && !STANDARD.test(passage.above) ? absencesOf(passage) : []
  })
}

function absencesOf(passage: Passage): Found<'thresholds'>[] {
  return stretchesOf(passage.text, false).flatMap((sentence) => {
    const said = passage.text.slice(sentence.start, sentence.end)
    return [...said.matchAll(NONE)].flatMap((match): Found<'thresholds'>[] => {
      const [whole, opening = '', rest = ''] = match
      const named = tidied(`${/trường hợp/iu.test(opening) ? 'trường hợp ' : ''}${rest.slice(0, TURN.exec(rest)?.index ?? rest.length)}`)
      // "không để đột xuất, bất ngờ": nothing that can be counted.
      if (/để $/iu.test(opening) && !UNITS.test(named)) return []
      const metric = UNITS.test(named) ? named : `vụ ${named}`
      const from = sentence.start + match.index + whole.length - rest.length - opening.length
      const counted = UNITS.exec(metric)?.[1] ?? 'vụ'
      const unit = counted === 'vụ việc' || counted === 'điểm nóng' ? 'vụ' : counted
      const source = sourceIn(passage, quoteOf(passage.text, { start: from, end: from + opening.length + rest.length }, from, from + opening.length + Math.min(rest.length, 150)))
      return [{ fact: { metric, comparison: 'exactly', value: 0, unit, max: 1000, ask: `Có bao nhiêu ${metric}? Không có thì trả lời 0.`, source }, name: metric, at: passage }]
    })
  })
}
