import { readFileSync } from 'node:fs'
import * as z from 'zod'
import { fold } from '../../language/normalise.ts'
import { buildPlainSearch } from '../../lookup/search/plain.ts'
import { buildSearch } from '../../lookup/search/search.ts'

const retrievalFile = z.object({
  docs: z.array(z.object({ id: z.string(), title: z.string().optional(), text: z.string() })).min(1),
  queries: z.array(z.object({ id: z.string(), text: z.string(), gold: z.array(z.string()).min(1) })).min(1),
})
type RetrievalSet = z.infer<typeof retrievalFile>

/** Shares of the questions, 0 to 1; `mrr` looks at the first ten; `ms` a question. */
interface Figures {
  readonly p1: number
  readonly r10: number
  readonly mrr: number
  readonly ms: number
}

const DEPTH = 10

/**
 * Measures the search on a set of questions with known answers.
 * @param args a file {docs:[{id,title,text}],queries:[{id,text,gold:[id]}]}, and --json for one JSON object instead of a table.
 * @returns the exit code: 0, or 1 where the file cannot be used.
 */
export function benchRetrieval(args: string[], write: (line: string) => void): number {
  const file = args.find((argument) => !argument.startsWith('--'))
  const set = file === undefined ? 'Thiếu tệp câu hỏi: npm run bench -- retrieval FILE [--json]' : read(file)
  if (typeof set === 'string') {
    write(set)
    return 1
  }
  const built = buildSearch(set.docs)
  const own = (query: string) => built.search(query, DEPTH).map(({ id }) => id)
  const plain = buildPlainSearch(set.docs)
  const figures = {
    marked: measure(set.queries, own),
    unmarked: measure(set.queries.map((query) => ({ ...query, text: fold(query.text) })), own),
    plain: measure(set.queries, (query) => plain(query, DEPTH)),
  }
  if (args.includes('--json')) write(JSON.stringify(figures))
  else for (const line of table(figures, set)) write(line)
  return 0
}

function read(file: string): RetrievalSet | string {
  try {
    const parsed = retrievalFile.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    return parsed.success ? parsed.data : `${file}: ${z.prettifyError(parsed.error)}`
  } catch (error) {
    return `${file}: ${error instanceof Error ? error.message : String(error)}`
  }
}

function measure(queries: RetrievalSet['queries'], search: (query: string) => string[]): Figures {
  const start = performance.now()
  const found = queries.map(({ text }) => search(text))
  const ms = (performance.now() - start) / queries.length
  const share = (count: (ids: readonly string[], gold: readonly string[]) => number) =>
    queries.reduce((sum, { gold }, index) => sum + count(found[index] ?? [], gold), 0) / queries.length
  return {
    p1: share(([first], gold) => Number(first !== undefined && gold.includes(first))),
    r10: share((ids, gold) => gold.filter((id) => ids.includes(id)).length / gold.length),
    mrr: share((ids, gold) => {
      const rank = ids.findIndex((id) => gold.includes(id))
      return rank < 0 ? 0 : 1 / (rank + 1)
    }),
    ms,
  }
}

function table(figures: Readonly<Record<'marked' | 'unmarked' | 'plain', Figures>>, { docs, queries }: RetrievalSet): string[] {
  const row = (name: string, { p1, r10, mrr, ms }: Figures) =>
    name.padEnd(28) + [p1, r10, mrr].map((share) => (100 * share).toFixed(1).padStart(7)).join('') + ms.toFixed(2).padStart(12)
  return [
    `${docs.length} văn bản, ${queries.length} câu hỏi`,
    `${''.padEnd(28)}    P@1   R@10    MRR  ms một câu`,
    row('có dấu', figures.marked),
    row('không dấu', figures.unmarked),
    row('MiniSearch mặc định, có dấu', figures.plain),
  ]
}
