import type { ServerResponse } from 'node:http'
import type { Method } from './methods.ts'

/** What goes wrong with the next call. */
export type Fault =
  | { readonly kind: 'error'; readonly code: number; readonly description: string; readonly retryAfter?: number }
  /** A gateway's page in place of an answer. */
  | { readonly kind: 'page'; readonly code: number }
  /** The line is cut before an answer; nothing was done. */
  | { readonly kind: 'reset' }
  /** No answer ever. */
  | { readonly kind: 'hang' }
  /** Done, but the answer breaks off in the middle. */
  | { readonly kind: 'half' }

/** "error 429", "half" */
export function nameOf(fault: Fault): string {
  return 'code' in fault ? `${fault.kind} ${fault.code}` : fault.kind
}

/** Faults that wait for their call, in order; those for a method before those for any. */
export function createFaults() {
  const waiting: { readonly method: Method | 'any'; readonly fault: Fault }[] = []
  return {
    add(method: Method | 'any', fault: Fault, times = 1): void {
      for (let one = 0; one < times; one += 1) waiting.push({ method, fault })
    },
    take(method: Method): Fault | undefined {
      const index = waiting.findIndex((one) => one.method === method || one.method === 'any')
      return index === -1 ? undefined : waiting.splice(index, 1)[0]?.fault
    },
    get left(): number {
      return waiting.length
    },
  }
}

/** Answers as the fault has it. `done` is what the call would have given. */
export function failWith(fault: Fault, response: ServerResponse, done: () => string): void {
  switch (fault.kind) {
    case 'error': {
      const parameters = fault.retryAfter === undefined ? {} : { parameters: { retry_after: fault.retryAfter } }
      response.writeHead(fault.code, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ ok: false, error_code: fault.code, description: fault.description, ...parameters }))
      return
    }
    case 'page':
      response.writeHead(fault.code, { 'content-type': 'text/html' })
      response.end('<html><body>Bad Gateway</body></html>')
      return
    case 'reset':
      response.socket?.resetAndDestroy()
      return
    case 'hang':
      return
    case 'half': {
      const body = done()
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
      response.write(body.slice(0, body.length / 2), () => response.socket?.destroy())
    }
  }
}
