import { formatDay, formatWeekday } from '../language/format.ts'
import { daysBetween, monthOf, yearOf, type Day } from '../language/day.ts'

/** The few words that stand in pictures alone. */
export const drawn = {
  month: (day: Day) => `T${monthOf(day)}`,
  year: (day: Day) => String(yearOf(day)),
  today: (day: Day) => `hôm nay ${formatDay(day).slice(0, 5)}`,
  todayOutside: (day: Day) => `Hôm nay (${formatDay(day)}) nằm ngoài khoảng này.`,
  day: (day: Day) => `${formatDay(day)} (${formatWeekday(day)})`,
  /** Without its year where the day that follows tells it. */
  shortDay: (day: Day, next: Day | undefined) => formatDay(day).slice(0, next && yearOf(next) === yearOf(day) ? 5 : 10),
  span: (from: Day, to: Day) => `${formatDay(from)} – ${formatDay(to)}`,
  state: (last: Day, today: Day) => (last < today ? 'đã qua' : last === today ? 'hôm nay là ngày cuối' : `còn ${daysBetween(today, last)} ngày`),
  more: (count: number) => `… và ${count} mục nữa, xem trong lời`,
  strip: (count: number, from: Day, to: Day) => `Dải lịch ${count} hạn, từ tháng ${monthOf(from)}/${yearOf(from)} đến tháng ${monthOf(to)}/${yearOf(to)}. Các ngày có trong lời bên cạnh.`,
  result: (headline: string) => `Bảng kết quả kiểm tra. ${headline}`,
} as const
