import { clean } from '../language/normalise.ts'

const UNDERSCORES = /_+/g
const MARKDOWN_HEADING = /^[ \t]*#{1,6}[ \t]+/gm
const ODD_SPACE = /[^\S ]| {2}/
const WORD_CHARACTER = /[\p{L}\p{N}]/u

/**
 * A plan's text as it is compared and shown: cleaned (NFC), marks of emphasis out, white space folded to single spaces.
 * "* **Về số lượng:**" gives "Về số lượng:". An underscore inside a word stays: "ten_tep".
 */
export function plain(text: string): string {
  return withoutEmphasis(clean(text))
}

/** The same for a text that is clean already. */
export function withoutEmphasis(text: string): string {
  let words = text
  if (words.includes('#')) words = words.replace(MARKDOWN_HEADING, '')
  if (words.includes('*')) words = words.replaceAll('*', '')
  if (words.includes('_')) words = words.replace(UNDERSCORES, (run: string, at: number, whole: string) => (WORD_CHARACTER.test(whole[at - 1] ?? '') && WORD_CHARACTER.test(whole[at + run.length] ?? '') ? run : ''))
  return (ODD_SPACE.test(words) ? words.replace(/\s+/g, ' ') : words).trim()
}
