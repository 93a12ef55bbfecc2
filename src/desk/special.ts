import type { Message } from '../answer/message.ts'
import type { DeskTask, Session } from '../session.ts'

/** The answer to a turn that respond() knows nothing of; the session stays as it is but for its desk task, or is `forgotten`. */
export interface Special {
  readonly messages: readonly Message[]
  readonly forgotten?: true
  /** What the administrator is now in the middle of; "none" ends it. */
  readonly task?: DeskTask | 'none'
}

export function withTask(session: Session, task: Special['task']): Session {
  if (task === undefined) return session
  const { desk: _over, ...rest } = session
  return task === 'none' ? rest : { ...rest, desk: task }
}

/** The command and what stands behind it: "/thongke 7" is ["thongke", "7"]. */
export function commandOf(text: string): readonly [name: string, rest: string] | undefined {
  const match = /^\s*\/([a-z]+)(?:@\w+)?(?:\s+(.*))?$/is.exec(text)
  return match?.[1] === undefined ? undefined : [match[1].toLowerCase(), (match[2] ?? '').trim()]
}
