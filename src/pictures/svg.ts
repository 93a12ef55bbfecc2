import { printable } from '../channels/printable.ts'
import type { Drawing, Shape, Tone } from './drawing.ts'
import { FONT_FAMILY } from './lettering.ts'

/** A drawing as SVG text, on paper of its own: for a file that is looked at anywhere. */
export function svgText({ width, height, label, shapes }: Drawing): string {
  const paper: Shape = { tag: 'rect', at: { width, height }, fill: 'paper' }
  const inner = [paper, ...shapes].map(element).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONT_FAMILY}"><title>${escaped(label)}</title>${inner}</svg>`
}

const COLOURS: Readonly<Record<Tone, string>> = {
  ink: '#211a14',
  soft: '#5c5248',
  faint: '#756b61',
  line: '#ddd5ca',
  accent: '#a3161f',
  met: '#1c6b3f',
  unmet: '#b3261e',
  unknown: '#8a5a00',
  paper: '#fffdf9',
}

function element({ tag, at, fill, stroke, text, bold }: Shape): string {
  const attributes: Record<string, string | number> = {
    ...at,
    fill: fill === undefined ? 'none' : COLOURS[fill],
    ...(stroke !== undefined && { stroke: COLOURS[stroke] }),
    ...(bold === true && { 'font-weight': 600 }),
  }
  const written = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(String(value))}"`).join('')
  return `<${tag}${written}>${escaped(text ?? '')}</${tag}>`
}

/** XML takes neither control characters nor the two that Unicode has set aside as no characters. */
function escaped(text: string): string {
  return printable(text).replace(/[\ufffe\uffff]/g, '').replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
