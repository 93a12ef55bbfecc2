import { setTimeout as pause } from 'node:timers/promises'
import { parentPort, workerData } from 'node:worker_threads'

/** Readers of the page, in a thread of their own so that they do not stand in the server's way. */
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

const { origin, questions, sessions, turns, pauseMs } = workerData as Load
const times: number[] = []
const started = performance.now()
await Promise.all(Array.from({ length: sessions }, (_, session) => read(session)))
parentPort?.postMessage({ times, elapsedMs: performance.now() - started } satisfies Loaded)

async function read(session: number): Promise<void> {
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
}
