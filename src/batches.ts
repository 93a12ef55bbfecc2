/**
 * Hands things on together: whatever is added while one batch is under way makes the next one, of at most `most`.
 * Settles with what `work` gives for that thing's place; rejects as `work` does. A batch waits for `rounds` of events first:
 * no time where there is little to do, and where there is much, time for more to come along.
 */
export function inBatches<T, R>(most: number, work: (batch: readonly T[]) => Promise<readonly R[]>, rounds = 1): (one: T) => Promise<R> {
  const waiting: { readonly one: T; readonly resolve: (result: R) => void; readonly reject: (error: unknown) => void }[] = []
  let isBusy = false
  async function run(): Promise<void> {
    isBusy = true
    while (waiting.length > 0) {
      for (let left = rounds; left > 0; left -= 1) await new Promise(setImmediate)
      const batch = waiting.splice(0, most)
      try {
        const results = await work(batch.map(({ one }) => one))
        batch.forEach(({ resolve }, index) => resolve(results[index] as R))
      } catch (error) {
        batch.forEach(({ reject }) => reject(error))
      }
    }
    isBusy = false
  }
  return (one) =>
    new Promise((resolve, reject) => {
      waiting.push({ one, resolve, reject })
      if (!isBusy) void run()
    })
}

/** What became of one of many, handed on to whoever waits for it: the failure of one is no failure of the others. */
export function outcomeOf<T>(work: Promise<T>): Promise<() => Promise<T>> {
  return work.then(
    (result) => () => Promise.resolve(result),
    (error: unknown) => () => Promise.reject(error as Error),
  )
}
