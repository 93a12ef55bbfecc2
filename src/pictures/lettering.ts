import { createRequire } from 'node:module'
import { openSync, type Font } from 'fontkit'
import { printable } from '../channels/printable.ts'
import type { Shape, Tone } from './drawing.ts'

/** Words in a picture: SVG breaks no lines, so they are measured here, in the font that they are drawn with. */

const require = createRequire(import.meta.url)
export const FONT_FAMILY = 'Be Vietnam Pro'
export const FONT_FILES = {
  regular: require.resolve('@expo-google-fonts/be-vietnam-pro/400Regular/BeVietnamPro_400Regular.ttf'),
  bold: require.resolve('@expo-google-fonts/be-vietnam-pro/600SemiBold/BeVietnamPro_600SemiBold.ttf'),
} as const

export interface Lettering {
  readonly size: number
  readonly bold?: boolean
  readonly fill: Tone
}

/** The width of a line, in the units of `size`. */
export function widthOf(text: string, { size, bold }: Pick<Lettering, 'size' | 'bold'>): number {
  const face = faceOf(bold === true)
  let units = 0
  for (const character of text.normalize('NFC')) units += face.advance(character)
  return (units / face.unitsPerEm) * size
}

/** Lines no wider than `width`, broken between words, at most `most` of them: the last ends in "…" where words are left out. */
export function brokenInto(text: string, width: number, lettering: Lettering, most: number): string[] {
  const lines: string[] = []
  let line = ''
  const words = printable(text).split(/\s+/).filter((word) => word !== '')
  for (const [index, word] of words.entries()) {
    const longer = line === '' ? word : `${line} ${word}`
    if (widthOf(longer, lettering) <= width) line = longer
    else if (lines.length === most - 1) return [...lines, cutTo(`${line} ${words.slice(index).join(' ')}`.trim(), width, lettering)]
    else if (line === '') lines.push(cutTo(word, width, lettering))
    else {
      lines.push(line)
      line = widthOf(word, lettering) <= width ? word : cutTo(word, width, lettering)
    }
  }
  return line === '' ? lines : [...lines, line]
}

/** A line of text at its baseline. */
export function written(text: string, x: number, y: number, { size, bold, fill }: Lettering, anchor: 'start' | 'middle' | 'end' = 'start'): Shape {
  return { tag: 'text', at: { x: rounded(x), y: rounded(y), 'font-size': size, 'text-anchor': anchor }, fill, text, ...(bold === true && { bold }) }
}

/** Lines below each other, the first baseline at `y`. Gives the shapes and where the next thing may begin. */
export function paragraphAt(text: string, x: number, y: number, width: number, lettering: Lettering, most: number): { shapes: Shape[]; end: number } {
  const leading = lettering.size * 1.4
  const lines = brokenInto(text, width, lettering, most)
  return { shapes: lines.map((line, index) => written(line, x, y + index * leading, lettering)), end: y + lines.length * leading }
}

export function rounded(value: number): number {
  return Math.round(value * 10) / 10
}

function cutTo(text: string, width: number, lettering: Lettering): string {
  const room = width - widthOf('…', lettering)
  let kept = ''
  for (const character of text) {
    if (widthOf(kept + character, lettering) > room) break
    kept += character
  }
  return `${kept.trimEnd()}…`
}

interface Face {
  readonly unitsPerEm: number
  readonly advance: (character: string) => number
}
const faces = new Map<boolean, Face>()

function faceOf(bold: boolean): Face {
  const known = faces.get(bold)
  if (known) return known
  // The package's files hold a single font each; only a collection (.ttc) opens as several.
  const font = openSync(bold ? FONT_FILES.bold : FONT_FILES.regular) as Font
  const advances = new Map<string, number>()
  const face: Face = {
    unitsPerEm: font.unitsPerEm,
    advance: (character) => {
      const before = advances.get(character)
      if (before !== undefined) return before
      const units = font.glyphForCodePoint(character.codePointAt(0) as number).advanceWidth
      if (advances.size < MOST_CHARACTERS) advances.set(character, units)
      return units
    },
  }
  faces.set(bold, face)
  return face
}

const MOST_CHARACTERS = 2000
