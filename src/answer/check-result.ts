import type { Judged } from '../eligibility/types.ts'
import { lastDay, timeOf } from '../knowledge/due.ts'
import type { Deadline, Dossier } from '../knowledge/types.ts'
import type { Day } from '../language/day.ts'
import { formatDay } from '../language/format.ts'
import { checkStatus, verdictOf } from './check-status.ts'
import { besides, showAnswer } from './check-values.ts'
import { answeredQuestions, checkButton, moveButton, questionOf, type CheckView } from './check-view.ts'
import { checkMessage, otherButton } from './check-question.ts'
import { CHECK, CHECK_BUTTONS, RESULT } from './check-wording.ts'
import { closedNote, deadlineFacts, deadlineLine, overNote } from './deadline.ts'
import type { Block, Citation, Message, VerdictRow } from './message.ts'
import { cite, headline, list, paragraph, references, reservations } from './parts.ts'
import { DOSSIER, planTitle } from './wording.ts'

/** The end of a check: the verdict, each criterion, what has to be handed in and until when; fit to be sent on and printed. */

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export function composeResult(view: CheckView, today: Day, lead: readonly Block[] = []): Message {
  const { plan, check } = view
  const dossier = plan.dossiers.find((one) => one.id === check.dossier)
  const deadlines = [...new Set([...(check.deadlines ?? []), ...(check.registration ? [check.registration] : [])])].flatMap((id) => plan.deadlines.find((one) => one.id === id) ?? [])
  const criteria = criteriaBlocks(view)
  const verdict = headline(verdictLine(view))
  const blocks: Block[] = [
    verdict,
    paragraph(RESULT.on(formatDay(today))),
    paragraph(planTitle(plan)),
    ...criteria.blocks,
    ...moreBlocks(view, dossier !== undefined),
    ...(dossier ? dossierBlocks(view, dossier) : []),
    ...deadlineBlocks(view, deadlines, today),
    ...reservations(plan, 'check', [check]),
  ]
  const base = checkMessage(view, [verdict, ...lead, ...blocks.slice(1)], [[checkButton(view, 'recap', CHECK_BUTTONS.edit), moveButton(view, 'restart')], [otherButton()]])
  return {
    ...base,
    citations: unique([...criteria.citations, ...(dossier ? [cite(plan, dossier.source)] : []), ...deadlines.map((one) => cite(plan, one.source))]),
    facts: [...base.facts, ...(dossier ? references(plan, 'dossier', [dossier]) : []), ...deadlineFacts(plan, deadlines, today)],
    attachments: [{ name: `${check.id}-${today}.docx`, type: WORD, content: { kind: 'check-report', title: RESULT.title(check.title), blocks } }],
    check: checkStatus(view),
  }
}

/** The check rests; its answers are kept, and what they say so far is told. */
export function composePaused(view: CheckView, lead: readonly Block[] = []): Message {
  const answered = answeredQuestions(view).length
  const soFar = answered ? [paragraph(verdictLine(view)), ...criteriaBlocks(view).blocks] : []
  return checkMessage(view, [...lead, headline(CHECK.stopped(answered)), ...soFar], [[moveButton(view, 'resume'), moveButton(view, 'restart')], [otherButton()]])
}

function verdictLine({ check, form, evaluation }: CheckView): string {
  const says = (ids: readonly string[]) => evaluation.criteria.filter((one) => ids.includes(one.question.id)).map((one) => [one.question.says, besides(one)].filter(Boolean).join(' – '))
  const missed = says(evaluation.failing)
  const deciding = evaluation.criteria.filter((one) => one.state !== 'void' && one.state !== 'steers')
  const targets = deciding.length > 0 && deciding.every((one) => one.question.target)
  if (evaluation.verdict === 'not-eligible') return targets ? RESULT.targetsMissed(check.title, missed.length, deciding.length, missed) : RESULT.notEligible(check.title, missed)
  if (evaluation.verdict === 'eligible') return targets ? RESULT.targetsMet(deciding.length, check.title) : RESULT.eligible(check.title)
  if (evaluation.open.length > 0) return RESULT.unknown(check.title, says(evaluation.open))
  return form.openEnded === undefined ? RESULT.nothingApplies(check.title) : RESULT.openEnded(check.title, form.openEnded)
}

/** Failed first, then what is not known and how to find out, then met, then what does not bear on the verdict. */
function criteriaBlocks(view: CheckView): { blocks: Block[]; citations: Citation[] } {
  const { evaluation } = view
  const shown = evaluation.criteria.flatMap((one) => {
    const verdict = verdictOf(one)
    return verdict ? [{ one, verdict }] : []
  })
  const rows = shown.map(({ one, verdict }, index): VerdictRow & { group: 0 | 1 | 2 | 3 } => {
    const { id, says, source, target } = one.question
    const bears = verdict === 'unmet' ? evaluation.failing.includes(id) : verdict === 'met' || one.state === 'steers' || evaluation.open.includes(id)
    const group = !bears ? 3 : verdict === 'unmet' ? 0 : verdict === 'unknown' ? 1 : 2
    return { group, criterion: RESULT.criterion(index + 1, target), says, verdict, answer: answerText(view, one), citation: cite(view.plan, source) }
  })
  const headings = [RESULT.failed, RESULT.notKnown, RESULT.met, RESULT.aside]
  const blocks = headings.flatMap((heading, group): Block[] => {
    const own = rows.filter((row) => row.group === group).map(({ group: _group, ...row }) => row)
    if (own.length === 0) return []
    const quotes = group === 0 ? unique(own.map((row) => row.citation)).map((citation): Block => ({ type: 'quote', citation })) : []
    return [{ type: 'heading', text: heading(own.length) }, { type: 'verdicts', rows: own }, ...quotes]
  })
  return { blocks, citations: rows.map((row) => row.citation) }
}

function answerText(view: CheckView, one: Judged): string {
  const { question, answer, waitsFor } = one
  if (waitsFor) return RESULT.waits(questionOf(view, waitsFor)?.says ?? waitsFor)
  const far = besides(one)
  const plain = showAnswer(question, answer)
  const deniable = question.test?.type === 'is' && !question.test.value && answer && 'value' in answer
  const said = far ? `${plain} (${far})` : deniable ? RESULT.asked(question.ask, plain) : plain
  return (!answer || 'unknown' in answer) && question.findOut ? `${said}. ${CHECK.findOut(question.findOut)}` : said
}

/** Discretion, quota, and what the plan leaves to other texts. */
function moreBlocks({ plan, check, form }: CheckView, hasDossier: boolean): Block[] {
  const awards = plan.awards.filter((award) => check.awards?.includes(award.id))
  const kinds = ['criteria', 'award', 'quota', 'reward', ...(hasDossier ? [] : ['dossier', 'sets'])]
  const items = [
    form.openEnded,
    check.intro,
    ...awards.flatMap((award) => [award.discretion, award.quota && `${award.name}: ${award.quota.says}`]),
    ...(awards.length ? plan.not_modelled.filter((one) => one.kinds.some((kind) => kinds.includes(kind))).map((one) => RESULT.leaves(one.says, one.texts)) : []),
  ].filter((item) => item !== undefined)
  return items.length ? [{ type: 'heading', text: RESULT.more }, list([...new Set(items)])] : []
}

function dossierBlocks({ plan, check }: CheckView, dossier: Dossier): Block[] {
  const other = check.subject.kind === 'ca-nhan' ? 'tập thể' : 'cá nhân'
  const papers = dossier.papers.filter((paper) => paper.only_for?.toLowerCase() !== other)
  const sets = (dossier.sets ?? []).filter((set) => !set.awards || !check.awards || set.awards.some((id) => check.awards?.includes(id)))
  return [
    { type: 'heading', text: RESULT.dossier(dossier.name) },
    { type: 'checklist', items: papers.map((paper) => DOSSIER.paper(paper)) },
    ...(sets.length ? [paragraph(RESULT.sets(DOSSIER.sets(sets)))] : []),
    ...(dossier.to ? [paragraph(DOSSIER.to(dossier.to, dossier.via))] : []),
    ...reservations({ ...plan, excerpt: false }, 'dossier', [dossier]),
  ]
}

function deadlineBlocks({ plan, check }: CheckView, deadlines: readonly Deadline[], today: Day): Block[] {
  if (deadlines.length === 0) return []
  const lines = deadlines.map((deadline) => (deadline.id === check.registration ? RESULT.registration(deadlineLine(deadline, plan, today, true)) : deadlineLine(deadline, plan, today, true)))
  const ends = deadlines.map((deadline) => lastDay(deadline.due, timeOf(plan, deadline)))
  return [
    { type: 'heading', text: RESULT.deadlines },
    list(lines),
    ...ends.flatMap((end) => closedNote(end, today)),
    ...overNote(plan, today),
    ...reservations({ ...plan, excerpt: false }, 'deadline', deadlines),
  ]
}

function unique(citations: readonly Citation[]): Citation[] {
  const seen = new Set<string>()
  return citations.filter(({ clause, quote }) => !seen.has(`${clause} ${quote}`) && seen.add(`${clause} ${quote}`))
}
