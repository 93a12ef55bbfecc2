import type { Plan } from '../knowledge/types.ts'
import type { Finding } from '../lookup/finding.ts'
import { nextButtons } from './buttons.ts'
import type { Block, Button, Message } from './message.ts'
import { cite, headline, list, message, paragraph, quotesOf, rows } from './parts.ts'
import { impliedPlan } from './plan-line.ts'
import { FACTS } from './facts-wording.ts'
import { ABSENT, BUTTONS, NOTES, planName, planTitle, TALK } from './wording.ts'

/** Answers without a value: which plan is meant, that a plan is silent, that nothing here speaks of it; and small talk. */

type Of<K extends Finding['kind']> = Extract<Finding, { kind: K }>

/** `mark` ties the buttons to the question that waits: an older keyboard cannot answer a newer question. */
export function composeChoose({ plans }: Of<'choose'>, mark: string): Message {
  const buttons = plans.map((plan): Button[] => [{ label: planName(plan), action: `plan:${plan.id}:${mark}` }])
  return message('choose', [headline(ABSENT.choose), list(plans.map(planTitle))], { buttons, choices: plans.map((plan) => ({ label: planName(plan), plan: plan.id })) })
}

export function composeNotStated(finding: Of<'not-stated'>, mark: string): Message {
  const { plan, intent, about, particular, leaves, elsewhere } = finding
  const texts = [...new Set(leaves.flatMap((leave) => leave.texts))]
  const blocks: Block[] = leaves.length ? leaves.map((leave, i) => (i ? paragraph(leave.says) : headline(ABSENT.leaves(leave.says)))) : [headline(ABSENT.silent(plan, particular ? undefined : intent, about))]
  blocks.push(...impliedPlan(finding))
  if (texts.length) blocks.push(paragraph(ABSENT.texts(texts)))
  if (plan.excerpt) blocks.push({ type: 'note', text: NOTES.excerpt })
  blocks.push(...quotesOf(plan, leaves))
  const others = elsewhere.map((other): Button[] => [{ label: planName(other), action: `plan:${other.id}:${mark}` }])
  if (others.length) blocks.push(paragraph(ABSENT.others))
  return message('not-stated', blocks, { buttons: [...others, ...nextButtons(plan, intent ?? 'statement')], choices: elsewhere.map((other) => ({ label: planName(other), plan: other.id })) })
}

export function composeNotFound({ what, near }: Of<'not-found'>, all: readonly Plan[], mark: string): Message {
  const blocks: Block[] = [headline(what ? ABSENT.notHere(what) : ABSENT.notFound)]
  if (near.length) blocks.push(paragraph(ABSENT.near), list(near.map(planTitle)))
  else blocks.push(paragraph(ABSENT.have), list(all.map(planTitle)), paragraph(ABSENT.examples))
  const buttons = near.map((plan): Button[] => [{ label: planName(plan), action: `plan:${plan.id}:${mark}` }])
  return message('not-found', blocks, { buttons, choices: near.map((plan) => ({ label: planName(plan), plan: plan.id })) })
}

export function composePassages({ passages, implied }: Of<'passages'>): Message {
  const first = passages[0] as (typeof passages)[number]
  const quotes = passages.map(({ plan, clause }): Block => ({ type: 'quote', citation: cite(plan, { clause: clause.address, quote: clause.text }) }))
  return message('passages', [headline(FACTS.one(first.line)), ...impliedPlan({ plan: first.plan, implied }), ...quotes], { buttons: nextButtons(first.plan, 'statement') })
}

export function composePlans({ plans }: Of<'plans'>): Message {
  const buttons = plans.map((plan): Button[] => [{ label: planName(plan), action: `about:${plan.id}` }])
  return message('help', [headline(TALK.plans(plans.length)), list(plans.map(planTitle))], { buttons, choices: plans.map((plan) => ({ label: planName(plan), plan: plan.id })) })
}

export function composeTalk({ kind }: Of<'help' | 'greeting' | 'thanks'>): Message {
  const buttons = rows([{ label: BUTTONS.plans, action: 'plans' }, { label: BUTTONS.check, action: 'kt:' }])
  if (kind === 'thanks') return message('help', [headline(TALK.thanks)])
  return message('help', [headline(kind === 'help' ? TALK.help : TALK.greeting), paragraph(TALK.helpMore), paragraph(ABSENT.examples)], { buttons })
}

/** One sentence that is the whole message. */
export function say(text: string): Message {
  return message('help', [headline(text)])
}
