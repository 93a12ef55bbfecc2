import { clean, fold } from '../language/normalise.ts'
import { isOneOf, replyPhrase } from '../language/reply-words.ts'

/** Words that steer a check instead of answering it: "quay lại", "dừng", "vì sao hỏi". */

export type Control = { readonly verb: 'back' | 'stop' | 'restart' | 'why' | 'recap' | 'go-on' } | { readonly verb: 'edit'; readonly number: number }

const CONTROLS = {
  back: ['quay lại', 'lùi lại', 'trở lại', 'câu trước', 'quay lại câu trước', 'về câu trước', 'back'],
  stop: ['dừng', 'dừng lại', 'dừng kiểm tra', 'thôi', 'hủy', 'hủy kiểm tra', 'ngừng', 'thoát', 'stop', 'thôi không làm nữa', 'không làm nữa', 'không kiểm tra nữa', 'để sau', 'lúc khác', 'thôi dừng', 'thôi dừng đi', 'dừng đi', 'dừng ở đây', 'dừng, xem kết quả', 'dừng xem kết quả', 'dừng và xem kết quả', 'xem kết quả', 'cho xem kết quả'],
  restart: ['làm lại', 'làm lại từ đầu', 'bắt đầu lại', 'bắt đầu lại từ đầu', 'kiểm tra lại', 'kiểm tra lại từ đầu', 'restart'],
  why: ['vì sao hỏi', 'tại sao hỏi', 'sao hỏi', 'vì sao', 'tại sao', 'sao lại hỏi', 'tại sao lại hỏi', 'vì sao lại hỏi', 'vì sao hỏi câu', 'tại sao hỏi câu', 'tại sao lại hỏi câu', 'sao lại hỏi câu', 'hỏi làm gì', 'hỏi để làm gì', 'vì sao không đạt', 'tại sao không đạt', 'sao không đạt', 'vì sao chưa đủ', 'tại sao chưa đủ', 'sao chưa đủ', 'sao lại thế', 'sao lại vậy', 'sao vậy', 'sao thế'],
  recap: ['xem lại', 'sửa', 'sửa lại', 'xem lại câu trả lời', 'sửa câu trả lời', 'xem lại các câu trả lời', 'đổi câu trả lời', 'trả lời lại'],
  'go-on': ['tiếp', 'tiếp tục', 'đi tiếp', 'làm tiếp', 'tiếp đi', 'hỏi tiếp', 'làm tiếp đi', 'tiếp tục đi', 'tiếp tục kiểm tra', 'giữ nguyên', 'như cũ', 'giữ câu trả lời cũ'],
} as const

const PHRASES = Object.entries(CONTROLS).map(([verb, texts]) => ({ verb: verb as keyof typeof CONTROLS, phrases: texts.map(replyPhrase) }))
const EDIT = /^(?:sua|sua lai|doi|xem lai|quay lai|ve) cau (?:so )?(\d{1,2})(?: a)?$/

/** Undefined where the text is not wholly such a word, politeness left out. */
export function readControl(text: string): Control | undefined {
  const cleaned = clean(text).trim()
  if (/^\/huy(?:@\w+)?$/i.test(cleaned)) return { verb: 'stop' }
  const number = EDIT.exec(fold(cleaned).replace(/[\s.!?]+/g, ' ').trim())?.[1]
  if (number) return { verb: 'edit', number: Number(number) }
  // Without marks it is "đúng" as well as "dừng".
  if (/^dung[\s.!]*$/i.test(cleaned)) return undefined
  const words = replyPhrase(cleaned)
  const verb = PHRASES.find(({ phrases }) => isOneOf(words, phrases))?.verb
  return verb && { verb }
}
