import { dayInVietnam, type Day } from '../language/day.ts'
import type { Knowledge } from '../knowledge/types.ts'
import { readKnowledge } from './assemble.ts'
import { problem } from './problem.ts'
import { daySwitch, readSwitches } from './switches.ts'
import { says } from './wording.ts'

/** `[--today=DAY] [--knowledge=DIR] "câu hỏi"`, for a command that looks into one question. Without a question: a Problem. */
export function readQuestion(args: readonly string[], knowledgeDir: string): { question: string; knowledge: Knowledge; today: Day } {
  const { values, positionals } = readSwitches(args, { today: { type: 'string' }, knowledge: { type: 'string' } })
  const question = positionals.join(' ')
  if (question.trim() === '') throw problem(says.noQuestion)
  return { question, knowledge: readKnowledge(values.knowledge ?? knowledgeDir), today: daySwitch(values.today) ?? dayInVietnam(new Date()) }
}
