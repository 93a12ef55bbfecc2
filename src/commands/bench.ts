import { problem } from './problem.ts'
import { says } from './wording.ts'

/** `bench WHAT …`: measures and prints, asserts nothing. Gives the exit code. */
export async function bench([what = '', ...args]: readonly string[], knowledgeDir: string, write: (line: string) => void): Promise<number> {
  switch (what) {
    case 'retrieval':
      return (await import('./bench/retrieval.ts')).benchRetrieval([...args], write)
    case 'turns':
      return (await import('./bench/turns.ts')).benchTurns(knowledgeDir, write)
    case 'import':
      return (await import('./bench/import.ts')).benchImport([...args], write)
    case 'web':
      return (await import('./bench/web.ts')).benchWeb(knowledgeDir, write)
    case 'faults':
      return (await import('./bench/faults.ts')).benchFaults(args, write)
    case 'load':
      return (await import('./bench/load.ts')).benchLoad(args, knowledgeDir, write)
    default:
      throw problem(says.unknownBench)
  }
}
