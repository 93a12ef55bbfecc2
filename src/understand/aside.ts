import type { Token } from '../language/tokens.ts'
import type { Word } from './request.ts'

/** The story around a question: "em quên ghi hạn nộp hồ sơ", "hôm qua họp có nhắc, …". It must not hide that the plan does answer. */

/** First syllables of cues whose object follows them: "hạn nộp hồ sơ", "tiêu chuẩn khen". */
const HEADS: ReadonlySet<string> = new Set(['han', 'thoi', 'ho', 'giai', 'giay', 'thanh', 'tieu', 'dieu', 'chi', 'ti', 'so', 'thu', 'qui', 'trinh', 'can', 'khau', 'chu', 'kinh', 'qua', 'lo', 'tre', 'het'])
/** nào, mấy, gì, bao nhiêu, bao lâu: what stands beside them is asked about, whatever else is. */
const QUESTION: ReadonlySet<string> = new Set(['nao2', 'mây1', 'gi2', 'nhiêu', 'lâu'])
const NEEDS = 'can'
const BREAK = /[,.;:!?\n–—]/

/**
 * Indexes of content words that stand beside the question: in a stretch between commas where nothing is asked, or before
 * a cue that has its object behind it. `cued`: indexes of the words of cues, `outright` of
 * those that ask outright.
 */
export function findAsides(text: string, words: readonly Word[], tokens: readonly Token[], content: readonly number[], cued: ReadonlySet<number>, outright: ReadonlySet<number>): ReadonlySet<number> {
  const stretches = stretchesOf(text, words, tokens, new Set(content.map((index) => words[index]?.at)))
  const asking = new Set([...outright, ...words.flatMap(({ key }, index) => (QUESTION.has(key) || closesQuestion(words, stretches, index) ? [index] : []))].map((index) => stretches[index]))
  const asides = new Set<number>()
  for (const index of content) {
    if (cued.has(index)) continue
    if (asking.size > 0 && !asking.has(stretches[index])) asides.add(index)
    else if (beforeHead(index, words, stretches, content, cued)) asides.add(index)
  }
  return asides
}

/** "có phải báo cáo không, trước ngày nào": the first of two questions is no story. */
function closesQuestion(words: readonly Word[], stretches: readonly number[], index: number): boolean {
  const here = stretches[index]
  if (words[index]?.key !== 'không' || stretches[index + 1] === here) return false
  return words.some(({ folded }, at) => at < index && stretches[at] === here && folded === 'co')
}

/** The number of the stretch between breaks that each word stands in. A comma between two things is a list, and breaks nothing. */
function stretchesOf(text: string, words: readonly Word[], tokens: readonly Token[], content: ReadonlySet<number | undefined>): number[] {
  const ofToken: number[] = []
  let stretch = 0
  let end = 0
  for (const [at, token] of tokens.entries()) {
    const between = text.slice(end, token.start)
    if (BREAK.test(between) && !(between.trim() === ',' && content.has(at - 1) && content.has(at))) stretch++
    ofToken.push(stretch)
    end = token.end
  }
  return words.map((word) => ofToken[word.at] ?? 0)
}

/** "em quên ghi" before "hạn nộp hồ sơ"; not "đăng ký thi đua" before "hạn chót", which has nothing behind it. */
function beforeHead(index: number, words: readonly Word[], stretches: readonly number[], content: readonly number[], cued: ReadonlySet<number>): boolean {
  const here = stretches[index]
  const cue = [...cued].filter((at) => at > index && stretches[at] === here).sort((a, b) => a - b)[0]
  if (cue === undefined || !HEADS.has(words[cue]?.folded ?? '')) return false
  // "cần những giấy tờ gì" has no object behind it: "xin phép xây nhà" is what is asked about.
  const needs = words[cue]?.folded === NEEDS
  return content.some((at) => at > cue + 1 && stretches[at] === here && !(needs && cued.has(at)))
}
