import { findPhrase, phrase } from './phrase.ts'
import type { AwardLevel, Word } from './request.ts'

/** Whose award is meant: "giấy khen của chủ tịch xã", "bằng khen Bộ Công an"; not "giấy khen cho xã". */

const AWARDS = ['giấy khen', 'bằng khen', 'khen'].map(phrase)
/** What may stand between an award and whose it is, syllable by syllable. */
const BETWEEN: ReadonlySet<string> = new Set(['của', 'câp1', 'do', 'chu3', 'tich5', 'uy3', 'ban', 'nhân', 'dân', 'giam1', 'đôc1', 'công', 'an', 'thương3', 'trương3'])
const LEVELS: readonly { readonly level: AwardLevel; readonly phrases: readonly ReturnType<typeof phrase>[] }[] = [
  { level: 'bo', phrases: ['bộ công an', 'bộ trưởng', 'bộ'].map(phrase) },
  { level: 'huyen', phrases: ['thị xã', 'huyện', 'quận'].map(phrase) },
  { level: 'tinh', phrases: ['tỉnh', 'thành phố'].map(phrase) },
  { level: 'xa', phrases: ['xã', 'phường', 'thị trấn'].map(phrase) },
]

export function readLevel(words: readonly Word[]): AwardLevel | undefined {
  for (const award of AWARDS) {
    for (const start of findPhrase(words, award)) {
      let at = start + award.keys.length
      while (BETWEEN.has(words[at]?.key ?? '') || (words[at]?.loose && BARE_BETWEEN.has(words[at]?.folded ?? ''))) at++
      const found = LEVELS.find(({ phrases }) => phrases.some((sought) => findPhrase(words, sought).includes(at)))
      if (found) return found.level
    }
  }
  return undefined
}

const BARE_BETWEEN: ReadonlySet<string> = new Set(['cua', 'cap', 'do', 'chu', 'tich', 'uy', 'ban', 'nhan', 'dan', 'giam', 'doc', 'cong', 'an', 'thuong', 'truong'])
