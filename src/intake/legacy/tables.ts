/** The single-byte and two-byte Vietnamese of before Unicode, as the Latin-1 letters that its fonts drew over. */

const TONE_MARKS = ['\u0300', '\u0301', '\u0309', '\u0303', '\u0323']

/** TCVN 5712 (fonts .VnTime, .VnTimeH): after each vowel its letter without a tone, then grave, acute, hook, tilde, dot. */
const TCVN3_ROWS: readonly (readonly [vowel: string, codes: readonly number[]])[] = [
  ['a', [0x61, 0xb5, 0xb8, 0xb6, 0xb7, 0xb9]],
  ['ă', [0xa8, 0xbb, 0xbe, 0xbc, 0xbd, 0xc6]],
  ['â', [0xa9, 0xc7, 0xca, 0xc8, 0xc9, 0xcb]],
  ['e', [0x65, 0xcc, 0xd0, 0xce, 0xcf, 0xd1]],
  ['ê', [0xaa, 0xd2, 0xd5, 0xd3, 0xd4, 0xd6]],
  ['i', [0x69, 0xd7, 0xdd, 0xd8, 0xdc, 0xde]],
  ['o', [0x6f, 0xdf, 0xe3, 0xe1, 0xe2, 0xe4]],
  ['ô', [0xab, 0xe5, 0xe8, 0xe6, 0xe7, 0xe9]],
  ['ơ', [0xac, 0xea, 0xed, 0xeb, 0xec, 0xee]],
  ['u', [0x75, 0xef, 0xf3, 0xf1, 0xf2, 0xf4]],
  ['ư', [0xad, 0xf5, 0xf8, 0xf6, 0xf7, 0xf9]],
  ['y', [0x79, 0xfa, 0xfd, 0xfb, 0xfc, 0xfe]],
]
const TCVN3_CAPITALS: Readonly<Record<number, string>> = { 0xa1: 'Ă', 0xa2: 'Â', 0xa3: 'Ê', 0xa4: 'Ô', 0xa5: 'Ơ', 0xa6: 'Ư', 0xa7: 'Đ', 0xae: 'đ' }

/** VNI for Windows: the plain letter and behind it a letter that stands for its marks. */
const VNI_AFTER: Readonly<Record<string, string>> = {
  'ø': '\u0300', 'ù': '\u0301', 'û': '\u0309', 'õ': '\u0303', 'ï': '\u0323',
  'â': '\u0302', 'à': '\u0302\u0300', 'á': '\u0302\u0301', 'å': '\u0302\u0309', 'ã': '\u0302\u0303', 'ä': '\u0302\u0323',
  'ê': '\u0306', 'è': '\u0306\u0300', 'é': '\u0306\u0301', 'ú': '\u0306\u0309', 'ü': '\u0306\u0303', 'ë': '\u0306\u0323',
}
const VNI_ALONE: Readonly<Record<string, string>> = { 'ñ': 'đ', 'ô': 'ơ', 'ö': 'ư', 'ì': 'ì', 'í': 'í', 'æ': 'ỉ', 'ó': 'ĩ', 'ò': 'ị', 'î': 'ỵ' }

const tcvn3 = new Map<string, string>(Object.entries(TCVN3_CAPITALS).map(([code, letter]) => [String.fromCharCode(Number(code)), letter]))
for (const [vowel, [plain, ...toned]] of TCVN3_ROWS) {
  if (plain !== undefined && plain > 0x7f) tcvn3.set(String.fromCharCode(plain), vowel)
  for (const [at, code] of toned.entries()) tcvn3.set(String.fromCharCode(code), (vowel + (TONE_MARKS[at] ?? '')).normalize('NFC'))
}

export function fromTcvn3(text: string): string {
  return text.replace(/[\u0080-\u00ff]/g, (letter) => tcvn3.get(letter) ?? letter)
}

const VNI_PAIR = new RegExp(`([aeiouyôö])([${Object.keys(VNI_AFTER).join('')}])|[\\u00c0-\\u00ff]`, 'giu')

/** Circumflex and breve stand for a only where the vowel has them: "eâ" is ê, "aê" is ă, "oâ" is ô; "öôû" is ư and ở. */
export function fromVni(text: string): string {
  return text.replace(VNI_PAIR, (whole, vowel: string | undefined, mark: string | undefined) => {
    const marks = mark && VNI_AFTER[mark.toLowerCase()]
    return vowel && marks ? (vniAlone(vowel) + marks).normalize('NFC') : vniAlone(whole)
  })
}

function vniAlone(letter: string): string {
  const lower = letter.toLowerCase()
  const found = VNI_ALONE[lower] ?? lower
  return letter === lower ? found : found.toUpperCase()
}
