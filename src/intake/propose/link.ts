import type { Deadline } from '../../knowledge/types.ts'
import type { Passage } from '../passages.ts'
import { findTimes } from '../../language/dates.ts'
import { addresseeFor } from '../recognise/addressee.ts'
import type { Found } from '../recognise/found.ts'
import type { AllNamed, Named } from './plan.ts'

/** Which fact belongs to which: awards by the clause they head, deadlines by what is handed in, phases by their names. */

/** The awards in whose clauses a passage stands. */
export function awardsOver(at: Passage, awards: AllNamed['awards']): string[] {
  for (let above: Passage | undefined = at; above; above = above.parent) {
    const here = awards.filter(({ found }) => found.at === above && above.text.length < 300)
    if (here.length > 0 && (above !== at || here.length === 1)) return here.map(({ id }) => id)
  }
  return []
}

/** The awards that these words name: "Bằng khen", "Cờ thi đua, Bằng khen". */
export function awardsNamed(words: string | undefined, awards: AllNamed['awards']): string[] {
  const forms = words?.toLowerCase().split(/, | và /u) ?? []
  return awards.filter(({ found }) => forms.some((form) => found.fact.name.toLowerCase().startsWith(form))).map(({ id }) => id)
}

/** The awards for whose candidates alone a figure is asked; those of its clause where it names none. */
export function awardsOfFigure({ found }: Named<'thresholds'>, awards: AllNamed['awards']): string[] {
  const named = awardsNamed(found.award, awards)
  return named.length > 0 ? named : awardsOver(found.at, awards)
}

/** The deadline by which this dossier is handed in; undefined where none speaks of it. */
export function deadlineOf(dossier: Found<'dossiers'>, deadlines: AllNamed['deadlines']): Named<'deadlines'> | undefined {
  const registering = /đăng ký/iu.test(dossier.fact.name)
  const fitting = deadlines.filter(({ found: { fact } }) => /hồ sơ|khen thưởng|đề nghị/iu.test(fact.task) && /gửi|nộp|trình|báo cáo|nhận/iu.test(fact.task) && /đăng ký/iu.test(fact.task) === registering && !('every' in fact.due && registering) && !isHandling(fact.due))
  const dated = fitting.filter(({ found }) => !('event' in found.fact.due))
  const pool = dated.length > 0 ? dated : fitting
  return pool.find(({ found }) => chapter(found.at) === chapter(dossier.at)) ?? (pool.length === 1 ? pool[0] : forAward(dossier, pool))
}

/** Of several days for papers the one that names the same award; none where each may be for another. */
function forAward(dossier: Found<'dossiers'>, pool: AllNamed['deadlines']): Named<'deadlines'> | undefined {
  const [form] = /bằng khen|giấy khen|cờ thi đua|huân chương|chiến s[ĩỹ] thi đua/iu.exec(dossier.fact.name) ?? []
  const same = form ? pool.filter(({ found }) => found.fact.source.quote.toLowerCase().includes(form.toLowerCase())) : []
  if (same.length > 0) return same[0]
  const papers = pool.filter(({ found }) => /hồ sơ/iu.test(found.fact.task))
  return new Set(papers.map(({ found }) => JSON.stringify(found.fact.due))).size === 1 ? papers[0] : undefined
}

/** "25 ngày làm việc kể từ ngày nhận đủ hồ sơ": the office's time, not the applicant's. */
const isHandling = (due: Deadline['due']) => 'after' in due && /nhận|tiếp nhận|có quyết định/iu.test(due.after.event)

export function registrationIn(deadlines: AllNamed['deadlines']): string | undefined {
  return deadlines.find(({ found }) => /đăng ký/iu.test(found.fact.task) && !('event' in found.fact.due))?.id
}

/** The phase that a deadline's words name: "báo cáo kết quả thi đua đợt 1". */
export function phaseOf(deadline: Pick<Deadline, 'task'>, periods: AllNamed['periods']): string | undefined {
  const task = deadline.task.toLowerCase()
  return periods.find(({ found }) => !found.fact.whole && new RegExp(`${found.fact.name.toLowerCase()}(?!\\d)`, 'u').test(task))?.id
}

/** The outermost clause a passage stands in. */
function chapter(at: Passage): Passage {
  let top = at
  while (top.parent) top = top.parent
  return top
}

export function isUnder(at: Passage, top: Passage): boolean {
  for (let above: Passage | undefined = at; above; above = above.parent) if (above === top) return true
  return false
}

const nouns = (text: string): readonly string[] => text.toLowerCase().match(/hồ sơ|bài|sản phẩm|tác phẩm|báo cáo|đăng ký|danh sách|sáng kiến|biên bản/gu) ?? []

/** "1. Thời gian nhận bài: …", "2. Bài dự thi gửi về …": the address stands in the neighbouring clause. */
export function withNeighbourAddress(deadlines: readonly Found<'deadlines'>[]): Found<'deadlines'>[] {
  return deadlines.map((one) => {
    if (one.fact.to || !/^(?:gửi|nộp|nhận|tiếp nhận)/iu.test(one.fact.task)) return one
    const neighbours = one.at.beside.slice(Math.max(0, one.at.place - 12), one.at.place + 12).filter((child) => child !== one.at && child.zone === 'body' && /(?:gửi|nộp)[^.;]{0,60}(?:về|tại|đến|cho|qua)|nơi nhận/iu.test(child.text) && findTimes(child.text).length === 0 && nouns(one.fact.task).some((noun) => nouns(child.text.slice(0, 90)).includes(noun)))
    const found = neighbours.map((child) => addresseeFor(child.text, 0, child.text.length, 0)).find((address) => address.to)
    return found ? { ...one, fact: { ...one.fact, ...found } } : one
  })
}
