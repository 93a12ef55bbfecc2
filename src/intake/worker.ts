import { parentPort, workerData } from 'node:worker_threads'
import { digest, type Order } from './digest.ts'
import { refusalOf } from './refusal.ts'

/** The thread in which an upload is read: what it costs is bounded by who starts it (see take-in.ts). */
const { order } = workerData as { order: Order }
// A library's promise that nobody waits for any more: the file is at fault, and waiting for the rest would be in vain.
process.on('unhandledRejection', () => parentPort?.postMessage({ refusal: 'Tệp bị hỏng, không đọc được.' }))
digest(order, (said) => parentPort?.postMessage({ progress: said })).then(
  (draft) => parentPort?.postMessage({ draft }),
  (error: unknown) => {
    const refusal = refusalOf(error)
    parentPort?.postMessage(refusal === undefined ? { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) } : { refusal })
  },
)
