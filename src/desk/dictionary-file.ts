import { randomUUID } from 'node:crypto'
import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { withEntry } from '../knowledge/dictionary-entry.ts'
import { DICTIONARY_FILE, readDictionaryText } from '../knowledge/dictionary.ts'
import { problemLine } from '../knowledge/problem.ts'
import type { DictionaryEntry } from '../knowledge/types.ts'
import { whyUnwritable } from './unwritable.ts'

/** What became of a writing; nothing has changed in the file unless it is "written". */
export type Written = { readonly kind: 'written' } | { readonly kind: 'invalid' | 'unwritable'; readonly reason: string }

/** Writes an entry into the folder's dictionary.yml, all at once: who reads it meanwhile sees the old file or the new one. */
export function writeEntry(dir: string, entry: DictionaryEntry): Written {
  const file = join(dir, DICTIONARY_FILE)
  const aside = join(dir, `.${DICTIONARY_FILE}.${randomUUID()}`)
  try {
    const before = existsSync(file) ? readFileSync(file, 'utf8') : ''
    const broken = whatIsWrong(before)
    if (broken !== undefined) return { kind: 'invalid', reason: broken }
    const text = withEntry(before, entry)
    const wrong = whatIsWrong(text)
    if (wrong !== undefined) return { kind: 'invalid', reason: wrong }
    writeFileSync(aside, text)
    renameSync(aside, file)
    return { kind: 'written' }
  } catch (error) {
    rmSync(aside, { force: true })
    return { kind: 'unwritable', reason: whyUnwritable(error) ?? String(error) }
  }
}

function whatIsWrong(text: string): string | undefined {
  const read = readDictionaryText(DICTIONARY_FILE, text)
  return 'problems' in read ? read.problems.map(problemLine).join(' ') : undefined
}
