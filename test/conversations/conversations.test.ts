import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import * as z from 'zod'
import type { Message } from '../../src/answer/message.ts'
import { plainText } from '../../src/channels/text.ts'
import { loadKnowledge } from '../../src/knowledge/load.ts'
import { day } from '../../src/knowledge/schema-facts.ts'
import { actionOf, newTalk, statusOf, type Talk } from '../talk.ts'

/**
 * Whole talks, one a YAML file: what somebody types or presses, and what must be seen then. `who` tells people of one
 * group apart, each of whom has a talk of their own. `back` presses a button of the answer so many turns of theirs ago.
 */
const turn = z.strictObject({
  who: z.string().optional(),
  type: z.string().optional(),
  press: z.string().optional(),
  back: z.number().int().positive().optional(),
  see: z.array(z.string()).optional(),
  never: z.array(z.string()).optional(),
  buttons: z.array(z.string()).optional(),
  outcome: z.string().optional(),
  /** The question that stands now, with "n/m", or the verdict. */
  asks: z.string().optional(),
  at: z.string().optional(),
  verdict: z.string().optional(),
  met: z.array(z.string()).optional(),
  unmet: z.array(z.string()).optional(),
  unknown: z.array(z.string()).optional(),
  files: z.number().int().optional(),
})
const conversation = z.strictObject({ name: z.string(), today: day, turns: z.array(turn).min(2) })

type Step = z.infer<typeof turn>

const folder = new URL('.', import.meta.url)
const knowledge = loadKnowledge('knowledge')

interface Person { readonly talk: Talk; readonly answers: (readonly Message[])[] }

function takeStep(step: Step, { talk, answers }: Person): readonly Message[] {
  const earlier = step.back === undefined ? talk.messages : answers.at(-1 - step.back)
  const messages = step.press === undefined ? talk.type(step.type ?? '') : talk.take({ action: actionOf(earlier ?? [], step.press) })
  answers.push(messages)
  return messages
}

function check(step: Step, messages: readonly Message[]): void {
  const text = messages.map(plainText).join('\n').replaceAll(/\s+/g, ' ')
  const labels = messages.flatMap((message) => message.buttons.flat().map((button) => button.label))
  const status = statusOf(messages)
  for (const part of step.see ?? []) expect(text).toContain(part)
  for (const part of step.never ?? []) expect(text).not.toContain(part)
  for (const label of step.buttons ?? []) expect(labels).toContain(label)
  if (step.outcome) expect(messages.map((message) => message.outcome)).toContain(step.outcome)
  if (step.asks) expect(status).toMatchObject({ criterion: step.asks })
  if (step.at) expect(status && 'step' in status ? `${status.step}/${status.of}` : undefined).toBe(step.at)
  if (step.verdict) expect(status).toMatchObject({ verdict: step.verdict })
  const criteria = status && 'criteria' in status ? status.criteria : []
  for (const verdict of ['met', 'unmet', 'unknown'] as const) {
    if (step[verdict]) expect(criteria.filter((one) => one.verdict === verdict).map((one) => one.id)).toEqual(step[verdict])
  }
  if (step.files !== undefined) expect(messages.flatMap((message) => message.attachments)).toHaveLength(step.files)
  for (const message of messages) for (const button of message.buttons.flat()) expect(button.action).toMatch(/^[\x21-\x7e]{1,64}$/)
}

describe('talks', () => {
  it.each(readdirSync(folder).filter((name) => name.endsWith('.yml')))('%s', (name) => {
    const { today, turns } = conversation.parse(parse(readFileSync(new URL(name, folder), 'utf8')))
    const people = new Map<string, Person>()
    turns.forEach((step, index) => {
      const who = step.who ?? 'one'
      const person = people.get(who) ?? { talk: newTalk(knowledge, today), answers: [] }
      people.set(who, person)
      const messages = takeStep(step, person)
      try {
        check(step, messages)
      } catch (error) {
        throw new Error(`turn ${index + 1} (${step.type ?? `[${step.press}]`}):\n${messages.map(plainText).join('\n\n')}`, { cause: error })
      }
    })
  })
})
