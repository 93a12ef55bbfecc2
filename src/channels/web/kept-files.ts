import { randomBytes } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Attachment } from '../../answer/message.ts'

const MOST = 5000
const A_DAY = 24 * 60 * 60 * 1000

/** Files that answers have offered, as data: their bytes are made when somebody takes them. Addresses cannot be guessed, and last a day at most. */
export interface KeptFiles {
  /** Gives the address, relative to the page. */
  readonly keep: (attachment: Attachment) => string
  readonly take: (token: string) => Attachment | undefined
}

export function createKeptFiles(): KeptFiles {
  const files = new LRUCache<string, Attachment>({ max: MOST, ttl: A_DAY })
  return {
    keep(attachment) {
      const token = randomBytes(18).toString('base64url')
      files.set(token, attachment)
      return `files/${token}/${encodeURIComponent(attachment.name)}`
    },
    take: (token) => files.get(token),
  }
}
