import { isMap, isSeq, parseDocument, type YAMLMap } from 'yaml'
import { tokenise } from '../language/tokens.ts'
import type { Problem } from './problem.ts'
import { dictionaryFile } from './schema.ts'
import type { DictionaryEntry } from './types.ts'
import { readYaml } from './yaml-file.ts'

/**
 * dictionary.yml: what administrators taught a running bot. A file of its own, so that vocabulary.yml stays as people
 * wrote it and as the project brings it; lines and comments that people put in here stay as they are too.
 */

export const DICTIONARY_FILE = 'dictionary.yml'

const HEAD = ` Từ điển bot học thêm: quản trị viên thêm từ Telegram (/chuatraloi), cũng có thể sửa hay xóa dòng ở đây.
 phrase: người hỏi nói thế nào; means: bot hiểu là gì. Bot đang chạy nhận thay đổi trong vài giây.`

/** The entries of the text, or everything that is wrong with it. `file` is what problems name. */
export function readDictionaryText(file: string, text: string): { readonly value: readonly DictionaryEntry[] } | { readonly problems: readonly Problem[] } {
  const read = readYaml(file, text, dictionaryFile)
  if ('problems' in read) return read
  const { entries } = read.value
  const keys = entries.map(({ phrase }) => phraseKey(phrase))
  const problems = entries.flatMap(({ phrase }, at): Problem[] => {
    const line = read.lineOf(['entries', at, 'phrase'])
    if (keys[at] === '') return [{ file, line, message: `“${phrase}” không có chữ nào`, hint: 'Ghi từ hoặc cụm từ mà người hỏi dùng' }]
    return keys.indexOf(keys[at] as string) < at ? [{ file, line, message: `“${phrase}” có hai dòng`, hint: 'Giữ lại một dòng' }] : []
  })
  return problems.length > 0 ? { problems } : { value: entries }
}

/** The same for every way of typing a phrase with its marks. */
export function phraseKey(phrase: string): string {
  return tokenise(phrase).map((token) => token.key).join(' ')
}

/** The text with the entry added, in place of one for the same phrase; all else stays, comments too. */
export function withEntry(text: string, entry: DictionaryEntry): string {
  const document = parseDocument(text)
  if (text.trim() === '') document.commentBefore = HEAD
  const list = document.get('entries')
  const entries = isSeq(list) ? list : document.createNode([])
  entries.flow = false
  const there = entries.items.find((item): item is YAMLMap => {
    const phrase: unknown = isMap(item) ? item.get('phrase') : undefined
    return typeof phrase === 'string' && phraseKey(phrase) === phraseKey(entry.phrase)
  })
  if (there) for (const [key, value] of Object.entries(entry)) there.set(key, value)
  else {
    const node = document.createNode(entry)
    node.flow = true
    entries.items.push(node)
  }
  document.set('entries', entries)
  return document.toString({ lineWidth: 0, flowCollectionPadding: true })
}
