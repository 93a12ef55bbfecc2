import { clean } from '../language/normalise.ts'

/** "à nhầm, là 85%", "sửa câu 2: xuất sắc": an answer taken back in the same breath as the right one is given. */

export interface Correction {
  /** The number of the answer, where it is said; else the last one is meant. */
  readonly number?: number
  /** What it should be; empty where only the slip is owned up to. */
  readonly value: string
}

const SLIP = /^(?:(?:à|ah|ờ|ơ|ủa|ấy|ý|ôi|ui|úi|chết|lỡ|xin lỗi|xl|e|em|tôi|mình)[\s,.!…]+)*(?:trả lời |ghi |gõ |bấm |nói |chọn |tra loi |go |bam |noi |chon )?(?:nhầm|nham|lộn)(?:[\s,]+(?:rồi|roi|xíu|tí|chút|mất|nhé|nha|ạ|a|câu trước|cau truoc))*[\s,.:;!–-]*(?:(?:phải|đúng ra|thật ra|thực ra|ý (?:em|tôi|mình)|phai)\s+)?(?:(?:là|la)\s+)?(.*)$/isu
const NUMBERED = /^(?:à[\s,]+)?(?:(?:xin |cho )?(?:sửa|sua|đổi|doi)(?:\s+(?:lại|lai))?\s+)?(?:câu|cau)\s+(?:số\s+|so\s+)?(\d{1,2})\s*(?:[:,=–-]|(?:sửa |đổi )?(?:thành|thanh|là|la)\s)\s*(?:là\s+|la\s+)?(.+)$/isu

/** "vậy sửa lại là 90", "sửa câu trả lời: đã đăng ký rồi", "à nhớ ra rồi, có đăng ký" */
const ANEW = /^(?:(?:à|ah|ờ|ủa|vậy|thế|vay|the|thôi|thoi|xin|cho|em|tôi|mình|a)[\s,]+)*(?:(?:sửa|đổi|ghi|chỉnh|sua|doi|chinh)\s+(?:lại|lai|câu trả lời|cau tra loi)(?:\s+(?:là|thành|la|thanh)(?=\s)|\s*[:,–-])|(?:nhớ ra|nho ra|mới nhớ|moi nho)(?:\s+(?:rồi|roi|là|la))?[\s,:]+)\s*(.+)$/isu

/** Undefined where the text takes nothing back. */
export function readCorrection(text: string): Correction | undefined {
  const cleaned = clean(text).trim()
  const [, number, value] = NUMBERED.exec(cleaned) ?? []
  if (number !== undefined && value !== undefined) return { number: Number(number), value: value.trim() }
  const slip = SLIP.exec(cleaned)?.[1] ?? ANEW.exec(cleaned)?.[1]
  return slip === undefined ? undefined : { value: slip.trim() }
}
