import { planFile } from '../../src/knowledge/schema.ts'
import type { Due, Knowledge } from '../../src/knowledge/types.ts'
import type { Day } from '../../src/language/day.ts'

/** A small plan of an invented place, with these deadlines. */
export function knowledgeWith(deadlines: Record<string, Due | undefined>, version = '1', id = 'suoi-mo-2024'): Knowledge {
  const source = { clause: 'V.2', quote: 'gửi trước ngày đã nêu về Công an huyện' }
  const file = planFile.parse({
    id,
    title: 'Phát động phong trào thi đua năm 2024',
    issuer: 'UBND huyện Suối Mơ',
    place: { name: 'huyện Suối Mơ' },
    year: 2024,
    deadlines: Object.entries(deadlines)
      .filter(([, due]) => due !== undefined)
      .map(([id, due]) => ({ id, task: `Việc ${id}`, to: 'Công an huyện', via: 'Đội Tham mưu', due, source })),
  })
  return { plans: [{ ...file, clauses: [], excerpt: false, version }], vocabulary: { abbreviations: [], synonyms: [], sayings: [], place_kinds: [], places: [], elsewhere: [] }, dictionary: [], version }
}

/** An instant by Vietnam's clock: at('2024-11-01', '08:00'). */
export function at(day: Day, time = '08:00'): number {
  return Date.parse(`${day}T${time}:00+07:00`)
}
