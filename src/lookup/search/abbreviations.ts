import { isSyllable } from '../../language/spelling-syllable.ts'
import type { Token } from '../../language/tokens.ts'
import type { Line } from './terms.ts'

/** Words that may stand between a name and its short form: "an ninh Tổ quốc (gọi tắt là ANTQ)". */
const BETWEEN: ReadonlySet<string> = new Set(['sau', 'day', 'viet', 'goi', 'tat', 'la', 'chung'])

/**
 * The abbreviations a line itself brings in, each with what it stands for: "an ninh Tổ quốc (ANTQ)", "BCĐ: Ban Chỉ đạo".
 * Only where the first letters agree, one a syllable; one that reads as a word ("BAN") is left out.
 */
export function abbreviationsIn({ text, tokens }: Line): [long: string, short: string][] {
  return tokens.flatMap((token, index): [string, string][] => {
    const letters = token.folded
    if (!/^\p{Lu}{2,8}$/u.test(token.text) || isSyllable(letters)) return []
    const long = before(tokens, index, text) ?? after(tokens, index, text)
    return long ? [[long, token.text]] : []
  })
}

function before(tokens: readonly Token[], index: number, line: string): string | undefined {
  let end = index
  while (index - end < 4 && BETWEEN.has(tokens[end - 1]?.folded ?? '')) end -= 1
  const words = tokens.slice(Math.max(0, end - (tokens[index]?.text.length ?? 0)), end)
  const [first, last] = [words[0], words.at(-1)]
  const opened = last && /[("“]/.test(line.slice(last.end, tokens[index]?.start))
  return opened && first && spells(words, tokens[index]) ? line.slice(first.start, last.end) : undefined
}

function after(tokens: readonly Token[], index: number, line: string): string | undefined {
  const short = tokens[index] as Token
  const words = tokens.slice(index + 1, index + 1 + short.text.length)
  const [first, last] = [words[0], words.at(-1)]
  if (!first || !last || !/^["”)]?\s*(?:[:=–-]|là)\s*["“]?$/.test(line.slice(short.end, first.start))) return undefined
  return spells(words, short) ? line.slice(first.start, last.end) : undefined
}

function spells(words: readonly Token[], short: Token | undefined): boolean {
  return words.length > 1 && words.map(({ folded }) => folded.charAt(0)).join('') === short?.folded
}
