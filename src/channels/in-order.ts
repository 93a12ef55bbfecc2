/**
 * Work under one key runs strictly one after another, in the order it was handed in; keys run side by side.
 * A piece that fails rejects its own promise and holds up nothing. Keeps nothing of a key whose work is done.
 */
export function inOrder(): <T>(key: string, work: () => Promise<T>) => Promise<T> {
  const tails = new Map<string, Promise<unknown>>()
  return (key, work) => {
    const before = tails.get(key)
    const result = before === undefined ? work() : before.then(work, work)
    tails.set(key, result)
    const forget = () => {
      if (tails.get(key) === result) tails.delete(key)
    }
    result.then(forget, forget)
    return result
  }
}
