import { addDays, monthOf, weekdayOf, type Day } from './day.ts'

/** Days on which Vietnamese offices are closed. */

const SOLAR: Readonly<Record<string, string>> = { '01-01': 'Tết Dương lịch', '04-30': 'Ngày Chiến thắng 30/4', '05-01': 'Ngày Quốc tế Lao động 1/5', '09-02': 'Quốc khánh 2/9' }
/**
 * The Chinese calendar's months and days in ICU. Vietnam reckons by its own meridian, which moves Tết by a day in 2030
 * and 2053 alone within this half of the century.
 */
let lunar: Intl.DateTimeFormat | undefined
const lunarFormat = () => (lunar ??= new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: 'UTC', month: 'numeric', day: 'numeric' }))
const VIETNAM_AHEAD: ReadonlySet<string> = new Set(['2030', '2053'])

/** Why offices are closed on that day ("Chủ nhật", "Tết Nguyên đán"), or undefined on a working day. */
export function closedBecause(day: Day): string | undefined {
  return SOLAR[day.slice(5)] ?? lunarHoliday(day) ?? { 0: 'Chủ nhật', 6: 'thứ Bảy' }[weekdayOf(day)]
}

function lunarHoliday(day: Day): string | undefined {
  if (monthOf(day) > 5) return undefined
  const shown = VIETNAM_AHEAD.has(day.slice(0, 4)) && monthOf(day) < 3 ? addDays(day, 1) : day
  const [month, date] = lunarFormat().format(new Date(`${shown}T00:00:00Z`)).split('/').map(Number)
  if (month === 3 && date === 10) return 'Giỗ Tổ Hùng Vương'
  if ((month === 1 && (date as number) <= 4) || (month === 12 && (date as number) >= 29)) return 'Tết Nguyên đán'
  return undefined
}
