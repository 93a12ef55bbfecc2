import type { Plan } from '../knowledge/types.ts'
import type { Block, Message } from './message.ts'
import { impliedLine, planName } from './wording.ts'

/** A plan that nobody named is spoken back. */
export function impliedPlan({ plan, implied }: { readonly plan: Plan; readonly implied: boolean }): Block[] {
  return implied ? [{ type: 'note', text: impliedLine(plan) }] : []
}

/** One of several answers, each of another plan: the value says whose it is. */
export function ofPlan(plan: Plan, message: Message): Message {
  const at = message.blocks.findIndex(({ type }) => type === 'headline')
  return { ...message, blocks: message.blocks.map((block, index) => (index === at && block.type === 'headline' ? { ...block, text: `${planName(plan)}: ${block.text}` } : block)) }
}
