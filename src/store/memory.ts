import { freshSession, type Kept, type Sessions } from '../session.ts'

/** Talks kept for as long as the process lives: the terminal, and where no database is wanted. */
export function sessionsInMemory(): Sessions {
  const talks = new Map<string, Kept>()
  const keptOf = (chat: string) => talks.get(chat) ?? { session: freshSession, revision: 0 }
  return {
    load: (chat) => Promise.resolve(keptOf(chat)),
    save: (chat, before, session) => {
      const revision = keptOf(chat).revision
      if (revision !== before.revision) return Promise.resolve(false)
      talks.set(chat, { session, revision: revision + 1 })
      return Promise.resolve(true)
    },
  }
}
