import { shorten } from '../language/format.ts'

/** What is said around the answers: one's own data, votes, what administrators ask. */

const LINE = 160

export const DESK = {
  failed: 'Xin lỗi, có trục trặc khi xử lý tin này. Mời anh/chị thử lại sau ít phút.',
  kept: 'Dữ liệu đang giữ của cuộc trò chuyện này:',
  keptNumber: 'Số Telegram của cuộc trò chuyện, để gửi câu trả lời; không giữ tên, không giữ tin nhắn đã trả lời.',
  keptPlan: (plan: string) => `Kế hoạch đang hỏi: ${plan}`,
  keptLast: (question: string) => shorten(`Câu hỏi gần nhất: “${question}”`, LINE),
  keptCheck: (answers: readonly string[]) => shorten(`Câu trả lời trong lần kiểm tra điều kiện: ${answers.length === 0 ? 'chưa có' : answers.join('; ')}`, LINE * 4),
  keptReminders: (wishes: number, waiting: number) => `Nhắc hẹn: ${wishes} mục, ${waiting} lần nhắc đang chờ`,
  keptSent: (count: number) => `Dấu vết ${count} lần nhắc đã gửi`,
  keptWhy: 'Xóa thì nhắc hẹn và phần kiểm tra dở dang cũng mất. Câu hỏi được thống kê riêng, không kèm người hỏi.',
  forget: '🗑 Xóa tất cả',
  forgotten: 'Đã xóa toàn bộ dữ liệu của cuộc trò chuyện này, kể cả nhắc hẹn.',
  yes: 'có',
  no: 'không',
  unknown: 'chưa rõ',
  thanked: 'Cảm ơn anh/chị đã góp ý.',
  notForYou: 'Lệnh này dành cho quản trị viên của bot. Anh/chị cần tra cứu gì, xin cứ gõ câu hỏi.',
  noQuestions: (days: number) => `Chưa có câu hỏi nào trong ${days} ngày qua.`,
  statistics: (days: number, total: number, share: number) => `${days} ngày qua: ${total} câu hỏi, trả lời được ${share}%.`,
  day: (day: string, questions: number, share: number, good: number, bad: number, ms: number, slowest: string) =>
    shorten(`${day}: ${questions} câu, trả lời được ${share}%${good + bad > 0 ? `, 👍 ${good} 👎 ${bad}` : ''}; chậm nhất ${ms} ms: “${slowest}”`, LINE),
  noneOpen: (days: number) => `Không có câu hỏi nào chưa trả lời được trong ${days} ngày qua.`,
  openQuestions: (groups: number, days: number) => `${groups} nhóm câu hỏi chưa trả lời được trong ${days} ngày qua, hỏi nhiều nhất trước:`,
  howToTeach: 'Bấm 📖 và số của câu để dạy bot một từ trong câu đó.',
  more: 'Xem tiếp',
  goneQuestion: 'Câu hỏi này không còn trong danh sách. Mời anh/chị gõ /chuatraloi để xem danh sách mới.',
  stoppedTask: 'Đã dừng việc đang làm dở, chưa ghi gì.',
  keptTask: 'Việc quản trị đang làm dở (thêm từ, kiểm tra kế hoạch nháp)',
  unwritable: { EROFS: 'thư mục kiến thức chỉ cho đọc', EACCES: 'không được phép ghi vào thư mục kiến thức', EPERM: 'không được phép ghi vào thư mục kiến thức', ENOSPC: 'hết chỗ trên đĩa', ENOENT: 'không thấy thư mục kiến thức', ENOTDIR: 'không thấy thư mục kiến thức' } as Readonly<Record<string, string>>,
  open: (text: string, asked: number, last: string, other: string | undefined) => shorten(`${asked} lần, gần nhất ${last}: “${text}”${other === undefined ? '' : `, “${other}”`}`, LINE * 2),
} as const
