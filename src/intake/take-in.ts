import { Worker } from 'node:worker_threads'
import type { Draft, Order } from './digest.ts'
import { LIMITS } from './limits.ts'
import { refuse } from './refusal.ts'

const TOO_COSTLY = 'Tệp quá lớn hoặc quá phức tạp, đã dừng đọc.'
const LOOK_EVERY = 250
const MEGABYTE = 1024 * 1024

type Said = { progress: string } | { draft: Draft } | { refusal: string } | { failure: string }

/**
 * Reads an upload in a thread of its own, bounded in time and memory. Throws a refusal (see refusalOf) for what cannot be
 * taken in, any other error for a fault of ours.
 */
export function takeIn(order: Order, progress: (said: string) => void, milliseconds: number = LIMITS.milliseconds): Promise<Draft> {
  if (order.bytes.length > LIMITS.fileBytes) return Promise.reject(refuse('Tệp lớn hơn 20 MB, không nhận.'))
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('../launch.js', import.meta.url), {
      workerData: { order, entry: 'intake/worker' },
      resourceLimits: { maxOldGenerationSizeMb: LIMITS.heapMegabytes, stackSizeMb: 8 },
      stderr: true,
    })
    const atStart = process.memoryUsage.rss()
    let ended = false
    const end = (finish: () => void) => {
      if (ended) return
      ended = true
      clearTimeout(clock)
      clearInterval(watch)
      void worker.terminate().then(finish)
    }
    const clock = setTimeout(() => end(() => reject(refuse(TOO_COSTLY))), milliseconds)
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - atStart > LIMITS.residentMegabytes * MEGABYTE) end(() => reject(refuse(TOO_COSTLY)))
    }, LOOK_EVERY)
    worker.on('message', (said: Said) => {
      if ('progress' in said) progress(said.progress)
      else if ('draft' in said) end(() => resolve(said.draft))
      else if ('refusal' in said) end(() => reject(refuse(said.refusal)))
      else end(() => reject(new Error(said.failure)))
    })
    worker.on('exit', () => end(() => reject(refuse(TOO_COSTLY))))
    worker.on('error', (error: NodeJS.ErrnoException) => end(() => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? refuse(TOO_COSTLY) : error)))
  })
}
