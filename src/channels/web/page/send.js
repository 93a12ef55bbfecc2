// Turns to the server, and what went wrong in words that a reader can do something with.

const PATIENCE_MS = 30_000

export const says = {
  offline: 'Máy này đang mất mạng. Những gì anh/chị gõ vẫn còn đây; có mạng lại thì bấm lần nữa.',
  away: 'Chưa kết nối được với máy chủ. Những gì anh/chị gõ vẫn còn đây; mời anh/chị thử lại sau ít phút.',
  backOnline: 'Đã có mạng trở lại.',
}

/** @returns {Promise<{messages: object[]}>} @throws {Error} whose message is for the reader */
export function sendTurn(turn) {
  return request('api/turn', turn)
}

export function forgetTalk() {
  return request('api/forget', {})
}

/** @returns {Promise<{planName: string, clauseName: string, lines: {label: string, text: string, depth: number}[]}>} */
export function readClause(plan, clause) {
  return request(`api/clause?${new URLSearchParams({ plan, clause })}`)
}

async function request(path, body) {
  const patience = new AbortController()
  const late = setTimeout(() => patience.abort(), PATIENCE_MS)
  const sent = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json', 'x-so-tay': '1' } }
  try {
    const response = await fetch(path, { ...sent, signal: patience.signal, credentials: 'same-origin' })
    // A web server in front answers for ours with a page of its own while ours is away.
    const answer = await response.json().catch(() => ({}))
    if (response.ok) return answer
    throw Object.assign(new Error(answer.error ?? says.away), { said: true })
  } catch (error) {
    if (error.said) throw error
    throw new Error(navigator.onLine ? says.away : says.offline)
  } finally {
    clearTimeout(late)
  }
}

/** A turn keeps its number when it is sent again. randomUUID is missing on a page without HTTPS. */
export function newNumber() {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
