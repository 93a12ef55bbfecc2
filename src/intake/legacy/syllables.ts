/** Whether words are written as Vietnamese ones: the measure by which a guess at an old font is kept or dropped. */

const ONSET = '(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnprstvx])?'
const RHYME = '(?:[aăâeêioôơuưy]|ai|ao|au|ay|âu|ây|eo|êu|ia|iu|iê|yê|iêu|yêu|oa|oă|oai|oay|oao|oe|oeo|oi|ôi|ơi|oo|ua|uâ|uây|uê|ui|uô|uôi|uơ|uy|uya|uyê|uyu|ưa|ưi|ưu|ươ|ươi|ươu|uă|uao|ue)'
const SYLLABLE = new RegExp(`^${ONSET}${RHYME}(?:ch|ng|nh|[cmnpt])?$`)
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g
const WORD = /[\p{L}\p{M}]+/gu
const ENOUGH = 4000

/** Of the words that carry a mark, the share that are well-formed syllables with one tone; and how many there are. Looks at the first few thousand. */
export function shareOfSyllables(text: string): { share: number; marked: number } {
  let [marked, right] = [0, 0]
  for (const [word] of text.slice(0, 400_000).matchAll(WORD)) {
    if (/^[A-Za-z]*$/.test(word)) continue
    marked++
    if (isSyllable(word)) right++
    if (marked >= ENOUGH) break
  }
  return { share: marked === 0 ? 0 : right / marked, marked }
}

/** True for a well-formed syllable with one tone at most; "TDĐKXDĐSVH" is none. */
export function isSyllable(word: string): boolean {
  const split = word.toLowerCase().normalize('NFD')
  if ((split.match(TONES)?.length ?? 0) > 1) return false
  return SYLLABLE.test(split.replace(TONES, '').normalize('NFC'))
}
