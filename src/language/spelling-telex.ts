import { fold } from './normalise.ts'
import { isForeign } from './spelling-foreign.ts'
import { isSyllable } from './spelling-syllable.ts'

/** Keystrokes of a Vietnamese keyboard that was switched off: "hoof sow" for "hồ sơ", "ha5n" for "hạn". */

const CIRCUMFLEX = '\u0302'
const BREVE = '\u0306'
const HORN = '\u031b'
const TONES: Readonly<Record<string, string>> = {
  f: '\u0300', s: '\u0301', r: '\u0309', x: '\u0303', j: '\u0323',
  2: '\u0300', 1: '\u0301', 3: '\u0309', 4: '\u0303', 5: '\u0323',
}
const VOWEL = /[aeiouy]/

interface Typed {
  /** Plain letters with the marks of each, in the order of typing; đ has "-" for its stroke. */
  readonly letters: { letter: string; mark: string }[]
  tone: string
}

/**
 * The word that raw Telex or VNI keystrokes stand for, marks placed: "ddawng" gives "đăng", "nguwowif" gives "người".
 * Whatever reads as a syllable, a foreign word, an abbreviation or a numbered label ("mau1", "A5") as it stands is given back unchanged.
 * @param vni true where other words of the text show that digits are marks; "han5" is then "hạn".
 */
export function decodeTelex(word: string, vni = false): string {
  const plain = word.toLowerCase()
  if (plain.length < 2 || plain.length > 10 || !/^[a-z]+[a-z0-9]*$/.test(plain) || word === word.toUpperCase()) return word
  if (isSyllable(plain) || isForeign(plain) || (!vni && /^[a-z]+\d$/.test(plain))) return word
  const typed = type(plain)
  if (!typed) return word
  const decoded = spell(typed)
  if (decoded === plain || !isSyllable(fold(decoded)) || !takesTone(fold(decoded), typed.tone)) return word
  return /^\p{Lu}/u.test(word) ? decoded.charAt(0).toUpperCase() + decoded.slice(1) : decoded
}

/** Whether digits stand inside the word as only VNI puts them: "ha5n", "ho62", "d9ang". */
export function isVni(word: string): boolean {
  return /[a-z]\d+[a-z]|[6-9][1-5]$/i.test(word) && decodeTelex(word) !== word
}

function type(keys: string): Typed | undefined {
  const typed: Typed = { letters: [], tone: '' }
  for (const [index, key] of [...keys].entries()) {
    if (typed.letters.length > 0 && strike(typed, key)) continue
    if (/\d/.test(key)) return undefined
    // "tw" for "tư": with no vowel to bend, w is one itself.
    if (key === 'w') typed.letters.push({ letter: 'u', mark: HORN })
    else typed.letters.push({ letter: key, mark: '' })
    if (index > 0 && typed.letters.length > 7) return undefined
  }
  return typed
}

/** Takes a key as a mark on what was typed before it; false where it is a letter. */
function strike(typed: Typed, key: string): boolean {
  const { letters } = typed
  const last = letters.at(-1)
  const first = letters[0]
  if ((key === 'd' || key === '9') && first?.letter === 'd' && !first.mark) return mark([first], '-')
  if (TONES[key] && letters.some(({ letter }) => VOWEL.test(letter))) {
    if (typed.tone) return false
    typed.tone = TONES[key]
    return true
  }
  if (/[aeo]/.test(key) && last?.letter === key && !last.mark) return mark([last], CIRCUMFLEX)
  if (key === '6') return mark(letters.filter(({ letter }) => /[aeo]/.test(letter)).slice(-1), CIRCUMFLEX)
  if (key === '8') return mark(letters.filter(({ letter }) => letter === 'a').slice(-1), BREVE)
  if (key === 'w' || key === '7') return bend(letters, key)
  return false
}

/** "uo" becomes "ươ" as one; "a" takes the breve, but only from w. */
function bend(letters: Typed['letters'], key: string): boolean {
  const bendable = letters.filter(({ letter, mark }) => !mark && (key === 'w' ? /[aou]/ : /[ou]/).test(letter))
  const last = bendable.at(-1)
  const before = bendable.at(-2)
  if (!last) return false
  if (last.letter === 'a' && before?.letter !== 'u') return mark([last], BREVE)
  if (last.letter === 'o' && before?.letter === 'u') return mark([before, last], HORN)
  return mark([last.letter === 'a' && before ? before : last], HORN)
}

function mark(letters: readonly { mark: string }[], sign: string): boolean {
  for (const letter of letters) letter.mark = sign
  return letters.length > 0
}

function spell({ letters, tone }: Typed): string {
  const at = tonePlace(letters)
  const written = letters.map(({ letter, mark }, index) => (mark === '-' ? 'đ' : letter + mark + (index === at ? tone : '')))
  return written.join('').normalize('NFC')
}

/** Where the tone stands: on the marked vowel ("nghiễn"), else before the last of an open group ("hòa"), on the last of a closed one ("toàn"). */
function tonePlace(letters: Typed['letters']): number {
  const marked = letters.findLastIndex(({ mark }) => mark !== '' && mark !== '-')
  if (marked >= 0) return marked
  const text = letters.map(({ letter }) => letter).join('')
  const onset = /^(?:qu|gi(?=[aeou])|[^aeiouy]*)/.exec(text)?.[0].length ?? 0
  const group = /^[aeiouy]+/.exec(text.slice(onset))?.[0].length ?? 0
  const closed = onset + group < text.length
  return onset + (closed ? group - 1 : Math.max(0, group - 2))
}

/** A syllable that ends in a stop has one of two tones: "các", "cạc", never "càc". */
function takesTone(folded: string, tone: string): boolean {
  return !/(?:c|ch|p|t)$/.test(folded) || tone === TONES.s || tone === TONES.j
}
