import { shorten } from '../language/format.ts'
import { pickAction, startAction } from './check-actions.ts'
import { CHECK, CHECK_BUTTONS, CHOOSE } from './check-wording.ts'
import type { Block, Button, Message } from './message.ts'
import { headline, list, message, paragraph } from './parts.ts'

/** Which check is wanted, where what was said leaves several. */

export interface ChoiceShown {
  readonly facet: 'plan' | 'kind' | 'check'
  readonly options: readonly { readonly label: string; readonly title?: string; readonly plan: string }[]
  /** What was understood already, spoken back. */
  readonly taken: readonly string[]
  /** What was asked for and is not here. */
  readonly lacking?: string
  /** Ties the buttons to this choice. */
  readonly mark: string
}

export function composeChoice({ facet, options, taken, lacking, mark }: ChoiceShown, lead: readonly Block[] = [], more: readonly Button[][] = []): Message {
  const titles = options.flatMap((option) => option.title ?? [])
  const blocks: Block[] = [
    ...lead,
    headline(CHOOSE[facet]),
    ...(taken.length ? [paragraph(CHECK.taken(taken))] : []),
    ...(lacking ? [{ type: 'note' as const, text: lacking }] : []),
    ...(titles.length ? [list(titles, true)] : []),
  ]
  const buttons = options.map((option, index): Button[] => [{ label: shorten(option.label, 60), action: pickAction(mark, index) }])
  const choices = facet === 'plan' ? options.map(({ label, plan }) => ({ label, plan })) : []
  return message('check', blocks, { buttons: [...buttons, ...more.map((row) => [...row])], choices })
}

/** No plan here has anything to check. */
export function composeNoChecks(): Message {
  return message('check', [headline(CHOOSE.none)])
}

/** A button or a word of a check that is not there any more; `start`: what can be started instead. */
export function composeLost(text: string, start?: { readonly id: string; readonly title: string }): Message {
  const buttons: Button[][] = [...(start ? [[{ label: shorten(start.title, 60), action: startAction(start.id) }]] : []), [{ label: CHECK_BUTTONS.another, action: startAction() }]]
  return message('check', [headline(text)], { buttons })
}
