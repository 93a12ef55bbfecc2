import type { Check, Criterion, Requirement } from '../knowledge/types.ts'
import { capitalise } from '../language/format.ts'
import type { Finding } from '../lookup/finding.ts'
import { nextButtons } from './buttons.ts'
import { FACTS } from './facts-wording.ts'
import type { Block, Button, Message } from './message.ts'
import { headline, list, message, paragraph, quotesOf, references, reservations, rows } from './parts.ts'
import { impliedPlan } from './plan-line.ts'
import { BUTTONS } from './wording.ts'

/** Standards. One subject's in full; of several, the first one's, with a button for each of the others where one can be pressed. */

export function composeCriteria(finding: Extract<Finding, { kind: 'criteria' }>, whole: boolean): Message {
  const { plan, checks, focus } = finding
  // A question that only steers others is no standard.
  const standards = (check: Check) => check.criteria.filter((one) => (focus ? focus.includes(one.id) : 'passes' in one && one.passes !== undefined))
  const shown = whole ? checks : checks.slice(0, 1)
  const intros = [...new Set(shown.flatMap((check) => check.intro ?? []))]
  const alone = checks.length === 1
  const blocks: Block[] = [
    ...shown.flatMap((check, at) => standardsOf(check, linesOf(check, standards(check)), { alone, first: at === 0, names: checks, focused: focus !== undefined })),
    ...intros.map(paragraph),
    ...(shown.length < checks.length ? [paragraph(FACTS.otherSubjects(checks.length - shown.length))] : []),
    ...reservations(plan, 'check', shown),
    ...quotesOf(plan, shown.flatMap(standards)),
  ]
  const [first, ...rest] = blocks
  const others = checks.filter((check) => !shown.includes(check)).map((check): Button => ({ label: FACTS.criteriaFor(check.subject.name), action: `tc:${check.id}` }))
  const checkButtons = rows(shown.slice(0, 4).map((check) => ({ label: alone ? BUTTONS.check : BUTTONS.checkOf(check.subject.name), action: `kt:${check.id}` })))
  const next = alone ? nextButtons(plan, 'criteria').map((row) => row.filter(({ action }) => !action.startsWith('kt:'))).filter((row) => row.length) : []
  return message('answered', [first as Block, ...impliedPlan(finding), ...rest], { facts: references(plan, 'check', shown), buttons: [...others.map((button) => [button]), ...checkButtons, ...next] })
}

/** Of standards any of which is enough, one line tells so. */
function linesOf({ requires }: Check, standards: readonly Criterion[]): string[] {
  const groups = anyGroups(requires).map((ids) => standards.filter(({ id }) => ids.includes(id))).filter((group) => group.length > 1)
  return standards.flatMap((one) => {
    const group = groups.find((members) => members.includes(one))
    return group === undefined ? [one.says] : group[0] === one ? [FACTS.anyOf(group.map(({ says }) => says))] : []
  })
}

/** The ids of each group of which one is enough. */
function anyGroups(requires: Requirement | undefined): string[][] {
  if (requires === undefined || typeof requires === 'string') return []
  if ('any' in requires) return [requires.any.filter((one): one is string => typeof one === 'string')]
  return requires.all.flatMap(anyGroups)
}

interface Place { readonly alone: boolean; readonly first: boolean; readonly names: readonly Check[]; readonly focused: boolean }

function standardsOf(check: Check, says: readonly string[], { alone, first, names, focused }: Place): Block[] {
  const [award, subject] = splitTitle(check)
  const together = FACTS.together(says)
  if (alone && FACTS.fits(together) && (focused || says.length <= 3)) return [headline(together), paragraph(check.title)]
  if (alone) return [headline(FACTS.criteria(check.title, says.length)), list(says)]
  const shared = names.every((one) => splitTitle(one)[0] === award)
  const subjects = names.map((one) => (shared ? one.subject.name : one.title))
  const lead = first ? [headline(FACTS.criteriaOf(shared ? award : '', subjects))] : []
  return [...lead, { type: 'heading', text: capitalise(shared ? subject : check.title) }, list(says)]
}

/** "Giấy khen của Chủ tịch UBND thị xã: nhân dân, nông dân" names the award, then the subject. */
function splitTitle({ title }: Check): readonly [award: string, subject: string] {
  const at = title.indexOf(': ')
  return at < 0 ? ['', title] : [title.slice(0, at), title.slice(at + 2)]
}
