/** What the page's server says itself; the page has its own few words, answers are worded in answer/. */
export const webSays = {
  tooFast: (seconds: number) => `Anh/chị gửi hơi nhanh. Mời anh/chị thử lại sau ${seconds} giây.`,
  full: 'Lúc này đang có quá nhiều người hỏi. Mời anh/chị thử lại sau ít phút.',
  foreign: 'Yêu cầu này không đến từ trang Sổ tay thi đua. Mời anh/chị tải lại trang.',
  tooLong: 'Tin này dài quá. Mời anh/chị rút gọn lại.',
  unreadable: 'Máy chủ không đọc được tin này. Mời anh/chị tải lại trang rồi thử lại.',
  noClause: 'Không tìm thấy điều khoản này; có thể kế hoạch vừa được sửa.',
  noFile: 'Tệp này không còn được giữ. Mời anh/chị quay lại trang và lấy tệp lần nữa.',
  noPage: 'Không có trang này.',
} as const
