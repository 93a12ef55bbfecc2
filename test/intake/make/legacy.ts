import { fromTcvn3, fromVni } from '../../../src/intake/legacy/tables.ts'

/** Text as the fonts of before Unicode stored it: each letter by the code that reads back as it. */

const LATIN = Array.from({ length: 0x60 }, (_, at) => String.fromCharCode(0xa0 + at))

export function toTcvn3(text: string): string {
  const codes = new Map(LATIN.filter((code) => fromTcvn3(code) !== code || code === 'ý').map((code) => [fromTcvn3(code), code]))
  // There are no capitals with tones: such headings are set in a font that draws small letters as capitals.
  return [...text.normalize('NFC')].map((letter) => codes.get(letter) ?? codes.get(letter.toLowerCase()) ?? letter).join('')
}

export function toVni(text: string): string {
  const marks = LATIN.filter((code) => /\p{Ll}/u.test(code))
  const codes = new Map([...'aeiouyôö'].flatMap((vowel) => marks.map((mark) => [fromVni(vowel + mark), vowel + mark] as const)).filter(([letter]) => [...letter].length === 1))
  for (const alone of marks) if (fromVni(alone) !== alone || alone === 'ì' || alone === 'í') codes.set(fromVni(alone), alone)
  return [...text.normalize('NFC')].map((letter) => {
    const small = codes.get(letter.toLowerCase())
    return small === undefined ? letter : letter === letter.toLowerCase() ? small : small.toUpperCase()
  }).join('')
}
