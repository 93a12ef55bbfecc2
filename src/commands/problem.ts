/** What the person at the keyboard can mend: shown as its message alone, without a stack, and the exit code is 1. */
export function problem(message: string): Error {
  return Object.assign(new Error(message), { name: PROBLEM })
}

export function isProblem(error: unknown): error is Error {
  return error instanceof Error && error.name === PROBLEM
}

const PROBLEM = 'Problem'
