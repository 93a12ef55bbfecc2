import type { Rule } from '../lookup/finding.ts'
import { CHECK } from './check-wording.ts'
import type { Block } from './message.ts'
import { cite, paragraph } from './parts.ts'
import { FACTS } from './facts-wording.ts'

/** What the plan says of the thing in doubt, before the check begins. */
export function ruleBlocks(rule: Rule | undefined): Block[] {
  return rule ? [paragraph(CHECK.rule('says' in rule ? rule.says : FACTS.excluded(rule.excluded))), { type: 'quote', citation: cite(rule.plan, rule.source) }] : []
}
