/** A Word 97 file of paragraphs and tables, as small as a reader takes it: one piece of Unicode text, row ends marked, no styles. */

export type DocPart = string | { readonly rows: readonly (readonly string[])[] }

const SECTOR = 512
const TEXT_AT = 2 * SECTOR
const PROPERTIES_AT = 1
const [FREE, END] = [-1, -2]

export function docOf(parts: readonly DocPart[]): Buffer {
  const rowEnds: number[] = []
  let text = ''
  for (const part of parts) {
    if (typeof part === 'string') text += `${part}\r`
    else for (const row of part.rows) {
      text += `${row.map((cell) => `${cell}\x07`).join('')}\x07`
      rowEnds.push(text.length - 1)
    }
  }
  const main = Buffer.alloc(Math.max(4096, roundUp(TEXT_AT + text.length * 2)))
  main.writeUInt16LE(0xa5ec, 0)
  main.writeUInt16LE(0x0200, 0x0a)
  main.writeUInt32LE(text.length, 0x4c)
  main.write(text, TEXT_AT, 'utf16le')
  rowProperties(rowEnds, text.length).copy(main, PROPERTIES_AT * SECTOR)
  const table = Buffer.alloc(4096)
  // The piece table: from letter 0 to the last, in the main stream as two bytes a letter.
  table.writeUInt8(2, 0)
  table.writeUInt32LE(16, 1)
  table.writeUInt32LE(text.length, 9)
  table.writeUInt32LE(TEXT_AT, 15)
  // Paragraph properties: one page of them, for the whole text.
  table.writeUInt32LE(TEXT_AT, 64)
  table.writeUInt32LE(TEXT_AT + text.length * 2, 68)
  table.writeUInt32LE(PROPERTIES_AT, 72)
  main.writeUInt32LE(64, 0x102)
  main.writeUInt32LE(12, 0x106)
  main.writeUInt32LE(4, 0xfe)
  return compound([['WordDocument', main], ['1Table', table]])
}

/** A page of paragraph properties: runs of letters, every second of them the mark at a row's end. */
function rowProperties(rowEnds: readonly number[], length: number): Buffer {
  const page = Buffer.alloc(SECTOR)
  const bounds = [0, ...rowEnds.flatMap((end) => [end, end + 1]), ...(rowEnds.at(-1) === length - 1 ? [] : [length])]
  const runs = bounds.length - 1
  if ((runs + 1) * 4 + runs * 13 > 490) throw new Error('too many rows for one page of properties')
  for (const [at, bound] of bounds.entries()) page.writeUInt32LE(TEXT_AT + bound * 2, at * 4)
  for (let run = 0; run < runs; run++) page.writeUInt8((run % 2 === 1 ? 496 : 492) / 2, (runs + 1) * 4 + run * 13)
  page.writeUInt8(2, 492)
  page.writeUInt8(3, 496)
  page.writeUInt16LE(0x2417, 499)
  page.writeUInt8(1, 501)
  page.writeUInt8(runs, 511)
  return page
}

/** An OLE file with these streams, each 4096 bytes or more. */
function compound(streams: readonly (readonly [name: string, bytes: Buffer])[]): Buffer {
  const sectors = streams.map(([, bytes]) => bytes.length / SECTOR)
  const starts = sectors.map((_, at) => 2 + sectors.slice(0, at).reduce((sum, one) => sum + one, 0))
  const header = Buffer.alloc(SECTOR, 0xff)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header)
  header.fill(0, 8, 76)
  header.writeInt16LE(9, 30)
  header.writeInt16LE(6, 32)
  for (const [value, at] of [[1, 44], [1, 48], [4096, 56], [END, 60], [0, 64], [END, 68], [0, 72], [0, 76]] as const) header.writeInt32LE(value, at)
  const chains = [-3, END, ...sectors.flatMap((count, at) => Array.from({ length: count }, (_, place) => (place === count - 1 ? END : (starts[at] ?? 0) + place + 1)))]
  if (chains.length > SECTOR / 4) throw new Error('too long for one sector of chains')
  const allocation = Buffer.alloc(SECTOR, 0xff)
  for (const [at, next] of chains.entries()) allocation.writeInt32LE(next, at * 4)
  const directory = Buffer.concat([entry('Root Entry', 5, 1, END, 0, FREE), ...streams.map(([name, bytes], at) => entry(name, 2, FREE, starts[at] ?? 0, bytes.length, at + 2 <= streams.length ? at + 2 : FREE)), Buffer.alloc(128 * (3 - streams.length))])
  return Buffer.concat([header, allocation, directory, ...streams.map(([, bytes]) => bytes)])
}

function entry(name: string, type: number, child: number, start: number, size: number, right: number): Buffer {
  const bytes = Buffer.alloc(128)
  bytes.write(name, 'utf16le')
  bytes.writeInt16LE((name.length + 1) * 2, 64)
  bytes.writeInt8(type, 66)
  bytes.writeInt32LE(FREE, 68)
  bytes.writeInt32LE(right, 72)
  bytes.writeInt32LE(child, 76)
  bytes.writeInt32LE(start, 116)
  bytes.writeInt32LE(size, 120)
  return bytes
}

const roundUp = (length: number) => Math.ceil(length / SECTOR) * SECTOR
