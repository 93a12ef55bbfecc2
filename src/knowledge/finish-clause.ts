import type { Draft } from './outline.ts'
import type { Clause } from './types.ts'

const LONGEST_HEADING = 120
const FIRST_WORDS = 12

/** The clause as it is used, with its children; text and fullText are the plan's words in the plan's order. */
export function finish(draft: Draft): Clause {
  const children = draft.children.map(finish)
  const text = draft.parts.join(' ')
  const below = children.map((child, at) => printed(draft.children[at] as Draft, child.fullText))
  const fullText = [text, ...below].filter((part) => part !== '').join(' ')
  return { address: draft.address, label: draft.label, heading: headingOf(draft, text || fullText), text, fullText, children, line: draft.line }
}

/** A clause's words behind its label. A star counts as emphasis and is left out, as in a quote. */
function printed(draft: Draft, fullText: string): string {
  if (draft.label === '' || draft.label === '*') return fullText
  return fullText === '' ? draft.label : draft.label + (draft.glued ? '' : ' ') + fullText
}

function headingOf(draft: Draft, text: string): string {
  if (draft.lead.length > 1) return withoutEnd(draft.lead)
  if (text.length <= LONGEST_HEADING && (draft.children.length > 0 || !/[.;]\s/.test(text)) && !/:\s/.test(text)) return withoutEnd(text)
  const colon = text.indexOf(': ')
  if (colon > 0 && colon <= LONGEST_HEADING) return text.slice(0, colon)
  const words = text.slice(0, LONGEST_HEADING * 2).split(' ')
  return words.length <= FIRST_WORDS ? withoutEnd(text) : `${words.slice(0, FIRST_WORDS).join(' ')}…`
}

const withoutEnd = (text: string) => text.replace(/[:.;,\s]{1,4}$/, '')
