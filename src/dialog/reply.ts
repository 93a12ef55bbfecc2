import type { Question } from '../eligibility/types.ts'
import { readAmount, readDayReply } from '../language/amounts.ts'
import type { Day } from '../language/day.ts'
import { readYesNo, type Reading } from '../language/replies.ts'
import type { Understanding } from '../understand/understand.ts'
import { readChoice } from './choose.ts'

/** What a typed text answers to this question; undefined where it is no answer to it. */
export function readReply(question: Question, text: string, today: Day, understanding: Understanding): Reading<boolean | number | string> {
  const { input, ask, says } = question
  switch (input.type) {
    case 'yes-no':
      return readYesNo(text, ask, says)
    case 'date':
      return readDayReply(text, today, ask)
    case 'choice': {
      const read = readChoice(text, input.choices, ask, understanding)
      const chosen = read && 'value' in read ? input.choices[read.value] : undefined
      return chosen ? { value: chosen.id } : read
    }
    case 'number': {
      const read = readAmount(text, input.unit, ask, says)
      if (!read || !('value' in read)) return read
      if (read.value < input.min || read.value > input.max) return { unclear: 'range' }
      return input.whole && !Number.isInteger(read.value) ? { unclear: 'whole' } : read
    }
  }
}
