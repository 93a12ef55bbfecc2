/** A picture as data: written out as SVG for a file, or put together by the page from elements. */

/** What a colour means; each medium has its own, light or dark. */
export type Tone = 'ink' | 'soft' | 'faint' | 'line' | 'accent' | 'met' | 'unmet' | 'unknown' | 'paper'

export interface Shape {
  readonly tag: 'rect' | 'circle' | 'path' | 'text'
  /** SVG's own geometry attributes, in the drawing's units. */
  readonly at: Readonly<Record<string, string | number>>
  readonly fill?: Tone
  readonly stroke?: Tone
  /** Of a text: what it says, and whether in bold. */
  readonly text?: string
  readonly bold?: boolean
}

export interface Drawing {
  readonly width: number
  readonly height: number
  /** What there is to see, in a sentence, for who cannot see it. */
  readonly label: string
  readonly shapes: readonly Shape[]
}
