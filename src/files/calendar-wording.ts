/** What a calendar's entries say. */
export const calendarWording = {
  summary: (task: string, place: string, year: number) => `Hạn: ${task} (${place} ${year})`,
  who: (who: string) => `Người thực hiện: ${who}.`,
  place: (to: string, via?: string) => (via === undefined ? to : `${to} (qua ${via})`),
  to: (place: string) => `Gửi về: ${place}.`,
  source: (plan: string, clause: string, quote: string) => `${plan}, ${clause}: “${quote}”`,
} as const
