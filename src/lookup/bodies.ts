import { once } from '../knowledge/once.ts'
import type { Plan } from '../knowledge/types.ts'
import { fold } from '../language/normalise.ts'
import type { Request } from '../understand/request.ts'

/** The offices a question names, and those a plan does. */

const HEADS: ReadonlySet<string> = new Set(['sở', 'phòng', 'cục', 'chi cục', 'trung tâm', 'đài', 'báo', 'hội', 'viện', 'tòa', 'kho bạc'].map(fold))

/** "Sở Tài chính": the head and the syllable behind it tell one office from another. */
export function bodyAsked({ words, content }: Request): string | undefined {
  // "so tai chinh": without marks "tài" reads as "tại", which is grammar; "hồ sơ" and "phòng nào" name no office.
  const head = words.findIndex((word, at) => HEADS.has(word.folded) && content.includes(at) && words[at - 1]?.folded !== 'ho' && (content.includes(at + 1) || (words[at + 1]?.loose === true && !['nao', 'gi', 'may'].includes(words[at + 1]?.folded ?? ''))))
  return head < 0 ? undefined : `${words[head]?.folded} ${words[head + 1]?.folded}`
}

/** True where the plan speaks of that office: "sở nội vụ"; "cơ sở tại" in small letters is none. */
export function namesBody(plan: Plan, body: string): boolean {
  return officesOf(plan).names.has(body)
}

const OFFICE = /(?:Sở|Phòng|Cục|Chi cục|Trung tâm|Đài|Báo|Hội|Viện|Tòa|Kho bạc)\s+\p{L}+/gu
const officesOf = once((plan: Plan) => ({ names: new Set(plan.clauses.flatMap(({ fullText }) => Array.from(fullText.matchAll(OFFICE), ([name]) => fold(name).replace(/\s+/g, ' ')))) }))
