import type { BotCommand } from 'telegraf/types'

/** The menu that Telegram shows for "/". What each does is respond()'s matter: a command arrives there as the text it is. */
export const MENU: readonly BotCommand[] = [
  { command: 'hannop', description: 'Hạn nộp hồ sơ, hạn báo cáo' },
  { command: 'hoso', description: 'Hồ sơ gồm những giấy tờ gì, mấy bộ, gửi đâu' },
  { command: 'chitieu', description: 'Chỉ tiêu, ngưỡng phải đạt' },
  { command: 'tieuchuan', description: 'Tiêu chuẩn xét khen thưởng' },
  { command: 'kiemtra', description: 'Kiểm tra có đủ điều kiện được khen không' },
  { command: 'kehoach', description: 'Các kế hoạch đang có, chọn một kế hoạch' },
  { command: 'trogiup', description: 'Cách hỏi, ví dụ' },
  { command: 'nhacviec', description: 'Nhắc hạn: xem, đặt, đổi giờ, xóa' },
  { command: 'xoadulieu', description: 'Xem và xóa dữ liệu của cuộc trò chuyện này' },
  { command: 'huy', description: 'Dừng việc đang làm dở' },
  { command: 'start', description: 'Bắt đầu' },
]

/** What administrators see besides, each in their own talk with the bot. */
export const ADMINISTRATOR_MENU: readonly BotCommand[] = [
  ...MENU,
  { command: 'thongke', description: 'Quản trị: số câu hỏi, tỷ lệ trả lời được' },
  { command: 'chuatraloi', description: 'Quản trị: câu chưa trả lời được, thêm vào từ điển' },
  { command: 'duyet', description: 'Quản trị: kiểm tra kế hoạch nháp' },
]
