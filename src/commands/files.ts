import type { MakeFile } from '../channels/files.ts'

/** The bytes of an answer's file. */
export const makeFile: MakeFile = (attachment) => Promise.reject(new Error(`no maker for ${attachment.content.kind}`))
