/** The few sentences that channels say themselves; answers are worded in answer/. */
export const channelSays = {
  failed: 'Xin lỗi, có trục trặc khi xử lý tin này. Mời anh/chị thử lại sau ít phút.',
  storeAway: 'Tôi tạm thời chưa ghi được dữ liệu. Tin của anh/chị đã nhận và sẽ được trả lời ngay khi ghi lại được, không cần gửi lại.',
  thanked: 'Cảm ơn anh/chị đã góp ý.',
  onlyWords: 'Tôi chỉ đọc được chữ. Mời anh/chị gõ câu hỏi, ví dụ: hạn nộp hồ sơ Bắc Quang.',
  leaveWith: 'Gõ câu hỏi rồi nhấn Enter; gõ số để chọn nút; /thoat hoặc Ctrl-D để thoát.',
  goodbye: 'Tạm biệt.',
  chooseBelow: 'Mời anh/chị chọn:',
  fileKept: (path: string) => `📎 Tệp: ${path}`,
  fileFailed: (name: string) => `Chưa tạo được tệp “${name}”. Mời anh/chị thử lại sau.`,
  past: '(đã qua)',
  answered: (answer: string) => `Trả lời: ${answer}`,
  progress: (step: number, of: number) => `Câu ${step}/${of}`,
  period: (from: string, to: string) => `${from} đến ${to}`,
} as const
