import { inflateRawSync } from 'node:zlib'
import { LIMITS } from '../limits.ts'
import { refuse } from '../refusal.ts'

/** The parts of a zip file by name, unpacked when asked for, never past the limits. Offsets and signatures as in PKWARE's APPNOTE. */
export interface Parts {
  has(name: string): boolean
  /** Throws a refusal where the part is damaged, encrypted or too big when unpacked. */
  read(name: string): Buffer
}

interface Entry {
  readonly method: number
  readonly encrypted: boolean
  readonly packed: number
  readonly at: number
}

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50
const MAX_PARTS = 10_000

/** Opens a zip; throws a refusal where it is none or is damaged. */
export function openZip(bytes: Buffer): Parts {
  const entries = directory(bytes)
  let left: number = LIMITS.unpackedBytes
  return {
    has: (name) => entries.has(name),
    read: (name) => {
      const entry = entries.get(name)
      if (!entry) throw refuse('Tệp bị hỏng: thiếu phần nội dung bên trong.')
      const part = unpack(bytes, entry, left)
      left -= part.length
      return part
    },
  }
}

function directory(bytes: Buffer): Map<string, Entry> {
  const entries = new Map<string, Entry>()
  try {
    const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
    if (end < 0 || bytes.readUInt32LE(end) !== END) throw new RangeError('no end of directory')
    const count = Math.min(bytes.readUInt16LE(end + 10), MAX_PARTS)
    let at = bytes.readUInt32LE(end + 16)
    for (let i = 0; i < count && bytes.readUInt32LE(at) === CENTRAL; i++) {
      const nameLength = bytes.readUInt16LE(at + 28)
      const name = bytes.toString('utf8', at + 46, at + 46 + nameLength)
      entries.set(name, { encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1, method: bytes.readUInt16LE(at + 10), packed: bytes.readUInt32LE(at + 20), at: bytes.readUInt32LE(at + 42) })
      at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
    }
  } catch {
    throw refuse('Tệp bị hỏng, không mở được.')
  }
  return entries
}

function unpack(bytes: Buffer, entry: Entry, left: number): Buffer {
  if (entry.encrypted) throw refuse('Tệp có mật khẩu; hãy bỏ mật khẩu rồi nhập lại.')
  try {
    if (bytes.readUInt32LE(entry.at) !== LOCAL) throw new RangeError('no local header')
    const start = entry.at + 30 + bytes.readUInt16LE(entry.at + 26) + bytes.readUInt16LE(entry.at + 28)
    const packed = bytes.subarray(start, start + entry.packed)
    return entry.method === 0 ? Buffer.from(packed) : inflateRawSync(packed, { maxOutputLength: Math.max(left, 1) })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw refuse('Tệp bung ra quá lớn, không nhận.')
    throw refuse('Tệp bị hỏng, không mở được.')
  }
}
