import { createRequire } from 'node:module'
import { CORE_SCHEMA, load } from 'js-yaml'
import type * as Yaml from 'yaml'
import type { Document } from 'yaml'
import type * as z from 'zod'
import type { Problem } from './problem.ts'
import { problemOf } from './schema-problem.ts'

/** The parser that keeps places: loaded when something is wrong, which is when a place is asked for. */
const yaml = () => createRequire(import.meta.url)('yaml') as typeof Yaml

export type Path = readonly PropertyKey[]

/** A YAML file that fits its schema, with the way back from a value to its line. */
export interface YamlFile<T> {
  readonly file: string
  readonly value: T
  readonly lineOf: (path: Path) => number
}

/** Reads the text against the schema: the value, or everything that is wrong with it. `file` is what problems name. */
export function readYaml<S extends z.ZodType>(file: string, text: string, schema: S): YamlFile<z.output<S>> | { readonly problems: readonly Problem[] } {
  const data = quickly(text) ?? carefully(file, text)
  if ('problems' in data) return data
  const { document, lineOf } = linesOf(text)
  // A file is read once: compiling its schema first would cost more than it saves.
  const read = schema.safeParse(data.value ?? {}, { jitless: true })
  if (read.success) return { file, value: read.data, lineOf }
  return { problems: read.error.issues.map((issue) => problemOf(issue, { file, lineOf, isWritten: (path) => document().hasIn(path) })) }
}

/** A quarter of the time of a parser that keeps places; undefined where something is wrong, or aliases (*) multiply. */
function quickly(text: string): { readonly value: unknown } | undefined {
  try {
    const value = load(text, { schema: CORE_SCHEMA })
    return holdsAtMost(text.length, value) ? { value } : undefined
  } catch {
    return undefined
  }
}

/** Written out, no text holds more values than letters: what does repeats an alias within an alias, or goes round in a circle. */
function holdsAtMost(most: number, value: unknown): boolean {
  const open = [value]
  let count = 1
  while (open.length > 0) {
    const next = open.pop()
    if (typeof next !== 'object' || next === null) continue
    const inside: unknown[] = Object.values(next)
    count += inside.length
    if (count > most) return false
    for (const one of inside) open.push(one)
  }
  return true
}

/** One slip makes the parser trip over all that follows: the first few are the ones to mend. */
const FIRST = 3

function carefully(file: string, text: string): { readonly value: unknown } | { readonly problems: readonly Problem[] } {
  const { LineCounter, parseDocument } = yaml()
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  if (document.errors.length > 0) return { problems: document.errors.slice(0, FIRST).map((error) => syntaxProblem(file, lines.linePos(error.pos[0]).line, error.code)) }
  try {
    return { value: document.toJS() as unknown }
  } catch {
    return { problems: [{ file, line: 1, message: 'Tệp dùng bí danh YAML (&, *) lặp quá nhiều', hint: 'Viết thẳng giá trị ra, không dùng & và *' }] }
  }
}

/** The way from a path to its line; the text is parsed for it when it is first asked for. */
export function linesOf(text: string): { document: () => Document; lineOf: (path: Path) => number } {
  let parsed: { document: Document; lines: Yaml.LineCounter } | undefined
  const parse = () => {
    const { LineCounter, parseDocument } = yaml()
    const lines = new LineCounter()
    return { document: parseDocument(text, { lineCounter: lines, prettyErrors: false }), lines }
  }
  const read = () => (parsed ??= parse())
  return { document: () => read().document, lineOf: (path) => read().lines.linePos(offsetOf(read().document, path)).line }
}

/** Where the deepest part of the path that is written begins. */
function offsetOf(document: Document, path: Path): number {
  const { isMap, isScalar, isSeq } = yaml()
  let node: unknown = document.contents
  let offset = 0
  for (const step of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))
      if (!pair) break
      if (isScalar(pair.key) && pair.key.range) offset = pair.key.range[0]
      node = pair.value
    } else if (isSeq(node)) {
      const item: unknown = node.items[Number(step)]
      if (item === undefined) break
      offset = (item as { range?: [number, number, number] | null }).range?.[0] ?? offset
      node = item
    } else break
  }
  return offset
}

const SYNTAX: Readonly<Record<string, readonly [string, string]>> = {
  DUPLICATE_KEY: ['Một khóa được viết hai lần trong cùng một mục', 'Bỏ một trong hai, hoặc gộp lại'],
  TAB_AS_INDENT: ['Dòng thụt vào bằng phím Tab', 'Thụt vào bằng dấu cách, mỗi cấp hai dấu'],
  BAD_INDENT: ['Dòng thụt vào không đúng cấp', 'Căn thẳng với các dòng cùng cấp ở trên, dùng dấu cách'],
  MISSING_CHAR: ['Thiếu một dấu: nháy kép, ngoặc hoặc hai chấm', 'Xem lại nháy kép mở và đóng, ngoặc { } và [ ], dấu hai chấm sau tên khóa'],
  MULTILINE_IMPLICIT_KEY: ['Tên khóa bị ngắt sang dòng khác', 'Viết "khóa: giá trị" trên một dòng; câu có dấu hai chấm thì đặt trong nháy kép'],
  BLOCK_AS_IMPLICIT_KEY: ['Có hai dấu hai chấm trên một dòng', 'Đặt cả câu có dấu hai chấm trong nháy kép'],
  UNEXPECTED_TOKEN: ['Có chữ hoặc dấu thừa ở đây', 'Đặt cả câu trong nháy kép; nháy kép ở trong câu thì viết \\" hoặc dùng nháy đơn bên ngoài'],
  BAD_ALIAS: ['Dấu * ở đầu giá trị bị hiểu là bí danh', 'Đặt câu trong nháy kép'],
}

function syntaxProblem(file: string, line: number, code: string): Problem {
  const [message, hint] = SYNTAX[code] ?? ['Tệp không đúng cách viết YAML', 'Xem lại dấu nháy, dấu hai chấm và cách thụt dòng ở đây và ngay dòng trên']
  return { file, line, message, hint }
}
