import { isSyllable } from '../legacy/syllables.ts'

/** Capitals set right: a heading in capitals written as the rest of the text writes the same words. */

const WORD = /[\p{L}\p{N}]+/gu
const PLACE_KIND = /^(?:tỉnh|huyện|quận|xã|phường|khu)$/u
/** Names that every text may use without writing them out in small letters anywhere. */
const PROPER = ['Hồ Chí Minh', 'Việt Nam', 'Tổ quốc']
/** Names of fields behind "Sở", "Bộ", "Phòng", which no small letters of the text show where it writes them short. */
const FIELDS = ['Giáo dục và Đào tạo', 'Khoa học và Công nghệ', 'Nội vụ', 'Y tế', 'Tài chính', 'Tư pháp', 'Xây dựng', 'Công Thương', 'Nông nghiệp và Môi trường', 'Tài nguyên và Môi trường', 'Văn hóa, Thể thao và Du lịch', 'Lao động - Thương binh và Xã hội', 'Thông tin và Truyền thông', 'Kế hoạch và Đầu tư']
const OFFICE = new RegExp(`(?<=(?:^|\\s)(?:sở|bộ|phòng) )(?:${FIELDS.join('|')})(?!\\p{L})`, 'giu')
const withOffices = (text: string) => text.replace(OFFICE, (field) => FIELDS.find((one) => one.toLowerCase() === field.toLowerCase()) ?? field)
const KEPT = new Set(['UBND', 'HĐND', 'MTTQ', 'ANTQ', 'ANTT', 'NTM', 'QPAN', 'BCH', 'BCĐ', 'TĐKT', 'LLVT', 'PCCC', 'HTX', 'THPT', 'THCS', 'TNCS', 'GDTX', 'KH', 'QĐ'])

/** How the text writes its words outside headings: by pairs of neighbours, in lower case. */
export function casingOf(text: string): (heading: string) => string {
  const pairs = new Map<string, Map<string, number>>()
  for (const line of text.split('\n')) {
    if (!/\p{Ll}/u.test(line)) continue
    const words = line.match(WORD) ?? []
    for (const [at, word] of words.entries()) {
      const next = words[at + 1]
      if (next !== undefined) count(pairs, `<${word.toLowerCase()} ${next.toLowerCase()}`, word)
      if (at === 0) continue
      count(pairs, `${words[at - 1]?.toLowerCase()} ${word.toLowerCase()}`, word)
    }
  }
  return (heading) => (/\p{Ll}/u.test(heading) ? heading : recased(heading, text, pairs))
}

function count(into: Map<string, Map<string, number>>, key: string, form: string): void {
  const forms = into.get(key) ?? new Map<string, number>()
  forms.set(form, (forms.get(form) ?? 0) + 1)
  into.set(key, forms)
}

function recased(heading: string, text: string, pairs: ReadonlyMap<string, ReadonlyMap<string, number>>): string {
  const whole = text.slice(0, 100_000).toLowerCase().indexOf(heading.toLowerCase(), text.indexOf(heading) + 1)
  const as = whole >= 0 ? text.slice(whole, whole + heading.length) : ''
  if (/\p{Ll}/u.test(as)) return firstUpper(as)
  const words = [...heading.matchAll(WORD)].map((match) => match[0].toLowerCase())
  let at = -1
  const cased = heading.replace(WORD, (word) => {
    at++
    if (KEPT.has(word)) return word
    const lower = word.toLowerCase()
    const form = most(pairs.get(`${words[at - 1] ?? ''} ${lower}`)) ?? most(pairs.get(`<${lower} ${words[at + 1] ?? ''}`)) ?? (/\d/.test(lower) ? word : undefined)
    if (form) return form
    const behindKind = PLACE_KIND.test(words[at - 1] ?? '') || /^(?:thành phố|thị xã|thị trấn|đặc khu)$/u.test(`${words[at - 2] ?? ''} ${words[at - 1] ?? ''}`) || PLACE_KIND.test(words[at - 2] ?? '') || /^(?:thành phố|thị xã|thị trấn|đặc khu)$/u.test(`${words[at - 3] ?? ''} ${words[at - 2] ?? ''}`)
    // "Lắk", "Pleiku": foreign syllables are names behind a kind of place, short forms elsewhere.
    if (!isSyllable(word)) return behindKind ? firstUpper(lower) : word
    return behindKind ? firstUpper(lower) : lower
  })
  return firstUpper(withOffices(PROPER.reduce((text, name) => text.replaceAll(name.toLowerCase(), name), cased)))
}

function most(forms: ReadonlyMap<string, number> | undefined): string | undefined {
  return forms && [...forms].filter(([form]) => !/^\p{Lu}{2,}$/u.test(form) || KEPT.has(form)).sort((a, b) => b[1] - a[1])[0]?.[0]
}

export const firstUpper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** "HỒ CHÍ MINH" as a name: "Hồ Chí Minh"; one that is written so already stays. */
export const asName = (text: string) => (/\p{Ll}/u.test(text) || !/[AEIOUYÀ-Ỹ]/u.test(text) ? text : text.toLowerCase().replace(/(?<!\p{L})\p{L}/gu, (first) => first.toUpperCase()))
