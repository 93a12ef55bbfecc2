import type { Message } from '../../answer/message.ts'
import type { FetchFile, FileTurn, Turn } from '../../respond.ts'

/** What came in, as it is kept until its answer has gone out; `answer` where the talk has answered and only the sending is left. */
export interface Entry {
  readonly id: number
  readonly chat: string
  readonly body: string
  readonly answer?: string
}

/** Keeps what came in, so that each update is handled once, also across a crash and by one process of many. Rejects while it is away. */
export interface Journal {
  /** Those never seen before, in order: this worker's to handle. */
  takeIn(worker: string, entries: readonly Entry[]): Promise<readonly Entry[]>
  /** What workers left that are gone: this worker's from now on. */
  adopt(worker: string): Promise<readonly Entry[]>
  /** Makes what other workers have open free for adoption: for who knows that no other process is at work. */
  takeOver(worker: string): Promise<void>
  hasEarlier(chat: string, id: number): Promise<boolean>
  /** The answers have gone out. */
  finish(ids: readonly number[]): Promise<void>
  keepAlive(worker: string): Promise<void>
}

/** Names the update that a turn came with: its answer is kept under it, together with the session. */
export interface Receipt {
  readonly worker: string
  readonly update: number
}

/** What a turn that takes its time may use before its answer is there. */
export interface Meanwhile {
  readonly fetchFile: FetchFile
  /** Says something at once, ahead of the answer. */
  readonly tell: (message: Message) => void
  /** The program is to end: what is not done by then is taken up by the next start. */
  readonly stop: AbortSignal
}

/**
 * Answers a turn of a talk, and keeps session and answer in one go. Undefined where another worker has the update by now, or
 * the next start will: nothing is to be said. Rejects, with nothing kept, while the store is away.
 */
export type Answer = (chat: string, turn: Turn | FileTurn, receipt: Receipt, meanwhile: Meanwhile) => Promise<readonly Message[] | undefined>
