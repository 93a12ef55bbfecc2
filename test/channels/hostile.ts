import fc from 'fast-check'
import type { Block, Citation, Message, VerdictRow } from '../../src/answer/message.ts'

/** Messages as nobody would write them: markup, halves of pairs, control characters, blanks, texts far over every limit. */

const unit = fc.oneof(
  fc.constantFrom('<', '>', '&', '"', '\'', '</b>', '<a href="x">', '&amp;', '&lt;', '*', '_', '`', '[x](y)'),
  fc.constantFrom('\ud83d', '\ude00', '👨‍👩‍👧', '🇻🇳', '\u0301', 'e\u0302\u0301', '\u200b', '\u202e', '\ufeff', '\u0000', '\u001b[31m', '\t', '\r', '\n', ' '),
  fc.constantFrom('nghiêng', 'Hồ sơ', 'thi đua ', 'kỷ niệm ', '05/11/2024 '),
  fc.string({ maxLength: 12 }),
  fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
)
const short = fc.array(unit, { maxLength: 12 }).map((units) => units.join(''))
const long = fc.tuple(fc.array(unit, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 3000 })).map(([units, times]) => units.join('').repeat(times).slice(0, 15_000))
const text = fc.oneof({ weight: 6, arbitrary: short }, { weight: 1, arbitrary: long })
const items = fc.oneof({ weight: 6, arbitrary: fc.array(text, { maxLength: 6 }) }, { weight: 1, arbitrary: fc.array(short, { minLength: 100, maxLength: 300 }) })
const day = fc.constantFrom('2024-11-05', '2024-01-31', '2026-12-31') as fc.Arbitrary<`${number}-${number}-${number}`>

const citation: fc.Arbitrary<Citation> = fc.record({ plan: short, planName: text, clause: short, clauseName: short, quote: text })
const row: fc.Arbitrary<VerdictRow> = fc.record({ criterion: text, says: text, verdict: fc.constantFrom('met', 'unmet', 'unknown'), answer: text, citation })

export const hostileBlock: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constantFrom('headline', 'text', 'heading', 'note'), text }),
  fc.record({ type: fc.constant('list' as const), ordered: fc.boolean(), items }),
  fc.record({ type: fc.constant('checklist' as const), items }),
  fc.record({ type: fc.constant('quote' as const), citation }),
  fc.record({ type: fc.constant('verdicts' as const), rows: fc.array(row, { maxLength: 60 }) }),
  fc.record({ type: fc.constant('calendar' as const), today: day, entries: fc.array(fc.record({ label: text, from: day, lastDay: day, plan: short }), { maxLength: 8 }) }),
  fc.record({ type: fc.constant('progress' as const), step: fc.nat(), of: fc.nat() }),
)

const action = fc.oneof({ weight: 5, arbitrary: fc.stringMatching(/^[a-z:_-]{1,64}$/) }, { weight: 1, arbitrary: text })

export const hostileMessage: fc.Arbitrary<Message> = fc.record({
  outcome: fc.constantFrom('answered', 'passages', 'choose', 'not-stated', 'not-found', 'check', 'help'),
  blocks: fc.array(hostileBlock, { maxLength: 8 }),
  buttons: fc.array(fc.array(fc.record({ label: text, action }), { maxLength: 12 }), { maxLength: 12 }),
  citations: fc.array(citation, { maxLength: 3 }),
  facts: fc.constant([]),
  choices: fc.constant([]),
  attachments: fc.constant([]),
})
