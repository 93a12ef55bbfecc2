// One talk on one page: what is typed or pressed goes to the server, what comes back is shown and kept in this browser.

import { draft, entries, forgetEntries, keepDraft, keepEntry } from './memory.js'
import { element, renderMessage } from './render.js'
import { forgetTalk, newNumber, says, sendTurn } from './send.js'

const words = {
  answering: 'Đang trả lời…',
  asked: 'Anh/chị: ',
  sureToClear: 'Xóa hội thoại này khỏi máy chủ và khỏi trình duyệt?',
  cleared: 'Đã xóa hội thoại.',
}
/** Longer than this, and somebody wonders whether anything happens. */
const SLOW_MS = 500

const at = (id) => document.getElementById(id)
const [talk, form, text, status, spoken, welcome, clear] = ['talk', 'ask', 'text', 'status', 'spoken', 'welcome', 'clear'].map(at)

let busy = false
/** The turn that found no answer yet: sent again, it keeps its number, and the server takes it once. */
let tried = { key: '', id: '' }

/** Sends a turn. `said` is what stands in the talk for it; gives true once the answer is there. */
async function take(turn, said) {
  if (busy) return false
  const key = JSON.stringify(turn)
  const id = tried.key === key ? tried.id : newNumber()
  tried = { key, id }
  setBusy(true)
  const slow = setTimeout(() => (status.textContent = words.answering), SLOW_MS)
  try {
    const { messages } = await sendTurn({ id, ...turn })
    tried = { key: '', id: '' }
    status.textContent = ''
    const entry = { id, ...(said !== undefined && { said }), messages, ticks: [] }
    keepEntry(entry)
    show(entry)
    return true
  } catch (error) {
    status.textContent = error.message
    return false
  } finally {
    clearTimeout(slow)
    setBusy(false)
  }
}

function setBusy(is) {
  busy = is
  form.setAttribute('aria-busy', String(is))
  text.readOnly = is
}

/** Shows an entry at the end of the talk; gives its element. */
function show(entry) {
  const ticks = new Set(entry.ticks)
  const tick = (key, on) => {
    ticks[on ? 'add' : 'delete'](key)
    entry.ticks = [...ticks]
    keepEntry(entry)
  }
  const turn = element('div', { class: 'turn' })
  if (entry.said !== undefined) turn.append(element('p', { class: 'said' }, element('span', { class: 'unseen' }, words.asked), entry.said))
  entry.messages.forEach((message, index) => {
    const card = renderMessage(message, { key: `${entry.id}.${index}`, ticks, tick, press: (button) => press(button, message, card, entry) })
    turn.append(card)
  })
  talk.append(turn)
  welcome.hidden = true
  clear.hidden = false
  return turn
}

async function press(button, message, card, entry) {
  const focused = document.activeElement
  if (!(await take({ action: button.action }, button.label))) return focused?.focus()
  // A question and a choice have done their work once answered; an answer's buttons stay good.
  if (message.outcome === 'check' || message.outcome === 'choose') {
    message.buttons = []
    card.querySelector('.choices')?.remove()
    keepEntry(entry)
  }
  reveal(true)
}

/** Brings the newest turn into view; `focus` where the pressed button is gone or far above, else it is read out. */
function reveal(focus) {
  const turn = talk.lastElementChild
  if (!turn) return
  turn.scrollIntoView({ block: 'start', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' })
  const cards = [...turn.querySelectorAll('article')]
  if (focus) cards[0]?.focus({ preventScroll: true })
  else spoken.replaceChildren(...cards.flatMap((card) => [...card.querySelectorAll('h2, .note')].map((part) => element('p', {}, part.textContent))))
}

async function submit() {
  const said = text.value.trim()
  if (said === '') return text.focus()
  if (said === '/xoadulieu') return clear.click()
  if (!(await take({ text: said }, said))) return keepDraft(text.value, tried.id)
  text.value = ''
  keepDraft('')
  fit()
  reveal(false)
}

/** As high as what is typed, up to the limit that the style sheet sets. */
function fit() {
  text.style.height = 'auto'
  text.style.height = `${text.scrollHeight + 2}px`
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  submit()
})
text.addEventListener('keydown', (event) => {
  // While letters are being put together (Telex, VNI) Enter belongs to them.
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
  event.preventDefault()
  submit()
})
text.addEventListener('input', () => {
  keepDraft(text.value)
  fit()
})
for (const shortcut of document.querySelectorAll('[data-say]')) {
  shortcut.addEventListener('click', async () => {
    if (await take({ text: shortcut.dataset.say }, shortcut.textContent)) reveal(true)
  })
}
clear.addEventListener('click', async () => {
  if (busy || !confirm(words.sureToClear)) return
  try {
    await forgetTalk()
    forgetEntries()
    text.value = ''
    talk.replaceChildren()
    spoken.replaceChildren()
    welcome.hidden = false
    clear.hidden = true
    status.textContent = words.cleared
    text.focus()
  } catch (error) {
    status.textContent = error.message
  }
})
addEventListener('offline', () => (status.textContent = says.offline))
addEventListener('online', () => (status.textContent = says.backOnline))

for (const entry of entries()) show(entry)
talk.lastElementChild?.scrollIntoView({ block: 'start' })
const unsent = draft()
text.value = unsent.text
if (unsent.id) tried = { key: JSON.stringify({ text: unsent.text.trim() }), id: unsent.id }
fit()

const link = new URLSearchParams(location.search).get('start') ?? ''
if (/^(kt|plan)_[a-z0-9-]{1,61}$/.test(link)) {
  // Out of the address, so that a reload does not open it once more.
  history.replaceState(null, '', location.pathname)
  if (await take({ text: `/start ${link}` })) reveal(true)
}
