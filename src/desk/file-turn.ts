import { say } from '../answer/absent.ts'
import type { FileTurn } from '../respond.ts'
import { isAdministrator } from './administrator.ts'
import { PLAN } from './plan-wording.ts'
import type { Special } from './special.ts'
import { uploadTurn, type Meanwhile, type UploadParts } from './upload.ts'

/** A file came in. Undefined where words stand below a stranger's file: those are answered all the same. */
export async function fileTurn(chat: string, { file, text }: FileTurn, parts: UploadParts & { readonly administrators: readonly number[] }, meanwhile: Meanwhile): Promise<Special | 'stopped' | undefined> {
  if (!isAdministrator(chat, parts.administrators)) return text === undefined || text === '' ? { messages: [say(PLAN.notForYou)] } : undefined
  if (isGroup(chat)) return { messages: [say(PLAN.inPrivate)] }
  return (await uploadTurn(file, parts, meanwhile)) ?? 'stopped'
}

/** "tg:-100123:42" */
function isGroup(chat: string): boolean {
  return chat.split(':').length > 2
}
