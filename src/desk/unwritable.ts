import { DESK } from './wording.ts'

/** Why the knowledge folder cannot be written, in words; undefined where the error is another one. */
export function whyUnwritable(error: unknown): string | undefined {
  const { code = '' } = error as NodeJS.ErrnoException
  return DESK.unwritable[code]
}
