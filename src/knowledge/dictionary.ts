import { tokenise } from '../language/tokens.ts'
import type { Found, Problem } from './problem.ts'
import { dictionaryFile } from './schema.ts'
import type { DictionaryEntry } from './types.ts'
import { readYaml } from './yaml-file.ts'

/**
 * dictionary.yml: what administrators taught a running bot. A file of its own, so that vocabulary.yml stays as people
 * wrote it and as the project brings it; lines and comments that people put in here stay as they are too.
 */

export const DICTIONARY_FILE = 'dictionary.yml'

/** The entries of the text, or everything that is wrong with it. `file` is what problems name. */
export function readDictionaryText(file: string, text: string): Found<readonly DictionaryEntry[]> {
  const read = readYaml(file, text, dictionaryFile)
  if ('problems' in read) return read
  const { entries } = read.value
  const keys = entries.map(({ phrase }) => phraseKey(phrase))
  const problems = entries.flatMap(({ phrase }, at): Problem[] => {
    const line = () => read.lineOf(['entries', at, 'phrase'])
    if (keys[at] === '') return [{ file, line: line(), message: `“${phrase}” không có chữ nào`, hint: 'Ghi từ hoặc cụm từ mà người hỏi dùng' }]
    return keys.indexOf(keys[at] as string) < at ? [{ file, line: line(), message: `“${phrase}” có hai dòng`, hint: 'Giữ lại một dòng' }] : []
  })
  return problems.length > 0 ? { problems } : { value: entries }
}

/** The same for every way of typing a phrase with its marks. */
export function phraseKey(phrase: string): string {
  return tokenise(phrase).map((token) => token.key).join(' ')
}
