import { say } from '../answer/absent.ts'
import type { Button, Message } from '../answer/message.ts'
import { headline, list, message } from '../answer/parts.ts'
import { planName } from '../answer/wording.ts'
import { markOf } from '../dialog/memory.ts'
import type { KnowledgeError } from '../knowledge/problem.ts'
import { isPending } from '../intake/files/pending.ts'
import { SECTIONS } from '../intake/files/plan-yml.ts'
import { draftByMark, draftsIn, putAside, type Draft } from './drafts.ts'
import { PLAN } from './plan-wording.ts'
import { seeAction } from './review.ts'
import type { Special } from './special.ts'

/** A draft plan as a whole thrown out again, after one more question; a plan that is checked is not thrown out here. */

const ACTION = /^desk:scrap:(\w+)(:yes)?$/

export function scrapButton(id: string): Button {
  return { label: PLAN.scrap, action: scrapAction(id) }
}

/** The plans of which something waits for a person, to go on with or to throw out. */
export function listDrafts(dir: string): Message {
  const drafts = draftsIn(dir)
  if (drafts.length === 0) return say(PLAN.noDrafts)
  const buttons = drafts.flatMap((draft): Button[][] => [
    [{ label: PLAN.walkNamed(nameOf(draft), draft.cards.length), action: seeAction(draft.id) }],
    [{ label: PLAN.scrapNamed(nameOf(draft)), action: scrapAction(draft.id) }],
  ])
  return message('choose', [headline(PLAN.drafts), list(drafts.map((draft) => PLAN.draft(titleOf(draft), draft.cards.length)))], { buttons })
}

export function scrapPress(action: string, { knowledgeDir, reload }: { knowledgeDir: string; reload: () => KnowledgeError | undefined }): Special | undefined {
  const [, mark, sure] = ACTION.exec(action) ?? []
  if (mark === undefined) return undefined
  const draft = draftByMark(knowledgeDir, mark)
  if (!draft) return { messages: [say(PLAN.goneDraft)] }
  if (draft.cards.length === 0) return { messages: [say(PLAN.notDraft)] }
  if (sure === undefined) {
    const buttons: Button[] = [{ label: PLAN.yesScrap, action: `${scrapAction(draft.id)}:yes` }, { label: PLAN.noScrap, action: seeAction(draft.id) }]
    return { messages: [message('choose', [headline(PLAN.sure(titleOf(draft), reviewedIn(draft)))], { buttons: [buttons] })] }
  }
  const aside = putAside(knowledgeDir, draft.id)
  reload()
  return { messages: [say(PLAN.scrapped(titleOf(draft), aside))], task: 'none' }
}

function titleOf({ plan, id }: Draft): string {
  return 'reason' in plan ? id : plan.title
}

function nameOf({ plan, id }: Draft): string {
  return 'reason' in plan ? id : planName(plan)
}

function reviewedIn({ plan }: Draft): number {
  return 'reason' in plan ? 0 : SECTIONS.flatMap((section) => [...plan[section]]).filter((fact) => !isPending(fact)).length
}

function scrapAction(id: string): string {
  return `desk:scrap:${markOf(id)}`
}
