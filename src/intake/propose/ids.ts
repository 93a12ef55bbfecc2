import { fold } from '../../language/normalise.ts'

const LONGEST = 30
/** Words that tell nothing apart in an id. */
const EMPTY = new Set('của và các cho về theo trong tại đến từ với là được những này do bằng việc khi để ở số'.split(' '))

/** A short ASCII id of these words, at most 30 characters: "Gửi hồ sơ đề nghị khen thưởng" gives "gui-ho-so-de-nghi-khen-thuong". */
export function slug(words: string, longest = LONGEST): string {
  const spoken = words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const telling = spoken.filter((part) => !EMPTY.has(part))
  const parts = (telling.length > 0 ? telling : spoken).map((part) => fold(part).replace(/[^a-z0-9]+/g, '')).filter((part) => part !== '')
  let id = ''
  for (const part of parts) {
    const next = id ? `${id}-${part}` : part
    if (next.length > longest) break
    id = next
  }
  return id || (parts[0] ?? '').slice(0, longest) || 'muc'
}

/** Gives every name an id of its own; a second one of the same words gets "-2". Ids in `used` are given to none. */
export function idMaker(prefix = '', used: readonly string[] = []): (words: string) => string {
  const taken = new Set(used)
  return (words) => {
    const base = slug(words, LONGEST - prefix.length)
    let id = prefix + base
    for (let count = 2; taken.has(id); count++) id = `${prefix}${base.slice(0, LONGEST - prefix.length - String(count).length - 1).replace(/-$/, '')}-${count}`
    taken.add(id)
    return id
  }
}

/** "bac-quang-2024" gives "bq24-": what an id shared by all plans begins with. */
export function prefixOf(planId: string): string {
  const parts = planId.split('-')
  const year = parts.find((part) => /^(?:19|20)\d\d$/.test(part))
  const letters = parts.filter((part) => !/^\d/.test(part)).map((part) => part.charAt(0)).join('').slice(0, 4)
  const rest = parts.filter((part) => /^\d/.test(part) && part !== year).join('').slice(0, 4)
  return `${letters || 'kh'}${year ? year.slice(2) : ''}${rest}-`
}
