import type { Heard } from './incoming.ts'

/** Who has been told that nothing can be kept at the moment: once, however much they write and however often it is tried. */
export interface Regrets {
  say(heard: Heard): void
  /** This talk has been answered again. */
  over(talk: string): void
}

export function createRegrets(tell: (heard: Heard) => void): Regrets {
  const told = new Set<string>()
  return {
    say(heard) {
      if (told.has(heard.talk)) return
      told.add(heard.talk)
      tell(heard)
    },
    over: (talk) => void told.delete(talk),
  }
}
