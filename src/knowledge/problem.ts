/** Something wrong in the knowledge folder, told to the person who wrote it. Vietnamese throughout. */
export interface Problem {
  readonly file: string
  /** 1-based. */
  readonly line: number
  readonly message: string
  /** How to mend it. */
  readonly hint: string
}

/** What was read, or everything that is wrong with it. */
export type Found<T> = { readonly value: T } | { readonly problems: readonly Problem[] }

/** Knowledge that cannot be used: every problem at once, in the order of files and lines. */
export class KnowledgeError extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    const sorted = problems.toSorted((a, b) => a.file.localeCompare(b.file) || a.line - b.line)
    super(sorted.map(problemLine).join('\n'))
    this.name = 'KnowledgeError'
    this.problems = sorted
  }
}

/** "knowledge/plans/x/plan.yml:12: what. How to mend." */
export function problemLine({ file, line, message, hint }: Problem): string {
  return `${file}:${line}: ${message}. ${hint}.`
}
