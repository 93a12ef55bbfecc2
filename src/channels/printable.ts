/** What no text may hold; most have none of it. */
const ODD = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g

/** Text that no screen trips over: whole characters, no control character but the line feed, so no terminal escape either. */
export function printable(text: string): string {
  if (text.isWellFormed() && !ODD.test(text)) return text
  return text.toWellFormed().replace(/\r\n?/g, '\n').replaceAll('\t', ' ').replace(CONTROL, '')
}
