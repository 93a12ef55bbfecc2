import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'
import { refuse } from '../refusal.ts'
import { gridOf, withBold, type Block, type Spanning } from './blocks.ts'

/** Parts of a page that are never the text itself. */
const OUT = new Set(['script', 'style', 'noscript', 'template', 'head', 'nav', 'form', 'button', 'select', 'iframe', 'svg', 'header', 'footer', 'aside', 'textarea'])
/** Names that sites give to what stands around a text; the text itself never bears them alone. */
const AROUND = /(?:^|[\s_-])(?:menu|nav|navbar|navigation|sidebar|side-bar|breadcrumbs?|footer|topbar|related|lien-quan|comments?|share|social|banner|login|widget|tags?|pagination|popup|modal|cookie|quang-cao|ads?)(?:$|[\s_-])/iu
/** Signs of the text: an element that holds one of them is kept whatever its name. */
const TEXT_SIGN = /CỘNG H[OÒ][AÀ] XÃ HỘI|Độc lập\s*[-–]\s*Tự do|Nơi nhận\s*:|thành phần hồ sơ|(?:^|\n)\s*Điều 1\s*[.:]/iu
/** No honest page has more elements so named; looking into each costs its length. */
const MOST_AROUND = 200
const BREAKING = new Set(['p', 'div', 'section', 'article', 'main', 'body', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'blockquote', 'pre', 'ul', 'ol', 'dl', 'dt', 'dd', 'center', 'figure', 'address', 'hr', 'td', 'th', 'tr', 'table'])
const BOLD = new Set(['b', 'strong', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'])

/** Deeper than any honest page; the parser's work grows with the square of the depth. */
const DEEPEST = 3_000

/** The paragraphs and tables of a web page in order, without its navigation. Throws a refusal where tags are nested without end. */
export function readHtml(source: string): Block[] {
  if (depthOf(source) > DEEPEST) throw refuse('Trang web lồng quá nhiều lớp, không đọc.')
  return blocksOf(parse(source), false)
}

/** How deep tags that must be closed are nested. */
function depthOf(source: string): number {
  let [depth, deepest] = [0, 0]
  for (const [tag] of source.matchAll(/<\/?(?:div|span|table|tbody|tr|td|ul|ol|li|p|blockquote|section|article|main|center|font|[abiu]|em|strong|dl|dd|figure|form|nav)(?=[\s>/])/giu)) {
    depth += /^<\/?(?:p|li|td|tr|dd|tbody)$/iu.test(tag) ? 0 : tag.startsWith("</") ? (depth > 0 ? -1 : 0) : 1
    deepest = Math.max(deepest, depth)
  }
  return deepest
}

/** In a cell a further table is read as its words in order. */
function blocksOf(root: Tree.ParentNode, inCell: boolean): Block[] {
  const blocks: Block[] = []
  let runs: { text: string; bold: boolean }[] = []
  let around = 0
  const flush = () => {
    const text = withBold(runs).replace(/ *\n */g, '\n').trim()
    if (text) blocks.push({ kind: 'paragraph', text })
    runs = []
  }
  // An explicit stack: a page of a million nested tags must not end in a full call stack.
  const work: (() => void)[] = []
  const visit = (node: Tree.Node, bold: boolean, label: string) => {
    if (node.nodeName === '#text') runs.push({ text: (node as Tree.TextNode).value.replace(/\s+/g, ' '), bold })
    if (!('childNodes' in node) || OUT.has(node.nodeName) || isHidden(node)) return
    if (!inCell && isNamedAround(node) && ++around <= MOST_AROUND && !TEXT_SIGN.test(wordsOf(node))) return
    if (node.nodeName === 'br') runs.push({ text: '\n', bold })
    if (node.nodeName === 'table' && !inCell) {
      flush()
      blocks.push({ kind: 'table', rows: tableRows(node) })
      return
    }
    const breaks = BREAKING.has(node.nodeName)
    if (breaks) flush()
    if (label) runs.push({ text: `${label} `, bold: false })
    const labels = labelsOf(node)
    const inner = bold || BOLD.has(node.nodeName)
    const children = node.childNodes.map((child) => {
      const ofChild = labels(child)
      return () => visit(child, inner, ofChild)
    })
    if (breaks) children.push(flush)
    for (const child of children.reverse()) work.push(child)
  }
  for (const child of [...root.childNodes].reverse()) work.push(() => visit(child, false, ''))
  for (let next = work.pop(); next; next = work.pop()) next()
  flush()
  return blocks
}

/** A menu, a column of other news, by its class, id or role. */
function isNamedAround(node: Tree.ParentNode): boolean {
  const name = 'attrs' in node ? (node.attrs as { name: string; value: string }[]).filter((attr) => attr.name === 'class' || attr.name === 'id' || attr.name === 'role').map((attr) => attr.value).join(' ') : ''
  return AROUND.test(name)
}

function wordsOf(root: Tree.ParentNode): string {
  const parts: string[] = []
  const work: Tree.Node[] = [...root.childNodes].reverse()
  for (let node = work.pop(); node; node = work.pop()) {
    if (node.nodeName === '#text') parts.push((node as Tree.TextNode).value)
    else if ('childNodes' in node) for (const child of [...node.childNodes].reverse()) work.push(child)
  }
  return parts.join(' ')
}

function isHidden(node: Tree.Node): boolean {
  return 'attrs' in node && node.attrs.some((attr) => attr.name === 'hidden' || (attr.name === 'style' && /display\s*:\s*none/i.test(attr.value)))
}

/** "1.", "a)", "-": what a browser would draw before each point of a list. */
function labelsOf(node: Tree.ParentNode): (child: Tree.Node) => string {
  if (node.nodeName === 'ul') return (child) => (child.nodeName === 'li' ? '-' : '')
  if (node.nodeName !== 'ol' || !('attrs' in node)) return () => ''
  const attribute = (name: string) => node.attrs.find((attr) => attr.name === name)?.value
  let count = Number(attribute('start') ?? 1) - 1
  const letters = attribute('type') === 'a'
  return (child) => {
    if (child.nodeName !== 'li') return ''
    count++
    return letters ? `${'abcdefghijklmnopqrstuvwxyz'[(count - 1) % 26] ?? 'a'})` : `${count}.`
  }
}

function tableRows(table: Tree.ParentNode): string[][][] {
  const rows: Spanning[][] = []
  const work: Tree.Node[] = [...table.childNodes].reverse()
  for (let node = work.pop(); node; node = work.pop()) {
    if (!('childNodes' in node) || OUT.has(node.nodeName)) continue
    if (node.nodeName === 'tr') rows.push(node.childNodes.filter((cell) => cell.nodeName === 'td' || cell.nodeName === 'th').map((cell) => cellOf(cell as Tree.Element)))
    else for (const child of [...node.childNodes].reverse()) work.push(child)
  }
  return gridOf(rows)
}

function cellOf(cell: Tree.Element): Spanning {
  const span = (name: string) => Number(cell.attrs.find((attr) => attr.name === name)?.value) || 1
  return { texts: blocksOf(cell, true).map((block) => (block.kind === 'paragraph' ? block.text : '')), columns: span('colspan'), rows: span('rowspan') }
}
