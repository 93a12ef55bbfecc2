/** One slip of the fingers: which words could have been meant by the letters that came out. */

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm']

// Each key's neighbours: left and right, and the two it touches in the rows above and below.
const NEIGHBOURS: ReadonlyMap<string, string> = new Map(
  ROWS.flatMap((row, r) =>
    [...row].map((key, k) => [key, [row[k - 1], row[k + 1], ROWS[r - 1]?.[k], ROWS[r - 1]?.[k + 1], ROWS[r + 1]?.[k - 1], ROWS[r + 1]?.[k]].join('')] as const),
  ),
)

/**
 * Every string one slip away, with how unlikely the slip is (1 the commonest): a doubled letter, two swapped ones,
 * a neighbouring key hit, a letter missing, a letter too many. A key far off is no slip and is left out.
 * @param word lower case letters without marks.
 */
export function oneSlipAway(word: string): Map<string, number> {
  const found = new Map<string, number>()
  const add = (candidate: string, cost: number) => {
    if (candidate !== word && cost < (found.get(candidate) ?? Infinity)) found.set(candidate, cost)
  }
  for (let i = 0; i < word.length; i += 1) {
    const [before, letter, after] = [word.slice(0, i), word.charAt(i), word.slice(i + 1)]
    add(before + after, letter === word[i - 1] ? 1 : 1.5)
    if (after) add(before + after.charAt(0) + letter + after.slice(1), 1)
    for (const key of NEIGHBOURS.get(letter) ?? '') add(before + key + after, 1.2)
  }
  for (let i = 0; i <= word.length; i += 1) {
    for (const key of 'abcdeghiklmnopqrstuvxy') add(word.slice(0, i) + key + word.slice(i), 1.3)
  }
  return found
}
