import type { AskedQuestion, Store } from '../store/types.ts'

const FLUSH_MS = 500
/** While the store is away no more than these are held. */
const MOST = 2000

/** Notes questions down together: one writing serves many. */
export function createQuestionLog(store: Pick<Store, 'recordQuestions'>, onError: (error: unknown) => void) {
  let waiting: AskedQuestion[] = []
  let timer: NodeJS.Timeout | undefined
  async function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    const batch = waiting.splice(0)
    try {
      await store.recordQuestions(batch)
    } catch (error) {
      onError(error)
      waiting = [...batch, ...waiting].slice(-MOST)
    }
  }
  return {
    note(question: AskedQuestion): void {
      waiting.push(question)
      timer ??= setTimeout(() => void flush(), FLUSH_MS).unref()
    },
    flush,
  }
}
