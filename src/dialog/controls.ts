import { clean, fold } from '../language/normalise.ts'
import { isOneOf, replyPhrase } from '../language/reply-words.ts'

/** Words that steer a check instead of answering it: "quay lại", "dừng", "vì sao hỏi". */

export type Control = { readonly verb: 'back' | 'stop' | 'restart' | 'why' | 'recap' | 'go-on' | 'again' | 'result' } | { readonly verb: 'edit'; readonly number: number }

const CONTROLS = {
  back: ['quay lại', 'lùi lại', 'trở lại', 'câu trước', 'quay lại câu trước', 'về câu trước', 'back'],
  stop: ['dừng', 'dừng lại', 'dừng kiểm tra', 'thôi', 'hủy', 'hủy kiểm tra', 'ngừng', 'thoát', 'stop', 'thôi không làm nữa', 'không làm nữa', 'không kiểm tra nữa', 'để sau', 'lúc khác', 'để mai', 'để mai làm', 'để mai làm tiếp', 'mai làm tiếp', 'thôi dừng', 'thôi dừng đi', 'dừng đi', 'ừ dừng đi', 'ừ dừng', 'dừng lại đi', 'dừng luôn', 'dừng luôn đi', 'thôi dừng kiểm tra', 'dừng kiểm tra đi', 'kết thúc', 'kết thúc kiểm tra', 'thôi dừng lại', 'thôi dừng lại đi', 'thôi dừng luôn', 'dừng ở đây', 'không làm nữa đâu'],
  again: ['nhắc lại', 'nhắc lại câu hỏi', 'nhắc lại câu', 'đọc lại', 'đọc lại câu hỏi', 'hỏi lại', 'hỏi lại đi', 'hỏi lại câu', 'lặp lại', 'lặp lại câu hỏi', 'câu hỏi là gì', 'câu vừa rồi là gì', 'câu hỏi vừa rồi là gì', 'hỏi gì', 'vừa hỏi gì', 'khoan câu vừa rồi là gì', 'cho xem lại câu hỏi', 'xem lại câu hỏi'],
  restart: ['làm lại', 'làm lại từ đầu', 'bắt đầu lại', 'bắt đầu lại từ đầu', 'kiểm tra lại', 'kiểm tra lại từ đầu', 'restart'],
  why: ['sao', 'vì sao', 'tại sao', 'hỏi làm gì', 'hỏi để làm gì', 'để làm gì'],
  recap: ['xem lại', 'sửa', 'sửa lại', 'xem lại câu trả lời', 'sửa câu trả lời', 'xem lại các câu trả lời', 'đổi câu trả lời', 'trả lời lại'],
  'go-on': ['tiếp', 'tiếp tục', 'đi tiếp', 'làm tiếp', 'tiếp đi', 'hỏi tiếp', 'làm tiếp đi', 'tiếp tục đi', 'tiếp tục kiểm tra', 'giữ nguyên', 'như cũ', 'giữ câu trả lời cũ'],
} as const

const PHRASES = Object.entries(CONTROLS).map(([verb, texts]) => ({ verb: verb as keyof typeof CONTROLS, phrases: texts.map(replyPhrase) }))
const EDIT = /^(?:sua|sua lai|doi|xem lai|quay lai|ve) cau (?:so )?(\d{1,2})(?: a)?$/

/** "vì sao hỏi câu này", "tại sao rớt", "sao lại chưa kết luận được": of the question that stands, or of the verdict. */
const WHY = /^(?:(?:the|vay|ua|a|u|ma) )*(?:vi sao|tai sao|sao)(?: (?:lai|phai|can|bot|minh|em|toi))*(?: (?:hoi|the|vay|rot|truot|loai|bi loai|bi rot|(?:khong|ko|k|chua)(?: the)? (?:dat|du|duoc|ket luan|chac|ro)))(?: (?:duoc|cau|cai|dieu|chuyen|nay|do|vay|the|lam gi|chu|nhi|dieu kien|tieu chuan))*$/
/** "cho xem kết quả luôn đi", "dừng lại cho xem kết quả". */
const RESULT = /^(?:(?:the|thoi|dung|lai|va|roi|u|vay|cho|minh|em|toi|biet|luon|xin|a|ok|nua|khong lam) )*(?:(?:xem|coi|biet|ra|cho) )?(?:ket qua|kq)(?: (?:luon|di|a|nhe|nha|nao|voi|duoc roi|la gi|the nao|toi dau|den dau|hien tai|thoi))*$/
/** "vậy là được khen rồi hả", "chắc chắn được chọn chưa": asks what the verdict says. */
const VERDICT = /^(?:(?:the|vay|ua|a|u|la|chac|chan|minh|em|toi|xa|phuong|don vi|nhu|co) )*(?:duoc|dat|du)(?: (?:khen|chon|tang|xet|giay khen|bang khen|dieu kien|tieu chuan))+ (?:roi|chua|chac chua|khong|ko)(?: (?:ha|a|nhi|phai khong|chu|dung khong))*$/

/** "bao nhiêu phần trăm mới đạt vậy": of the question that stands. */
const ENOUGH = /^(?:(?:the|vay|phai|can|it nhat|nhung) )*(?:bao nhieu|may)(?: (?:phan tram|ho|nguoi|lan|cai|nam|sang kien|mo hinh|lao dong))?(?: (?:thi|la|moi|se|duoc tinh la))+ (?:dat|duoc|du)(?: (?:vay|a|nhi|the|chu|yeu cau|chuan))*$/

export function asksVerdict(text: string): boolean {
  return VERDICT.test(plainOf(text))
}

/** A short reply as it is compared with patterns: without marks and punctuation. */
export function plainOf(text: string): string {
  return fold(clean(text)).replace(/[\s.,!?]+/g, ' ').trim()
}

/** Undefined where the text is not wholly such a word, politeness left out. */
export function readControl(text: string): Control | undefined {
  const cleaned = clean(text).trim()
  if (/^\/huy(?:@\w+)?$/i.test(cleaned)) return { verb: 'stop' }
  const plain = plainOf(cleaned)
  const number = EDIT.exec(plain)?.[1]
  if (number) return { verb: 'edit', number: Number(number) }
  if (WHY.test(plain) || ENOUGH.test(plain)) return { verb: 'why' }
  if (RESULT.test(plain)) return { verb: 'result' }
  const words = replyPhrase(cleaned)
  // Without marks it is "đúng" as well as "dừng", "đúng vậy" too.
  if (words.length === 1 && words[0]?.text.toLowerCase() === 'dung') return undefined
  const verb = PHRASES.find(({ phrases }) => isOneOf(words, phrases))?.verb
  return verb && { verb }
}
