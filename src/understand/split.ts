import type { Intent, Request } from './request.ts'

/** Several questions in one message: "tập thể và cá nhân" is one, "hạn nào và nộp ở đâu" are two. */

const BOUNDARY = /[?;\n]+|,|(?<![\p{L}\p{N}])(?:và|va|vs|với lại|voi lai|đồng thời|dong thoi|còn|hay là)(?![\p{L}\p{N}])/giu
/** Intents that a mere list of things never shows. */
const ASKING = new Set(['deadline', 'upcoming', 'period', 'dossier', 'sets', 'addressee', 'threshold', 'criteria', 'quota', 'award', 'route', 'audience', 'duty', 'basis', 'identity', 'statement'])

/** A text in more pieces than this is a list or noise, read as one question. */
const MOST_PIECES = 8

/** The parts, each asking something of its own by a strong cue; the whole as one part where it is one question. */
export function splitQuestions(text: string, read: (part: string) => Request): Request[] {
  const asks = (request: Request) => request.intents.some(({ intent, weight }) => weight === 1 && ASKING.has(intent))
  const pieces: { text: string; joint: string }[] = []
  let end = 0
  for (const match of text.matchAll(BOUNDARY)) {
    pieces.push({ text: text.slice(end, match.index), joint: match[0] })
    end = match.index + match[0].length
  }
  pieces.push({ text: text.slice(end), joint: '' })
  if (pieces.length > MOST_PIECES) return [read(text)]
  const parts: string[] = []
  let open = ''
  for (const [index, piece] of pieces.entries()) {
    open += piece.text
    const rest = pieces.slice(index + 1).map((one) => one.text).join(' ')
    if (rest.trim() && asks(read(open)) && asks(read(rest))) {
      parts.push(open)
      open = ''
    } else open += ` ${piece.joint} `
  }
  if (open.trim()) parts.push(open)
  return parts.map(read)
}

/** Kinds of answer that one sentence may ask for side by side: "hồ sơ làm mấy bộ hạn nộp ngày nào". */
const APART: ReadonlySet<Intent> = new Set(['deadline', 'sets', 'quota', 'dossier', 'criteria'])

/** One request for each of several kinds of answer that are asked for outright in one breath. */
export function byIntent(request: Request): Request[] {
  const apart = request.intents.filter(({ intent, weight }) => weight === 1 && APART.has(intent))
  if (apart.length < 2) return [request]
  return apart.map((one) => ({ ...request, intents: request.intents.filter((other) => other === one || !apart.includes(other)) }))
}
