import { problem } from './problem.ts'
import { says } from './wording.ts'

/** `bench WHAT …`: measures and prints, asserts nothing. Gives the exit code. */
export async function bench([what, ...args]: readonly string[], write: (line: string) => void): Promise<number> {
  switch (what ?? '') {
    case 'retrieval':
      return (await import('./bench/retrieval.ts')).benchRetrieval([...args], write)
    default:
      throw problem(says.unknownBench)
  }
}
