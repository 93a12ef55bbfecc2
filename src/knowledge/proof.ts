import { once } from './once.ts'
import { plain } from './plain.ts'
import type { Clause, Plan, Source } from './types.ts'

/** Where a quote stands: in the clause it names, elsewhere in the plan (with the address of the innermost clause), or nowhere. */
export type QuoteProof = { readonly verdict: 'found' | 'absent' } | { readonly verdict: 'elsewhere'; readonly address: string }

/** The clause of this address; of several (a bullet carries its parent's) the outermost. Undefined where there is none. */
export function clauseAt(plan: Pick<Plan, 'clauses'>, address: string): Clause | undefined {
  return byAddress(plan.clauses).get(address)
}

/** Every fact of a plan asks for its clause. */
const byAddress = once((clauses: readonly Clause[]) => {
  const known = new Map<string, Clause>()
  for (const clause of allClauses(clauses)) if (!known.has(clause.address)) known.set(clause.address, clause)
  return known
})

/** Whether the quote stands in its clause word for word: marks of emphasis out, white space folded, NFC, else letter for letter. */
export function findQuote(plan: Pick<Plan, 'clauses'>, source: Source): QuoteProof {
  const quote = plain(source.quote)
  if (quote === '') return { verdict: 'absent' }
  const named = clauseAt(plan, source.clause)
  if (named && holds(named, quote)) return { verdict: 'found' }
  let innermost: Clause | undefined
  for (const clause of allClauses(plan.clauses)) if (holds(clause, quote)) innermost = clause
  return innermost ? { verdict: 'elsewhere', address: innermost.address } : { verdict: 'absent' }
}

/** How much of an absent quote does stand in the plan, from its first word on: the words that fit and the plan's own next words. */
export function nearestWords(plan: Pick<Plan, 'clauses'>, source: Source): { fits: string; plan: string } | undefined {
  const words = plain(source.quote).split(' ')
  const named = clauseAt(plan, source.clause)
  const texts = [...(named ? [named] : []), ...plan.clauses].map(printedText)
  let fits = 0
  for (let most = words.length - 1; fits < most; ) {
    const middle = Math.ceil((fits + most) / 2)
    if (texts.some((text) => text.includes(words.slice(0, middle).join(' ')))) fits = middle
    else most = middle - 1
  }
  const found = words.slice(0, fits).join(' ')
  const text = fits > 0 ? texts.find((one) => one.includes(found)) : undefined
  if (text === undefined) return undefined
  const from = text.indexOf(found) + found.length
  return { fits: words.slice(Math.max(0, fits - 4), fits).join(' '), plan: text.slice(from, from + 60).trim().split(' ').slice(0, 6).join(' ') }
}

/** Clauses in the text's order, parents before children. */
export function* allClauses(clauses: readonly Clause[]): Generator<Clause> {
  for (const clause of clauses) {
    yield clause
    yield* allClauses(clause.children)
  }
}

const holds = (clause: Clause, quote: string) => clause.fullText.includes(quote) || printedText(clause).includes(quote)

/** With the clause's own label, which a quote may open with: "3.2. Thời gian". */
const printedText = ({ label, fullText }: Clause) => (label === '' || label === '*' ? fullText : `${label} ${fullText}`)
