/** Telegram's HTML, read as strictly as its own server reads it, and stricter where that would only guess. */
export interface Parsed {
  /** What is seen, blanks at both ends taken off. */
  readonly text: string
  readonly entities: readonly { readonly type: string; readonly text: string; readonly href?: string }[]
}

const TAGS: Readonly<Record<string, string>> = {
  b: 'bold', strong: 'bold', i: 'italic', em: 'italic', u: 'underline', ins: 'underline', s: 'strikethrough', strike: 'strikethrough', del: 'strikethrough',
  code: 'code', pre: 'pre', a: 'text_link', blockquote: 'blockquote', 'tg-spoiler': 'spoiler', 'tg-emoji': 'custom_emoji',
}
const NAMED: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&', '&quot;': '"' }
const PART = /<(\/?)([a-z][a-z0-9-]*)((?:\s+[a-z-]+(?:="[^"<>]*")?)*)\s*>|(&(?:[a-z]+|#\d+|#x[0-9a-f]+);)|([^<>&]+)|([<>&])/giu

/** @throws Error as Telegram words it, where tags do not balance, are unknown, or a sign stands unescaped. */
export function parseHtml(html: string): Parsed {
  const open: { tag: string; from: number; href?: string }[] = []
  const entities: { type: string; text: string; href?: string }[] = []
  let text = ''
  for (const [, closing, name, attributes, escape, plain, stray] of html.matchAll(PART)) {
    if (stray !== undefined) throw new Error(`Bad Request: can't parse entities: unescaped "${stray}"`)
    if (plain !== undefined) text += plain
    else if (escape !== undefined) text += decode(escape)
    else if (name !== undefined) {
      const tag = name.toLowerCase()
      const type = TAGS[tag]
      if (type === undefined) throw new Error(`Bad Request: can't parse entities: unsupported start tag "${tag}"`)
      if (closing === '') {
        if (tag === 'blockquote' && open.some((one) => one.tag === 'blockquote')) throw new Error("Bad Request: can't parse entities: nested blockquote")
        const href = /\shref="([^"]*)"/.exec(attributes ?? '')?.[1]
        open.push({ tag, from: text.length, ...(href === undefined ? {} : { href }) })
      } else {
        const last = open.pop()
        if (last?.tag !== tag) throw new Error(`Bad Request: can't parse entities: unmatched end tag "${tag}"`)
        entities.push({ type: last.href?.startsWith('tg://user?id=') ? 'text_mention' : type, text: text.slice(last.from), ...(last.href === undefined ? {} : { href: last.href }) })
      }
    }
  }
  if (open.length > 0) throw new Error(`Bad Request: can't parse entities: can't find end tag of "${open.at(-1)?.tag}"`)
  return { text: text.trim(), entities }
}

function decode(escape: string): string {
  const named = NAMED[escape]
  if (named !== undefined) return named
  const code = /^&#(x?)([0-9a-f]+);$/i.exec(escape)
  if (code === null) throw new Error(`Bad Request: can't parse entities: unknown escape "${escape}"`)
  return String.fromCodePoint(parseInt(code[2] ?? '', code[1] ? 16 : 10))
}
