import { plain } from './plain.ts'

/** Divisions with a fixed order, outermost first; then what nests as it comes; then marks without a number. */
export type LabelKind = 'division' | 'number' | 'letter' | 'small-roman' | 'bullet'

/** What stands printed before a clause: "III.", "2.1.", "đ)", "-", "Điều 5." */
export interface Label {
  readonly kind: LabelKind
  /** "2.1.", "Điều 5.": as printed, emphasis out. */
  readonly printed: string
  /** Divisions: outermost 0. Bullets: "*" 0, "-" 1, "+" 2, others 3. Else 0. */
  readonly rank: number
  /** The address's last part: "III", "a", "Điều 5"; empty for a bullet. */
  readonly name: string
  /** Numbers as printed: ["2", "1"] of "2.1."; else one entry or none. */
  readonly keys: readonly string[]
  /** Place in its sequence, from 1: "đ" is 5. */
  readonly order: number
  /** What it is written with, so that "1." and "1)" are told apart. */
  readonly style: string
  /** "Điều" is counted through the whole text. */
  readonly global: boolean
  /** Sure to open a division of the text; a lone capital or number is not. */
  readonly division: 'named' | 'roman' | 'capital' | undefined
  /** The words after it, emphasis out. */
  readonly rest: string
  /** True where no space stands between: "1.Mục đích". */
  readonly glued: boolean
}

const LETTERS = 'abcdđefghijklmnopqrstuvwxyz'
const ORDINALS = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười']
const RANKS: Readonly<Record<string, number>> = { 'phụ lục': 0, phần: 1, chương: 2, mục: 3, 'tiểu mục': 4, điều: 7 }
const CAPITAL_RANK = 5
const ROMAN_RANK = 6

const NAMED = /^(phụ lục|phần|chương|tiểu mục|mục)(?:\s+(?:thứ\s+(\p{L}+)|([ivxlc]+|\d{1,3})))?(?=\s|[.:–-]|$)(?:\s?[.:–-](?=\s|$))?/iu
const CAPITAL_FIRST = /^\p{Lu}/u
const ARTICLE = /^(?:Điều|ĐIỀU)\s+(\d{1,3}[a-zđ]?)(?:\s?[.:](?!\d)|\s[–-](?=\s)|$)/u
const ROMAN = /^([IVXLC]{1,7})((?:\.\d{1,2})*)\s?(?:[.)/](?!\d)|[–-](?=\s)|(?<=\d)(?=\s))(?=\s|\p{Lu}|$)/u
const CAPITAL = /^([A-HK-ZĐ])[.)/](?=\s+["“(]?\p{Lu})/u
const NUMBER = /^(\d{1,3}(?:\.\d{1,2}){0,5})(?:\s?[.)](?!\d)|\/(?=\s)|[–-](?=\s+["“]?\p{Lu})|(?<=\.\d{1,2})(?=\s+["“]?\p{Lu}))/u
const LETTER = /^(?:([a-zđ])\)|([a-zđ])[./](?=\s+["“(]?\p{Lu}))/u
const SMALL_ROMAN = /^([ivx]{2,5})[.)](?=\s)/u
const BRACKETED = /^\((?:(\d{1,2})|([ivx]{2,5})|([a-zđ]))\)(?=\s)/u
const BULLET = /^([-–—−+•·▪●])(?=\s|\p{L}|["“(])/u

const ROMAN_VALUES: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 }

/** The value of a well-formed Roman number, else undefined ("IIX"). */
function romanValue(text: string): number | undefined {
  if (!/^C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(text) || text === '') return undefined
  return [...text].reduce((sum, letter, at) => {
    const value = ROMAN_VALUES[letter] ?? 0
    return (ROMAN_VALUES[text[at + 1] ?? ''] ?? 0) > value ? sum - value : sum + value
  }, 0)
}

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

type Read = Partial<Label> & Pick<Label, 'kind' | 'order'> & { readonly match: string }

function readNamed(text: string): Read | undefined {
  const match = NAMED.exec(text)
  if (!match) return undefined
  const [whole, word = '', ordinal, number] = match
  const kind = word.toLowerCase()
  const after = text.slice(whole.length)
  if (!CAPITAL_FIRST.test(word)) return undefined
  if (!ordinal && !number && (kind !== 'phụ lục' || after !== '')) return undefined
  // "Phần II của Kế hoạch này …" is a sentence; a title begins with a capital.
  if (!/[.:–-]$/.test(whole) && !/^\s*(?:$|["“(]?\p{Lu})/u.test(after)) return undefined
  if (ordinal && !ORDINALS.includes(ordinal.toLowerCase())) return undefined
  const roman = number && romanValue(number.toUpperCase())
  if (number && roman === undefined && !/^\d/.test(number)) return undefined
  const shown = ordinal ? ` thứ ${ordinal.toLowerCase()}` : number ? ` ${number.toUpperCase()}` : ''
  const order = ordinal ? ORDINALS.indexOf(ordinal.toLowerCase()) + 1 : roman || Number(number ?? 1)
  return { match: whole, kind: 'division', division: 'named', rank: RANKS[kind] ?? 0, name: capitalised(kind) + shown, order, style: kind }
}

function readArticle(text: string): Read | undefined {
  const match = ARTICLE.exec(text)
  if (!match?.[1]) return undefined
  return { match: match[0], kind: 'division', division: 'named', rank: RANKS['điều'] ?? 0, name: `Điều ${match[1]}`, keys: [match[1]], order: parseInt(match[1], 10), style: 'điều', global: true }
}

function readRoman(text: string): Read | undefined {
  const match = ROMAN.exec(text)
  const order = match?.[1] && romanValue(match[1])
  if (!match?.[1] || !order) return undefined
  if (!match[2]) return { match: match[0], kind: 'division', division: 'roman', rank: ROMAN_RANK, name: match[1], order, style: 'roman' }
  const keys = match[2].slice(1).split('.')
  return { match: match[0], kind: 'number', name: match[1] + match[2], keys: [match[1], ...keys], order: Number(keys.at(-1)), style: 'II.1' }
}

function readCapital(text: string): Read | undefined {
  const match = CAPITAL.exec(text)
  if (!match?.[1]) return undefined
  return { match: match[0], kind: 'division', division: 'capital', rank: CAPITAL_RANK, name: match[1], order: LETTERS.indexOf(match[1].toLowerCase()) + 1, style: 'A' }
}

function readSmall(text: string): Read | undefined {
  const number = NUMBER.exec(text)
  if (number?.[1]) {
    const keys = number[1].split('.')
    return { match: number[0], kind: 'number', name: number[1], keys, order: Number(keys[0]), style: number[0].trimEnd().slice(-1) === ')' ? ')' : '.' }
  }
  const bracketed = BRACKETED.exec(text)
  if (bracketed?.[1]) return { match: bracketed[0], kind: 'number', name: bracketed[1], keys: [bracketed[1]], order: Number(bracketed[1]), style: '()' }
  const roman = SMALL_ROMAN.exec(text)?.[1] ?? bracketed?.[2]
  const order = roman && romanValue(roman.toUpperCase())
  if (roman && order) return { match: bracketed ? bracketed[0] : roman + text.charAt(roman.length), kind: 'small-roman', name: roman, order, style: 'i' }
  const letter = LETTER.exec(text)
  const name = letter?.[1] ?? letter?.[2] ?? bracketed?.[3]
  if (!name) return undefined
  return { match: (letter ?? bracketed)?.[0] ?? '', kind: 'letter', name, order: LETTERS.indexOf(name) + 1, style: bracketed ? '(a)' : 'a' }
}

const BULLET_RANKS: Readonly<Record<string, number>> = { '-': 1, '–': 1, '—': 1, '−': 1, '+': 2 }

function readBullet(text: string): Read | undefined {
  const mark = BULLET.exec(text)?.[1]
  return mark ? { match: mark, kind: 'bullet', rank: BULLET_RANKS[mark] ?? 3, name: '', order: 0, style: mark } : undefined
}

/** "* Hồ sơ" and "*** Đối với mô hình**": a mark of a list, alone or with bold opening around it; "**Đậm**" is not. */
const STAR = /^\s*(?:\*|\*{3})\s+(?=\S)/

function readPlain(text: string): Read | undefined {
  const first = text.charAt(0)
  if (/[\d(]/.test(first)) return readSmall(text)
  if (!/\p{L}/u.test(first)) return readBullet(text)
  if (first === first.toLowerCase()) return readSmall(text)
  return readNamed(text) ?? readArticle(text) ?? readRoman(text) ?? readCapital(text)
}

/** The label that a line of plan.md opens with, or undefined; `text` is the line with its emphasis out. Judges the line alone, not its place. */
export function readLabel(line: string, text = plain(line)): Label | undefined {
  const star = STAR.test(line)
  const read: Read | undefined = star ? { match: '', kind: 'bullet', order: 0, style: '*' } : readPlain(text)
  if (!read) return undefined
  const rest = text.slice(read.match.length)
  return {
    kind: read.kind,
    printed: star ? '*' : read.match.trim(),
    rank: read.rank ?? 0,
    name: read.name ?? '',
    keys: read.keys ?? [],
    order: read.order,
    style: read.style ?? '',
    global: read.global ?? false,
    division: read.division,
    rest: rest.trim(),
    glued: rest !== '' && !/^\s/.test(rest),
  }
}
