// The talk so far, kept in this browser: a reload, a closed tab or a restarted server loses nothing of it.

const KEY = `so-tay:${location.pathname}`
const DRAFT = `${KEY}:draft`
const MOST_ENTRIES = 60
const MOST_LETTERS = 600_000

/** @typedef {{id: string, said?: string, messages: object[], ticks: string[]}} Entry */

/** @returns {Entry[]} oldest first */
export function entries() {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(kept) ? kept.filter((entry) => typeof entry?.id === 'string' && Array.isArray(entry.messages) && Array.isArray(entry.ticks)) : []
  } catch {
    return []
  }
}

/** Adds an entry, or puts it in the place of its older self. Read anew each time: another tab may have added its own. */
export function keepEntry(entry) {
  const before = entries()
  const known = before.some(({ id }) => id === entry.id)
  keep(known ? before.map((one) => (one.id === entry.id ? entry : one)) : [...before, entry])
}

export function forgetEntries() {
  write(KEY, undefined)
  write(DRAFT, undefined)
}

/** What is typed and not sent yet, with its turn's number once it was tried. @returns {{text: string, id?: string}} */
export function draft() {
  try {
    const kept = JSON.parse(localStorage.getItem(DRAFT) ?? '{}')
    return { text: typeof kept.text === 'string' ? kept.text : '', ...(typeof kept.id === 'string' && { id: kept.id }) }
  } catch {
    return { text: '' }
  }
}

export function keepDraft(text, id) {
  write(DRAFT, text === '' ? undefined : JSON.stringify({ text, id }))
}

function keep(all) {
  let kept = all.slice(-MOST_ENTRIES)
  let text = JSON.stringify(kept)
  while (kept.length > 1 && text.length > MOST_LETTERS) {
    kept = kept.slice(Math.ceil(kept.length / 4))
    text = JSON.stringify(kept)
  }
  write(KEY, text)
}

// A browser that keeps nothing (a private window, a full disk) still talks.
function write(key, text) {
  try {
    if (text === undefined) localStorage.removeItem(key)
    else localStorage.setItem(key, text)
  } catch {}
}
