import { say } from './answer/absent.ts'
import { ruleBlocks } from './answer/check-rule.ts'
import { compose } from './answer/compose.ts'
import type { Message } from './answer/message.ts'
import { ofPlan } from './answer/plan-line.ts'
import { TALK } from './answer/wording.ts'
import { askAgain, checkTurn, resumeCheck } from './dialog/check.ts'
import { markOf, remember } from './dialog/memory.ts'
import { reminderTurn } from './dialog/reminder.ts'
import { readAsked } from './dialog/requests.ts'
import { chooseAgain, startCheck, wishOf } from './dialog/start.ts'
import type { Knowledge } from './knowledge/types.ts'
import type { Day } from './language/day.ts'
import type { Finding } from './lookup/finding.ts'
import { lookup } from './lookup/lookup.ts'
import { preparedFor } from './prepared.ts'
import { onlyTells } from './understand/request.ts'
import type { Session } from './session.ts'
import type { Reply, Turn } from './turn.ts'

export { isReminderTurn } from './dialog/reminder.ts'
export type { FetchFile, FileTurn, Reply, SentFile, Talk, Turn } from './turn.ts'

/** One turn: what was said, in; what to say and what to remember, out. Reads no clock, no disk, no network. */
export function respond(turn: Turn, session: Session, knowledge: Knowledge, today: Day): Reply {
  return reminderTurn(turn, session, knowledge, today) ?? checkTurn(turn, session, knowledge, today) ?? answerTurn(turn, session, knowledge, today)
}

function answerTurn(turn: Turn, session: Session, knowledge: Knowledge, today: Day): Reply {
  const prepared = preparedFor(knowledge)
  const asked = readAsked(turn, session, prepared, knowledge, today)
  if (asked.kind !== 'requests') return besideCheck({ messages: [say(TALK[asked.kind])], session }, knowledge, today)
  // "hôm nay 20/8/2025, còn mấy ngày": told from the day that is said.
  const asOf = asked.requests.find((request) => request.asOf)?.asOf ?? today
  const findings = asked.requests.map((request) => lookup(request, prepared.index, session.plan, asOf))
  const wanted = findings.findIndex((finding) => finding.kind === 'check')
  const [check, request] = [findings[wanted], asked.requests[wanted]]
  if (check?.kind === 'check' && request) return startCheck(wishOf(request, check.plans.map((plan) => plan.id)), session, knowledge, today, ruleBlocks(check.rule))
  const again = findings.every(saysNothing) || asked.requests.every(onlyTells) ? askAgain(session, knowledge, today) : undefined
  if (again) return { messages: [again], session }
  // Help is given to whoever says nothing, and to whoever asks for it: only that one is answered.
  const asksHelp = asked.requests.some(({ intents }) => intents[0]?.intent === 'help')
  const chosen = !asksHelp && findings.every((finding) => saysNothing(finding) || finding.kind === 'help') ? chooseAgain(session, knowledge, today) : undefined
  if (chosen) return chosen
  const surroundings = { today: asOf, plans: knowledge.plans, mark: markOf(asked.question), whole: turn.whole === true || asked.whole === true }
  const several = new Set(findings.flatMap((finding) => ('plan' in finding ? finding.plan : []))).size > 1
  const messages = withoutRepeats(findings.flatMap((finding) => (finding.kind === 'check' ? [] : several && 'plan' in finding ? ofPlan(finding.plan, compose(finding, surroundings)) : compose(finding, surroundings))))
  return besideCheck({ messages, session: remember(session, asked, findings) }, knowledge, today)
}

/** "gửi ai, trước ngày nào": two questions with one answer get it once; "bằng khen mấy bộ, giấy khen mấy bộ" have two of one fact. */
function withoutRepeats(messages: readonly Message[]): Message[] {
  return messages.filter((message, at) => !messages.slice(0, at).some((earlier) => tells(earlier, message)))
}

function tells(earlier: Message, { outcome, facts, blocks }: Message): boolean {
  if (earlier.outcome !== outcome || JSON.stringify(earlier.facts) !== JSON.stringify(facts)) return false
  const [value] = blocks
  if (facts.length === 0 || value?.type !== 'headline') return JSON.stringify(earlier.blocks) === JSON.stringify(blocks)
  // A value without a figure is told only where it stands in words: that a plan is silent on lateness, beside the day itself.
  return (facts.some(({ kind }) => kind !== 'dossier') && /\d/.test(value.text)) || earlier.blocks.some((block) => 'text' in block && block.text.includes(value.text.replace(/\.$/, '').replace(/ \([^()]*\)$/, '')))
}

/** Words that were neither understood nor found. */
function saysNothing(finding: Finding): boolean {
  return (finding.kind === 'not-found' && finding.what === undefined) || (finding.kind === 'not-stated' && finding.intent === undefined && finding.leaves.length === 0)
}

/** While a check waits for an answer its question stands below whatever was said in between. */
function besideCheck({ messages, session: { choosing: _over, ...session } }: Reply, knowledge: Knowledge, today: Day): Reply {
  const question = resumeCheck(session, knowledge, today)
  return { messages: question ? [...messages, question] : messages, session }
}
