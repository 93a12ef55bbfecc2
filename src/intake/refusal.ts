/**
 * A file that cannot be taken in, said in one Vietnamese sentence for the person who brought it. Carried as a value
 * through `cause` of an Error, so that it survives the way out of any depth of reading.
 */
export interface Refusal {
  readonly refusal: string
}

/** An Error to throw where reading has to stop; `refusalOf` gets the sentence back. */
export function refuse(sentence: string): Error {
  return new Error(sentence, { cause: { refusal: sentence } satisfies Refusal })
}

/** The sentence of a thrown refusal; undefined where it was any other error. */
export function refusalOf(error: unknown): string | undefined {
  const cause: unknown = error instanceof Error ? error.cause : undefined
  return typeof cause === 'object' && cause !== null && 'refusal' in cause && typeof cause.refusal === 'string' ? cause.refusal : undefined
}
