import type { Message } from './answer/message.ts'
import type { Session } from './session.ts'

/**
 * What came in: words, or the action of a pressed button. Every channel takes this one path. `member`: said in a group
 * by somebody who is none of its administrators; only they set what concerns the whole group. `unreachable`: said where
 * nothing can be written to later, as on a page. `by`: the name of who pressed, told only where it is to be kept with what
 * was decided. `whole`: said where no button can be pressed, so that a long answer is told at once.
 */
export type Turn = ({ readonly text: string } | { readonly action: string }) & { readonly member?: boolean; readonly unreachable?: boolean; readonly by?: string; readonly whole?: boolean }

export interface Reply {
  readonly messages: readonly Message[]
  readonly session: Session
}

/** A talk as a channel sees it: a chat's key and a turn in, what to say out. Sessions are loaded and kept behind it. */
export type Talk = (chat: string, turn: Turn) => Promise<Reply>

/** A file that was sent, as its channel names it; `size` in bytes. */
export interface SentFile {
  readonly id: string
  readonly name: string
  readonly size: number
}

/** A file came in, maybe with words below it. Only a desk takes it. */
export interface FileTurn {
  readonly file: SentFile
  readonly text?: string
}

/** The bytes of a sent file; "away" where the channel cannot be reached now, "refused" where it does not hand the file out. Never rejects. */
export type FetchFile = (id: string) => Promise<Uint8Array | 'away' | 'refused'>
