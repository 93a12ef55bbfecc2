/**
 * A clause's address as a reader names it: "V.3.2" gives "mục V, khoản 3.2", "Điều 5.2.a" gives "Điều 5, khoản 2, điểm a".
 * "head" and "tail" are the parts before and after the numbered clauses.
 */
export function clauseName(address: string): string {
  const names: string[] = []
  let above: Above = 'nothing'
  for (const [part, repeated] of partsOf(address)) {
    const [name, kind] = namePart(part, above)
    // "3.2" holds the number of the clause above it: one name for both.
    if (kind === 'number' && above === 'number') names[names.length - 1] += `.${part}`
    else names.push(name)
    if (repeated) names[names.length - 1] += ` (lần ${repeated})`
    above = kind
  }
  return names.join(', ')
}

type Above = 'nothing' | 'division' | 'number' | 'letter' | 'small'

/** "V.1(2).a" gives V, 1 with "2", a. */
function partsOf(address: string): [string, string | undefined][] {
  return address.split('.').map((part) => {
    const match = /^(.+)\((\d+)\)$/.exec(part)
    return match?.[1] ? [match[1], match[2]] : [part, undefined]
  })
}

function namePart(part: string, above: Above): [string, Above] {
  if (part === 'head') return ['phần mở đầu', 'division']
  if (part === 'tail') return ['phần cuối', 'division']
  if (/^\d+$/.test(part)) return above === 'nothing' ? [`mục ${part}`, 'number'] : above === 'letter' || above === 'small' ? [`tiết ${part}`, 'small'] : [`khoản ${part}`, 'number']
  if (/^[IVXLC]+$/.test(part) && (above === 'nothing' || above === 'division')) return [`mục ${part}`, 'division']
  if (/^[A-ZĐ]$/.test(part)) return [`phần ${part}`, 'division']
  if (/^[ivx]{2,}$/.test(part)) return [`tiết ${part}`, 'small']
  if (/^[a-zđ]$/.test(part)) return above === 'letter' || above === 'small' ? [`tiết ${part}`, 'small'] : [`điểm ${part}`, 'letter']
  return [part, 'division']
}
