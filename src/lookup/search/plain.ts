import MiniSearch from 'minisearch'
import type { SearchDocument } from './search.ts'

/** MiniSearch as it comes, to measure against. Gives ids, best first. */
export function buildPlainSearch(documents: readonly SearchDocument[]): (query: string, limit: number) => string[] {
  const index = new MiniSearch<SearchDocument>({ fields: ['title', 'text'] })
  index.addAll(documents)
  return (query, limit) => index.search(query).slice(0, limit).map(({ id }) => id as string)
}
