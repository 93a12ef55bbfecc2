/** Vietnamese text made comparable, whatever keyboard, font or habit it came from. */

const INVISIBLE = /[\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\u00ad]/g
// Tab and line feed stay; a lone carriage return becomes a line feed.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g
/** What clean() takes out or changes, beyond what normalize() does: nearly no text has any of it. */
const RARE = /[\r\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\u00ad\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00a0\u2007\u202fÐƉðɖ]/
const MARK = /\p{M}/gu
const TONES: Readonly<Record<string, string>> = { '\u0300': '2', '\u0301': '1', '\u0309': '3', '\u0303': '4', '\u0323': '5' }
const TONE = /[\u0300\u0301\u0309\u0303\u0323]/g

/** NFC, well-formed, no invisible or control character, every d with a stroke the Vietnamese one. Keeps case and line breaks. */
export function clean(text: string): string {
  const composed = text.toWellFormed().replaceAll('\ufffd', ' ').normalize('NFC')
  if (!RARE.test(composed)) return composed
  return composed
    .replace(/\r\n?/g, '\n')
    .replace(INVISIBLE, '')
    .replace(CONTROL, ' ')
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .replace(/[ÐƉ]/g, 'Đ')
    .replace(/[ðɖ]/g, 'đ')
}

/** Lower case without any mark: "Đăng ký" gives "dang ky". As long as its cleaned input, so offsets stay true. */
export function fold(text: string): string {
  return text.toLowerCase().normalize('NFD').replace(MARK, '').replaceAll('đ', 'd')
}

/**
 * One spelling for one syllable: lower case, the tone taken off and put at the end, a final i or y alike.
 * "Hoà" and "hòa" give "hoa2"; "kỹ" and "kĩ" give "ki4".
 */
export function syllableKey(syllable: string): string {
  let tone = ''
  const toneless = syllable
    .toLowerCase()
    .normalize('NFD')
    .replace(TONE, (mark) => ((tone = TONES[mark] ?? ''), ''))
    .normalize('NFC')
  return toneless.replace(/(^|[bcdđghklmnprstvx]|qu)y$/, '$1i') + tone
}

/** True where the text carries at least one Vietnamese mark or đ: the writer types with marks. */
export function hasMarks(text: string): boolean {
  return /[đ\u0300-\u036f]/.test(text.toLowerCase().normalize('NFD'))
}
