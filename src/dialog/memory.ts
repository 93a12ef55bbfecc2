import type { Finding } from '../lookup/finding.ts'
import type { Session } from '../session.ts'
import type { Asked } from './requests.ts'

/** What a talk remembers of a question and its answer. */

/** Ties buttons to the question they belong to: six letters and digits, the same for the same question. */
export function markOf(question: string): string {
  let hash = 0
  for (const character of question) hash = (Math.imul(hash, 31) + (character.codePointAt(0) as number)) | 0
  return (hash >>> 0).toString(36).slice(-6)
}

/** The plan that was answered from, the question, and whether it waits for a plan to be chosen. */
export function remember(session: Session, asked: Extract<Asked, { kind: 'requests' }>, findings: readonly Finding[]): Session {
  const plan = findings.flatMap((finding) => ('plan' in finding ? [finding.plan.id] : finding.kind === 'passages' ? finding.passages.slice(0, 1).map((passage) => passage.plan.id) : [])).at(-1)
  const offers = findings.some((finding) => finding.kind === 'choose' || (finding.kind === 'not-stated' && finding.elsewhere.length > 0) || (finding.kind === 'not-found' && finding.near.length > 0))
  const { waiting: _waiting, ...rest } = session
  return {
    ...rest,
    ...(plan && { plan }),
    ...(asked.question && { last: asked.question }),
    ...(offers && asked.question && { waiting: { question: asked.question, mark: markOf(asked.question) } }),
  }
}
