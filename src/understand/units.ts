import type { Lexicon } from './lexicon.ts'
import { findPhrase, indexesOf, phrase } from './phrase.ts'
import type { Word } from './request.ts'

/** Who asks: "xã em", "xã Tân Quang", "trường tôi". It tells nothing of which deadline or paper is meant. */

const UNITS = ['xã', 'phường', 'thị trấn', 'thôn', 'bản', 'ấp', 'tổ dân phố', 'trường', 'cơ quan', 'doanh nghiệp', 'công ty', 'đơn vị', 'hợp tác xã'].map(phrase)
/** "thị xã Sa Pa", "công an xã", "kinh tế - xã hội" name something else. */
const BOUND = ['thị xã', 'công an xã', 'chủ tịch xã', 'cấp xã', 'xã hội', 'bản chính', 'bản sao', 'bản gốc', 'văn bản', 'biên bản', 'cơ quan nào', 'đơn vị nào', 'xã nào', 'bản thân'].map(phrase)
const NAME_LENGTH = 2

/** Indexes of the words that name the asker's unit, its proper name included: one with a capital, or that makes no pair known here. */
export function findUnits(words: readonly Word[], { pairs, stops }: Lexicon): ReadonlySet<number> {
  const found = new Set<number>()
  const bound = new Set(indexesOf(words, BOUND))
  for (const unit of UNITS) {
    for (const start of findPhrase(words, unit)) {
      if (bound.has(start)) continue
      const end = start + unit.keys.length
      for (let i = start; i < end; i++) found.add(i)
      for (let i = end; i < end + NAME_LENGTH; i++) {
        const [before, word] = [words[i - 1], words[i]]
        if (!word || stops.has(word.key) || /\d/.test(word.key)) break
        if (!/^\p{Lu}\p{Ll}+$/u.test(word.text) && pairs.has(`${before?.folded} ${word.folded}`)) break
        found.add(i)
      }
    }
  }
  return found
}
