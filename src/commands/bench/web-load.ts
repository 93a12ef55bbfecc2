import { setTimeout as pause } from 'node:timers/promises'

/** Readers of the page, in a process of their own so that they do not stand in the server's way. */
export interface Load {
  readonly origin: string
  readonly questions: readonly string[]
  readonly sessions: number
  readonly turns: number
  /** Milliseconds between an answer and the next question; 0 for as fast as it goes. */
  readonly pauseMs: number
}

export interface Loaded {
  /** Milliseconds of each turn. */
  readonly times: readonly number[]
  readonly elapsedMs: number
}

process.once('message', (load: Load) => {
  const started = performance.now()
  void Promise.all(Array.from({ length: load.sessions }, (_, session) => read(load, session))).then((times) => {
    process.send?.({ times: times.flat(), elapsedMs: performance.now() - started } satisfies Loaded)
    process.disconnect()
  })
})

async function read({ origin, questions, turns, pauseMs }: Load, session: number): Promise<number[]> {
  const times: number[] = []
  let cookie = ''
  await pause(Math.random() * pauseMs)
  for (let turn = 0; turn < turns; turn += 1) {
    const text = questions[(session * 7 + turn) % questions.length]
    const before = performance.now()
    const response = await fetch(`${origin}/api/turn`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-so-tay': '1', origin, cookie },
      body: JSON.stringify({ id: `bench-${session}-${turn}`, text }),
    })
    await response.arrayBuffer()
    if (!response.ok) throw new Error(`a turn was refused with ${response.status}`)
    times.push(performance.now() - before)
    cookie = response.headers.get('set-cookie')?.split(';')[0] ?? cookie
    await pause(pauseMs)
  }
  return times
}
