import type { Message } from '../answer/message.ts'

/** The answer to a turn that respond() knows nothing of; the session stays as it is, or is `forgotten`. */
export interface Special {
  readonly messages: readonly Message[]
  readonly forgotten?: true
}

/** The command and what stands behind it: "/thongke 7" is ["thongke", "7"]. */
export function commandOf(text: string): readonly [name: string, rest: string] | undefined {
  const match = /^\s*\/([a-z]+)(?:@\w+)?(?:\s+(.*))?$/is.exec(text)
  return match?.[1] === undefined ? undefined : [match[1].toLowerCase(), (match[2] ?? '').trim()]
}
