import { says } from './wording.ts'

/** Why a store cannot be opened or written, in words for who runs the program. */
export function reasonOf(error: unknown): string {
  const { code = '', message = '' } = error as NodeJS.ErrnoException
  const known = says.storeReasons.find(([codes]) => codes.test(`${code} ${message}`))
  return known ? known[1] : code || message
}
