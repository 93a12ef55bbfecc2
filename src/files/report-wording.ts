/** What a report says besides its message. */
export const reportWording = {
  verdicts: { met: 'Đạt', unmet: 'Chưa đạt', unknown: 'Chưa rõ' },
  columns: ['Nội dung', 'Kết quả', 'Trả lời', 'Điều khoản'],
  note: (text: string) => `Lưu ý: ${text}`,
  source: (plan: string, clause: string) => [plan, clause].filter(Boolean).join(', '),
  done: (day: string, label: string) => `${day}: ${label}`,
  page: (title: string) => `${title} – trang `,
  signature: 'Người kiểm tra (ký, ghi rõ họ tên)',
  creator: 'Sổ tay thi đua',
} as const
