/**
 * Word counts "1.", "a)", "Điều 5." itself and stores no number in the text. Here the numbers are worked out and put
 * in front of each paragraph, because a clause is found by its printed number.
 */

interface Level {
  readonly format: string
  /** "Điều %1.", "%1.%2." */
  readonly text: string
  readonly start: number
}
interface Lists {
  /** By numId, then level. */
  readonly levels: ReadonlyMap<string, ReadonlyMap<number, Level>>
  /** Lists that share their counting. */
  readonly shared: ReadonlyMap<string, string>
}
type Place = { readonly list: string; readonly level: number }

const VAL = /\sw:val="([^"]*)"/

/** document.xml with each automatic number as a run of text before the paragraph's own; numbering.xml and styles.xml may be absent. */
export function spellOutNumbers(documentXml: string, numberingXml: string | undefined, stylesXml: string | undefined): string {
  if (!numberingXml) return documentXml
  const lists = readLists(numberingXml)
  const styles = stylePlaces(stylesXml ?? '')
  const counts = new Map<string, number[]>()
  return documentXml.replace(/<w:pPr>([^]*?)<\/w:pPr>/g, (whole, inner: string) => {
    const style = /<w:pStyle\s[^>]*?w:val="([^"]*)"/.exec(inner)?.[1]
    const place = placeOf(inner) ?? (style === undefined ? undefined : styles.get(style))
    if (!place || place.list === '0') return whole
    const label = nextLabel(place, lists, counts)
    const kept = whole.replace(/<w:numPr>[^]*?<\/w:numPr>/g, '')
    return label ? `${kept}<w:r><w:t xml:space="preserve">${label} </w:t></w:r>` : kept
  })
}

function placeOf(properties: string): Place | undefined {
  const numbering = /<w:numPr>([^]*?)<\/w:numPr>/.exec(properties)?.[1]
  const list = numbering && /<w:numId\s[^>]*?w:val="([^"]*)"/.exec(numbering)?.[1]
  return list ? { list, level: Number(/<w:ilvl\s[^>]*?w:val="(\d+)"/.exec(numbering)?.[1] ?? 0) } : undefined
}

function stylePlaces(xml: string): Map<string, Place> {
  const places = new Map<string, Place>()
  for (const style of xml.split('<w:style ').slice(1)) {
    const name = /w:styleId="([^"]*)"/.exec(style)?.[1]
    const place = placeOf(style)
    if (name && place) places.set(name, place)
  }
  return places
}

function readLists(xml: string): Lists {
  const abstract = new Map<string, Map<number, Level>>()
  for (const part of xml.split('<w:abstractNum ').slice(1)) abstract.set(/w:abstractNumId="([^"]*)"/.exec(part)?.[1] ?? '', levelsOf(part))
  const levels = new Map<string, Map<number, Level>>()
  const shared = new Map<string, string>()
  for (const part of xml.split('<w:num ').slice(1)) {
    const id = /w:numId="([^"]*)"/.exec(part)?.[1] ?? ''
    const from = /<w:abstractNumId\s[^>]*?w:val="([^"]*)"/.exec(part)?.[1] ?? ''
    const own = new Map(abstract.get(from) ?? [])
    const overrides = part.split('<w:lvlOverride ').slice(1)
    for (const override of overrides) {
      const at = Number(/w:ilvl="(\d+)"/.exec(override)?.[1] ?? 0)
      const start = /<w:startOverride\s[^>]*?w:val="(\d+)"/.exec(override)?.[1]
      const level = levelsOf(override).get(at) ?? own.get(at)
      if (level) own.set(at, start === undefined ? level : { ...level, start: Number(start) })
    }
    levels.set(id, own)
    shared.set(id, overrides.length > 0 ? `num ${id}` : from)
  }
  return { levels, shared }
}

function levelsOf(xml: string): Map<number, Level> {
  const levels = new Map<number, Level>()
  for (const part of xml.split('<w:lvl ').slice(1)) {
    const value = (tag: string) => new RegExp(`<w:${tag}(?=\\s)[^>]*>`).exec(part)?.[0].match(VAL)?.[1]
    levels.set(Number(/w:ilvl="(\d+)"/.exec(part)?.[1] ?? 0), { format: value('numFmt') ?? 'decimal', text: value('lvlText') ?? '', start: Number(value('start') ?? 1) })
  }
  return levels
}

function nextLabel(place: Place, lists: Lists, counts: Map<string, number[]>): string {
  const levels = lists.levels.get(place.list)
  const level = levels?.get(place.level)
  if (!levels || !level || level.format === 'none') return ''
  if (level.format === 'bullet') return place.level === 0 ? '-' : '+'
  const key = lists.shared.get(place.list) ?? place.list
  const before = counts.get(key) ?? []
  const now = before.slice(0, place.level + 1)
  for (let i = 0; i < place.level; i++) now[i] ??= levels.get(i)?.start ?? 1
  now[place.level] = (before[place.level] ?? level.start - 1) + 1
  counts.set(key, now)
  return level.text.replace(/%(\d)/g, (_, digit: string) => numeral(now[Number(digit) - 1] ?? 1, levels.get(Number(digit) - 1)?.format ?? 'decimal')).trim()
}

const ROMAN: readonly (readonly [string, number])[] = [['x', 10], ['ix', 9], ['v', 5], ['iv', 4], ['i', 1]]
const LETTERS = 'abcdefghijklmnopqrstuvwxyz'

/** Word's own letters know no đ: a document numbered by it counts a) b) c) d) e). */
function numeral(value: number, format: string): string {
  if (format === 'decimalZero') return String(value).padStart(2, '0')
  if (format.endsWith('Letter')) return cased(LETTERS[(value - 1) % 26] ?? 'a', format)
  if (!format.endsWith('Roman')) return String(value)
  let [rest, text] = [Math.min(value, 100), '']
  for (const [sign, worth] of ROMAN) for (; rest >= worth; rest -= worth) text += sign
  return cased(text, format)
}

const cased = (text: string, format: string) => (format.startsWith('upper') ? text.toUpperCase() : text)
