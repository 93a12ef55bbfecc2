/**
 * Names of offices, units and officials as they stand in running text.
 * "Sở Nội vụ (qua Ban Thi đua - Khen thưởng thành phố)", "Phòng Văn hóa, Thể thao và Du lịch huyện", "UBND các xã, phường",
 * "Công an tỉnh", "Thủ trưởng các cơ quan, đơn vị", "Chủ tịch Ủy ban nhân dân tỉnh", "Bộ phận Một cửa".
 * Not: "bản sao", "ban hành", "xã hội", "tổ chức thực hiện", "đội ngũ", "cá nhân".
 */
const HEADS = [
  'văn phòng', 'tiểu ban', 'phòng (?!chống|ngừa|cháy|bệnh|thủ|họp|làm)', 'sở (?!hữu|dĩ|thích)', 'bộ (?!phiếu|hồ sơ|tiêu|luật|sưu|máy|đội|mặt)', 'ban (?!hành|đầu|đêm|ngày)', 'công an', 'bộ chỉ huy', 'bch', 'bcđ', 'ubnd', 'ub mttq', 'ubmttq', 'u[ỷy] ban', 'ủy ban', 'hđnd', 'hđtđkt',
  'hội đồng', 'hội (?!họp|nghị|thảo|thi|diễn|phí|nhập|viên)', 'đội (?!ngũ|hình|tuyển)', 'cục ', 'chi cục', 'tổng cục', 'tổng liên đoàn', 'vụ (?!việc|án|mùa|vi phạm|tai nạn)', 'trung tâm', 'trường (?!hợp)', 'trung đoàn', 'sư đoàn', 'tòa án', 'toà án', 'viện (?!phí|trợ|dẫn)', 'liên đoàn', 'liên minh', 'liên hiệp', 'công đoàn', 'công ty', 'tổng công ty', 'tập đoàn',
  'tỉnh ủy', 'tỉnh đoàn', 'thành ủy', 'thành đoàn', 'huyện ủy', 'huyện đoàn', 'thị ủy', 'thị đoàn', 'quận ủy', 'đảng ủy', 'tỉnh uỷ', 'thành uỷ', 'huyện uỷ', 'thị uỷ', 'quận uỷ', 'đảng uỷ', 'đảng bộ', 'xã đoàn', 'đoàn (?!kết|viên|xe|người|tham)', 'mặt trận', 'mttq', 'đài (?!thọ)', 'báo (?!cáo|gồm|động|tin|chí|ngay|hiệu)', 'kho bạc', 'ngân hàng', 'bảo hiểm xã hội', 'bộ phận', 'thường trực', 'cơ quan', 'đơn vị', 'địa phương', 'tổ chức (?=chính trị|đảng|xã hội|kinh tế|đoàn thể|công đoàn|tín dụng|tôn giáo|quần chúng|hội|cơ sở)', 'doanh nghiệp', 'hợp tác xã', 'cơ sở giáo dục', 'nhà trường',
  'tổ (?=bảo vệ|trưởng|thư ký|giúp việc|công tác|dân phố|chấm|thẩm định|tự quản|hòa giải)', 'khối (?=trưởng|thi đua|cơ quan|các)', 'cụm (?=trưởng|thi đua)', 'chủ tịch', 'phó chủ tịch', 'giám đốc', 'thủ trưởng', 'thủ tướng', 'bộ trưởng', 'chính phủ', 'quốc hội', 'lãnh đạo', 'người đứng đầu', 'trưởng (?=ban|phòng|cụm|khối|thôn|công an|mô hình)', 'cụm trưởng', 'hiệu trưởng', 'xã (?!hội|giao)', 'phường ', 'thị trấn', 'huyện (?!lị)', 'thành phố', 'thị xã', 'tỉnh ', 'đặc khu', 'quận ', 'đồng chí', 'dân quân', 'quân sự', 'lực lượng', 'tập thể', 'thành viên', 'ông ', 'bà ', 'ngành ', 'đoàn thể', 'các ban', 'cán bộ, công chức', 'hộ gia đình', 'cá nhân', 'người ', 'hội viên', 'trạm y tế', 'bệnh viện', 'giáo viên', 'học sinh', 'tổ trưởng', 'tổ chuyên môn', 'các tổ ', 'công chức', 'cán bộ', 'trưởng (?=thôn|ấp|khu)', 'ấp(?= |,)', 'thôn(?= |,)', 'bản(?=,)', 'tổ dân phố', 'khu dân cư', 'thí sinh', 'tác giả',
]
const STARTS = new RegExp(`^(?:(?:các|những|từng|mỗi|mọi|toàn thể|tất cả các) )?(?:các )?(?:${HEADS.join('|')})`, 'u')
const PERSON = /^(?:(?:các|những|từng|mỗi|mọi) )?(?:người (?!đứng)|cá nhân|tập thể|thành viên|hộ gia đình|hội viên|lực lượng|giáo viên|học sinh|tổ trưởng|tổ chuyên môn|tổ |công chức|cán bộ|thí sinh|tác giả|ấp|thôn|tổ dân phố|khu dân cư)/u

/** Words that no longer belong to the name: what the office does with it, when, how. */
const STOP = String.raw` (?:(?:\d{1,2}|một|hai|ba) (?:\([^)]*\) )?(?:bộ|bản|tập|file|đĩa|ảnh)|tập hợp|trước|chậm nhất|muộn nhất|để|nhằm|theo|đúng|vào|trong thời|trong vòng|trong quý|trong tháng|trong năm|qua|thông qua|bằng|kèm|đồng thời|sau khi|sau đó|sau \d+|trong \d+|họp|khi|nếu|tổng hợp|thẩm định|thẩm tra|xem xét|xét|trình|quyết định|thực hiện|chủ trì|phối hợp|kiểm tra|theo dõi|đôn đốc|báo cáo|gửi|nộp|lập|tổ chức|tham mưu|chỉ đạo|hướng dẫn|công nhận|phê duyệt|ban hành|khen|tặng|truy tặng|biết|có trách nhiệm|có văn bản|có ý kiến|có nhu cầu|có tập thể|có thành tích|căn cứ|hoàn thành|hoàn thiện|định kỳ|được|phải|cần|là cơ quan|là đơn vị|làm cơ sở|sẽ|đã|không|cho ý kiến|đăng ký|cho tập thể|cho các|như sau|gồm|hồ sơ|và gửi|và hồ sơ|đánh giá|rà soát|tuyên truyền|xây dựng|triển khai|đẩy mạnh|tiếp nhận|vận động|bố trí|cập nhật|chuyển|bình xét|lựa chọn|đề xuất|đề nghị|ký|trả lời|đảm bảo|bảo đảm|tiếp tục|tăng cường|thường xuyên|công bố|công khai|thông báo|hạn|kể từ|từ ngày|từ khi|ngày|đến hết|cụ thể|chịu trách nhiệm|chủ động|nghiêm túc|quan tâm|kịp thời|phát động|tiến hành|bình chọn|giới thiệu|cử|nơi|đạt|hoặc gửi|hoặc nộp|và nộp|và các đơn vị liên quan để|khẩn trương|sơ kết|tổng kết|tự|giao|in sao|lưu|giải quyết|trả kết quả|trực tiếp|vui lòng)(?= |$|[,.;:)(])`
const ENDS = new RegExp(String.raw`${STOP}|[.;:()“”"|\[]|,(?= )| (?:và|hoặc|tại|về|đến|cho|với)(?= )|/(?= )| [-–] `, 'gu')
/** Too short and too common to be read as an office where they are not capitals: "nhiệm vụ", "cờ, báo". */
const CAPITAL_ONLY = /^(?:các )?(?:vụ|cục|báo|đài|viện|đoàn|đội|bộ(?! (?:phận|chỉ huy))|ban(?! (?:chỉ đạo|tổ chức|giám|quản lý|chỉ huy|chấp hành|thường|ngành|thi đua|liên lạc|công tác|bảo vệ))) /u
/** "Cơ quan tiếp nhận hồ sơ có trách nhiệm …": an office named by what it does. */
const HANDLER = /^(?:các )?(?:cơ quan|đơn vị|bộ phận)(?: (?:tiếp nhận|thẩm định|đề nghị|trình|xét|giải quyết|hồ sơ|khen|quyết định|đăng ký|được|quản lý|cấp))+$/u
const HANDLES = /^[^,;.]{0,40} (?:có trách nhiệm|phải|thông báo|trả lời|trả kết quả) /u
/** "Ban Giáo trình", "Trung tâm Bàn giao": a verb that ends another word ends no name. */
const COMPOUND = /(?<!\p{L})(?:(?:giáo|chương|công|quy|quá|lộ|tiến|tờ) trình|(?:thành|công|độc) lập|bàn giao|bầu cử|nhận xét|cung cấp)$/u
const LONGEST = 140

/** The end of the office's name, or of the list of offices, that begins at `from`; undefined where none begins there. */
export function bodyEnd(text: string, from: number): number | undefined {
  const part = text.slice(from, from + LONGEST + 60)
  const lower = part.toLowerCase()
  if (!STARTS.test(`${lower} `) || (CAPITAL_ONLY.test(lower) && !/^(?:[Cc]ác )?\p{Lu}/u.test(part))) return undefined
  let end: number | undefined
  ENDS.lastIndex = 1
  for (let match = ENDS.exec(lower); match && end === undefined; match = ENDS.exec(lower)) {
    if (match.index > LONGEST) return undefined
    if (COMPOUND.test(lower.slice(0, match.index + match[0].length))) continue
    // "TP. Hồ Chí Minh", "cấp văn bằng": neither a full stop nor "bằng".
    if ((match[0] === '.' && /(?:^|[\s.])(?:tp|tx|tt|q|p|h)$/.test(lower.slice(0, match.index)) && /^ ?\p{Lu}/u.test(part.slice(match.index + 1))) || (match[0] === ' bằng' && /(?:văn|cấp|tấm)$/.test(lower.slice(0, match.index)))) continue
    // "Ban Chỉ đạo", "Hội đồng Thi đua - Khen thưởng": a capital belongs to the name.
    if (/^\p{Lu}/u.test(part.slice(match.index, match.index + match[0].length).trimStart()) || /(?:^| )ban$/.test(lower.slice(0, match.index))) continue
    const after = part.slice(match.index + match[0].length).trimStart()
    if (HANDLER.test(lower.slice(0, match.index + match[0].length)) && HANDLES.test(lower.slice(match.index))) continue
    if (!goesOn(match[0].trim(), after, part.slice(0, match.index))) end = match.index
  }
  return from + part.slice(0, end ?? part.length).replace(/(?:\s|[,–-]|\s(?:và|hoặc|cùng|tại|và các))+$/u, '').length
}

const LISTED = /^(?:thị trấn|phường|xã|đặc khu|thị xã|thành phố|huyện|quận|ngành|đoàn thể|hội|khu|thôn|bản|tổ dân phố|ấp|khóm|trường học|trung tâm|sở|ban|phòng|đoàn|cơ quan|chiến sĩ)(?=[ ,.;:)]|$)/u
const LIST_WORD = /(?:^|[ ,])(?:các|cơ quan|đơn vị|sở|ban|ngành|xã|phường|thị trấn|huyện|thị xã|tỉnh|doanh nghiệp|thôn|thành phố|quận|thủ trưởng|phòng|hội)(?:[ ,]|$)/u
const TITLE_WORD = /^(?:công tác|đào tạo|truyền thông|du lịch|môi trường|phát triển|xã hội|thể thao|công nghệ|gia đình|trẻ em|hội nhập)(?= |$)/u

/** "Sở Văn hóa, Thể thao và Du lịch", "cơ quan, đơn vị", "UBND các xã, phường", "Công an tỉnh và Sở Nội vụ": a comma or "và" inside. */
function goesOn(sign: string, after: string, name: string): boolean {
  if (/^[-–]$/.test(sign)) return /^\p{Lu}/u.test(after)
  if (sign !== ',' && sign !== 'và' && sign !== 'hoặc') return false
  const next = after.toLowerCase()
  if (LISTED.test(next) && LIST_WORD.test(name.toLowerCase())) return true
  const again = name.length > 5 && next.startsWith((name.split(',')[0] ?? '').toLowerCase().trim())
  if (STARTS.test(`${next} `) && !again && (!PERSON.test(next) || PERSON.test(name.toLowerCase()))) return true
  const word = /^[\p{L}-]+/u.exec(after)?.[0] ?? ''
  const named = /^\p{Lu}/u.test(word) && word.length > 1 && /^\p{Lu}/u.test(name)
  return sign === 'và' ? named || TITLE_WORD.test(next) : sign === ',' && named
}

/** The first office named at or after `from`, before `to`; people and groups at large are none. */
export function findBody(text: string, from: number, to: number): { start: number; end: number } | undefined {
  const starts = /(?<![\p{L}\p{N}])\p{L}/gu
  starts.lastIndex = from
  for (let match = starts.exec(text); match && match.index < to; match = starts.exec(text)) {
    // "văn bản," names no village.
    const end = /(?:văn|biên|phiên|ấn) $/iu.test(text.slice(Math.max(0, match.index - 6), match.index)) ? undefined : bodyEnd(text, match.index)
    if (end !== undefined && end > match.index + 2 && isOffice(text, match.index)) return { start: match.index, end: Math.min(end, to) }
  }
  return undefined
}

/** An office, unit or official and not just any person, group or village. */
export function isOffice(text: string, at: number): boolean {
  return !PERSON.test(text.slice(at, at + 40).toLowerCase())
}
