import * as z from 'zod'
import type { Message } from '../answer/message.ts'
import { headlineOf, plainText } from '../channels/text.ts'
import { dayInVietnam, toDay, type Day } from '../language/day.ts'
import type { Knowledge } from '../knowledge/types.ts'
import { respond } from '../respond.ts'
import { freshSession } from '../session.ts'
import { readKnowledge } from './assemble.ts'
import { jsonLines, type InOut } from './lines.ts'
import { problem } from './problem.ts'
import { daySwitch, readSwitches } from './switches.ts'
import { says } from './wording.ts'

const batchLine = z.object(
  {
    question: z.string(says.badLine.question),
    today: z.string(says.badLine.today).transform((text, context) => toDay(text) ?? (context.addIssue(says.badLine.today), z.NEVER)).optional(),
  },
  says.badLine.json,
)

/** `ask [--json] [--today=DAY] [--knowledge=DIR] "câu hỏi"`, or `ask --batch` with one JSON question a line on the input. Every question is a talk of its own. */
export async function ask(args: readonly string[], knowledgeDir: string, io: InOut): Promise<void> {
  const { values, positionals } = readSwitches(args, {
    json: { type: 'boolean' },
    batch: { type: 'boolean' },
    today: { type: 'string' },
    knowledge: { type: 'string' },
  })
  const today = daySwitch(values.today) ?? dayInVietnam(new Date())
  const question = positionals.join(' ')
  if (!values.batch && question.trim() === '') throw problem(says.noQuestion)
  const knowledge = readKnowledge(values.knowledge ?? knowledgeDir)
  if (values.batch) {
    await jsonLines(io, batchLine, (line) => answerTo(line.question, line.today ?? today, knowledge))
  } else if (values.json) {
    io.write(`${JSON.stringify(answerTo(question, today, knowledge))}\n`)
  } else {
    io.write(`${messagesTo(question, today, knowledge).map(withChoices).join('\n\n')}\n`)
  }
}

/** The machine-readable answer: field names are a promise to scripts. */
function answerTo(question: string, today: Day, knowledge: Knowledge) {
  const messages = messagesTo(question, today, knowledge)
  // Of two answers to two questions in one message, the one that says something names the outcome.
  const leading = messages.find((message) => message.outcome === 'answered') ?? messages[0]
  return {
    question,
    today,
    outcome: leading?.outcome,
    headline: headlineOf(messages),
    text: messages.map(plainText).join('\n\n'),
    citations: messages.flatMap((message) => message.citations.map(({ plan, clause, quote }) => ({ plan, clause, quote }))),
    facts: messages.flatMap((message) => message.facts),
    choices: messages.flatMap((message) => message.choices),
  }
}

function messagesTo(question: string, today: Day, knowledge: Knowledge): readonly Message[] {
  return respond({ text: question, whole: true }, freshSession, knowledge, today).messages
}

/** With nothing to press, what could be chosen stands below the question. */
function withChoices(message: Message): string {
  const text = plainText(message)
  const missing = message.choices.filter((choice) => !text.includes(choice.label))
  return [text, ...missing.map((choice) => `- ${choice.label}`)].join('\n')
}
