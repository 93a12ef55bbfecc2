import { openFileStore, openServerStore } from '../../src/store/open.ts'
import type { Store, StoreOptions } from '../../src/store/types.ts'

/** Where a store lies; plain JSON, so that a process of its own can be told. */
export type Where = { readonly dir: string } | { readonly url: string }

export function openStore(where: Where, options: StoreOptions): Promise<Store> {
  return 'dir' in where ? openFileStore(where.dir, options) : openServerStore(where.url, options, () => undefined)
}
