import { capitalise, shorten } from '../language/format.ts'

/** What the bot says on reminders. */

const HEADLINE = 290

/** "7, 3 và 1 ngày trước", "đúng ngày", "1 ngày trước và đúng ngày" */
export function daysBeforeText(before: readonly number[]): string {
  const days = before.filter((one) => one > 0)
  const ahead = days.length > 1 ? `${days.slice(0, -1).join(', ')} và ${days.at(-1)} ngày trước` : days.length === 1 ? `${days[0]} ngày trước` : ''
  return [ahead, before.includes(0) ? 'đúng ngày cuối' : ''].filter(Boolean).join(' và ')
}

/** "08:00" */
export function hourText(at: number): string {
  return [Math.floor(at / 60), at % 60].map((part) => String(part).padStart(2, '0')).join(':')
}

const left = (days: number) => (days > 0 ? `còn ${days} ngày` : days === 0 ? 'hôm nay là ngày cuối' : `đã qua ${-days} ngày`)

export const REMINDER = {
  ask: 'Anh/chị muốn được nhắc khi nào?',
  set: (before: readonly number[], at: number) => `🔔 Đã đặt: nhắc ${daysBeforeText(before)}, lúc ${hourText(at)}.`,
  stopped: 'Đã thôi nhắc.',
  wholePlan: (plan: string) => `Mọi hạn có ngày của ${plan}`,
  next: (day: string) => `Lần nhắc tới: ${day}.`,
  noneLeft: 'Các mốc đã chọn đều đã qua, nên sẽ không có lần nhắc nào nữa; anh/chị chọn mốc gần hơn giúp.',
  tooLate: 'Không còn mốc nào phía trước để nhắc.',
  nothingAhead: (plan: string) => `${plan} không còn hạn nào phía trước để nhắc.`,
  noDay: 'Kế hoạch không nêu ngày cho việc này, nên không đặt nhắc được.',
  gone: 'Hạn này không còn trong các kế hoạch ở đây.',
  administrators: 'Trong nhóm, chỉ quản trị viên của nhóm đặt được nhắc hẹn. Anh/chị có thể đặt cho riêng mình trong cuộc trò chuyện riêng với bot.',
  unreachable: 'Trang này không tự gửi lời nhắc được. Anh/chị hỏi một hạn rồi bấm 🔔 để lấy tệp lịch; điện thoại hoặc máy tính sẽ tự nhắc.',
  unreachableFile: 'Trang này không tự gửi lời nhắc được; mở tệp lịch này, điện thoại hoặc máy tính sẽ tự nhắc trước 7, 3 và 1 ngày.',
  full: (most: number) => `Mỗi nơi đặt được tối đa ${most} nhắc hẹn. Anh/chị xóa bớt giúp rồi đặt lại.`,
  none: 'Chưa có nhắc hẹn nào.',
  howTo: 'Hỏi một hạn, ví dụ “hạn nộp hồ sơ Bắc Quang”, rồi bấm 🔔 Nhắc tôi; hoặc gõ /nhacviec và tên kế hoạch để được nhắc mọi hạn của kế hoạch đó.',
  list: (count: number, at: number) => `Đang có ${count} nhắc hẹn, gửi lúc ${hourText(at)}.`,
  hourHint: 'Đổi giờ: gõ ví dụ /nhacviec 7h30.',
  item: (plan: string, what: string, before: readonly number[]) => `${plan} – ${what}. ${before.length ? `Nhắc ${daysBeforeText(before)}` : 'Không nhắc'}`,
  hours: 'Anh/chị muốn được nhắc lúc mấy giờ?',
  hoursTyped: 'Hoặc gõ giờ khác, ví dụ /nhacviec 7h30.',
  hourSet: (at: number) => `Từ nay nhắc lúc ${hourText(at)}.`,
  badHour: 'Giờ viết giúp như 7h30 hoặc 17h, từ 0h đến 23h59.',
  sure: (count: number) => `Xóa cả ${count} nhắc hẹn?`,
  allStopped: 'Đã xóa mọi nhắc hẹn.',
  calendar: 'Tệp lịch đây ạ: mở tệp để thêm vào lịch của điện thoại hoặc máy tính.',
  ahead: (days: number, task: string, last: string) => shorten(`🔔 ${days > 0 ? `Còn ${days} ngày` : 'Hôm nay là ngày cuối'}: ${task} – chậm nhất hết ngày ${last}.`, HEADLINE),
  late: 'Nhắc muộn: bot bị gián đoạn nên không gửi đúng giờ.',
  passed: (task: string, last: string) => shorten(`🔔 Đã qua hạn: ${task} – hạn cuối là ngày ${last}.`, HEADLINE),
  passedWhy: 'Bot bị gián đoạn nên không nhắc kịp, rất xin lỗi anh/chị.',
  moved: (task: string, from: string, to: string, days: number) => shorten(`🔔 Hạn đã thay đổi: ${task} – trước đây là ngày ${from}, nay chậm nhất hết ngày ${to} (${left(days)}).`, HEADLINE),
  movedFrom: 'Kế hoạch trong bot vừa được cập nhật; lịch nhắc đã dời theo ngày mới.',
  removed: (plan: string, from: string) => `🔔 Hạn ngày ${from} mà anh/chị đang theo dõi không còn trong ${plan}; bot sẽ không nhắc hạn đó nữa.`,
  aPlan: 'kế hoạch đã theo dõi',
  errand: (who?: string, place?: string) => [who && `Ai làm: ${who}.`, place && `Gửi về: ${place}.`].filter(Boolean).join(' '),
} as const

export const REMINDER_BUTTONS = {
  day: (days: number, chosen: boolean) => `${chosen ? '✓ ' : ''}${days > 0 ? `${days} ngày` : 'Đúng ngày'}`,
  several: (before: readonly number[]) => `🔔 ${capitalise(daysBeforeText(before))}`,
  stop: '🔕 Thôi nhắc',
  list: 'Các nhắc hẹn',
  wholePlan: 'Nhắc mọi hạn của kế hoạch',
  plan: (plan: string) => `🔔 ${shorten(plan, 58)}`,
  change: (number: number) => `Sửa ${number}`,
  remove: (number: number) => `Xóa ${number}`,
  more: 'Xem tiếp',
  hour: '🕗 Đổi giờ',
  stopAll: 'Xóa hết',
  sure: 'Đúng, xóa hết',
  calendar: '📅 Tệp lịch',
  calendarAll: '📅 Tệp lịch cả kế hoạch',
} as const
