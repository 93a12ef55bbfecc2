import { shareOfSyllables } from './syllables.ts'
import { fromTcvn3, fromVni } from './tables.ts'

export type OldFont = 'TCVN3' | 'VNI'

const UNICODE_LETTER = /[\u1ea0-\u1ef9ăđơưĂĐƠƯ]/gu
const HIGH = /[\u00a1-\u00ff]/g
const RIGHT = 0.85
const WORDS_TO_JUDGE = 20

/** A run's words out of the font it is set in; any other font's words come back as they are. */
export function fromFont(text: string, font: string): string {
  if (/^\.?vn(?:time|arial|book|avant|cent|helve|teknic|unitime|mystical|clarendon|blacku|commercial|memorandum|shellyu|stamp|3dh|futura|gothic|souther|bodoni|aristote|koala|linus|lucida|monotype|park|present|revue|univers|vogue)/i.test(font)) {
    const converted = fromTcvn3(text)
    // Fonts that end in H draw capitals over the codes of small letters.
    return /h$/i.test(font) && font.length > 4 ? converted.toUpperCase() : converted
  }
  return /^vni[-\s]/i.test(font) ? fromVni(text) : text
}

/** Which old font the whole text is written for, as far as its letters tell; undefined for Unicode. */
export function oldFontOf(text: string): OldFont | undefined {
  const sample = text.slice(0, 200_000)
  const unicode = sample.match(UNICODE_LETTER)?.length ?? 0
  const high = sample.match(HIGH)?.length ?? 0
  if (high < WORDS_TO_JUDGE || unicode > high / 4) return undefined
  const candidates: [OldFont, string][] = [['TCVN3', fromTcvn3(sample)], ['VNI', fromVni(sample)]]
  const [best] = candidates.map(([font, converted]) => ({ font, ...shareOfSyllables(converted) })).sort((a, b) => b.share - a.share)
  return best && best.marked >= WORDS_TO_JUDGE && best.share >= RIGHT && best.share > shareOfSyllables(sample).share ? best.font : undefined
}

/** The text in Unicode. */
export function toUnicode(text: string, font: OldFont): string {
  return font === 'TCVN3' ? fromTcvn3(text).split('\n').map(withCapitals).join('\n') : fromVni(text)
}

/** TCVN3 has no capitals with tones: "KÕ HO¹CH" comes out as "Kế HOạCH" and is set right by the capitals around it. */
function withCapitals(line: string): string {
  if (!/\p{Lu}[\u00e0-\u1ef9]+\p{Lu}/u.test(line)) return line
  return line.replace(/\p{L}+/gu, (word) => (/[A-ZĐ]/.test(word) && !/[a-z]/.test(word) ? word.toUpperCase() : word))
}
