import type { Difference, HeadDifference } from '../files/compare.ts'
import { SECTION_WORDS } from '../files/plan-yml.ts'
import { factWords } from './fact-words.ts'

const HEAD_NAMES: Readonly<Record<string, string>> = { title: 'tên', kind: 'loại', issuer: 'cơ quan ban hành', year: 'năm', number: 'số', issued: 'ngày ban hành', signer: 'người ký' }
const KEPT = ' [đã có người kiểm tra, giữ nguyên]'
const GONE = ' [đã có người kiểm tra, nhưng câu trích không còn trong văn bản mới: thôi dùng, giữ làm ghi chú ở cuối plan.yml]'
const LOOK_AGAIN = ' [đã có người kiểm tra, nhưng câu trích không còn trong văn bản mới: ghi theo văn bản mới và chờ kiểm tra lại, bản cũ giữ làm ghi chú ngay trên mục]'

/** The differences of a second import, in lines. */
export function differenceLines(head: readonly HeadDifference[], facts: readonly Difference[]): string[] {
  return [
    ...head.map((one) => `~ ${HEAD_NAMES[one.key] ?? one.key}: đang ghi "${one.old}", ${one.now === '' ? 'văn bản mới không ghi' : `văn bản mới đọc ra "${one.now}"`} [${one.stale ? 'câu trích không còn trong văn bản mới: ghi theo văn bản mới, bản cũ giữ làm ghi chú ở cuối plan.yml' : 'giữ nguyên'}]`),
    ...facts.map((one) => {
      const label = `${SECTION_WORDS[one.section].split(':')[0]} | `
      if (one.kind === 'new' && one.now) return `+ ${label}${factWords(one.section, one.now)}`
      if (one.kind === 'gone' && one.old) return `- ${label}${factWords(one.section, one.old)}${one.reviewed ? (one.stale ? GONE : KEPT) : ''}`
      return one.old && one.now ? `~ ${label}${changeWords(one)}${one.reviewed ? (one.stale ? LOOK_AGAIN : KEPT) : ''}` : ''
    }),
  ]
}

/** "trước ngày 28/02/2026 → trước ngày 15/03/2026"; where the words are the same, that the sentence is another. */
function changeWords({ section, old, now }: Difference): string {
  const [before, after] = [old, now].map((fact) => (fact ? factWords(section, fact) : '')) as [string, string]
  return before === after ? `${before} (câu trích khác)` : `${before} → ${after}`
}

/** What becomes of what a person has looked at when the differences are written. */
export function keepsReviewed(facts: readonly Difference[]): string {
  const again = facts.filter((one) => one.reviewed && one.stale).length
  return `Mục đã có người kiểm tra được giữ nguyên${again > 0 ? `, trừ ${again} mục có câu trích không còn trong văn bản mới` : ''}.`
}
