import { isMap, isSeq, parseDocument, type YAMLMap } from 'yaml'
import { phraseKey } from './dictionary.ts'
import type { DictionaryEntry } from './types.ts'

const HEAD = ` Từ điển bot học thêm: quản trị viên thêm từ Telegram (/chuatraloi), cũng có thể sửa hay xóa dòng ở đây.
 phrase: người hỏi nói thế nào; means: bot hiểu là gì. Bot đang chạy nhận thay đổi trong vài giây.`

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
