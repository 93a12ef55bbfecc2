import { fold, syllableKey } from './normalise.ts'

/** Numbers as Vietnamese people write and say them: "95,5", "1.200", "hai mươi lăm", "2 rưỡi". */

export interface FoundNumber {
  /** Undefined where it can be read in more than one way: "1,200", "hai ba hộ", "80-85". */
  readonly value?: number
  /** Offsets in the text that was given (UTF-16 units, end excluded). */
  readonly start: number
  readonly end: number
}

interface Piece {
  readonly folded: string
  readonly start: number
  readonly end: number
  /** Digits as typed, with the signs between them. */
  readonly digits?: string
  /** Which number word it is, where it is one. */
  readonly word?: Word
}

const DIGIT_WORDS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const
const SCALES: Readonly<Record<string, number>> = { nghìn: 1e3, triệu: 1e6, tỷ: 1e9 }
const OTHER_WORDS = ['mười', 'mươi', 'chục', 'linh', 'trăm', 'rưỡi', 'phẩy', 'mốt', 'tư', 'lăm', ...Object.keys(SCALES)] as const
const ALIKE: Readonly<Record<string, string>> = { bẩy: 'bảy', nhăm: 'lăm', lẻ: 'linh', ngàn: 'nghìn', rưởi: 'rưỡi', phảy: 'phẩy', tỉ: 'tỷ' }
type Word = string

const WORDS = new Map<string, Word>()
for (const word of [...DIGIT_WORDS, ...OTHER_WORDS, ...Object.keys(ALIKE)]) {
  const meant = ALIKE[word] ?? word
  // Typed without marks the first reading of a spelling counts: "muoi" is told from its place, not here.
  const unmarked = syllableKey(fold(word))
  if (!WORDS.has(unmarked)) WORDS.set(unmarked, meant)
  WORDS.set(syllableKey(word), meant)
}

/** "năm 2022", "năm nay", "chưa năm nào": a year, not five. */
const YEAR_GOES_ON = /^(?:\d{4}|nao|nay|ngoai|truoc|qua|lien|gan)$/

const PIECE = /\d+(?:[.,/-]\d+)*|[\p{L}\p{M}]+/gu

/** The numbers of a cleaned text, in order of place. The word "không" alone is no number, nor is "năm" before a year. */
export function findNumbers(text: string): FoundNumber[] {
  const pieces = readPieces(text)
  const found: FoundNumber[] = []
  for (let at = 0; at < pieces.length; ) {
    const read = readNumber(pieces, at)
    if (!read) {
      at++
      continue
    }
    let { value, next } = read
    // "hai ba hộ", "3 4 hộ": two or three, three or four
    for (let more = readNumber(pieces, next); more && pieces[next]?.word !== 'năm' && isSpace(text, pieces, next); more = readNumber(pieces, next)) {
      value = undefined
      next = more.next
    }
    const [first, last] = [pieces[at] as Piece, pieces[next - 1] as Piece]
    const start = value !== undefined && text[first.start - 1] === '-' && !/[\p{L}\p{N}]/u.test(text[first.start - 2] ?? '') ? first.start - 1 : first.start
    found.push({ ...(value !== undefined && { value: start < first.start ? -value : value }), start, end: last.end })
    // "năm năm", "mười năm": behind a number it is the unit.
    at = pieces[next]?.word === 'năm' ? next + 1 : next
  }
  return found
}

function isSpace(text: string, pieces: readonly Piece[], next: number): boolean {
  return /^\s+$/.test(text.slice(pieces[next - 1]?.end, pieces[next]?.start))
}

function readPieces(text: string): Piece[] {
  let before = ''
  return Array.from(text.matchAll(PIECE), (match) => {
    const [piece] = match
    const folded = fold(piece)
    const place = { folded, start: match.index, end: match.index + piece.length }
    // The "trăm" of "phần trăm" is a unit.
    const word = folded === 'tram' && before === 'phan' ? undefined : WORDS.get(syllableKey(piece))
    before = folded
    if (/^\d/.test(piece)) return { ...place, digits: piece }
    return word === undefined ? place : { ...place, word }
  })
}

type Read = { value: number | undefined; next: number }

function readNumber(pieces: readonly Piece[], at: number): Read | undefined {
  const first = pieces[at]
  if (first?.word === 'năm' && YEAR_GOES_ON.test(pieces[at + 1]?.folded ?? '')) return undefined
  if (first?.word === 'không' && pieces[at + 1]?.word !== 'phẩy') return undefined
  let total = 0
  let lastScale = Infinity
  let lastUnit = 1
  let next = at
  let unsure = false
  for (;;) {
    const group = readGroup(pieces, next, next === at)
    if (!group) break
    const scale = SCALES[pieces[group.next]?.word ?? '']
    // "một nghìn hai" is 1.200 to some and 1.002 to others.
    if (group.value === undefined || (lastScale < Infinity && !scale && group.short)) unsure = true
    const scaled = scale !== undefined && scale < lastScale
    total += (group.value ?? 0) * (scaled ? scale : 1)
    lastUnit = scaled ? scale : group.unit
    next = group.next + (scaled ? 1 : 0)
    if (!scaled) break
    lastScale = scale
  }
  if (next === at) return undefined
  if (pieces[next]?.word === 'rưỡi') {
    total += lastUnit / 2
    next++
  } else if (pieces[next]?.word === 'phẩy') {
    const decimals = readDecimals(pieces, next + 1)
    if (decimals.text && Number.isInteger(total)) total = Number(`${total}.${decimals.text}`)
    else unsure = true
    next = decimals.next
  }
  return { value: unsure || !Number.isFinite(total) ? undefined : total, next }
}

/** `unit`: what its last part counts (100 in "hai trăm"), which "rưỡi" halves. `short`: a lone digit, as in "trăm hai". */
interface Group extends Read { readonly unit: number; readonly short?: boolean }

/** A number below a thousand in words, or one in digits. */
function readGroup(pieces: readonly Piece[], at: number, opens: boolean): Group | undefined {
  const piece = pieces[at]
  if (piece?.digits !== undefined) {
    const value = readDigits(piece.digits)
    const by = { chục: 10, trăm: 100 }[pieces[at + 1]?.word ?? '']
    return by ? { value: value && value * by, next: at + 2, unit: by } : { value, next: at + 1, unit: 1 }
  }
  const hundreds = readHundreds(pieces, at, opens)
  const rest = readTens(pieces, hundreds?.next ?? at, opens && !hundreds)
  if (!rest) return hundreds
  if (!hundreds) return rest
  // "trăm hai": 120 or 102
  return { value: rest.short || rest.value === undefined ? undefined : (hundreds.value ?? 0) + rest.value, next: rest.next, unit: rest.unit }
}

function readHundreds(pieces: readonly Piece[], at: number, opens: boolean): Group | undefined {
  const digit = digitOf(pieces[at]?.word)
  if (digit !== undefined && pieces[at + 1]?.word === 'trăm') return { value: digit * 100, next: at + 2, unit: 100 }
  return opens && pieces[at]?.word === 'trăm' ? { value: 100, next: at + 1, unit: 100 } : undefined
}

function readTens(pieces: readonly Piece[], at: number, opens: boolean): Group | undefined {
  const [word, after] = [pieces[at]?.word, pieces[at + 1]?.word]
  if (word === 'linh') {
    const digit = digitOf(after)
    return digit === undefined || opens ? undefined : { value: digit, next: at + 2, unit: 1 }
  }
  const tens = opens && word === 'chục' ? 1 : digitOf(word)
  // Typed without marks "muoi" is "mười" in front and "mươi" behind a digit.
  if (word === 'mười' || (word === 'mươi' && opens)) return withUnits(pieces, 10, at + 1)
  if (tens === undefined) return undefined
  if (word === 'chục') return { value: 10, next: at + 1, unit: 10 }
  if (after === 'mươi' || after === 'mười' || after === 'chục') return withUnits(pieces, tens * 10, at + 2)
  // "chín lăm" is 95; "chín hai" may as well be two numbers.
  if (after === 'lăm' && tens > 1) return { value: tens * 10 + 5, next: at + 2, unit: 1 }
  // Behind other words "năm" is the unit: "một trăm năm", "ba mươi năm".
  if (word === 'năm' && !opens) return undefined
  return { value: tens, next: at + 1, unit: 1, short: true }
}

/** "mươi" and what follows: "mốt", "tư", "lăm" or a plain digit; "năm" after it is the unit ("mười năm"). */
function withUnits(pieces: readonly Piece[], tens: number, at: number): Group {
  const word = pieces[at]?.word
  const unit = { mốt: 1, tư: 4, lăm: 5 }[word ?? ''] ?? (word === 'năm' || word === 'không' ? undefined : digitOf(word))
  return unit === undefined ? { value: tens, next: at, unit: 10 } : { value: tens + unit, next: at + 1, unit: 1 }
}

function digitOf(word: Word | undefined): number | undefined {
  const digit = (DIGIT_WORDS as readonly string[]).indexOf(word ?? '')
  return digit < 0 ? undefined : digit
}

function readDecimals(pieces: readonly Piece[], at: number): { text: string; next: number } {
  let text = ''
  let next = at
  for (; next < pieces.length; next++) {
    const piece = pieces[next]
    const digit = piece?.digits !== undefined && /^\d+$/.test(piece.digits) ? piece.digits : digitOf(piece?.word)?.toString()
    if (digit === undefined) break
    text += digit
  }
  return { text, next }
}

/** "1.200" is a thousand and two hundred, "95,5" and "95.5" a decimal; "1,200" may be either. */
function readDigits(digits: string): number | undefined {
  if (/^\d+$/.test(digits)) return Number(digits)
  if (/^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/.test(digits)) return Number(digits.replaceAll('.', '').replace(',', '.'))
  if (/^[1-9]\d{0,2}(?:,\d{3}){2,}(?:\.\d+)?$/.test(digits) || /^[1-9]\d{0,2},\d{3}\.\d+$/.test(digits)) return Number(digits.replaceAll(',', ''))
  if (/^[1-9]\d{0,2},\d{3}$/.test(digits)) return undefined
  return /^\d+[.,]\d+$/.test(digits) ? Number(digits.replace(',', '.')) : undefined
}
