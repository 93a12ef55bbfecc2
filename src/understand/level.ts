import { findPhrase, phrase } from './phrase.ts'
import type { AwardLevel, Word } from './request.ts'

/** Whose award is meant: "giấy khen của chủ tịch xã", "bằng khen Bộ Công an"; not "giấy khen cho xã". */

const AWARDS = ['giấy khen', 'bằng khen', 'khen'].map(phrase)
/** What may stand between an award and whose it is, syllable by syllable. */
const BETWEEN = ['của', 'cấp', 'do', 'chủ', 'tịch', 'ủy', 'ban', 'nhân', 'dân', 'giám', 'đốc', 'công', 'an'].map((word) => phrase(word))
const LEVELS: readonly { readonly level: AwardLevel; readonly phrases: readonly ReturnType<typeof phrase>[] }[] = [
  { level: 'bo', phrases: ['bộ công an', 'bộ trưởng', 'bộ'].map(phrase) },
  { level: 'huyen', phrases: ['thị xã', 'huyện', 'quận'].map(phrase) },
  { level: 'tinh', phrases: ['tỉnh', 'thành phố'].map(phrase) },
  { level: 'xa', phrases: ['xã', 'phường', 'thị trấn'].map(phrase) },
]

const GIVING = ['tự tặng', 'tự khen', 'tự cấp', 'tự xét', 'tự trao', 'tự ký', 'tự quyết'].map(phrase)
/** Syllables from a body to what it gives by itself: "phường ở Sa Pa muốn tự tặng". */
const NEAR = 6

export function readLevel(words: readonly Word[]): AwardLevel | undefined {
  for (const award of AWARDS) {
    for (const start of findPhrase(words, award)) {
      let at = start + award.keys.length
      while (BETWEEN.some((sought) => findPhrase(words.slice(at, at + 1), sought).length > 0)) at++
      const found = LEVELS.find(({ phrases }) => phrases.some((sought) => findPhrase(words, sought).includes(at)))
      if (found) return found.level
    }
  }
  return givenBy(words)
}

/** "xã muốn tự tặng giấy khen" */
function givenBy(words: readonly Word[]): AwardLevel | undefined {
  const giving = GIVING.flatMap((sought) => findPhrase(words, sought))
  return LEVELS.find(({ phrases }) => phrases.some((sought) => findPhrase(words, sought).some((start) => giving.some((at) => at > start && at - start <= NEAR))))?.level
}
