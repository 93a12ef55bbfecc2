/** Which letters can make one Vietnamese syllable, marks taken off: onset and rime, as in "ng" + "uoi". */

const ONSETS = ['', ...'b c ch d g gh gi h k kh l m n ng ngh nh p ph r s t th tr v x'.split(' ')]

/** One row a vowel group, then what may end it; "-" is nothing: "nha", "sach". */
const RIMES = spread([
  'a: - c ch i m n ng nh o p t u y',
  'e: - c ch m n ng nh o p t u',
  'i: - a ch m n nh p t u',
  'ie: c m n ng p t u',
  'o: - c i m n ng p t',
  'oo: c ng',
  'oa: - c ch i m n ng nh o p t y',
  'oe: - m n ng o t',
  'u: - a c i m n ng p t u',
  'ua: n ng t y',
  'ue: - ch nh',
  'uo: - c i m n ng p t u',
  'uy: - a ch n nh p t u',
  'uye: n t',
  'y: -',
  'ye: m n ng t u',
])
/** "qu" takes more than a plain u does: "quan", "queo", "quit". */
const RIMES_AFTER_Q = spread(['ua: - c ch i m n ng nh o p t u y', 'ue: - ch n nh o t', 'ui: - ch nh t', 'uo: - c n t', 'uy: - ch n nh t', 'uye: n t'])

function spread(rows: readonly string[]): string[] {
  return rows.flatMap((row) => {
    const [vowels, endings] = row.split(': ') as [string, string]
    return endings.split(' ').map((ending) => vowels + ending.replace('-', ''))
  })
}

/** Vietnamese spells one sound by what follows: "ke" and "ghe", never "ce" and "ge". */
function fits(onset: string, rime: string): boolean {
  if (onset === '') return !rime.startsWith('ie')
  if (rime.startsWith('ye')) return false
  if (/^(?:k|gh|ngh)$/.test(onset)) return /^[eiy]/.test(rime)
  if (/^(?:c|ng)$/.test(onset)) return !/^[eiy]/.test(rime)
  if (onset === 'g') return !/^[ey]/.test(rime)
  return onset !== 'gi' || /^[aeou]/.test(rime)
}

const SYLLABLES: ReadonlySet<string> = new Set([
  ...ONSETS.flatMap((onset) => RIMES.filter((rime) => fits(onset, rime)).map((rime) => onset + rime)),
  ...RIMES_AFTER_Q.map((rime) => `q${rime}`),
])

/**
 * Whether this could be one Vietnamese syllable typed without marks: "nghien", "quyet", "hon", but not "hoso", "khne" or "deadline".
 * @param folded lower case, no marks, as in Token.folded; a final y and i are both taken.
 */
export function isSyllable(folded: string): boolean {
  return SYLLABLES.has(folded)
}
