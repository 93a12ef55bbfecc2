import { Hono } from 'hono'
import { health, listen, type App, type Listening } from '../channels/listen.ts'

/** Upper edges in seconds. */
const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5]

/** What is counted while the bot runs, as Prometheus reads it. */
export interface Metrics {
  turn(outcomes: readonly string[], ms: number): void
  reminder(delivery: string): void
  error(): void
  text(): string
}

/** `inHand`: updates whose answer has not gone out. */
export function createMetrics(inHand: () => number): Metrics {
  const outcomes = new Map<string, number>()
  const reminders = new Map<string, number>()
  const buckets = BUCKETS.map(() => 0)
  let turns = 0
  let seconds = 0
  let errors = 0
  const raise = (counts: Map<string, number>, name: string) => void counts.set(name, (counts.get(name) ?? 0) + 1)
  const labelled = (name: string, label: string, counts: Map<string, number>) => [`# TYPE ${name} counter`, ...[...counts].map(([value, count]) => `${name}{${label}="${value}"} ${count}`)]
  return {
    turn(said, ms) {
      turns += 1
      seconds += ms / 1000
      for (const outcome of said) raise(outcomes, outcome)
      BUCKETS.forEach((edge, index) => {
        if (ms / 1000 <= edge) buckets[index] = (buckets[index] ?? 0) + 1
      })
    },
    reminder: (delivery) => raise(reminders, delivery),
    error: () => void (errors += 1),
    text: () =>
      [
        '# TYPE sotay_turn_seconds histogram',
        ...BUCKETS.map((edge, index) => `sotay_turn_seconds_bucket{le="${edge}"} ${buckets[index]}`),
        `sotay_turn_seconds_bucket{le="+Inf"} ${turns}`,
        `sotay_turn_seconds_sum ${seconds}`,
        `sotay_turn_seconds_count ${turns}`,
        ...labelled('sotay_messages_total', 'outcome', outcomes),
        ...labelled('sotay_reminders_total', 'delivery', reminders),
        '# TYPE sotay_errors_total counter',
        `sotay_errors_total ${errors}`,
        '# TYPE sotay_updates_in_hand gauge',
        `sotay_updates_in_hand ${inHand()}`,
        '# TYPE process_resident_memory_bytes gauge',
        `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
        '',
      ].join('\n'),
  }
}

/** /metrics, /healthz and /readyz. Rejects with Node's error where the address cannot be had. */
export function serveMetrics(metrics: Metrics, ready: () => Promise<void>, place: { readonly host: string; readonly port: number }): Promise<Listening> {
  const app: App = new Hono()
  health(app, ready)
  app.get('/metrics', (context) => context.text(metrics.text(), 200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8' }))
  return listen(app, place)
}
