import { refuse } from '../refusal.ts'
import { oldFontOf, toUnicode, type OldFont } from '../legacy/convert.ts'
import { shareOfSyllables } from '../legacy/syllables.ts'

const UNREADABLE = 'Không nhận ra bảng mã chữ Việt của tệp; hãy lưu lại bằng Unicode (UTF-8) rồi nhập lại.'

/** A text file's words: UTF-8, UTF-16 with or without its mark, else the single-byte Vietnamese of old. Throws a refusal where none fits. */
export function decodeText(bytes: Buffer): { text: string; oldFont?: OldFont } {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder('utf-16le').decode(bytes) }
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: new TextDecoder('utf-16be').decode(bytes) }
  const wide = utf16Without(bytes)
  if (wide) return { text: new TextDecoder(wide).decode(bytes) }
  try {
    return unicodeOf(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return decodeOld(bytes)
  }
}

/** ASCII letters and spaces of a UTF-16 text leave every other byte zero. */
function utf16Without(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const sample = bytes.subarray(0, 4000)
  let [even, odd] = [0, 0]
  for (const [at, byte] of sample.entries()) {
    if (byte === 0 && at % 2 === 0) even++
    else if (byte === 0) odd++
  }
  const many = sample.length / 5
  return odd > many && even < odd / 4 ? 'utf-16le' : even > many && odd < even / 4 ? 'utf-16be' : undefined
}

/** A Unicode file may still hold the letters of an old font, as pasted. */
function unicodeOf(text: string): { text: string; oldFont?: OldFont } {
  const oldFont = oldFontOf(text)
  return oldFont ? { text: toUnicode(text, oldFont), oldFont } : { text }
}

function decodeOld(bytes: Buffer): { text: string; oldFont?: OldFont } {
  const old = unicodeOf(bytes.toString('latin1'))
  if (old.oldFont) return old
  const windows = new TextDecoder('windows-1258').decode(bytes).normalize('NFC')
  const { share, marked } = shareOfSyllables(windows)
  if (marked > 20 && share > 0.8) return { text: windows }
  // A few bytes cut off at the end of a UTF-8 file are no reason to refuse it.
  const lenient = new TextDecoder('utf-8').decode(bytes)
  if ((lenient.match(/\ufffd/g)?.length ?? 0) * 500 < lenient.length) return { text: lenient }
  throw refuse(UNREADABLE)
}
