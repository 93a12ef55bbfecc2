import type { Message } from '../src/answer/message.ts'
import type { Knowledge } from '../src/knowledge/types.ts'
import type { Day } from '../src/language/day.ts'
import { respond, type Turn } from '../src/respond.ts'
import { freshSession, type Session } from '../src/session.ts'

/** A talk with respond(), as a person has it: words typed, buttons pressed by what stands on them. */
export interface Talk {
  session: Session
  messages: readonly Message[]
  /** Everything answered to a turn. Sessions pass through JSON, as a store keeps them. */
  take(turn: Turn): readonly Message[]
  type(text: string): readonly Message[]
  /** Presses the first button whose label holds these words. */
  press(label: string): readonly Message[]
}

export function newTalk(knowledge: Knowledge, today: Day): Talk {
  const talk: Talk = {
    session: freshSession,
    messages: [],
    take(turn) {
      const reply = respond(turn, talk.session, knowledge, today)
      talk.session = JSON.parse(JSON.stringify(reply.session)) as Session
      talk.messages = reply.messages
      return reply.messages
    },
    type: (text) => talk.take({ text }),
    press: (label) => talk.take({ action: actionOf(talk.messages, label) }),
  }
  return talk
}

export function actionOf(messages: readonly Message[], label: string): string {
  const buttons = messages.flatMap((message) => message.buttons.flat())
  const found = buttons.find((button) => button.label === label) ?? buttons.find((button) => button.label.includes(label))
  if (!found) throw new Error(`no button "${label}" among ${buttons.map((button) => button.label).join(', ')}`)
  return found.action
}

/** The check's field of the last message that has one. */
export function statusOf(messages: readonly Message[]) {
  return messages.findLast((message) => message.check)?.check
}
