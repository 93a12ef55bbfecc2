import type { Attachment } from '../answer/message.ts'

/** A file as it is sent. `name` carries its ending, `type` is its media type. */
export interface FileBytes {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

/** Makes the bytes of an attachment. Handed to a channel by the command: channels know no Word and no calendar. */
export type MakeFile = (attachment: Attachment) => Promise<FileBytes>
