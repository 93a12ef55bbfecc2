import type { Head } from '../head/head.ts'
import { shareOfSyllables } from '../legacy/syllables.ts'
import type { Passage } from '../passages.ts'

/** The signs by which a plan, decision, circular, chapter of a law or procedure is told from any other text. */
const SIGNS: readonly RegExp[] = [
  /cộng h[oò][aà] xã hội chủ nghĩa/iu,
  /(?:^|\n)\s*(?:luật )?số(?: hiệu)?\s*:?\s*\d*\s*[/-]\s*(?:\d{4}\/)?\p{Lu}{2}/imu,
  /(?:^|\n)\W*(?:KẾ HOẠCH|QUYẾT ĐỊNH|THÔNG TƯ|HƯỚNG DẪN|QUY CHẾ|QUY ĐỊNH|NGHỊ ĐỊNH|NGHỊ QUYẾT|CHỈ THỊ|LUẬT|THỂ LỆ|ĐIỀU LỆ|THÔNG BÁO|CHƯƠNG TRÌNH|ĐỀ ÁN)\W*(?:\n|$)/u,
  /(?:^|\n)\W*căn cứ (?:luật|nghị định|quyết định|thông tư|kế hoạch|nghị quyết|hướng dẫn|công văn|chỉ thị|thực hiện)/imu,
  /(?:^|\n)\W*nơi nhận\s*:/imu,
  /(?:^|\n)\W*điều \d+\s*[.:]/imu,
  /(?:^|\n)\W*(?:chương|phần) (?:[ivxlc]+|\d+|thứ)/imu,
  /(?:^|\n)\W*(?:KẾ HOẠCH|QUY CHẾ|THỂ LỆ|ĐIỀU LỆ|HƯỚNG DẪN|QUY ĐỊNH|CHƯƠNG TRÌNH) [^\p{Ll}\n]{3,120}(?:\n|$)/u,
  /thi đua|khen thưởng|bằng khen|giấy khen/iu,
  /(?:bài|tác phẩm|sản phẩm) dự thi|cơ cấu giải|hình thức nhận giải/iu,
  /(?:thành phần|số lượng)(?:,? (?:thành phần|số lượng))? (?:bộ )?hồ sơ/iu,
  /(?:trình tự|cách thức) thực hiện/iu,
  /thời hạn giải quyết|thẩm quyền giải quyết|kết quả thực hiện thủ tục/iu,
  /(?:đối tượng|cơ quan) thực hiện/iu,
  /tổ chức thực hiện|phân công nhiệm vụ|trách nhiệm (?:của|thi hành)/iu,
  /ủy ban nhân dân|ubnd|uỷ ban nhân dân/iu,
  /(?:^|\n)\W*(?:T\/?M|KT|TL|TUQ)\.? \p{Lu}{2}/mu,
  /(?:^|\n)\W*trên đây là|ban tổ chức|đối tượng (?:áp dụng|tham gia|dự thi|thi đua)/imu,
]
const ENOUGH_SIGNS = 3
const ENOUGH_CLAUSES = 2
const VIETNAMESE = 0.6

/** Whether the text reads as something that facts may be taken from. */
export function likenessToPlan(passages: readonly Passage[], text: string, head: Head, facts: number): boolean {
  const sample = text.slice(0, 400_000)
  const { share, marked } = shareOfSyllables(sample)
  if (marked < 30 || share < VIETNAMESE) return false
  const clauses = passages.filter((passage) => passage.zone === 'body' && passage.label !== '').length
  const signs = SIGNS.filter((sign) => sign.test(sample)).length + (head.number ? 1 : 0) + (facts > 2 ? 1 : 0)
  return clauses >= ENOUGH_CLAUSES && signs >= ENOUGH_SIGNS
}
