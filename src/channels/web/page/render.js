// A message as elements. Every text goes in as text: nothing here takes markup.

import { readClause } from './send.js'

const words = {
  citation: 'Trích nguyên văn',
  whole: 'Xem cả điều khoản',
  opening: 'Đang mở…',
  choices: 'Lựa chọn',
  verdict: 'Kết quả',
  criterion: 'Tiêu chuẩn',
  answered: (answer) => `Trả lời: ${answer}`,
  progress: (step, of) => `Câu ${step}/${of}`,
  file: (name) => `Tải tệp ${name}`,
  verdicts: { met: 'Đạt', unmet: 'Chưa đạt', unknown: 'Chưa rõ' },
}

/**
 * @param message as the server sends it
 * @param {{press: (button: object, message: object) => void, ticks: Set<string>, tick: (key: string, on: boolean) => void, key: string}} on
 * @returns {HTMLElement} an article that can take the focus
 */
export function renderMessage(message, on) {
  const card = element('article', { class: 'card', tabindex: '-1' })
  message.blocks.forEach((block, index) => {
    const shown = renderBlock(block, { ...on, key: `${on.key}.${index}` })
    if (shown) card.append(shown)
  })
  for (const { name, href } of message.files) {
    // Addresses come from our own server, and still: no other scheme than the page's own.
    if (/^files\/[\w-]+\//.test(href)) card.append(element('p', { class: 'file' }, element('a', { href }, words.file(name))))
  }
  if (message.buttons.length > 0) card.append(renderButtons(message, on))
  const title = card.querySelector('h2')
  if (title) {
    title.id = `title-${on.key}`
    card.setAttribute('aria-labelledby', title.id)
  }
  return card
}

function renderButtons(message, { press }) {
  const rows = message.buttons.map((row) =>
    element(
      'div',
      { class: 'row' },
      ...row.map((button) => {
        const shown = element('button', { type: 'button' }, button.label)
        shown.addEventListener('click', () => press(button, message))
        return shown
      }),
    ),
  )
  return element('div', { class: 'choices', role: 'group', 'aria-label': words.choices }, ...rows)
}

function renderBlock(block, on) {
  switch (block.type) {
    case 'headline':
      return element('h2', {}, block.text)
    case 'heading':
      return element('h3', {}, block.text)
    case 'text':
      return element('p', {}, block.text)
    case 'note':
      return element('p', { class: 'note' }, element('strong', {}, 'Lưu ý: '), block.text)
    case 'list':
      return element(block.ordered ? 'ol' : 'ul', {}, ...block.items.map((item) => element('li', {}, item)))
    case 'checklist':
      return element('ul', { class: 'papers' }, ...block.items.map((item, index) => element('li', {}, renderTick(item, `${on.key}.${index}`, on))))
    case 'quote':
      return renderQuote(block.citation)
    case 'verdicts':
      return renderVerdicts(block.rows)
    case 'strip':
      return element('div', { class: 'strip' }, renderDrawing(block.narrow, 'narrow'), renderDrawing(block.wide, 'wide'))
    case 'progress':
      return element('p', { class: 'progress' }, element('span', {}, words.progress(block.step, block.of)), element('progress', { value: block.step, max: block.of, 'aria-label': words.progress(block.step, block.of) }))
    default:
      return undefined
  }
}

function renderTick(item, key, { ticks, tick }) {
  const box = element('input', { type: 'checkbox' })
  box.checked = ticks.has(key)
  box.addEventListener('change', () => tick(key, box.checked))
  return element('label', {}, box, element('span', {}, item))
}

function renderQuote(citation) {
  return element(
    'figure',
    { 'aria-label': words.citation },
    element('blockquote', {}, `“${citation.quote}”`),
    element('figcaption', {}, [citation.planName, citation.clauseName].filter(Boolean).join(', ')),
    renderClause(citation),
  )
}

/** The whole clause, fetched when it is first unfolded. */
function renderClause({ plan, clause, quote }) {
  const inner = element('div', { class: 'clause' })
  const details = element('details', {}, element('summary', {}, words.whole), inner)
  let asked = false
  details.addEventListener('toggle', async () => {
    if (!details.open || asked) return
    asked = true
    inner.replaceChildren(element('p', {}, words.opening))
    try {
      const { clauseName, lines } = await readClause(plan, clause)
      inner.replaceChildren(element('p', { class: 'where' }, clauseName), ...lines.map((line) => renderLine(line, quote)))
    } catch (error) {
      asked = false
      inner.replaceChildren(element('p', { class: 'note' }, error.message))
    }
  })
  return details
}

function renderLine({ label, text, depth }, quote) {
  const from = text.indexOf(quote)
  const marked = from < 0 ? [text] : [text.slice(0, from), element('mark', {}, quote), text.slice(from + quote.length)]
  return element('p', { class: `depth-${Math.min(depth, 4)}` }, ...(label === '' ? [] : [element('span', { class: 'label' }, `${label} `)]), ...marked)
}

function renderVerdicts(rows) {
  const head = element('tr', {}, element('th', { scope: 'col' }, words.verdict), element('th', { scope: 'col' }, words.criterion))
  const body = rows.map((row) => {
    const says = [element('p', {}, element('strong', {}, `${row.criterion}: `), row.says)]
    if (row.answer !== '') says.push(element('p', { class: 'answer' }, words.answered(row.answer)))
    says.push(element('p', { class: 'where' }, row.citation.clauseName), renderClause(row.citation))
    return element('tr', {}, element('td', { class: `verdict ${row.verdict}` }, words.verdicts[row.verdict]), element('td', {}, ...says))
  })
  return element('table', {}, element('thead', {}, head), element('tbody', {}, ...body))
}

const SVG = 'http://www.w3.org/2000/svg'
const SHAPES = ['rect', 'circle', 'path', 'text']

function renderDrawing({ width, height, label, shapes }, size) {
  const svg = fill(document.createElementNS(SVG, 'svg'), { class: size, role: 'img', 'aria-label': label, viewBox: `0 0 ${width} ${height}`, width, height })
  for (const { tag, at, fill: tone, stroke, text, bold } of shapes) {
    if (!SHAPES.includes(tag)) continue
    const classes = [tone ? `fill-${tone}` : 'fill-none', stroke && `stroke-${stroke}`, bold && 'bold'].filter(Boolean).join(' ')
    const shape = fill(document.createElementNS(SVG, tag), { ...at, class: classes })
    if (text !== undefined) shape.textContent = text
    svg.append(shape)
  }
  return svg
}

export function element(tag, attributes, ...children) {
  const made = fill(document.createElement(tag), attributes)
  made.append(...children)
  return made
}

function fill(node, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    // No handler and no style may come in as an attribute.
    if (!/^(on|style)/.test(name)) node.setAttribute(name, String(value))
  }
  return node
}
