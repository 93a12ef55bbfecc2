/** "thuyết trình", "cung cấp", "nhận xét": a verb within another word is none. */
const WITHIN = '(?<!(?<!\\p{L})(?:chương|quy|quá|giáo|công|tờ|thuyết|lộ|tiến|giải|trung|các|cung|nâng|sơ|nhận|thành|độc|công|bàn|vận|phối|phân|trao|các|bầu|ứng|di|bộ|đường|theo|cùng|liên) )'
const SENDING = 'gửi kèm|gửi|gởi|nộp|trình(?! (?:độ|tự|bày|chiếu))|chuyển|báo cáo|đăng ký|đăng kí'
const DOING = `${SENDING}|hoàn thành|hoàn tất|tổng hợp|thẩm định|thẩm tra|bình xét|bình chọn|xét chọn|lựa chọn|tổ chức|phát động|sơ kết|tổng kết|ban hành|xây dựng|triển khai|lập|tiếp nhận|công bố|đề xuất|đề nghị|chấm|rà soát|kiểm tra|cập nhật|thông báo|phê duyệt|trả kết quả|đánh giá|xét duyệt|xét|họp|bổ sung|hoàn thiện|niêm yết|khảo sát|quyết định|công nhận|trao|tham mưu|ký kết|ký giao ước|tuyên truyền|giải quyết|chủ trì|thực hiện|cử|bố trí|phối hợp|hướng dẫn|phân bổ|giao|thành lập|quyết toán|thanh toán|cấp(?! (?:tỉnh|huyện|xã|cơ sở|bộ|trung ương|trên|dưới|ủy|uỷ|có|nhà nước|quốc|thành phố|trường|học))|trả lời|kiểm điểm|cụ thể hóa|đôn đốc|theo dõi|chỉ đạo|căn cứ`
export const VERB = new RegExp(String.raw`(?<![\p{L}\p{N}])${WITHIN}(?:${DOING})(?![\p{L}\p{N}])`, 'giu')
export const HAS_VERB = new RegExp(VERB.source, 'iu')
/** A verb and no object: "Tổ chức từ ngày 08 …" under "3. Hội nghị tổng kết". */
export const ALONE = new RegExp(`^(?:${DOING})$`, 'iu')
export const SEND = new RegExp(String.raw`(?<![\p{L}\p{N}])${WITHIN}(?:${SENDING})(?![\p{L}\p{N}])`, 'giu')
