import { expect, it } from 'vitest'
import { inOrder } from '../../src/channels/in-order.ts'

/** Work that ends when it is told to. */
function held() {
  let end = () => {}
  const ended = new Promise<void>((resolve) => (end = resolve))
  return { ended, end }
}

it('runs the work of one key in the order it came, and that of another beside it', async () => {
  const run = inOrder()
  const log: string[] = []
  const first = held()
  const one = run('a', async () => {
    await first.ended
    log.push('a1')
  })
  const two = run('a', () => Promise.resolve(void log.push('a2')))
  await run('b', () => Promise.resolve(void log.push('b1')))
  first.end()
  await Promise.all([one, two])
  expect(log).toEqual(['b1', 'a1', 'a2'])
})

it('goes on after work that failed', async () => {
  const run = inOrder()
  const failed = run('a', () => Promise.reject(new Error('no')))
  const next = run('a', () => Promise.resolve('next'))
  await expect(failed).rejects.toThrow('no')
  expect(await next).toBe('next')
})
