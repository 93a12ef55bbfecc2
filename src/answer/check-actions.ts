/** What the buttons of a check carry: ASCII, at most 64 bytes, and the marks that tell a stale one. */

/**
 * `token` stands for the check, `step` for the moment in the talk, `question` for the question as it is worded now.
 * `value` of an answer: "y", "n", "u" (không rõ), or the place of a choice.
 */
export interface CheckAction {
  readonly verb: CheckVerb
  readonly token: string
  readonly step: number
  readonly question?: string
  readonly value?: string
}

const VERBS = ['answer', 'edit', 'why', 'back', 'recap', 'restart', 'stop', 'go-on', 'resume', 'show'] as const
export type CheckVerb = (typeof VERBS)[number]

export function checkAction({ verb, token, step, question, value }: CheckAction): string {
  return ['check', verb, token, step.toString(36), ...(question === undefined ? [] : [question]), ...(value === undefined ? [] : [value])].join(':')
}

/** Undefined where the text is no action of a check under way. */
export function readCheckAction(action: string): CheckAction | undefined {
  const match = /^check:([a-z-]{3,8}):([0-9a-f]{8}):([0-9a-z]{1,6})(?::([0-9a-f]{8})(?::([ynu]|\d{1,3}))?)?$/.exec(action)
  const verb = VERBS.find((one) => one === match?.[1])
  if (!match?.[2] || !match[3] || !verb) return undefined
  return { verb, token: match[2], step: parseInt(match[3], 36), ...(match[4] && { question: match[4] }), ...(match[5] && { value: match[5] }) }
}

/** Opens the choice among all checks, or those of one plan, or one check: "kt:", "kt:sa-pa-2020", "kt:sp20-thon". */
export function startAction(id = ''): string {
  return `kt:${id}`
}

/** The n-th option (from 0) of a choice that carries this mark. */
export function pickAction(mark: string, index: number): string {
  return `check:pick:${mark}:${index}`
}

export function readPickAction(action: string): { readonly mark: string; readonly index: number } | undefined {
  const match = /^check:pick:([0-9a-f]{8}):(\d{1,3})$/.exec(action)
  return match?.[1] && match[2] ? { mark: match[1], index: Number(match[2]) } : undefined
}
