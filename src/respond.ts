import { say } from './answer/absent.ts'
import { compose } from './answer/compose.ts'
import type { Message } from './answer/message.ts'
import { TALK } from './answer/wording.ts'
import { askAgain, checkTurn, resumeCheck } from './dialog/check.ts'
import { markOf, remember } from './dialog/memory.ts'
import { readAsked } from './dialog/requests.ts'
import { startCheck, wishOf } from './dialog/start.ts'
import type { Knowledge } from './knowledge/types.ts'
import type { Day } from './language/day.ts'
import { lookup } from './lookup/lookup.ts'
import { preparedFor } from './prepared.ts'
import type { Session } from './session.ts'

/**
 * What came in: words, or the action of a pressed button. Every channel takes this one path. `member`: said in a group
 * by somebody who is none of its administrators; only they set what concerns the whole group.
 */
export type Turn = ({ readonly text: string } | { readonly action: string }) & { readonly member?: boolean }

export interface Reply {
  readonly messages: readonly Message[]
  readonly session: Session
}

/** A talk as a channel sees it: a chat's key and a turn in, what to say out. Sessions are loaded and kept behind it. */
export type Talk = (chat: string, turn: Turn) => Promise<Reply>

/** One turn: what was said, in; what to say and what to remember, out. Reads no clock, no disk, no network. */
export function respond(turn: Turn, session: Session, knowledge: Knowledge, today: Day): Reply {
  return checkTurn(turn, session, knowledge, today) ?? besideCheck(answerTurn(turn, session, knowledge, today), knowledge, today)
}

function answerTurn(turn: Turn, session: Session, knowledge: Knowledge, today: Day): Reply {
  const prepared = preparedFor(knowledge)
  const asked = readAsked(turn, session, prepared, knowledge, today)
  if (asked.kind !== 'requests') return { messages: [say(TALK[asked.kind])], session }
  const findings = asked.requests.map((request) => lookup(request, prepared.index, session.plan, today))
  const wanted = findings.findIndex((finding) => finding.kind === 'check')
  const check = findings[wanted]
  const request = asked.requests[wanted]
  if (check?.kind === 'check' && request) return startCheck(wishOf(request, check.plans.map((plan) => plan.id)), session, knowledge, today)
  const surroundings = { today, plans: knowledge.plans, mark: markOf(asked.question) }
  return { messages: findings.flatMap((finding) => (finding.kind === 'check' ? [] : compose(finding, surroundings))), session: remember(session, asked, findings) }
}

/** While a check waits for an answer its question stands below whatever was said in between, or is asked again where nothing was. */
function besideCheck({ messages, session }: Reply, knowledge: Knowledge, today: Day): Reply {
  const nothing = messages.every((message) => message.outcome === 'not-found' && message.choices.length === 0)
  const question = nothing ? askAgain(session, knowledge, today) : messages.some((message) => message.check) ? undefined : resumeCheck(session, knowledge, today)
  if (!question) return { messages, session }
  return { messages: nothing ? [question] : [...messages, question], session }
}
